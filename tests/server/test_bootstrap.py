"""A desk's beginning: every page alone, resumable at each, and the feed fits on behind."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from agentdesk.domain.commands import AddNote, HandleTicket
from agentdesk.domain.roots import Root
from agentdesk.domain.values import DAY
from agentdesk.server import bootstrap
from agentdesk.server.cursor import CursorLost
from agentdesk.server.database import owning
from agentdesk.server.schema import SYNC_META
from tests.builders import ADMIN, JONAS, MARA, NOAH, NOON, WEI
from tests.server.readers import Reader, a_new, assert_complete
from tests.server.worlds import SECLUDED, World


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "MOST_TICKETS", 2)
    monkeypatch.setattr(bootstrap, "MOST_OTHERS", 5)
    monkeypatch.setattr(bootstrap, "MOST_PAIRS", 3)


@pytest.mark.usefixtures("small_pages")
def test_a_beginning_may_break_off_at_any_page_and_go_on(world: World) -> None:
    for number in range(7):
        world.filed(NOAH if number % 2 else WEI)
    whole = Reader(world.engine, MARA).begin()
    token = bootstrap.begin(world.engine, MARA, (), 0, NOON).token
    resumed, after, pages = Reader(world.engine, MARA), "", 0
    while pages == 0 or after:
        lost = bootstrap.page(world.engine, MARA, token, after)  # a kill before it was put away
        page = bootstrap.page(world.engine, MARA, token, after)
        assert lost == page
        resumed.absorb(page.documents)
        after, pages = page.after, pages + 1
    assert pages > 6
    assert (resumed.rows, resumed.revs) == (whole.rows, whole.revs)


@pytest.mark.usefixtures("small_pages")
def test_what_changes_while_paging_is_in_the_feed(world: World) -> None:
    tickets = [world.filed() for _ in range(6)]
    reader = Reader(world.engine, MARA)

    def meddle(one: Reader, _: object) -> None:
        one.after_page = lambda *_: None
        for ticket in (tickets[0], tickets[-1], world.filed()):
            world.done(HandleTicket(ticket=ticket), JONAS)
            world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>Meanwhile</p>"), JONAS)

    reader.after_page = meddle
    reader.begin()
    assert_complete(reader.catch_up(1))


def test_newest_tickets_come_first_and_set_up_before_them(world: World) -> None:
    tickets = [world.filed() for _ in range(3)]
    reader = Reader(world.engine, MARA).begin()
    told = [(kind, id) for documents in reader.sent for kind, id, _ in documents.roots]
    first = next(index for index, (kind, _) in enumerate(told) if kind == "ticket")
    assert {id for kind, id in told[:first] if kind == "scheme"} >= {"agentdesk", "guance"}
    assert {kind for kind, _ in told[first:]} == {"ticket"}
    assert {id for _, id in told[first:]} == set(tickets)


def test_how_much_there_is_to_come_is_counted_as_it_is_seen(world: World) -> None:
    for source in ("agentdesk", "guance", "guance"):
        world.filed(NOAH, source)
    totals = {p: bootstrap.begin(world.engine, p, (), 0, NOON).total for p in (MARA, SECLUDED, NOAH, WEI)}
    assert totals == {MARA: 3, SECLUDED: 2, NOAH: 3, WEI: 0}


def test_a_scope_alone_brings_what_belongs_to_it(world: World) -> None:
    theirs = world.filed(NOAH, "guance")
    world.filed(NOAH, "agentdesk")
    reader = Reader(world.engine, MARA).begin(scopes=("s:guance",))
    assert reader.tickets() == {theirs}


def test_a_scope_somebody_does_not_hold_brings_nothing_more(world: World) -> None:
    world.filed(NOAH, "agentdesk")
    reader = Reader(world.engine, SECLUDED).begin(scopes=("s:agentdesk", "a:*"))
    assert reader.tickets() == set()


def test_quiet_tickets_are_left_out(world: World) -> None:
    world.filed()
    world.now += 200 * DAY
    recent = world.filed()
    assert Reader(world.engine, MARA).begin(since=world.now - 30 * DAY).tickets() == {recent}


def test_a_beginning_is_its_owners_alone(world: World) -> None:
    token = bootstrap.begin(world.engine, MARA, (), 0, NOON).token
    for person, given in ((JONAS, token), (MARA, "guessed")):
        with pytest.raises(CursorLost):
            bootstrap.page(world.engine, person, given)


def test_a_beginning_of_another_epoch_is_lost(world: World) -> None:
    token = bootstrap.begin(world.engine, MARA, (), 0, NOON).token
    with owning(world.engine) as connection:
        connection.execute(update(SYNC_META), {"epoch": str(uuid4())})
    with pytest.raises(CursorLost):
        bootstrap.page(world.engine, MARA, token)


@pytest.mark.usefixtures("small_pages")
def test_pairs_say_what_differs(world: World) -> None:
    stale, fine = world.filed(), world.filed()
    reader = Reader(world.engine, MARA).begin()
    world.done(AddNote(ticket=stale, message=world.new_id(), body_html="<p>New</p>"), MARA)
    token, after, told = bootstrap.begin(world.engine, MARA, (), 0, NOON).token, "", {}
    while True:
        page = bootstrap.pairs(world.engine, MARA, token, after)
        assert page.documents.tables == {}
        told |= {(kind, id): rev for kind, id, rev in page.documents.roots}
        after = page.after
        if not after:
            break
    assert {key for key, rev in told.items() if reader.revs.get(key) != rev} == {("ticket", stale)}
    assert told.keys() == reader.revs.keys()
    reader.absorb(bootstrap.fetch(world.engine, MARA, [Root("ticket", stale), Root("ticket", fine)]))
    assert reader.rows == a_new(reader).rows


def test_s11_what_is_fetched_is_there_only_for_those_who_see_it(world: World) -> None:
    ticket = world.filed()
    for person in (WEI, SECLUDED):
        told = bootstrap.fetch(world.engine, person, [Root("ticket", ticket)])
        assert told == bootstrap.fetch(world.engine, person, [Root("ticket", world.new_id()), Root("ticket", "x")])
    assert len(bootstrap.fetch(world.engine, ADMIN, [Root("ticket", ticket)]).roots) == 1
