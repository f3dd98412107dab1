"""What a server says, taken in: rewound, put by `rev`, removed, settled, played again."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from agentdesk.codec import to_record
from agentdesk.domain.commands import AddNote, CompleteTicket, HandleTicket, ReceiveEmail, SetPriority
from agentdesk.domain.entities import NAMES, Entity, Message, Ticket
from agentdesk.domain.values import AuthorKind, Id, MessageKind, Priority, StateKind, Visibility
from agentdesk.store import absorb, counters, drafts, journal, outbox, play, search
from agentdesk.store.checked import checked
from agentdesk.store.columns import BadRows
from agentdesk.store.drafts import Draft
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.outbox import DONE, QUEUED, SENT
from agentdesk.store.schema import BASE, COUNTER, OUTBOX, RETURNED, TABLES
from agentdesk.store.slices import slices
from agentdesk.wire import BootstrapReply, BootstrapRequest, Documents, PullReply, PushReply, Result, Rows, ScopeChange
from tests.builders import MARA, NOAH, NOON, TICKET, a_ticket, an_id
from tests.desks import all_of
from tests.sync.stage import EPOCH, OTHER, Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def documents(*entities: Entity, gone: tuple[tuple[str, Id, int], ...] = ()) -> Documents:
    """Whole roots as a server sends them."""
    tables: dict[str, Rows] = {}
    for entity in entities:
        record = to_record(entity)
        rows = tables.setdefault(NAMES[type(entity)], Rows(columns=list(record), rows=[]))
        rows.rows.append(list(record.values()))
    roots = [("ticket", one.id, one.rev) for one in entities if isinstance(one, Ticket)]
    return Documents(tables=tables, roots=roots, gone=list(gone))


def a_message(number: int, ticket: Id = TICKET, rev: int = 4, **more: Any) -> Message:
    values = {"kind": MessageKind.REPLY, "visibility": Visibility.EVERYONE, "at": NOON, "author": NOAH,
              "author_kind": AuthorKind.REQUESTER, "body_text": f"words {number}", "pos": 1, **more}  # fmt: skip
    return Message(id=an_id(80_000 + number), rev=rev, ticket=ticket, **values)


def the_ticket(stage: Stage, **more: Any) -> Ticket:
    with stage.db.connect() as connection:
        known = next(one for one in all_of(connection, "ticket") if one.id == TICKET)
    return replace(known, **{"rev": 4, **more})


def look(stage: Stage, kind: str, id: Id) -> Any:
    with stage.db.connect() as connection:
        return next((one for one in all_of(connection, kind) if one.id == id), None)


def pull(stage: Stage, told: Documents, asked: str = "here", **more: Any) -> None:
    reply = PullReply(server_time=NOON + 5, epoch=EPOCH, cursor="there", documents=told, **more)
    stage.exchange.absorb_pull(asked, reply)


def answer(stage: Stage, id: Id, status: str = "applied", told: Documents | None = None, **more: Any) -> None:
    sent = stage.exchange.take_push(())
    assert sent is not None
    reply = PushReply(
        server_time=NOON + 5, epoch=EPOCH, documents=told or Documents(),
        results=[Result(id=id, status=status, **more)],  # type: ignore[arg-type]
    )  # fmt: skip
    stage.exchange.absorb_push(sent, reply)


def test_a_reply_is_shown_at_once_without_a_number_of_its_own_and_behind_all_others(stage: Stage) -> None:
    command = stage.reply()
    stage.give(command)
    pull(stage, documents(the_ticket(stage, last_pos=7, public_pos=7), a_message(1, pos=7)))
    assert look(stage, "message", command.message).pos == 8
    assert look(stage, "ticket", TICKET).rev == 5


def test_an_applied_command_stays_shown_until_its_root_has_come(stage: Stage) -> None:
    command = stage.reply()
    id = stage.give(command)
    answer(stage, id, root=("ticket", TICKET, 4))
    assert stage.states() == [SENT]
    assert look(stage, "message", command.message) is not None
    said = a_message(1, author=MARA, body_text="Hello")
    pull(stage, documents(the_ticket(stage, last_pos=1, public_pos=1), replace(said, id=command.message)))
    assert stage.states() == [DONE]
    assert look(stage, "message", command.message).body_text == "Hello"
    with stage.db.connect() as connection:
        assert not connection.execute(select(BASE)).all()


def test_a_refused_reply_comes_back_whole_in_the_same_transaction(stage: Stage) -> None:
    command = stage.reply(words="Have you tried it?", files=())
    id = stage.give(command)
    answer(stage, id, "rejected", code="ticket-closed", data={"by": "jonas"})
    with stage.db.connect() as connection:
        (row,) = connection.execute(select(RETURNED)).all()
        assert (row.id, row.root, row.code) == (id, TICKET, "ticket-closed")
        assert "Have you tried it?" in row.args
        assert not connection.execute(select(OUTBOX)).all()
    assert look(stage, "message", command.message) is None
    assert look(stage, "ticket", TICKET).rev == 3


def test_a_second_answer_to_the_same_command_changes_nothing(stage: Stage) -> None:
    id = stage.give(stage.reply())
    sent = stage.exchange.take_push(())
    assert sent is not None
    no = PushReply(server_time=NOON, epoch=EPOCH, results=[Result(id=id, status="rejected", code="ticket-closed")])
    yes = PushReply(
        server_time=NOON, epoch=EPOCH, results=[Result(id=id, status="applied")],
        documents=documents(the_ticket(stage, rev=9, subject="Late")),
    )  # fmt: skip
    stage.exchange.absorb_push(sent, no)
    stage.exchange.absorb_push(sent, yes)
    assert look(stage, "ticket", TICKET).subject != "Late"


def test_documents_of_a_push_do_not_count_when_the_feed_was_read_on_meanwhile(stage: Stage) -> None:
    id = stage.give(stage.reply())
    sent = stage.exchange.take_push(())
    assert sent is not None
    pull(stage, documents(gone=(("ticket", TICKET, 4),)))
    late = PushReply(
        server_time=NOON, epoch=EPOCH, results=[Result(id=id, status="applied", root=("ticket", TICKET, 4))],
        documents=documents(a_ticket(rev=4)),
    )  # fmt: skip
    stage.exchange.absorb_push(sent, late)
    assert look(stage, "ticket", TICKET) is None


def test_a_page_that_was_asked_for_from_elsewhere_is_dropped(stage: Stage) -> None:
    pull(stage, documents(the_ticket(stage, subject="Late")), asked="somewhere")
    assert look(stage, "ticket", TICKET).rev == 3
    assert stage.exchange.state().cursor == "here"


def test_an_older_row_never_replaces_a_newer_one(stage: Stage) -> None:
    pull(stage, documents(the_ticket(stage, rev=2, subject="Old"), a_message(1, rev=2)))
    assert look(stage, "ticket", TICKET).rev == 3
    assert look(stage, "message", an_id(80_001)) is not None


def test_what_is_gone_goes_with_its_parts_and_leaves_what_the_person_wrote(stage: Stage) -> None:
    pull(stage, documents(the_ticket(stage, last_pos=1), a_message(1)))
    stage.transact(lambda c: (drafts.save(c, MARA, Draft(key=TICKET, kind="note", body="mine")), frozenset()))
    stage.give(stage.reply())
    with stage.db.begin() as connection:
        search.index_some(connection)
    gone = PullReply(server_time=NOON, epoch=EPOCH, cursor="on", documents=documents(gone=(("ticket", TICKET, 5),)))
    stage.exchange.absorb_pull("there", gone)
    with stage.db.connect() as connection:
        assert look(stage, "ticket", TICKET) is None
        assert not [m for m in all_of(connection, "message") if m.ticket == TICKET]
        assert drafts.get(connection, MARA, TICKET, "note") is not None
        assert connection.exec_driver_sql("SELECT count(*) FROM search_docsize").scalar_one() == 0
    assert [(entry.state, entry.refused) for entry in stage.entries()] == [(QUEUED, "not-found")]


def test_what_the_rules_no_longer_allow_stays_queued_and_is_only_not_shown(stage: Stage) -> None:
    command = stage.note(TICKET)
    stage.give(SetPriority(ticket=TICKET, priority=Priority.FATAL))
    stage.give(command)
    kind = StateKind.DONE
    pull(stage, documents(the_ticket(stage, rev=4, state="completed", kind=kind, priority=Priority.NONE)))
    assert look(stage, "ticket", TICKET).priority is Priority.NONE
    assert [entry.state for entry in stage.entries()] == [QUEUED, QUEUED]
    assert stage.entries()[0].refused == "ticket-closed"
    opened = the_ticket(stage, rev=9, state="processing", kind=StateKind.WORKING, priority=Priority.NONE)
    back = PullReply(server_time=NOON, epoch=EPOCH, cursor="on", documents=documents(opened))
    stage.exchange.absorb_pull("there", back)
    assert look(stage, "ticket", TICKET).priority is Priority.FATAL
    assert [entry.refused for entry in stage.entries()] == ["", ""]


def test_the_rest_of_a_lane_is_played_on_what_the_server_said(stage: Stage) -> None:
    stage.give(SetPriority(ticket=TICKET, priority=Priority.FATAL))
    stage.give(CompleteTicket(ticket=TICKET))
    pull(stage, documents(the_ticket(stage, subject="Renamed by nobody")))
    shown = look(stage, "ticket", TICKET)
    assert (shown.subject, shown.priority, shown.state) == ("Renamed by nobody", Priority.FATAL, "confirm")


def test_the_server_hears_which_rev_the_person_had_before_them(stage: Stage) -> None:
    stage.give(stage.reply())
    stage.give(stage.reply())
    sent = stage.exchange.take_push(())
    assert sent is not None
    assert [one.base_rev for one in sent.request.commands] == [3, 3]


def test_entries_that_read_each_others_rows_share_a_lane(stage: Stage) -> None:
    """The second letter's sender is the person whom the first one founds."""
    for number in (1, 2):
        stage.give(ReceiveEmail(ticket=an_id(700 + number), message=an_id(710 + number), source="agentdesk",
                                subject="Post", sender_address="new@orbis.example", mail_id=f"<{number}@x>",
                                body_text=f"letter {number}"))  # fmt: skip
    assert len({entry.root for entry in stage.entries()}) == 1
    with stage.db.connect() as connection:
        assert len({ticket.requester for ticket in all_of(connection, "ticket") if ticket.id > an_id(700)}) == 1


def test_a_long_page_is_taken_in_slices_and_the_cursor_moves_with_the_last(stage: Stage) -> None:
    many = [a_message(n, pos=n, body_text=f"word{n}") for n in range(1, 1_201)]
    told = documents(the_ticket(stage, last_pos=1_200, public_pos=1_200), *many)
    parts = slices(checked(told), frozenset, 3_000)
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
    reply = PullReply(server_time=NOON, epoch=EPOCH, cursor="there")
    for part in parts[:-1]:
        stage.transact(lambda c, part=part: (None, absorb.pull(c, "here", reply, part, NOON)))
        assert stage.exchange.state().cursor == "here"
        stage.give(stage.reply())
    stage.transact(lambda c: (None, absorb.pull(c, "here", reply, parts[-1], NOON)))
    assert stage.exchange.state().cursor == "there"
    with stage.db.connect() as connection:
        places = sorted(m.pos for m in all_of(connection, "message") if m.ticket == TICKET)
    assert places == list(range(1, 1_200 + len(parts)))


def test_counters_and_search_follow_what_comes_in_bulk(stage: Stage) -> None:
    more = [replace(a_ticket(id=an_id(900 + n), number=f"TK-{n}"), rev=1) for n in range(30)]
    pull(stage, documents(*more, *(a_message(n, ticket=more[n].id, body_text=f"unheard{n}") for n in range(30))))
    with stage.db.begin() as connection:
        kept = {key: count for key, count in connection.execute(select(COUNTER)) if count}
        assert kept == {key: count for key, count in counters.counted(connection).items() if count}
        assert kept["queue agentdesk"] == 31
        search.index_some(connection)
        found = connection.exec_driver_sql("SELECT count(*) FROM search WHERE search MATCH 'unheard7'").scalar_one()
    assert found == 1


def test_a_note_is_found_by_its_file_and_goes_with_it_whatever_the_ticket_says_of_files(stage: Stage) -> None:
    """Only what everybody sees counts as a file of the ticket; the index once asked the ticket, and was told otherwise
    when the note was taken out of it, which damaged it.
    """
    note = AddNote(ticket=TICKET, message=an_id(31_000), body_html="<p>Hm</p>", files=(stage.file(b"staff only"),))
    stage.give(note)
    with stage.db.begin() as connection:
        search.index_some(connection)
    stage.give(stage.reply(files=(stage.file(b"for all"),)))
    with stage.db.begin() as connection:
        search.index_some(connection)
        found = connection.exec_driver_sql(_NAMED_SO).scalars().all()
        assert len(found) == 2
    pull(stage, documents(gone=(("ticket", TICKET, 9),)))
    with stage.db.begin() as connection:
        search.index_some(connection)
        assert connection.exec_driver_sql(_NAMED_SO).scalars().all() == []


_NAMED_SO = "SELECT rowid FROM search WHERE search MATCH 'files: txt'"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "no id"),
        ("kind", "made up"),
        ("requester", None),
        ("created", "yesterday"),
        ("tags", 7),
        ("has_files", 1),
        ("created", 1 << 63),
        ("tags", "urgent"),
        ("tags", [7]),
        ("requester", 7),
        ("requester", "0" * 36),
        ("requester", "0" * 35),
        ("requester", "00000000-0000-0000-0000-00000000000\n"),
        ("requester", "00000000-0000-0000-0000-0000000000 0"),
        ("handler", "ABCDEF00-0000-0000-0000-000000000000"),
    ],
)
def test_rows_that_cannot_be_change_nothing(stage: Stage, column: str, value: object) -> None:
    told = documents(the_ticket(stage, subject="Half"), a_message(1))
    rows = told.tables["ticket"]
    rows.rows[0][rows.columns.index(column)] = value
    with pytest.raises(BadRows):
        pull(stage, told)
    assert look(stage, "ticket", TICKET).rev == 3
    assert stage.exchange.state().cursor == "here"


def test_rows_without_their_root_are_rows_that_cannot_be(stage: Stage) -> None:
    told = Documents(tables={"message": Rows(columns=["id"], rows=[[an_id(n)] for n in range(2_000)])})
    with pytest.raises(BadRows):
        pull(stage, told)


def test_what_a_newer_server_knows_is_left_out(stage: Stage) -> None:
    told = documents(the_ticket(stage))
    told.tables["ticket"].columns.append("mood")
    told.tables["ticket"].rows[0].append("fine")
    told.tables["horoscope"] = Rows(columns=["id"], rows=[["x"]])
    pull(stage, told)
    assert look(stage, "ticket", TICKET).rev == 4


def test_lost_rights_take_what_they_showed_at_once_and_everything_is_read_anew(stage: Stage) -> None:
    change = PullReply(
        server_time=NOON, epoch=EPOCH, scopes="fewer", cursor="there",
        scope_change=ScopeChange(added=[], removed=["s:agentdesk", "h:*"]),
    )  # fmt: skip
    stage.give(stage.reply(words="still mine"))
    stage.exchange.change_scopes("here", change)
    with stage.db.connect() as connection:
        assert not all_of(connection, "ticket")
        assert {role.person for role in all_of(connection, "role_assignment")} == {MARA}
        assert outbox.lanes(connection)
    state = stage.exchange.state()
    assert state.bootstrap is not None
    assert (state.scopes, state.bootstrap.scopes) == ("fewer", ())


def test_pages_for_a_part_are_not_taken_for_all_where_another_epoch_was_found_by_asking_for_them(stage: Stage) -> None:
    added = ScopeChange(added=["c:somebody"], removed=[])
    change = PullReply(server_time=NOON, epoch=EPOCH, scopes="more", cursor="there", scope_change=added)
    stage.exchange.change_scopes("here", change)
    stage.exchange.read_all_again("second", NOON)
    asked = BootstrapRequest(scopes=["c:somebody"], since=0)
    reply = BootstrapReply(token="all or not", epoch="second", scopes="more", cursor="anew", total=1)
    stage.exchange.bootstrap_begun(asked, reply, NOON)
    state = stage.exchange.state()
    assert state.bootstrap is not None
    assert (state.bootstrap.token, state.bootstrap.scopes, state.bootstrap.sweep) == ("", (), True)
    stage.exchange.bootstrap_begun(BootstrapRequest(scopes=[], since=0), reply, NOON)
    state = stage.exchange.state()
    assert state.bootstrap is not None
    assert state.bootstrap.token == "all or not"


def test_undo_gives_the_words_back_while_nobody_else_has_them(stage: Stage) -> None:
    command = stage.reply(words="too soon")
    id = stage.give(command)
    stage.transact(lambda c: (journal.undo(c, id, NOON), frozenset()))
    with stage.db.connect() as connection:
        draft = drafts.get(connection, MARA, TICKET, "reply")
    assert draft is not None
    assert "too soon" in draft.body
    sent = stage.give(stage.reply())
    assert stage.exchange.take_push(()) is not None
    undone = stage.transact(lambda c: (journal.undo(c, sent, NOON), frozenset()))
    assert undone is None


def test_an_undone_entry_takes_what_stood_on_it_back_to_its_person(stage: Stage) -> None:
    first = stage.give(HandleTicket(ticket=OTHER))
    stage.give(CompleteTicket(ticket=OTHER))
    undone = stage.transact(lambda c: (journal.undo(c, first, NOON), frozenset()))
    assert undone is not None
    assert [type(command) for command, _ in undone.refused] == [CompleteTicket]
    assert stage.entries() == []


def test_the_tables_of_the_view_are_known_to_the_wire() -> None:
    assert set(NAMES.values()) == set(TABLES)


def test_with_slices_of_whole_roots_each_waiting_command_is_played_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = {"handler": MARA, "state": "processing", "rev": 1}
    more = [a_ticket(id=an_id(2_000 + n), number=f"TK-{n}", **mine) for n in range(90)]
    pull(stage, documents(*more))
    for ticket in more:
        stage.give(stage.note(ticket.id))
    played: list[Id] = []
    decided = play.decided

    def counted(rows: Any, envelope: Any, *more: Any, **named: Any) -> Any:
        played.append(envelope.id)
        return decided(rows, envelope, *more, **named)

    monkeypatch.setattr(play, "decided", counted)
    news = [replace(ticket, rev=4, last_pos=1) for ticket in more]
    said = [a_message(n, ticket=ticket.id, pos=1) for n, ticket in enumerate(more)]
    stage.exchange.absorb_pull(
        "there", PullReply(server_time=NOON, epoch=EPOCH, cursor="on", documents=documents(*news, *said))
    )
    assert len(played) == len(set(played)) == 90
    with stage.db.connect() as connection:
        places = {m.pos for m in all_of(connection, "message") if m.ticket in {ticket.id for ticket in more}}
    assert places == {1, 2}


def test_what_is_played_again_to_the_same_is_not_written_again(stage: Stage) -> None:
    """Its place in the search index and its number here stay, whatever else the ticket gets."""
    pull(stage, documents(the_ticket(stage, last_pos=2, public_pos=2)))
    command = stage.reply()
    stage.give(command)
    number = "SELECT n FROM message WHERE body_text != ''"
    with stage.db.begin() as connection:
        search.index_some(connection)
        before = connection.exec_driver_sql(number).all()
    news = PullReply(
        server_time=NOON, epoch=EPOCH, cursor="on", documents=documents(the_ticket(stage, rev=5, last_pos=4))
    )
    stage.exchange.absorb_pull("there", news)
    with stage.db.connect() as connection:
        assert connection.exec_driver_sql(number).all() == before
        assert search.waiting(connection) == 0
    assert look(stage, "message", command.message).pos == 5


def test_a_message_whose_ticket_has_a_number_now_is_found_by_it(stage: Stage) -> None:
    """Before, the index knew it without: it must be told to forget those very words."""
    mine = {"id": an_id(3_000), "handler": MARA, "state": "processing"}
    with stage.db.begin() as connection:
        LocalRows(connection).put(a_ticket(number="", rev=1, **mine))
    stage.give(replace(stage.reply(), ticket=an_id(3_000)))
    with stage.db.begin() as connection:
        search.index_some(connection)
    pull(stage, documents(a_ticket(number="TK-3000", rev=4, **mine)))
    with stage.db.begin() as connection:
        search.index_some(connection)
        found = connection.exec_driver_sql("SELECT count(*) FROM search WHERE search MATCH '\"TK-3000\"'").scalar_one()
        connection.exec_driver_sql("INSERT INTO search(search) VALUES('integrity-check')")
    assert found == 1


def test_rows_already_here_and_new_ones_of_one_page_are_told_apart(stage: Stage) -> None:
    first = [a_message(n, pos=n, body_text=f"old{n}") for n in range(1, 4)]
    pull(stage, documents(the_ticket(stage, last_pos=3, public_pos=3), *first))
    with stage.db.begin() as connection:
        search.index_some(connection)
    again = [replace(first[0], body_text="never"), replace(first[1], rev=5, body_text="newer"), a_message(9, pos=9)]
    reply = PullReply(server_time=NOON, epoch=EPOCH, cursor="on", documents=documents(the_ticket(stage), *again))
    stage.exchange.absorb_pull("there", reply)
    shown = {look(stage, "message", one.id).body_text for one in (*first, again[2])}
    assert shown == {"old1", "newer", "old3", "words 9"}
    with stage.db.connect() as connection:
        assert search.waiting(connection) == 2


def test_a_page_that_names_a_row_twice_is_refused(stage: Stage) -> None:
    one = the_ticket(stage, subject="Once")
    with pytest.raises(BadRows):
        pull(stage, documents(one, replace(one, rev=5)))
    stage.give(stage.reply())
    with pytest.raises(BadRows):
        pull(stage, documents(one, replace(one, rev=5)))
    assert look(stage, "ticket", TICKET).subject != "Once"
