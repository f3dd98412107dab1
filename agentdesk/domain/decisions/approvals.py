"""Deciding: pass, reject, hand on, remind, escalate."""

from dataclasses import replace

from agentdesk.domain.approvers import last_transfer
from agentdesk.domain.commands import EscalateStage, PassStage, RejectStage, RemindStage, TransferStage
from agentdesk.domain.decisions.case import Changes
from agentdesk.domain.decisions.founding import enabled_person
from agentdesk.domain.decisions.members import scopes_of_role
from agentdesk.domain.decisions.request_case import RequestCase, part_id
from agentdesk.domain.due import escalates_at, reminds_at
from agentdesk.domain.entities import (
    DESK,
    Decision,
    DeskSettings,
    Request,
    Stage,
    StageTransfer,
)
from agentdesk.domain.reader import fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import joinable
from agentdesk.domain.values import Id, ProcessKind, ScopeKind, Verdict
from agentdesk.domain.wishes import digest_of


def pass_stage(command: PassStage, case: RequestCase) -> Changes:
    stage = case.open_stage(command.stage)
    vote = _vote(command, case, stage, Verdict.PASS)
    return _counted(case, _as_let_in(command, case), stage, vote)


def reject_stage(command: RejectStage, case: RequestCase) -> Changes:
    """Whoever rejects says why (CP-57)."""
    stage = case.open_stage(command.stage)
    if not command.comment.strip():
        raise Refused("comment-required")
    return _counted(case, case.request, stage, _vote(command, case, stage, Verdict.REJECT))


def transfer_stage(command: TransferStage, case: RequestCase) -> Changes:
    """To a named person, or to a role with a scope; who was asked so far is asked no longer (CP-65)."""
    stage = case.open_stage(command.stage)
    if (command.person is None) is (not command.role.strip()):
        raise Refused("target-required")
    if command.person is not None:
        enabled_person(case, command.person)
    before = last_transfer(case.request, stage, case.reader)
    at = case.at if before is None else max(case.at, before.at + 1)  # the last one counts, whatever the clock says
    moved = StageTransfer(
        id=case.new_id(StageTransfer), request=case.request.id, position=stage.position, by=case.actor, at=at,
        person=command.person, role=command.role.strip(), scope=command.scope, comment=command.comment,
    )  # fmt: skip
    after, *rest = case.voted(case.request, stage, case.outlook.votes, moved)
    return (after, moved, *rest)


def remind_stage(command: RemindStage, case: RequestCase) -> Changes:
    """Asks those who may decide by now, and reminds them if it is time (HZ-04: what was blocked may go on)."""
    stage = case.open_stage(command.stage)
    overdue = case.request.reminded is None and _is_past(case, reminds_at(case.request, stage))
    after, *rest = case.voted(case.request, stage, case.outlook.votes)
    assert isinstance(after, Request)
    if overdue and after.stage == case.request.stage:
        after = replace(after, reminded=case.at)
    if (replace(after, last_activity=0), rest) == (replace(case.request, last_activity=0), []):
        raise Refused("not-due")
    return (after, *rest)


def escalate_stage(command: EscalateStage, case: RequestCase) -> Changes:
    """Asks one more, and never passes anything by itself."""
    stage = case.open_stage(command.stage)
    if case.request.escalated is not None or not _is_past(case, escalates_at(case.request, stage)):
        raise Refused("not-due")
    return case.voted(replace(case.request, escalated=case.at), stage, case.outlook.votes)


def _is_past(case: RequestCase, end: int | None) -> bool:
    return end is not None and case.at > end


# --------------------------------------------------------------------------------------------- the vote


def _vote(command: PassStage | RejectStage, case: RequestCase, stage: Stage, verdict: Verdict) -> Decision:
    if command.digest != digest_of(case.request, stage.id):
        raise Refused("content-changed")
    person = _voice(command, case)
    return Decision(
        id=part_id(case.request.id, f"decision {person}", stage.position),
        request=case.request.id, position=stage.position, person=person, by=case.actor, verdict=verdict, at=case.at,
        decided_at=case.written_at, comment=command.comment, digest=command.digest,
    )  # fmt: skip


def _voice(command: PassStage | RejectStage, case: RequestCase) -> Id:
    """Their own voice, if they have one; else that of somebody who delegated to them and has not decided (HZ-07)."""
    free = case.outlook.approvers & case.outlook.voices - case.outlook.votes.keys()
    if command.person is not None:
        if command.person not in case.outlook.approvers & case.outlook.voices:
            raise Refused("not-an-approver")
        if command.person not in free:
            raise Refused("already-decided")
        return command.person
    return case.actor if case.actor in free else min(free)


def _counted(case: RequestCase, request: Request, stage: Stage, vote: Decision) -> Changes:
    after, *rest = case.voted(request, stage, {**case.outlook.votes, vote.person: vote})
    return (after, vote, *rest)


def _as_let_in(command: PassStage, case: RequestCase) -> Request:
    """The approver chooses the project and the role of somebody who joins (CP-55)."""
    request = case.request
    if request.kind is not ProcessKind.JOIN_PROJECT:
        return request
    if command.project is None:
        raise Refused("project-required")
    if not command.role.strip():
        raise Refused("role-required")
    if ScopeKind.PROJECT not in scopes_of_role(command.role.strip()):
        raise Refused("role-needs-scope", role=command.role, scopes=ScopeKind.SYSTEM)
    if not _may_join(command.project, request, case):
        raise Refused("project-out-of-reach")
    return replace(request, project=command.project, role=command.role.strip())


def _may_join(project: Id, request: Request, case: RequestCase) -> bool:
    desk = fetch(case.reader, DeskSettings, DESK) or DeskSettings(id=DESK)
    choice = joinable(request.domain, case.reader, three_levels=desk.three_levels, default=desk.default_domain)
    return any(one.id == project for one in choice)
