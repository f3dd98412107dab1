"""Every check of a scheme's text names file, line and reason."""

import pytest

from agentdesk.domain.scheme import SchemeError, parse_scheme
from tests.domain.scheme_texts import SOUND, STATES, TITLE, TRANSITIONS


def refused(text: str, file: str = "own.toml") -> SchemeError:
    with pytest.raises(SchemeError) as caught:
        parse_scheme(text, file)
    return caught.value


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def added(text: str) -> str:
    return f"{SOUND}\n{text}"


def place(error: SchemeError) -> tuple[str, int]:
    return error.code, error.line


CLOSED_AGAIN = '[[transition]]\naction = "reply"\nby = "handler"\nfrom = ["done"]\n'
AGAIN = '[[transition]]\naction = "add_note"\nby = "staff"\nfrom = ["asked"]\n'
TRAP = '[[state]]\nid = "trap"\nkind = "working"\nlabel = { en = "T", zh = "T", de = "T" }\n'
INTO_TRAP = '[[transition]]\naction = "handle_ticket"\nby = "staff"\nfrom = ["new"]\nto = "trap"\n'
LAST = SOUND.count("\n") + 2
FILE = 1

WRONG: dict[str, tuple[str, str, int, dict[str, str]]] = {
    "text that is no TOML": (changed('kind = "new"', "kind = new"), "bad-toml", STATES[0] + 2, {}),
    "a key written twice": (changed('kind = "new"', 'kind = "new"\nkind = "new"'), "bad-toml", STATES[0] + 3, {}),
    "an unfinished text": (SOUND + "x", "bad-toml", LAST - 1, {}),
    "no text": ("", "missing-key", FILE, {"key": "id"}),
    "an unknown key on top": (changed("rating", "ratings"), "unknown-key", 3, {"key": "ratings"}),
    "an unknown table on top": (added("[notes]\na = 1\n"), "unknown-key", LAST, {"key": "notes"}),
    "an unknown key of a state": (changed('id = "asked"', 'id = "asked"\ncolour = "red"'), "unknown-key", 12, {}),
    "an unknown key of a transition": (added(AGAIN + 'form = ["new"]\n'), "unknown-key", LAST, {"key": "form"}),
    "an unknown key of a closing rule": (changed("after_days", "days"), "unknown-key", 4, {"key": "days"}),
    "no id": (changed('id = "small"\n', ""), "missing-key", FILE, {"key": "id"}),
    "an id that is no slug": (changed('id = "small"', 'id = "Small one"'), "bad-id", 1, {"value": "Small one"}),
    "an id that is a number": (changed('id = "small"', "id = 7"), "bad-value", 1, {"key": "id"}),
    "a state's id that is no slug": (changed('id = "asked"', 'id = "?"'), "bad-id", STATES[1], {"value": "?"}),
    "no title": (changed('de = "Klein"', 'fr = "Petit"'), "missing-label", TITLE, {"key": "title", "language": "de"}),
    "a title that is a text": (
        changed('{ en = "Small", zh = "小", de = "Klein" }', '"Small"'),
        "missing-label",
        TITLE,
        {"language": "en"},
    ),
    "an empty label": (changed('zh = "待确认"', 'zh = " "'), "missing-label", STATES[1], {"language": "zh"}),
    "a state without labels": (
        changed('label = { en = "Done", zh = "完成", de = "Fertig" }', ""),
        "missing-label",
        STATES[2],
        {"state": "done", "language": "en"},
    ),
    "no rating": (changed('rating = "on_confirm"\n', ""), "missing-key", FILE, {"key": "rating"}),
    "an unknown rating": (changed("on_confirm", "always"), "unknown-rating", 3, {"value": "always"}),
    "a flag that is a text": (changed("true", '"yes"'), "bad-value", 5, {"key": "work_starts_on_open"}),
    "no states": (SOUND[: SOUND.index("[[state]]")], "missing-key", FILE, {"key": "state"}),
    "states that are a text": (
        SOUND[: SOUND.index("[[state]]")] + 'state = "new"\ntransition = []\n',
        "bad-value",
        STATES[0],
        {"key": "state"},
    ),
    "no transitions": (SOUND[: SOUND.index("[[transition]]")], "missing-key", FILE, {"key": "transition"}),
    "a state without a kind": (changed('kind = "done"\n', ""), "missing-key", STATES[2], {"key": "kind"}),
    "an unknown kind": (changed('kind = "done"', 'kind = "over"'), "unknown-kind", STATES[2], {"value": "over"}),
    "two states of one id": (changed('id = "asked"', 'id = "new"'), "duplicate-state", STATES[1], {"state": "new"}),
    "no state to begin in": (changed('kind = "new"', 'kind = "working"'), "no-initial-state", STATES[0], {}),
    "an unknown action": (changed("add_note", "reopen"), "unknown-action", TRANSITIONS[3], {"value": "reopen"}),
    "an action that follows the rating": (
        changed("add_note", "rate_ticket"),
        "unknown-action",
        TRANSITIONS[3],
        {"value": "rate_ticket"},
    ),
    "no actor": (changed('by = "admin"\n', ""), "missing-key", TRANSITIONS[4], {"key": "by"}),
    "an empty list of actors": (changed('["handler", "staff"]', "[]"), "missing-key", TRANSITIONS[3], {"key": "by"}),
    "an unknown actor": (changed('by = "admin"', 'by = "boss"'), "unknown-actor", TRANSITIONS[4], {"value": "boss"}),
    "an unknown actor in a list": (changed('"staff"]', '"boss"]'), "unknown-actor", TRANSITIONS[3], {"value": "boss"}),
    "an actor named twice": (changed('"staff"]', '"handler"]'), "bad-value", TRANSITIONS[3], {"key": "by"}),
    "no state to start from": (changed('from = ["new", "asked"]', ""), "missing-key", TRANSITIONS[3], {"key": "from"}),
    "an empty list of states": (
        changed('["new", "asked"]', "[]"),
        "missing-key",
        TRANSITIONS[3],
        {"key": "from"},
    ),
    "a start that is a text": (changed('["new", "asked"]', '"new"'), "bad-value", TRANSITIONS[3], {"key": "from"}),
    "a start that is a number": (changed('["new", "asked"]', "[1]"), "bad-value", TRANSITIONS[3], {"key": "from"}),
    "an unknown start": (changed('["new", "asked"]', '["now"]'), "unknown-state", TRANSITIONS[3], {"state": "now"}),
    "an unknown end": (changed('to = "asked"', 'to = "ask"'), "unknown-state", TRANSITIONS[0], {"state": "ask"}),
    "an end that is a list": (changed('to = "asked"', 'to = ["asked"]'), "bad-value", TRANSITIONS[0], {"key": "to"}),
    "an unknown need": (changed('"comment"', '"luck"'), "unknown-need", TRANSITIONS[1], {"value": "luck"}),
    "an unknown condition": (
        changed("handler_unavailable", "friday"),
        "unknown-condition",
        TRANSITIONS[4],
        {"value": "friday"},
    ),
    "an unknown answer": (changed('["no"]', '["maybe"]'), "bad-answer", TRANSITIONS[2], {"value": "maybe"}),
    "an answer to what is no question": (added(AGAIN + 'answer = ["yes"]\n'), "bad-answer", LAST, {}),
    "a question without a no": (
        changed('answer = ["no"]\n', "").replace(
            'action = "confirm_ticket"\nby = "requester"\nfrom = ["asked"]\nto = "new"',
            'action = "handle_ticket"\nby = "requester"\nfrom = ["asked"]\nto = "new"',
        ),
        "missing-answer",
        TRANSITIONS[1],
        {"answer": "no", "state": "asked"},
    ),
    "two transitions for one situation": (
        added(AGAIN),
        "duplicate-transition",
        LAST,
        {"state": "asked", "action": "add_note", "by": "staff"},
    ),
    "two ways for one answer": (
        changed('answer = ["no"]', 'answer = ["no", "yes"]'),
        "duplicate-transition",
        TRANSITIONS[2],
        {"action": "confirm_ticket"},
    ),
    "a way out of a final state": (
        added(CLOSED_AGAIN),
        "transition-from-final-state",
        LAST,
        {"state": "done", "action": "reply"},
    ),
    "a completion that ends nowhere": (changed('to = "asked"\n', ""), "wrong-target", TRANSITIONS[0], {"state": ""}),
    "a completion that only works on": (
        changed('to = "asked"', 'to = "new"'),
        "wrong-target",
        TRANSITIONS[0],
        {"action": "complete_ticket", "state": "new"},
    ),
    "closing rules that are a table": (
        changed('[{ state = "asked", after_days = 3 }]', "{ after_days = 3 }"),
        "bad-value",
        4,
        {"key": "auto_close"},
    ),
    "a closing rule without days": (changed(", after_days = 3", ""), "missing-key", 4, {"key": "after_days"}),
    "a closing rule of no days": (changed("after_days = 3", "after_days = 0"), "bad-value", 4, {"key": "after_days"}),
    "a closing rule that is true": (changed("after_days = 3", "after_days = true"), "bad-value", 4, {}),
    "a closing rule of half a day": (changed("after_days = 3", "after_days = 0.5"), "bad-value", 4, {}),
    "a closing rule of a million years": (changed("= 3 ", "= 365_000_000 "), "bad-value", 4, {}),
    "a closing rule for an unknown state": (changed('state = "asked"', 'state = "x"'), "unknown-state", 4, {}),
    "a closing rule without its transition": (
        changed('state = "asked"', 'state = "new"'),
        "auto-close-without-transition",
        4,
        {"state": "new"},
    ),
    "two closing rules for one state": (
        changed("after_days = 3 }", 'after_days = 3 }, { state = "asked", after_days = 4 }'),
        "duplicate-auto-close",
        4,
        {"state": "asked"},
    ),
    "no way to a final state": (
        SOUND[: SOUND.index('[[transition]]\naction = "add_note"')]
        .replace('to = "done"', 'to = "new"')
        .replace('auto_close = [{ state = "asked", after_days = 3 }]', ""),
        "no-final-state-reachable",
        STATES[0],
        {"state": "new"},
    ),
    "a state that a ticket cannot leave": (
        added(TRAP + INTO_TRAP),
        "no-final-state-reachable",
        LAST,
        {"state": "trap"},
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_scheme_is_refused_with_its_line_and_reason(wrong: str) -> None:
    text, code, line, data = WRONG[wrong]
    error = refused(text)
    assert place(error) == (code, line)
    assert dict(error.data).items() >= data.items()


def test_a_refusal_names_the_file() -> None:
    error = refused(changed("add_note", "reopen"), "desk/own.toml")
    assert error.file == "desk/own.toml"
    assert str(error).startswith(f"desk/own.toml:{TRANSITIONS[3]}: unknown-action")
    assert isinstance(error, ValueError)


def test_what_stands_in_comments_and_texts_is_not_counted_as_a_header() -> None:
    noise = 'title = { en = """\n[[state]]\n[[transition]]""", zh = "小", de = "Klein" } # [[state]]'
    text = changed('title = { en = "Small", zh = "小", de = "Klein" }', f"# [[transition]]\n{noise}")
    error = refused(text.replace("add_note", "reopen"))
    assert place(error) == ("unknown-action", TRANSITIONS[3] + 3)


def test_states_written_in_one_line_are_found_on_that_line() -> None:
    states = 'state = [{ id = "new", kind = "odd", label = {} }]\ntransition = []\n'
    assert place(refused(SOUND[: SOUND.index("\n[[state]]")] + states)) == ("unknown-kind", STATES[0] - 1)


def test_a_value_from_outside_is_shown_only_in_part() -> None:
    assert len(refused(changed("add_note", "x" * 5_000)).data["value"]) == 80


@pytest.mark.parametrize(
    "text", ["id = " + "9" * 5_000, "id = " + "[" * 5_000, 'id = "\ud800"', "\x00", "id = 1979-99-99"]
)
def test_what_the_parser_of_toml_stumbles_over_is_refused_too(text: str) -> None:
    assert refused(text).code in {"bad-toml", "bad-id"}
