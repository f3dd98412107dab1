"""The feed as a desk reads it: nothing is missed, nothing is shown that is not to be seen."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import delete, select, update

from agentdesk.domain.commands import (
    AddNote,
    AddParticipant,
    AssignRole,
    DisablePerson,
    ForwardTicket,
    HandleTicket,
    ReceiveEmail,
    RemoveParticipant,
    RevokeRole,
    SaveCannedReply,
    SavePerson,
    SaveSource,
    SaveView,
    SetTags,
)
from agentdesk.domain.roots import Root
from agentdesk.domain.values import DAY, Role, ScopeKind
from agentdesk.server.cursor import Cursor, CursorLost, Place
from agentdesk.server.database import owning, reading
from agentdesk.server.feed import Step
from agentdesk.server.housekeeping import clear_away
from agentdesk.server.pull import _gone, pull
from agentdesk.server.schema import FEED, SCOPES, SYNC_META
from agentdesk.wire import MOST_ROWS, Documents
from tests.builders import ADMIN, JONAS, LEA, MARA, NOAH, NOON, PETRA, WEI
from tests.server.readers import Reader, assert_complete
from tests.server.worlds import PEOPLE, SECLUDED, World


def readers(world: World) -> dict[str, Reader]:
    return {person: Reader(world.engine, person).begin() for person in (*PEOPLE, SECLUDED)}


def a_busy_desk(world: World) -> str:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    world.done(world.reply(ticket, "Which printer?"), MARA)
    world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>Odd one</p>"), MARA)
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    world.filed(WEI, "guance")
    return ticket


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_a_desk_that_reads_along_has_what_a_new_one_gets(world: World, limit: int) -> None:
    desks = readers(world)
    a_busy_desk(world)
    for reader in desks.values():
        reader.catch_up(limit)
        assert_complete(reader)
    assert {p: len(r.tickets()) for p, r in desks.items()} == {
        MARA: 2, JONAS: 2, ADMIN: 2, NOAH: 1, PETRA: 1, LEA: 1, WEI: 1, SECLUDED: 1
    }  # fmt: skip


def test_i11_no_staff_word_leaves_for_a_customer(world: World) -> None:
    ticket = a_busy_desk(world)
    for person in (NOAH, PETRA, LEA):
        reader = Reader(world.engine, person).begin()
        kinds = {kind for kind, _ in reader.of(ticket)}
        assert kinds == {"ticket", "message", "participant"}
        assert {row["visibility"] for (kind, _), row in reader.of(ticket).items() if kind == "message"} == {"everyone"}
        header = reader.rows["ticket", ticket]
        assert header["last_pos"] == header["public_pos"]
    staff = {kind for kind, _ in Reader(world.engine, JONAS).begin().of(ticket)}
    assert staff == {"ticket", "message", "participant", "operation_log"}


def test_how_to_reach_people_is_for_staff_and_themselves(world: World) -> None:
    world.done(SavePerson(person=LEA, user_name="lea", name="Lea", email="lea@helios.example", mobile="0151"), ADMIN)
    shown = {p: Reader(world.engine, p).begin().rows["person", LEA] for p in (NOAH, LEA, MARA)}
    assert {p: (row["email"], row["mobile"]) for p, row in shown.items()} == {
        NOAH: ("", ""), LEA: ("lea@helios.example", "0151"), MARA: ("lea@helios.example", "0151")
    }  # fmt: skip


def test_whoever_only_wrote_letters_is_not_called_by_their_address(world: World) -> None:
    letter = ReceiveEmail(
        ticket=world.new_id(), message=world.new_id(), source="agentdesk", sender_address="jo@elsewhere.example",
        subject="Hi", body_text="Hello",
    )  # fmt: skip
    world.done(letter, MARA)
    (person,) = world.find("person", email="jo@elsewhere.example")
    told = {p: Reader(world.engine, p).begin().rows["person", person.id] for p in (NOAH, MARA)}
    assert "elsewhere" not in str(told[NOAH].values())
    assert told[MARA]["user_name"] == told[MARA]["email"] == "jo@elsewhere.example"


def test_what_a_page_tells_of_a_ticket_is_only_what_is_new(world: World) -> None:
    ticket = world.filed()
    reader = Reader(world.engine, MARA).begin()
    world.done(world.reply(ticket), NOAH)
    reply = reader.pull()
    assert [len(table.rows) for kind, table in sorted(reply.documents.tables.items())] == [1, 1, 1]
    assert reply.documents.roots == [("ticket", ticket, 2)]


def test_a_ticket_that_enters_somebodys_sight_comes_whole(world: World) -> None:
    ticket = world.filed()
    reader = Reader(world.engine, LEA).begin()
    world.done(world.reply(ticket), NOAH)
    assert reader.catch_up().tickets() == set()
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    assert_complete(reader.catch_up())
    assert len([1 for kind, _ in reader.of(ticket) if kind == "message"]) == 3


def test_a_ticket_that_leaves_somebodys_sight_is_gone(world: World) -> None:
    ticket = world.filed()
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    reader = Reader(world.engine, LEA).begin()
    world.done(RemoveParticipant(ticket=ticket, person=LEA), MARA)
    reply = reader.pull()
    assert reply.documents.gone == [("ticket", ticket, 3)]
    assert "ticket" not in reply.documents.tables
    assert_complete(reader)


def test_gone_and_back_between_two_looks_leaves_nothing_out(world: World) -> None:
    ticket = world.filed()
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    reader = Reader(world.engine, LEA).begin()
    for command in (RemoveParticipant(ticket=ticket, person=LEA), AddParticipant(ticket=ticket, person=LEA)):
        world.done(command, MARA)
    assert_complete(reader.catch_up())
    world.done(RemoveParticipant(ticket=ticket, person=LEA), MARA)
    reader.pull()
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    assert_complete(reader.catch_up(1))


def test_what_has_gone_is_named_with_its_newest_rev_in_whatever_order_its_rows_come() -> None:
    root = Root("ticket", LEA)
    steps = [Step(Place(1, n), root, rev) for n, rev in enumerate((4, 6, 5))]
    assert _gone(steps, [root], Documents()) == [("ticket", LEA, 6)]


def test_gone_with_an_older_row_and_back_it_comes_whole(world: World) -> None:
    """The page ends in front of the row that shut her out, yet tells by what is true now."""
    ticket, other = world.filed(), world.filed()
    for one in (ticket, other):
        world.done(AddParticipant(ticket=one, person=LEA), MARA)
    reader = Reader(world.engine, LEA).begin()
    for one in (ticket, other):
        world.done(world.reply(one), NOAH)
    world.done(RemoveParticipant(ticket=ticket, person=LEA), MARA)
    assert reader.pull(1).documents.gone == [("ticket", ticket, 4)]
    assert reader.of(ticket) == {}
    world.done(AddParticipant(ticket=ticket, person=LEA), MARA)
    assert_complete(reader.catch_up(1))


def test_the_cursor_moves_over_what_concerns_others(world: World) -> None:
    reader = Reader(world.engine, WEI).begin()
    for _ in range(3):
        world.filed()
    before = Cursor.read(reader.cursor).place
    reply = reader.pull()
    assert reply.documents.roots == []
    assert Cursor.read(reply.cursor).place > before
    assert not reply.more


def test_other_keys_are_told_before_anything_else(world: World) -> None:
    world.filed()
    reader = Reader(world.engine, WEI).begin()
    world.done(AssignRole(person=WEI, role=Role.HANDLER, scope_kind=ScopeKind.SOURCE, scope_id="agentdesk"), ADMIN)
    reply = reader.pull()
    assert reply.scope_change is not None
    assert reply.documents.tables == {}
    assert set(reply.scope_change.added) >= {"s:agentdesk", "h:*", f"u:{WEI}", "t:*"}
    assert reply.scope_change.removed == []
    reader.begin(scopes=tuple(reply.scope_change.added))
    assert_complete(reader.catch_up())
    assert reader.rows["person", NOAH]["email"]


def test_who_loses_a_role_is_told_what_no_longer_concerns_them(world: World) -> None:
    ticket = world.filed()
    world.done(AddParticipant(ticket=ticket, person=SECLUDED), MARA)
    reader = Reader(world.engine, SECLUDED).begin()
    world.done(RevokeRole(person=SECLUDED, role=Role.HANDLER, scope_kind=ScopeKind.SOURCE, scope_id="guance"), ADMIN)
    change = reader.pull().scope_change
    assert change is not None
    assert set(change.removed) == {"s:guance", "h:*"}
    assert set(change.added) == {f"u:{SECLUDED}", "t:*"}


def test_a_source_that_closes_itself_to_organisations_changes_keys(world: World) -> None:
    ticket = world.filed(NOAH, "guance")
    reader = Reader(world.engine, PETRA).begin()
    assert ticket in reader.tickets()
    source = world.get("source", "guance")
    same = {"source": "guance", "title": source.title, "scheme": source.scheme, "prefix": "GU", "asks": ()}
    world.done(SaveSource(**same, organisation_view=False), ADMIN)
    change = reader.pull().scope_change
    assert change is not None
    assert [key for key in change.removed if key.endswith("/guance")] == change.removed != []


def test_somebody_disabled_holds_nothing(world: World) -> None:
    reader = Reader(world.engine, NOAH).begin()
    world.done(DisablePerson(person=NOAH), ADMIN)
    change = reader.pull().scope_change
    assert change is not None
    assert (change.added, f"u:{NOAH}" in change.removed) == ([], True)
    world.filed(LEA)
    assert reader.pull().documents.roots == []


def test_what_people_keep_for_themselves_stays_theirs(world: World) -> None:
    desks = readers(world)
    view, canned, shared = world.new_id(), world.new_id(), world.new_id()
    world.done(SaveView(view=view, name="Mine", queue="all"), MARA)
    world.done(SaveCannedReply(canned=canned, name="Own", body_html="<p>x</p>"), MARA)
    world.done(SaveCannedReply(canned=shared, name="Shared", body_html="<p>x</p>", shared=True), MARA)
    for reader in desks.values():
        assert_complete(reader.catch_up())
    ids = {person: {id for _, id in reader.revs} for person, reader in desks.items()}
    holders = {id: {person for person, known in ids.items() if id in known} for id in (view, canned, shared)}
    assert holders == {view: {MARA}, canned: {MARA}, shared: {MARA, JONAS, ADMIN, SECLUDED}}


def test_a_shared_text_that_becomes_somebodys_own_is_gone_for_the_others(world: World) -> None:
    shared = world.new_id()
    text = SaveCannedReply(canned=shared, name="Shared", body_html="<p>x</p>", shared=True)
    world.done(text, MARA)
    reader = Reader(world.engine, JONAS).begin()
    world.done(replace(text, shared=False), MARA)
    assert reader.pull().documents.gone == [("canned_reply", shared, 2)]


def test_a_quiet_ticket_that_was_left_out_comes_whole_when_it_wakes(world: World) -> None:
    ticket = world.filed()
    world.now += 400 * DAY
    reader = Reader(world.engine, MARA).begin(since=world.now - 90 * DAY)
    assert reader.tickets() == set()
    world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>Awake</p>"), MARA)
    world.done(world.reply(ticket), NOAH)
    assert_complete(reader.catch_up())
    world.done(world.reply(ticket), NOAH)
    assert len(reader.pull().documents.tables["message"].rows) == 1


def test_a_page_ends_before_it_is_too_large_but_never_cuts_a_root(world: World) -> None:
    reader = Reader(world.engine, MARA).begin()
    long = "<p>" + "x" * 200_000 + "</p>"
    tickets = [world.filed(body_html=long) for _ in range(12)]
    seen = []
    reader.after_page = lambda _, documents: seen.append(len(documents.roots))
    reader.catch_up()
    assert reader.tickets() == set(tickets)
    assert len(seen) > 2
    assert_complete(Reader(world.engine, MARA, reader.cursor, reader.rows, reader.revs))


@pytest.mark.rule("HZ-15")
def test_a_cursor_of_another_epoch_is_lost(world: World) -> None:
    reader = Reader(world.engine, MARA).begin()
    with owning(world.engine) as connection:
        connection.execute(update(SYNC_META), {"epoch": str(uuid4())})
    with pytest.raises(CursorLost):
        reader.pull()


@pytest.mark.rule("HZ-15")
def test_a_cursor_older_than_the_feed_is_lost(world: World) -> None:
    reader = Reader(world.engine, MARA).begin()
    world.filed()
    late = Reader(world.engine, MARA).begin()
    clear_away(world.engine, NOON + 80 * DAY)
    assert_complete(reader.catch_up())
    old = Reader(world.engine, MARA, _elsewhere(reader, place=(0, 0)))
    clear_away(world.engine, NOON + 120 * DAY)
    with reading(world.engine) as connection:
        assert connection.execute(select(FEED.c.id)).all() == []
    with pytest.raises(CursorLost):
        old.pull()
    for one in (reader, late):
        one.pull()
    world.filed()
    assert_complete(reader.catch_up())


def _elsewhere(reader: Reader, place: tuple[int, int]) -> str:
    cursor = Cursor.read(reader.cursor)
    return str(replace(cursor, place=Place(*place)))


def test_keys_that_nobody_remembers_lose_the_cursor(world: World) -> None:
    reader = Reader(world.engine, WEI).begin()
    with owning(world.engine) as connection:
        connection.execute(delete(SCOPES))
    world.done(AssignRole(person=WEI, role=Role.HANDLER), ADMIN)
    with pytest.raises(CursorLost):
        reader.pull()


@pytest.mark.parametrize("cursor", ["", "x", "AAAA", "ä", "a" * 190, "MToyOjM6NDo1", "OjotMTp4OjE"])
def test_what_is_no_cursor_is_lost(world: World, cursor: str) -> None:
    with pytest.raises(CursorLost):
        pull(world.engine, MARA, cursor, NOON)


def test_a_cursor_fits_into_a_word_of_the_wire(world: World) -> None:
    assert len(Reader(world.engine, MARA).begin().cursor) <= 200
    most = Cursor(str(uuid4()), Place(10**17, 10**17), "f" * 16, 1 << 52)
    assert len(str(most)) <= 200
    assert Cursor.read(str(most)) == most


def test_many_changes_of_one_ticket_are_one_root(world: World) -> None:
    ticket = world.filed()
    reader = Reader(world.engine, MARA).begin()
    for number in range(30):
        world.done(SetTags(ticket=ticket, add=(f"t{number}",), remove=(f"t{number - 1}",)), MARA)
    reply = reader.pull(1)
    assert reply.documents.roots == [("ticket", ticket, 31)]
    assert not reply.more
    assert sum(len(table.rows) for table in reply.documents.tables.values()) <= MOST_ROWS


def test_a_forwarded_ticket_is_where_it_should_be(world: World) -> None:
    ticket = world.filed(WEI)
    desks = readers(world)
    world.done(HandleTicket(ticket=ticket), MARA)
    world.done(ForwardTicket(ticket=ticket, to=JONAS, note_html="<p>Yours</p>"), MARA)
    for reader in desks.values():
        assert_complete(reader.catch_up(1))
