"""Setting up where tickets come from: schemes, sources, types, services and who works on them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from agentdesk.domain.commands import (
    SaveScheme,
    SaveService,
    SaveSource,
    SaveTicketType,
    SetDefaultHandler,
    SetServiceOwners,
)
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.filing import ASKABLE
from agentdesk.domain.decisions.founding import enabled_person
from agentdesk.domain.decisions.names import check_free, tidy_name
from agentdesk.domain.entities import SchemeText, Service, ServiceOwner, Source, TicketType
from agentdesk.domain.reader import every, fetch, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.scheme import Scheme, SchemeError, parse_scheme
from agentdesk.domain.standing import is_assignable
from agentdesk.domain.values import Id

T = TypeVar("T", TicketType, Service)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PREFIX = re.compile(r"[A-Z][A-Z0-9]*")
_EXTENSION = re.compile(r"[a-z0-9]+")


def save_scheme(command: SaveScheme, case: Case) -> Changes:
    """Adds a scheme or replaces the one of the same id; its text says what it is called."""
    scheme = _parsed(command.text)
    known = fetch(case.reader, SchemeText, scheme.id)
    if known and every(case.reader, Source, scheme=scheme.id):
        _check_keeps_states(parse_scheme(known.text), scheme)
    text = known or SchemeText(id=scheme.id, title="", text="")
    return (replace(text, title=scheme.title["en"], text=command.text),)


def _parsed(text: str) -> Scheme:
    try:
        return parse_scheme(text)
    except SchemeError as error:
        raise Refused("scheme-invalid", line=error.line, reason=error.code, **error.data) from error


def _check_keeps_states(old: Scheme, new: Scheme) -> None:
    """Tickets stand in the states of a scheme in use: they stay, and stay what they are."""
    for state in old.states:
        if not new.knows(state.id) or new.state(state.id).kind is not state.kind:
            raise Refused("scheme-state-removed", state=state.id)


def save_source(command: SaveSource, case: Case) -> Changes:
    text = fetch(case.reader, SchemeText, command.scheme)
    if text is None:
        raise Refused("scheme-unknown", scheme=command.scheme)
    known = fetch(case.reader, Source, command.source)
    if known and known.scheme != command.scheme:
        _check_keeps_states(parse_scheme(need(case.reader, SchemeText, known.scheme).text), parse_scheme(text.text))
    _check_source(command, case)
    title = tidy_name(command.title)
    return (
        replace(
            known or Source(id=command.source, title=title, scheme=command.scheme),
            title=title,
            scheme=command.scheme,
            prefix=command.prefix,
            enabled=command.enabled,
            max_files=command.max_files,
            max_file_bytes=command.max_file_bytes,
            file_types=_tidy_extensions(command.file_types),
            organisation_view=command.organisation_view,
            asks=command.asks,
            support_url=command.support_url,
            contact_email=command.contact_email,
            service_hours=command.service_hours,
            agreement=command.agreement.strip(),
        ),
    )


def _check_source(command: SaveSource, case: Case) -> None:
    wrong = {
        "source": not _SLUG.fullmatch(command.source),
        "prefix": not _PREFIX.fullmatch(command.prefix),
        "asks": not set(command.asks) <= set(ASKABLE),
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise Refused("bad-argument", field=field, why="unknown-word")
    same = (other for other in every(case.reader, Source) if other.id != command.source)
    if any(other.title.casefold() == tidy_name(command.title).casefold() for other in same):
        raise Refused("name-taken", name=command.title)


def _tidy_extensions(given: tuple[str, ...]) -> tuple[str, ...]:
    """Lower case, without dot, each once."""
    plain = dict.fromkeys(word.strip().lower().removeprefix(".") for word in given)
    for word in plain:
        if not _EXTENSION.fullmatch(word):
            raise Refused("bad-argument", field="file_types", why="unknown-word")
    return tuple(plain)


def set_default_handler(command: SetDefaultHandler, case: Case) -> Changes:
    """Who gets the tickets of a source as they come (GU-28)."""
    source = need(case.reader, Source, command.source)
    if command.person is not None:
        _check_handler(command.person, source.id, case)
    return (replace(source, default_handler=command.person),)


def _check_handler(person: Id, source: Id, case: Case) -> None:
    found = enabled_person(case, person)
    if not is_assignable(person, source, case.reader):
        raise Refused("not-a-handler", name=found.name)


def save_ticket_type(command: SaveTicketType, case: Case) -> Changes:
    """RS-03 to RS-08: the class decides what a type may do, and some classes exist once."""
    need(case.reader, Source, command.source)
    known = _of_source(fetch(case.reader, TicketType, command.type), command.source)
    name = tidy_name(command.name)
    others = [one for one in every(case.reader, TicketType, source=command.source) if one.id != command.type]
    check_free(name, command.type, others)
    _check_class(command, others)
    return (
        replace(
            known or TicketType(id=command.type, source=command.source, name=name),
            name=name,
            labels=command.labels,
            introduction=command.introduction,
            group=command.group,
            type_class=command.type_class,
            submit_upstream=command.submit_upstream,
            icon=command.icon,
            order=command.order,
            enabled=command.enabled,
            form_template=command.form_template,
            mailbox_verification=command.mailbox_verification,
        ),
    )


def _check_class(command: SaveTicketType, others: list[TicketType]) -> None:
    if command.submit_upstream and not command.type_class.may_submit_upstream:
        raise Refused("class-not-for-upstream")
    same = next((other for other in others if other.type_class is command.type_class), None)
    if command.type_class.single and same:
        raise Refused("type-class-taken", name=same.name)


def save_service(command: SaveService, case: Case) -> Changes:
    need(case.reader, Source, command.source)
    known = _of_source(fetch(case.reader, Service, command.service), command.source)
    name = tidy_name(command.name)
    check_free(name, command.service, every(case.reader, Service, source=command.source))
    service = known or Service(id=command.service, source=command.source, name=name)
    return (replace(service, name=name, order=command.order, enabled=command.enabled),)


def _of_source(known: T | None, source: Id) -> T | None:
    if known and known.source != source:
        raise Refused("wrong-source", name=known.name)
    return known


def set_service_owners(command: SetServiceOwners, case: Case) -> Changes:
    """QK-21: exactly these people are offered the new tickets of the service."""
    service = need(case.reader, Service, command.service)
    for person in command.owners:
        _check_handler(person, service.source, case)
    return (service, *_changed_owners(command, case))


def _changed_owners(command: SetServiceOwners, case: Case) -> Iterator[ServiceOwner]:
    known = every(case.reader, ServiceOwner, service=command.service)
    for owner in known:
        active = owner.person in command.owners
        if active is not owner.active:
            yield replace(owner, active=active)
    for person in dict.fromkeys(command.owners):
        if person not in {owner.person for owner in known}:
            yield ServiceOwner(id=case.new_id(ServiceOwner), service=command.service, person=person)
