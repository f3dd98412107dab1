"""A desk that joins a server whose answers were written down before: nothing but the desk is measured."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import harness  # noqa: F401  (finds the interpreter and the product)
from sqlalchemy import Connection, select
from world import key

from agentdesk.desk import Desk
from agentdesk.desk.carrying import Carriage, Way
from agentdesk.desk.syncing import Syncing
from agentdesk.desk.worker import Worker
from agentdesk.domain.entities import KINDS
from agentdesk.domain.roots import PARTS
from agentdesk.domain.values import Id
from agentdesk.store import served
from agentdesk.store.base import NOTHING
from agentdesk.store.database import Database
from agentdesk.store.schema import TABLES
from agentdesk.store.served import Bootstrap, Served
from agentdesk.sync.session import SignedIn
from agentdesk.sync.transport import CursorLost, Unreachable
from agentdesk.wire import (
    MOST_ROWS,
    PROTOCOL,
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Documents,
    Hello,
    PullReply,
    PushReply,
    PushRequest,
    Result,
    Root,
    Rows,
)

PERSON = key("person", "h01")
_EPOCH, _TICKETS_A_PAGE = "bench", MOST_ROWS // 8
_SET_UP = ("scheme", "source", "ticket_type", "service", "service_owner", "domain", "person", "role_assignment")


class Told:
    """What a server would say to a desk that reads everything: pages in the text form of the wire.

    What else a Transport can be asked has no answer.
    """

    def __init__(self, pages: list[str], tickets: int) -> None:
        self.pages, self.tickets = pages, tickets
        self.news: list[str] = []
        """Pages of the feed, each given once."""
        self.answer: Callable[[PushRequest], PushReply] | None = None
        """What it does with a push."""

    @classmethod
    def of(cls, source: Path, tickets: int) -> "Told":
        with closing(Database(source, write=False)) as database, database.reader.connect() as connection:
            return cls([page.model_dump_json() for page in _pages(connection, tickets)], tickets)

    def hello(self) -> Hello:
        return Hello(protocol=(PROTOCOL, PROTOCOL), schema_version=1, epoch=_EPOCH, min_client="0", features=[],
                     server_time=0)  # fmt: skip

    def bootstrap(self, _: BootstrapRequest) -> BootstrapReply:
        return BootstrapReply(token="bench", epoch=_EPOCH, cursor="0", total=self.tickets)

    def bootstrap_page(self, _: str, after: str) -> BootstrapPage:
        return BootstrapPage.model_validate_json(self.pages[int(after or 0)])

    def pull(self, cursor: str, _: int) -> PullReply:
        if self.news:
            return PullReply.model_validate_json(self.news.pop(0))
        return PullReply(server_time=0, epoch=_EPOCH, cursor=cursor)

    def push(self, request: PushRequest) -> PushReply:
        if self.answer is None:
            raise Unreachable("push")
        return self.answer(request)

    def digest(self, _: DigestRequest) -> DigestReply:
        raise CursorLost

    def __getattr__(self, name: str) -> Any:
        raise Unreachable(name)


def new_desk(directory: Path) -> Path:
    """The file of a desk that has not read anything yet."""
    with closing(Database(directory, write=True)) as database, database.writer.begin() as connection:
        beginning = Served(server="bench", person=PERSON, client=PERSON, epoch=_EPOCH, bootstrap=Bootstrap())
        served.keep(connection, beginning)
    return directory


def join(desk: Desk, told: Told) -> Syncing:
    """Reads on a thread and then in a process of its own, as the product does."""
    pages = desk.directory / "desk.told"
    pages.write_text("\n".join(told.pages), encoding="utf-8")
    way: Any = told
    carriage = Carriage(desk, way, Way(partial(_from_file, pages, told.tickets)))
    return Syncing(desk, way, Worker("sync"), carriage=carriage)


def _from_file(pages: Path, tickets: int, _: SignedIn) -> Any:
    return Told(pages.read_text(encoding="utf-8").split("\n"), tickets)


def rest(desk: Desk) -> None:
    """Waits until all idle work is done: the index is behind what was read."""
    desk.rest()
    desk.transact(lambda _: (None, NOTHING))


def changed(row: dict[str, Any], cursor: str) -> str:
    """A page of the feed with one row of a ticket."""
    return PullReply(server_time=0, epoch=_EPOCH, cursor=cursor, documents=_document(row)).model_dump_json()


def applied(request: PushRequest, row: dict[str, Any]) -> PushReply:
    """The answer to commands that made this row of their ticket."""
    results = [Result(id=command.id, status="applied", root=_root(row)) for command in request.commands]
    reply = PushReply(server_time=0, epoch=_EPOCH, results=results, documents=_document(row))
    return PushReply.model_validate_json(reply.model_dump_json())


def _document(row: dict[str, Any]) -> Documents:
    return Documents(tables={"ticket": Rows(columns=list(row), rows=[list(row.values())])}, roots=[_root(row)])


def _root(row: dict[str, Any]) -> Root:
    return "ticket", row["id"], row["rev"]


def ticket_row(database: Database, ticket: Id) -> dict[str, Any]:
    with database.reader.connect() as connection:
        ((row),) = _rows(connection, "ticket", TABLES["ticket"].c.id == ticket)
    return dict(zip(_names("ticket"), row, strict=True))


def _pages(connection: Connection, tickets: int) -> Iterator[BootstrapPage]:
    set_up = {kind: _table(kind, _rows(connection, kind)) for kind in _SET_UP if kind in TABLES}
    yield BootstrapPage(documents=Documents(tables=set_up), after="1")
    t = TABLES["ticket"].c
    ids = list(connection.scalars(select(t.id).order_by(t.n).limit(tickets)))
    for number, start in enumerate(range(0, len(ids), _TICKETS_A_PAGE), 2):
        some = ids[start : start + _TICKETS_A_PAGE]
        tables = {"ticket": _table("ticket", _rows(connection, "ticket", t.id.in_(some)))}
        for kind in PARTS:
            tables[kind] = _table(kind, _rows(connection, kind, TABLES[kind].c.ticket.in_(some)))
        place = _names("ticket").index("rev")
        roots = [("ticket", row[0], row[place]) for row in tables["ticket"].rows]
        last = start + _TICKETS_A_PAGE >= len(ids)
        yield BootstrapPage(documents=Documents(tables=tables, roots=roots), after="" if last else str(number))


def _names(kind: str) -> list[str]:
    """`id` first."""
    return [field.name for field in fields(KINDS[kind])]


def _rows(connection: Connection, kind: str, *where: Any) -> list[list[Any]]:
    table = TABLES[kind]
    return [list(row) for row in connection.execute(select(*(table.c[name] for name in _names(kind))).where(*where))]


def _table(kind: str, rows: list[list[Any]]) -> Rows:
    return Rows(columns=_names(kind), rows=rows)
