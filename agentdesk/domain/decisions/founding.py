"""How a ticket comes to be, whichever way it came."""

from dataclasses import dataclass, replace

from agentdesk.domain.decisions.case import Case
from agentdesk.domain.entities import Person, Service, Source, Ticket, TicketType
from agentdesk.domain.reader import every, fetch, need, scheme_of
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import is_assignable, is_enabled
from agentdesk.domain.values import Channel, Id, Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """Where, for whom and how a ticket begins."""

    id: Id
    source: Source
    requester: Person
    subject: str
    at: Instant
    channel: Channel


def founded(case: Case, new: Founding) -> Ticket:
    """In the first state of the source's scheme, at the default handler, if there is one (GU-28)."""
    scheme = scheme_of(case.reader, new.source.id)
    default = new.source.default_handler
    return Ticket(
        id=case.unused(Ticket, new.id),
        source=new.source.id,
        subject=new.subject,
        state=scheme.initial,
        kind=scheme.state(scheme.initial).kind,
        requester=new.requester.id,
        domain=new.requester.domain,
        handler=default if is_assignable(default, new.source.id, case.reader) else None,
        channel=new.channel,
        created=new.at,
        last_activity=new.at,
        state_since=new.at,
    )


def open_source(case: Case, source: Id) -> Source:
    found = need(case.reader, Source, source)
    if not found.enabled:
        raise Refused("source-disabled", source=found.title)
    return found


def enabled_person(case: Case, person: Id) -> Person:
    found = need(case.reader, Person, person)
    if not is_enabled(person, case.reader):
        raise Refused("person-disabled", name=found.name)
    return found


def offered_type(case: Case, source: Id, type_: Id | None) -> TicketType | None:
    """A type that may be chosen in the source, or None if none was; a disabled one may not (RS-26)."""
    if type_ is None:
        return None
    found = need(case.reader, TicketType, type_)
    if found.source != source:
        raise Refused("wrong-source", name=found.name)
    if not found.enabled:
        raise Refused("type-disabled", name=found.name)
    return found


def offered_service(case: Case, source: Id, service: Id | None) -> Service | None:
    if service is None:
        return None
    found = need(case.reader, Service, service)
    if found.source != source:
        raise Refused("wrong-source", name=found.name)
    if not found.enabled:
        raise Refused("service-disabled", name=found.name)
    return found


def still_offered(case: Case, kind: type[TicketType] | type[Service], id_: Id | None) -> Id | None:
    """What a ticket had, if a new one may have it too."""
    found = fetch(case.reader, kind, id_)
    return found.id if found is not None and found.enabled else None


def has_choice(case: Case, kind: type[TicketType] | type[Service], source: Id) -> bool:
    """Nobody is asked to choose from an empty list."""
    return any(one.enabled for one in every(case.reader, kind, source=source))


def by_its_customer(ticket: Ticket) -> Ticket:
    return replace(ticket, last_customer_activity=ticket.created)
