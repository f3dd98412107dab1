"""Giving a ticket another type or service of its source (RS-11)."""

from PySide6.QtWidgets import QWidget

from agentdesk.domain.commands import Command, MoveTicket
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.dialogs.type_block import shown_name
from ui.icons import Icons
from ui.widgets.inputs import Combo


class MoveDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "move", parent)
        count = len(self.tickets)
        title = self.titled(self.tr("Move {number}"), self.tr("Move %n ticket(s)", "", count))
        self.present(title, self.tr("Move ticket") if count == 1 else self.tr("Move tickets"), "move")
        self._type = self._choice("type", self.tr("&Type"), self._types())
        self._service = self._choice("service", self.tr("&Service"), self._services())
        self._before = (self._type.value(), self._service.value())
        self.start_with(self._type if self._type.count() else self._service)

    def submit(self) -> None:
        if (self._type.value(), self._service.value()) == self._before:
            self.show_error(self.tr("Choose another type or service first."))
            return
        super().submit()

    def commands(self) -> tuple[Command, ...]:
        type_, service = self._changed(self._type, 0), self._changed(self._service, 1)
        return tuple(MoveTicket(ticket=ticket, type=type_, service=service) for ticket in self.tickets)

    def _changed(self, combo: Combo, place: int) -> Id | None:
        return combo.value() if combo.value() != self._before[place] else None

    def _choice(self, key: str, label: str, choices: list[tuple[Id, str, bool]]) -> Combo:
        combo = Combo(self.icons, [(id, words) for id, words, _ in choices], name=f"move_{key}", words="")
        combo.setPlaceholderText(self.tr("None"))
        combo.setCurrentIndex(-1)
        for id, _, current in choices:
            if current and len(self.tickets) == 1:
                combo.set_value(id)
        field = self.ask_for(key, label, combo)
        field.setVisible(bool(choices))
        return combo

    def _types(self) -> list[tuple[Id, str, bool]]:
        """Id, words, and whether the ticket is there already."""
        row, setup = self.detail.row, self.context.setup
        found = [kind for kind in setup.types if kind.source == row.source] if setup else []
        return [(kind.id, shown_name(kind), kind.name == row.type) for kind in found]

    def _services(self) -> list[tuple[Id, str, bool]]:
        row, setup = self.detail.row, self.context.setup
        found = [service for service in setup.services if service.source == row.source] if setup else []
        return [(service.id, service.name, service.name == row.service) for service in found]
