"""Whatever is given, held, undone and settled: the desk is one that only ever got what stayed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Connection, Engine, StaticPool, create_engine, select

from agentdesk.domain.commands import (
    AddNote,
    AddParticipant,
    Command,
    CompleteTicket,
    ConfirmTicket,
    Envelope,
    FileRef,
    FollowUpTicket,
    ForwardTicket,
    HandleTicket,
    ReceiveEmail,
    Reply,
    SetPriority,
    SetTags,
)
from agentdesk.domain.entities import KINDS
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id, Instant, Priority, Solved
from agentdesk.store import counters, journal, search
from agentdesk.store.schema import BASE, COUNTER, OUTBOX, RETURNED, SEARCH_DDL, metadata
from tests.builders import JONAS, LEA, MARA, NOAH, NOON, SECOND, a_file, a_ticket, an_id
from tests.desks import furnish
from tests.store.tables import contents

TICKETS = (an_id(100), an_id(101))
HOLD: Instant = 8 * SECOND
SHARED = {*KINDS, "counter", "number_series"}
HELD = st.sampled_from([True, True, False])
WORDS = st.sampled_from(["disk", "退款申请", "über", "loud noise", "API"])


def in_memory(image: bytes | None = None) -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    if image is not None:
        with engine.connect() as connection:
            connection.connection.driver_connection.deserialize(image)  # type: ignore[union-attr]
    return engine


@cache
def furnished() -> bytes:
    """Made once and without migrations: hundreds of these are opened."""
    engine = in_memory()
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.exec_driver_sql(SEARCH_DDL)
        furnish(connection, *(a_ticket(id=id, rev=1, number=f"TK-{id[-2:]}") for id in TICKETS))
    with engine.connect() as connection:
        return connection.connection.driver_connection.serialize()  # type: ignore[union-attr, no-any-return]


@contextmanager
def a_small_desk() -> Iterator[Connection]:
    engine = in_memory(furnished())
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@dataclass
class Given:
    envelope: Envelope
    held: bool


class Journals(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self._open = a_small_desk()
        self.desk = self._open.__enter__()
        self.now, self.made = NOON, 10_000
        self.live: list[Given] = []
        self.new: list[Id] = []

    def teardown(self) -> None:
        journal.settle(self.desk, self.now + 2 * HOLD)
        assert not self.desk.execute(select(OUTBOX)).all()
        assert not self.desk.execute(select(BASE)).all()
        self.compare()
        self._open.__exit__(None, None, None)

    def id(self) -> Id:
        self.made += 1
        return an_id(self.made)

    def give(self, command: Command, by: Id, *, held: bool) -> None:
        self.now += SECOND
        envelope = Envelope(id=self.id(), actor=by, at=self.now, issued_at=self.now, command=command)
        savepoint = self.desk.begin_nested()
        try:
            journal.submit(self.desk, envelope, self.now + HOLD if held else None)
        except Refused:
            savepoint.rollback()  # as the desk does
            return
        savepoint.commit()
        self.live.append(Given(envelope, held))

    def tickets(self) -> list[Id]:
        return [*TICKETS, *self.new]

    # ------------------------------------------------------------------ what people do

    @initialize()
    def somebody_works(self) -> None:
        self.give(HandleTicket(ticket=TICKETS[0]), MARA, held=False)

    @rule(data=st.data(), words=WORDS, held=HELD, file=st.booleans())
    def reply(self, data: st.DataObject, words: str, held: bool, file: bool) -> None:
        files: tuple[FileRef, ...] = (a_file(self.made, f"{words}.png"),) if file else ()
        ticket = data.draw(st.sampled_from(self.tickets()))
        by = data.draw(st.sampled_from([MARA, NOAH]))
        self.give(Reply(ticket=ticket, message=self.id(), body_html=words, files=files), by, held=held)

    @rule(data=st.data(), words=WORDS, held=HELD)
    def note(self, data: st.DataObject, words: str, held: bool) -> None:
        ticket = data.draw(st.sampled_from(self.tickets()))
        self.give(AddNote(ticket=ticket, message=self.id(), body_html=words), JONAS, held=held)

    @rule(data=st.data(), held=HELD)
    def change(self, data: st.DataObject, held: bool) -> None:
        ticket = data.draw(st.sampled_from(self.tickets()))
        command = data.draw(
            st.sampled_from(
                [
                    HandleTicket(ticket=ticket),
                    ForwardTicket(ticket=ticket, to=JONAS),
                    SetPriority(ticket=ticket, priority=Priority.FATAL),
                    SetTags(ticket=ticket, add=("vip", "语言")),
                    AddParticipant(ticket=ticket, person=LEA),
                    CompleteTicket(ticket=ticket),
                    ConfirmTicket(ticket=ticket, solved=Solved.YES, rating=5),
                    FollowUpTicket(ticket=ticket, new_ticket=self.id(), message=self.id()),
                ]
            )
        )
        of_noah = isinstance(command, ConfirmTicket | FollowUpTicket)
        self.give(command, NOAH if of_noah else data.draw(st.sampled_from([MARA, JONAS])), held=held and not of_noah)

    @rule(words=WORDS, joins=st.booleans())
    def letter(self, words: str, joins: bool) -> None:
        number = self.made
        letter = ReceiveEmail(
            ticket=self.id(), message=self.id(), source="agentdesk", sender_address="who@orbis.example", subject=words,
            mail_id=f"<{number}@orbis.example>", references=("<first@orbis.example>",) if joins else (),
            body_text=f"{words} {number}",
        )  # fmt: skip
        self.give(letter, MARA, held=False)
        if not joins:
            self.new.append(letter.ticket)

    # ------------------------------------------------------------------ what time and second thoughts do

    @rule(seconds=st.integers(0, 4))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds * SECOND
        journal.settle(self.desk, self.now)

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        held = [one for one in self.live if one.held]
        if not held:
            return
        chosen = data.draw(st.sampled_from(held))
        undone = journal.undo(self.desk, chosen.envelope.id, self.now)
        if undone is None:
            chosen.held = False  # it was settled
            return
        gone = {chosen.envelope.id, *self.desk.scalars(select(RETURNED.c.id))}
        self.live = [one for one in self.live if one.envelope.id not in gone]

    @rule()
    def the_indexer_comes_by(self) -> None:
        search.index_some(self.desk, 3)

    # ------------------------------------------------------------------ what must be so

    @invariant()
    def a_base_is_kept_for_what_waits_and_nothing_else(self) -> None:
        waiting = set(self.desk.scalars(select(OUTBOX.c.root)))
        assert set(self.desk.scalars(select(BASE.c.root))) == waiting

    @invariant()
    def counters_say_what_counting_says(self) -> None:
        kept = {row.key: row.count for row in self.desk.execute(select(COUNTER)) if row.count}
        assert kept == dict(counters.counted(self.desk))

    def compare(self) -> None:
        with a_small_desk() as fresh:
            for one in self.live:
                journal.submit(fresh, one.envelope)
            assert shared(self.desk) == shared(fresh)
            assert terms(self.desk) == terms(fresh)


def shared(connection: Connection) -> dict[str, object]:
    return {name: rows for name, rows in contents(connection).items() if name in SHARED}


def terms(connection: Connection) -> set[tuple[object, ...]]:
    """Each word of the finished index with the message, the column and the place it stands at."""
    while search.index_some(connection):
        pass
    connection.exec_driver_sql("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, instance)")
    found = connection.exec_driver_sql(
        "SELECT w.term, m.id, w.col, w.offset FROM temp.words w LEFT JOIN message m ON m.n = w.doc"
    )
    return set(map(tuple, found))


Journals.TestCase.settings = settings(max_examples=max(20, settings().max_examples // 5), stateful_step_count=25)
TestJournals = Journals.TestCase
