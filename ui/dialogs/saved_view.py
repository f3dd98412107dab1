"""Keeping what a list shows under a name of one's own."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import Refusal, ViewRow
from agentdesk.domain.commands import Command, SaveView
from ui.context import Context
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.inputs import Combo, line_input

LONGEST_NAME = 60
_ICONS = ("flag", "clock", "key", "tag", "phone", "star", "ticket", "people")


class SavedViewDialog(Ask):
    """Without `view` what the list shows becomes a new one; with it that one gets another name or icon."""

    def __init__(
        self, context: Context, icons: Icons, parent: QWidget | None = None, *, view: ViewRow | None = None
    ) -> None:
        super().__init__(context, icons, "saved_view", parent)
        self._view = view
        title = self.tr("Change “{name}”").format(name=view.name) if view else self.tr("Save as view")
        self.present(title, self.tr("Save view"), "saved-view")
        self._name = line_input("saved_view_name", "")
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setText(view.name if view else "")
        self.ask_for("name", self.tr("&Name"), self._name)
        self._icon = Combo(icons, self._icon_choices(), name="saved_view_icon", words="")
        self._icon.set_value(view.icon if view else "flag")
        self.ask_for("icon", self.tr("&Icon"), self._icon)
        if view is None:
            self.add_info(self.tr("It keeps the queue and its filters; the tickets in it change as they do."))
        self.start_with(self._name)

    def missing(self) -> Iterator[Refusal]:
        if not self._name.text().strip():
            yield Refusal(code="name-required", data={})

    def commands(self) -> tuple[Command, ...]:
        view, place = self._view, self.context.place
        return (
            SaveView(
                view=view.id if view else self.context.desk.clock.new_id(),
                name=self._name.text().strip(),
                queue=view.queue if view else place.queue,
                filters=view.filters if view else place.filters,
                icon=self._icon.value(),
                order=view.order if view else 0,
            ),
        )

    def _icon_choices(self) -> list[tuple[str, str]]:
        words = (
            self.tr("Flag"), self.tr("Clock"), self.tr("Key"), self.tr("Tag"), self.tr("Phone"), self.tr("Star"),
            self.tr("Ticket"), self.tr("People"),
        )  # fmt: skip
        return list(zip(_ICONS, words, strict=True))
