"""What is set up for everybody, and what people keep for themselves."""

from dataclasses import dataclass, field

from agentdesk.domain.commands.base import BODY, COMMENT, Command, many, new, required, target, text
from agentdesk.domain.values import Id, ScopeKind, TypeClass


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveView(Command):
    view: Id = new()
    name: str = required(60)
    queue: str = required(60)
    filters: tuple[str, ...] = many(40)
    icon: str = text(40, "flag")
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCannedReply(Command):
    canned: Id = new()
    name: str = required(60)
    body_html: str = required(BODY)
    shared: bool = False
    source: Id | None = None
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveScheme(Command):
    text: str = required(BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSource(Command):
    source: Id
    title: str = required()
    scheme: Id
    prefix: str = text(10, "TK")
    enabled: bool = True
    max_files: int = field(default=5, metadata={"least": 1, "most": 100})
    max_file_bytes: int = field(default=8 * 1024 * 1024, metadata={"least": 1, "most": 64 * 1024 * 1024})
    file_types: tuple[str, ...] = many(100, 12)
    organisation_view: bool = True
    asks: tuple[str, ...] = field(default=("type", "title", "description"), metadata={"limit": 12, "length": 20})
    support_url: str = text(400)
    contact_email: str = text(320)
    service_hours: str = text()
    agreement: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDefaultHandler(Command):
    source: Id = target()
    person: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTicketType(Command):
    type: Id = new()
    source: Id
    name: str = required()
    labels: tuple[str, ...] = many(10)
    introduction: str = text(COMMENT)
    group: str = text()
    type_class: TypeClass = TypeClass.ORDINARY
    submit_upstream: bool = False
    icon: str = text()
    order: int = 0
    enabled: bool = True
    form_template: str = text()
    mailbox_verification: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveService(Command):
    service: Id = new()
    source: Id
    name: str = required()
    order: int = 0
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SetServiceOwners(Command):
    service: Id = target()
    owners: tuple[Id, ...] = many(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveHandler(Command):
    person: Id
    title: str = text()
    scope_kind: ScopeKind = ScopeKind.SYSTEM
    scope_id: Id | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePerson(Command):
    person: Id = new()
    user_name: str = required(320)
    name: str = required()
    email: str = text(320)
    mobile: str = text(40)
    domain: Id | None = None
    title: str = text()
    language: str = text(10)
    time_zone: str = text(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisablePerson(Command):
    person: Id = target()
    enabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDomain(Command):
    domain: Id = new()
    name: str = required()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProject(Command):
    project: Id = new()
    domain: Id
    name: str = required()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignRole(Command):
    person: Id
    role: str = required(60)
    """One of `Role`, or the name of an approvers' role, such as `finance`."""
    scope_kind: ScopeKind = ScopeKind.SYSTEM
    scope_id: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeRole(Command):
    person: Id
    role: str = required(60)
    """One of `Role`, or the name of an approvers' role, such as `finance`."""
    scope_kind: ScopeKind = ScopeKind.SYSTEM
    scope_id: Id | None = None
