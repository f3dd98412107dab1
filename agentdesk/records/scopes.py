"""Scope keys: short words that say whom a root may concern, and which of them a person holds.

They only say *look*: whether a root is shown is judged by visibility.py (docs/decisions/0007).
"""

from hashlib import sha256

from agentdesk.domain.entities import (
    Candidate,
    CannedReply,
    Delegation,
    Entity,
    Participant,
    Request,
    Resource,
    RoleAssignment,
    SavedView,
    Ticket,
)
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows
from agentdesk.records.visibility import Sight

EVERYBODY, ALL_STAFF, ADMINISTRATORS, EVERYWHERE = "t:*", "h:*", "a:*", "w:*"


def audience(root: Entity, rows: Rows) -> frozenset[str]:
    """The keys of those whom it concerns as it is now; of a ticket its participants are asked for."""
    if isinstance(root, Ticket):
        return _of_ticket(root, rows)
    if isinstance(root, Request):
        return _of_request(root, rows)
    if isinstance(root, Resource):
        return _of_resource(root)
    if isinstance(root, Delegation):
        return frozenset({ADMINISTRATORS, person_key(root.person), person_key(root.delegate)})
    if isinstance(root, RoleAssignment):
        return frozenset({person_key(root.person), voice_key(root.person), ALL_STAFF})
    if isinstance(root, SavedView):
        return frozenset({person_key(root.person)})
    if isinstance(root, CannedReply):
        return frozenset({person_key(root.owner) if root.owner else ALL_STAFF})
    return frozenset({EVERYBODY})


def keys_of(sight: Sight) -> frozenset[str]:
    """What somebody holds; who is disabled or unknown holds nothing."""
    if not sight.enabled:
        return frozenset()
    keys = {EVERYBODY, person_key(sight.person), *(source_key(source) for source in sight.sources)}
    keys |= {voice_key(person) for person in (sight.person, *sight.delegators)}
    keys |= {project_key(project) for project in sight.projects} | {office_key(domain) for domain in sight.offices}
    if sight.everywhere:
        keys.add(EVERYWHERE)
    if sight.admin:
        keys.add(ADMINISTRATORS)
    if sight.admin or sight.staff:
        keys.add(ALL_STAFF)
    return frozenset(keys | {domain_key(domain, source) for domain in sight.domains for source in sight.open_sources})


def hash_of(keys: frozenset[str]) -> str:
    """Another hash, another set of keys: a cursor carries it."""
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()[:16]


def person_key(person: Id) -> str:
    return f"u:{person}"


def source_key(source: Id) -> str:
    return f"s:{source}"


def voice_key(person: Id) -> str:
    """Of what this person was asked to decide and of their roles; whoever decides for them holds it, too: whether a
    delegate may decide is judged by the roles of those whom they stand in for.
    """
    return f"c:{person}"


def project_key(project: Id) -> str:
    return f"p:{project}"


def office_key(domain: Id) -> str:
    return f"d:{domain}"


def domain_key(domain: Id, source: Id) -> str:
    """With the source, so that a source which closes itself to organisations changes keys and no tickets."""
    return f"o:{domain}/{source}"


def _of_ticket(ticket: Ticket, rows: Rows) -> frozenset[str]:
    joined: tuple[Participant, ...] = rows.find("participant", ticket=ticket.id)
    linked = (one.person for one in joined if one.active)
    people = {ticket.requester, ticket.filed_by, ticket.handler, *linked} - {None}
    keys = {ADMINISTRATORS, source_key(ticket.source), *(person_key(str(person)) for person in people)}
    return frozenset(keys | ({domain_key(ticket.domain, ticket.source)} if ticket.domain else set()))


def _of_request(request: Request, rows: Rows) -> frozenset[str]:
    asked: tuple[Candidate, ...] = rows.find("candidate", request=request.id)
    return frozenset({ADMINISTRATORS, person_key(request.applicant), *(voice_key(one.person) for one in asked)})


def _of_resource(resource: Resource) -> frozenset[str]:
    project = {project_key(resource.project)} if resource.project else set()
    return frozenset({ADMINISTRATORS, EVERYWHERE, office_key(resource.domain), *project})
