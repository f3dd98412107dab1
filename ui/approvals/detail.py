"""One request: its head, its way, what is asked for, what was said, and the bar for the decision."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.applying import Administrators
from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Execution, Id, Instant
from ui import words
from ui.actions import Actions
from ui.approvals.box import TitledPaper
from ui.approvals.bulk import SeveralRequests
from ui.approvals.came_back import RequestCameBack
from ui.approvals.decision_bar import DecisionBar
from ui.approvals.stepper import Stepper
from ui.approvals.talk import Talk
from ui.approvals.wish import WishCard
from ui.context import Context, holds_requests
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import icon_button, name_button
from ui.widgets.chip import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.plain_label import ElidedLabel, Hairline, copyable_label, plain_label
from ui.widgets.scroll import ColumnScroll
from ui.words.deciding import nodes
from ui.words.refusals import SENTENCES
from ui.words.requests import STATES


class RequestPane(FocusKeeper):
    """Its dynamic property `requestId` says which one is shown. `left`: what one worked with is here no longer."""

    left = Signal()

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("request_detail")
        self._context, self._icons = context, icons
        self._detail: RequestDetail | None = None
        self._read_to: Instant = 0
        self.several = SeveralRequests(context, actions, icons)
        self.header = RequestHeader(actions, icons)
        self.trouble = Banner(icons, "warn", name="request_trouble")
        self.back = RequestCameBack(context, icons)
        self.level = plain_label(icons.theme, role="small", color="text2")
        self.progress = TitledPaper(icons, name="approval_progress", extra=self.level)
        self.stepper = Stepper(icons)
        self.progress.column.addWidget(self.stepper)
        self.wish = WishCard(icons)
        self.talk = Talk(icons)
        self.bar = DecisionBar(context, actions, icons)
        self.empty = EmptyState(icons, "approval", name="request_empty", large=True)
        self._body = ColumnScroll(name="request_scroll")
        self._build()
        actions.attach_bare(self, "request")
        context.request_changed.connect(self._on_request)
        for signal in (context.requests_changed, context.several_changed, context.many_done):
            signal.connect(lambda _: self._show_page())
        context.link_changed.connect(lambda _: self._on_request(self._detail))
        self.retranslate()

    def focus_request(self) -> None:
        """On the decision where there is one, else on the words."""
        shown = [button for button in self.bar.buttons() if button.isVisible()]
        (shown[-1] if shown else self.header.title).setFocus()

    def keep_focus(self) -> None:
        if self._page.isHidden():
            self.left.emit()
        else:
            self.focus_request()

    def end(self) -> None:
        """The window is being closed: nothing more is asked of the desk."""
        self.back.end()

    def retranslate(self) -> None:
        self.progress.title.setText(self.tr("Progress"))
        self.empty.show_words(
            self.tr("No request selected"), self.tr("Pick one on the left, or press Ctrl+K to find anything.")
        )
        self.back.retranslate()
        self.wish.retranslate()
        self.talk.forget()
        self.header.retranslate()
        self._on_request(self._detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._icons.theme.color("surface"))
        painter.end()

    def _on_request(self, detail: RequestDetail | None) -> None:
        fresh = detail is not None and detail.row.id != self.property("requestId")
        self._detail = detail
        self._show_page()
        self.setProperty("requestId", detail.row.id if detail is not None else "")
        if fresh or detail is None:
            self.back.look_at(detail.row.id if detail is not None else None)
        if detail is None:
            return
        now = self._context.desk.clock.now()
        self.header.show_detail(detail, now)
        self.stepper.show_nodes(nodes(detail, self._context.desk.person, now))
        self.level.setText(words.request_level(detail.row.request))
        self.progress.setVisible(bool(detail.steps))
        self.wish.show_detail(detail, fresh=fresh)
        self.talk.show_detail(detail, now)
        self.bar.show_detail(detail)
        self._show_trouble(detail)
        self.look_after_focus()
        if fresh:
            self._body.verticalScrollBar().setValue(0)
        self._mark_read(detail, fresh=fresh)

    def _show_page(self) -> None:
        several, before = self.several.active, self._page.isHidden()
        self.several.setVisible(several)
        self._page.setVisible(self._detail is not None and not several)
        self.empty.setVisible(self._detail is None and not several and self._none_chosen)
        if before and self._detail is not None:
            self._mark_read(self._detail, fresh=True)

    @property
    def _none_chosen(self) -> bool:
        return holds_requests(self._context.place.queue) and not self._context.requests

    def _mark_read(self, detail: RequestDetail, *, fresh: bool) -> None:
        """Once for every change: what is marked as unread by hand stays so. What comes while nobody looks waits."""
        newest, desk = detail.row.request.last_activity, self._context.desk
        if (not fresh and newest <= self._read_to) or not (fresh or self.isActiveWindow()):
            return
        self._read_to = newest
        if desk.writable and detail.row.seen < newest and not self.several.active:
            desk.mark((detail.row.id,), kind="request")

    # ------------------------------------------------------------------ what is in the way

    def _show_trouble(self, detail: RequestDetail) -> None:
        request = detail.row.request
        if request.execution is Execution.FAILED:
            reason = words.refusal(request.failure) if request.failure in SENTENCES else request.failure
            self.trouble.show_message(self.tr("It could not be carried out. {reason}").format(reason=reason), "warning")
        elif request.blocked:
            self._say_blocked(())
            shown = request.id
            self._context.desk.ask(Administrators(), if_alive(self, lambda people: self._on_people(shown, people)))
        else:
            self.trouble.hide()

    def _on_people(self, request: Id, people: tuple[PersonRow, ...]) -> None:
        if self._detail is not None and self._detail.row.id == request and self._detail.row.request.blocked:
            self._say_blocked(people)

    def _say_blocked(self, people: tuple[PersonRow, ...]) -> None:
        names = ", ".join(person.name or person.user_name for person in people[:3])
        blocked = self.tr("Too few people can decide this level, so it waits and never passes by itself.")
        ask = self.tr("Ask an administrator: {names}.").format(names=names) if names else ""
        self.trouble.show_message(f"{blocked} {ask}".strip(), "warning")

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self._icons.theme.px
        inside = self._body.column
        inside.setContentsMargins(px(20), px(16), px(16), px(16))
        inside.setSpacing(px(12))
        for part in (self.back, self.trouble, self.progress, self.wish, self.talk):
            inside.addWidget(part)
        inside.addStretch(1)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Hairline(self._icons.theme))
        column.addWidget(self._body, 1)
        column.addWidget(self.bar)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for page in (self._page, self.several, self.empty):
            outer.addWidget(page)
        self._show_page()


class RequestHeader(QWidget):
    def __init__(self, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        theme = icons.theme
        self.setObjectName("request_header")
        self.title = copyable_label(theme, role="ticket_title")
        self.title.setObjectName("request_title")
        self.chip = StateChip(icons)
        self.chip.setObjectName("request_chip")
        self.number = ElidedLabel(theme, role="small", color="text2")
        self.number.setObjectName("request_number")
        self.copy = icon_button(icons, "copy", "", name="request_copy_id")
        self.meta = ElidedLabel(theme, role="small", color="text2")
        self.toggle = icon_button(icons, "properties", "", name="request_toggle_properties")
        self.copy.clicked.connect(self._copy_number)
        self.toggle.clicked.connect(actions["toggle_properties"].trigger)
        px = theme.px
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for part in (self.chip, self.number, self.copy):
            row.addWidget(part)
        row.addWidget(self.meta, 1)
        row.addWidget(self.toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(13), px(16), px(8))
        column.setSpacing(px(6))
        column.addWidget(self.title)
        column.addLayout(row)

    def show_detail(self, detail: RequestDetail, now: int) -> None:
        row, state = detail.row, request_state(detail.row)
        self.title.setText(words.request_title(row))
        self.chip.show_state(STATES[state][0], words.request_state_words(state), state)
        self.number.setText(row.number)
        self.number.setVisible(bool(row.number))
        self.copy.setVisible(bool(row.number))
        told = self.tr("requested by {name} · {time}")
        self.meta.setText(told.format(name=row.applicant.name, time=words.ago(row.request.created, now)))

    def retranslate(self) -> None:
        name_button(self.copy, self.tr("Copy number"))
        name_button(self.toggle, self.tr("Show or hide properties"))

    def _copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self.number.text())
        announce(self, self.tr("{number} copied").format(number=self.number.text()))
