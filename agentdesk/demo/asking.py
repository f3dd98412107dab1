"""The demo's requests for hosts, quotas and projects: who asked, who decided what, and what became of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from agentdesk.demo.content import MAKER, read
from agentdesk.demo.seed import fixed_id, timed_id
from agentdesk.demo.story import person_id
from agentdesk.demo.times import MINUTE, SECOND, span
from agentdesk.domain.approvers import stage_at
from agentdesk.domain.commands import (
    Apply,
    Command,
    DisableProcess,
    EnableProcess,
    EscalateStage,
    ModifyRequest,
    PassStage,
    RecordExecution,
    RejectStage,
    RemindStage,
    RetryExecution,
    SaveProcess,
    SetDelegate,
    StageForm,
    TransferStage,
    UndoRequest,
)
from agentdesk.domain.entities import Request
from agentdesk.domain.inventory import host_id, host_names
from agentdesk.domain.reader import Reader, need
from agentdesk.domain.values import Id, Instant, ProcessKind, ScopeKind, StageRule
from agentdesk.domain.wishes import digest_of

THE_SYSTEM = "system"
"""Who does what is due: no person."""
_AT_ONCE = 20 * SECOND
_SIZES = ("vcpus", "memory_gib", "disk_gib")
_ACT = re.compile(
    r"(?P<ago>\d\S*) (?P<by>\S+) (?P<do>[a-z]+)(?::(?P<whom>\S+))?(?: (?P<text>.+))?"
    r"|(?P<end>run|fail)(?: (?P<why>.+))?"
)

Asked = tuple[Instant, str, Command]
"""When, by whom, what."""


@dataclass(frozen=True, slots=True)
class _Act:
    """One thing that was done about a request."""

    row: dict[str, Any]
    request: Id
    at: Instant
    now: Instant
    whom: str
    text: str
    attempt: int


def asked(now: Instant) -> Iterator[Asked]:
    """All of it; each request's own acts come in order of time."""
    content = read("approvals")
    hosts = _Hosts()
    yield from _quotas(content["quotas"], now)
    yield from hosts.founded(content["hosts"], now)
    for row in content["process"]:
        yield from _process(row, now)
    for row in content["delegate"]:
        yield _delegation(row, now)
    for row in content["request"]:
        hosts.learn(row, now)
    for row in content["request"]:
        yield from _request(row, now, hosts)


def as_seen(command: Command, reader: Reader) -> Command:
    """A decision names the stage and the content that whoever gives it has before them."""
    if not isinstance(command, _ON_A_STAGE):
        return command
    request = need(reader, Request, command.request)
    stage = stage_at(request, request.stage, reader)
    seen = stage.id if stage else ""
    if isinstance(command, PassStage | RejectStage):
        return replace(command, stage=seen, digest=digest_of(request, seen))
    return replace(command, stage=seen)


_ON_A_STAGE = (PassStage, RejectStage, TransferStage, RemindStage, EscalateStage)


# ----------------------------------------------------------------------------- before there were any processes


def _quotas(content: dict[str, Any], now: Instant) -> Iterator[Asked]:
    at = now - span(content["ago"])
    for number, (owner, *sizes) in enumerate(content["rows"]):
        kind = ProcessKind.PROJECT_QUOTA if "/" in owner else ProcessKind.DOMAIN_QUOTA
        wish = _owner(owner, kind) | dict(zip(_SIZES, sizes, strict=True))
        yield from _at_once(f"quota {owner}", kind, at + number * MINUTE, wish)


def _at_once(key: str, kind: ProcessKind, at: Instant, wish: dict[str, Any]) -> Iterator[Asked]:
    """Nothing is in force yet: what the maker asks for is carried out."""
    request = timed_id(at, key)
    yield at, MAKER, Apply(request=request, kind=kind, **wish)
    yield at + _AT_ONCE, THE_SYSTEM, RecordExecution(request=request, attempt=1)


class _Hosts:
    """By project and name, those that a request makes."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], Id] = {}

    def founded(self, content: dict[str, Any], now: Instant) -> Iterator[Asked]:
        at = now - span(content["ago"])
        for minutes, (project, name, count, *sizes, data, image, network) in enumerate(content["rows"]):
            wish = {**_owner(project, ProcessKind.HOST_CREATE), "name": name, "count": count}
            wish |= dict(zip(_SIZES, sizes, strict=True), data_disk_gib=data, image=image, network=network)
            made = at + minutes * MINUTE
            self._note(project, name, count, timed_id(made, f"host {name}"))
            yield from _at_once(f"host {name}", ProcessKind.HOST_CREATE, made, wish)

    def learn(self, row: dict[str, Any], now: Instant) -> None:
        if row["kind"] == ProcessKind.HOST_CREATE:
            wish = row["wish"]
            self._note(row["on"], wish["name"], wish.get("count", 1), _request_id(row, now))

    def of(self, row: dict[str, Any]) -> tuple[Id, ...]:
        return tuple(self._ids[row["on"], name] for name in row.get("hosts", ()))

    def _note(self, project: str, name: str, count: int, request: Id) -> None:
        for number, one in enumerate(host_names(name, count)):
            self._ids[project, one] = host_id(request, number)


# -------------------------------------------------------------------------------------------------- processes


def _process(row: dict[str, Any], now: Instant) -> Iterator[Asked]:
    kind, at = ProcessKind(row["kind"]), now - span(row["ago"])
    process = fixed_id("process", kind)
    yield at, MAKER, SaveProcess(
        process=process, kind=kind, name=row["name"], description=row.get("about", ""),
        stages=tuple(_stage(stage) for stage in row["stages"]),
    )  # fmt: skip
    yield at + SECOND, MAKER, EnableProcess(process=process)
    if "disabled" in row:
        yield now - span(row["disabled"]), MAKER, DisableProcess(process=process)


def _stage(row: dict[str, Any]) -> StageForm:
    return StageForm(
        name=row["name"], role=row.get("role", ""), scope=ScopeKind(row.get("scope", "system")),
        persons=tuple(person_id(user) for user in row.get("persons", ())), rule=StageRule(row.get("rule", "any")),
        number=row.get("number", 0), transferable=row.get("transferable", False), due_hours=row.get("due_hours", 0),
        escalates_to=person_id(row["escalates_to"]) if "escalates_to" in row else None,
    )  # fmt: skip


def _delegation(row: dict[str, Any], now: Instant) -> Asked:
    begins = now - span(row["ago"])
    delegation = timed_id(begins, f"delegate {row['by']}")
    command = SetDelegate(
        delegation=delegation, delegate=person_id(row["to"]), begins=begins, ends=begins + span(row["for"])
    )
    return begins, row["by"], command


# --------------------------------------------------------------------------------------------------- requests


def _request(row: dict[str, Any], now: Instant, hosts: _Hosts) -> Iterator[Asked]:
    at, request, attempt = now - span(row["ago"]), _request_id(row, now), 1
    kind = ProcessKind(row["kind"])
    wish = {**_owner(row["on"], kind), **_wish(row.get("wish", {}), now)}
    yield at, row["by"], Apply(request=request, kind=kind, reason=row["reason"], hosts=hosts.of(row), **wish)
    for text in row.get("acts", ()):
        act = _read(text)
        at = now - span(act["ago"]) if act["ago"] else at + _AT_ONCE
        attempt += act["do"] == "retry"
        found = _Act(row, request, at, now, act["whom"] or "", act["text"] or act["why"] or "", attempt)
        yield at, act["by"] or THE_SYSTEM, _COMMANDS[act["do"] or act["end"]](found)


def _read(text: str) -> dict[str, Any]:
    found = _ACT.fullmatch(text)
    assert found is not None, text  # the content is ours
    return found.groupdict()


def _request_id(row: dict[str, Any], now: Instant) -> Id:
    return timed_id(now - span(row["ago"]), row["key"])


def _owner(name: str, kind: ProcessKind) -> dict[str, Id]:
    if kind in (ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE):
        return {}  # the hosts say it
    return {"project": fixed_id("project", name)} if "/" in name else {"domain": fixed_id("domain", name)}


def _wish(row: dict[str, Any], now: Instant) -> dict[str, Any]:
    return {**row, "until": now + span(row["until"])} if "until" in row else row


def _pass(act: _Act) -> Command:
    joins = act.row["kind"] == ProcessKind.JOIN_PROJECT
    return PassStage(
        request=act.request, stage="", digest="", comment=act.text,
        project=fixed_id("project", act.row["on"]) if joins else None, role=act.row["gives"] if joins else "",
        person=person_id(act.whom) if act.whom else None,
    )  # fmt: skip


def _modify(act: _Act) -> Command:
    wish = {**_owner(act.row["on"], ProcessKind(act.row["kind"])), **_wish(act.row["instead"], act.now)}
    return ModifyRequest(request=act.request, **wish)


_COMMANDS: dict[str, Callable[[_Act], Command]] = {
    "pass": _pass,
    "reject": lambda act: RejectStage(request=act.request, stage="", digest="", comment=act.text),
    "transfer": lambda act: TransferStage(request=act.request, stage="", person=person_id(act.whom), comment=act.text),
    "modify": _modify,
    "undo": lambda act: UndoRequest(request=act.request, reason=act.text),
    "retry": lambda act: RetryExecution(request=act.request),
    "remind": lambda act: RemindStage(request=act.request, stage=""),
    "escalate": lambda act: EscalateStage(request=act.request, stage=""),
    "run": lambda act: RecordExecution(request=act.request, attempt=act.attempt),
    "fail": lambda act: RecordExecution(request=act.request, attempt=act.attempt, inventory=False, failure=act.text),
}
