"""What an empty pane shows: an icon, what it means and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.plain_label import IconLabel, text_label


class EmptyState(QWidget):
    """`large` in a wide pane. Without words for the action there is no button."""

    acted = Signal()

    def __init__(self, icons: Icons, icon: str, *, name: str, large: bool = False) -> None:
        super().__init__()
        theme = icons.theme
        self.setObjectName(name)
        self.icon = IconLabel(icons, icon, color="control", size=40 if large else 36)
        self.title = text_label(theme, role="dialog_title" if large else "strong", weight=600)
        self.sentence = text_label(theme, role="body" if large else "small", color="text2")
        self.button = Button(icons, name=f"{name}_action", kind="small")
        self.button.clicked.connect(self.acted)
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(6))
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.show_words("", "")

    def show_words(self, title: str, sentence: str, action: str = "", *, icon: str = "") -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(f"{title}. {sentence}".strip(". "))
        if icon:
            self.icon.set_icon(icon, "control")
