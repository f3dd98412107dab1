"""The desk on which the model and the program are given the same wishes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from agentdesk.domain import commands as c
from agentdesk.domain.commands import name_of
from agentdesk.domain.entities import Entity, Participant, Person, RoleAssignment, Ticket
from agentdesk.domain.policy import outlook
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Scheme, Situation, parse_scheme
from agentdesk.domain.standing import SYSTEM, may_see, stand
from agentdesk.domain.values import Channel, Id, MessageKind, Priority, Role, ScopeKind, Solved
from agentdesk.schemes import shipped
from tests.builders import (
    ADMIN,
    JONAS,
    LEA,
    MARA,
    NOAH,
    NOON,
    PETRA,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_file,
    a_person,
    a_role,
    a_ticket,
    a_type,
    an_agent,
    an_id,
)
from tests.domain.reference_model import SEEN_BY_ORGANISATION, Life, Verdict, Who, Wish, verdict

OTTO, UPSTREAM = an_id(21), an_id(22)
"""A handler of another source, and one of upstream's agents."""
FORM, PLAIN = an_id(300), an_id(301)
PEOPLE: dict[Id, Who] = {
    NOAH: Who("noah", "helios"),
    LEA: Who("lea", "helios"),
    PETRA: Who("petra", "helios", leads=True),
    WEI: Who("wei", "orbis"),
    MARA: Who("mara", serves=True),
    JONAS: Who("jonas", serves=True),
    ADMIN: Who("admin", admin=True),
    OTTO: Who("otto"),
    UPSTREAM: Who("upstream", upstream=True),
    SYSTEM: Who("system", system=True),
}
IDS = {who: id for id, who in PEOPLE.items()}
NOAH_, LEA_, WEI_, MARA_, JONAS_, ADMIN_, OTTO_, SYSTEM_ = (
    PEOPLE[id] for id in (NOAH, LEA, WEI, MARA, JONAS, ADMIN, OTTO, SYSTEM)
)
COMMANDS: dict[str, type[c.Command]] = {
    "handle": c.HandleTicket,
    "forward": c.ForwardTicket,
    "complete": c.CompleteTicket,
    "confirm": c.ConfirmTicket,
    "reply": c.Reply,
    "note": c.AddNote,
    "end": c.EndTicket,
    "cancel": c.CancelTicket,
    "return_incomplete": c.ReturnIncomplete,
    "rate": c.RateTicket,
    "follow_up": c.FollowUpTicket,
    "move": c.MoveTicket,
    "priority": c.SetPriority,
    "tags": c.SetTags,
    "add_participant": c.AddParticipant,
    "remove_participant": c.RemoveParticipant,
    "share": c.ShareLink,
    "auto_close": c.AutoClose,
}


def wishes(act: str) -> Iterator[Wish]:
    """Every way to wish for it that makes a difference to the rules."""
    wish = Wish(act, 0)
    if act == "forward":
        yield from (replace(wish, to=to) for to in (JONAS_, MARA_, OTTO_, ADMIN_, None))
    elif act == "confirm":
        yield from (replace(wish, solved=s, rating=r) for s in ("yes", "partly", "no") for r in (None, 4))
    elif act == "end":
        yield from (replace(wish, solved=s, rating=r) for s in ("yes", "") for r in (None, 4))
    elif act.endswith("participant"):
        yield from (replace(wish, to=to) for to in (LEA_, WEI_))
    else:
        yield wish


@dataclass
class Desk:
    """A desk with one ticket, and what the model knows of it."""

    life: Life
    memory: Memory
    given: int = 600_000

    def new_id(self) -> Id:
        self.given += 1
        return an_id(self.given)

    def copied(self, at: int) -> "Desk":
        return Desk(self.life, Memory(*self.memory.rows.values(), at=at), self.given)

    def command(self, wish: Wish) -> c.Command:
        """The wish as a command, with whatever the rules of the model do not speak about."""
        kind, new, text = COMMANDS[wish.act], self.new_id(), f"<p>Said at {wish.at}</p>"
        files = (a_file(self.given),)
        fields: dict[str, dict[str, object]] = {
            "forward": {"to": IDS[wish.to] if wish.to else None},
            "confirm": {"solved": Solved(wish.solved or "yes"), "rating": wish.rating},
            "reply": {"message": new, "body_html": text},
            "note": {"message": new, "body_html": text},
            "end": {"solved": Solved(wish.solved) if wish.solved else None, "rating": wish.rating},
            "cancel": {"reason": "Found it"},
            "return_incomplete": {"reason": "The seal is missing"},
            "rate": {"rating": 4},
            "follow_up": {"new_ticket": new, "message": self.new_id(), "body_html": text, "files": files},
            "move": {"type": PLAIN},
            "priority": {"priority": (Priority.MINOR, Priority.FATAL)[wish.at % 2]},
            "tags": {"add": (f"odd {wish.at % 7}",)},
            "add_participant": {"person": IDS[wish.to or LEA_]},
            "remove_participant": {"person": IDS[wish.to or LEA_]},
            "share": {"link": new, "title": "Guide", "url": "https://guide.example/fans"},
        }
        return kind(ticket=TICKET, **fields.get(wish.act, {}))  # type: ignore[call-arg]

    def attempt(self, who: Who, wish: Wish) -> tuple[Verdict, str]:
        """Both are given the wish: the model's verdict, and the code of the program's no, "" if it did it."""
        expected = verdict(self.life, who, wish)
        envelope = c.Envelope(id=self.new_id(), actor=IDS[who], at=wish.at, command=self.command(wish))
        try:
            self.memory.play(envelope)
        except Refused as refused:
            return expected, refused.code
        self.life = expected.life
        return expected, ""

    def way(self, who: Who, wish: Wish) -> frozenset[Situation]:
        """What the scheme lists for it: state, action, by and answer."""
        ticket, action = self.memory.ticket(), name_of(COMMANDS[wish.act])
        answer = wish.solved if wish.act == "confirm" else None
        transition, _ = outlook(ticket, IDS[who], self.memory).attempt(action, answer)
        return frozenset([(ticket.state, action, transition.by, answer)] if transition else [])

    def disable(self, who: Who, *, enabled: bool = False) -> None:
        person = self.memory.get("person", IDS[who])
        assert isinstance(person, Person)
        self.memory.put(replace(person, enabled=enabled))
        away = self.life.disabled - {who} if enabled else self.life.disabled | {who}
        self.life = replace(self.life, disabled=away)

    def strike(self, who: Who, *, listed: bool = False) -> None:
        """Takes a handler off the list, or puts them back."""
        for role in self.memory.all(RoleAssignment):
            if role.person == IDS[who] and role.role is Role.HANDLER:
                self.memory.put(replace(role, active=listed))
        off = self.life.off_list - {who} if listed else self.life.off_list | {who}
        self.life = replace(self.life, off_list=off)

    def link_lea(self) -> None:
        """A colleague reads along, where tickets are not a matter of one account."""
        if self.life.scheme in SEEN_BY_ORGANISATION:
            self.memory.put(Participant(id=an_id(410), ticket=TICKET, person=LEA))
            self.life = replace(self.life, participants=frozenset({LEA_}))

    def seen(self) -> Life:
        """The ticket as the program has it, in the model's words."""
        ticket = self.memory.ticket()
        links = (one for one in self.memory.all(Participant) if one.active)
        return Life(
            scheme=ticket.source,
            state=ticket.state,
            requester=PEOPLE[ticket.requester],
            since=ticket.state_since,
            handler=PEOPLE[ticket.handler] if ticket.handler else None,
            filed_by=PEOPLE[ticket.filed_by] if ticket.filed_by else None,
            participants=frozenset(PEOPLE[one.person] for one in links),
            disabled=frozenset(PEOPLE[p.id] for p in self.memory.all(Person) if p.id in PEOPLE and not p.enabled),
            off_list=frozenset(who for id, who in PEOPLE.items() if who.serves and not self._listed(id)),
            letter=ticket.channel in (Channel.DESK, Channel.EMAIL),
            form=ticket.type == FORM,
            rated=ticket.rating is not None,
            replies=self._count(MessageKind.REPLY),
            notes=self._count(MessageKind.NOTE),
        )

    def sees(self, who: Who) -> bool:
        return may_see(self.memory.ticket(), IDS[who], self.memory)

    def sees_notes(self, who: Who) -> bool:
        return self.sees(who) and stand(self.memory.ticket(), IDS[who], self.memory).staff

    def _listed(self, id: Id) -> bool:
        roles = (one for one in self.memory.all(RoleAssignment) if one.person == id and one.role is Role.HANDLER)
        return any(one.active for one in roles)

    def _count(self, kind: MessageKind) -> int:
        return sum(1 for one in self.memory.thread() if one.kind is kind)


def scheme(name: str) -> Scheme:
    return parse_scheme(shipped()[name])


def more_people(source: Id) -> tuple[Entity, ...]:
    return (
        *an_agent(OTTO, "otto.elsewhere", "elsewhere"),
        a_person(UPSTREAM, "up.stream"),
        a_role(an_id(400), UPSTREAM, Role.UPSTREAM_AGENT, (ScopeKind.SYSTEM, None)),
        a_type(FORM, source, name="Change of owner", form_template="form.pdf"),
        a_type(PLAIN, source, name="Other"),
    )


def an_empty_desk(name: str, **source: object) -> Memory:
    values: dict[str, object] = {"organisation_view": name in SEEN_BY_ORGANISATION, **source}
    return a_desk(name, *more_people(name), **values)


def a_submitted(name: str, *, form: bool = False, letter: bool = True, default: Who | None = None) -> Desk:
    """Noah's ticket, filed by himself, or by Mara while he is on the phone."""
    memory = an_empty_desk(name, default_handler=IDS[default] if default else None)
    submit = c.SubmitTicket(
        ticket=TICKET,
        message=an_id(500),
        source=name,
        subject="The printer hums",
        type=FORM if form else None,
        requester=NOAH,
        channel=Channel.DESK if letter else Channel.PHONE,
        files=(a_file(99),) if form else (),
    )
    memory.do(submit, NOAH if letter else MARA)
    by = None if letter else MARA_
    life = Life(name, scheme(name).initial, NOAH_, memory.at, handler=default, filed_by=by, form=form, letter=letter)
    desk = Desk(life, memory)
    desk.link_lea()
    desk.life = replace(desk.life, replies=desk.seen().replies)  # what came with the form
    return desk


def a_found(name: str, state: str, handler: Who | None) -> Desk:
    """A ticket in a state and with a handler, however it came to be so."""
    ticket: Ticket = a_ticket(name, state=state, handler=IDS[handler] if handler else None, state_since=NOON)
    memory = an_empty_desk(name)
    memory.put(ticket)
    desk = Desk(Life(name, state, NOAH_, NOON, handler=handler, letter=True), memory)
    desk.link_lea()
    return desk
