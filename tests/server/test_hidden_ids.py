"""S8, S11: no argument of any command tells of what one may not see more than that its id is taken."""

from collections.abc import Iterator
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Engine

from agentdesk.codec import target_field
from agentdesk.domain.commands import COMMANDS, FileRef
from agentdesk.domain.entities import CannedReply, SavedView
from agentdesk.domain.values import Id
from agentdesk.records.rows import Rows
from agentdesk.server.database import connect, owning
from agentdesk.server.migrate import migrate
from agentdesk.server.schema import TABLES
from tests.builders import LEA
from tests.server import matrix
from tests.server.matrix import ARGUMENTS, MISSING, Cell, named
from tests.server.worlds import furnish

STAFF, CUSTOMER = "handler of the source", "nobody"
HIDDEN = {STAFF: Cell(STAFF, "other source"), CUSTOMER: Cell(CUSTOMER, "stranger")}
OWN = {STAFF: Cell(STAFF, "handler"), CUSTOMER: Cell(CUSTOMER, "requester")}
CANNED, VIEW = named("canned reply of Lea"), named("view of Lea")
STAGE = {"stage": MISSING, "digest": "x"}
SIZED = {"name": "x", "vcpus": 1, "memory_gib": 1}
REQUESTS: dict[str, dict[str, Any]] = {
    "apply": {"request": MISSING, "kind": "host_create", "reason": "x", **SIZED},
    "modify_request": SIZED,
    "undo_request": {"reason": "x"},
    "pass_stage": STAGE,
    "reject_stage": {**STAGE, "comment": "x"},
    "transfer_stage": {"stage": MISSING, "person": LEA},
    "retry_execution": {},
    "record_execution": {"attempt": 1},
    "remind_stage": {"stage": MISSING},
    "escalate_stage": {"stage": MISSING},
    "set_delegate": {"delegation": MISSING, "delegate": LEA, "begins": 0, "ends": 1 << 45},
    "revoke_delegate": {},
    "restore_resource": {},
    "save_desk": {},
    "save_process": {"process": MISSING, "kind": "host_create", "stages": [{"name": "x", "persons": [LEA]}]},
    "enable_process": {},
    "disable_process": {},
}
"""The least that commands around requests need; test_request_permissions.py tries them on requests themselves."""
TAKEN = {("rejected", "already-exists"), ("rejected", "not-found")}


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path_factory.mktemp('hidden') / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    matrix.populate(engine)
    with owning(engine) as connection:
        rows = Rows(connection, TABLES)
        rows.put(CannedReply(id=CANNED, rev=1, name="mine", body_html="x", owner=LEA))
        rows.put(SavedView(id=VIEW, rev=1, name="mine", person=LEA, queue="support.all"))
    yield engine
    engine.dispose()


def asked(name: str) -> Iterator[tuple[str, Any]]:
    """Each argument that could hold an id, and what makes of an id its value."""
    kind = COMMANDS[name]
    for field, told in get_type_hints(kind).items():
        if field == target_field(kind) or field.endswith(("_html", "_text", "name", "title", "subject")):
            continue
        if told in (str, str | None):
            yield field, lambda id: id
        elif field == "files":
            yield field, lambda id: [vars_of(FileRef(id=id, name="a.txt", size=4, media_type="", sha256=matrix.HASH))]


def vars_of(file: FileRef) -> dict[str, Any]:
    return {"id": file.id, "name": file.name, "size": file.size, "media_type": "", "sha256": file.sha256}


def things(role: str) -> tuple[Id, ...]:
    hidden = HIDDEN[role]
    return hidden.ticket, named(hidden.ticket, "message"), hidden.attachment, CANNED, VIEW


@pytest.mark.parametrize("role", [STAFF, CUSTOMER])
@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_s11_a_hidden_id_in_any_argument_is_missing_or_taken_and_nothing_else(
    peopled: Engine, role: str, name: str
) -> None:
    for field, of in asked(name):
        told = [told_of(peopled, role, name, {field: of(id)}, id) for id in (MISSING, *things(role))]
        for one in told[1:]:
            assert one == told[0] or one[:2] in TAKEN, (field, one, told[0])


def told_of(engine: Engine, role: str, name: str, args: dict[str, Any], id: Id) -> tuple[str, str, str]:
    result = matrix.judged(engine, OWN[role], name, (ARGUMENTS | REQUESTS)[name] | args)
    return result.status, result.code, repr(result.data).replace(id, "it")


def test_s11_a_call_about_a_ticket_of_another_source_is_one_under_an_id_that_is_taken(peopled: Engine) -> None:
    hidden = {"ticket": HIDDEN[STAFF].ticket}
    call, new = (matrix.judged(peopled, OWN[STAFF], n, ARGUMENTS[n] | hidden) for n in ("log_call", "submit_ticket"))
    assert call.code == "already-exists"
    assert (call.status, call.code, call.data) == (new.status, new.code, new.data)
