"""Which of this computer's other desks to go on at."""

import pkgutil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.list_box import ListBox
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.words.outbox import Waiting

if TYPE_CHECKING:  # with it comes the network, which no window needs before it is asked for
    from agentdesk.desk.elsewhere import OtherDesk

_DeskRole = Qt.ItemDataRole.UserRole


class SwitchDeskDialog(DialogFrame):
    wanted = Signal(object)
    """The OtherDesk."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "switch_desk", "", parent=parent)
        self.set_title(self.tr("Go to another desk"))
        self.set_main(self.tr("Open"), harmless=True)
        self.main.setEnabled(False)
        self._desks = ListBox(icons, "switch_desk_list", self.tr("Desks on this computer"))
        self._desks.setMinimumHeight(icons.theme.em(8))
        self._desks.itemDoubleClicked.connect(lambda _: self.submit())
        self._field = self.add_field(self.tr("&Desks on this computer"), self._desks)
        self.add_text(self.tr("What waits here stays here, and is sent when you are back."))
        self._desks.setFocus()
        self.finished.connect(self.deleteLater)
        look = pkgutil.resolve_name("agentdesk.desk.elsewhere:other_desks")
        here, shown = context.desk.directory, if_alive(self, self._show)
        context.desk.job(lambda: look(here), shown, lambda _: shown(()))

    def submit(self) -> None:
        item = self._desks.currentItem()
        if item is not None:
            self.accept()
            self.wanted.emit(item.data(_DeskRole))

    def _show(self, desks: "tuple[OtherDesk, ...]") -> None:
        for desk in desks:
            QListWidgetItem(self._line(desk), self._desks).setData(_DeskRole, desk)
        self._desks.setCurrentRow(0)
        self.main.setEnabled(bool(desks))
        if not desks:
            self._field.hide()
            self.add_info(self.tr("There is no other one. Connect to a server, and a desk for that is made."))
            self.fit()

    def _line(self, desk: "OtherDesk") -> str:
        title = desk.title or desk.directory.name
        if not desk.server:
            return self.tr("{desk}, on this computer only").format(desk=title)
        host = desk.server.partition("://")[2]
        line = self.tr("{desk}, {person} at {server}").format(desk=title, person=desk.user_name, server=host)
        return f"{line} · {Waiting().changes(desk.waiting)}" if desk.waiting else line
