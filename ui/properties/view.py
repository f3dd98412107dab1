"""What is known about a ticket besides its messages, in sections that fold."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import LinkRow, TicketDetail
from agentdesk.domain.values import Id
from ui.actions import Actions
from ui.context import Context
from ui.geometry import Geometry
from ui.icons import Icons
from ui.properties.facts import people_rows, rating_rows, requester_rows, ticket_rows
from ui.widgets.avatar import Avatar
from ui.widgets.links import safe_link
from ui.widgets.plain_label import LinkLabel, copyable_label, set_tooltip, text_label
from ui.widgets.section import Section
from ui.widgets.stars import Stars

SECTIONS = ("requester", "ticket", "people", "links", "rating", "follows")


class PropertiesPane(QWidget):
    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("properties")
        self._context, self._actions, self._icons = context, actions, icons
        self._memory: Geometry | None = None
        self._links: Sequence[LinkRow] | None = None
        self.sections = {name: Section(icons, "", name=f"properties_{name}") for name in SECTIONS}
        self._scroll = QScrollArea()
        self._build()
        context.detail_changed.connect(self._on_detail)
        context.selection_changed.connect(lambda _: self._on_detail(context.detail))
        self.retranslate()

    def remember_in(self, memory: Geometry) -> None:
        """Which sections are folded is kept for the next time."""
        self._memory = memory
        for name, section in self.sections.items():
            section.set_folded(memory.flag(f"folded/{name}"))
            section.folded.connect(lambda folded, name=name: memory.remember(f"folded/{name}", folded))

    def retranslate(self) -> None:
        titles = {
            "requester": self.tr("Requester"),
            "ticket": self.tr("Ticket"),
            "people": self.tr("People"),
            "links": self.tr("Shared links"),
            "rating": self.tr("Rating"),
            "follows": self.tr("Refers to"),
        }
        for name, section in self.sections.items():
            section.set_title(titles[name])
        self._links = None
        self._on_detail(self._context.detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._icons.theme.color("list"))
        painter.end()

    # ------------------------------------------------------------------ facts

    def _on_detail(self, detail: TicketDetail | None) -> None:
        """Of several selected tickets there is nothing to say that holds for all."""
        several = len(self._context.selection) > 1
        self._scroll.setVisible(detail is not None and not several)
        if detail is None or several:
            return
        now = self._context.desk.clock.now()
        me: Id = self._context.desk.person
        self._show_requester(detail)
        self.sections["ticket"].set_rows(ticket_rows(detail, me, now))
        self._show_rows("people", people_rows(detail, me))
        self._show_links(detail.links)
        self._show_rating(detail)
        self._show_follows(detail)

    def _show_rows(self, name: str, rows: list[tuple[str, str]]) -> None:
        self.sections[name].setVisible(bool(rows))
        self.sections[name].set_rows(rows)

    def _show_requester(self, detail: TicketDetail) -> None:
        """To the requester themselves this would say nothing."""
        self.sections["requester"].setVisible(detail.staff)
        if not detail.staff:
            return
        person = detail.requester
        self.name.setText(person.name or person.user_name)
        place = " · ".join(part for part in (person.organisation, person.title) if part)
        self.place.setText(place or person.user_name)
        self.avatar.show_person(person.name or person.user_name, person.id)
        self.sections["requester"].set_rows(requester_rows(detail))

    def _show_links(self, links: Sequence[LinkRow]) -> None:
        section = self.sections["links"]
        section.setVisible(bool(links))
        if links == self._links:
            return
        self._links = links
        _empty(section.body)
        for number, link in enumerate(links):
            section.body.addWidget(self._link(link, number))

    def _link(self, link: LinkRow, number: int) -> QWidget:
        target = safe_link(link.url)
        title = link.title or link.url
        if target is None:
            return text_label(self._icons.theme, title, role="small", color="text2")
        label = LinkLabel(self._icons.theme, title, f"shared_link_{number}", role="small")
        label.setWordWrap(True)
        set_tooltip(label, target)
        label.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(target)))
        return label

    def _show_rating(self, detail: TicketDetail) -> None:
        section = self.sections["rating"]
        section.setVisible(detail.rating is not None or detail.solved is not None)
        self.stars.setVisible(detail.rating is not None)
        self.stars.set_value(detail.rating or 0)
        self.comment.setText(detail.rating_comment)
        self.comment.setVisible(bool(detail.rating_comment))
        section.set_rows(rating_rows(detail))

    def _show_follows(self, detail: TicketDetail) -> None:
        self.sections["follows"].setVisible(detail.follows is not None)
        if detail.follows is not None:
            self.follows.setText(detail.follows[1])
            self.follows.setAccessibleName(detail.follows[1])

    def _open_followed(self) -> None:
        detail = self._context.detail
        if detail is not None and detail.follows is not None:
            self._context.set_selection((detail.follows[0],))

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        theme = self._icons.theme
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(14))
        column.setSpacing(theme.px(2))
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self._build_requester()
        self._build_rest()
        self._scroll.setObjectName("properties_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its sections take the focus, and it follows them
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _build_requester(self) -> None:
        theme = self._icons.theme
        self.avatar = Avatar(theme, size=36, ground="list")
        self.name = copyable_label(theme, role="strong")
        self.place = text_label(theme, role="small", color="text2")
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(self.name)
        words.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.sections["requester"].body.addLayout(row)

    def _build_rest(self) -> None:
        theme = self._icons.theme
        self.stars = Stars(self._icons, name="properties_stars")
        self.stars.setEnabled(False)
        self.comment = copyable_label(theme, role="small")
        self.sections["rating"].body.addWidget(self.stars)
        self.sections["rating"].body.addWidget(self.comment)
        self.follows = LinkLabel(theme, "", "properties_followed", role="small")
        self.follows.clicked.connect(self._open_followed)
        self.sections["follows"].body.addWidget(self.follows)


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
