"""What stands in place of the reply box when nothing can be written: why not, and what can be done instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.action import Action
from agentdesk.domain.values import StateKind
from ui import words
from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.plain_label import IconLabel, Themed, paint_box, text_label

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button: the command or deed it stands for."""

    does: str
    text: str
    icon: str
    main: bool = False


def why_locked(detail: TicketDetail, actions: dict[str, Action]) -> str:
    """One sentence on why no reply is possible, one on what is."""
    reply, note = actions.get("reply"), _enabled(actions, "add_note")
    if _enabled(actions, "handle_ticket"):
        first = translate("Locked", "You can reply after you handle the ticket.")
    elif detail.row.kind == StateKind.DONE:
        first = translate("Locked", "This ticket is closed. It takes no more messages.")
    elif detail.row.kind == StateKind.CANCELLED:
        first = translate("Locked", "This ticket was cancelled. It takes no more messages.")
    elif detail.staff and detail.row.kind == StateKind.WAITING_CONFIRMATION:
        first = translate("Locked", "The requester was asked whether it is solved. You can reply after the answer.")
    elif reply is not None and reply.reason == "no-email-thread":
        first = translate(
            "Locked", "There is no e-mail thread to answer in. Copy the number and quote it when you write again."
        )
    elif reply is not None:
        first = words.refusal(reply.reason)
    else:
        first = translate("Locked", "You can read this ticket, but its requester and support write in it.")
    second = translate("Locked", "Internal notes are possible now.")
    return f"{first} {second}" if note else first


def ways_out(detail: TicketDetail, actions: dict[str, Action]) -> list[WayOut]:
    ways: list[WayOut] = []
    if _enabled(actions, "add_note"):
        ways.append(WayOut("note", translate("Locked", "Add note"), "note"))
    if _enabled(actions, "handle_ticket"):
        ways.append(WayOut("handle_ticket", translate("Locked", "Handle"), "handle", main=True))
    if not ways:
        ways.append(WayOut("copy", translate("Locked", "Copy number"), "copy"))
    if _enabled(actions, "follow_up_ticket"):
        ways.append(WayOut("follow_up_ticket", translate("Locked", "New ticket from this…"), "add"))
    return ways


class LockedBox(QWidget, Themed):
    def __init__(self, icons: Icons, do: Callable[[str], None]) -> None:
        super().__init__()
        self._icons, self._do = icons, do
        self._ways: list[WayOut] = []
        self._buttons: list[Button] = []
        theme = icons.theme
        self.setObjectName("composer_locked")
        self.sentence = text_label(theme, role="small", color="text2")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(14), theme.px(10), theme.px(10), theme.px(10))
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(IconLabel(icons, "note", color="text2"))
        self._row.addSpacing(theme.px(4))
        self._row.addWidget(self.sentence, 1)
        self.follow(theme)

    def show_reason(self, sentence: str, ways: Sequence[WayOut]) -> None:
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        if list(ways) == self._ways:
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways = list(ways)
        self._buttons = [self._button(way) for way in ways]
        for button in self._buttons:
            self._row.addWidget(button)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        paint_box(painter, QRectF(self.rect()), theme.color("sunken"), theme.color("border"), radius=theme.px(8))
        painter.end()

    def _button(self, way: WayOut) -> Button:
        name = f"composer_locked_{way.does.partition('_')[0]}"
        button = Button(self._icons, way.text, way.icon, name=name, kind="primary" if way.main else "ghost")
        button.clicked.connect(lambda: self._do(way.does))
        return button


def _enabled(actions: dict[str, Action], command: str) -> bool:
    action = actions.get(command)
    return action is not None and action.enabled
