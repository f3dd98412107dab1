"""What forms offer, and who sits at this desk."""

from dataclasses import dataclass
from typing import Any, ClassVar

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.people import people_by_id
from agentdesk.desk.queries.queues import queues_of
from agentdesk.desk.queries.rows import FilePolicy, PersonRow, ServiceRow, SetUp, SourceRow, TypeRow, Whoami
from agentdesk.domain.policy import available_actions
from agentdesk.records.visibility import scopes_of

_TOPICS = frozenset({"source", "ticket_type", "service", "scheme", "role_assignment", "person"})


@dataclass(frozen=True, slots=True)
class SetUpOf:
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> SetUp:
        types = sorted(view.rows.find("ticket_type", enabled=True), key=lambda t: (t.order, t.name))
        services = sorted(view.rows.find("service", enabled=True), key=lambda s: (s.order, s.name))
        return SetUp(
            sources=tuple(_source(view, source) for source in view.sources.values()),
            types=tuple(_type(t) for t in types),
            services=tuple(ServiceRow(id=s.id, source=s.source, name=s.name) for s in services),
            states={
                id: tuple((s.id, s.kind, dict(s.label)) for s in scheme.states) for id, scheme in view.schemes.items()
            },
        )


@dataclass(frozen=True, slots=True)
class WhoamiOf:
    topics: ClassVar[frozenset[str]] = _TOPICS

    def run(self, view: View) -> Whoami:
        return Whoami(
            person=people_by_id(view, [view.person]).get(view.person) or _coming(view),
            desk_title=view.sources["desk"].title if "desk" in view.sources else "",
            queues=queues_of(view.sight),
            actions=available_actions(None, view.person, view.rows),
            staff=view.sight.staff,
            admin=view.sight.admin,
        )


def _coming(view: View) -> PersonRow:
    """Of a desk whose first page is on its way."""
    return PersonRow(id=view.person, user_name="", name="")


@dataclass(frozen=True, slots=True)
class Scopes:
    """The views this person may choose from, each with what it is called: `system`, or a domain's name."""

    topics: ClassVar[frozenset[str]] = frozenset({"role_assignment", "person", "domain"})

    def run(self, view: View) -> dict[str, str]:
        return {scope: _scope_name(view, scope) for scope in scopes_of(view.rows, view.person)}


def _scope_name(view: View, scope: str) -> str:
    kind, _, id = scope.partition(":")
    found = view.rows.get(kind, id) if id else None
    return found.name if found else scope


def file_policy(source: Any) -> FilePolicy:
    return FilePolicy(max_files=source.max_files, max_file_bytes=source.max_file_bytes, file_types=source.file_types)


def _source(view: View, source: Any) -> SourceRow:
    return SourceRow(
        id=source.id, title=source.title, scheme=source.scheme, enabled=source.enabled, policy=file_policy(source),
        asks=source.asks, agreement=source.agreement, contact_email=source.contact_email,
        support_url=source.support_url, service_hours=source.service_hours, has_mail=source.has_mail,
        serves=source.id in view.sight.sources,
    )  # fmt: skip


def _type(type_: Any) -> TypeRow:
    return TypeRow(
        id=type_.id, source=type_.source, name=type_.name,
        labels=dict(item.partition("=")[::2] for item in type_.labels), introduction=type_.introduction,
        group=type_.group, form_template=type_.form_template, mailbox_verification=type_.mailbox_verification,
    )  # fmt: skip
