"""Hold, undo and settle: what is shown at once, what comes back, what stays."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from agentdesk.domain.commands import (
    AddNote,
    CompleteTicket,
    DisablePerson,
    FollowUpTicket,
    ForwardTicket,
    HandleTicket,
    ReceiveEmail,
    Reply,
    SetPriority,
    SubmitTicket,
)
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Priority, StateKind
from agentdesk.store import base, counters, drafts, outbox, search
from agentdesk.store.drafts import Draft
from agentdesk.store.schema import BASE, COUNTER, OUTBOX, RETURNED, TABLES
from tests.builders import ADMIN, JONAS, MARA, NOAH, SECOND, TICKET, a_ticket, an_id
from tests.desks import Book, a_database, all_of, furnish, put
from tests.store.tables import contents

OTHER = an_id(101)
HOLD = 8 * SECOND


@pytest.fixture
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with a_database(tmp_path_factory.mktemp("desk")) as database, database.writer.connect() as connection:
        furnish(connection, a_ticket(rev=1, handler=MARA, state="processing"), a_ticket(rev=1, id=OTHER))
        yield Book(connection)


def reply(number: int, ticket: str = TICKET) -> Reply:
    return Reply(ticket=ticket, message=an_id(500 + number), body_html=f"<p>Answer {number}</p>")


def ticket(book: Book, id: str = TICKET) -> object:
    return next(one for one in all_of(book.connection, "ticket") if one.id == id)


def bodies(book: Book, id: str = TICKET) -> list[str]:
    messages = sorted((m for m in all_of(book.connection, "message") if m.ticket == id), key=lambda m: m.pos)
    return [m.body_text for m in messages if m.body_text]


def nothing_waits(connection: Connection) -> bool:
    return not connection.execute(select(OUTBOX)).all() and not connection.execute(select(BASE)).all()


def test_a_command_without_hold_is_settled_at_once(book: Book) -> None:
    book.do(reply(1))
    assert bodies(book) == ["Answer 1"]
    assert nothing_waits(book.connection)


def test_a_refused_command_writes_nothing(book: Book) -> None:
    before = contents(book.connection)
    with pytest.raises(Refused):
        book.do(HandleTicket(ticket=OTHER), by=NOAH, hold=HOLD)
    assert contents(book.connection) == before


def test_a_held_reply_is_shown_at_once_and_undo_takes_it_back(book: Book) -> None:
    before = contents(book.connection)
    book.do(reply(1), hold=HOLD)
    assert bodies(book) == ["Answer 1"]
    undone = book.undo()
    assert undone is not None
    assert undone.command == reply(1)
    drafts.drop(book.connection, MARA, TICKET, "reply")
    assert contents(book.connection) == before


def test_undone_words_lie_in_their_composer_again(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.undo()
    draft = drafts.get(book.connection, MARA, TICKET, "reply")
    assert draft is not None
    assert draft.body == "<p>Answer 1</p>"


def test_undone_words_stand_before_newer_ones_and_neither_is_lost(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    drafts.save(book.connection, MARA, Draft(key=TICKET, kind="reply", body="<p>newer</p>"))
    book.undo()
    draft = drafts.get(book.connection, MARA, TICKET, "reply")
    assert draft is not None
    assert draft.body == "<p>Answer 1</p><p>newer</p>"


def test_settling_waits_for_the_end_of_the_hold(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    assert book.settle(HOLD - 1) == frozenset()
    assert not nothing_waits(book.connection)
    assert ("message", an_id(501)) in book.settle(1)
    assert nothing_waits(book.connection)
    assert bodies(book) == ["Answer 1"]


def test_what_is_settled_cannot_be_undone(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.settle(HOLD)
    assert book.undo() is None
    assert bodies(book) == ["Answer 1"]


def test_what_comes_after_a_held_command_waits_behind_it_and_settles_with_it(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.do(SetPriority(ticket=TICKET, priority=Priority.FATAL))
    assert [entry.state for entry in outbox.of_root(book.connection, TICKET)] == ["held", "queued"]
    book.settle(HOLD)
    assert nothing_waits(book.connection)
    assert ticket(book).priority is Priority.FATAL  # type: ignore[attr-defined]


def test_undoing_the_first_of_three_keeps_the_other_two(book: Book) -> None:
    for number in (1, 2, 3):
        book.do(reply(number), hold=HOLD)
    book.undo(0)
    assert bodies(book) == ["Answer 2", "Answer 3"]
    assert sorted(m.pos for m in all_of(book.connection, "message")) == [1, 2]
    book.settle(HOLD)
    assert nothing_waits(book.connection)


def test_what_only_waited_behind_an_undone_command_is_settled(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.do(SetPriority(ticket=TICKET, priority=Priority.FATAL))
    book.undo(0)
    assert nothing_waits(book.connection)
    assert ticket(book).priority is Priority.FATAL  # type: ignore[attr-defined]


def test_a_command_that_the_undo_forbids_comes_back_with_its_words(book: Book) -> None:
    book.do(HandleTicket(ticket=OTHER), hold=HOLD)
    book.do(reply(2, OTHER), hold=HOLD)
    undone = book.undo(0)
    assert undone is not None
    assert [command for command, _ in undone.refused] == [reply(2, OTHER)]
    assert bodies(book, OTHER) == []
    row = book.connection.execute(select(RETURNED)).one()
    assert (row.person, row.root, row.name) == (MARA, OTHER, "reply")
    assert "Answer 2" in row.args
    assert nothing_waits(book.connection)


def test_the_ripe_entries_settle_while_younger_ones_still_wait(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.at += 4 * SECOND
    book.do(reply(2), hold=HOLD)
    book.settle(4 * SECOND)
    assert [entry.envelope.command for entry in outbox.of_root(book.connection, TICKET)] == [reply(2)]
    assert bodies(book) == ["Answer 1", "Answer 2"]
    book.undo()
    assert bodies(book) == ["Answer 1"]
    assert nothing_waits(book.connection)


def test_a_rule_that_changed_meanwhile_sends_words_back_and_blocks_nobody(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.at += 4 * SECOND
    book.do(reply(2), hold=HOLD)
    book.do(AddNote(ticket=OTHER, message=an_id(600), body_html="<p>Mine</p>"), by=JONAS, hold=HOLD)
    book.do(DisablePerson(person=MARA), by=ADMIN)
    book.settle(4 * SECOND)
    book.settle(HOLD)
    assert nothing_waits(book.connection)
    assert {row.name for row in book.connection.execute(select(RETURNED))} == {"reply"}
    assert bodies(book, OTHER) == ["Mine"]


def test_a_letter_that_joins_a_ticket_with_a_held_reply_survives_its_undo(book: Book) -> None:
    letter = _letter(1, "first@helios.example", "The disk is loud")
    book.do(letter)
    joined = letter.ticket
    book.do(HandleTicket(ticket=joined))
    book.do(reply(1, joined), hold=HOLD)
    book.do(_letter(2, "second@helios.example", "And hot", "first@helios.example"))
    book.undo(-2)
    assert bodies(book, joined) == ["The disk is loud", "And hot"]
    places = sorted(m.pos for m in all_of(book.connection, "message") if m.ticket == joined)
    assert places == list(range(1, len(places) + 1))
    assert ticket(book, joined).last_pos == places[-1]  # type: ignore[attr-defined]
    assert nothing_waits(book.connection)


def _letter(number: int, mail_id: str, text: str, *references: str) -> ReceiveEmail:
    return ReceiveEmail(
        ticket=an_id(700 + number), message=an_id(800 + number), source="agentdesk", subject="Disk", mail_id=mail_id,
        sender_address="noah.okafor@helios.example", body_text=text, references=references,
    )  # fmt: skip


def test_a_command_on_two_held_roots_settles_one_of_them_early(book: Book) -> None:
    """No command of today does this; the rule keeps two bases from holding the same row."""
    book.do(reply(1), hold=HOLD)
    with book.connection.begin_nested():
        base.keep(_rows(book), ticket(book, OTHER), TICKET)  # type: ignore[arg-type]
    book.do(HandleTicket(ticket=OTHER))
    assert [entry.root for entry in outbox.of_root(book.connection, TICKET)] == [TICKET, TICKET]


def _rows(book: Book) -> object:
    from agentdesk.store.local_rows import LocalRows  # noqa: PLC0415

    return LocalRows(book.connection)


@pytest.mark.rule("HZ-08")
def test_a_ticket_that_is_played_again_keeps_its_number_and_id(book: Book) -> None:
    put(book.connection, a_ticket(id=an_id(102), rev=1, state="closed"))
    book.do(FollowUpTicket(ticket=an_id(102), new_ticket=an_id(103), message=an_id(900)), by=NOAH, hold=HOLD)
    number = ticket(book, an_id(103)).number  # type: ignore[attr-defined]
    book.do(reply(1, an_id(103)), by=NOAH, hold=HOLD)
    book.undo()
    assert ticket(book, an_id(103)).number == number  # type: ignore[attr-defined]
    book.do(SubmitTicket(ticket=an_id(104), message=an_id(901), source="agentdesk", subject="Next"), by=NOAH)
    assert ticket(book, an_id(104)).number != number  # type: ignore[attr-defined]


def test_the_number_of_an_undone_ticket_is_given_to_the_next(book: Book) -> None:
    new = SubmitTicket(ticket=an_id(103), message=an_id(900), source="agentdesk", subject="Never mind")
    before = contents(book.connection)
    book.do(new, by=NOAH, hold=HOLD)
    number = ticket(book, an_id(103)).number  # type: ignore[attr-defined]
    book.undo()
    drafts.drop(book.connection, NOAH, "new", "form")
    assert contents(book.connection) == before
    book.do(SubmitTicket(ticket=an_id(104), message=an_id(901), source="agentdesk", subject="Next"), by=NOAH)
    assert ticket(book, an_id(104)).number == number  # type: ignore[attr-defined]


def test_a_form_that_is_undone_lies_in_its_draft_again_with_all_its_answers(book: Book) -> None:
    asked = {"priority": Priority.FATAL, "contact": "138 0013 8000", "contact_hours": "09:00–18:00"}
    new = SubmitTicket(
        ticket=an_id(103), message=an_id(900), source="agentdesk", subject="The door sticks", body_html="<p>Half</p>",
        requester=NOAH, agreed=True, business_id="i-42", **asked,
    )  # fmt: skip
    book.do(new, by=MARA, hold=HOLD)
    book.undo()
    draft = drafts.get(book.connection, MARA, "new", "form")
    assert draft is not None
    assert draft.body == "<p>Half</p>"
    assert {key: value for key, value in draft.fields.items() if value} == {
        "title": "The door sticks", "source": "agentdesk", "priority": "fatal", "contact": "138 0013 8000",
        "hours": "09:00–18:00", "agreed": "yes", "requester": "noah.okafor", "business_id": "i-42",
    }  # fmt: skip


def test_what_was_begun_in_the_form_since_stands_behind_what_is_undone(book: Book) -> None:
    new = SubmitTicket(
        ticket=an_id(103), message=an_id(900), source="agentdesk", subject="The door", body_html="<p>1</p>"
    )
    book.do(new, by=NOAH, hold=HOLD)
    since = Draft(key="new", kind="form", body="<p>2</p>", fields={"title": "The <lamp>"})
    drafts.save(book.connection, NOAH, since)
    book.undo()
    draft = drafts.get(book.connection, NOAH, "new", "form")
    assert draft is not None
    assert (draft.fields["title"], draft.body) == ("The door", "<p>1</p><p>The &lt;lamp&gt;</p><p>2</p>")


def test_a_forward_with_a_note_gives_the_note_back(book: Book) -> None:
    book.do(ForwardTicket(ticket=TICKET, to=JONAS, note_html="<p>Please look</p>"), hold=HOLD)
    assert ticket(book).handler == JONAS  # type: ignore[attr-defined]
    book.undo()
    assert ticket(book).handler == MARA  # type: ignore[attr-defined]
    draft = drafts.get(book.connection, MARA, TICKET, "note")
    assert draft is not None
    assert draft.body == "<p>Please look</p>"


def test_counters_and_index_follow_what_is_undone(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.do(CompleteTicket(ticket=TICKET), hold=HOLD)
    assert ticket(book).kind is StateKind.WAITING_CONFIRMATION  # type: ignore[attr-defined]
    while search.index_some(book.connection):
        pass
    book.undo(0)
    book.undo(1)
    kept = {row.key: row.count for row in book.connection.execute(select(COUNTER)) if row.count}
    assert kept == dict(counters.counted(book.connection))
    found = book.connection.exec_driver_sql("SELECT rowid FROM search WHERE search MATCH 'answer'").all()
    assert found == []


def test_a_clock_that_was_put_back_holds_nothing_for_ever(book: Book) -> None:
    book.do(reply(1), hold=HOLD)
    book.at -= 365 * 86_400 * SECOND
    book.settle()
    assert nothing_waits(book.connection)


def test_an_entry_that_never_was_is_not_undone(book: Book) -> None:
    book.given.append(an_id(9_999))
    assert book.undo() is None


def test_kept_rows_are_those_before_the_first_command(book: Book) -> None:
    book.do(SetPriority(ticket=TICKET, priority=Priority.MINOR), hold=HOLD)
    book.do(SetPriority(ticket=TICKET, priority=Priority.FATAL), hold=HOLD)
    table = TABLES["ticket"]
    assert book.connection.scalar(select(table.c.priority).where(table.c.id == TICKET)) is Priority.FATAL
    kept = book.connection.execute(select(BASE.c.record).where(BASE.c.kind == "ticket")).scalar_one()
    assert json.loads(kept)["priority"] == "none"
