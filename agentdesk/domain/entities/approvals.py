"""Processes, the requests that wait for their approvals, and the inventory that they change."""

from dataclasses import dataclass

from agentdesk.domain.entities.base import Entity
from agentdesk.domain.values import (
    Execution,
    Id,
    Instant,
    ProcessKind,
    RequestResult,
    RequestState,
    ResourceKind,
    ScopeKind,
    StageRule,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Entity):
    """The approval chain of one kind of request. `version` is the one that new requests start with (CP-25)."""

    kind: ProcessKind
    name: str
    description: str = ""
    enabled: bool = False
    version: int = 1
    stages: int = 0
    """How many levels that version has."""
    created: Instant = 0
    updated: Instant = 0
    updated_by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessVersion(Entity):
    """A chain as it was saved once; running requests keep theirs."""

    process: Id
    number: int
    stages: int
    decides_own: bool = False
    """Whether an applicant may decide their own request."""
    at: Instant = 0
    by: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Entity):
    """One level of a version. Its approvers are those with the role in the scope, and the named persons."""

    process: Id
    version: int
    position: int
    """From 1."""
    name: str
    role: str = ""
    scope: ScopeKind = ScopeKind.SYSTEM
    persons: tuple[Id, ...] = ()
    rule: StageRule = StageRule.ANY
    number: int = 0
    """Of the rule: the count or the percentage."""
    transferable: bool = False
    due_hours: int = 0
    """After so many hours its approvers are reminded, and after twice as many it is escalated; 0: never."""
    escalates_to: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Entity):
    """What is asked for. Sizes are GiB; of a quota they are the new limits, of a change the new sizes."""

    name: str = ""
    hosts: tuple[Id, ...] = ()
    count: int = 1
    image: str = ""
    vcpus: int = 0
    memory_gib: int = 0
    disk_gib: int = 0
    data_disk_gib: int = 0
    network: str = ""
    billing: str = ""
    until: Instant | None = None
    project: Id | None = None
    """Whose resource it is; of joining a project the one that was wished for, after the last Pass the one given."""
    domain: Id | None = None
    role: str = ""
    """Of joining a project: the role that was given with the Pass."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Wish):
    """An operation that waits for approval, or that ran at once because its kind has no process (CP-24)."""

    kind: ProcessKind
    applicant: Id
    state: RequestState
    created: Instant
    last_activity: Instant
    reason: str = ""
    withdrawn: str = ""
    """Why its applicant took it back."""
    number: str = ""
    """The human number, from the authority; empty while nobody has given one."""
    result: RequestResult | None = None
    execution: Execution = Execution.NONE
    process: Id | None = None
    version: int = 0
    stages: int = 0
    stage: int = 0
    """The position of the open stage; 0 when none is open."""
    stage_since: Instant = 0
    blocked: bool = False
    """The open stage has too few approvers: it waits for an administrator and never passes by itself (HZ-04)."""
    reminded: Instant | None = None
    escalated: Instant | None = None
    attempts: int = 0
    failure: str = ""
    """Why the last attempt failed, as a code of refusals.py or in the provider's words."""
    closed: Instant | None = None
    host_names: tuple[str, ...] = ()
    """What its hosts were called when it was asked for: not everybody who decides sees the inventory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Entity):
    """One vote: of one person on one stage of one request, which is its id."""

    request: Id
    position: int
    person: Id
    """Whose vote it is."""
    by: Id
    """Who gave it: that person or their delegate."""
    verdict: Verdict
    at: Instant
    decided_at: Instant
    """When the device says it was decided; `at` is when it was recorded (sync.md §2.13)."""
    comment: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageResult(Entity):
    """How a stage of a request ended; its id is made of both, so there is one (I5)."""

    request: Id
    position: int
    verdict: Verdict
    decision: Id
    """The vote that settled it."""
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Entity):
    """Somebody who may or might have decided a stage: feeds My pending and I involved."""

    request: Id
    position: int
    person: Id
    active: bool = True
    """Their vote is still wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTransfer(Entity):
    """An open stage that was given to others (CP-65); the last one counts."""

    request: Id
    position: int
    by: Id
    at: Instant
    person: Id | None = None
    role: str = ""
    scope: ScopeKind = ScopeKind.SYSTEM
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestChange(Entity):
    """Another wish in the place of the one before (CP-66); both as far as they differ, `name=value` with JSON."""

    request: Id
    by: Id
    at: Instant
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation(Entity):
    """For a time somebody decides for somebody else."""

    person: Id
    delegate: Id
    begins: Instant
    ends: Instant
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Entity):
    """A host, or the quota of a project or a domain, in the desk's own inventory."""

    kind: ResourceKind
    domain: Id
    project: Id | None = None
    name: str = ""
    image: str = ""
    vcpus: int = 0
    memory_gib: int = 0
    disk_gib: int = 0
    data_disk_gib: int = 0
    network: str = ""
    created: Instant = 0
    trashed: Instant | None = None
    """When it was put into the trash; it can be restored."""
    request: Id | None = None
    """What it came from."""
