"""What stands over a process and below it: its name and state, its tabs, and what saving does."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.processes import ProcessDetail
from ui import words
from ui.icons import Icons
from ui.processes.model import chip_of
from ui.widgets.buttons import SegmentedTabs, ghost_button, primary_button
from ui.widgets.chip import StateChip
from ui.widgets.plain_label import ElidedLabel, IconLabel, plain_label, text_label
from ui.words import processes

TABS = ("chain", "details", "log")


class ProcessHead(QWidget):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        theme, px = icons.theme, icons.theme.px
        self.setObjectName("process_header")
        self.title = plain_label(theme, role="ticket_title")
        self.title.setObjectName("process_title")
        self.chip = StateChip(icons)
        self.chip.setObjectName("process_chip")
        self.state = ghost_button(icons, "", name="process_disable")
        self.tabs = SegmentedTabs(icons, name="process_tabs")
        self._tabs = {key: self.tabs.add_tab(key, "", name=f"process_tab_{key}") for key in TABS}
        self.changed = ElidedLabel(theme, role="meta", color="text2")
        self.changed.setObjectName("process_changed")
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(px(9))
        for part in (self.title, self.chip):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.state)
        below.addWidget(self.tabs)
        below.addStretch(1)
        below.addWidget(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(16), px(11))
        column.setSpacing(px(9))
        column.addLayout(top)
        column.addLayout(below)

    def show_detail(self, detail: ProcessDetail, now: int) -> None:
        process, state = detail.row.process, processes.process_state(detail.row)
        look = chip_of(state)
        self.title.setText(words.request_kind(detail.row.kind))
        self.chip.show_state(look.kind, look.text, state)
        self.state.setVisible(process is not None)
        self.state.setText(self.tr("Disable…") if state == "enabled" else self.tr("Enable…"))
        self.state.setObjectName("process_disable" if state == "enabled" else "process_enable")
        self._tabs["log"].setVisible(process is not None)
        told = ""
        if process is not None:
            told = self.tr("Changed {when} by {name}").format(
                when=words.moment(process.updated, now), name=detail.row.updated_by or "–"
            )
        self.changed.setText(told)

    def retranslate(self) -> None:
        texts = self.tr("Approval chain"), self.tr("Details"), self.tr("Operation log")
        for key, text in zip(TABS, texts, strict=True):
            self._tabs[key].setText(text)
        self.tabs.setAccessibleName(self.tr("Parts of the process"))


class ProcessFoot(QWidget):
    """What saving means for requests that run, and the buttons."""

    simulate_wanted = Signal()
    revert_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        px = icons.theme.px
        self.setObjectName("process_foot")
        self.icon = IconLabel(icons, "info")
        self.told = text_label(icons.theme, role="small", color="text2")
        self.told.setObjectName("process_told")
        self.simulate = ghost_button(icons, "", "clock", name="process_simulate")
        self.revert = ghost_button(icons, "", name="process_revert")
        self.save = primary_button(icons, "", "check", name="process_save")
        said, self._buttons = QHBoxLayout(), QWidget()
        said.addWidget(self.icon)
        said.addWidget(self.told, 1)
        doing = QHBoxLayout(self._buttons)
        doing.setContentsMargins(0, 0, 0, 0)
        doing.addStretch(1)
        for button in (self.simulate, self.revert, self.save):
            doing.addWidget(button)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(16), px(12))
        for layout in (said, doing, row):
            layout.setSpacing(px(8))
        row.addLayout(said, 1)
        row.addWidget(self._buttons)
        self.simulate.clicked.connect(self.simulate_wanted)
        self.revert.clicked.connect(self.revert_wanted)
        self.save.clicked.connect(self.save_wanted)

    def show_state(self, detail: ProcessDetail, *, dirty: bool, sending: bool) -> None:
        running = detail.row.running
        if detail.on_its_way:
            told = self.tr("The last change is on its way to the server.")
        elif running:
            told = processes.Counted().keep(running)
        elif detail.row.process is None:
            told = self.tr("Saved, it is not in force before you enable it.")
        else:
            told = self.tr("No request is open, so nobody is in the middle of the chain.")
        self.told.setText(told)
        self.revert.setEnabled(dirty and not sending)
        self.save.setEnabled(dirty and not sending)
        self.simulate.setVisible(detail.row.kind.is_request)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the words stand over the buttons."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._buttons.sizeHint().width() + self._theme.em(22)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def retranslate(self) -> None:
        self.simulate.setText(self.tr("Try on past requests…"))
        self.revert.setText(self.tr("Revert"))
        self.save.setText(self.tr("Save chain"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.color("border"))
        painter.end()
