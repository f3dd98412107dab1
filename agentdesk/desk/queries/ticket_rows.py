"""Pages of a ticket list: one statement for what a row shows, and few objects on the way."""

from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import Text, bindparam, func, select

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.rows import TicketRow
from agentdesk.domain.values import StateKind
from agentdesk.records.visibility import Sight, visible
from agentdesk.store.outbox import DONE
from agentdesk.store.prepared import Prepared
from agentdesk.store.schema import OUTBOX, READ_MARK, RETURNED, TABLES

_T, _LINK, _LINKED = TABLES["ticket"], TABLES["participant"], TABLES["person"].alias("linked")
_REQUESTER, _HANDLER = TABLES["person"].alias("requester"), TABLES["person"].alias("handler")
_TYPE, _SERVICE, _DOMAIN = TABLES["ticket_type"], TABLES["service"], TABLES["domain"]
_USERS = (
    select(_LINKED.c.user_name)
    .join(_LINK, _LINK.c.person == _LINKED.c.id)
    .where(_LINK.c.ticket == _T.c.id, _LINK.c.active)
    .order_by(_LINKED.c.user_name)
    .correlate(_T)
    .subquery()
)
_ROWS = (
    select(
        _T.c.n, _T.c.id, _T.c.number, _T.c.subject, _T.c.source, _T.c.state, _T.c.kind, _T.c.priority, _T.c.channel,
        _T.c.created, _T.c.last_activity, _T.c.state_since, _T.c.has_files, _T.c.requester, _T.c.handler,
        _T.c.last_pos, _T.c.public_pos, (_T.c.last_author == bindparam("reader")).label("own"),
        READ_MARK.c.pos.label("mark"),
        _REQUESTER.c.name.label("requester_name"), _REQUESTER.c.user_name.label("requester_user"),
        _HANDLER.c.name.label("handler_name"), _HANDLER.c.user_name.label("handler_user"),
        _TYPE.c.name.label("type"), _SERVICE.c.name.label("service"), _DOMAIN.c.name.label("domain"),
        select(func.group_concat(_USERS.c.user_name, ", ")).scalar_subquery().label("users"),
    )
    .outerjoin(_REQUESTER, _REQUESTER.c.id == _T.c.requester)
    .outerjoin(_HANDLER, _HANDLER.c.id == _T.c.handler)
    .outerjoin(_TYPE, _TYPE.c.id == _T.c.type)
    .outerjoin(_SERVICE, _SERVICE.c.id == _T.c.service)
    .outerjoin(_DOMAIN, _DOMAIN.c.id == _T.c.domain)
    .outerjoin(READ_MARK, (READ_MARK.c.ticket == _T.c.id) & (READ_MARK.c.person == bindparam("reader")))
)  # fmt: skip


# Kept by what a person sees: building these takes longer than running them.
@lru_cache(maxsize=16)
def by_number(sight: Sight) -> Prepared:
    """`wanted` are numbers as a JSON list: one parameter, whatever the length of a page."""
    numbers = func.json_each(bindparam("wanted", type_=Text)).table_valued("value")
    return Prepared(_ROWS.where(_T.c.n.in_(select(numbers.c.value)), visible(sight, _T, _LINK)))


@lru_cache(maxsize=16)
def by_id(sight: Sight) -> Prepared:
    return Prepared(_ROWS.where(_T.c.id.in_(bindparam("wanted", expanding=True)), visible(sight, _T, _LINK)))


def ticket_rows(view: View, chosen: Prepared, wanted: object) -> Iterator[TicketRow]:
    """The rows in no order."""
    pending = {root for (root,) in _PENDING.rows(view.connection)}
    returned = {root for (root,) in _RETURNED.rows(view.connection, reader=view.person)}
    labels, sight, me = view.labels, view.sight, view.person
    for (
        n, id, number, subject, source, state, kind, priority, channel, created, last_activity, state_since, has_files,
        requester, handler, last_pos, public_pos, own, mark, requester_name, requester_user, handler_name,
        handler_user, type_, service, domain, users,
    ) in chosen.rows(view.connection, wanted=wanted, reader=me):  # fmt: skip
        newest = last_pos if sight.admin or source in sight.sources else public_pos
        yield TicketRow(
            n=n, id=id, number=number, subject=subject, source=source, state=state, kind=kind,
            labels=labels[source, state], priority=priority, type=type_ or "", service=service or "",
            requester=requester, requester_name=requester_name or "", requester_user=requester_user or "",
            handler=handler, handler_name=handler_name or "", handler_user=handler_user or "", domain=domain or "",
            channel=channel, created=created, last_activity=last_activity,
            waiting_since=state_since if kind in _WAITING else None,
            unread=not own and (kind in _OPEN if mark is None else newest > mark), has_files=has_files,
            pending=id in pending, returned=id in returned,
            users=f"{requester_user or ''}, {users}" if users else requester_user or "",
        )  # fmt: skip


_OPEN = frozenset(kind for kind in StateKind if kind.open)
_WAITING = frozenset(kind for kind in StateKind if kind.waits_for_staff)
_PENDING = Prepared(select(OUTBOX.c.root).where(OUTBOX.c.state != DONE))
_RETURNED = Prepared(select(RETURNED.c.root).where(RETURNED.c.person == bindparam("reader")))
