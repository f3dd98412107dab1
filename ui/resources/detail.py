"""One project or domain: its hosts, its trash, its quota and its members."""

import pkgutil

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from agentdesk.desk.queries.resources import HostLine, OwnerDetail, ResourcesOf
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import RestoreResource
from agentdesk.domain.values import Id, ProcessKind
from ui.cards.card_list import CardListView
from ui.context import Context
from ui.icons import Icons
from ui.resources.head import ON_HOSTS, TABS, OwnerFoot, OwnerHead
from ui.resources.model import CardRole, HostsModel
from ui.resources.pages import MembersPage, QuotaPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.plain_label import Hairline

_DIALOG = "ui.dialogs.resource_request:ResourceRequestDialog"


class HostsPage(QWidget):
    """Hosts of which several may be chosen."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self.model = HostsModel()
        self.list = CardListView(icons, self.model, CardRole, name=f"resource_{name}", ground="surface")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState(icons, "server" if name == "hosts" else "delete", name=f"resource_no_{name}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)

    def show_hosts(self, hosts: tuple[HostLine, ...], *, of_domain: bool) -> None:
        self.model.of_domain = of_domain
        self.model.set_lines(hosts)
        self.empty.setVisible(not hosts)
        self.list.setVisible(bool(hosts))

    def chosen(self) -> tuple[HostLine, ...]:
        places = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(host for place in places if (host := self.model.line_at(place)) is not None)


class OwnerPane(FocusKeeper):
    """Its dynamic property `ownerId` says which one is shown."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("resource_detail")
        self._context, self._icons = context, icons
        self._owner: Id = ""
        self._detail: OwnerDetail | None = None
        self._watch: Watch[OwnerDetail | None] | None = None
        self.head, self.foot = OwnerHead(icons), OwnerFoot(icons)
        self.hosts, self.trash = HostsPage(icons, "hosts"), HostsPage(icons, "trash")
        self.quota, self.members = QuotaPage(icons), MembersPage(icons)
        self._pages = QStackedWidget()
        self._build()
        self.head.tabs.chosen.connect(lambda _: self._show_tab())
        self.foot.asked.connect(self._ask)
        self.foot.restore_wanted.connect(self._restore)
        for page in (self.hosts, self.trash):
            page.list.selectionModel().selectionChanged.connect(lambda *_: self._show_foot())
        self.retranslate()

    def show_owner(self, owner: Id) -> None:
        if owner == self._owner and self._watch is not None:
            return
        self.end()
        self._owner = owner
        if not owner:
            self._on_detail(owner, None)
            return
        self._watch = self._context.desk.watch(ResourcesOf(owner), lambda detail, _: self._on_detail(owner, detail))

    def keep_focus(self) -> None:
        self.focus_pane()

    def focus_pane(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, HostsPage) and not page.list.isHidden():
            page.list.setFocus()
        else:
            self.head.title.setFocus()

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def retranslate(self) -> None:
        self.hosts.list.setAccessibleName(self.tr("Hosts"))
        self.trash.list.setAccessibleName(self.tr("Hosts in the trash"))
        self.hosts.empty.show_words(self.tr("No hosts"), self.tr("What is asked for and passed then runs here."))
        self.trash.empty.show_words(self.tr("The trash is empty"), self.tr("Deleted hosts lie here and can come back."))
        for part in (self.head, self.foot, self.quota, self.members):
            part.retranslate()
        for page in (self.hosts, self.trash):
            page.model.reword()
        self._on_detail(self._owner, self._detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._icons.theme.color("surface"))
        painter.end()

    # ------------------------------------------------------------------ what the desk delivers

    def _on_detail(self, owner: Id, detail: OwnerDetail | None) -> None:
        if owner != self._owner:
            return
        self._detail = detail
        self._page.setVisible(detail is not None)
        self.setProperty("ownerId", detail.line.id if detail is not None else "")
        if detail is None:
            return
        self.head.show_detail(detail)
        of_domain = not detail.line.domain
        self.hosts.show_hosts(detail.hosts, of_domain=of_domain)
        self.trash.show_hosts(detail.trash, of_domain=of_domain)
        self.quota.show_detail(detail)
        self.members.show_detail(detail)
        self._show_foot()
        self.look_after_focus()

    def _show_tab(self) -> None:
        self._pages.setCurrentIndex(TABS.index(self.head.tabs.value()))
        self._show_foot()

    def _show_foot(self) -> None:
        if self._detail is None:
            return
        chosen = self._chosen()
        mine = all(host.mine for host in chosen) if chosen else any(host.mine for host in self._detail.hosts)
        self.foot.show_state(self._detail, self.head.tabs.value(), len(chosen), mine)

    def _chosen(self) -> tuple[HostLine, ...]:
        page = self._pages.currentWidget()
        return page.chosen() if isinstance(page, HostsPage) else ()

    # ------------------------------------------------------------------ what is done from here

    def _ask(self, kind: ProcessKind) -> None:
        """Its form, begun with what is before the eyes."""
        hosts = tuple(host.id for host in self._chosen()) if kind in ON_HOSTS else ()
        make = pkgutil.resolve_name(_DIALOG)
        dialog = make(self._context, self._icons, self.window(), kind=kind, owner=self._owner, hosts=hosts)
        dialog.chosen.connect(self._context.give_each)
        dialog.open()

    def _restore(self) -> None:
        commands = tuple(RestoreResource(resource=host.id) for host in self.trash.chosen() if host.mine)
        if commands:
            self._context.give_each(commands)

    def _build(self) -> None:
        for page in (self.hosts, self.trash, self.quota, self.members):
            self._pages.addWidget(page)
        self._page = QWidget()
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (self.head, Hairline(self._icons.theme)):
            inside.addWidget(part)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._page.hide()
