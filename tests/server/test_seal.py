"""S33: whoever edits, removes, inserts, reorders or cuts off the log is found by its chain, on both databases."""

import pytest
from sqlalchemy import Engine, delete, func, insert, select, update
from sqlalchemy.exc import ProgrammingError

from agentdesk.server import seal
from agentdesk.server.database import owning, writing
from agentdesk.server.epochs import new_epoch
from agentdesk.server.schema import FEED, SEAL, TABLES
from tests.builders import NOAH, NOON
from tests.server.worlds import World

LOG = TABLES["operation_log"]


@pytest.fixture
def sealed(world: World) -> Engine:
    for _ in range(3):
        ticket = world.filed()
        world.done(world.reply(ticket), NOAH)
    while seal.seal_some(world.engine):
        pass
    return world.engine


def test_what_nobody_touched_fits(sealed: Engine) -> None:
    verdict = seal.verify(sealed)
    assert (verdict.broken_at, verdict.unsealed) == (None, 0)
    assert verdict.sealed == 6


def test_s33_an_edited_entry_is_found(sealed: Engine) -> None:
    with owning(sealed) as connection:
        one = connection.scalars(select(LOG.c.id).limit(1)).one()
        connection.execute(update(LOG).where(LOG.c.id == one).values(command="forged"))
    assert seal.verify(sealed).broken_at is not None


def test_s33_a_removed_entry_is_found(sealed: Engine) -> None:
    with owning(sealed) as connection:
        one = connection.scalars(select(LOG.c.id).limit(1)).one()
        connection.execute(delete(LOG).where(LOG.c.id == one))
    assert seal.verify(sealed).broken_at is not None


def test_s33_an_inserted_entry_is_found(sealed: Engine, world: World) -> None:
    with owning(sealed) as connection:
        row = connection.execute(select(*[c for c in LOG.c if c.name != "n"]).limit(1)).one()
        connection.execute(insert(LOG), {**row._mapping, "id": world.new_id()})
    assert seal.verify(sealed).broken_at is not None


def test_s33_an_entry_moved_to_another_change_is_found(sealed: Engine) -> None:
    with owning(sealed) as connection:
        one = connection.scalars(select(LOG.c.id).where(LOG.c.rev == 1).limit(1)).one()
        connection.execute(update(LOG).where(LOG.c.id == one).values(rev=2))
    assert seal.verify(sealed).broken_at is not None


def test_s33_a_cut_off_end_shows_against_the_head_that_was_kept(sealed: Engine) -> None:
    head = seal.verify(sealed).head
    with owning(sealed) as connection:
        last = connection.scalar(select(func.max(SEAL.c.n)))
        connection.execute(delete(SEAL).where(SEAL.c.n == last))
    assert seal.verify(sealed).head != head


def test_s33_a_link_taken_out_of_the_middle_is_found(sealed: Engine) -> None:
    with owning(sealed) as connection:
        connection.execute(delete(SEAL).where(SEAL.c.n == 2))
    assert seal.verify(sealed).broken_at == 3


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_s33_the_server_itself_may_change_neither_log_nor_chain(sealed: Engine) -> None:
    for statement in (
        update(LOG).values(command="forged"), delete(LOG), update(SEAL).values(hash="forged"), delete(SEAL)
    ):  # fmt: skip
        with writing(sealed) as connection, pytest.raises(ProgrammingError, match="permission denied"):
            connection.execute(statement)


def test_the_chain_goes_on_behind_a_new_epoch_and_the_feed_begins_anew(sealed: Engine, world: World) -> None:
    world.filed()
    epoch = new_epoch(sealed, NOON)
    with owning(sealed) as connection:
        assert connection.scalar(select(func.count()).select_from(FEED)) == 0
        assert connection.scalar(select(SEAL.c.root).order_by(SEAL.c.n.desc()).limit(1)) == epoch
    world.filed()
    assert seal.seal_some(sealed) == 1
    verdict = seal.verify(sealed)
    assert (verdict.broken_at, verdict.unsealed, verdict.sealed) == (None, 0, 9)
