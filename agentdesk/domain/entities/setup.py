"""Who is here, and what was set up for everybody or for oneself."""

from dataclasses import dataclass, field

from agentdesk.domain.entities.base import Entity
from agentdesk.domain.values import Id, ScopeKind, TypeClass


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeText(Entity):
    """A scheme as the administrator wrote it; `agentdesk.domain.scheme` reads it."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """Where tickets come from: a product, a platform, a brand. Its id is a slug."""

    title: str
    scheme: Id
    prefix: str = "TK"
    enabled: bool = True
    max_files: int = 5
    max_file_bytes: int = 8 * 1024 * 1024
    file_types: tuple[str, ...] = ()
    """Allowed extensions without dot, lower case; empty allows all but programs."""
    organisation_view: bool = True
    default_handler: Id | None = None
    asks: tuple[str, ...] = ("type", "title", "description")
    """Fields of the submit form that are required, in their order (GU-05, QK-24)."""
    has_mail: bool = False
    support_url: str = ""
    contact_email: str = ""
    service_hours: str = ""
    """Shown as written, for example "Mon–Fri 9–18" (GU-04)."""
    agreement: str = ""
    """The customer agreement that must be accepted; empty asks for none (QK-20)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Entity):
    source: Id
    name: str
    order: int = 0
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOwner(Entity):
    """A default owner: new tickets of the service are offered to this person (QK-21, QK-22)."""

    service: Id
    person: Id
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketType(Entity):
    """A ticket type, called category by some sources (RS-04)."""

    source: Id
    name: str
    labels: tuple[str, ...] = ()
    """The name in other languages as "zh=解绑 MFA"."""
    introduction: str = ""
    group: str = ""
    type_class: TypeClass = TypeClass.ORDINARY
    submit_upstream: bool = False
    icon: str = ""
    order: int = 0
    enabled: bool = True
    form_template: str = ""
    """Name of the application form that must be filled, stamped and attached (GU-07)."""
    mailbox_verification: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain(Entity):
    """A customer organisation."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Entity):
    domain: Id
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    user_name: str
    name: str
    email: str = ""
    mobile: str = ""
    domain: Id | None = None
    title: str = ""
    language: str = ""
    time_zone: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAssignment(Entity):
    """A role of a person at a scope. A handler is the role `handler`; `title` is their role on the list (GU-33)."""

    person: Id
    role: str
    """One of `Role`, or the name of an approvers' role such as `finance`."""
    scope_kind: ScopeKind = ScopeKind.SYSTEM
    scope_id: Id | None = None
    title: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply(Entity):
    name: str
    body_html: str
    owner: Id | None = None
    """None: shared by all staff."""
    source: Id | None = None
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView(Entity):
    person: Id
    name: str
    queue: str
    filters: tuple[str, ...] = field(default=())
    """The filters as "name=value"; desk/queries/filters.py knows them."""
    icon: str = "flag"
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings(Entity):
    """What holds for the whole desk. There is one, and its id is `DESK`."""

    name: str = ""
    three_levels: bool = True
    """Three-level permission: who joins a project joins one of their own domain; else of the default domain (CP-55)."""
    default_domain: Id | None = None
    most_stages: tuple[str, ...] = ()
    """How many stages a kind may have, as "kind=number"; what is not named has its default (CP-R1)."""


DESK: Id = "00000000-0000-0000-0000-00000000de5c"
