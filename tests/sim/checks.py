"""What must hold after every step, and what when all is quiet (sync.md §2.19)."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, select

from agentdesk.domain.entities import KINDS, LogEntry, Message, Request, Ticket
from agentdesk.domain.reader import Reader, Remembering, need, scheme_of
from agentdesk.domain.refusals import Refused
from agentdesk.domain.roots import PARTS, PARTS_OF
from agentdesk.domain.standing import stand
from agentdesk.domain.values import Id, Instant, Visibility
from agentdesk.records.rows import Rows
from agentdesk.records.types import id_text
from agentdesk.server.blobs import read_piece
from agentdesk.server.cursor import Cursor
from agentdesk.server.database import reading
from agentdesk.server.schema import COMMAND_LOG
from agentdesk.server.schema import TABLES as SERVER_TABLES
from agentdesk.store import base, columns, counters, outbox, pending, play, served
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import BASE, DRAFT, OUTBOX, RETURNED, TABLES
from agentdesk.store.served import Served
from agentdesk.wire import Documents
from tests.builders import ADMIN
from tests.sim.approval_checks import EARLY
from tests.sim.claims import hold
from tests.sim.desk import DeskSim
from tests.sim.server import Server

# ------------------------------------------------------------------------- after every step


class Watcher:
    """Remembers what one desk has seen, and compares."""

    def __init__(self) -> None:
        self.epoch, self.cursor = "", None
        self.revs: dict[Id, int] = {}
        self.changes = -1
        self.replayed: tuple[Any, ...] = ()
        self.counted: tuple[Any, ...] = ()

    def look(self, desk: DeskSim) -> None:
        if desk.changes == self.changes:
            return
        with desk.db.connect() as connection:
            transaction = connection.begin()
            try:
                known = served.here(connection)
                assert known is not None
                self._cursor(known)
                self._revs(connection, known)
                shown = view(connection)
                hold(not asked(connection, EARLY), "shown before the server has said so")
                self._count(connection, shown)
                self._replay(connection, shown)
            finally:
                transaction.rollback()
                self.changes = desk.changes

    def _count(self, connection: Connection, shown: dict[str, list[Any]]) -> None:
        given = asked(connection, "SELECT * FROM counter"), [shown[kind] for kind in sorted(counters.COUNTED)]
        if given != self.counted:
            check_counters(connection)
            self.counted = given

    def _replay(self, connection: Connection, shown: dict[str, list[Any]]) -> None:
        """What was replayed once would give the same again: most steps change only what became of an entry."""
        given = shown, asked(connection, _ENTRIES), asked(connection, "SELECT * FROM base")
        if given != self.replayed:
            check_replay(connection, shown)
            self.replayed = given

    def _cursor(self, known: Served) -> None:
        if known.epoch != self.epoch or not known.cursor:
            self.epoch, self.cursor, self.revs = known.epoch, None, {}
        if known.cursor:
            place = Cursor.read(known.cursor).place
            hold(self.cursor is None or place >= self.cursor, "I8 the cursor went back", place, self.cursor)
            self.cursor = place

    def _revs(self, connection: Connection, known: Served) -> None:
        """What the server said last of a ticket never grows older, and what it applied for me stays in my view."""
        told = {id_text(id): rev for id, rev in asked(connection, "SELECT id, rev FROM ticket")}
        for id, record in asked(connection, "SELECT id, record FROM base WHERE kind = 'ticket'"):
            told[id] = _rev(record)
        for id, rev in told.items():
            hold(rev <= 0 or rev >= self.revs.get(id, 0), "I9 a ticket grew older", id, rev, self.revs.get(id))
        self.revs = {id: rev for id, rev in told.items() if rev > 0}  # a negative one is from before a restore
        if known.bootstrap is None:
            mine = _own_applied(connection, set(told))
            seen = {id_text(id) for (id,) in asked(connection, "SELECT id FROM message")} if mine else set()
            hold(mine <= seen, "I9 what I wrote and was applied is not shown", mine - seen)


def _rev(record: str | None) -> int:
    return int(json.loads(record)["rev"]) if record else 0


def _own_applied(connection: Connection, tickets: set[Id]) -> set[Id]:
    """Replies; a note goes from who is staff no longer."""
    done = asked(connection, "SELECT args FROM outbox WHERE state = 'done' AND name = 'reply'")
    commands = [json.loads(args) for (args,) in done]
    return {command["message"] for command in commands if command["ticket"] in tickets}


def view(connection: Connection) -> dict[str, list[Any]]:
    """Every row a person could see, without this computer's numbers."""
    return {kind: asked(connection, f"{_all(kind)} ORDER BY id") for kind in KINDS}


def asked(connection: Connection, statement: str) -> list[Any]:
    """Past SQLAlchemy: this is asked after every step."""
    raw: Any = connection.connection.driver_connection
    found: list[Any] = raw.execute(statement).fetchall()
    return found


@cache
def _all(kind: str) -> str:
    names = ", ".join(f'"{c.name}"' for c in TABLES[kind].columns if c.name != "n")
    return f'SELECT {names} FROM "{kind}"'


def check_counters(connection: Connection) -> None:
    kept = dict(asked(connection, "SELECT key, count FROM counter WHERE count"))
    counted = {key: count for key, count in counters.counted(connection).items() if count}
    hold(kept == counted, "the counters are wrong", kept, counted)


_ENTRIES = "SELECT id, root, args, base_rev, refused FROM outbox WHERE state != 'done' ORDER BY n"


def check_replay(connection: Connection, shown: dict[str, list[Any]]) -> None:
    """I14: what is shown is the base with all that waits played on it, in the order it was given."""
    if asked(connection, _WAITS) == [(0,)]:
        return
    waiting = outbox.lanes(connection)
    for (root,) in asked(connection, "SELECT DISTINCT root FROM base"):  # row by row, not as the desk does it
        base.rewind(LocalRows(connection), root)
    hold(not asked(connection, "SELECT * FROM base"), "base rows of nobody")
    for entry in outbox.waiting(connection, waiting):
        if pending.plays(entry.envelope.command):
            _play(connection, entry)
    again = view(connection)
    for kind in KINDS:
        left, right = shown[kind], again[kind]
        hold(left == right, "I14 the view is not the base replayed", kind, *_difference(left, right))


_WAITS = "SELECT EXISTS (SELECT 1 FROM base) OR EXISTS (SELECT 1 FROM outbox WHERE state != 'done')"


def _play(connection: Connection, entry: outbox.Entry) -> None:
    rows = LocalRows(connection)
    try:
        play.put(rows, play.decided(rows, entry.envelope, series=None), entry.root)
    except Refused as refusal:
        hold(entry.refused == refusal.code, "the reason shown is another", entry.refused, refusal.code)
    else:
        hold(not entry.refused, "shown as not allowed", entry.refused)


def _difference(left: list[Any], right: list[Any]) -> tuple[list[Any], list[Any]]:
    return [one for one in left if one not in right][:2], [one for one in right if one not in left][:2]


# ------------------------------------------------------------------------- what leaves the server


_OF_TICKETS = ("ticket", *PARTS)


def check_visible(server: Server, person: Id, documents: Documents) -> None:
    """I11: nothing of a ticket that this person may not see, nothing of it that is for staff."""
    with reading(server.engine) as connection:
        rows = Remembering(Rows(connection, SERVER_TABLES))
        for kind in _OF_TICKETS:
            for sent in _sent(documents, kind):
                ticket = need(rows, Ticket, sent["id"] if kind == "ticket" else sent["ticket"])
                standing = stand(ticket, person, rows)
                hold(standing.sees, "I11 a ticket of others was sent", ticket.id)
                hold(standing.staff or not _is_for_staff(kind, sent, rows), "I11 a customer was sent", kind, sent["id"])
        for kind in ("request", *PARTS_OF["request"]):
            for sent in _sent(documents, kind):
                request = need(rows, Request, sent["id"] if kind == "request" else sent["request"])
                hold(_sees(rows, request, person, server.now), "I11 a request of others was sent", request.id)


def _sees(rows: Reader, request: Request, person: Id, now: Instant) -> bool:
    asked_for = {one.person for one in rows.find("candidate", request=request.id)}
    lent = (one for one in rows.find("delegation", delegate=person) if one.active and one.begins <= now < one.ends)
    return person in {request.applicant, ADMIN} or bool(asked_for & {person, *(one.person for one in lent)})


def _sent(documents: Documents, kind: str) -> Iterator[dict[str, Any]]:
    table = documents.tables.get(kind)
    if table is not None:
        yield from (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _is_for_staff(kind: str, sent: dict[str, Any], reader: Reader) -> bool:
    if kind == "message":
        return bool(sent["visibility"] == Visibility.STAFF)
    if kind == "attachment":
        return need(reader, Message, sent["message"]).visibility is Visibility.STAFF
    return kind == "mail_reference"


# ------------------------------------------------------------------------- when all is quiet


def check_quiet(server: Server, desk: DeskSim) -> None:
    with desk.db.connect() as connection, connection.begin():
        waiting = outbox.waiting(connection, outbox.lanes(connection))
        hold(not waiting, "I16 something still waits", [(e.envelope.command, e.state, e.error) for e in waiting][:3])
        hold(not connection.execute(select(BASE)).all(), "I10 base without entries")
        known = served.here(connection)
        hold(known is not None and known.bootstrap is None, "I16 still reading everything")
        _same(connection, server.all_of(desk.person))
        _whole(connection)


def _same(connection: Connection, wanted: Documents) -> None:
    """I10: the desk holds what a new desk of the same person would be given."""
    for kind in KINDS:
        rows = wanted.tables.get(kind)
        by_name = dict(zip(rows.columns, zip(*rows.rows, strict=True), strict=True)) if rows else {}
        names = [column.name for column in TABLES[kind].columns if column.name != "n"]
        raw = [columns.kept(columns.raw(kind, name, by_name)) for name in names] if rows else []
        there = sorted((tuple(row) for row in zip(*raw, strict=True)), key=repr)
        here = sorted(asked(connection, _all(kind)), key=repr)
        hold(here == there, "I10 the desk is not what the server has", kind, *_difference(here, there))


def _whole(connection: Connection) -> None:
    for whole, parts in PARTS_OF.items():
        there = set(asked(connection, f"SELECT id FROM {whole}"))
        for kind in parts:
            of = set(asked(connection, f"SELECT {whole} FROM {kind}"))
            hold(of <= there, "I12 a part without its whole", kind, of - there)


def check_texts(server: Server, desks: list[DeskSim]) -> None:
    """Conservation: every text is in exactly one message, or it came back, or it is still being written.

    And its file with it, byte for byte (I12).
    """
    with reading(server.engine) as connection:
        message = SERVER_TABLES["message"].c
        bodies = {id: str(body) for id, body in connection.execute(select(message.id, message.body_text))}
        files = _files(connection)
    for desk in desks:
        kept = desk.read(_words)
        for mark in desk.typed:
            there = [id for id, body in bodies.items() for _ in range(body.count(mark))]
            hold(len(there) <= 1, "I3 a text is there twice", mark)
            hold(there or mark in kept, "a text is lost", mark)
            hold(not there or mark not in kept, "I2 a text was sent and is waiting or came back too", mark)
            if mark in desk.attached:
                _check_file(server, desk, mark, files.get(there[0], {}) if there else None, kept)


def _files(connection: Connection) -> dict[Id, dict[str, Id]]:
    """Of each message the sha256 of its files, with their ids."""
    attachment = SERVER_TABLES["attachment"].c
    found: dict[Id, dict[str, Id]] = {}
    for id, message, of in connection.execute(select(attachment.id, attachment.message, attachment.sha256)):
        found.setdefault(message, {})[of] = id
    return found


def _check_file(server: Server, desk: DeskSim, mark: str, there: dict[str, Id] | None, kept: str) -> None:
    wanted = desk.attached[mark]
    if there is None:
        hold(wanted in kept, "a file is lost", mark)
        return
    hold(wanted in there, "I12 a message came without its file", mark)
    piece = read_piece(server.engine, ADMIN, there[wanted], 0, 1 << 20)
    hold(piece is not None and piece.data == desk.files[wanted], "I12 a file is not what was attached", mark)


def _words(connection: Connection) -> str:
    drafts = [text for row in connection.execute(select(DRAFT.c.body, DRAFT.c.files)) for text in row]
    returned = connection.scalars(select(RETURNED.c.args)).all()
    waiting = connection.scalars(select(OUTBOX.c.args).where(OUTBOX.c.state != outbox.DONE)).all()
    return "\n".join([*drafts, *returned, *waiting])


def check_lanes(server: Server, desks: list[DeskSim]) -> None:
    """I4: one desk's messages stand in a ticket in the order they were given."""
    table = SERVER_TABLES["message"]
    with reading(server.engine) as connection:
        rows = connection.execute(select(table.c.id, table.c.ticket, table.c.pos))
        places = {id: (ticket, pos) for id, ticket, pos in rows}
    for desk in desks:
        last: dict[Id, int] = {}
        for _, _, _, message in desk.given:
            ticket, pos = places.get(message, ("", 0))
            hold(pos >= last.get(ticket, 0), "I4 messages changed their order", message)
            last[ticket] = pos


def check_audit(server: Server) -> None:
    """I15: every command that was applied stands in the log."""
    with reading(server.engine) as connection:
        rows = connection.execute(select(COMMAND_LOG.c.id, COMMAND_LOG.c.outcome))
        applied = {str(uuid5(UUID(id), "operation_log0")) for id, told in rows if _status(told) == "applied"}
        logged = set(connection.scalars(select(SERVER_TABLES["operation_log"].c.id)))
    hold(applied <= logged, "I15 applied and not in the log", applied - logged)


def _status(outcome: str) -> str:
    return str(json.loads(outcome)["status"])


def check_closed(server: Server) -> None:
    """I13: what is closed or cancelled takes no message, until it is opened again."""
    with reading(server.engine) as connection:
        rows = Rows(connection, SERVER_TABLES)
        for ticket in rows.find("ticket"):
            moves = _moves(rows, ticket)
            for message in rows.find("message", ticket=ticket.id):
                before = [final for rev, final in moves if rev < message.rev]
                hold(not (before and before[-1]), "I13 a closed ticket took a message", ticket.id, message.id)


def _moves(rows: Rows, ticket: Ticket) -> list[tuple[int, bool]]:
    """The rev of every move to another state, in order, and whether that is a final one."""
    scheme, moves = scheme_of(rows, ticket.source), []
    for entry in sorted(rows.find("operation_log", root=ticket.id), key=lambda entry: entry.rev):
        moves += [(entry.rev, scheme.state(to).kind.final) for to in _values(entry, "state_to")]
    return moves


def _values(entry: LogEntry, name: str) -> Iterator[str]:
    return (value for key, _, value in (told.partition("=") for told in entry.data) if key == name)
