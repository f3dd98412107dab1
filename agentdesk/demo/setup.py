"""The commands that set the demo desk up before anybody files a ticket."""

from collections.abc import Iterator
from typing import Any

from agentdesk.demo.content import MAKER, Human, people, read
from agentdesk.demo.seed import fixed_id
from agentdesk.demo.story import person_id, service_id, type_id
from agentdesk.demo.words import to_html
from agentdesk.domain.commands import (
    AssignRole,
    Command,
    SaveCannedReply,
    SaveDomain,
    SaveHandler,
    SavePerson,
    SaveProject,
    SaveService,
    SaveSource,
    SaveTicketType,
    SaveView,
    SetDefaultHandler,
    SetServiceOwners,
)
from agentdesk.domain.values import Id, Role, ScopeKind, TypeClass

Wish = tuple[str, Command]
"""Who asks for what."""


def set_up(admin: Id) -> Iterator[Wish]:
    content = read("setup")
    yield from ((MAKER, command) for command in _by_the_maker(content, admin))
    for row in content["view"]:
        yield row["person"], _view(row)


def _by_the_maker(content: dict[str, Any], admin: Id) -> Iterator[Command]:
    for row in content["domain"]:
        yield from _domain(row)
    for human in people().values():
        yield _person(human, admin if human.user == MAKER else person_id(human.user))
    for row in content["source"]:
        yield from _source(row)
    for row in content["staff"]:
        yield from _handler(people()[row["user"]])
    for row in content["source"]:
        yield from _who_works_on(row)
    yield from _other_roles(content)
    for order, row in enumerate(content["canned"]):
        yield SaveCannedReply(
            canned=fixed_id("canned", row["name"]),
            name=row["name"],
            body_html=to_html(row["body"]),
            shared=True,
            order=order,
        )


def _domain(row: dict[str, Any]) -> Iterator[Command]:
    domain = fixed_id("domain", row["name"])
    yield SaveDomain(domain=domain, name=row["name"])
    for name in row["projects"]:
        yield SaveProject(project=fixed_id("project", f"{row['name']}/{name}"), domain=domain, name=name)


def _person(human: Human, id_: Id) -> Command:
    return SavePerson(
        person=id_,
        user_name=human.user,
        name=human.name,
        email=human.email,
        mobile=human.mobile,
        domain=fixed_id("domain", human.domain) if human.domain else None,
        title=human.title,
        language=human.language,
        time_zone=human.zone,
    )


_PLAIN = ("title", "scheme", "prefix", "max_files", "max_file_bytes", "organisation_view", "support_url",
          "contact_email", "service_hours", "agreement")  # fmt: skip


def _source(row: dict[str, Any]) -> Iterator[Command]:
    plain = {name: row[name] for name in _PLAIN if name in row}
    yield SaveSource(source=row["id"], file_types=tuple(row.get("file_types", ())), asks=tuple(row["asks"]), **plain)
    for order, kind in enumerate(row["types"]):
        yield _type(row["id"], order, kind)
    for order, name in enumerate(row["services"]):
        yield SaveService(service=service_id(row["id"], name), source=row["id"], name=name, order=order)


def _type(source: Id, order: int, row: dict[str, Any]) -> Command:
    return SaveTicketType(
        type=type_id(source, row["name"]),
        source=source,
        name=row["name"],
        labels=tuple(f"{language}={row[language]}" for language in ("en", "zh", "de") if language in row),
        introduction=row.get("about", ""),
        group=row.get("group", ""),
        type_class=TypeClass(row.get("class", "ordinary")),
        submit_upstream=row.get("upstream", False),
        icon=row.get("icon", ""),
        order=order,
        form_template=row.get("form", ""),
        mailbox_verification=row.get("mailbox", False),
    )


def _handler(human: Human) -> Iterator[Command]:
    if not human.serves:
        yield SaveHandler(person=person_id(human.user), title=human.title)
    for source in human.serves:
        yield SaveHandler(person=person_id(human.user), title=human.title, scope_kind=ScopeKind.SOURCE, scope_id=source)


def _who_works_on(row: dict[str, Any]) -> Iterator[Command]:
    if "default_handler" in row:
        yield SetDefaultHandler(source=row["id"], person=person_id(row["default_handler"]))
    for name, users in row.get("owners", {}).items():
        owners = tuple(person_id(user) for user in users)
        yield SetServiceOwners(service=service_id(row["id"], name), owners=owners)


def _other_roles(content: dict[str, Any]) -> Iterator[Command]:
    for user in content["requesters"]["domain_admins"]:
        yield AssignRole(
            person=person_id(user),
            role=Role.DOMAIN_ADMIN,
            scope_kind=ScopeKind.DOMAIN,
            scope_id=fixed_id("domain", people()[user].domain),
        )
    yield from _approvers(read("approvals")["roles"])
    for row in content["upstream"]:
        yield AssignRole(
            person=person_id(row["user"]),
            role=Role.UPSTREAM_AGENT,
            scope_kind=ScopeKind.SOURCE,
            scope_id=row["source"],
        )


def _approvers(roles: dict[str, Any]) -> Iterator[Command]:
    """Who asks and who decides: role by role, in the whole desk, in a domain or in a project."""
    for role, users in roles["system"].items():
        yield from (AssignRole(person=person_id(user), role=role) for user in users)
    for kind in (ScopeKind.DOMAIN, ScopeKind.PROJECT):
        for role, places in roles[kind].items():
            for place, users in places.items():
                yield from (
                    AssignRole(person=person_id(user), role=role, scope_kind=kind, scope_id=fixed_id(kind, place))
                    for user in users
                )


def _view(row: dict[str, Any]) -> Command:
    return SaveView(
        view=fixed_id("view", f"{row['person']}/{row['name']}"),
        name=row["name"],
        queue=row["queue"],
        filters=tuple(row["filters"]),
        icon=row["icon"],
    )
