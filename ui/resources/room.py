"""The place where the inventory is looked at, as the window takes it in."""

from PySide6.QtCore import QObject

from ui.actions import Actions
from ui.context import RESOURCES, Context, Place
from ui.icons import Icons
from ui.resources.detail import OwnerPane
from ui.resources.view import OwnersPane


class ResourcesRoom(QObject):
    whole = False

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._context = context
        self.list = self.pane = OwnersPane(context, icons)
        self.detail = self.owner = OwnerPane(context, icons)
        self.pane.chosen.connect(self.owner.show_owner)
        self.pane.entered.connect(self.owner.focus_pane)
        context.place_changed.connect(self._on_place)

    def focus_list(self) -> None:
        self.pane.list.setFocus()

    def focus_detail(self) -> None:
        self.owner.focus_pane()

    def end(self) -> None:
        self.pane.end()
        self.owner.end()

    def _on_place(self, place: Place) -> None:
        """Nothing is asked of the desk while nobody looks."""
        if place.queue != RESOURCES:
            self.owner.end()
        elif self.pane.list.currentIndex().isValid():
            self.owner.show_owner(self.pane.chosen_owner())
