"""Setting up who must approve what."""

from collections.abc import Iterator
from dataclasses import replace

from agentdesk.domain.commands import DisableProcess, EnableProcess, SaveDesk, SaveProcess, StageForm
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.names import tidy_name
from agentdesk.domain.entities import DESK, DeskSettings, Domain, Person, Process, ProcessVersion, Stage
from agentdesk.domain.reader import every, fetch, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import ProcessKind, ScopeKind, StageRule

MOST_STAGES = 5
_ONE_LEVEL = frozenset(ProcessKind) - {ProcessKind.HOST_CREATE, ProcessKind.HOST_DELETE}
"""The document's levels (CP-03 to CP-09); `save_desk` gives any kind up to five (CP-R1)."""


def most_stages(kind: ProcessKind, desk: DeskSettings | None) -> int:
    given = dict(word.split("=", 1) for word in (desk.most_stages if desk else ()))
    return int(given.get(kind, 1 if kind in _ONE_LEVEL else MOST_STAGES))


def save_desk(command: SaveDesk, case: Case) -> Changes:
    for word in command.most_stages:
        kind, _, number = word.partition("=")
        if kind not in list(ProcessKind) or not number.isdecimal() or not 1 <= int(number) <= MOST_STAGES:
            raise Refused("bad-argument", field="most_stages", why="unknown-word")
    if command.default_domain is not None:
        need(case.reader, Domain, command.default_domain)
    known = fetch(case.reader, DeskSettings, DESK) or DeskSettings(id=DESK)
    return (
        replace(
            known, name=command.name.strip(), three_levels=command.three_levels,
            default_domain=command.default_domain, most_stages=command.most_stages,
        ),
    )  # fmt: skip


def save_process(command: SaveProcess, case: Case) -> Changes:
    """A new version; requests that run keep the one they started with (CP-25)."""
    _check_stages(command, case)
    known = fetch(case.reader, Process, command.process)
    if known is None:
        return _with_chain(_new(command, case), command, case)
    if known.kind is not command.kind:
        raise Refused("other-kind", kind=known.kind)
    return _with_chain(replace(known, version=known.version + 1), command, case)


def enable_process(command: EnableProcess, case: Case) -> Changes:
    process = need(case.reader, Process, command.process)
    return (replace(process, enabled=True, updated=case.at, updated_by=case.actor),)


def disable_process(command: DisableProcess, case: Case) -> Changes:
    process = need(case.reader, Process, command.process)
    return (replace(process, enabled=False, updated=case.at, updated_by=case.actor),)


def _new(command: SaveProcess, case: Case) -> Process:
    if every(case.reader, Process, kind=command.kind):
        raise Refused("process-exists", kind=command.kind)  # CP-68: one for each kind
    return Process(id=case.unused(Process, command.process), kind=command.kind, name="", created=case.at)


def _with_chain(process: Process, command: SaveProcess, case: Case) -> Changes:
    after = replace(
        process, name=command.name.strip(), description=command.description, stages=len(command.stages),
        updated=case.at, updated_by=case.actor,
    )  # fmt: skip
    version = ProcessVersion(
        id=case.new_id(ProcessVersion), process=after.id, number=after.version, stages=after.stages,
        decides_own=command.decides_own, at=case.at, by=case.actor,
    )  # fmt: skip
    return (after, version, *_stages(after, command, case))


def _stages(process: Process, command: SaveProcess, case: Case) -> Iterator[Stage]:
    for position, form in enumerate(command.stages, 1):
        yield Stage(
            id=case.new_id(Stage), process=process.id, version=process.version, position=position,
            name=tidy_name(form.name), role=form.role.strip(), scope=form.scope, persons=form.persons, rule=form.rule,
            number=form.number, transferable=form.transferable, due_hours=form.due_hours,
            escalates_to=form.escalates_to,
        )  # fmt: skip


def _check_stages(command: SaveProcess, case: Case) -> None:
    most = most_stages(command.kind, fetch(case.reader, DeskSettings, DESK))
    if not command.stages:
        raise Refused("stage-required")
    if len(command.stages) > most:
        raise Refused("too-many-stages", most=most)
    for form in command.stages:
        _check_stage(form, command.kind, case)


def _check_stage(form: StageForm, kind: ProcessKind, case: Case) -> None:
    """A disabled person or a role of nobody may stand there: the window warns, and a request would block."""
    if not form.role.strip() and not form.persons:
        raise Refused("approver-required", name=form.name)
    if form.role.strip() and form.scope not in scopes_for(kind):
        raise Refused("scope-not-for-kind", scope=form.scope)
    for person in (*form.persons, *([form.escalates_to] if form.escalates_to else [])):
        need(case.reader, Person, person)
    if form.rule in (StageRule.COUNT, StageRule.PERCENT) and form.number < 1:
        raise Refused("number-required", name=form.name)


def scopes_for(kind: ProcessKind) -> tuple[ScopeKind, ...]:
    """CP-16."""
    project = (ScopeKind.PROJECT,) if kind.has_project else ()
    return (*project, ScopeKind.DOMAIN, ScopeKind.SYSTEM)
