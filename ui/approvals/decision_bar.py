"""The bar at the foot of a request: whose decision it is, what happens next, and the buttons for it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.domain.action import Action
from ui import words
from ui.actions import Actions
from ui.context import Context
from ui.icons import Icons
from ui.widgets.buttons import Button, Kind
from ui.widgets.plain_label import text_label

# command: (object name, icon, kind), from left to right
DECIDING: dict[str, tuple[str, str, Kind]] = {
    "transfer_stage": ("action_hand_on", "forward", "ghost"),
    "reject_stage": ("action_reject", "close", "refuse"),
    "pass_stage": ("action_pass", "check", "success"),
}
APPLYING: dict[str, tuple[str, str, Kind]] = {
    "undo_request": ("action_withdraw", "undo", "ghost"),
    "modify_request": ("action_modify", "edit", "ghost"),
    "retry_execution": ("action_retry", "refresh", "primary"),
}
_ROOM = 22
"""What the words need beside the buttons, in em."""


class DecisionBar(QWidget):
    """Not there where nothing can be done and nothing has to be said."""

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._context, self._icons = context, icons
        theme, px = icons.theme, icons.theme.px
        self.setObjectName("decision_bar")
        self.head = text_label(theme, role="strong")
        self.head.setObjectName("decision_head")
        self.next = text_label(theme, role="small", color="text2")
        self.next.setObjectName("decision_next")
        self._buttons = {
            command: self._made(actions, command, *look) for command, look in {**APPLYING, **DECIDING}.items()
        }
        said = QVBoxLayout()
        said.setSpacing(px(2))
        said.addWidget(self.head)
        said.addWidget(self.next)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        for button in self._buttons.values():
            buttons.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(px(20), px(12), px(16), px(12))
        self._box.setSpacing(px(8))
        self._box.addLayout(said, 1)
        self._box.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where there is little room the buttons have a line of their own."""
        shown = [button.sizeHint().width() for button in self._buttons.values() if not button.isHidden()]
        margins = self._box.contentsMargins()
        taken = sum(shown) + len(shown) * self._box.spacing() + margins.left() + margins.right()
        narrow = bool(shown) and self.width() - taken < self._icons.theme.em(_ROOM)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)

    def show_detail(self, detail: RequestDetail) -> None:
        offered = {action.command: action for action in detail.actions}
        free = () if detail.row.submitted else tuple(name for name, action in offered.items() if action.enabled)
        deciding, asking = [name for name in DECIDING if name in free], [name for name in APPLYING if name in free]
        for command, button in self._buttons.items():
            button.setVisible(command in (deciding or asking))
        self._arrange()
        head, next_ = self._said(detail, offered, deciding=bool(deciding), asking=bool(asking))
        self.head.setText(head)
        self.next.setText(next_)
        self.next.setVisible(bool(next_))
        self.setAccessibleName(f"{head}. {next_}".strip(". "))
        self.setVisible(bool(head))

    def buttons(self) -> Sequence[Button]:
        return tuple(self._buttons.values())

    def _said(
        self, detail: RequestDetail, offered: dict[str, Action], *, deciding: bool, asking: bool
    ) -> tuple[str, str]:
        if detail.row.submitted:
            return self.tr("To be submitted"), words.decided_later()
        if deciding:
            later = "" if self._context.reached else words.decided_later()
            head = words.decision_head(detail, self._context.desk.person)
            return head, " ".join(filter(None, (words.after_pass(detail), later)))
        if asking:
            return self.tr("Your request"), self._of_applicant(detail)
        refused = offered.get("pass_stage")
        if refused is not None and detail.row.request.state.incomplete:
            decided = words.after_mine(detail) if refused.reason == "already-decided" else ""
            return decided or words.refusal(refused.reason), ""
        return "", ""

    def _of_applicant(self, detail: RequestDetail) -> str:
        if detail.row.request.failure:
            return self.tr("The operation failed; its approval still holds.")
        return self.tr("As long as it is not carried out you can withdraw it.")

    def _made(self, actions: Actions, command: str, name: str, icon: str, kind: Kind) -> Button:
        button = Button(self._icons, "", icon, name=name, kind=kind)
        button.bind(actions[command])
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.fillRect(QRectF(self.rect()), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("border"))
        painter.end()
