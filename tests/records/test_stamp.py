"""What the authority adds: numbers, places in the thread, revisions."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from agentdesk.domain.entities import (
    Attachment,
    Entity,
    LogEntry,
    MailReference,
    Message,
    Participant,
    SharedLink,
    Ticket,
)
from agentdesk.domain.values import MessageKind, Visibility
from agentdesk.records.stamp import keep_number, stamped
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import SERIES
from tests.builders import MARA, NOAH, NOON, TICKET, a_source, a_ticket, an_id
from tests.desks import a_database, furnish, put


@pytest.fixture
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalRows]:
    with a_database(tmp_path_factory.mktemp("stamp")) as database, database.writer.begin() as connection:
        furnish(connection)
        yield LocalRows(connection)


def a_message(number: int, at: int = NOON, visibility: Visibility = Visibility.EVERYONE) -> Message:
    return Message(id=an_id(400 + number), ticket=TICKET, kind=MessageKind.REPLY, visibility=visibility, at=at)


def stamp_and_put(rows: LocalRows, *changed: Ticket | Message | LogEntry) -> dict[str, Ticket | Message | LogEntry]:
    done = stamped(changed, rows, SERIES)
    put(rows.connection, *done)
    return {entity.id: entity for entity in done}  # type: ignore[misc]


def last(connection: Connection, prefix: str = "TK") -> int | None:
    return connection.scalar(select(SERIES.c.last).where(SERIES.c.prefix == prefix))


@pytest.mark.rule("HZ-08")
def test_a_new_ticket_gets_the_next_number_of_its_source_and_keeps_its_id(rows: LocalRows) -> None:
    put(rows.connection, *a_source("guance", prefix="GU"))
    first = stamp_and_put(rows, a_ticket(number=""))[TICKET]
    other = stamp_and_put(rows, a_ticket(id=an_id(101), number=""), a_ticket("guance", id=an_id(102), number=""))
    assert first.number == "TK-1"  # type: ignore[union-attr]
    assert [one.number for one in other.values()] == ["TK-2", "GU-1"]  # type: ignore[union-attr]


def test_a_number_once_given_stays(rows: LocalRows) -> None:
    ticket = stamp_and_put(rows, a_ticket(number=""))[TICKET]
    assert stamp_and_put(rows, ticket)[TICKET].number == "TK-1"  # type: ignore[union-attr]
    assert last(rows.connection) == 1


@pytest.mark.parametrize(
    ("number", "next_one"),
    [("TK-500", 501), ("TK-0", 1), ("TK-", 1), ("500", 1), ("-7", 1), ("TK-5a", 1), ("TK-٣", 4), ("TK-" + "9" * 30, 1)],
)
def test_a_number_from_elsewhere_is_never_given_out_again(rows: LocalRows, number: str, next_one: int) -> None:
    keep_number(rows, SERIES, number)
    assert stamp_and_put(rows, a_ticket(number=""))[TICKET].number == f"TK-{next_one}"  # type: ignore[union-attr]


def test_a_lower_number_from_elsewhere_does_not_turn_the_series_back(rows: LocalRows) -> None:
    keep_number(rows, SERIES, "TK-500")
    keep_number(rows, SERIES, "TK-20")
    assert last(rows.connection) == 500


@pytest.mark.rule("RS-24", "HZ-12")
def test_messages_stand_in_order_of_arrival_whatever_their_clocks_say(rows: LocalRows) -> None:
    done = stamp_and_put(rows, a_ticket(), a_message(1, at=NOON + 9_000), a_message(2, at=NOON - 9_000))
    done |= stamp_and_put(rows, done[TICKET], a_message(3, at=0))
    assert [done[an_id(400 + n)].pos for n in (1, 2, 3)] == [1, 2, 3]  # type: ignore[union-attr]


def test_what_only_staff_see_counts_for_staff_only(rows: LocalRows) -> None:
    done = stamp_and_put(rows, a_ticket(), a_message(1), a_message(2, visibility=Visibility.STAFF))
    ticket = done[TICKET]
    assert isinstance(ticket, Ticket)
    assert (ticket.last_pos, ticket.public_pos) == (2, 1)


def test_a_revision_is_that_of_the_root(rows: LocalRows) -> None:
    line = LogEntry(id=an_id(600), at=NOON, actor=MARA, command="reply", root_kind="ticket", root=TICKET)
    done = stamp_and_put(rows, a_ticket(rev=4), a_message(1), line)
    assert done[TICKET].rev == done[an_id(401)].rev == 5
    assert done[an_id(600)].rev == 5
    person = rows.get("person", NOAH)
    assert stamp_and_put(rows, person)[NOAH].rev == person.rev + 1


def test_every_part_carries_the_revision_its_ticket_has_then(rows: LocalRows) -> None:
    put(rows.connection, a_ticket(rev=6))
    parts: tuple[Entity, ...] = (
        a_message(1),
        Attachment(id=an_id(601), ticket=TICKET, message=an_id(401), name="a", size=1, media_type="", sha256="0" * 64),
        Participant(id=an_id(602), ticket=TICKET, person=MARA, rev=3),
        SharedLink(id=an_id(603), ticket=TICKET, title="x", url="https://example.org", by=MARA, at=NOON),
        MailReference(id=an_id(604), ticket=TICKET),
    )
    done = stamped(parts, rows, SERIES)
    assert {entity.rev for entity in done} == {7}
    assert [type(entity) for entity in done][-1] is Ticket  # of which only parts changed: its rev rises all the same


def test_the_log_of_a_person_carries_the_revision_of_the_person(rows: LocalRows) -> None:
    person = rows.get("person", NOAH)
    line = LogEntry(id=an_id(600), at=NOON, actor=MARA, command="save_person", root_kind="person", root=NOAH)
    assert {entity.rev for entity in stamped((person, line), rows, SERIES)} == {person.rev + 1}


def test_a_desk_whose_authority_is_elsewhere_gives_no_number(rows: LocalRows) -> None:
    done = {entity.id: entity for entity in stamped((a_ticket(number=""), a_message(1)), rows, None)}
    ticket = done[TICKET]
    assert isinstance(ticket, Ticket)
    assert (ticket.number, ticket.rev, ticket.last_pos) == ("", 1, 1)
    assert last(rows.connection) is None
