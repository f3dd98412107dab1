"""Asking for an operation, asking for something else instead, and taking it back."""

from collections.abc import Iterator
from dataclasses import replace

from agentdesk.domain.commands import Apply, ModifyRequest, UndoRequest, WishFields
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.request_case import RequestCase
from agentdesk.domain.entities import Domain, Person, Process, Project, Request, RequestChange, Resource, Wish
from agentdesk.domain.inventory import below_use
from agentdesk.domain.reader import fetch, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import RequestOutlook, may_apply, process_of, works_with
from agentdesk.domain.values import Id, ProcessKind, RequestState, ResourceKind
from agentdesk.domain.wishes import apart, check_filled, kept


def apply(command: Apply, case: Case) -> Changes:
    """With a process in force it waits for approval; without one the operation runs at once (CP-02, CP-24)."""
    wish = _wish(command, command.kind, case)
    if reason := may_apply(command.kind, case.actor, wish.project, wish.domain, case.reader):
        raise Refused(reason)
    process = process_of(command.kind, case.reader)
    if process is not None and not command.reason.strip():
        raise Refused("reason-required")
    request = _founded(command, case, wish, process)
    begun = RequestCase(case.envelope, case.reader, RequestOutlook(request, case.actor, case.reader, case.at))
    return (begun.running(request),) if process is None else begun.opened(request, 1)


def modify_request(command: ModifyRequest, case: RequestCase) -> Changes:
    """Nobody has decided yet, so the first stage is asked anew about the new wish (CP-66)."""
    wish = _wish(command, case.request.kind, case)
    if reason := may_apply(case.request.kind, case.actor, wish.project, wish.domain, case.reader):
        raise Refused(reason)
    before = case.request
    after = replace(before, host_names=_host_names(wish, case), **kept(wish))
    reopened, *people = case.opened(after, after.stage)
    return (reopened, *_changed(case, before, after), *people)


def _changed(case: RequestCase, before: Wish, after: Wish) -> Iterator[RequestChange]:
    if was := apart(before, after):
        id = case.new_id(RequestChange)
        yield RequestChange(
            id=id, request=case.request.id, by=case.actor, at=case.at, before=was, after=apart(after, before)
        )


def undo_request(command: UndoRequest, case: RequestCase) -> Changes:
    """Withdrawn by its applicant, with a reason (CP-53); whoever was asked finds it under I involved (CP-59)."""
    if not command.reason.strip():
        raise Refused("reason-required")
    after = replace(
        case.request, state=RequestState.CANCELLED, stage=0, blocked=False, closed=case.at, last_activity=case.at,
        withdrawn=command.reason,
    )  # fmt: skip
    return (after, *(replace(one, active=False) for one in case.outlook.candidates if one.active))


def _founded(command: Apply, case: Case, wish: Wish, process: Process | None) -> Request:
    request = Request(
        id=case.unused(Request, command.request), kind=command.kind, applicant=case.actor,
        state=RequestState.IN_APPROVAL, created=case.at, last_activity=case.at, reason=command.reason,
        host_names=_host_names(wish, case), **kept(wish),
    )  # fmt: skip
    if process is None:
        return request
    return replace(request, process=process.id, version=process.version, stages=process.stages)


def _wish(command: WishFields, kind: ProcessKind, case: Case) -> Wish:
    """What was asked for with the project and domain it concerns (CP-R3). Raises Refused."""
    if not kind.is_request:
        raise Refused("unknown-kind")
    wish = Wish(id=case.envelope.id, **kept(command))
    check_filled(wish, kind)
    if kind in (ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE):
        return _of_hosts(wish, case)
    if kind is ProcessKind.JOIN_PROJECT:
        return _of_applicant(wish, case)
    if kind is ProcessKind.DOMAIN_QUOTA:
        return _above_use(replace(wish, project=None, domain=need(case.reader, Domain, wish.domain).id), kind, case)
    project = need(case.reader, Project, wish.project)
    return _above_use(replace(wish, domain=project.domain), kind, case)


def _of_hosts(wish: Wish, case: Case) -> Wish:
    """All of one project, which is then whose approvers decide."""
    if len(set(wish.hosts)) != len(wish.hosts):
        raise Refused("host-twice")
    hosts = [_host(id, case) for id in wish.hosts]
    if len({host.project for host in hosts}) != 1:
        raise Refused("hosts-of-several-projects")
    return replace(wish, project=hosts[0].project, domain=hosts[0].domain)


def _host(id: Id, case: Case) -> Resource:
    host = need(case.reader, Resource, id)
    if host.kind is not ResourceKind.HOST or not works_with(host, case.actor, case.reader):
        raise Refused("not-found", kind="resource", id=id)  # of others' hosts one learns not even the name (S11)
    if host.trashed:
        raise Refused("host-in-trash", name=host.name)
    return host


def _host_names(wish: Wish, case: Case) -> tuple[str, ...]:
    return tuple(host.name if (host := fetch(case.reader, Resource, id)) else "" for id in wish.hosts)


def _of_applicant(wish: Wish, case: Case) -> Wish:
    """The project is only a wish: the approver's choice decides (CP-55)."""
    applicant = fetch(case.reader, Person, case.actor)
    if wish.project is not None:
        need(case.reader, Project, wish.project)
    return replace(wish, domain=applicant.domain if applicant else None)


def _above_use(wish: Wish, kind: ProcessKind, case: Case) -> Wish:
    if kind is ProcessKind.HOST_CREATE:
        return wish
    owner = {"domain": wish.domain} if kind is ProcessKind.DOMAIN_QUOTA else {"project": wish.project}
    if size := below_use(wish, case.reader, **owner):
        raise Refused("quota-below-use", size=size)
    return wish
