"""The small words that entities and commands are made of."""

from enum import StrEnum

Id = str
"""A UUID in its canonical 36-character form, or the slug of a source or scheme."""

Instant = int
"""Milliseconds since 1970-01-01T00:00Z."""

HOUR: Instant = 60 * 60 * 1000
DAY: Instant = 24 * HOUR


class StateKind(StrEnum):
    """What a state means to the engine; its label and id belong to the scheme."""

    NEW = "new"
    WORKING = "working"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_STAFF = "waiting_staff"
    WAITING_CONFIRMATION = "waiting_confirmation"
    DONE = "done"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        return self in (StateKind.DONE, StateKind.CANCELLED)

    @property
    def open(self) -> bool:
        return not self.final

    @property
    def waits_for_staff(self) -> bool:
        return self in (StateKind.NEW, StateKind.WORKING, StateKind.WAITING_STAFF)


class Priority(StrEnum):
    NONE = "none"
    MINOR = "minor"
    MODERATE = "moderate"
    CRITICAL = "critical"
    FATAL = "fatal"


class Channel(StrEnum):
    DESK = "desk"
    EMAIL = "email"
    CHAT = "chat"
    PHONE = "phone"
    CONFERENCE = "conference"
    API = "api"


class MessageKind(StrEnum):
    REPLY = "reply"
    NOTE = "note"
    SYSTEM = "system"
    EMAIL = "email"
    CALL = "call"
    CHAT = "chat"
    CONFERENCE = "conference"


class Visibility(StrEnum):
    EVERYONE = "everyone"
    STAFF = "staff"


class AuthorKind(StrEnum):
    """The side an author of a message stands on (RS-21)."""

    REQUESTER = "requester"
    STAFF = "staff"
    UPSTREAM = "upstream"
    SYSTEM = "system"


class Role(StrEnum):
    REQUESTER = "requester"
    HANDLER = "handler"
    DOMAIN_ADMIN = "domain_admin"
    ADMIN = "admin"
    UPSTREAM_AGENT = "upstream_agent"


class ScopeKind(StrEnum):
    SYSTEM = "system"
    DOMAIN = "domain"
    PROJECT = "project"
    SOURCE = "source"


class Solved(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class TypeClass(StrEnum):
    """The five classes of a ticket type (RS-05)."""

    ORDINARY = "ordinary"
    BUSINESS_TECHNICAL = "business_technical"
    FILING = "filing"
    TRADEMARK = "trademark"
    OTHER = "other"

    @property
    def single(self) -> bool:
        """At most one type of this class may exist in a source (RS-07)."""
        return self in (TypeClass.BUSINESS_TECHNICAL, TypeClass.TRADEMARK)

    @property
    def may_submit_upstream(self) -> bool:
        return self is not TypeClass.ORDINARY


class ProcessKind(StrEnum):
    """What can wait for an approval (CP-03 to CP-09)."""

    HOST_CREATE = "host_create"
    HOST_CHANGE = "host_change"
    HOST_DELETE = "host_delete"
    JOIN_PROJECT = "join_project"
    PROJECT_QUOTA = "project_quota"
    DOMAIN_QUOTA = "domain_quota"
    TECHNICAL_SUPPORT = "technical_support"

    @property
    def is_request(self) -> bool:
        """Technical support has a process and files tickets, never requests."""
        return self is not ProcessKind.TECHNICAL_SUPPORT

    @property
    def has_project(self) -> bool:
        """Whether approvers can be those of a project (CP-16)."""
        return self not in (ProcessKind.JOIN_PROJECT, ProcessKind.DOMAIN_QUOTA)

    @property
    def is_quota(self) -> bool:
        return self in (ProcessKind.PROJECT_QUOTA, ProcessKind.DOMAIN_QUOTA)


class RequestState(StrEnum):
    IN_APPROVAL = "in_approval"
    PROCESSING = "processing"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def incomplete(self) -> bool:
        """CP-62: what can still be undone."""
        return self in (RequestState.IN_APPROVAL, RequestState.PROCESSING)


class RequestResult(StrEnum):
    PASSED = "passed"
    REJECTED = "rejected"


class Execution(StrEnum):
    """How the operation itself goes, apart from its approval (HZ-06)."""

    NONE = "none"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105
    REJECT = "reject"


class StageRule(StrEnum):
    """How many of a stage's approvers must pass it (HZ-01)."""

    ANY = "any"
    ALL = "all"
    COUNT = "count"
    PERCENT = "percent"


class ResourceKind(StrEnum):
    HOST = "host"
    PROJECT_QUOTA = "project_quota"
    DOMAIN_QUOTA = "domain_quota"
