"""T6: approvers who decide at once, from two replicas and each twice: one decision wins, and the losers hear whose."""

from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Person
from agentdesk.domain.values import Id, ProcessKind, RequestState, ScopeKind, StageRule
from agentdesk.domain.wishes import digest_of
from agentdesk.wire import Result
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH, PETRA, WEI
from tests.server.racing import Race
from tests.server.worlds import SECLUDED, World

APPROVERS = (MARA, JONAS, ADMIN, PETRA, WEI, LEA, SECLUDED)
VOTERS = (*APPROVERS, MARA)
"""Mara decides on two devices at once (HZ-16)."""
QUORUMS = ((StageRule.ANY, 0), (StageRule.ALL, 0), (StageRule.COUNT, 3), (StageRule.PERCENT, 50))


@dataclass(frozen=True)
class Vote:
    person: Id
    verdict: str
    told: Result

    @property
    def counted(self) -> bool:
        return self.told.status == "applied"

    @property
    def rev(self) -> int:
        assert self.told.root is not None
        return self.told.root[2]


@pytest.fixture
def decision_rounds(engine: Engine, nightly: bool) -> int:
    """In SQLite writers only wait for each other: there is less to find."""
    rounds = 1_000 if nightly else 12
    return rounds if engine.dialect.name == "postgresql" else max(rounds // 10, len(QUORUMS))


@pytest.mark.rule("HZ-01", "HZ-02", "HZ-16", "CP-57", "CP-61")
def test_votes_at_once_have_one_winner_and_all_others_hear_who_it_was(
    world: World, race: Race, decision_rounds: int
) -> None:
    project, process = _set_up(world)
    dice = Random(decision_rounds)
    for number in range(decision_rounds):
        quorum = QUORUMS[number * len(QUORUMS) // decision_rounds]
        if number == 0 or quorum != QUORUMS[(number - 1) * len(QUORUMS) // decision_rounds]:
            _save(world, process, quorum)
        request = _filed(world, project)
        verdicts = [dice.choice(("pass", "pass", "pass", "reject")) for _ in VOTERS]
        sent = [(who, _vote(world, request, verdict)) for who, verdict in zip(VOTERS, verdicts, strict=True)]
        told = race([(who, world.wire(command)) for who, command in sent])
        votes = [Vote(*one) for one in zip(VOTERS, verdicts, told, strict=True)]
        _one_winner(world, request, votes, quorum)


def _set_up(world: World) -> tuple[Id, Id]:
    project = world.new_id()
    world.done(c.SaveProject(project=project, domain=HELIOS, name="Analytics"), ADMIN)
    member = {"role": "member", "scope_kind": ScopeKind.PROJECT, "scope_id": project}
    world.done(c.AssignRole(person=NOAH, **member), ADMIN)  # type: ignore[arg-type]
    return project, world.new_id()


def _save(world: World, process: Id, quorum: tuple[StageRule, int]) -> None:
    """Two stages of the same people, so that a late vote on the first could hit the second."""
    rule, number = quorum
    stages = tuple(c.StageForm(name=name, persons=APPROVERS, rule=rule, number=number) for name in ("First", "Second"))
    world.done(c.SaveProcess(process=process, kind=ProcessKind.HOST_CREATE, name="Chain", stages=stages), ADMIN)
    world.done(c.EnableProcess(process=process), ADMIN)


def _filed(world: World, project: Id) -> Id:
    request = world.new_id()
    wish: dict[str, Any] = {"name": "db", "vcpus": 8, "memory_gib": 64, "reason": "It swaps."}
    world.done(c.Apply(request=request, kind=ProcessKind.HOST_CREATE, project=project, **wish), NOAH)
    return request


def _vote(world: World, request: Id, verdict: str) -> c.Command:
    thing = world.get("request", request)
    stages = world.find("stage", process=thing.process, version=thing.version)
    first = next(stage.id for stage in stages if stage.position == 1)
    kind = c.PassStage if verdict == "pass" else c.RejectStage
    return kind(request=request, stage=first, digest=digest_of(thing, first), comment="Because.")


def _one_winner(world: World, request: Id, votes: list[Vote], quorum: tuple[StageRule, int]) -> None:
    counted = sorted((vote for vote in votes if vote.counted), key=lambda vote: vote.rev)
    verdicts = [vote.verdict for vote in counted]
    assert len({vote.person for vote in counted}) == len(counted), "somebody has voted twice"
    assert [_outcome(verdicts[:n], quorum) for n in range(1, len(verdicts))] == [""] * (len(verdicts) - 1)
    outcome, winner = _outcome(verdicts, quorum), counted[-1]
    assert outcome, "all have voted, and the stage is open"
    (result,) = world.find("stage_result", request=request)
    decisions = world.find("decision", request=request)
    assert (result.position, result.verdict) == (1, outcome)
    assert {(one.person, one.verdict) for one in decisions} == {(one.person, one.verdict) for one in counted}
    assert next(one.person for one in decisions if one.id == result.decision) == winner.person
    thing = world.get("request", request)
    assert (thing.state, thing.stage) == (
        (RequestState.COMPLETED, 0) if outcome == "reject" else (RequestState.IN_APPROVAL, 2)
    )
    names = {_name(world, winner.person)}
    for loser in (vote for vote in votes if not vote.counted):
        assert (loser.told.status, loser.told.code) == ("rejected", "already-decided")
        their_own = {_name(world, loser.person)} if loser.person in {one.person for one in counted} else set()
        assert loser.told.data["name"] in names | their_own


def _outcome(verdicts: list[str], quorum: tuple[StageRule, int]) -> str:
    """What so many votes of seven come to; "" while both ends are open (HZ-01)."""
    rule, number = quorum
    asked, passes, refusals = len(APPROVERS), verdicts.count("pass"), verdicts.count("reject")
    share = {"any": 1, "all": asked, "count": number, "percent": asked * number / 100}[rule]
    if passes >= share:
        return "pass"
    return "reject" if refusals and (rule == "any" or asked - refusals < share) else ""


def _name(world: World, person: Id) -> str:
    found = world.get("person", person)
    assert isinstance(found, Person)
    return found.name
