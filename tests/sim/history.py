"""One history: people work at several desks while everything goes wrong; then it heals and must come to rest."""

import hashlib
from collections import Counter
from dataclasses import asdict, dataclass, field
from random import Random

from sqlalchemy import select

from agentdesk.domain import commands as c
from agentdesk.domain.values import DAY, Id, Priority, Role, ScopeKind, Solved, StateKind
from agentdesk.server.database import reading
from agentdesk.server.schema import TABLES as SERVER_TABLES
from agentdesk.store import outbox, served
from agentdesk.store.schema import TABLES
from tests.builders import ADMIN, JONAS, LEA, MARA, NOAH, PETRA
from tests.server.worlds import SECLUDED
from tests.sim import approvals, checks
from tests.sim.approval_checks import Electorate, check_decisions, check_outcomes
from tests.sim.checks import Watcher
from tests.sim.claims import hold
from tests.sim.desk import DeskSim
from tests.sim.faults import Odds
from tests.sim.index_check import check_index
from tests.sim.office import set_up
from tests.sim.server import Server

YEAR = 365 * DAY
ROUNDS, PAGES = 200, 30
"""Until all is quiet; and until one desk has read what the last one wrote."""
STAFF = (MARA, JONAS, SECLUDED)
SEATS = (MARA, JONAS, SECLUDED, NOAH, PETRA, LEA, ADMIN)
"""Who sits at the desks: staff, staff of one source, a customer, their manager, a colleague who joins and leaves, and
whoever sets the desk up.
"""

_T, _P = SERVER_TABLES["ticket"].c, SERVER_TABLES["participant"].c
_TICKETS = select(_T.id).order_by(_T.id)
_OPEN = _TICKETS.where(_T.kind.not_in((StateKind.DONE, StateKind.CANCELLED)))
_JOINED = _OPEN.join(SERVER_TABLES["participant"], _P.ticket == _T.id).where(_P.person == LEA, _P.active)


@dataclass(frozen=True)
class Mix:
    """How often what is done: a history in which everything happens a little meets some things too seldom."""

    seats: tuple[Id, ...] = SEATS
    asking: float = 0.35
    """Of what is done at a desk: with requests."""
    decided: float = 0.25
    at_once: int = 1
    """Decisions elsewhere within one moment."""
    others: float = 0.25
    moving: float = 0.6
    """Of what others do: take somebody into a ticket or out of it."""
    back: float = 0
    """Of that: whoever was just taken out is taken in again."""
    grants: float = 0.05
    restore: float = 0.025
    failing_over: bool = False
    """Another server takes over while a desk reads what a new right shows; nothing is lost, but nobody knows that."""


PLAIN = Mix()
OFFICE = Mix(seats=(MARA, JONAS, SECLUDED, NOAH, PETRA), asking=0.9, decided=0.6, at_once=4, others=0.05, restore=0)
COMING_AND_GOING = Mix(seats=(JONAS, SECLUDED, PETRA, LEA, NOAH), others=0.9, moving=0.95, back=0.8, grants=0.1)
FAILING_OVER = Mix(seats=(JONAS, SECLUDED, PETRA, MARA, NOAH), grants=0.4, restore=0, failing_over=True)
MIXES = {0: PLAIN, 100_000: OFFICE, 200_000: COMING_AND_GOING, 300_000: FAILING_OVER}
"""From which seed on."""


@dataclass
class History:
    seed: int
    steps: int = 45
    rounds: int = ROUNDS
    trace: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def __post_init__(self) -> None:
        self.mix = next(mix for first, mix in reversed(MIXES.items()) if first <= self.seed)
        self.rng = Random(self.seed)
        self.odds = Odds(self.rng)
        self.server = Server(self.rng)
        for _ in range(3):
            self.server.world.filed(source=self.rng.choice(["agentdesk", "guance"]))
        for _ in range(2):
            self.server.world.done(approvals.asked_for(self.server, self.rng), NOAH)
        self.server.remember()
        self.electorate = Electorate()
        self.server.after = lambda: self.electorate.look(self.server)
        self.lent: c.Command | None = None
        self.left: Id = ""
        """The ticket out of which Lea was taken last."""
        people = self.rng.sample(self.mix.seats, self.rng.choice([2, 2, 3, 3, 4, 5]))
        self.watchers: dict[int, Watcher] = {}
        self.desks = [DeskSim(self.server, person, self.rng, self.odds) for person in people]
        for desk in self.desks:
            self.watchers[id(desk)] = Watcher()
            desk.after = self._look
            self._watch_wire(desk)

    @property
    def hits(self) -> Counter[str]:
        return self.odds.hit

    def run(self) -> str:
        """Answers the hash of everything that happened. Raises Violated."""
        try:
            return self._run()
        finally:
            for memory in (self.server.memory, *(desk.memory for desk in self.desks)):
                memory.give_back()

    def _run(self) -> str:
        for n in range(self.steps):
            self._chaos(n)
        self._heal()
        for desk in self.desks:
            checks.check_quiet(self.server, desk)
            check_index(desk)
        checks.check_texts(self.server, self.desks)
        checks.check_lanes(self.server, self.desks)
        checks.check_closed(self.server)
        checks.check_audit(self.server)
        check_decisions(self.server)
        check_outcomes(self.server, self.desks)
        return self.trace.hexdigest()

    # ------------------------------------------------------------------ chaos

    def _chaos(self, n: int) -> None:
        desk = self.rng.choice(self.desks)
        self.server.now += self.rng.randint(1, 4_000)
        for other in self.desks:
            other.ticks += self.rng.randint(1, 4_000)
        self.trace.update(f"{n} {desk.person} {self.server.now}\n".encode())
        if self.rng.random() < 0.45:
            desk.survive(lambda: self._work(desk))
        self._trouble(desk)
        for _ in range(self.rng.randint(1, 4)):
            self.rng.choice(self.desks).step()

    def _work(self, desk: DeskSim) -> None:
        tickets = desk.read(lambda connection: list(connection.scalars(select(TABLES["ticket"].c.id))))
        tickets.sort()
        if desk.person == ADMIN and self.rng.random() < 0.5:
            self._order(desk, self._set_up(desk))
            return
        if self.rng.random() < self.mix.asking:
            self._order(desk, approvals.at_desk(desk, self.rng), hold=self.rng.random() < 0.3)
            return
        what = self.rng.random()
        if not tickets or what < 0.12:
            self._file(desk)
            return
        ticket = self.rng.choice(tickets)
        if what < 0.5:
            self._write(desk, ticket)
        elif what < 0.6:
            desk.undo_any()
        elif what < 0.65:
            desk.tend()
        elif what < 0.72:
            self._end_and_follow_up(desk, ticket)
        else:
            self._order(desk, self._command(desk, ticket), hold=self.rng.random() < 0.3)

    def _order(self, desk: DeskSim, command: c.Command, *, hold: bool = False) -> None:
        desk.give(lambda _: command, hold=hold)

    def _end_and_follow_up(self, desk: DeskSim, ticket: Id) -> None:
        """Two roots, and the second command stands on what the first one does; perhaps that is taken back."""
        before = len(desk.given)
        self._order(desk, self.rng.choice([c.EndTicket(ticket=ticket), c.CompleteTicket(ticket=ticket)]), hold=True)
        follow = c.FollowUpTicket(ticket=ticket, new_ticket=desk.new_id(), message=desk.new_id(), subject="Again")
        self._order(desk, follow, hold=True)
        if len(desk.given) == before + 2 and self.rng.random() < 0.5:
            desk.undo(desk.given[before][1])

    def _file(self, desk: DeskSim) -> None:
        ticket, message, source = desk.new_id(), desk.new_id(), self.rng.choice(["agentdesk", "guance"])
        self._type(desk, "new", "form")
        desk.give(
            lambda draft: c.SubmitTicket(
                ticket=ticket, message=message, source=source, subject="Hm", body_html=draft.body, files=draft.files
            ),
            slot=("new", "form"),
        )

    def _type(self, desk: DeskSim, key: Id, kind: str) -> None:
        mark = desk.mark()
        desk.type(key, kind, mark, f"The file of {mark}".encode() if self.rng.random() < 0.3 else b"")

    def _write(self, desk: DeskSim, ticket: Id) -> None:
        note = desk.person in STAFF and self.rng.random() < 0.3
        kind, message = ("note", desk.new_id()) if note else ("reply", desk.new_id())
        self._type(desk, ticket, kind)
        if self.rng.random() < 0.1:
            return
        before, held = len(desk.given), self.rng.random() < 0.5
        make = c.AddNote if note else c.Reply
        desk.give(
            lambda draft: make(ticket=ticket, message=message, body_html=draft.body, files=draft.files),
            slot=(ticket, kind), hold=held,
        )  # fmt: skip
        if held and len(desk.given) > before and self.rng.random() < 0.2:
            desk.undo(desk.given[before][1])
        elif self.rng.random() < 0.25:  # and one more
            self._write(desk, ticket)

    def _command(self, desk: DeskSim, ticket: Id) -> c.Command:
        new = desk.new_id()
        return self.rng.choice(
            [
                c.HandleTicket(ticket=ticket),
                c.HandleTicket(ticket=ticket),
                c.ForwardTicket(ticket=ticket, to=self.rng.choice(STAFF)),
                c.SetPriority(ticket=ticket, priority=self.rng.choice(list(Priority))),
                c.SetTags(ticket=ticket, add=(f"tag{self.rng.randint(1, 4)}",)),
                c.AddParticipant(ticket=ticket, person=LEA),
                c.AddParticipant(ticket=ticket, person=LEA),
                c.RemoveParticipant(ticket=ticket, person=LEA),
                c.ShareLink(ticket=ticket, link=new, url="https://guide.example/fans"),
                c.CompleteTicket(ticket=ticket),
                c.ConfirmTicket(ticket=ticket, solved=self.rng.choice(list(Solved))),
                c.FollowUpTicket(ticket=ticket, new_ticket=new, message=desk.new_id(), subject="Again"),
                c.SaveView(view=new, name=f"View {new[:8]}", queue="pending"),
                c.LogCall(ticket=new, message=desk.new_id(), source="agentdesk", requester=NOAH, subject="Call"),
                c.ReceiveEmail(
                    ticket=new, message=desk.new_id(), source="agentdesk", subject="Post", mail_id=f"<{new}@x>",
                    sender_address=f"who{self.rng.randint(1, 3)}@orbis.example", body_text=f"Letter {new}",
                    references=tuple(f"<{id}@x>" for id in [self.rng.choice([new, ticket])]),
                ),
            ]
        )  # fmt: skip

    def _set_up(self, desk: DeskSim) -> c.Command:
        """Of what is set up the server alone decides: it waits, and is not shown before."""
        source, new = self.rng.choice(["agentdesk", "guance"]), desk.new_id()
        return self.rng.choice(
            [
                self._grant(),
                self._grant(),
                set_up(self.rng),
                set_up(self.rng),
                c.SaveSource(source=source, title=new, scheme=source, organisation_view=self.rng.random() < 0.5),
                c.SetDefaultHandler(source=source, person=self.rng.choice([*STAFF, None])),
                c.SaveTicketType(type=new, source=source, name=f"Type {new}"),
                c.SaveService(service=new, source=source, name=f"Service {new}"),
                c.SaveDomain(domain=new, name=f"Domain {new}"),
            ]
        )  # fmt: skip

    def _grant(self) -> c.Command:
        who, source = self.rng.choice([SECLUDED, JONAS, PETRA]), self.rng.choice(["agentdesk", "guance"])
        make = self.rng.choice([c.AssignRole, c.RevokeRole])
        scope = {"scope_kind": ScopeKind.SOURCE, "scope_id": source} if self.rng.random() < 0.8 else {}
        return make(person=who, role=Role.HANDLER, **scope)  # type: ignore[arg-type]

    def _trouble(self, desk: DeskSim) -> None:
        odds = self.odds
        if odds("partition", 0.05):
            desk.wire.cut = True
        elif desk.wire.cut and self.rng.random() < 0.2:
            desk.wire.cut = False
        if odds("clock", 0.03):
            desk.skew = self.rng.choice([-YEAR, YEAR, 0])
            if self.rng.random() < 0.5:  # as after an empty battery
                desk.start()
        if odds("restart", 0.03):
            desk.start()
        if odds("late-requests", 0.3):
            desk.wire.deliver_late()
        if desk.wire.replies and odds("late-reply", 0.08):
            asked, reply = self.rng.choice(desk.wire.replies)
            take = desk.exchange.absorb_pull if reply.scope_change is None else desk.exchange.change_scopes
            desk.survive(lambda: take(asked, reply))
        self._elsewhere()
        if self.rng.random() < 0.3:
            desk.survive(desk.release)

    def _elsewhere(self) -> None:
        odds = self.odds
        if odds("grants", self.mix.grants):
            self._change_grants()
        if odds("lent", 0.05):
            self._lend()
        if odds("others", self.mix.others):
            self._others_work()
        if odds("decided", self.mix.decided):
            moment = self.server.world.now
            for _ in range(self.mix.at_once):
                self.server.world.now = moment
                approvals.elsewhere(self.server, self.rng)
        if odds("swept", 0.02):
            self.server.sweep()
        if odds("restore", self.mix.restore):
            self.server.restore(self.rng.randint(0, 4))
        if self.mix.failing_over and not self.server.epochs and any(map(_reads_a_part, self.desks)):
            self._fail_over()
        self.server.world.now = self.server.now

    def _fail_over(self) -> None:
        if self.odds("restore", 0.3):
            self.server.remember()
            self.server.restore(0)

    def _others_work(self) -> None:
        """People elsewhere take Lea into a ticket, or out of it, and end tickets on which somebody is writing."""
        with reading(self.server.engine) as connection:
            tickets, open_ones, joined = (list(connection.scalars(chosen)) for chosen in (_TICKETS, _OPEN, _JOINED))
        come_or_go = self.rng.random() < self.mix.moving and open_ones
        command, by = self._come_or_go(open_ones, joined) if come_or_go else self._end(self.rng.choice(tickets))
        self.server.do(command, by)

    def _come_or_go(self, tickets: list[Id], joined: list[Id]) -> tuple[c.Command, Id]:
        if self.mix.back and self.left and self.rng.random() < self.mix.back:
            ticket, self.left = self.left, ""
            return c.AddParticipant(ticket=ticket, person=LEA), MARA
        if joined and self.rng.random() < 0.5:
            self.left = self.rng.choice(joined)
            return c.RemoveParticipant(ticket=self.left, person=LEA), MARA
        return c.AddParticipant(ticket=self.rng.choice(tickets), person=LEA), MARA

    def _end(self, ticket: Id) -> tuple[c.Command, Id]:
        cancel = c.CancelTicket(ticket=ticket, reason="Found it")
        return self.rng.choice([(c.EndTicket(ticket=ticket), ADMIN), (cancel, NOAH), (cancel, self.rng.choice(SEATS))])

    def _lend(self) -> None:
        """Rights that last for one answer: what it says with them is more than the feed will take back."""
        desk = self.rng.choice(self.desks)
        if not desk.read(outbox.lanes):
            return
        scope = {"scope_kind": ScopeKind.SOURCE, "scope_id": self.rng.choice(["agentdesk", "guance"])}
        given = c.AssignRole(person=desk.person, role=Role.HANDLER, **scope)  # type: ignore[arg-type]
        if self.server.do(given, ADMIN).status == "applied":
            desk.step()
            self.server.do(c.RevokeRole(**asdict(given)), ADMIN)

    def _change_grants(self) -> None:
        """An administrator gives or takes, or takes back; refusals (somebody's last role) are fine."""
        if self.lent is not None and self.rng.random() < 0.6:
            grant, self.lent = self.lent, None
        else:
            grant = self._grant()
            back = c.AssignRole if isinstance(grant, c.RevokeRole) else c.RevokeRole
            self.lent = back(**asdict(grant))
        self.server.do(grant, ADMIN)

    # ------------------------------------------------------------------ heal

    def _heal(self) -> None:
        """No more faults; everybody sends what waits and reads on, and all must be quiet within 200 rounds."""
        self.odds.level = 0
        self.server.hurried = True
        for desk in self.desks:
            desk.wire.cut, desk.skew = False, 0
            desk.wire.deliver_late()
            desk.start()
            desk.release(everything=True)
        for _ in range(self.rounds):
            for desk in self.desks:
                desk.settle_doubts()
                desk.catch_up()
            if all(self._quiet(desk) for desk in self.desks):
                break
        for desk in self.desks:  # what the last one wrote is read by the first one, too
            self._read_all(desk)

    def _quiet(self, desk: DeskSim) -> bool:
        state, status = desk.exchange.state(), desk.exchange.backlog()
        return state.bootstrap is None and status.pending == 0

    def _read_all(self, desk: DeskSim) -> None:
        for _ in range(PAGES):
            before = desk.exchange.state().cursor
            desk.catch_up()
            if desk.exchange.state().cursor == before and desk.exchange.state().bootstrap is None:
                return
        hold(False, "I16 it never comes to rest", desk.person)

    # ------------------------------------------------------------------ looking

    def _look(self, desk: DeskSim) -> None:
        self.watchers[id(desk)].look(desk)
        state = desk.exchange.state if self.odds.level == 0 else None
        self.trace.update(f"{desk.person} {desk.sync.status.condition} {bool(state)}\n".encode())

    def _watch_wire(self, desk: DeskSim) -> None:
        """Looks at everything that leaves the server, in the moment in which it does."""
        door = desk.door
        for name in ("push", "pull", "bootstrap_page"):
            setattr(door, name, self._watched(getattr(door, name), desk))

    def _watched(self, ask: object, desk: DeskSim) -> object:
        def call(*given: object) -> object:
            reply = ask(*given)  # type: ignore[operator]
            checks.check_visible(self.server, desk.person, reply.documents)
            self.trace.update(reply.model_dump_json().encode())
            return reply

        return call


def _reads_a_part(desk: DeskSim) -> bool:
    known = desk.read(served.here)
    return known is not None and bool(known.cursor) and known.bootstrap is not None
