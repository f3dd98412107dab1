"""What a rule on a request is given, and how a stage is opened and settled."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import UUID, uuid5

from agentdesk.domain.approvers import approvers, stage_at
from agentdesk.domain.commands import Envelope
from agentdesk.domain.decisions.case import Case
from agentdesk.domain.entities import Candidate, Decision, Entity, Person, Request, Stage, StageResult, StageTransfer
from agentdesk.domain.quorum import reachable, settled
from agentdesk.domain.reader import Reader, every, fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.values import Execution, Id, RequestResult, RequestState, Verdict


class RequestCase(Case):
    def __init__(self, envelope: Envelope, reader: Reader, outlook: RequestOutlook) -> None:
        super().__init__(envelope, reader)
        self.outlook = outlook
        self.request = outlook.request

    def open_stage(self, stage: Id) -> Stage:
        """The open one, which must be the one that was meant (I7)."""
        current = self.outlook.stage
        if current is None or current.id != stage:
            raise too_late(stage, self.outlook) or Refused("stage-not-open")
        return current

    def opened(self, request: Request, position: int) -> tuple[Entity, ...]:
        """The request with that stage open, and those who are asked.

        The answer to a push may name a version that its desk has not read yet. Raises Refused: levels-not-here.
        """
        after = replace(
            request, stage=position, stage_since=self.at, last_activity=self.at, reminded=None, escalated=None
        )
        stage = stage_at(after, position, self.reader)
        if stage is None:
            raise Refused("levels-not-here")
        people = approvers(after, stage, self.reader)
        blocked = not reachable(stage.rule, stage.number, len(people))
        return (replace(after, blocked=blocked), *self._wanted(position, people))

    def voted(
        self, request: Request, stage: Stage, votes: Mapping[Id, Decision], moved: StageTransfer | None = None
    ) -> tuple[Entity, ...]:
        """The request after these votes on its open stage, with the people whose vote is (no longer) wanted."""
        people = approvers(request, stage, self.reader, moved)
        electorate = people | votes.keys()
        passes = sum(one.verdict is Verdict.PASS for one in votes.values())
        rule, number = stage.rule, stage.number
        verdict = settled(rule, number, len(electorate), passes, len(votes) - passes)
        if verdict is None:
            blocked = not reachable(rule, number, len(electorate))
            after = replace(request, blocked=blocked, last_activity=self.at)
            return (after, *self._wanted(stage.position, people - votes.keys(), electorate))
        return self._settled(request, stage, verdict, votes, electorate)

    def _settled(
        self, request: Request, stage: Stage, verdict: Verdict, votes: Mapping[Id, Decision], electorate: frozenset[Id]
    ) -> tuple[Entity, ...]:
        last = [one for one in votes.values() if one.verdict is verdict][-1]  # of two in one millisecond the newer
        result = StageResult(
            id=part_id(request.id, "result", stage.position),
            request=request.id, position=stage.position, verdict=verdict, decision=last.id, at=self.at,
        )  # fmt: skip
        done = (result, *self._wanted(stage.position, frozenset(), electorate))
        if verdict is Verdict.REJECT:
            return (self.ended(request, RequestResult.REJECTED), *done)
        if stage.position < request.stages:
            after, *people = self.opened(request, stage.position + 1)
            return (after, *done, *people)
        return (self.running(request), *done)

    def _wanted(
        self, position: int, wanted: frozenset[Id], electorate: frozenset[Id] = frozenset()
    ) -> Iterable[Candidate]:
        """Changes of who is asked for a stage: those who are wanted, and those who no longer are.

        Of the electorate somebody may have got the role after the stage was opened: they, too, were involved.
        """
        known = {one.person: one for one in self.outlook.candidates if one.position == position}
        for person, one in known.items():
            if one.active is not (person in wanted):
                yield replace(one, active=person in wanted)
        yield from _asked(self.request, position, wanted - known.keys())
        late = _asked(self.request, position, electorate - wanted - known.keys())
        yield from (replace(one, active=False) for one in late)

    def ended(self, request: Request, result: RequestResult) -> Request:
        return replace(
            request, state=RequestState.COMPLETED, result=result, stage=0, blocked=False, closed=self.at,
            last_activity=self.at,
        )  # fmt: skip

    def running(self, request: Request) -> Request:
        """All stages are passed: the operation runs by itself."""
        return replace(
            request, state=RequestState.PROCESSING, result=RequestResult.PASSED, execution=Execution.RUNNING, stage=0,
            blocked=False, attempts=request.attempts + 1, failure="", last_activity=self.at, stage_since=self.at,
        )  # fmt: skip


def too_late(stage: Id, outlook: RequestOutlook) -> Refused | None:
    """Who won, for whoever comes second (I5); None while the stage is not settled and this person has not voted."""
    reader, request = outlook.reader, outlook.request
    meant = fetch(reader, Stage, stage)
    if meant is None or request.process != meant.process or request.version != meant.version:
        return None
    results = every(reader, StageResult, request=request.id)
    winner = next((one.decision for one in results if one.position == meant.position), None)
    if winner is None and meant.position == request.stage:
        winner = next((one.id for voice, one in outlook.votes.items() if voice in outlook.voices), None)
    decision = fetch(reader, Decision, winner)
    if decision is None:
        return None
    person = fetch(reader, Person, decision.by)
    return Refused(
        "already-decided", name=person.name if person else "", verdict=decision.verdict, at=decision.at
    )  # fmt: skip


def _asked(request: Request, position: int, people: Iterable[Id]) -> Iterable[Candidate]:
    return (
        Candidate(
            id=part_id(request.id, f"candidate {person}", position),
            request=request.id, position=position, person=person,
        )
        for person in sorted(people)
    )  # fmt: skip


def part_id(request: Id, name: str, position: int) -> Id:
    """The same for everybody who would make it: whoever is first wins by the key."""
    return str(uuid5(UUID(request), f"{name} {position}"))
