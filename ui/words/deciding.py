"""What stands at each level of a request, and what a decision on it leads to, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QObject

from agentdesk.desk.queries.requests import Handing, RequestDetail, RequestRow, Step
from agentdesk.domain.entities import Decision
from agentdesk.domain.quorum import needed
from agentdesk.domain.values import HOUR, Execution, Id, Instant, ProcessKind, RequestState, StageRule, Verdict
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.requests import joined, role_name
from ui.words.times import clock_time, moment, short_date

RESULTS: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Deciding", "Deploy"),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Deciding", "Adjust"),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Deciding", "Move to trash"),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Deciding", "Join"),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Deciding", "Set quota"),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Deciding", "Set quota"),
    }
)
"""What happens by itself after the last level."""
ENDS: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Deciding", "After you pass, the host is deployed at once."),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Deciding", "After you pass, the hosts are adjusted at once."),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Deciding", "After you pass, the hosts go to the trash at once."),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Deciding", "After you pass, {name} joins the project at once."),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Deciding", "After you pass, the new quota holds at once."),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Deciding", "After you pass, the new quota holds at once."),
    }
)
ENDS_LATER: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Deciding", "The host is deployed after level {n}."),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Deciding", "The hosts are adjusted after level {n}."),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Deciding", "The hosts go to the trash after level {n}."),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Deciding", "{name} joins the project after level {n}."),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Deciding", "The new quota holds after level {n}."),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Deciding", "The new quota holds after level {n}."),
    }
)
"""What happens after the last level, at those before it."""
NOT_DONE: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Deciding", "The request ends here and no host is deployed."),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Deciding", "The request ends here and the hosts stay as they are."),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Deciding", "The request ends here and the hosts stay."),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Deciding", "The request ends here and {name} does not join."),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Deciding", "The request ends here and the quota stays."),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Deciding", "The request ends here and the quota stays."),
    }
)
_NEXT = QT_TRANSLATE_NOOP("Deciding", "After you pass, level {n}, {level}, decides.")
_AGAIN = QT_TRANSLATE_NOOP("Deciding", "{name} can send a new request.")
_LATER = QT_TRANSLATE_NOOP(
    "Deciding", "Your decision is sent when you are online. Somebody else may decide first; then yours does not count."
)
_HEAD = QT_TRANSLATE_NOOP("Deciding", "Your decision for level {n} · {level}")
_HEAD_FOR = QT_TRANSLATE_NOOP("Deciding", "Your decision for level {n} · {level}, for {name}")
_FOR = QT_TRANSLATE_NOOP("Deciding", "{by} for {name}")
_YOU_OR = QT_TRANSLATE_NOOP("Deciding", "You, or {name}")
YOU = QT_TRANSLATE_NOOP("Deciding", "You")
NOBODY = QT_TRANSLATE_NOOP("Deciding", "Nobody yet")
SUBMITTED = QT_TRANSLATE_NOOP("Deciding", "Submitted")
TO_BE_SUBMITTED = QT_TRANSLATE_NOOP("Deciding", "To be submitted")
PASSED = QT_TRANSLATE_NOOP("Deciding", "Passed {time}")
REJECTED = QT_TRANSLATE_NOOP("Deciding", "Rejected {time}")
WITHDRAWN = QT_TRANSLATE_NOOP("Deciding", "Withdrawn {time}")
FOR_YOU = QT_TRANSLATE_NOOP("Deciding", "Waiting for you")
WAITING = QT_TRANSLATE_NOOP("Deciding", "Waiting")
BLOCKED = QT_TRANSLATE_NOOP("Deciding", "Blocked")
NOT_STARTED = QT_TRANSLATE_NOOP("Deciding", "Not started")
NOT_ASKED = QT_TRANSLATE_NOOP("Deciding", "Not asked")
AUTOMATIC = QT_TRANSLATE_NOOP("Deciding", "Automatic")
AFTER = QT_TRANSLATE_NOOP("Deciding", "After level {n}")
RUNNING = QT_TRANSLATE_NOOP("Deciding", "Running")
FAILED = QT_TRANSLATE_NOOP("Deciding", "Failed")
NOT_RUN = QT_TRANSLATE_NOOP("Deciding", "Does not happen")
ROLE_OF = QT_TRANSLATE_NOOP("Deciding", "Role: {role}")
_RULES: Mapping[StageRule, str] = MappingProxyType(
    {
        StageRule.ANY: QT_TRANSLATE_NOOP("Deciding", "Any one of them decides."),
        StageRule.ALL: QT_TRANSLATE_NOOP("Deciding", "All of them must pass it."),
    }
)


_RECENT = 12 * HOUR


@dataclass(frozen=True, slots=True)
class Node:
    """A place of the stepper. `look`: done, open, later, failed or waiting."""

    mark: str
    """A number, or `check`, `cross`, `slash`, `result`."""
    title: str
    who: str
    when: str
    look: str


class Several(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def you_or_others(self, n: int) -> str:
        return self.tr("You, or %n others", "", n)

    def one_or_more(self, name: str, n: int) -> str:
        return self.tr("{name}, or %n more", "", n).format(name=name) if n else name

    def anyone(self, n: int) -> str:
        return self.tr("One of %n people", "", n)

    def more_must_pass(self, n: int) -> str:
        return self.tr("After you pass, %n more must pass this level.", "", n)

    def more_after_mine(self, n: int) -> str:
        return self.tr("Your decision counts. %n more must pass this level.", "", n)

    def passed_of(self, n: int, least: int) -> str:
        return self.tr("%n of {least} passed", "", n).format(least=least)

    def so_many(self, n: int, of: int) -> str:
        return self.tr("%n of {of} must pass it.", "", n).format(of=of)


def nodes(detail: RequestDetail, me: Id, now: Instant) -> list[Node]:
    """Submitted, then the levels, then what happens by itself."""
    row = detail.row
    at = _day_or_time(row.request.created, now)
    begun = Node("check", say("Deciding", SUBMITTED), row.applicant.name, at, "done")
    levels = [_level(detail, number, me, now) for number in range(1, len(detail.steps) + 1)]
    return [begun, *levels, _result(detail, now)]


def decision_head(detail: RequestDetail, me: Id) -> str:
    """Which level it is, and in whose name where that is not one's own."""
    level = {"n": detail.row.request.stage, "level": detail.row.stage_name}
    others = in_whose_name(detail, me)
    return say("Deciding", _HEAD_FOR, {**level, "name": others}) if others else say("Deciding", _HEAD, level)


def in_whose_name(detail: RequestDetail, me: Id) -> str:
    """Those whom one can only stand in for; nothing for who decides for themselves."""
    names = (one.name or one.user_name for one in detail.voices)
    return "" if any(one.id == me for one in detail.voices) else joined(names)


def after_pass(detail: RequestDetail) -> str:
    """What a Pass leads to."""
    request = detail.row.request
    step = open_step(detail)
    left = _left_after_mine(step) if step else 0
    if left:
        return Several().more_must_pass(left)
    name = detail.row.applicant.name
    if request.stage == len(detail.steps):
        return say("Deciding", ENDS[request.kind], {"name": name})
    following = say("Deciding", _NEXT, {"n": request.stage + 1, "level": detail.steps[request.stage].stage.name})
    return f"{following} {say('Deciding', ENDS_LATER[request.kind], {'name': name, 'n': len(detail.steps)})}"


def after_mine(detail: RequestDetail) -> str:
    """What a level still lacks that this person has decided; nothing once it is over."""
    step = open_step(detail)
    if step is None or detail.row.request.state is not RequestState.IN_APPROVAL:
        return ""
    return Several().more_after_mine(max(1, _least(step) - _passes(step)))


def after_reject(detail: RequestDetail) -> str:
    values = {"name": detail.row.applicant.name}
    ends = say("Deciding", NOT_DONE[detail.row.request.kind], values)
    return f"{ends} {say('Deciding', _AGAIN, values)}"


def decided_later() -> str:
    """On a desk with a server that is out of reach."""
    return say("Deciding", _LATER)


def request_processor(row: RequestRow) -> str:
    """Who may act on it now, with how many more, or who acted last."""
    one = row.processor
    if one.mine:
        return _you_or(one.name, one.others)
    if one.name:
        return Several().one_or_more(one.name, one.others)
    return say("Deciding", NOBODY if row.request.state is RequestState.IN_APPROVAL else AUTOMATIC)


def rule_sentence(step: Step) -> str:
    """How many of those who are asked must pass."""
    stage, people = step.stage, len(step.people)
    if stage.rule in _RULES:
        return say("Deciding", _RULES[stage.rule]) if people > 1 else ""
    return Several().so_many(needed(stage.rule, stage.number, people), people)


def decided_facts(detail: RequestDetail, now: Instant) -> list[tuple[str, str]]:
    """Level by level, who decided it and how."""
    return [
        (
            step.stage.name,
            say("Deciding", _GIVEN[one.verdict], {"name": voice_of(one, step), "time": moment(one.at, now)}),
        )
        for step in detail.steps
        for one in step.decisions
    ]


_GIVEN: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.PASS: QT_TRANSLATE_NOOP("Deciding", "{name} passed it, {time}"),
        Verdict.REJECT: QT_TRANSLATE_NOOP("Deciding", "{name} rejected it, {time}"),
    }
)


def voice_of(decision: Decision, step: Step) -> str:
    """Who decided, and for whom."""
    names = {person.id: person.name for person in (*step.people, *step.deciders)}
    name = names.get(decision.person, "")
    if decision.by in (decision.person, ""):
        return name
    return say("Deciding", _FOR, {"by": names.get(decision.by, "–"), "name": name})


def whom_of(handing: Handing) -> str:
    """To whom a level was handed on."""
    if handing.to is not None:
        return handing.to.name or handing.to.user_name
    return role_name(handing.role)


def open_step(detail: RequestDetail) -> Step | None:
    place = detail.row.request.stage
    return detail.steps[place - 1] if 0 < place <= len(detail.steps) else None


def is_decided_here(row: RequestRow) -> bool:
    """On this computer, and the server has not heard of it yet."""
    return row.submitted in ("pass_stage", "reject_stage")


def short_time(at: Instant, now: Instant) -> str:
    """The time alone for what happened just now."""
    return clock_time(at) if now - at < _RECENT else moment(at, now)


def _day_or_time(at: Instant, now: Instant) -> str:
    """Shorter still, for a narrow column."""
    return clock_time(at) if now - at < _RECENT else short_date(at, now)


# --------------------------------------------------------------------------------------------- one node


def _level(detail: RequestDetail, number: int, me: Id, now: Instant) -> Node:
    step, request = detail.steps[number - 1], detail.row.request
    title, mark = step.stage.name, str(number)
    decision = _deciding(step)
    if number == request.stage and is_decided_here(detail.row):
        return Node(mark, title, say("Deciding", YOU), say("Deciding", TO_BE_SUBMITTED), "waiting")
    if step.result is not None and decision is not None:
        passed = step.result.verdict is Verdict.PASS
        words = say("Deciding", PASSED if passed else REJECTED, {"time": _day_or_time(step.result.at, now)})
        return Node("check" if passed else "cross", title, voice_of(decision, step), words,
                    "done" if passed else "failed")  # fmt: skip
    if number == request.stage:
        return Node(mark, title, _asked(detail, step, me), _waits(detail), "open")
    told = NOT_STARTED if request.state is RequestState.IN_APPROVAL else NOT_ASKED
    return Node(mark, title, _whom(step), say("Deciding", told), "later")


def _result(detail: RequestDetail, now: Instant) -> Node:
    request = detail.row.request
    title, automatic = say("Deciding", RESULTS[request.kind]), say("Deciding", AUTOMATIC)
    at = _day_or_time(request.closed or request.last_activity, now)
    if request.state is RequestState.CANCELLED:
        words = say("Deciding", WITHDRAWN, {"time": at})
        return Node("slash", title, detail.row.applicant.name, words, "later")
    if request.execution is Execution.SUCCEEDED:
        return Node("check", title, automatic, at, "done")
    if request.execution is Execution.FAILED:
        return Node("cross", title, automatic, say("Deciding", FAILED), "failed")
    if request.execution is Execution.RUNNING:
        return Node("result", title, automatic, say("Deciding", RUNNING), "open")
    if request.state is RequestState.COMPLETED:
        return Node("slash", title, automatic, say("Deciding", NOT_RUN), "later")
    return Node("result", title, automatic, say("Deciding", AFTER, {"n": len(detail.steps)}), "later")


def _deciding(step: Step) -> Decision | None:
    """The vote that settled the level, or the last one."""
    if step.result is not None:
        return next((one for one in step.decisions if one.id == step.result.decision), None)
    return step.decisions[-1] if step.decisions else None


def _asked(detail: RequestDetail, step: Step, me: Id) -> str:
    others = [person for person in step.people if person.id != me]
    if _least(step) > 1:
        return Several().passed_of(_passes(step), _least(step))
    if not _mine(detail):
        if len(others) == 1:
            return others[0].name
        return Several().anyone(len(others)) if others else say("Deciding", NOBODY)
    return _you_or(others[0].name if others else "", len(others) - 1)


def _you_or(name: str, more: int) -> str:
    """`more` than the one who is named, if anybody is."""
    if not name:
        return say("Deciding", YOU)
    return Several().you_or_others(more + 1) if more > 0 else say("Deciding", _YOU_OR, {"name": name})


def _waits(detail: RequestDetail) -> str:
    if detail.row.request.blocked:
        return say("Deciding", BLOCKED)
    return say("Deciding", FOR_YOU if _mine(detail) else WAITING)


def _mine(detail: RequestDetail) -> bool:
    return any(action.command == "pass_stage" and action.enabled for action in detail.actions)


def _whom(step: Step) -> str:
    if step.stage.role:
        return say("Deciding", ROLE_OF, {"role": role_name(step.stage.role)})
    return Several().anyone(len(step.stage.persons)) if step.stage.persons else ""


def _left_after_mine(step: Step) -> int:
    return max(0, _least(step) - _passes(step) - 1)


def _least(step: Step) -> int:
    """How many must pass it."""
    return needed(step.stage.rule, step.stage.number, len(step.people))


def _passes(step: Step) -> int:
    return sum(one.verdict is Verdict.PASS for one in step.decisions)
