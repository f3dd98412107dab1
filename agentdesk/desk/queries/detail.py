"""One ticket: its header and properties, and what this person may do now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.rows import LinkRow, PersonRow, TicketDetail, TicketRow
from agentdesk.desk.queries.setup import file_policy
from agentdesk.desk.queries.tickets import TicketRowsById
from agentdesk.domain.action import Action
from agentdesk.domain.decisions.tickets import RATING_RIDES
from agentdesk.domain.due import closes_at
from agentdesk.domain.entities import Ticket
from agentdesk.domain.masking import contact_shown
from agentdesk.domain.policy import ON_TICKETS, Outlook, available_actions, outlook
from agentdesk.domain.standing import Part
from agentdesk.domain.values import Id, StateKind


@dataclass(frozen=True, slots=True)
class Detail:
    """None: not there, or not to be seen."""

    ticket: Id
    topics: ClassVar[frozenset[str]] = frozenset(
        {"ticket", "participant", "shared_link", "person", "role_assignment", "source", "scheme", "outbox"}
    )

    @property
    def root(self) -> Id:
        return self.ticket

    def run(self, view: View) -> TicketDetail | None:
        row = TicketRowsById((self.ticket,)).run(view).get(self.ticket)
        return None if row is None else _detail(view, row, view.rows.get("ticket", self.ticket))


@dataclass(frozen=True, slots=True)
class CommonActions:
    """What may be done with all of these tickets: the intersection, enabled only where it is for each."""

    tickets: tuple[Id, ...]
    topics: ClassVar[frozenset[str]] = frozenset({"ticket"})

    def run(self, view: View) -> tuple[Action, ...]:
        seen = TicketRowsById(self.tickets).run(view)
        several = [available_actions(view.rows.get("ticket", id), view.person, view.rows) for id in seen]
        return _common(several)


def _common(several: Sequence[Sequence[Action]]) -> tuple[Action, ...]:
    if not several:
        return ()
    by_name = [{action.command: action for action in actions} for actions in several]
    shared = [name for name in by_name[0] if all(name in actions for actions in by_name)]
    return tuple(_weakest([actions[name] for actions in by_name]) for name in shared)


def _weakest(actions: Sequence[Action]) -> Action:
    return next((action for action in actions if not action.enabled), actions[0])


def _detail(view: View, row: TicketRow, ticket: Ticket) -> TicketDetail:
    source, scheme = view.sources[ticket.source], view.schemes[ticket.source]
    people = _people(view, ticket)
    prospect = outlook(ticket, view.person, view.rows)
    staff = view.sight.admin or ticket.source in view.sight.sources
    return TicketDetail(
        row=row, actions=available_actions(ticket, view.person, view.rows),
        complete_kind=prospect.leads_to("complete_ticket") or StateKind.DONE,
        requester=people[ticket.requester], handler=people.get(ticket.handler or ""),
        filed_by=people.get(ticket.filed_by or ""), participants=_participants(view, ticket),
        links=_links(view, ticket),
        policy=file_policy(source), source_title=source.title, service_hours=source.service_hours,
        responded=ticket.responded, closed=ticket.closed, closes_at=closes_at(ticket, scheme),
        contact=contact_shown(ticket.contact, ticket.requester, view.person), contact_hours=ticket.contact_hours,
        business_id=ticket.business_id, business_ip=ticket.business_ip, business_type=ticket.business_type,
        guid=ticket.guid, incomplete=ticket.incomplete, follows=_followed(view, ticket), solved=ticket.solved,
        rating=ticket.rating, rating_comment=ticket.rating_comment, tags=ticket.tags, staff=staff,
        messages=ticket.last_pos if staff else ticket.public_pos, can_mail=source.has_mail,
        work_starts_on_open=scheme.work_starts_on_open, needs=_needs(prospect),
        rates=scheme.rating in RATING_RIDES and Part.REQUESTER in prospect.standing.parts,
    )  # fmt: skip


def _needs(prospect: Outlook) -> dict[str, tuple[str, ...]]:
    found = {command: prospect.attempt(command)[0] for command in ON_TICKETS}
    return {command: transition.needs for command, transition in found.items() if transition and transition.needs}


def _people(view: View, ticket: Ticket) -> dict[Id, PersonRow]:
    return people_by_id(view, [ticket.requester, ticket.handler, ticket.filed_by])


def _participants(view: View, ticket: Ticket) -> tuple[PersonRow, ...]:
    linked = [p.person for p in view.rows.find("participant", ticket=ticket.id) if p.active]
    return tuple(people_by_id(view, linked).values())


def _links(view: View, ticket: Ticket) -> tuple[LinkRow, ...]:
    return tuple(LinkRow(title=link.title, url=link.url) for link in view.rows.find("shared_link", ticket=ticket.id))


def _followed(view: View, ticket: Ticket) -> tuple[Id, str] | None:
    other: Any = view.rows.get("ticket", ticket.follows) if ticket.follows else None
    return (other.id, other.number) if other else None
