"""What somebody may do with a request, and with which operations they may begin one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from agentdesk.domain.action import Action
from agentdesk.domain.approvers import approvers, decides_own, delegators, stage_at
from agentdesk.domain.entities import Candidate, Decision, Domain, Process, Project, Request, Resource, Stage
from agentdesk.domain.reader import Reader, every, fetch
from agentdesk.domain.standing import SYSTEM, is_enabled, roles_of
from agentdesk.domain.values import Execution, Id, Instant, ProcessKind, RequestState, ScopeKind
from agentdesk.domain.wishes import MODIFIABLE

FAILURES_BEFORE_ADMINS = 3
"""So often only the applicant may try again; after that an administrator may, too (CP-64)."""


@dataclass(frozen=True)
class RequestOutlook:
    """A request as one person may act on it, at a time."""

    request: Request
    person: Id
    reader: Reader
    at: Instant

    def action(self, command: str) -> Action | None:
        """None: this person can never do it to this request."""
        if not self.sees:
            known = is_enabled(self.person, self.reader)
            return Action(command, enabled=False, reason="not-found" if known else "person-disabled")
        if command in _BY_SYSTEM:
            return Action(command, enabled=True) if self.person == SYSTEM else None
        reason = _RULES[command](self)
        return None if reason is None else Action(command, enabled=not reason, reason=reason)

    @cached_property
    def sees(self) -> bool:
        """The applicant, whoever was or is to decide, their delegates, and administrators (CP-52 to CP-61)."""
        if self.person == SYSTEM:
            return True
        if not is_enabled(self.person, self.reader):
            return False
        return self.person == self.request.applicant or self.admin or bool(self.asked & self.voices)

    @cached_property
    def admin(self) -> bool:
        return roles_of(self.person, self.reader).admin

    @cached_property
    def stage(self) -> Stage | None:
        """The open one."""
        return stage_at(self.request, self.request.stage, self.reader)

    @cached_property
    def approvers(self) -> frozenset[Id]:
        """Those of the open stage."""
        return approvers(self.request, self.stage, self.reader) if self.stage else frozenset()

    @cached_property
    def votes(self) -> Mapping[Id, Decision]:
        """By person, on the open stage, in the order in which they were given."""
        given = sorted(every(self.reader, Decision, request=self.request.id), key=lambda one: (one.at, one.id))
        return {one.person: one for one in given if one.position == self.request.stage}

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        return tuple(every(self.reader, Candidate, request=self.request.id))

    @cached_property
    def asked(self) -> frozenset[Id]:
        """Everybody who may decide now or might have decided before."""
        return self.approvers | {one.person for one in self.candidates}

    @cached_property
    def voices(self) -> frozenset[Id]:
        """Themselves and those for whom they may decide now."""
        return delegators(self.person, self.at, self.reader) | {self.person}

    # ------------------------------------------------------------------ why not: "" if nothing is in the way

    def _deciding(self) -> str | None:
        if not self.asked & self.voices:
            return None
        if self.request.state is not RequestState.IN_APPROVAL:
            return self._over
        if not self.approvers & self.voices:
            return "not-an-approver"
        if self.person == self.request.applicant and not decides_own(self.request, self.reader):
            return "own-request"
        return "" if self.approvers & self.voices - self.votes.keys() else "already-decided"

    def _transferring(self) -> str | None:
        if self.stage is None or not self.stage.transferable:
            return None
        return self._deciding()

    def _undoing(self) -> str | None:
        if self.person != self.request.applicant:
            return None
        if not self.request.state.incomplete:
            return self._over
        return "operation-running" if self.request.execution is Execution.RUNNING else ""

    def _modifying(self) -> str | None:
        if self.person != self.request.applicant or self.request.kind not in MODIFIABLE:
            return None
        if self.request.state is not RequestState.IN_APPROVAL:
            return self._over
        return "already-decided" if every(self.reader, Decision, request=self.request.id) else ""

    def _retrying(self) -> str | None:
        request = self.request
        late = self.admin and request.attempts >= FAILURES_BEFORE_ADMINS
        if self.person != request.applicant and not late:
            return None
        if request.state is not RequestState.PROCESSING:
            return self._over if not request.state.incomplete else "not-decided-yet"
        return "" if request.execution is Execution.FAILED else "operation-running"

    @property
    def _over(self) -> str:
        return "request-withdrawn" if self.request.state is RequestState.CANCELLED else "already-decided"


_RULES: Mapping[str, Callable[[RequestOutlook], str | None]] = {
    "pass_stage": RequestOutlook._deciding,
    "reject_stage": RequestOutlook._deciding,
    "transfer_stage": RequestOutlook._transferring,
    "undo_request": RequestOutlook._undoing,
    "modify_request": RequestOutlook._modifying,
    "retry_execution": RequestOutlook._retrying,
}
_BY_SYSTEM = frozenset({"record_execution", "remind_stage", "escalate_stage"})


# --------------------------------------------------------------------------------------------- beginning one


def process_of(kind: ProcessKind, reader: Reader) -> Process | None:
    """The one in force (CP-68), or None: then the operation runs at once (CP-24)."""
    return next((one for one in every(reader, Process, kind=kind) if one.enabled), None)


def may_apply(kind: ProcessKind, actor: Id, project: Id | None, domain: Id | None, reader: Reader) -> str:
    """Why this person may not ask for that there; "" if they may.

    Without a process somebody acts within their own rights: a member changes hosts, but no quotas (CP-69).
    """
    if not kind.is_request:
        return "unknown-kind"
    gated = process_of(kind, reader) is not None
    if kind is ProcessKind.JOIN_PROJECT:
        return "" if gated else "process-disabled"
    roles = roles_of(actor, reader)
    if roles.admin or (roles.administers(domain) and (gated or kind is not ProcessKind.DOMAIN_QUOTA)):
        return ""
    if kind is ProcessKind.DOMAIN_QUOTA or (kind is ProcessKind.PROJECT_QUOTA and not gated):
        return "not-within-your-rights"
    return "" if is_member(actor, project, reader) else "not-a-member"


def is_member(person: Id, project: Id | None, reader: Reader) -> bool:
    """Whoever holds any role in a project is a member of it."""
    if project is None:
        return False
    return any(one.scope_kind is ScopeKind.PROJECT and one.scope_id == project for one in roles_of(person, reader).held)


def works_with(host: Resource, person: Id, reader: Reader) -> bool:
    """The members of its project, those who lead its domain, and administrators (CP-69)."""
    roles = roles_of(person, reader)
    return roles.admin or roles.administers(host.domain) or is_member(person, host.project, reader)


def projects_of(person: Id, reader: Reader) -> tuple[Project, ...]:
    """Those that this person is a member of."""
    held = roles_of(person, reader).held
    ids = {one.scope_id for one in held if one.scope_kind is ScopeKind.PROJECT}
    found = (fetch(reader, Project, id) for id in sorted(filter(None, ids)))
    return tuple(project for project in found if project)


def joinable(applicant_domain: Id | None, reader: Reader, *, three_levels: bool, default: Id | None) -> list[Project]:
    """The projects somebody may be let into (CP-55)."""
    domain = applicant_domain if three_levels else default
    return list(every(reader, Project, domain=domain)) if domain and fetch(reader, Domain, domain) else []
