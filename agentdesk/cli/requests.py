"""Requests and their approval, as the terminal shows them."""

import argparse
from collections.abc import Iterator
from typing import Any

from agentdesk.cli.answer import Refusing, Usage, print_json, print_table, print_text
from agentdesk.desk import Desk
from agentdesk.desk.plain import iso, request_record
from agentdesk.desk.queries.base import NotAllowed
from agentdesk.desk.queries.filters import UnknownFilter
from agentdesk.desk.queries.requests import (
    RequestDetail,
    RequestIdByName,
    RequestIds,
    RequestOf,
    RequestRow,
    RequestRows,
    Step,
)
from agentdesk.domain.values import Id
from agentdesk.domain.wishes import kept


def print_inbox(desk: Desk, options: argparse.Namespace) -> None:
    """Raises Refusing where the list is not this person's, Usage for a filter that does not exist."""
    try:
        ids = desk.look(RequestIds(options.queue, options.limit, tuple(options.filter)))
    except NotAllowed:
        raise Refusing("not-allowed", {"command": options.queue}) from None
    except UnknownFilter as unknown:
        raise Usage(f"There is no filter “{unknown}”.") from None
    rows = desk.look(RequestRows(ids))
    if options.json:
        print_json([request_row(row) for row in rows])
    else:
        print_table([[cell or "-" for cell in request_record(row, "you").values()] for row in rows])


def request_id(desk: Desk, name: str) -> Id:
    """Raises Refusing: what one may not see is not there."""
    id = desk.look(RequestIdByName(name))
    if id is None:
        raise Refusing("not-found", {"id": name})
    return id


def found(desk: Desk, name: str) -> RequestDetail | None:
    id = desk.look(RequestIdByName(name))
    return None if id is None else desk.look(RequestOf(id))


def print_request(detail: RequestDetail, options: argparse.Namespace) -> None:
    if options.json:
        print_json(request_detail(detail))
    else:
        for line in _lines(detail):
            print_text(line)


def request_row(row: RequestRow) -> dict[str, Any]:
    request = row.request
    return {
        "id": row.id, "number": row.number, "kind": request.kind, "name": request.name, "state": request.state,
        "result": request.result, "execution": request.execution, "failure": request.failure,
        "applicant": row.applicant.user_name, "stage": request.stage, "stages": request.stages,
        "stage_name": row.stage_name, "processor": row.processor.name, "processors": row.processor.others,
        "blocked": request.blocked, "created": iso(request.created),
        "closed": iso(request.closed), "last_activity": iso(request.last_activity), "submitted": row.submitted or None,
    }  # fmt: skip


def request_detail(detail: RequestDetail) -> dict[str, Any]:
    request = detail.row.request
    return request_row(detail.row) | {
        "reason": request.reason, "withdrawn": request.withdrawn,
        "wish": {name: value for name, value in kept(request).items() if value},
        "project": detail.project, "domain": detail.domain, "hosts": [host.name for host in detail.hosts],
        "limits": [{"of": one.owner, "size": one.size, "limit": one.limit, "used": one.used} for one in detail.limits],
        "levels": [_level(step) for step in detail.steps],
        "stage_id": detail.stage, "digest": detail.digest,
        "actions": [action.command for action in detail.actions if action.enabled],
        "unavailable": [
            {"command": action.command, "reason": action.reason} for action in detail.actions if not action.enabled
        ],
    }  # fmt: skip


def _level(step: Step) -> dict[str, Any]:
    names = {person.id: person.user_name for person in step.people}
    return {
        "name": step.stage.name, "id": step.stage.id, "result": step.result.verdict if step.result else None,
        "asked": [person.user_name for person in step.people],
        "decisions": [
            {
                "person": names.get(one.person, one.person), "by": names.get(one.by, one.by), "verdict": one.verdict,
                "comment": one.comment, "at": iso(one.at), "decided_at": iso(one.decided_at),
            }
            for one in step.decisions
        ],
    }  # fmt: skip


def _lines(detail: RequestDetail) -> Iterator[str]:
    request = detail.row.request
    yield f"{detail.row.number}  {request.kind}  {request.name}".rstrip()
    where = " / ".join(filter(None, (detail.project, detail.domain)))
    yield " · ".join(filter(None, (request.state, request.result or "", detail.row.applicant.name, where)))
    if request.reason:
        yield request.reason
    for number, step in enumerate(detail.steps, 1):
        asked = ", ".join(person.name for person in step.people)
        yield f"{number}. {step.stage.name}: {step.result.verdict if step.result else '…'}  ({asked})"
        for one in step.decisions:
            yield f"   {iso(one.at)}  {one.verdict}  {one.comment}".rstrip()
    if request.failure:
        yield f"! {request.failure}"
    yield ", ".join(action.command for action in detail.actions if action.enabled)
