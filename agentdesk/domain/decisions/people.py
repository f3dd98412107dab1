"""Who else belongs to a ticket, and what was shared in it."""

from dataclasses import replace
from urllib.parse import urlsplit

from agentdesk.domain.commands import AddParticipant, RemoveParticipant, ShareLink
from agentdesk.domain.decisions.case import Changes, TicketCase
from agentdesk.domain.decisions.founding import enabled_person
from agentdesk.domain.decisions.thread import notice
from agentdesk.domain.entities import Participant, Person, SharedLink
from agentdesk.domain.reader import every, fetch
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id


def add_participant(command: AddParticipant, case: TicketCase) -> Changes:
    """A linked user sees the ticket and reads along."""
    person = enabled_person(case, command.person)
    known = _participant(command.person, case)
    if person.id == case.ticket.requester or (known and known.active):
        raise Refused("already-participant", name=person.name)
    after = case.moved(case.transition("add_participant"))
    joined = known or Participant(id=case.new_id(Participant), ticket=after.id, person=person.id)
    return (after, replace(joined, active=True), notice(case, after.id, "participant-added", name=person.name))


def remove_participant(command: RemoveParticipant, case: TicketCase) -> Changes:
    known = _participant(command.person, case)
    if known is None or not known.active:
        raise Refused("not-a-participant")
    after = case.moved(case.transition("remove_participant"))
    person = fetch(case.reader, Person, command.person)
    name = person.name if person else ""
    return (after, replace(known, active=False), notice(case, after.id, "participant-removed", name=name))


def share_link(command: ShareLink, case: TicketCase) -> Changes:
    """A resource handed over during the interaction (CS-13)."""
    url = checked_url(command.url)
    after = case.moved(case.transition("share_link"))
    link = SharedLink(
        id=case.unused(SharedLink, command.link),
        ticket=after.id,
        title=command.title.strip() or url,
        url=url,
        by=case.actor,
        at=case.at,
    )
    return (after, link, notice(case, after.id, "link-shared", title=link.title, url=url))


def checked_url(url: str) -> str:
    """A web address and nothing else: no scripts, files or mail."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise Refused("bad-link", url=url[:200])
    return url


def _participant(person: Id, case: TicketCase) -> Participant | None:
    known = every(case.reader, Participant, ticket=case.ticket.id, person=person)
    return known[0] if known else None
