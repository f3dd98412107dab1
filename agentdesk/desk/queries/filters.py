"""Filters of a list as "name=value", the same words in saved views, chips and the terminal."""

from collections.abc import Callable, Iterable

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from agentdesk.desk.queries.queues import OPEN, WAITS, T
from agentdesk.domain.values import Priority, StateKind
from agentdesk.records.visibility import Sight
from agentdesk.store.schema import READ_MARK, TABLES

Where = Callable[[Sight, list[str]], ColumnElement[bool]]


class UnknownFilter(ValueError):
    """A filter this program does not know; `str()` is its name."""


def condition(sight: Sight, filters: Iterable[str]) -> ColumnElement[bool] | None:
    """Different names narrow, the same name twice widens. Raises UnknownFilter."""
    given: dict[str, list[str]] = {}
    for item in filters:
        name, _, value = item.partition("=")
        if name not in FILTERS:
            raise UnknownFilter(name)
        given.setdefault(name, []).append(value)
    return and_(*(FILTERS[name](sight, values) for name, values in given.items())) if given else None


def _unread(sight: Sight, _: list[str]) -> ColumnElement[bool]:
    newest = T.c.last_pos if sight.staff or sight.admin else T.c.public_pos
    mark = select(READ_MARK.c.pos).where(READ_MARK.c.person == sight.person, READ_MARK.c.ticket == T.c.id)
    pos = mark.correlate(T).scalar_subquery()
    not_mine = or_(T.c.last_author.is_(None), T.c.last_author != sight.person)
    return and_(not_mine, or_(newest > pos, and_(pos.is_(None), T.c.kind.in_(OPEN))))


def _state_kind(_: Sight, values: list[str]) -> ColumnElement[bool]:
    kinds = [k for k in StateKind if k in values or ("open" in values and k.open)]
    return T.c.kind.in_(kinds)


def _priority(_: Sight, values: list[str]) -> ColumnElement[bool]:
    return T.c.priority.in_([Priority(value) for value in values if value in list(Priority)])


def _named(kind: str, column: ColumnElement[str | None]) -> Where:
    """By id or by name, so that a person may write either."""

    def where(_: Sight, values: list[str]) -> ColumnElement[bool]:
        table = TABLES[kind]
        return column.in_(select(table.c.id).where(table.c.name.in_(values)))

    return where


def _handler(sight: Sight, values: list[str]) -> ColumnElement[bool]:
    person = TABLES["person"]
    names = [value for value in values if value not in ("me", "nobody")]
    wanted: list[ColumnElement[bool]] = []
    if names:
        wanted.append(T.c.handler.in_(select(person.c.id).where(person.c.user_name.in_(names))))
    if "me" in values:
        wanted.append(T.c.handler == sight.person)
    if "nobody" in values:
        wanted.append(T.c.handler.is_(None))
    return or_(*wanted)


def _requester(_: Sight, values: list[str]) -> ColumnElement[bool]:
    person = TABLES["person"]
    return T.c.requester.in_(select(person.c.id).where(person.c.user_name.in_(values)))


def _tag(_: Sight, values: list[str]) -> ColumnElement[bool]:
    word = func.json_each(T.c.tags).table_valued("value", name="word")
    return exists(select(1).select_from(word).where(T.c.tags != "", word.c.value.in_(values)))


def _text(_: Sight, values: list[str]) -> ColumnElement[bool]:
    """Text in number or title (GU-25); `%` and `_` stand for themselves."""
    places = (T.c.number, T.c.subject)
    return and_(*(or_(*(place.icontains(value, autoescape=True) for place in places)) for value in values))


FILTERS: dict[str, Where] = {
    "unread": _unread,
    "waiting": lambda _sight, _values: T.c.kind.in_(WAITS),
    "state_kind": _state_kind,
    "state": lambda _, values: T.c.state.in_(values),
    "type": _named("ticket_type", T.c.type),
    "service": _named("service", T.c.service),
    "domain": _named("domain", T.c.domain),
    "source": lambda _, values: T.c.source.in_(values),
    "priority": _priority,
    "channel": lambda _, values: T.c.channel.in_(values),
    "handler": _handler,
    "requester": _requester,
    "tag": _tag,
    "has_files": lambda _sight, _values: T.c.has_files,
    "text": _text,
}
