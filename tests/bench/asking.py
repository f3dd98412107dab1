"""A desk with many requests to measure: forty approvers at three levels, nine of ten requests over."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import time
from typing import Any

from generate import Encoder, Row, uuid7
from harness import say
from world import key

from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.entities import (
    Candidate,
    Decision,
    Domain,
    Entity,
    Person,
    Process,
    ProcessVersion,
    Project,
    Request,
    RoleAssignment,
    Stage,
    StageResult,
)
from agentdesk.domain.values import (
    Execution,
    Id,
    ProcessKind,
    RequestResult,
    RequestState,
    ScopeKind,
    Verdict,
)
from agentdesk.records.types import id_bytes
from agentdesk.store import counters
from agentdesk.store.database import Database
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import SERIES, TABLES

DOMAINS, PROJECTS, APPLICANTS, CHUNK = 20, 5, 500, 10_000
OPEN = 0.1
DOMAIN_ADMIN, FINANCE, APPLICANT = "d00", "f00", "p000"
"""Decides level 2 of a twentieth of all requests; decides level 3 of all; has asked for the most."""
LEVELS = 3
PROCESS = key("process", "host_create")
_SPAN = 2 * 365 * 86_400_000
_HOUR = 3_600_000
_ZERO = "00000000-0000-0000-0000-000000000000"


def made(directory: Path, many: int) -> Path:
    """The desk with so many requests; a missing one is generated first."""
    if not (directory / "desk.sqlite").exists():
        open_desk(directory, worker=Inline).close()
        _put(directory, list(_around()))
        _fill(directory, many)
        _count(directory, many)
    return directory


def _around() -> Iterator[Entity]:
    """People, projects and the process that all requests follow."""
    for number in range(DOMAINS):
        domain = key("domain", number)
        yield Domain(id=domain, rev=1, name=f"Domain {number:02}")
        yield from _approver(f"d{number:02}", "domain_admin", ScopeKind.DOMAIN, domain)
        for place in range(PROJECTS):
            project = key("project", f"{number} {place}")
            yield Project(id=project, rev=1, domain=domain, name=f"Project {number:02}-{place}")
            yield from _approver(f"o{number:02}{place}", "project_owner", ScopeKind.PROJECT, project)
    for number in range(3):
        yield from _approver(f"f{number:02}", "finance", ScopeKind.SYSTEM, None)
    for number in range(APPLICANTS):
        yield _person(f"p{number:03}")
    yield Process(id=PROCESS, rev=1, kind=ProcessKind.HOST_CREATE, name="Host", enabled=True, stages=LEVELS)
    yield ProcessVersion(id=key("version", 1), rev=1, process=PROCESS, number=1, stages=LEVELS)
    for position, (role, scope) in enumerate(_CHAIN, 1):
        yield Stage(
            id=key("stage", position), rev=1, process=PROCESS, version=1, position=position, name=role, role=role,
            scope=scope,
        )  # fmt: skip


_CHAIN = (
    ("project_owner", ScopeKind.PROJECT), ("domain_admin", ScopeKind.DOMAIN), ("finance", ScopeKind.SYSTEM),
)  # fmt: skip


def _person(user: str) -> Person:
    return Person(id=key("person", user), rev=1, user_name=user, name=f"Person {user}", email=f"{user}@corp.example")


def _approver(user: str, role: str, kind: ScopeKind, scope: Id | None) -> Iterator[Entity]:
    yield _person(user)
    id = key("role", f"{user} {role}")
    yield RoleAssignment(id=id, rev=1, person=key("person", user), role=role, scope_kind=kind, scope_id=scope)


def _put(directory: Path, entities: list[Entity]) -> None:
    database = Database(directory, write=True)
    with database.writer.begin() as connection:
        rows = LocalRows(connection)
        for entity in entities:
            rows.put(entity)
    database.close()


class Maker:
    """Rows of requests, with who was asked, who decided, and how each level ended."""

    def __init__(self, many: int) -> None:
        self.random, self.many, self.end = Random(11), many, int(time() * 1000)
        state = RequestState.IN_APPROVAL
        self.request = Encoder(TABLES["request"], Request(
            id=_ZERO, rev=1, kind=ProcessKind.HOST_CREATE, applicant=_ZERO, state=state, created=0, last_activity=0,
            reason="The shared host swaps since Monday.", process=PROCESS, version=1, stages=LEVELS, vcpus=8,
            memory_gib=64, disk_gib=80, image="Ubuntu 24.04 LTS", network="vpc-data / 10.20.4.0/24",
        ))  # fmt: skip
        self.candidate = Encoder(
            TABLES["candidate"], Candidate(id=_ZERO, rev=1, request=_ZERO, position=1, person=_ZERO)
        )
        self.decision = Encoder(TABLES["decision"], Decision(
            id=_ZERO, rev=1, request=_ZERO, position=1, person=_ZERO, by=_ZERO, verdict=Verdict.PASS, at=0,
            decided_at=0, comment="Fine with me.", digest="0" * 64,
        ))  # fmt: skip
        self.result = Encoder(TABLES["stage_result"], StageResult(
            id=_ZERO, rev=1, request=_ZERO, position=1, verdict=Verdict.PASS, decision=_ZERO, at=0,
        ))  # fmt: skip
        self.asked = {
            (position, number, place): [id_bytes(key("person", user)) for user in users]
            for number in range(DOMAINS) for place in range(PROJECTS)
            for position, users in enumerate(
                ([f"o{number:02}{place}"], [f"d{number:02}"], ["f00", "f01", "f02"]), 1
            )
        }  # fmt: skip
        self.applicants = [id_bytes(key("person", f"p{number:03}")) for number in range(APPLICANTS)]

    def chunk(self, first: int, size: int) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {"request": [], "candidate": [], "decision": [], "stage_result": []}
        for number in range(first, min(first + size, self.many)):
            self._one(number, found)
        return found

    def _one(self, number: int, into: dict[str, list[Row]]) -> None:
        random = self.random
        created = self.end - _SPAN + int(_SPAN * number / self.many)
        open_ = random.random() < OPEN
        reached = random.randint(1, LEVELS) if open_ else LEVELS
        id, domain, place = uuid7(random, created), random.randrange(DOMAINS), random.randrange(PROJECTS)
        at = created + reached * _HOUR
        over = {
            "state": RequestState.COMPLETED,
            "result": RequestResult.PASSED,
            "execution": Execution.SUCCEEDED,
            "closed": at,
        }
        values = {
            "n": number + 1, "id": id, "number": f"WF-{number + 1}", "created": created, "last_activity": at,
            "applicant": self.applicants[int(APPLICANTS * random.random() ** 3)], "name": f"db-{number:06}",
            "project": id_bytes(key("project", f"{domain} {place}")), "domain": id_bytes(key("domain", domain)),
            "stage": reached if open_ else 0, "stage_since": at, **({} if open_ else over),
        }  # fmt: skip
        into["request"].append(_filled(self.request, values))
        for position in range(1, reached + 1):
            people, waits = self.asked[position, domain, place], open_ and position == reached
            for person in people:
                into["candidate"].append(_filled(self.candidate, {
                    "id": random.randbytes(16), "request": id, "position": position, "person": person, "active": waits,
                }))  # fmt: skip
            if not waits:
                self._passed(into, id, position, people[0], created + position * _HOUR)

    def _passed(self, into: dict[str, list[Row]], request: bytes, position: int, person: bytes, at: int) -> None:
        decision = self.random.randbytes(16)
        into["decision"].append(_filled(self.decision, {
            "id": decision, "request": request, "position": position, "person": person, "by": person, "at": at,
            "decided_at": at,
        }))  # fmt: skip
        into["stage_result"].append(_filled(self.result, {
            "id": self.random.randbytes(16), "request": request, "position": position, "decision": decision, "at": at,
        }))  # fmt: skip


def _filled(encoder: Encoder, values: dict[str, Any]) -> Row:
    row = encoder.base.copy()
    for name, value in values.items():
        if name in encoder.at:
            row[encoder.at[name]] = value
    return row


def _fill(directory: Path, many: int) -> None:
    maker = Maker(many)
    raw = sqlite3.connect(directory / "desk.sqlite", isolation_level=None)
    for pragma in ("synchronous=OFF", "journal_mode=MEMORY", "cache_size=-200000"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("BEGIN")
    inserts = {name: getattr(maker, word).insert for name, word in _WORDS.items()}
    for first in range(0, many, CHUNK):
        for name, rows in maker.chunk(first, CHUNK).items():
            raw.executemany(inserts[name], rows)
        say(f"{min(first + CHUNK, many)} requests")
    raw.execute("COMMIT")
    raw.close()


_WORDS = {"request": "request", "candidate": "candidate", "decision": "decision", "stage_result": "result"}


def _count(directory: Path, many: int) -> None:
    database = Database(directory, write=True)
    with database.writer.begin() as connection:
        connection.execute(SERIES.insert(), {"prefix": "WF", "last": many})
        counters.rebuild(connection)
    database.close()
