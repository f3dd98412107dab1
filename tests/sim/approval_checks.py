"""What must hold of decisions: one winner (I5), for exactly what was seen and by who may (I6), in their order (I7)."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from agentdesk.domain.commands import PassStage, RejectStage
from agentdesk.domain.entities import Decision, ProcessVersion, Request, RoleAssignment, Stage, StageResult
from agentdesk.domain.reader import need
from agentdesk.domain.values import Id, ProcessKind, RequestState, ScopeKind, StageRule, Verdict
from agentdesk.domain.wishes import digest_of
from agentdesk.records.rows import Rows
from agentdesk.server.database import reading
from agentdesk.server.schema import COMMAND_LOG
from agentdesk.server.schema import TABLES as SERVER_TABLES
from agentdesk.store.schema import RETURNED
from tests.sim.claims import hold
from tests.sim.desk import DeskSim
from tests.sim.office import DATA, ELSEWHERE, WEB
from tests.sim.server import Server

# ------------------------------------------------------------------------- whenever the server has judged something


class Electorate:
    """Looks at each new decision at once: later nobody can say who might have given it (I6)."""

    def __init__(self) -> None:
        self.known: set[Id] = set()

    def look(self, server: Server) -> None:
        with reading(server.engine) as connection:
            here = set(connection.scalars(select(SERVER_TABLES["decision"].c.id)))
            rows = Rows(connection, SERVER_TABLES)
            for id in here - self.known:
                _check_decider(rows, need(rows, Decision, id))
        self.known = here


def _check_decider(rows: Rows, decision: Decision) -> None:
    request = need(rows, Request, decision.request)
    stage = _chain(rows, request)[decision.position]
    told = decision.person, decision.by, request.id, stage.name
    hold(decision.person in _may_decide(rows, request, stage, decision.rev), "I6 decided without the right to", *told)
    lent = [d for d in rows.find("delegation", delegate=decision.by) if d.active and d.begins <= decision.at < d.ends]
    hold(decision.by in (decision.person, *_delegates(decision, lent)), "I6 decided for somebody else", *told)
    hold(decision.by != request.applicant or _own(rows, request), "I6 the applicant decided", *told)


def _delegates(decision: Decision, lent: list[Any]) -> Iterator[Id]:
    return (one.delegate for one in lent if one.person == decision.person)


def _may_decide(rows: Rows, request: Request, stage: Stage, before: int) -> set[Id]:
    """The rules of acceptance.md said once more: named persons and holders of the role, or whoever it was handed to."""
    moves = [m for m in rows.find("stage_transfer", request=request.id) if m.position == stage.position]
    moved = max((m for m in moves if m.rev < before), key=lambda m: m.rev, default=None)
    escalated = {stage.escalates_to} if request.escalated is not None and stage.escalates_to else set()
    if moved is None:
        return {*stage.persons, *_holders(rows, request, stage.role, stage.scope), *escalated}
    named = {moved.person} if moved.person else set()
    return named | escalated | _holders(rows, request, moved.role, moved.scope)


def _holders(rows: Rows, request: Request, role: str, scope: ScopeKind) -> set[Id]:
    held: tuple[RoleAssignment, ...] = rows.find("role_assignment", role=role) if role else ()
    return {one.person for one in held if one.active and _reaches(rows, one, request, scope)}


def _reaches(rows: Rows, held: RoleAssignment, request: Request, scope: ScopeKind) -> bool:
    if scope is ScopeKind.SYSTEM:
        return True
    if scope is ScopeKind.PROJECT:
        return held.scope_kind is ScopeKind.PROJECT and held.scope_id == request.project
    project = rows.get("project", str(held.scope_id)) if held.scope_kind is ScopeKind.PROJECT else None
    domain = project.domain if project else held.scope_id if held.scope_kind is ScopeKind.DOMAIN else None
    return domain is not None and domain == request.domain


def _own(rows: Rows, request: Request) -> bool:
    versions: tuple[ProcessVersion, ...] = rows.find("process_version", process=request.process)
    return any(one.number == request.version and one.decides_own for one in versions)


def _chain(rows: Rows, request: Request) -> dict[int, Stage]:
    stages: tuple[Stage, ...] = rows.find("stage", process=request.process, version=request.version)
    return {stage.position: stage for stage in stages}


# ------------------------------------------------------------------------- when all is quiet


def check_decisions(server: Server) -> None:
    with reading(server.engine) as connection:
        rows = Rows(connection, SERVER_TABLES)
        for request in rows.find("request"):
            decisions: tuple[Decision, ...] = rows.find("decision", request=request.id)
            results: tuple[StageResult, ...] = rows.find("stage_result", request=request.id)
            chain = _chain(rows, request) if request.process else {}
            _check_winners(decisions, results, chain)
            _check_order(request, decisions, results)
            for decision in decisions:
                hold(_is_of_what_is_asked(request, chain, decision), "I6 decided on something else", decision)


def _check_winners(decisions: tuple[Decision, ...], results: tuple[StageResult, ...], chain: dict[int, Stage]) -> None:
    votes = Counter((one.position, one.person) for one in decisions)
    hold(not votes or max(votes.values()) == 1, "I5 somebody has two votes", votes)
    hold(len({one.position for one in results}) == len(results), "I5 a stage has two results", results)
    by_id = {one.id: one for one in decisions}
    for result in results:
        winner = by_id.get(result.decision)
        hold(winner and winner.position == result.position, "I5 a stage was won by no vote of it", result)
        hold(winner and winner.verdict is result.verdict, "I5 a stage was won by another vote", result)
        passes = [one for one in decisions if (one.position, one.verdict) == (result.position, Verdict.PASS)]
        stage = chain[result.position]
        needed = stage.number if stage.rule is StageRule.COUNT else 1
        hold(result.verdict is Verdict.REJECT or len(passes) >= needed, "I5 passed by too few", result, len(passes))


def _check_order(request: Request, decisions: tuple[Decision, ...], results: tuple[StageResult, ...]) -> None:
    """I7: one stage after the other, and a reject is the end."""
    ordered = sorted(results, key=lambda one: one.position)
    done = [one.position for one in ordered]
    hold(done == list(range(1, len(done) + 1)), "I7 a stage was left out", request.id, done)
    hold(all(one.verdict is Verdict.PASS for one in ordered[:-1]), "I7 it went on after a reject", request.id)
    if ordered and ordered[-1].verdict is Verdict.REJECT:
        hold(request.state in (RequestState.COMPLETED,), "I7 rejected and not ended", request)
    if request.state is RequestState.IN_APPROVAL:
        hold(request.stage == len(done) + 1, "I7 another stage is open than the next one", request)
    ends = {one.position: one.rev for one in results}
    for decision in decisions:
        hold(decision.rev <= ends.get(decision.position, 1 << 62), "I7 decided after the stage was settled", decision)
        before = ends.get(decision.position - 1, 0 if decision.position == 1 else 1 << 62)
        hold(decision.rev > before, "I7 decided before the stage was open", decision)


def _is_of_what_is_asked(request: Request, chain: dict[int, Stage], decision: Decision) -> bool:
    """Once somebody has decided, what is asked for stays; but who is let in gets the project with the Pass."""
    stage = chain[decision.position].id
    seen = [request]
    if request.kind is ProcessKind.JOIN_PROJECT:
        seen += [replace(request, project=project, role="") for project in (None, WEB, DATA, ELSEWHERE)]
    return any(decision.digest == digest_of(one, stage) for one in seen)


def check_outcomes(server: Server, desks: list[DeskSim]) -> None:
    """I2: every command ends as one of applied, returned, taken back; who decided too late is told who won (I5)."""
    with reading(server.engine) as connection:
        log = COMMAND_LOG.c
        told = {id: json.loads(outcome) for id, outcome in connection.execute(select(log.id, log.outcome))}
        rows = Rows(connection, SERVER_TABLES)
        for desk in desks:
            returned = desk.read(_returned)
            for id, command in desk.commands.items():
                outcome = told.get(id, {"status": "not there"})
                _check_outcome(desk, id, command, outcome["status"], returned)
                if isinstance(command, PassStage | RejectStage):
                    _check_decided(rows, desk.person, command, outcome["status"])
                    _check_told(server, command, returned.get(id))


def _returned(connection: Connection) -> dict[Id, tuple[str, dict[str, str]]]:
    rows = connection.execute(select(RETURNED.c.id, RETURNED.c.code, RETURNED.c.data))
    return {id: (code, json.loads(data)) for id, code, data in rows}


def _check_outcome(
    desk: DeskSim, id: Id, command: object, status: str, returned: dict[Id, tuple[str, dict[str, str]]]
) -> None:
    done = status in ("applied", "noop")
    hold(not (done and id in returned), "I2 applied, and came back too", desk.person, command)
    hold(status != "rejected" or id in returned, "I2 refused without a word", desk.person, command)
    if status == "not there":
        hold(id in returned or id in desk.taken, "I2 a command is nowhere", desk.person, command)


def _check_decided(rows: Rows, person: Id, command: PassStage | RejectStage, status: str) -> None:
    """I5: whoever was told that it holds, finds it so; and what did not hold has left no vote."""
    verdict = Verdict.PASS if isinstance(command, PassStage) else Verdict.REJECT
    request = need(rows, Request, command.request) if status == "applied" else None
    if request is None:
        return
    stage = need(rows, Stage, command.stage)
    mine = [
        one for one in rows.find("decision", request=request.id)
        if (one.position, one.by, one.verdict, one.digest) == (stage.position, person, verdict, command.digest)
    ]  # fmt: skip
    hold(mine, "I5 told that it holds, and it does not", person, command)


def _check_told(server: Server, command: PassStage | RejectStage, back: tuple[str, dict[str, str]] | None) -> None:
    """What a restore has undone may have been told before it."""
    if back is None or back[0] != "already-decided" or server.epochs:
        return
    hold({"name", "verdict", "at"} <= back[1].keys(), "I5 too late, and not told who won", command)


# ------------------------------------------------------------------------- after every step


_ONLY_FROM_SERVER = (
    "request", "decision", "stage_result", "candidate", "stage_transfer", "request_change", "process", "resource",
)  # fmt: skip
EARLY = " UNION ALL ".join(f"SELECT '{kind}' FROM \"{kind}\" WHERE rev = 0" for kind in _ONLY_FROM_SERVER)
"""Rows that the server has not given: nothing is called approved early (sync.md, amendment 6)."""
