"""Applying and deciding in a simulation: at desks that are cut off, and meanwhile elsewhere."""

from dataclasses import dataclass
from random import Random

from agentdesk.domain import commands as c
from agentdesk.domain.approvers import stage_at, stages_of
from agentdesk.domain.entities import Candidate, Request, Stage
from agentdesk.domain.values import DAY, HOUR, Id, Instant, ProcessKind, RequestState
from agentdesk.domain.wishes import digest_of
from agentdesk.records.rows import Rows
from agentdesk.server.database import reading
from agentdesk.server.due import do_what_is_due
from agentdesk.server.schema import TABLES as SERVER_TABLES
from agentdesk.store.schema import TABLES
from tests.builders import ADMIN, LEA, NOAH
from tests.sim.desk import DeskSim
from tests.sim.office import CHAINS, DATA, DECIDERS, FINANCE, MEMBER, WEB, set_up
from tests.sim.server import Server


def at_desk(desk: DeskSim, rng: Random) -> c.Command:
    """What the person does with the requests that are shown there."""
    id, now = desk.new_id(), desk.now()
    return desk.read(lambda connection: Approver(desk.person, Rows(connection, TABLES), rng, id, now).command())


def elsewhere(server: Server, rng: Random) -> None:
    """Others decide, an administrator changes who may, and the system does its part."""
    what = rng.random()
    if what < 0.2:
        do_what_is_due(server.engine, server.now)
    elif what < 0.35:
        server.do(set_up(rng), ADMIN)
    else:
        with reading(server.engine) as connection:
            rows = Rows(connection, SERVER_TABLES)
            person = _somebody(rows, rng)
            command = Approver(person, rows, rng, server.world.new_id(), server.now).command()
        server.do(command, person)


def _somebody(rows: Rows, rng: Random) -> Id:
    """Mostly somebody who is asked, or who waits for those who are."""
    requests = [one for one in rows.find("request") if one.state.incomplete]
    if not requests or rng.random() < 0.2:
        return NOAH
    request = rng.choice(requests)
    wanted = [one.person for one in rows.find("candidate", request=request.id) if one.active]
    return rng.choice([*wanted, *wanted, request.applicant])


def asked_for(server: Server, rng: Random) -> c.Command:
    """A host that Noah wishes for."""
    return c.Apply(
        request=server.world.new_id(), kind=ProcessKind.HOST_CREATE, reason="Now", project=rng.choice([WEB, DATA]),
        name="web", vcpus=2, memory_gib=4,
    )  # fmt: skip


@dataclass
class Approver:
    """Somebody in front of the requests they see."""

    person: Id
    rows: Rows
    rng: Random
    new_id: Id
    """For what they make."""
    now: Instant

    def command(self) -> c.Command:
        requests: list[Request] = [one for one in self.rows.find("request") if one.state.incomplete]
        mine = [one for one in requests if one.applicant == self.person]
        asked = [one for one in requests if self._asked(one)]
        what = self.rng.random()
        if asked and what < 0.8:
            return self._decide(self.rng.choice(asked))
        if mine and what < (0.85 if asked else 0.7):
            return self._rethink(self.rng.choice(mine))
        return self._let_decide() if what < 0.88 else self._apply()

    def _asked(self, request: Request) -> bool:
        """And its levels are here: they come with another page than the request."""
        wanted: tuple[Candidate, ...] = self.rows.find("candidate", request=request.id)
        waits = request.state is RequestState.IN_APPROVAL and any(one.person == self.person for one in wanted)
        return waits and bool(self._chain(request))

    def _decide(self, request: Request) -> c.Command:
        stage, what = self._stage(request), self.rng.random()
        seen = {"request": request.id, "stage": stage.id, "digest": digest_of(request, stage.id)}
        if what < 0.78:
            return c.PassStage(**seen, project=request.project or WEB, role=MEMBER)
        if what < 0.87:
            return c.RejectStage(**seen, comment="Too much")
        to = {"person": self.rng.choice(DECIDERS)} if what < 0.95 else {"role": FINANCE}
        return c.TransferStage(request=request.id, stage=stage.id, **to)

    def _stage(self, request: Request) -> Stage:
        """The open one; or, as in a window that was left open, another one of the same chain."""
        open_one = stage_at(request, request.stage, self.rows)
        chain = self._chain(request)
        return self.rng.choice(chain) if open_one is None or self.rng.random() < 0.05 else open_one

    def _chain(self, request: Request) -> list[Stage]:
        return stages_of(request.process or "", request.version, self.rows)

    def _rethink(self, request: Request) -> c.Command:
        if self.rng.random() < 0.3:
            return c.UndoRequest(request=request.id, reason="No longer")
        if request.state is RequestState.PROCESSING:
            return c.RetryExecution(request=request.id)
        return c.ModifyRequest(request=request.id, **self._wish())

    def _let_decide(self) -> c.Command:
        given = [one for one in self.rows.find("delegation") if one.person == self.person and one.active]
        if given and self.rng.random() < 0.5:
            return c.RevokeDelegate(delegation=self.rng.choice(given).id)
        begins = self.now - self.rng.choice([0, HOUR])
        return c.SetDelegate(
            delegation=self.new_id, delegate=self.rng.choice([*DECIDERS, LEA]), begins=begins, ends=begins + DAY
        )

    def _apply(self) -> c.Command:
        member = any(one.active and one.role == MEMBER for one in self.rows.find("role_assignment", person=self.person))
        kinds = [ProcessKind.HOST_CREATE, *CHAINS] if member else [ProcessKind.JOIN_PROJECT]
        kind = self.rng.choice(kinds)
        return c.Apply(request=self.new_id, kind=kind, reason="We need it", **self._wish())

    def _wish(self) -> dict[str, object]:
        sizes = {"vcpus": self.rng.randint(1, 9), "memory_gib": 4}
        return {"project": self.rng.choice([WEB, DATA]), "name": "web", **sizes}
