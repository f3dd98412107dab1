"""Asking for an operation, deciding on it, and what the system does with it."""

from dataclasses import dataclass

from agentdesk.domain.commands.base import COMMENT, Command, between, many, new, required, target, text
from agentdesk.domain.values import Id, Instant, ProcessKind, ScopeKind, StageRule

MOST_HOSTS = 20
"""That one request may cover (CP-R2)."""
LARGEST = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFields(Command):
    """What is asked for; each kind reads its own. Sizes are GiB; of a quota or a change the new ones."""

    project: Id | None = None
    domain: Id | None = None
    name: str = text()
    hosts: tuple[Id, ...] = many(MOST_HOSTS)
    count: int = between(1, MOST_HOSTS, 1)
    image: str = text()
    vcpus: int = between(0, LARGEST)
    memory_gib: int = between(0, LARGEST)
    disk_gib: int = between(0, LARGEST)
    data_disk_gib: int = between(0, LARGEST)
    network: str = text()
    billing: str = text()
    until: Instant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply(WishFields):
    request: Id = new()
    kind: ProcessKind
    reason: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifyRequest(WishFields):
    """CP-66: another wish in the place of the first, as long as nobody has decided."""

    request: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoRequest(Command):
    request: Id = target()
    reason: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassStage(Command):
    """`stage` and `digest` say what was seen: it holds for exactly that (I6)."""

    request: Id = target()
    stage: Id
    digest: str = required(64)
    comment: str = text(COMMENT)
    project: Id | None = None
    role: str = text(60)
    person: Id | None = None
    """For whom a delegate decides; None: for themselves, or for the only one they can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectStage(Command):
    request: Id = target()
    stage: Id
    digest: str = required(64)
    comment: str = text(COMMENT)
    person: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferStage(Command):
    """To a named person, or to a role in a scope (CP-65)."""

    request: Id = target()
    stage: Id
    person: Id | None = None
    role: str = text(60)
    scope: ScopeKind = ScopeKind.SYSTEM
    comment: str = text(COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryExecution(Command):
    request: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExecution(Command):
    """Given by the system when a provider has answered. Without a `failure` it succeeded."""

    request: Id = target()
    attempt: int
    failure: str = text(COMMENT)
    inventory: bool = True
    """Whether the desk's own inventory carries it out; else a provider already has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindStage(Command):
    """Given by the system: looks again who may decide, and reminds them when the stage is overdue."""

    request: Id = target()
    stage: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateStage(Command):
    request: Id = target()
    stage: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDelegate(Command):
    delegation: Id = new()
    delegate: Id
    begins: Instant
    ends: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeDelegate(Command):
    delegation: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreResource(Command):
    resource: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveDesk(Command):
    name: str = text()
    three_levels: bool = True
    default_domain: Id | None = None
    most_stages: tuple[str, ...] = many(10, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageForm:
    """One level as it is set up."""

    name: str = required()
    role: str = text(60)
    scope: ScopeKind = ScopeKind.SYSTEM
    persons: tuple[Id, ...] = many(100)
    rule: StageRule = StageRule.ANY
    number: int = between(0, 100)
    transferable: bool = False
    due_hours: int = between(0, 24 * 365)
    escalates_to: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveProcess(Command):
    """A new process, or a new version of the chain of one; running requests keep theirs (CP-25)."""

    process: Id = new()
    kind: ProcessKind
    name: str = text()
    description: str = text(COMMENT)
    stages: tuple[StageForm, ...] = many(20)
    decides_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnableProcess(Command):
    process: Id = target()


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableProcess(Command):
    process: Id = target()
