"""What is wrong with the text of a scheme, in English for the terminal: one sentence for each check."""

from collections.abc import Mapping

SCHEME: Mapping[str, str] = {
    "auto-close-without-transition": "{state} is to be closed by itself, but no auto_close transition leads out of it",
    "bad-answer": "{value} does not fit: an answer is yes, partly or no, and only confirm_ticket has one",
    "bad-id": "{value} is no id: small letters, digits, - and _, at most 40, a letter first",
    "bad-toml": "this is not TOML: {problem}",
    "bad-value": "the value of {key} is of the wrong kind",
    "duplicate-auto-close": "there are two closing rules for {state}",
    "duplicate-state": "there are two states {state}",
    "duplicate-transition": "{action} by {by} stands twice for {state}",
    "missing-answer": "{by} cannot answer {answer} in {state}; yes, partly and no must all lead somewhere",
    "missing-key": "{key} is missing",
    "missing-label": "{key} has no {language} text; en, zh and de are required",
    "no-final-state-reachable": "no transition leads from {state} towards an end",
    "no-initial-state": "there is no state of kind new for a ticket to begin in",
    "transition-from-final-state": "{action} starts in {state}, which is final: ended tickets stay ended",
    "unknown-action": "there is no command {value}",
    "unknown-actor": "there is no actor {value}",
    "unknown-condition": "there is no condition {value}",
    "unknown-key": "there is no key {key} here",
    "unknown-kind": "there is no kind of state {value}",
    "unknown-need": "nothing called {value} can be needed",
    "unknown-rating": "there is no way of rating {value}",
    "unknown-state": "there is no state {state}",
    "wrong-target": "{action} may not lead to {state}",
}
