"""A thread larger than a page arrives whole, and none grows larger than a desk can take."""

from itertools import count

import pytest

from agentdesk.domain.commands import BODY, CompleteTicket, HandleTicket
from agentdesk.server import thread_size
from agentdesk.server.bootstrap import begin
from agentdesk.server.database import connect
from agentdesk.server.service import Service
from agentdesk.sync.http import HttpTransport
from agentdesk.sync.network import DIRECT
from agentdesk.sync.session import SignedIn
from agentdesk.sync.vault import Vault
from agentdesk.wire import MOST_PAGE_BYTES, MOST_ROOT_BYTES, Session
from tests.builders import MARA, NOAH, NOON
from tests.server.doors import replica
from tests.server.worlds import World


def test_a_thread_larger_than_a_page_comes_to_a_desk_in_one_piece(sqlite: str) -> None:
    engine = connect(sqlite)
    world = World(engine)
    begun = begin(engine, MARA, [], 0, NOON)
    ticket = world.filed()
    for _ in range(10):
        world.done(world.reply(ticket, "語" * (BODY - 7)), NOAH)
    with replica(engine, Service(engine, now=lambda: world.now)) as door:
        known = SignedIn(Vault(lambda: None), "", lambda: 0)
        known.begin(Session(access_token=door.token(MARA), refresh_token="", expires_in=600, person=MARA))
        reply = HttpTransport(door.address, known, DIRECT).pull(begun.cursor, 500)
    assert len(reply.documents.tables["message"].rows) == 11
    assert MOST_PAGE_BYTES < len(reply.model_dump_json().encode()) < MOST_ROOT_BYTES
    engine.dispose()


def test_a_thread_that_is_full_takes_no_more_words_and_can_still_be_ended(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread_size, "MOST_CHARACTERS", 20_000)
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    told = next(r for r in (world.do(world.reply(ticket, "x" * 900), NOAH) for _ in count()) if r.code)
    assert (told.status, told.code) == ("rejected", "thread-too-long")
    assert thread_size.SHORT <= world.get("ticket", ticket).last_pos < 2 * thread_size.SHORT
    revised = world.get("ticket", ticket).rev
    world.done(CompleteTicket(ticket=ticket, comment="Done."), MARA, base_rev=revised)
