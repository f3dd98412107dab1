"""States and transitions as data: the scheme a source picks, read from TOML and checked before anything trusts it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Never

from agentdesk.domain.scheme_text import LANGUAGES, SHOWN_OF_A_VALUE, Places, SchemeError, Table, read_toml
from agentdesk.domain.values import StateKind

__all__ = [
    "ACTIONS",
    "ACTORS",
    "ANSWERS",
    "CONDITIONS",
    "LANGUAGES",
    "NEEDS",
    "RATINGS",
    "AutoClose",
    "Scheme",
    "SchemeError",
    "State",
    "Transition",
    "parse_scheme",
]

RATINGS = frozenset({"never", "on_confirm", "on_end", "after_close"})
ACTORS = frozenset({"requester", "handler", "staff", "admin", "domain_admin", "upstream", "system"})
NEEDS = frozenset({"reason", "confirm", "rating", "comment", "target"})
ANSWERS = ("yes", "partly", "no")
CONDITIONS = frozenset({"handler_unavailable", "no_handler", "has_form", "email_thread"})
# fmt: off
ACTIONS = frozenset(
    {
        "verify_mailbox", "handle_ticket", "forward_ticket", "reply", "add_note",
        "complete_ticket", "confirm_ticket", "end_ticket", "cancel_ticket",
        "return_incomplete", "move_ticket", "set_priority", "set_tags", "add_participant",
        "remove_participant", "share_link", "auto_close",
        "append_chat", "schedule_conference", "accept_conference",
        "ask_authorization", "grant_authorization", "refuse_authorization", "revoke_authorization", "set_proxy_login",
        "escalate", "advance_escalation", "set_escalation_estimate", "confirm_fix", "report_not_fixed",
        "transfer_upstream", "return_to_partner", "close_upstream", "sync_link",
    }
)
# fmt: on
"""What may be done to an existing ticket. Rating and following up are not here: they go by `rating` and the kind."""

_FINAL = frozenset({StateKind.DONE, StateKind.CANCELLED})
_LEADS_TO: Mapping[str, frozenset[StateKind]] = MappingProxyType(
    {
        "complete_ticket": frozenset({StateKind.DONE, StateKind.WAITING_CONFIRMATION}),
        "end_ticket": _FINAL,
        "cancel_ticket": _FINAL,
        "auto_close": _FINAL,
    }
)
_LONGEST_WAIT_DAYS = 3650

Situation = tuple[str, str, str, str | None]
"""State, action, by, answer: at most one transition answers each."""

_TOP_KEYS = frozenset({"id", "title", "rating", "auto_close", "work_starts_on_open", "state", "transition"})
_STATE_KEYS = frozenset({"id", "kind", "label"})
_TRANSITION_KEYS = frozenset({"action", "by", "from", "to", "needs", "answer", "only_if"})


@dataclass(frozen=True, slots=True)
class State:
    id: str
    kind: StateKind
    label: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Transition:
    """One thing that one part may do in some states; without `to` the state stays, without `answer` any will do."""

    action: str
    by: str
    from_: frozenset[str]
    to: str | None
    needs: tuple[str, ...]
    answer: tuple[str, ...]
    only_if: tuple[str, ...]
    line: int

    @property
    def keys(self) -> Iterator[Situation]:
        answers = (self.answer or ANSWERS) if self.action == "confirm_ticket" else (None,)
        return ((state, self.action, self.by, answer) for state in sorted(self.from_) for answer in answers)


@dataclass(frozen=True, slots=True)
class AutoClose:
    state: str
    after_days: int


@dataclass(frozen=True)
class Scheme:
    id: str
    title: Mapping[str, str] = field(hash=False)
    rating: str
    auto_close: tuple[AutoClose, ...]
    work_starts_on_open: bool
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    _states: Mapping[str, State] = field(init=False, repr=False, compare=False)
    _found: Mapping[Situation, Transition] = field(init=False, repr=False, compare=False)
    _listed: frozenset[tuple[str, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = {key: transition for transition in self.transitions for key in transition.keys}
        object.__setattr__(self, "_states", MappingProxyType({state.id: state for state in self.states}))
        object.__setattr__(self, "_found", MappingProxyType(found))
        object.__setattr__(self, "_listed", frozenset((action, by) for _, action, by, _ in found))

    @property
    def initial(self) -> str:
        """The state of a ticket just submitted: the first one of kind new."""
        return next(state.id for state in self.states if state.kind is StateKind.NEW)

    def knows(self, state: str) -> bool:
        return state in self._states

    def state(self, id: str) -> State:
        return self._states[id]

    def find(self, state: str, action: str, by: str, answer: str | None = None) -> Transition | None:
        """What this part may do here. Asked without an answer: whether it may answer at all."""
        if action == "confirm_ticket" and answer is None:
            answer = ANSWERS[0]
        return self._found.get((state, action, by, answer))

    def lists(self, action: str, by: str) -> bool:
        """Whether this part may do it in any state."""
        return (action, by) in self._listed

    def label(self, state: str, language: str) -> str:
        labels = self.state(state).label
        return labels.get(language) or labels.get(language[:2]) or labels["en"]


@lru_cache(maxsize=64)
def parse_scheme(text: str, name: str = "scheme.toml") -> Scheme:
    """The scheme of this text, or a SchemeError with file, line and reason."""
    top = Table(read_toml(text, name), name, 1, "")
    places = Places(text)
    top.only(_TOP_KEYS, places)
    scheme = Scheme(
        id=top.name("id", places.of_key("id")),
        title=top.labels("title", places.of_key("title")),
        rating=top.one_of("rating", RATINGS, "unknown-rating", places.of_key("rating")),
        auto_close=tuple(_auto_close(table) for table in top.rules("auto_close", places.of_key("auto_close"))),
        work_starts_on_open=top.flag("work_starts_on_open", places.of_key("work_starts_on_open")),
        states=tuple(_state(table) for table in top.tables("state", places)),
        transitions=tuple(one for table in top.tables("transition", places) for one in _transitions(table)),
    )
    _Check(scheme, name, places).run()
    return scheme


def _state(table: Table) -> State:
    table.only(_STATE_KEYS)
    id_ = table.name("id")
    kind = StateKind(table.one_of("kind", tuple(StateKind), "unknown-kind"))
    return State(id_, kind, table.labels("label"))


def _transitions(table: Table) -> Iterator[Transition]:
    table.only(_TRANSITION_KEYS)
    action = table.one_of("action", ACTIONS, "unknown-action")
    answer = table.words_of("answer", ANSWERS, "bad-answer")
    if answer and action != "confirm_ticket":
        table.fail("bad-answer", value=action)
    from_ = frozenset(table.words("from"))
    if not from_:
        table.fail("missing-key", key="from")
    for by in _actors(table):
        yield Transition(
            action=action,
            by=by,
            from_=from_,
            to=table.text("to") if "to" in table.values else None,
            needs=table.words_of("needs", NEEDS, "unknown-need"),
            answer=answer,
            only_if=_conditions(table),
            line=table.line,
        )


def _actors(table: Table) -> tuple[str, ...]:
    """`by` names one part, or a list of them: the same rule for each."""
    if isinstance(table.values.get("by"), list):
        return table.words_of("by", ACTORS, "unknown-actor") or table.fail("missing-key", key="by")
    return (table.one_of("by", ACTORS, "unknown-actor"),)


def _conditions(table: Table) -> tuple[str, ...]:
    """`only_if` names one condition, or a list of them that must all be true."""
    if isinstance(table.values.get("only_if"), str):
        return (table.one_of("only_if", CONDITIONS, "unknown-condition"),)
    return table.words_of("only_if", CONDITIONS, "unknown-condition")


def _auto_close(table: Table) -> AutoClose:
    table.only(frozenset({"state", "after_days"}))
    days = table.need("after_days")
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= _LONGEST_WAIT_DAYS:
        table.fail("bad-value", key="after_days")
    return AutoClose(table.text("state"), days)


@dataclass(frozen=True)
class _Check:
    """What no single table shows: whether states and transitions fit each other."""

    scheme: Scheme
    file: str
    places: Places

    def run(self) -> None:
        self._states()
        for transition in self.scheme.transitions:
            self._places_known(transition)
            self._target_fits(transition)
        self._unique()
        self._answers_complete()
        self._auto_close()
        self._ends()

    def _fail(self, line: int, code: str, **data: str) -> Never:
        raise SchemeError(self.file, line, code, {key: text[:SHOWN_OF_A_VALUE] for key, text in data.items()})

    def _states(self) -> None:
        seen: set[str] = set()
        for number, state in enumerate(self.scheme.states):
            if state.id in seen:
                self._fail(self.places.of_header("state", number), "duplicate-state", state=state.id)
            seen.add(state.id)
        if not any(state.kind is StateKind.NEW for state in self.scheme.states):
            self._fail(self.places.of_header("state", 0), "no-initial-state")

    def _kind(self, id_: str, line: int) -> StateKind:
        if not self.scheme.knows(id_):
            self._fail(line, "unknown-state", state=id_)
        return self.scheme.state(id_).kind

    def _places_known(self, transition: Transition) -> None:
        for state in sorted(transition.from_):
            if self._kind(state, transition.line).final:
                self._fail(transition.line, "transition-from-final-state", state=state, action=transition.action)

    def _target_fits(self, transition: Transition) -> None:
        kind = self._kind(transition.to, transition.line) if transition.to is not None else None
        if transition.action in _LEADS_TO and kind not in _LEADS_TO[transition.action]:
            self._fail(transition.line, "wrong-target", action=transition.action, state=transition.to or "")

    def _unique(self) -> None:
        seen: set[Situation] = set()
        for transition in self.scheme.transitions:
            for key in transition.keys:
                if key in seen:
                    state, action, by, _ = key
                    self._fail(transition.line, "duplicate-transition", state=state, action=action, by=by)
                seen.add(key)

    def _answers_complete(self) -> None:
        """A question that can be answered with yes but not with no leaves its ticket nowhere to go."""
        for transition in (one for one in self.scheme.transitions if one.action == "confirm_ticket"):
            for state, action, by, _ in transition.keys:
                missing = [answer for answer in ANSWERS if not self.scheme.find(state, action, by, answer)]
                if missing:
                    self._fail(transition.line, "missing-answer", state=state, by=by, answer=missing[0])

    def _auto_close(self) -> None:
        line = self.places.of_key("auto_close")
        states = [rule.state for rule in self.scheme.auto_close]
        for number, state in enumerate(states):
            self._kind(state, line)
            if state in states[:number]:
                self._fail(line, "duplicate-auto-close", state=state)
            if not self.scheme.find(state, "auto_close", "system"):
                self._fail(line, "auto-close-without-transition", state=state)

    def _ends(self) -> None:
        """Every state a ticket can come to leads on to a final one."""
        steps = [(from_, one.to) for one in self.scheme.transitions if one.to for from_ in one.from_]
        reached = _closure({self.scheme.initial}, steps)
        final = {state.id for state in self.scheme.states if state.kind.final}
        ending = _closure(final, [(to, from_) for from_, to in steps])
        for number, state in enumerate(self.scheme.states):
            if state.id in reached and state.id not in ending:
                line = self.places.of_header("state", number)
                self._fail(line, "no-final-state-reachable", state=state.id)


def _closure(start: set[str], steps: list[tuple[str, str]]) -> set[str]:
    """Everything that these steps lead to from there, the start included."""
    onward: dict[str, set[str]] = {}
    for from_, to in steps:
        onward.setdefault(from_, set()).add(to)
    reached, waiting = set(start), list(start)
    while waiting:
        further = onward.get(waiting.pop(), set()) - reached
        reached |= further
        waiting += further
    return reached
