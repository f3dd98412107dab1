"""Requests in words: their kinds and states, what each asks for, and what it does to a quota."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import QLocale, QObject

from agentdesk.desk.queries.applying import OwnerRow
from agentdesk.desk.queries.requests import Limit, RequestDetail, RequestRow
from agentdesk.domain.entities import Request
from agentdesk.domain.values import Execution, ProcessKind
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.times import date

Facts = list[tuple[str, str]]
KINDS: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Requests", "Host application"),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Requests", "Host adjustment"),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Requests", "Host delete"),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Requests", "Join project"),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Requests", "Project quota"),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Requests", "Domain quota"),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP("Requests", "Technical support"),
    }
)
STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "submitted": ("waiting", QT_TRANSLATE_NOOP("Requests", "To be submitted")),
        "in_approval": ("working", QT_TRANSLATE_NOOP("Requests", "In approval")),
        "blocked": ("conflict", QT_TRANSLATE_NOOP("Requests", "Blocked")),
        "executing": ("waiting_confirmation", QT_TRANSLATE_NOOP("Requests", "Being carried out")),
        "failed": ("failed", QT_TRANSLATE_NOOP("Requests", "Failed")),
        "passed": ("done", QT_TRANSLATE_NOOP("Requests", "Passed")),
        "rejected": ("failed", QT_TRANSLATE_NOOP("Requests", "Rejected")),
        "withdrawn": ("cancelled", QT_TRANSLATE_NOOP("Requests", "Withdrawn")),
    }
)
"""What a chip says, with the kind of state whose glyph and hue it has."""
ROLES: Mapping[str, str] = MappingProxyType(
    {
        "member": QT_TRANSLATE_NOOP("Requests", "Member"),
        "editor": QT_TRANSLATE_NOOP("Requests", "Editor"),
        "viewer": QT_TRANSLATE_NOOP("Requests", "Viewer"),
        "project_owner": QT_TRANSLATE_NOOP("Requests", "Project owner"),
        "project_admin": QT_TRANSLATE_NOOP("Requests", "Project admin"),
        "domain_admin": QT_TRANSLATE_NOOP("Requests", "Domain admin"),
        "admin": QT_TRANSLATE_NOOP("Requests", "Administrator"),
        "finance": QT_TRANSLATE_NOOP("Requests", "Finance"),
    }
)
_USES: Mapping[tuple[str, bool], str] = MappingProxyType(
    {
        ("vcpus", True): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the project's vCPU quota ({after} of {limit})."
        ),
        ("memory_gib", True): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the project's memory quota ({after} of {limit} GiB)."
        ),
        ("disk_gib", True): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the project's disk quota ({after} of {limit} GiB)."
        ),
        ("vcpus", False): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the domain's vCPU quota ({after} of {limit})."
        ),
        ("memory_gib", False): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the domain's memory quota ({after} of {limit} GiB)."
        ),
        ("disk_gib", False): QT_TRANSLATE_NOOP(
            "Requests", "This uses {percent} % of the domain's disk quota ({after} of {limit} GiB)."
        ),
    }
)
_BEYOND = QT_TRANSLATE_NOOP("Requests", "{sentence} It cannot be carried out unless the quota grows.")
_SIZES: Mapping[str, str] = MappingProxyType(
    {
        "vcpus": QT_TRANSLATE_NOOP("Requests", "{n} vCPU"),
        "memory_gib": QT_TRANSLATE_NOOP("Requests", "{n} GiB memory"),
        "disk_gib": QT_TRANSLATE_NOOP("Requests", "{n} GiB disk"),
        "data_disk_gib": QT_TRANSLATE_NOOP("Requests", "{n} GiB data disk"),
    }
)
_AND = QT_TRANSLATE_NOOP("Requests", ", ")
_TITLE = QT_TRANSLATE_NOOP("Requests", "{kind} · {what}")
_LEVEL = QT_TRANSLATE_NOOP("Requests", "Level {n} / {of}")
_STAGE = QT_TRANSLATE_NOOP("Requests", "{n} / {of} · {level}")
_WITHIN = QT_TRANSLATE_NOOP("Requests", "{project} / {domain}")
_NOW = QT_TRANSLATE_NOOP("Requests", "{used} of {limit} in use")
_UNLIMITED = QT_TRANSLATE_NOOP("Requests", "{used} in use, no limit")
_LEFT_OPEN = QT_TRANSLATE_NOOP("Requests", "The approver chooses")
_WORTH_A_WARNING = 80
"""Percent of a quota."""


def request_kind(kind: ProcessKind) -> str:
    return say("Requests", KINDS[kind])


def request_title(row: RequestRow) -> str:
    """Host application · db-analytics-03"""
    kind, what = request_kind(row.request.kind), request_subject(row)
    return say("Requests", _TITLE, {"kind": kind, "what": what}) if what else kind


def request_subject(row: RequestRow) -> str:
    """What it is about, without its kind; empty where nobody said so yet."""
    request = row.request
    match request.kind:
        case ProcessKind.HOST_CREATE:
            return Counted().named(request.name, request.count)
        case ProcessKind.HOST_CHANGE | ProcessKind.HOST_DELETE:
            named = joined(filter(None, row.hosts))
            return named if named and len(row.hosts) < 4 else Counted().hosts(len(row.hosts))
        case _:
            return row.owner


def request_stage(row: RequestRow) -> str:
    """2 / 3 · Domain admin, as long as a level is open and nothing waits for the server."""
    request = row.request
    if not request.stage or row.submitted:
        return ""
    values = {"n": request.stage, "of": request.stages, "level": row.stage_name}
    return say("Requests", _STAGE, values)


def request_state_words(state: str) -> str:
    return say("Requests", STATES[state][1])


def request_level(request: Request) -> str:
    """Level 2 / 3, as long as one is open."""
    return say("Requests", _LEVEL, {"n": request.stage, "of": request.stages}) if request.stage else ""


def role_name(role: str) -> str:
    """A role of approvers may have any name."""
    return say("Requests", ROLES[role]) if role in ROLES else role.replace("_", " ").capitalize()


def wish_facts(detail: RequestDetail) -> Facts:
    """What is asked for, line by line; only what was filled in."""
    request = detail.row.request
    facts = [*_facts_of_kind(detail), *_place(detail)]
    if request.until is not None:
        facts.append((say("Requests", UNTIL), date(request.until)))
    return [(say("Requests", key) if key in _KEYS else key, value) for key, value in facts if value]


def limit_facts(detail: RequestDetail) -> Facts:
    """Of every quota that it touches: what is used now, of how much."""
    return [(one.owner, limit_now(one)) for one in detail.limits]


def limit_warnings(detail: RequestDetail) -> Iterator[str]:
    """What it would leave of a quota, where that is little."""
    request = detail.row.request
    if not request.state.incomplete or request.execution is Execution.SUCCEEDED:
        return
    more = _growth(detail)
    for one in detail.limits:
        percent = round(100 * (one.used + more[one.size]) / one.limit) if one.limit else 0
        if more[one.size] > 0 and percent >= _WORTH_A_WARNING:
            yield _warning(one, one.used + more[one.size], percent, ours=one.owner == detail.project)


def sizes_of(thing: object) -> str:
    """8 vCPU, 64 GiB memory: those that are more than nothing."""
    given = ((name, int(getattr(thing, name, 0))) for name in _SIZES)
    return joined(size_words(name, n) for name, n in given if n)


# --------------------------------------------------------------------------------------------- parts

NAME = QT_TRANSLATE_NOOP("Requests", "Name")
IMAGE = QT_TRANSLATE_NOOP("Requests", "Image")
SIZE = QT_TRANSLATE_NOOP("Requests", "Size")
DISKS = QT_TRANSLATE_NOOP("Requests", "Disks")
NETWORK = QT_TRANSLATE_NOOP("Requests", "Network")
BILLING = QT_TRANSLATE_NOOP("Requests", "Billing")
UNTIL = QT_TRANSLATE_NOOP("Requests", "Until")
HOSTS = QT_TRANSLATE_NOOP("Requests", "Hosts")
NEW_SIZE = QT_TRANSLATE_NOOP("Requests", "New size")
NEW_LIMIT = QT_TRANSLATE_NOOP("Requests", "New limit")
ROLE = QT_TRANSLATE_NOOP("Requests", "Role")
PROJECT = QT_TRANSLATE_NOOP("Requests", "Project / domain")
DOMAIN = QT_TRANSLATE_NOOP("Requests", "Domain")
_KEYS = frozenset(
    {NAME, IMAGE, SIZE, DISKS, NETWORK, BILLING, UNTIL, HOSTS, NEW_SIZE, NEW_LIMIT, ROLE, PROJECT, DOMAIN}
)


class Counted(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def hosts(self, n: int) -> str:
        return self.tr("%n hosts", "", n)

    def named(self, name: str, n: int) -> str:
        return self.tr("{name}, %n times", "", n).format(name=name) if n > 1 else name


def _facts_of_kind(detail: RequestDetail) -> Facts:
    request = detail.row.request
    match request.kind:
        case ProcessKind.HOST_CREATE:
            return _host_facts(request)
        case ProcessKind.HOST_CHANGE:
            return [*_hosts(detail), (NEW_SIZE, sizes_of(request))]
        case ProcessKind.HOST_DELETE:
            return _hosts(detail)
        case ProcessKind.JOIN_PROJECT:
            open_ = "" if detail.project else say("Requests", _LEFT_OPEN)
            return [(ROLE, role_name(request.role) if request.role else ""), (PROJECT, open_)]
        case _:
            return [(NEW_LIMIT, sizes_of(request))]


def _host_facts(request: Request) -> Facts:
    disks = ((name, int(getattr(request, name))) for name in ("disk_gib", "data_disk_gib"))
    size = ((name, int(getattr(request, name))) for name in ("vcpus", "memory_gib"))
    return [
        (NAME, Counted().named(request.name, request.count)), (IMAGE, request.image),
        (SIZE, joined(size_words(name, n) for name, n in size if n)),
        (DISKS, joined(size_words(name, n) for name, n in disks if n)),
        (NETWORK, request.network), (BILLING, request.billing),
    ]  # fmt: skip


def _hosts(detail: RequestDetail) -> Facts:
    """With their sizes where one sees them."""
    seen = {host.id: sizes_of(host) for host in detail.hosts}
    row = detail.row
    lines = [(name, seen.get(id, "")) for id, name in zip(row.request.hosts, row.hosts, strict=False) if name]
    return [(HOSTS, "\n".join(f"{name} ({sizes})" if sizes else name for name, sizes in lines))]


def _place(detail: RequestDetail) -> Facts:
    if detail.project and detail.domain:
        return [(PROJECT, say("Requests", _WITHIN, {"project": detail.project, "domain": detail.domain}))]
    return [(PROJECT, detail.project), (DOMAIN, detail.domain)]


def joined(parts: Iterable[str]) -> str:
    """With what stands between the parts of a list in this language."""
    return say("Requests", _AND).join(parts)


def size_words(name: str, n: int) -> str:
    """64 GiB memory"""
    return say("Requests", _SIZES[name], {"n": QLocale().toString(n)})


def _growth(detail: RequestDetail) -> dict[str, int]:
    """How much more would be used (domain/inventory.py says the same of the whole desk)."""
    request = detail.row.request
    wanted = {size: int(getattr(request, size)) for size in ("vcpus", "memory_gib", "disk_gib")}
    if request.kind is ProcessKind.HOST_CREATE:
        wanted["disk_gib"] += request.data_disk_gib
        return {size: value * request.count for size, value in wanted.items()}
    if request.kind is not ProcessKind.HOST_CHANGE:
        return dict.fromkeys(wanted, 0)
    return {
        size: sum(value - int(getattr(host, size)) for host in detail.hosts) if value else 0
        for size, value in wanted.items()
    }


def _warning(one: Limit, after: int, percent: int, *, ours: bool) -> str:
    number = QLocale().toString
    values = {"percent": number(percent), "after": number(after), "limit": number(one.limit)}
    sentence = say("Requests", _USES[one.size, ours], values)
    return say("Requests", _BEYOND, {"sentence": sentence}) if after > one.limit else sentence


def limit_now(one: Limit) -> str:
    """77 of 128 vCPU in use"""
    used = size_words(one.size, one.used)
    if not one.limit:
        return say("Requests", _UNLIMITED, {"used": used})
    return say("Requests", _NOW, {"used": QLocale().toString(one.used), "limit": size_words(one.size, one.limit)})


def owner_line(owner: OwnerRow) -> str:
    """A project with its domain, or a domain."""
    if not owner.domain:
        return owner.name
    return say("Requests", _WITHIN, {"project": owner.name, "domain": owner.domain})
