"""Whoever changes what the log says of requests and processes is found, in whichever way it was done."""

import hashlib
import json
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from agentdesk.domain import commands as c
from agentdesk.domain.entities import KINDS
from agentdesk.domain.values import Id, ProcessKind
from agentdesk.records.rows import plain
from agentdesk.server import seal
from agentdesk.server.database import owning
from agentdesk.server.schema import SEAL, TABLES
from tests.builders import ADMIN, MARA, NOAH
from tests.server.approvals import a_process, a_project, applied, run, seen
from tests.server.worlds import World

LOG = TABLES["operation_log"]
COLUMNS = [column for column in LOG.c if column.name != "n"]
KIND = pytest.mark.parametrize("kind", ["request", "process"])


@pytest.fixture
def sealed(world: World) -> Engine:
    """A request from its filing to its execution, one that was rejected, and a process that was changed."""
    project, process = a_project(world), a_process(world, ProcessKind.HOST_CREATE)
    first, second = applied(world, project), applied(world, project)
    world.done(c.PassStage(**seen(world, first)), MARA)
    run(world, first)
    world.done(c.RejectStage(**seen(world, second), comment="Too large."), MARA)
    form = c.StageForm(name="Owner", persons=(MARA, NOAH))
    world.done(c.SaveProcess(process=process, kind=ProcessKind.HOST_CREATE, stages=(form,)), ADMIN)
    while seal.seal_some(world.engine):
        pass
    assert seal.verify(world.engine).broken_at is None
    return world.engine


def entries(connection: Connection, kind: str) -> list[Id]:
    chosen = select(LOG.c.id).where(LOG.c.root_kind == kind).order_by(LOG.c.rev.desc(), LOG.c.id)
    found = list(connection.scalars(chosen))
    assert len(found) >= 3
    return found


def tampered(engine: Engine, change: Callable[[Connection], object]) -> seal.Verdict:
    with owning(engine) as connection:
        change(connection)
    return seal.verify(engine)


@KIND
@pytest.mark.parametrize("column", ["command", "actor", "at", "data", "root"])
def test_s33_a_changed_word_is_found(sealed: Engine, world: World, kind: str, column: str) -> None:
    words = {"command": "forged", "actor": world.new_id(), "at": 1, "data": ("x=y",), "root": world.new_id()}

    def change(connection: Connection) -> None:
        one = entries(connection, kind)[1]
        connection.execute(update(LOG).where(LOG.c.id == one).values(**{column: words[column]}))

    assert tampered(sealed, change).broken_at is not None


@KIND
@pytest.mark.parametrize("place", [0, 1], ids=["last", "earlier"])
def test_s33_a_removed_entry_is_found(sealed: Engine, kind: str, place: int) -> None:
    def change(connection: Connection) -> None:
        connection.execute(delete(LOG).where(LOG.c.id == entries(connection, kind)[place]))

    assert tampered(sealed, change).broken_at is not None


@KIND
def test_s33_an_inserted_entry_is_found_at_a_known_change_and_at_one_that_never_was(
    sealed: Engine, world: World, kind: str
) -> None:
    def change(connection: Connection, rev: int | None = None) -> None:
        row = connection.execute(select(*COLUMNS).where(LOG.c.root_kind == kind).limit(1)).one()
        forged = {**row._mapping, "id": world.new_id()}
        connection.execute(insert(LOG), forged if rev is None else {**forged, "rev": rev})

    assert tampered(sealed, lambda connection: change(connection, 999)).unsealed == 1
    assert tampered(sealed, change).broken_at is not None


@KIND
def test_s33_two_entries_that_change_places_are_found(sealed: Engine, kind: str) -> None:
    def change(connection: Connection) -> None:
        """What they say is swapped, so that each stands where the other did."""
        one, other = entries(connection, kind)[:2]
        rows = {
            id: dict(
                connection.execute(select(LOG.c.command, LOG.c.at, LOG.c.actor, LOG.c.data).where(LOG.c.id == id))
                .one()
                ._mapping
            )
            for id in (one, other)
        }
        assert rows[one] != rows[other]
        for id, words in ((one, rows[other]), (other, rows[one])):
            connection.execute(update(LOG).where(LOG.c.id == id).values(**words))

    assert tampered(sealed, change).broken_at is not None


def test_s33_links_that_change_places_are_found(sealed: Engine) -> None:
    def change(connection: Connection) -> None:
        hashes = {row.n: row.hash for row in connection.execute(select(SEAL).where(SEAL.c.n.in_([3, 4])))}
        for n in (3, 4):
            connection.execute(update(SEAL).where(SEAL.c.n == n).values(hash=hashes[7 - n]))

    assert tampered(sealed, change).broken_at == 3


@pytest.mark.parametrize("with_entries", [False, True])
def test_s33_a_cut_off_end_is_found_by_the_head_that_was_kept(sealed: Engine, with_entries: bool) -> None:
    head = seal.verify(sealed).head

    def change(connection: Connection) -> None:
        last = connection.execute(select(SEAL).order_by(SEAL.c.n.desc()).limit(1)).one()
        connection.execute(delete(SEAL).where(SEAL.c.n == last.n))
        if with_entries:
            connection.execute(delete(LOG).where(LOG.c.root == last.root, LOG.c.rev == last.rev))

    assert tampered(sealed, change).unsealed == (0 if with_entries else 1)
    assert not seal.verify(sealed, head).kept


def test_s33_a_hash_made_anew_is_found_by_the_next_and_all_made_anew_by_the_head(sealed: Engine) -> None:
    head = seal.verify(sealed).head

    def forge(connection: Connection, links: int) -> None:
        """An entry in the middle says something else, and from there on so many links are made again."""
        rows = connection.execute(select(SEAL).order_by(SEAL.c.n)).all()
        start = next(place for place, row in enumerate(rows) if row.root_kind == "request")
        chain = rows[start - 1].hash
        first = rows[start]
        connection.execute(
            update(LOG).where(LOG.c.root == first.root, LOG.c.rev == first.rev).values(command=f"forged {links}")
        )
        for row in rows[start : start + links]:
            chain = link(connection, chain, row.root_kind, row.root, row.rev)
            connection.execute(update(SEAL).where(SEAL.c.n == row.n).values(hash=chain))

    with owning(sealed) as connection:
        links = connection.scalar(select(func.count()).select_from(SEAL)) or 0
    assert tampered(sealed, lambda connection: forge(connection, 1)).broken_at is not None
    assert tampered(sealed, lambda connection: forge(connection, links)).broken_at is None
    assert not seal.verify(sealed, head).kept


def link(connection: Connection, chain: str, kind: str, root: Id, rev: int) -> str:
    """As somebody would who has read how it is made."""
    of_root = LOG.c.root_kind == kind, LOG.c.root == root, LOG.c.rev == rev
    told = [plain(KINDS["operation_log"](**row._mapping)) for row in connection.execute(
        select(LOG).where(*of_root).order_by(LOG.c.id)
    )]  # fmt: skip
    text = json.dumps([kind, root, rev, told], sort_keys=True, ensure_ascii=False, default=list)
    return hashlib.sha256(f"{chain}\n{text}".encode()).hexdigest()


def test_the_head_of_an_earlier_time_is_still_in_a_chain_that_has_grown(sealed: Engine, world: World) -> None:
    head = seal.verify(sealed).head
    world.filed()
    assert seal.seal_some(sealed) == 1
    verdict = seal.verify(sealed, head)
    assert (verdict.broken_at, verdict.kept, verdict.head == head) == (None, True, False)
