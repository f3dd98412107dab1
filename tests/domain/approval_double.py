"""The desk on which the model of approvals and the program are given the same wishes."""

from copy import copy
from dataclasses import dataclass, field, replace

from agentdesk.domain import commands as c
from agentdesk.domain.approvers import stage_at
from agentdesk.domain.entities import Candidate, Decision, Request, StageResult
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import HOUR, Id, ScopeKind, StageRule
from agentdesk.domain.wishes import digest_of
from tests.builders import ADMIN, HELIOS, NOAH, SECOND, a_person, a_role, an_id
from tests.domain.approval_desk import ANALYTICS, ELSEWHERE, PROCESS, Approvals
from tests.domain.approval_model import Chain, Level, Paper, Wish, World, answer, filed, sees, wanted

APPROVERS = tuple(f"a{n}" for n in range(1, 8))
IDS: dict[str, Id] = {
    **{name: an_id(700 + n) for n, name in enumerate(APPROVERS)},
    "noah": NOAH, "stranger": an_id(720), "admin": ADMIN, "system": SYSTEM,
}  # fmt: skip
NAMES = {id: name for name, id in IDS.items()}
PEOPLE = tuple(name for name in IDS if name != "system")
PLACES: dict[str, tuple[ScopeKind, Id | None]] = {
    "project": (ScopeKind.PROJECT, ANALYTICS),
    "domain": (ScopeKind.DOMAIN, HELIOS),
    "elsewhere": (ScopeKind.PROJECT, ELSEWHERE),
    "system": (ScopeKind.SYSTEM, None),
}
TOO_LATE = {"already-decided", "request-withdrawn", "not-allowed", "not-found"}
"""What is said of a level that is over: who decided, to those whom it concerns."""


@dataclass
class Double:
    """Several requests of one kind, what the model knows of them, and of the people around."""

    chain: Chain
    desk: Approvals = field(default_factory=Approvals)
    world: World = field(default_factory=lambda: World(0))
    papers: dict[Id, Paper] = field(default_factory=dict)
    ways: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        memory = self.desk.memory
        for name in (*APPROVERS, "stranger"):
            memory.put(a_person(IDS[name], name, HELIOS))
        memory.put(a_role(an_id(790), IDS["a1"], "member", PLACES["project"]))
        self.save(self.chain)

    def copied(self) -> "Double":
        """Another desk that stands where this one does; what was walked is counted together."""
        twin, memory = copy(self), self.desk.memory
        twin.desk = copy(self.desk)
        twin.desk.memory = copy(memory)
        twin.desk.memory.rows = dict(memory.rows)
        world = self.world
        twin.world = replace(world, gone=set(world.gone), roles=set(world.roles), stand_ins=list(world.stand_ins))
        twin.papers = dict(self.papers)
        return twin

    # ------------------------------------------------------------------ around the requests

    def save(self, chain: Chain) -> None:
        """A version of the process; those that run keep theirs."""
        self.chain = chain
        self.desk.chain(*(_form(level) for level in chain.levels), decides_own=chain.own)

    def switch(self, *, enabled: bool) -> None:
        command = c.EnableProcess(process=PROCESS) if enabled else c.DisableProcess(process=PROCESS)
        self.desk.memory.do(command, ADMIN)

    def file(self, applicant: str) -> Id:
        request = an_id(900 + len(self.papers))
        self.desk.file(by=IDS[applicant], request=request)
        self.papers[request] = filed(applicant, self.chain, self.at_now())
        self.compare(request)
        return request

    def employ(self, who: str, *, enabled: bool) -> None:
        self.desk.memory.do(c.DisablePerson(person=IDS[who], enabled=enabled), ADMIN)
        (self.world.gone.discard if enabled else self.world.gone.add)(who)

    def appoint(self, who: str, role: str, place: str, *, held: bool) -> None:
        kind, id = PLACES[place]
        fields = {"person": IDS[who], "role": role, "scope_kind": kind, "scope_id": id}
        self.desk.memory.do(c.AssignRole(**fields) if held else c.RevokeRole(**fields), ADMIN)  # type: ignore[arg-type]
        (self.world.roles.add if held else self.world.roles.discard)((who, role, place))

    def lend(self, who: str, to: str, hours: int) -> None:
        """From now on, for so many hours."""
        memory = self.desk.memory
        begins, ends = memory.at + SECOND, memory.at + hours * HOUR
        given = an_id(60_000 + len(self.world.stand_ins))
        command = c.SetDelegate(delegation=given, delegate=IDS[to], begins=begins, ends=ends)
        able = who not in self.world.gone and to not in self.world.gone and who != to
        try:
            memory.do(command, IDS[who])
        except Refused:
            assert not able
            return
        assert able
        self.world.stand_ins.append((who, to, begins, ends))

    # ------------------------------------------------------------------ what people wish

    def attempt(self, request: Id, who: str, wish: Wish) -> bool:
        """Gives both the wish and compares what they say and what the request is then; whether it was done."""
        before, told = self.papers[request], f"{wish} by {who} on {self.papers[request]}"
        self.desk.memory.at += SECOND
        word, after = answer(before, self.at_now(), who, wish)
        code = self._given(request, who, wish)
        assert word in ("maybe", "no" if code else "yes"), f"{word}, {code or 'done'}: {told}, {self.world}"
        if not code:
            self.papers[request] = after
            self.ways.add(_way(before, wish, after))
            self.compare(request)
        else:
            self._refused(before, who, wish, code)
        return not code

    def at_now(self) -> World:
        self.world.now = self.desk.memory.at
        return self.world

    def _given(self, request: Id, who: str, wish: Wish) -> str:
        memory = self.desk.memory
        envelope = c.Envelope(id=memory.new_id(), actor=IDS[who], at=memory.at, command=self._command(request, wish))
        rows = dict(memory.rows)
        try:
            memory.play(envelope)
        except Refused as refused:
            code, data = refused.code, refused.data
        else:
            return ""
        assert memory.rows == rows
        assert data.get("name", "somebody"), "told that somebody decided, and not who"
        return code

    def _refused(self, paper: Paper, who: str, wish: Wish, code: str) -> None:
        """A level that is over says so, and nobody is told of what they do not see."""
        if wish.act in ("pass", "reject") and wish.level in paper.ended_by and who not in self.world.gone:
            assert code in TOO_LATE | {"not-an-approver"}, (code, wish, paper)
        if sees(paper, self.world, who) == "no" and who != "system":
            assert code in ("not-found", "person-disabled"), (code, who, wish, paper)

    def _command(self, request: Id, wish: Wish) -> c.Command:
        thing, memory = self.desk.request(request), self.desk.memory
        stage = stage_at(thing, wish.level or 1, memory)
        assert stage is not None
        seen = {"request": request, "stage": stage.id}
        text = "Because." if wish.words else "  "
        if wish.act in ("pass", "reject"):
            digest = digest_of(replace(thing, vcpus=_size(wish.content)), stage.id)
            kind = c.PassStage if wish.act == "pass" else c.RejectStage
            return kind(**seen, digest=digest, comment=text, person=IDS.get(wish.whose))
        if wish.act == "modify":
            wanted_now = {"project": ANALYTICS, "name": "db-03", "memory_gib": 64}
            return c.ModifyRequest(request=request, vcpus=_size(wish.content), **wanted_now)  # type: ignore[arg-type]
        if wish.act == "transfer":
            assert wish.to is not None
            person = next((IDS[name] for name in wish.to.people), None)
            return c.TransferStage(**seen, person=person, role=wish.to.role, scope=ScopeKind(wish.to.reach))
        return {
            "undo": c.UndoRequest(request=request, reason=text),
            "retry": c.RetryExecution(request=request),
            "look": c.RemindStage(**seen),
            "succeed": c.RecordExecution(request=request, attempt=thing.attempts),
            "fail": c.RecordExecution(request=request, attempt=thing.attempts, failure="no capacity"),
            "answer twice": c.RecordExecution(request=request, attempt=thing.attempts - 1),
        }[wish.act]

    # ------------------------------------------------------------------ what they see then

    def compare(self, request: Id) -> None:
        """The request as the program has it, and as the model has it."""
        thing, paper = self.desk.request(request), self.papers[request]
        assert self._told(thing) == {
            "state": paper.state, "result": paper.result, "execution": paper.execution, "blocked": paper.blocked,
            "level": paper.level if paper.state == "in_approval" else 0, "votes": paper.votes,
            "waiting": {(paper.level, one) for one in wanted(paper, self.at_now())}, "ended": set(paper.ended_by),
        }  # fmt: skip

    def _told(self, thing: Request) -> dict[str, object]:
        memory = self.desk.memory
        votes = [one for one in memory.all(Decision) if one.request == thing.id]
        asked = [one for one in memory.all(Candidate) if one.request == thing.id and one.active]
        results = [one.position for one in memory.all(StageResult) if one.request == thing.id]
        assert len(results) == len(set(results))
        return {
            "state": thing.state, "result": thing.result or "", "execution": thing.execution,
            "blocked": thing.blocked, "level": thing.stage,
            "votes": {(one.position, NAMES[one.person]): str(one.verdict) for one in votes},
            "waiting": {(one.position, NAMES[one.person]) for one in asked}, "ended": set(results),
        }  # fmt: skip

    def compare_sight(self) -> None:
        """Who may see a request, and that nobody sees one before their turn."""
        for request, paper in self.papers.items():
            for who in PEOPLE:
                word = sees(paper, self.at_now(), who)
                outlook = RequestOutlook(self.desk.request(request), IDS[who], self.desk.memory, self.desk.memory.at)
                assert word in ("maybe", "yes" if outlook.sees else "no"), (who, word, paper, self.world)

    def looked_at(self, request: Id) -> None:
        """The system looks again: who is asked is up to date then."""
        paper = self.papers[request]
        if paper.state == "in_approval" and not self.attempt(request, "system", Wish("look", paper.level)):
            self.compare(request)


def _size(content: int) -> int:
    return 8 + content


def _form(level: Level) -> c.StageForm:
    return c.StageForm(
        name="Level", role=level.role, scope=ScopeKind(level.reach), rule=StageRule(level.rule), number=level.number,
        persons=tuple(sorted(IDS[name] for name in level.people)), transferable=level.hands_on,
    )  # fmt: skip


def _way(before: Paper, wish: Wish, after: Paper) -> tuple[str, ...]:
    """From where, by what, to where: what is counted."""
    rule = before.chain.levels[before.level - 1].rule if wish.act in ("pass", "reject") else ""
    last = before.level == len(before.chain.levels)
    turn = f"on {_place(after)}" if after.level > before.level else _place(after)
    return (_place(before), "last" if last else "earlier", wish.act, rule, turn)


def _place(paper: Paper) -> str:
    if paper.state == "in_approval":
        return "blocked" if paper.blocked else "in_approval"
    return " ".join(word for word in (paper.state, paper.result, paper.execution) if word not in ("", "none"))
