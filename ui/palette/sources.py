"""Where the rows of the palette come from: actions, places, and what the desk finds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.request_work import RequestSearch, Word
from agentdesk.desk.queries.requests import RequestIdByName, RequestRow, RequestRows
from agentdesk.desk.queries.rows import PersonRow, SearchResult, TicketRow
from agentdesk.desk.queries.search import Search
from agentdesk.desk.queries.tickets import Listing, TicketIdByName, TicketIds, TicketRows, TicketRowsById
from agentdesk.domain.values import Id, ProcessKind
from ui import words
from ui.actions import TABLE, Actions, ActionSpec
from ui.actions.keys import shown
from ui.context import Context, Place, Sought, holds_requests
from ui.palette.model import Item

PAUSE = 120
"""Milliseconds after the last letter before the desk is asked."""
MOST_FOUND, MOST_PEOPLE = 8, 5
SCANNED = 50_000
"""So many tickets are still looked through by title; of more only the index is asked."""
_SECTIONS = {"support": "support", "approvals": "approvals", "resources": "approvals", "admin": "admin"}
_OF_NOTHING = ("set_delegate",)
"""Of the menu of approval, what needs no request."""
_NOT_HERE = frozenset({"palette", "cut", "copy", "paste", "select_all", "redo", "select_ticket", "search", "find"})


class Doings(QObject):
    """What can be done with the ticket, and in the window."""

    def __init__(self, context: Context, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._actions = context, actions

    def of_ticket(self) -> list[Item]:
        detail, several = self._context.detail, len(self._context.selection)
        about = detail.row.number if detail and several == 1 else self.tr("%n ticket(s)", "", several)
        return [self._item(spec, about) for spec in self._visible("ticket")] if several else []

    def of_request(self) -> list[Item]:
        """With the request that is shown, or with those that are chosen."""
        request, several = self._context.request, len(self._context.requests)
        if not several or not holds_requests(self._context.place.queue):
            return []
        about = request.row.number if request and several == 1 else self.tr("%n request(s)", "", several)
        return [self._item(spec, about) for spec in self._visible("approval") if spec.id not in _OF_NOTHING]

    def of_window(self) -> list[Item]:
        menus = ("file", "edit", "view", "help")
        inside = [spec for menu in menus for spec in self._visible(menu)]
        return [self._item(spec, "") for spec in (*inside, *filter(_concerns_nothing, self._visible("approval")))]

    def _visible(self, menu: str) -> list[ActionSpec]:
        inside = (spec for spec in TABLE if spec.menu.partition("/")[0] == menu and spec.id not in _NOT_HERE)
        return [spec for spec in inside if self._actions[spec.id].isVisible()]

    def _item(self, spec: ActionSpec, about: str) -> Item:
        action = self._actions[spec.id]
        title = action.text().replace("&", "")
        if spec.menu == "ticket/priority":
            title = self.tr("Priority › {priority}").format(priority=title)
        reason = "" if action.isEnabled() else action.toolTip()
        detail = self.tr("Not possible: {reason}").format(reason=reason) if reason and reason != title else about
        keys = tuple(shown(spec.keys[0])) if spec.keys else ()
        return Item(
            action.objectName(), title, detail, spec.icon or "command", keys, action.isEnabled(), action.trigger
        )


class Places(QObject):
    """Where one can go."""

    def __init__(self, context: Context, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._actions = context, actions

    def items(self) -> list[Item]:
        return [self._item(number, name, place) for number, (name, place) in enumerate(self._actions.places, 1)]

    def _item(self, number: int, name: str, place: Place) -> Item:
        requests = holds_requests(place.queue)
        section = words.section("views" if place.view else _SECTIONS.get(place.queue.partition(".")[0], "attention"))
        title = self.tr("{section} › {place}").format(section=section, place=name)
        count = None if place.view else self._context.counts.get(place.queue)
        told = self.tr("%n request(s)", "", count or 0) if requests else self.tr("%n ticket(s)", "", count or 0)
        detail = "" if count is None else told
        keys = tuple(shown(f"Ctrl+{number}")) if number < 10 else ()
        key = f"view.{place.view}" if place.view else place.queue
        icon = "saved-view" if place.view else "list"
        return Item(key, title, detail, icon, keys, run=partial(self._context.set_place, place))


class Finds(QObject):
    """Asks the desk for tickets and people, a moment after the last letter."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._desk = context, context.desk
        self._wanted = ""
        self._tickets: dict[Id, TicketRow] = {}
        self._hits: dict[Id, Sought] = {}
        self.unindexed = 0
        """Messages that cannot be found yet."""
        self._people: tuple[PersonRow, ...] = ()
        self._requests: tuple[RequestRow, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)

    def look_for(self, text: str) -> None:
        if text == self._wanted:
            return
        self._wanted = text
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._tickets, self._people, self._requests = {}, (), ()

    def tickets(self) -> list[Item]:
        return [self._ticket(row) for row in list(self._tickets.values())[:MOST_FOUND]]

    def requests(self) -> list[Item]:
        return [self._request(row) for row in self._requests]

    def people(self) -> list[Item]:
        return [self._person(person) for person in self._people]

    def _ask(self) -> None:
        wanted = self._wanted
        self._tickets, self._people, self._hits, self._requests = {}, (), {}, ()
        self.changed.emit()
        self._desk.ask(TicketIdByName(wanted.upper()), self._if_current(wanted, self._on_named))
        if self._scans(wanted):
            queue = self._widest_queue()
            self._desk.ask(TicketIds(queue, (f"text={wanted}",)), self._if_current(wanted, self._on_titles))
        self._desk.ask(Search(wanted, limit=MOST_FOUND), self._if_current(wanted, self._on_found))
        self._desk.ask(People(wanted, limit=MOST_PEOPLE), self._if_current(wanted, self._on_people))
        if self._context.approvals.inboxes:
            sought = RequestSearch(tuple(map(_word, wanted.split())), MOST_FOUND)
            self._desk.ask(sought, self._if_current(wanted, self._on_requests))
            self._desk.ask(RequestIdByName(wanted.upper()), self._if_current(wanted, self._on_named_request))

    def _if_current(self, wanted: str, deliver: Callable[..., None]) -> Callable[..., None]:
        """What comes after more was typed is old."""
        return lambda result: deliver(result) if wanted == self._wanted else None

    def _scans(self, wanted: str) -> bool:
        """The index knows words from their third letter on; numbers and shorter pieces need a look at the titles."""
        few = self._context.counts.get(self._widest_queue(), 0) < SCANNED
        return bool(self._widest_queue()) and few and (len(wanted) < 3 or any(sign.isdigit() for sign in wanted))

    def _widest_queue(self) -> str:
        queues = self._context.whoami.queues if self._context.whoami else ()
        return "support.all" if "support.all" in queues else next(iter(queues), "")

    def _on_named(self, ticket: Id | None) -> None:
        if ticket is not None:
            self._desk.ask(TicketRowsById((ticket,)), self._if_current(self._wanted, self._add))

    def _on_titles(self, listing: Listing) -> None:
        wanted = tuple(listing.ids[:MOST_FOUND])
        self._desk.ask(
            TicketRows(wanted), self._if_current(self._wanted, lambda rows: self._add_in_order(wanted, rows))
        )

    def _add_in_order(self, wanted: tuple[int, ...], rows: dict[int, TicketRow]) -> None:
        self._add({rows[n].id: rows[n] for n in wanted if n in rows})

    def _on_found(self, result: SearchResult) -> None:
        self.unindexed = result.unindexed
        self._hits = {hit.row.id: Sought(result.query, hit.row.id, hit.message) for hit in result.hits}
        self._add({hit.row.id: hit.row for hit in result.hits})

    def _on_people(self, people: tuple[PersonRow, ...]) -> None:
        self._people = people
        self.changed.emit()

    def _on_named_request(self, request: Id | None) -> None:
        """However old it is."""
        if request is not None and request not in {row.id for row in self._requests}:
            self._desk.ask(RequestRows((request,)), self._if_current(self._wanted, self._on_more_requests))

    def _on_more_requests(self, rows: tuple[RequestRow, ...]) -> None:
        self._on_requests((*rows, *self._requests))

    def _on_requests(self, requests: tuple[RequestRow, ...]) -> None:
        self._requests = requests
        self.changed.emit()

    def _add(self, rows: dict[Id, TicketRow]) -> None:
        self._tickets |= rows
        self.changed.emit()

    def _ticket(self, row: TicketRow) -> Item:
        title = self.tr("{number} {subject}").format(number=row.number, subject=words.subject_line(row))
        detail = self.tr("{state}, {person}").format(state=words.state(row.labels), person=row.requester_name)
        return Item(row.id, title, detail, "ticket", run=partial(self._open, row.id, self._hits.get(row.id)))

    def _open(self, ticket: Id, hit: Sought | None) -> None:
        self._context.set_sought(hit)
        self._context.set_selection((ticket,))

    def _request(self, row: RequestRow) -> Item:
        title = self.tr("{number} {subject}").format(number=row.number, subject=words.request_title(row))
        state = words.request_state_words(request_state(row))
        detail = self.tr("{state}, {person}").format(state=state, person=row.applicant.name)
        return Item(row.id, title.strip(), detail, "approval", run=partial(self._context.want_request, row.id))

    def _person(self, person: PersonRow) -> Item:
        place = Place(self._widest_queue(), (f"requester={person.user_name}",))
        detail = person.organisation or person.email
        return Item(person.id, person.name, detail, "person", run=partial(self._context.set_place, place))


def _concerns_nothing(spec: ActionSpec) -> bool:
    return spec.id in _OF_NOTHING


def _word(text: str) -> Word:
    """What kinds are called only the window knows."""
    kinds = (kind for kind in ProcessKind if text.casefold() in words.request_kind(kind).casefold())
    return Word(text, tuple(kinds))
