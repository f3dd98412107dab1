"""What stands over a project or a domain and below it: its name, its tabs, and what can be asked for here."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.resources import OwnerDetail
from agentdesk.domain.commands.requests import MOST_HOSTS
from agentdesk.domain.values import ProcessKind
from ui.icons import Icons
from ui.widgets.buttons import Button, Kind, SegmentedTabs
from ui.widgets.chip import StateChip
from ui.widgets.plain_label import ElidedLabel, copyable_label, text_label
from ui.words import resources

TABS = ("hosts", "trash", "quota", "members")
# what it asks for: (object name, icon, kind), and the tab at whose foot it stands
ASKING: dict[ProcessKind, tuple[str, str, Kind, str]] = {
    ProcessKind.HOST_CHANGE: ("resource_change", "edit", "ghost", "hosts"),
    ProcessKind.HOST_DELETE: ("resource_delete", "delete", "refuse", "hosts"),
    ProcessKind.HOST_CREATE: ("resource_new_host", "add", "primary", "hosts"),
    ProcessKind.PROJECT_QUOTA: ("resource_project_quota", "quota", "primary", "quota"),
    ProcessKind.DOMAIN_QUOTA: ("resource_domain_quota", "quota", "primary", "quota"),
    ProcessKind.JOIN_PROJECT: ("resource_join", "people", "primary", "members"),
}
ON_HOSTS = (ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE)


class OwnerHead(QWidget):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        theme, px = icons.theme, icons.theme.px
        self.setObjectName("resource_header")
        self.title = copyable_label(theme, role="ticket_title")
        self.title.setObjectName("resource_title")
        self.chip = StateChip(icons)
        self.chip.setObjectName("resource_chip")
        self.told = ElidedLabel(theme, role="small", color="text2")
        self.told.setObjectName("resource_told")
        self.tabs = SegmentedTabs(icons, name="resource_tabs")
        self._tabs = {key: self.tabs.add_tab(key, "", name=f"resource_tab_{key}") for key in TABS}
        about, below = QHBoxLayout(), QHBoxLayout()
        about.setSpacing(px(8))
        about.addWidget(self.chip)
        about.addWidget(self.told, 1)
        below.addWidget(self.tabs)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(13), px(16), px(11))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        for row in (about, below):
            column.addLayout(row)

    def show_detail(self, detail: OwnerDetail) -> None:
        line, state = detail.line, resources.owner_state(detail.line)
        self.title.setText(line.name)
        words = resources.state_words(state, line.fullest.percent)
        self.chip.show_state(resources.STATES[state][0], words, state)
        self.told.setText(resources.owner_told(line))

    def retranslate(self) -> None:
        texts = self.tr("Hosts"), self.tr("Trash"), self.tr("Quota"), self.tr("Members")
        for key, text in zip(TABS, texts, strict=True):
            self._tabs[key].setText(text)
        self.tabs.setAccessibleName(self.tr("What belongs to it"))


class OwnerFoot(QWidget):
    """The buttons of the tab that is shown, and why one of them cannot be pressed now."""

    asked = Signal(object)
    """For a kind of request."""
    restore_wanted = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        px = icons.theme.px
        self.setObjectName("resource_foot")
        self.told = text_label(icons.theme, role="small", color="text2")
        self.told.setObjectName("resource_foot_told")
        self.restore = Button(icons, "", "undo", name="resource_restore", kind="primary")
        self.asking = {kind: Button(icons, "", look[1], name=look[0], kind=look[2]) for kind, look in ASKING.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(12), px(16), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.told, 1)
        for button in (*self.asking.values(), self.restore):
            row.addWidget(button)
        self.restore.clicked.connect(self.restore_wanted)
        for kind, button in self.asking.items():
            button.clicked.connect(lambda _=False, kind=kind: self.asked.emit(kind))

    def show_state(self, detail: OwnerDetail, tab: str, chosen: int, mine: bool) -> None:
        """`chosen` hosts of the tab, all of which are `mine` to ask for."""
        offered = {kind for kind in detail.kinds if ASKING[kind][3] == tab}
        able = mine and 0 < chosen <= MOST_HOSTS
        for kind, button in self.asking.items():
            button.setVisible(kind in offered or (kind in ON_HOSTS and tab == "hosts" and mine))
            button.setEnabled(able or kind not in ON_HOSTS)
        self.restore.setVisible(tab == "trash" and any(host.mine for host in detail.trash))
        self.restore.setEnabled(mine and chosen > 0)
        self.told.setText(self._said(detail, tab, chosen))
        buttons = any(not button.isHidden() for button in (*self.asking.values(), self.restore))
        self.setVisible(buttons or bool(self.told.text()))

    def retranslate(self) -> None:
        texts = {
            ProcessKind.HOST_CHANGE: self.tr("Change…"), ProcessKind.HOST_DELETE: self.tr("Delete…"),
            ProcessKind.HOST_CREATE: self.tr("New host…"), ProcessKind.PROJECT_QUOTA: self.tr("Ask for another quota…"),
            ProcessKind.DOMAIN_QUOTA: self.tr("Ask for another quota…"), ProcessKind.JOIN_PROJECT: self.tr("Join…"),
        }  # fmt: skip
        for kind, text in texts.items():
            self.asking[kind].setText(text)
        self.restore.setText(self.tr("Restore"))

    def _said(self, detail: OwnerDetail, tab: str, chosen: int) -> str:
        counted = resources.Counted()
        if tab in ("hosts", "trash") and chosen:
            return counted.too_many(MOST_HOSTS) if tab == "hosts" and chosen > MOST_HOSTS else counted.chosen(chosen)
        if tab == "hosts" and detail.hosts and set(detail.kinds) & set(ON_HOSTS):
            return self.tr("Choose hosts to change or delete them.")
        if tab == "trash" and detail.trash:
            return self.tr("A host in the trash takes nothing of the quota.")
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.color("border"))
        painter.end()
