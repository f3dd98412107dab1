"""One entry of the outbox: what was done beside what is there now, and the ways to settle it."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk import Outcome
from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.outbox import OutboxEntryOf
from agentdesk.desk.queries.requests import RequestDetail, RequestOf
from agentdesk.desk.queries.rows import AttachmentRow, MessageRow, OutboxEntry, TicketRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.commands import Command, CompleteTicket, EndTicket, FollowUpTicket, Reply, SubmitTicket
from agentdesk.domain.values import Id
from ui import words
from ui.cards.files import FileDoors, FileTile
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.discard import DiscardDialog
from ui.icons import Icons
from ui.outbox.panel import Panel
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ghost_button, primary_button
from ui.widgets.chip import StateChip
from ui.widgets.clean import plain_html
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.plain_label import ElidedLabel, Hairline, copyable_label
from ui.widgets.safe_text import SafeBrowser
from ui.widgets.scroll import ColumnScroll


class OutboxDetail(FocusKeeper):
    """`open_wanted` names a ticket. `left`: what one worked with is here no longer."""

    open_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("outbox_detail")
        self._context, self._icons = context, icons
        self._entry: OutboxEntry | None = None
        self._watch: Watch[OutboxEntry | None] | None = None
        theme = icons.theme
        self.title = copyable_label(theme, role="ticket_title")
        self.title.setObjectName("outbox_title")
        self.chip = StateChip(icons, "waiting")
        self.chip.setObjectName("outbox_chip")
        self.made = ElidedLabel(theme, role="small", color="text2")
        self.reason = Banner(icons, "info", name="outbox_reason")
        self.trouble = Banner(icons, "warn", name="outbox_trouble")
        self.done = Panel(icons, "person", "mine", "mine_border", name="outbox_done")
        self.now = Panel(icons, "online", "sunken", "border", name="outbox_now")
        self.text = SafeBrowser(theme, lambda _: None)
        self.text.setObjectName("outbox_text")
        self.discard = ghost_button(icons, "", "delete", name="outbox_discard", kind="refuse")
        self.copy = ghost_button(icons, "", "copy", name="outbox_copy")
        self.edit = ghost_button(icons, "", "edit", name="outbox_edit")
        self.open = ghost_button(icons, "", "ticket", name="outbox_open")
        self.force = ghost_button(icons, "", "check", name="outbox_force")
        self.retry = primary_button(icons, "", "send", name="outbox_retry")
        self.merge = primary_button(icons, "", "reply", name="outbox_merge")
        self.doors = FileDoors(context.desk, jobs=context.jobs)
        self._body = ColumnScroll(name="outbox_scroll")
        self._build()
        self._connect()
        self.retranslate()

    def show_entry(self, id: Id) -> None:
        """Nothing for an empty id."""
        if self._entry is not None and id == self._entry.row.id:
            return
        self.end()
        if id:
            self._watch = self._context.desk.watch(OutboxEntryOf(id), lambda entry, _: self._on_entry(entry))
        else:
            self._on_entry(None)

    def keep_focus(self) -> None:
        """On the way that is left to settle it, else where the next entry is chosen."""
        shown = [] if self._page.isHidden() else [button for button in self._ways() if not button.isHidden()]
        if shown:
            shown[-1].setFocus()
        else:
            self.left.emit()

    def end(self) -> None:
        self._entry = None
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def retranslate(self) -> None:
        texts = {
            self.discard: self.tr("Discard my change"), self.copy: self.tr("Copy text"), self.edit: self.tr("Edit"),
            self.open: self.tr("Open ticket"), self.force: self.tr("Close anyway"),
            self.retry: self.tr("Send again"), self.merge: self.tr("Keep open, send my comment as a reply"),
        }  # fmt: skip
        for button, text in texts.items():
            button.setText(text)
        self.done.title.setText(self.tr("What you did"))
        self.now.title.setText(self.tr("What is there now"))
        self.text.setAccessibleName(self.tr("What you wrote"))
        if self._entry is not None:
            self._show(self._entry)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._icons.theme.color("surface"))
        painter.end()

    # ------------------------------------------------------------------ what it says

    def _on_entry(self, entry: OutboxEntry | None) -> None:
        self._entry = entry
        self._page.setVisible(entry is not None)
        if entry is not None:
            self._show(entry)
        self.look_after_focus()

    def _show(self, entry: OutboxEntry) -> None:
        row = entry.row
        title = words.entry_title(row)
        asks = {"conflict": self.tr("{title} needs a decision"), "failed": self.tr("{title} was not sent")}
        self.title.setText(asks.get(row.stage, "{title}").format(title=title))
        self.chip.show_state(row.stage, words.stage(row.stage), row.stage)
        made = self.tr("Made {time} on this computer").format(time=words.clock_time(row.issued_at))
        self.made.setText(f"{made} · {row.subject}" if row.subject else made)
        reason = words.entry_reason(row)
        self.reason.setVisible(bool(reason))
        if reason:
            self.reason.show_message(reason)
        self.trouble.hide()
        self._show_done(entry)
        self._show_now(entry)
        self._show_buttons(entry)

    def _show_done(self, entry: OutboxEntry) -> None:
        self.done.when.setText(words.clock_time(entry.row.issued_at))
        self.done.show_facts(words.entry_facts(entry.row))
        body = getattr(entry.row.wish, "body_html", "") or getattr(entry.row.wish, "note_html", "")
        self.text.setVisible(bool(body))
        if body:
            self.text.show_html(body)
        self.done.show_below(self.text, self._tiles(entry.files))

    def _show_now(self, entry: OutboxEntry) -> None:
        ticket, news = entry.ticket, entry.news
        if getattr(entry.row.wish, "request", ""):
            wanted = RequestOf(entry.row.on)
            self._context.desk.ask(wanted, if_alive(self, lambda found: self._show_request(entry, found)))
        elif ticket is None:
            gone = self.tr("You no longer have access to it, or it has not reached the server yet.")
            self.now.when.setText("")
            self.now.show_facts([(self.tr("Ticket"), gone)])
            self.now.show_below(None, None)
        else:
            self._show_ticket(ticket, news)

    def _show_request(self, entry: OutboxEntry, found: RequestDetail | None) -> None:
        """What a decision was about, as it stands now: who decided meanwhile, and what is asked for now."""
        if entry is not self._entry:
            return
        facts = [(self.tr("Request"), self.tr("It has not reached the server yet."))]
        if found is not None:
            row = found.row
            state = request_state(row) if not row.submitted else "in_approval"
            told = (words.request_state_words(state), words.request_level(row.request))
            facts = [
                (self.tr("Request"), words.request_title(row)),
                (self.tr("Status"), " · ".join(part for part in told if part)),
                *words.decided_facts(found, self._context.desk.clock.now()), *words.wish_facts(found),
            ]  # fmt: skip
        self.now.when.setText("")
        self.now.show_facts(facts)
        self.now.show_below(None, None)

    def _show_ticket(self, ticket: TicketRow, news: MessageRow | None) -> None:
        self.now.when.setText(self.tr("Changed {time}").format(time=words.clock_time(ticket.last_activity)))
        facts = [(self.tr("Status"), words.state(ticket.labels)), (self.tr("Owner"), ticket.handler_name)]
        if news is not None:
            said = self.tr("{name}: “{text}”").format(name=news.author_name or news.author_user, text=news.body_text)
            facts.append((self.tr("New message"), said))
        self.now.show_facts([fact for fact in facts if fact[1]])
        self.now.show_chip(ticket.kind, words.state(ticket.labels), ticket.state)
        self.now.show_below(None, self._tiles(news.attachments if news is not None else ()))

    def _tiles(self, files: tuple[AttachmentRow, ...]) -> QWidget | None:
        if not files:
            return None
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._icons.theme.px(8))
        for file in files:
            flow.addWidget(FileTile(self._icons, file, self.doors))
        return holder

    def _show_buttons(self, entry: OutboxEntry) -> None:
        row = entry.row
        returned, asks = row.state == "returned", row.stage in ("failed", "conflict")
        closes = isinstance(row.wish, CompleteTicket | EndTicket) and row.code == "content-changed"
        merges = closes and bool(getattr(row.wish, "comment", "").strip())
        served = self._context.desk.sync is not None
        gone = row.code == "not-found" and entry.ticket is None
        request, decided = hasattr(row.wish, "request"), returned and hasattr(row.wish, "digest")
        shown = {
            self.discard: asks or row.unsent, self.copy: bool(words.entry_text(row)),
            self.edit: _has_form(row.wish) if returned else row.unsent,
            self.open: entry.ticket is not None or (request and row.command != "apply"),
            self.force: closes, self.merge: merges,
            self.retry: (asks and not closes and not gone and not decided) or (row.stage == "waiting" and served),
        }  # fmt: skip
        for button, visible in shown.items():
            button.setVisible(visible)
        self.open.setText(self.tr("Open request") if request else self.tr("Open ticket"))
        self.retry.setText(self.tr("Send again") if asks else self.tr("Send now"))
        self.retry.set_icon("send" if asks else "refresh")

    # ------------------------------------------------------------------ what the person decides

    def _send(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if entry.row.stage == "waiting":
            if self._context.desk.sync is not None:
                self._context.desk.sync.retry_now()
            return
        self._context.desk.send_again(entry.row.id, if_alive(self, self._on_sent))

    def _on_sent(self, outcome: Outcome) -> None:
        """What the rules here refuse stays as it was, and the reason stands above the buttons."""
        if outcome.refusal is not None:
            self.trouble.show_message(words.refusal_sentence(outcome.refusal), "warning")
        elif outcome.trouble is not None:
            self.trouble.show_message(words.trouble_sentence(outcome.trouble), "warning")

    def _merge(self) -> None:
        """The comment goes out as a reply; the closing is let go once that was taken."""
        entry = self._entry
        if entry is None or entry.ticket is None:
            return
        id, said = entry.row.id, getattr(entry.row.wish, "comment", "")
        command = Reply(ticket=entry.ticket.id, message=self._context.desk.clock.new_id(), body_html=plain_html(said))

        def given(outcome: Outcome) -> None:
            if outcome.done:
                self._context.desk.discard(id)
            else:
                self._on_sent(outcome)

        self._context.desk.do(command, then=if_alive(self, given))

    def _copy(self) -> None:
        if self._entry is not None:
            QGuiApplication.clipboard().setText(words.entry_text(self._entry.row))

    def _edit(self) -> None:
        """Its words lie in the reply box or in the form again."""
        entry = self._entry
        if entry is None:
            return
        if entry.row.state == "returned":
            self._context.desk.take_up(entry.row.id, if_alive(self, self._context.taken_up.emit))
        else:
            self._context.take_back(entry.row.id)
        if not isinstance(entry.row.wish, SubmitTicket):
            self.open_wanted.emit(entry.row.on)

    def _open(self) -> None:
        entry = self._entry
        if entry is not None and hasattr(entry.row.wish, "request"):
            self._context.want_request(entry.row.on)
        elif entry is not None and entry.ticket is not None:
            self.open_wanted.emit(entry.ticket.id)

    def _ask_discard(self) -> None:
        entry = self._entry
        if entry is None:
            return
        id = entry.row.id
        title, text = words.entry_title(entry.row), words.entry_text(entry.row)
        dialog = DiscardDialog(self._icons, title, text[:300], self.window())
        dialog.agreed.connect(lambda: self._context.desk.discard(id))
        dialog.open()

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        does = {
            self.discard: self._ask_discard, self.copy: self._copy, self.edit: self._edit, self.open: self._open,
            self.force: self._send, self.retry: self._send, self.merge: self._merge,
        }  # fmt: skip
        for button, act in does.items():
            button.clicked.connect(act)
        self.doors.failed.connect(lambda sentence: self.trouble.show_message(sentence, "warning"))

    def _build(self) -> None:
        px = self._icons.theme.px
        meta = QHBoxLayout()
        meta.setSpacing(px(8))
        meta.addWidget(self.chip)
        meta.addWidget(self.made, 1)
        head = QVBoxLayout()
        head.setContentsMargins(px(20), px(13), px(20), px(10))
        head.setSpacing(px(8))
        head.addWidget(self.title)
        head.addLayout(meta)
        panels = QHBoxLayout()
        panels.setSpacing(px(12))
        panels.addWidget(self.done, 1)
        panels.addWidget(self.now, 1)
        inside = self._body.column
        inside.setContentsMargins(px(20), px(16), px(20), px(16))
        inside.setSpacing(px(14))
        inside.addWidget(self.reason)
        inside.addLayout(panels)
        inside.addWidget(self.trouble)
        inside.addWidget(self._buttons())
        inside.addStretch(1)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline(self._icons.theme))
        column.addWidget(self._body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._page.hide()

    def _buttons(self) -> QWidget:
        """As many lines as they need."""
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._icons.theme.px(8), apart=1)
        for button in self._ways():
            flow.addWidget(button)
        return holder

    def _ways(self) -> tuple[Button, ...]:
        return self.discard, self.copy, self.edit, self.open, self.force, self.retry, self.merge


def _has_form(wish: Command | None) -> bool:
    return isinstance(wish, SubmitTicket | FollowUpTicket)
