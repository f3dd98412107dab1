"""What was just done, in a dark strip with Undo; the words come when the desk says which ticket it was."""

from functools import partial

from PySide6.QtCore import QObject

from agentdesk.desk.queries.rows import TicketRow
from agentdesk.desk.queries.tickets import TicketRowsById
from agentdesk.domain.commands import Command, CompleteTicket, name_of
from agentdesk.domain.values import Id, StateKind
from ui import words
from ui.actions import Actions
from ui.context import Context
from ui.frame.bell import Bell, Notice
from ui.widgets.toast import LONGEST_PAUSE, ToastStack, ToastWords

_WITHOUT_NEWS = frozenset({"save_view", "save_canned_reply", "handle_ticket"})
"""What shows by itself needs no toast (ui.md §2, 12)."""


class Toasts(QObject):
    """Listens to the context; the stack only draws."""

    def __init__(self, context: Context, actions: Actions, stack: ToastStack, bell: Bell) -> None:
        super().__init__(stack)
        self._context, self._actions, self._stack, self._bell = context, actions, stack, bell
        self._by_key: dict[str, tuple[Id, ...]] = {}
        context.held.connect(self._on_held)
        context.given.connect(self._on_given)
        context.undone.connect(self._on_undone)
        context.settled.connect(self._dismiss_all)
        context.held_changed.connect(self._dismiss_ended)
        stack.undone.connect(self._undo)
        stack.paused.connect(lambda key: context.hold_for(self._by_key.get(key, ()), LONGEST_PAUSE))
        stack.resumed.connect(self._resume)
        bell.undo_wanted.connect(context.undo)

    def _on_held(self, ids: tuple[Id, ...], commands: tuple[Command, ...]) -> None:
        self._tell(commands, ids)

    def _on_given(self, commands: tuple[Command, ...]) -> None:
        if commands and name_of(type(commands[-1])) not in _WITHOUT_NEWS:
            self._tell(commands, ())

    def _on_undone(self, command: Command | None) -> None:
        """The composer has the words again; the bell keeps that it happened."""
        if command is not None:
            text = words.undone(name_of(type(command)), "")
            self._bell.add(Notice(text.strip(), "undo", self._context.desk.clock.now()))

    def _tell(self, commands: tuple[Command, ...], ids: tuple[Id, ...]) -> None:
        tickets = tuple(str(command.ticket) for command in commands if hasattr(command, "ticket"))
        if not tickets:
            return
        show = partial(self._show, commands, ids, tickets[-1])
        self._context.desk.ask(TicketRowsById(tickets[-1:]), show, patient=True)  # first the list shows what was done

    def _show(self, commands: tuple[Command, ...], ids: tuple[Id, ...], ticket: Id, rows: dict[Id, TicketRow]) -> None:
        row, command = rows.get(ticket), name_of(type(commands[-1]))
        held = next((held for held in self._context.held_now if held.ids == ids), None)
        several = len({getattr(one, "ticket", "") for one in commands})
        number = (row.number or row.subject) if row else ""
        to = row.handler_name if row and getattr(commands[-1], "to", None) else ""
        asked = isinstance(commands[-1], CompleteTicket) and bool(row and row.kind is StateKind.WAITING_CONFIRMATION)
        text = words.done(command, several, number=number, to=to, asked=asked)
        icon = self._actions.spec(command).icon if command in self._actions else "check"
        left = max(0, held.until - self._context.desk.clock.now()) if held else 0
        key = ids[0] if ids else f"{command} {ticket}"
        self._by_key[key] = ids
        self._bell.add(Notice(text, icon, self._context.desk.clock.now(), ids))
        self._stack.show_toast(ToastWords(key, text, icon, left))

    def _undo(self, key: str) -> None:
        self._context.undo(self._by_key.pop(key, ()))

    def _resume(self, key: str) -> None:
        left = next((toast.left for toast in self._stack.toasts() if toast.words.key == key), 0)
        self._context.hold_for(self._by_key.get(key, ()), left)

    def _dismiss_ended(self) -> None:
        """What can no longer be taken back, or was taken back by the menu, offers no Undo."""
        left = {held.ids for held in self._context.held_now}
        for toast in self._stack.toasts():
            ids = self._by_key.get(toast.words.key, ())
            if toast.words.hold and ids not in left:
                self._stack.dismiss(toast.words.key)

    def _dismiss_all(self) -> None:
        for toast in self._stack.toasts():
            if toast.words.hold:
                self._stack.dismiss(toast.words.key)
