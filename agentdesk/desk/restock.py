"""Gives a desk what it cannot be without: at its making, and again where damage took it."""

import getpass
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Connection, case, func, select
from sqlalchemy.dialects import sqlite

from agentdesk import schemes
from agentdesk.clock import Clock
from agentdesk.domain.commands import SUBJECT
from agentdesk.domain.entities import NAMES, Person, RoleAssignment, Source, Ticket
from agentdesk.domain.reader import scheme_of
from agentdesk.domain.scheme import Scheme, parse_scheme
from agentdesk.domain.text import first_line
from agentdesk.domain.values import Id, Role, ScopeKind, Visibility
from agentdesk.records.stamp import stamped
from agentdesk.store import marks, served
from agentdesk.store.blobs import Blobs
from agentdesk.store.local_rows import LocalRows
from agentdesk.store.schema import DRAFT, META, SERIES, TABLES

_PERSON, _T, _M = TABLES["person"], TABLES["ticket"], TABLES["message"].c
_META = sqlite.insert(META)
_PUT_META = _META.on_conflict_do_update(index_elements=["key"], set_={"value": _META.excluded.value})
_OWN = "agentdesk"
"""The scheme of the desk's own source."""


def found(connection: Connection, directory: Path, clock: Clock, maker_id: Id | None = None) -> None:
    """The first rows: the shipped schemes, the desk's own source, and its maker with all rights."""
    rows = LocalRows(connection)
    for entity in schemes.first_rows(directory.name or "AgentDesk"):
        rows.put(entity)
    user = getpass.getuser()
    maker = Person(id=maker_id or clock.new_id(), rev=1, user_name=user.lower(), name=user)
    rows.put(maker)
    _give_all_rights(rows, maker.id)
    connection.execute(_PUT_META, [{"key": "maker", "value": maker.id}, {"key": "person", "value": maker.id}])


def restock(connection: Connection, directory: Path, clock: Clock) -> None:
    """After damage: schemes, sources and people that tickets name, somebody who may set things up; all a server has."""
    rows = LocalRows(connection)
    if connection.scalar(select(_PERSON.c.id).where(_PERSON.c.enabled).limit(1)) is None:
        found(connection, directory, clock, _who_was_here(connection))
    strangers = select(DRAFT.c.person).where(DRAFT.c.person.not_in(select(_PERSON.c.id))).distinct()
    for person in connection.scalars(strangers).all():
        rows.put(Person(id=person, rev=1, user_name=f"lost-{person}", name="?"))  # or their words could not be read
    _put_first_rows(rows, directory.name)
    for ticket in _found_again(rows):
        for entity in stamped((ticket,), rows, SERIES):
            rows.put(entity)
    for source in _missing(connection, "source"):
        rows.put(Source(id=source, rev=1, title=source, scheme=_scheme_for(connection, source)))
    for person in _missing(connection, "requester"):
        rows.put(Person(id=person, rev=1, user_name=f"lost-{person}", name="?", enabled=False))
    _put_states_right(rows)
    _put_somebody_in_charge(rows)
    _put_blobs(connection, directory, clock)
    known = served.here(connection)
    if known is not None:  # what is missing here is still there
        from agentdesk.store import absorb  # noqa: PLC0415  (its imports cost every start what only damage needs)

        absorb.read_all_again(connection, known.epoch, clock.now())


def _who_was_here(connection: Connection) -> Id | None:
    """Under the same id what they were typing is theirs again."""
    meta: dict[str, str] = {row.key: row.value for row in connection.execute(select(META))}
    typed = connection.scalar(select(DRAFT.c.person).order_by(DRAFT.c.updated.desc()).limit(1))
    return meta.get("person") or meta.get("maker") or typed


def _found_again(rows: LocalRows) -> Iterator[Ticket]:
    """One for each thread whose ticket is lost: without it nobody would find what was written."""
    connection, scheme = rows.connection, scheme_of(rows, schemes.OWN_SOURCE)
    state = scheme.state(scheme.initial)
    public = func.coalesce(func.max(case((_M.visibility == Visibility.EVERYONE, _M.pos))), 0)
    threads = select(
        _M.ticket, func.min(_M.at), func.max(_M.at), func.max(_M.pos), public, func.max(_M.author), func.min(_M.n)
    ).group_by(_M.ticket)
    lost = threads.where(_M.ticket.not_in(select(_T.c.id)))
    for id, begun, last, pos, public_pos, author, n in connection.execute(lost).all():
        words = connection.scalar(select(_M.body_text).where(_M.n == n)) or ""
        yield Ticket(
            id=id, source=schemes.OWN_SOURCE, subject=first_line(words, SUBJECT), state=state.id, kind=state.kind,
            requester=author or str(_who_was_here(connection)), created=begun, last_activity=last, state_since=begun,
            last_pos=pos, public_pos=public_pos,
        )  # fmt: skip


def _put_first_rows(rows: LocalRows, title: str) -> None:
    """Without its source no ticket can come in."""
    for entity in schemes.first_rows(title or "AgentDesk"):
        if rows.get(NAMES[type(entity)], entity.id) is None:
            rows.put(entity)


def _missing(connection: Connection, column: str) -> list[Id]:
    table = TABLES["source"] if column == "source" else _PERSON
    known = select(table.c.id)
    return list(connection.scalars(select(_T.c[column]).where(_T.c[column].not_in(known)).distinct()))


def _scheme_for(connection: Connection, source: Id) -> Id:
    """The shipped scheme that knows most of the states in which the source's tickets stand."""
    states = set(connection.scalars(select(_T.c.state).where(_T.c.source == source).distinct()))
    shipped = {id: parse_scheme(text) for id, text in schemes.shipped().items()}
    order = sorted(shipped, key=lambda id: (id != source, id != _OWN))
    return max(order, key=lambda id: len(states & {state.id for state in shipped[id].states}))


def _put_states_right(rows: LocalRows) -> None:
    """A state that its scheme no longer has becomes one of the same kind."""
    for source in rows.find("source"):
        text = rows.get("scheme", source.scheme)
        if text is None:
            source = replace(source, scheme=_scheme_for(rows.connection, source.id))
            rows.put(source)
            text = rows.get("scheme", source.scheme)
        scheme = parse_scheme(text.text)
        for id in _in_unknown_states(rows.connection, source.id, scheme):
            ticket = rows.get("ticket", id)
            same = next((s for s in scheme.states if s.kind is ticket.kind), scheme.state(scheme.initial))
            rows.put(replace(ticket, state=same.id, kind=same.kind))


def _in_unknown_states(connection: Connection, source: Id, scheme: Scheme) -> list[Id]:
    known = [state.id for state in scheme.states]
    return list(connection.scalars(select(_T.c.id).where(_T.c.source == source, _T.c.state.not_in(known))))


def _put_somebody_in_charge(rows: LocalRows) -> None:
    """The one who opens the desk next, and an administrator."""
    people = [one for one in rows.find("person") if one.enabled]
    admins = set(_admins(rows))
    meta: dict[str, str] = {row.key: row.value for row in rows.connection.execute(select(META))}
    known = [meta.get(key) for key in ("person", "maker")]
    chosen = next((p.id for p in people if p.id in known), None) or next(
        (p.id for p in people if p.id in admins), people[0].id
    )
    if not admins & {p.id for p in people}:
        _give_all_rights(rows, chosen)
    rows.connection.execute(_PUT_META, [{"key": "person", "value": chosen}])


def _put_blobs(connection: Connection, directory: Path, clock: Clock) -> None:
    """What lies among the attachments is here, whatever is left of the table that says so."""
    blobs = Blobs(directory)
    for sha256 in blobs.names():
        marks.put_blob(connection, sha256, blobs.size(sha256) or 0, clock.now())


def _admins(rows: LocalRows) -> Iterator[Id]:
    return (one.person for one in rows.find("role_assignment", role=Role.ADMIN) if one.active)


def _give_all_rights(rows: LocalRows, person: Id) -> None:
    for role in (Role.ADMIN, Role.HANDLER):
        key = str(uuid5(NAMESPACE_URL, f"{person} {role}"))
        rows.put(RoleAssignment(id=key, rev=1, person=person, role=role, scope_kind=ScopeKind.SYSTEM))
