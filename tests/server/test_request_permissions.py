"""T9: everybody around a request, every situation and command, as tests/server/request_permissions.yaml says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from agentdesk.domain.commands import RetryExecution
from agentdesk.server.clients import register
from agentdesk.server.database import connect
from agentdesk.server.migrate import migrate
from agentdesk.server.push import push
from agentdesk.wire import Documents, PushRequest
from tests.builders import NOON
from tests.server.matrix import MISSING, named
from tests.server.readers import Reader
from tests.server.request_matrix import ACTS, COVERED, PEOPLE, SITUATIONS, STEPS, RequestDesk, id_of, letter, request_in
from tests.server.worlds import furnish

PAGE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("request_permissions.yaml").read_text("utf-8"))
AROUND = {name: row.split() for name, row in PAGE["desk"].items() if name != "people"}
PARTS = ("decision", "candidate", "stage_result", "stage_transfer", "request_change")
ABLE = tuple(name for name in PEOPLE if name != "disabled")


def grids(part: str) -> dict[str, dict[str, str]]:
    """Name -> person -> letters, one for each situation."""
    return {
        name: {person: letters.replace(" ", "") for person, letters in one.items() if person != "of"}
        for one in PAGE[part]
        for name in one["of"]
    }


REQUESTS, DOCUMENTS = grids("requests"), grids("documents")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RequestDesk]:
    url = f"sqlite:///{tmp_path_factory.mktemp('requests') / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    yield RequestDesk(engine)
    engine.dispose()


def seen_by(person: str, way: str) -> set[str]:
    return {situation for situation, letter in zip(SITUATIONS, DOCUMENTS[way][person], strict=True) if letter == "Y"}


def test_every_command_around_requests_has_a_row_with_a_letter_in_every_cell(desk: RequestDesk) -> None:
    assert tuple(PAGE["situations"]) == SITUATIONS
    about, around = (desk.command(act, "second stage") for act in REQUESTS), (desk.around(name) for name in AROUND)
    assert {type(command) for command in (*about, *around)} == set(COVERED)
    assert set(REQUESTS) == set(ACTS)
    for grid in REQUESTS.values():
        assert {person: len(letters) for person, letters in grid.items()} == dict.fromkeys(PEOPLE, len(SITUATIONS))
    assert {len(row) for row in AROUND.values()} == {len(PAGE["desk"]["people"])}


@pytest.mark.rule("CP-53", "CP-54", "CP-58", "CP-59", "CP-60", "CP-61", "CP-64", "CP-66", "HZ-07")
@pytest.mark.parametrize("act", ACTS)
def test_a_command_about_a_request(desk: RequestDesk, act: str) -> None:
    told = {
        person: "".join(letter(desk.told(person, desk.command(act, situation))) for situation in SITUATIONS)
        for person in PEOPLE
    }
    assert told == REQUESTS[act]


@pytest.mark.rule("CP-69")
@pytest.mark.parametrize("name", sorted(AROUND))
def test_a_command_around_requests(desk: RequestDesk, name: str) -> None:
    assert [letter(desk.told(person, desk.around(name))) for person in PAGE["desk"]["people"]] == AROUND[name]


@pytest.mark.parametrize("act", ACTS)
def test_s11_a_hidden_request_is_refused_in_the_words_of_a_missing_one(desk: RequestDesk, act: str) -> None:
    for person in ABLE:
        missing = desk.told(person, desk.command(act, "missing"))
        for situation, expected in zip(SITUATIONS, REQUESTS[act][person], strict=True):
            if expected == "H":
                told = desk.told(person, desk.command(act, situation))
                assert (told.status, told.code) == (missing.status, missing.code)
                assert {**told.data, "id": MISSING} == missing.data


# ------------------------------------------------------------------------- documents


def situations_in(sent: list[Documents]) -> set[str]:
    """Of which requests there is anything; a part comes with its request and never without."""
    roots = {id for documents in sent for kind, id, _ in documents.roots if kind == "request"}
    rows = {row[0] for documents in sent for row in _rows(documents, "request", "id")}
    parts = {row[0] for documents in sent for kind in PARTS for row in _rows(documents, kind, "request")}
    assert rows == roots
    assert parts <= roots
    return {situation for situation in STEPS if request_in(situation) in roots}


def _rows(documents: Documents, kind: str, column: str) -> list[list[Any]]:
    table = documents.tables.get(kind)
    return [[row[table.columns.index(column)]] for row in table.rows] if table else []


@pytest.mark.rule("CP-61", "HZ-07")
@pytest.mark.parametrize("person", ABLE)
def test_i11_a_beginning_brings_the_requests_that_may_be_seen_and_no_other(desk: RequestDesk, person: str) -> None:
    reader = Reader(desk.engine, id_of(person), at=desk.world.now).begin()
    assert situations_in(reader.sent) == seen_by(person, "bootstrap")


@pytest.mark.rule("CP-66", "HZ-07")
@pytest.mark.parametrize("person", ABLE)
def test_i11_what_was_changed_in_a_request_is_read_by_those_who_may_see_it(desk: RequestDesk, person: str) -> None:
    reader = Reader(desk.engine, id_of(person), at=desk.world.now).begin()
    changed = {row[0] for documents in reader.sent for row in _rows(documents, "request_change", "request")}
    expected = {request_in("rejected")} if "rejected" in seen_by(person, "bootstrap") else set()
    assert changed == expected


@pytest.mark.rule("CP-61", "HZ-07")
@pytest.mark.parametrize("person", ABLE)
def test_i11_a_push_answers_with_no_document_of_a_hidden_request(desk: RequestDesk, person: str) -> None:
    client, now = named(person, "device"), desk.world.now
    register(desk.engine, id_of(person), client, NOON)
    hidden = [situation for situation in STEPS if situation not in seen_by(person, "push")]
    sent = [desk.wire(RetryExecution(request=request_in(situation))) for situation in hidden]
    sent = [one.model_copy(update={"id": named(person, one.id)}) for one in sent]
    reply = push(desk.engine, id_of(person), PushRequest(client=client, commands=sent), now)
    assert {one.code for one in reply.results} <= {"not-found"}
    assert situations_in([reply.documents]) == set()


@pytest.mark.rule("CP-61", "HZ-02", "HZ-07")
def test_i11_the_feed_brings_a_request_to_each_in_their_turn_and_to_nobody_before(tmp_path: Path) -> None:
    """Everybody reads along while requests are filed and decided."""
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    readers: dict[str, Reader] = {}

    def begin(desk: RequestDesk) -> None:
        readers.update({who: Reader(engine, id_of(who), at=desk.world.now).begin() for who in ABLE})

    desk = RequestDesk(engine, begin)
    for person, reader in readers.items():
        reader.at = desk.world.now
        reader.catch_up()
        assert situations_in(reader.sent) == seen_by(person, "pull"), person
    engine.dispose()
