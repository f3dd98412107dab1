"""T9: every role, every relation, every command and every route, as tests/server/permissions.yaml says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine

from agentdesk.codec import target_field
from agentdesk.domain.commands import COMMANDS, name_of
from agentdesk.server import bootstrap, tokens
from agentdesk.server.access import ROUTES
from agentdesk.server.clients import register
from agentdesk.server.database import connect, writing
from agentdesk.server.migrate import migrate
from agentdesk.server.push import push
from agentdesk.server.service import Service
from agentdesk.wire import PushRequest
from tests.builders import NOON
from tests.server import matrix, request_matrix
from tests.server.doors import Door, replica
from tests.server.matrix import ARGUMENTS, CELLS, MISSING, RELATIONS, ROLES, SECOND_OBJECTS, Cell, Counting
from tests.server.worlds import furnish

PAGE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("permissions.yaml").read_text("utf-8"))
Grid = dict[str, str]


def grids(part: str) -> dict[str, Grid]:
    """Name -> role -> letters, one for each relation."""
    return {name: {role: one[role].replace(" ", "") for role in ROLES} for one in PAGE[part] for name in one["of"]}


COMMAND_GRIDS, REQUEST_GRIDS = grids("tickets"), grids("requests")
DESK_ROWS = {name: row.split() for name, row in PAGE["desk"].items() if name != "roles"}
BEYOND = {
    "healthz", "hello", "sign_in", "refresh", "sign_out", "pull", "begin_bootstrap", "bootstrap_pairs", "begin_upload",
    "upload_status", "add_chunk", "digest", "events",
}  # fmt: skip
"""Routes that name no ticket: what they tell is read under the same sight, or is the caller's own."""


LOOKS_AT_THE_SOURCE = ("domain admin", "closed organisation")
"""One statement more: whether the source opens itself to organisations, which everybody may read of any source."""


@pytest.fixture(scope="module")
def peopled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path_factory.mktemp('matrix') / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    matrix.populate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def door(peopled: Engine) -> Iterator[Door]:
    with replica(peopled, Service(peopled, now=lambda: NOON)) as one:
        yield one


def test_every_command_and_every_route_has_a_row_with_a_letter_in_every_cell() -> None:
    assert tuple(PAGE["relations"]) == RELATIONS
    assert tuple(PAGE["desk"]["roles"]) == tuple(ROLES)
    around_requests = set(map(name_of, request_matrix.COVERED))
    of_tickets = {name for name in COMMANDS if target_field(COMMANDS[name]) == "ticket"}
    assert set(COMMAND_GRIDS) == of_tickets | set(SECOND_OBJECTS)
    assert set(DESK_ROWS) == set(COMMANDS) - of_tickets - around_requests
    assert set(ARGUMENTS) == set(COMMANDS) - around_requests
    assert set(ROUTES) == BEYOND | {"ticket", "presence", "download", "bootstrap_page", "push"}
    for grid in (*COMMAND_GRIDS.values(), *REQUEST_GRIDS.values()):
        assert {len(letters) for letters in grid.values()} == {len(RELATIONS)}
    assert {len(row) for row in DESK_ROWS.values()} == {len(ROLES)}


@pytest.mark.parametrize("name", sorted(COMMAND_GRIDS))
def test_a_command_about_a_ticket(peopled: Engine, name: str) -> None:
    command, field = SECOND_OBJECTS.get(name, (name, ""))
    told = dict.fromkeys(ROLES, "")
    for cell in CELLS:
        args = ARGUMENTS[command] | ({field: cell.ticket} if field else {})
        told[cell.role] += matrix.letter(matrix.judged(peopled, cell, command, args))
    assert told == COMMAND_GRIDS[name]


@pytest.mark.parametrize("name", sorted(DESK_ROWS))
def test_a_command_about_the_desk(peopled: Engine, name: str) -> None:
    told = [matrix.letter(matrix.judged(peopled, Cell(role, "stranger"), name, ARGUMENTS[name])) for role in ROLES]
    assert told == DESK_ROWS[name]


def hidden(name: str) -> list[Cell]:
    return [c for c in CELLS if COMMAND_GRIDS[name][c.role][RELATIONS.index(c.relation)] == "H"]


@pytest.mark.parametrize("name", sorted(COMMAND_GRIDS))
def test_s11_a_hidden_ticket_is_refused_in_the_words_of_a_missing_one(peopled: Engine, name: str) -> None:
    command, field = SECOND_OBJECTS.get(name, (name, ""))

    def told(cell: Cell) -> str:
        args = ARGUMENTS[command] | ({field: cell.ticket} if field else {})
        return matrix.judged(peopled, cell, command, args).model_dump_json().replace(cell.ticket, MISSING)

    for cell in hidden(name):
        assert told(cell) == told(Cell(cell.role, "missing"))


@pytest.mark.parametrize("name", sorted(set(COMMAND_GRIDS) - set(SECOND_OBJECTS)))
def test_s11_a_hidden_ticket_costs_the_statements_of_a_missing_one(peopled: Engine, name: str) -> None:
    def work(cell: Cell) -> list[str]:
        with Counting(peopled) as said:
            matrix.judged(peopled, cell, name, ARGUMENTS[name])
        return said

    for cell in hidden(name):
        if (cell.role, cell.relation) != LOOKS_AT_THE_SOURCE:
            assert work(cell) == work(Cell(cell.role, "missing"))


# ------------------------------------------------------------------------- requests


def asked(door: Door, name: str, cell: Cell, headers: dict[str, str]) -> Any:
    body = {"ticket": cell.ticket, "mode": "viewing"}
    if name == "presence":
        return door.ask("POST", "/v1/presence", headers=headers, json=body)
    path = f"/v1/tickets/{cell.ticket}" if name == "ticket" else f"/v1/attachments/{cell.attachment}"
    return door.ask("GET", path, headers=headers)


@pytest.mark.parametrize("name", ["ticket", "presence", "download"])
def test_a_request_about_a_ticket(door: Door, name: str) -> None:
    told = dict.fromkeys(ROLES, "")
    headers = {role: door.headers(matrix.named(role)) for role in ROLES}
    for cell in CELLS:
        told[cell.role] += {200: "Y", 404: "H", 401: "S"}[asked(door, name, cell, headers[cell.role]).status_code]
    assert told == REQUEST_GRIDS[name]


@pytest.mark.parametrize("name", ["ticket", "presence", "download"])
def test_s11_hidden_and_missing_cost_the_same_statements(door: Door, name: str) -> None:
    headers = {role: door.headers(matrix.named(role)) for role in ROLES}

    def told(cell: Cell) -> tuple[Any, ...]:
        with Counting(door.service.engine) as said:
            answer = asked(door, name, cell, headers[cell.role])
        return answer.status_code, answer.json()["error"], answer.json()["message"], len(answer.content), tuple(said)

    for cell in CELLS:
        if REQUEST_GRIDS[name][cell.role][RELATIONS.index(cell.relation)] == "H":
            assert told(cell) == told(Cell(cell.role, "missing"))


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"disabled"}))
def test_i11_a_beginning_brings_what_may_be_seen_and_nothing_else(peopled: Engine, role: str) -> None:
    person = matrix.named(role)
    begun = bootstrap.begin(peopled, person, [], 0, NOON)
    after, found = "", set[str]()
    while True:
        page = bootstrap.page(peopled, person, begun.token, after)
        found |= {id for kind, id, _ in page.documents.roots if kind == "ticket"}
        if not (after := page.after):
            break
    grid = REQUEST_GRIDS["bootstrap"][role]
    mine = {cell for cell in CELLS if cell.role == role}
    assert {cell.relation for cell in mine if cell.ticket in found} == {
        relation for relation, letter in zip(RELATIONS, grid, strict=True) if letter == "Y"
    }


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"disabled"}))
def test_i11_a_push_answers_with_no_document_of_a_hidden_ticket(peopled: Engine, role: str) -> None:
    person, client = matrix.named(role), matrix.named(role, "device")
    register(peopled, person, client, NOON)
    hidden = [
        cell for cell in CELLS
        if cell.role == role and REQUEST_GRIDS["push"][role][RELATIONS.index(cell.relation)] == "H"
    ]  # fmt: skip
    sent = [
        matrix.wire(cell, "reply", ARGUMENTS["reply"]).model_copy(update={"id": matrix.named(cell.ticket, role)})
        for cell in hidden
    ]
    reply = push(peopled, person, PushRequest(client=client, commands=sent), NOON)
    assert {one.code for one in reply.results} <= {"not-found"}
    assert reply.documents.tables == {}


@pytest.mark.parametrize("who", PAGE["shut"])
def test_whoever_is_not_signed_in_is_told_so_whatever_they_ask(door: Door, who: str) -> None:
    headers = _outsider(door, who)
    told = set()
    for cell in CELLS:
        for name in ("ticket", "presence", "download"):
            answer = asked(door, name, cell, headers)
            told.add((answer.status_code, answer.json()["error"], answer.json()["message"]))
    assert told == {(401, "sign-in-needed", "Sign in again.")}


def _outsider(door: Door, who: str) -> dict[str, str]:
    headers = door.headers(matrix.named("admin"))
    token = headers["Authorization"].removeprefix("Bearer ")
    if who == "anonymous":
        return {"AgentDesk-Protocol": "1"}
    if who == "other server":
        return headers | {"Authorization": f"Bearer {token[::-1]}"}
    with writing(door.service.engine) as connection:
        if who == "signed out":
            tokens.revoke(connection, tokens.caller_of(door.service.engine, token, NOON).family)
        else:
            gone = tokens.begin_family(connection, matrix.named("admin"), None, NOON - tokens.ACCESS_LASTS)
            token = gone.access
    return headers | {"Authorization": f"Bearer {token}"}
