"""The reply box: what is typed is kept, checked, and given as one command."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk import DeskError, Outcome
from agentdesk.desk.queries.rows import MessageRow, TicketDetail
from agentdesk.domain.action import Action
from agentdesk.domain.commands import AddNote, Command, CompleteTicket, Reply
from ui import words
from ui.actions import Actions
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.description import Description
from ui.icons import Icons
from ui.thread.canned import CannedMenu
from ui.thread.draft import Drafts, TicketDraft, Written
from ui.thread.dropping import zones_for
from ui.thread.locked import LockedBox, ways_out, why_locked
from ui.thread.outgoing import OutgoingFiles
from ui.thread.phrases import NOTE, REPLY, further, placeholder, recipients, send_words
from ui.thread.toolbar import Paper, Tools, TopRow, tool_of
from ui.widgets.banner import Banner
from ui.widgets.drop_overlay import Zone

COMMAND_OF = {REPLY: "reply", NOTE: "add_note"}
LEAST_LINES, MOST_LINES = 4.6, 14.0
SHARE, LEAST_SHARE, ONE_LINE = 0.35, 0.1, 1.6
"""Of the pane's height: so much may the text take, so much has it while little is written, but never under a line."""
LOW = 44
"""A pane of less em folds the box to its one line while nobody writes."""


class Composer(QWidget):
    """`show_detail` says for which ticket it is and what may be written; `leave` when another thing is shown."""

    arrival_wanted = Signal(str)
    """The message that came while one was writing."""
    filled = Signal()
    """Words came from elsewhere, or it is known that there are none."""
    escaped = Signal()

    def __init__(self, context: Context, actions: Actions, icons: Icons, drafts: Drafts) -> None:
        super().__init__()
        self.setObjectName("composer")
        self._context, self._actions, self._icons = context, actions, icons
        self._desk, self._drafts = context.desk, drafts
        self.draft: TicketDraft | None = None
        self._detail: TicketDetail | None = None
        self._kind = REPLY
        self._wrote_note = False
        self._arrived: MessageRow | None = None
        self._secrets_seen: tuple[str, ...] = ()
        self._room = 1 << 20
        self.paper = Paper(icons)
        self.top = TopRow(icons)
        self.words = Description(context, icons, "composer_body", "")
        self.editor = self.words.editor
        self.files = OutgoingFiles(context, icons)
        self.strip = Banner(icons, "warn", name="composer_strip")
        self.arrival = Banner(icons, "info", name="composer_arrival")
        self.tools = Tools(icons)
        self.canned = CannedMenu(context, actions, self)
        self.locked = LockedBox(icons, self._do_instead)
        self._ago = QTimer(self, interval=10_000)
        self._build()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what the pane asks

    def show_detail(self, detail: TicketDetail) -> None:
        other = self._detail is None or self._detail.row.id != detail.row.id
        self._detail = detail
        if other:
            self.arrival.hide()
            self._arrived = None
            self.files.clear()
            self._wrote_note = False
            self._kind = REPLY if self._may(REPLY) or not self._may(NOTE) else NOTE
            self._begin()
        elif self._kind == NOTE and not self._wrote_note and self._may(REPLY):
            self._switch(REPLY)  # nobody asked for a note: it was all that could be written until now
        with QSignalBlocker(self.files):  # measured again, but nothing was typed
            self.files.set_policy(detail.policy)
        self._show_state()

    def leave(self) -> None:
        self._let_go()
        self._detail = None
        self._arrived = None
        self.strip.hide()
        self._clear()

    def start(self, kind: str) -> None:
        """R and N, and the buttons: the field is ready to be typed in."""
        if self._detail is None or not self._may(kind):
            return
        self.open_for(kind)
        self.editor.setFocus()

    def open_for(self, kind: str) -> None:
        """Without taking the focus."""
        self._wrote_note = self._wrote_note or kind == NOTE
        self._switch(kind)
        self._show_state()

    @property
    def kind(self) -> str:
        return self._kind

    def may_write(self, kind: str) -> bool:
        return self._may(kind)

    def may_take(self, kind: str) -> bool:
        """Whether words may be put in without mixing with others."""
        return self._may(kind) and self.is_blank() and self.draft is not None and not self.draft.reading

    def set_room(self, height: int) -> None:
        """How tall the pane is that the box stands in."""
        self._room = height
        self._grow()

    def note_arrival(self, message: MessageRow) -> None:
        """Somebody wrote while something is being written here."""
        if self.is_blank():
            return
        self._arrived = message
        self._show_arrival()

    def zones_of(self, paths: list[str]) -> Sequence[Zone]:
        if self._detail is None:
            return ()
        return zones_for(paths, self._detail, reply=self._may(REPLY), note=self._may(NOTE))

    def take_dropped(self, zone: str, paths: list[str]) -> None:
        self.start(zone)
        self.files.add_paths(paths)

    def is_blank(self) -> bool:
        return self.words.is_blank() and not self.files.refs()

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        self.top.retranslate()
        self.tools.retranslate()
        self.editor.setAccessibleName(self.tr("Message"))
        self._show_arrived.setText(self.tr("Show"))
        if self._detail is not None:
            self._show_state()

    def _show_state(self) -> None:
        detail = self._detail
        assert detail is not None
        reply, note = self._may(REPLY), self._may(NOTE)
        open_ = reply or (note and self._wrote_note)
        self.paper.setVisible(open_)
        self.locked.setVisible(not open_)
        if not open_:
            actions = self._offered()
            self.locked.show_reason(why_locked(detail, actions), ways_out(detail, actions))
            return
        if not self._may(self._kind):
            self._switch(NOTE if self._kind == REPLY else REPLY)
        self.top.show_kinds(self._kind, reply=reply, note=note)
        self.top.show_recipients(recipients(detail, self._kind))
        self.paper.note = self._kind == NOTE
        self.paper.update()
        self.editor.setPlaceholderText(placeholder(detail, self._kind))
        self.tools.show_for(staff=detail.staff, further=self._further(detail))
        self._show_send()

    def _further(self, detail: TicketDetail) -> list[tuple[str, str]]:
        return further(detail, self._kind, {name for name, action in self._offered().items() if action.enabled})

    def _show_send(self) -> None:
        if self._arrived is not None:
            self.tools.send.main.setText(self.tr("Review and send"))
        elif self._detail is not None:
            self.tools.send.main.setText(send_words(self._detail, self._kind, later=not self._context.link.moving))
        self.tools.send.main.setEnabled(self._complete())

    def _complete(self) -> bool:
        """Nothing that belongs to it is still on its way here."""
        return not self.files.busy() and self.draft is not None and not self.draft.reading

    # ------------------------------------------------------------------ reply and note, each with its draft

    def _switch(self, kind: str) -> None:
        if kind != self._kind:
            self._kind = kind
            self._begin()

    def _on_tab(self, kind: str) -> None:
        self.open_for(kind)
        self.editor.setFocus()

    def _begin(self) -> None:
        assert self._detail is not None
        self._let_go()
        self._clear()
        self.draft = self._drafts.join((self._detail.row.id, self._kind), self)
        self.draft.number = self._detail.row.number
        self.draft.changed.connect(self._on_draft)
        self.draft.saved.connect(self._on_saved)
        self._on_draft(None)

    def _let_go(self) -> None:
        if self.draft is not None:
            self.draft.changed.disconnect(self._on_draft)
            self.draft.saved.disconnect(self._on_saved)
            self._drafts.leave(self.draft, self)
            self.draft = None

    def _on_draft(self, writer: QObject | None) -> None:
        """Words that were not typed here: kept from before, given back, or typed in another window."""
        if self.draft is None or writer is self:
            return
        if not self.draft.written:
            self._clear()
        else:
            self._put(self.draft.written)
            self._wrote_note = self._wrote_note or self._kind == NOTE
            self._show_state()
        self._show_kept()
        self._show_send()
        self.filled.emit()

    def _put(self, written: Written) -> None:
        with QSignalBlocker(self.words), QSignalBlocker(self.files):
            self.words.set_content(written.body, tuple(file for file in written.files if file.inline))
            self.files.show_refs(tuple(file for file in written.files if not file.inline))
        self._grow()

    def _clear(self) -> None:
        with QSignalBlocker(self.editor), QSignalBlocker(self.files):
            self.editor.clear()
            self.files.clear()
        self.words.look_for_secrets()
        self._grow()

    def _written(self) -> Written:
        return Written(self.editor.html(), (*self.files.refs(), *self.words.pictures()))

    def _on_changed(self) -> None:
        if self.draft is not None:
            self.draft.write(self, self._written)
        self._show_kept()
        self._grow()
        self._show_send()

    def _on_saved(self, error: DeskError | None) -> None:
        if error is None:
            self._show_kept()
        else:
            self.top.show_saved(self.tr("Draft not saved"), bad=True)
            self._say(words.trouble(error.code, error.data).sentence)

    def _show_kept(self) -> None:
        kept = self.draft is not None and self.draft.kept and not self.is_blank()
        self.top.show_saved(self.tr("Draft saved") if kept else "")

    # ------------------------------------------------------------------ sending

    def send(self, after: str = "send") -> None:
        if not self._may(self._kind) or not self._complete():
            return
        if self.is_blank():
            self._say(words.refusal("text-required"))
            self.editor.setFocus()
        elif self._arrived is not None:
            self._review()
        elif self._unseen_secrets():
            self._warn_of_secrets(after)
        else:
            self._give(after)

    def _review(self) -> None:
        """The first press shows what came, the second sends."""
        assert self._arrived is not None
        self.arrival_wanted.emit(self._arrived.id)
        self._arrived = None
        self.arrival.hide()
        self._show_send()

    def _unseen_secrets(self) -> bool:
        return bool(set(self.words.secrets()) - set(self._secrets_seen))

    def _warn_of_secrets(self, after: str) -> None:
        self._say(self.tr("The text seems to hold a secret. Send it all the same?"))
        again = self.strip.add_button(self.tr("Send anyway"), name="composer_send_anyway")
        again.clicked.connect(lambda: self._send_anyway(after))

    def _send_anyway(self, after: str) -> None:
        self._secrets_seen = self.words.secrets()
        self.strip.hide()
        self.send(after)

    def _give(self, after: str) -> None:
        assert self.draft is not None
        draft, (ticket, kind) = self.draft, self.draft.place
        written = draft.take()
        make, message = AddNote if kind == NOTE else Reply, self._desk.clock.new_id()
        commands: list[Command] = [make(ticket=ticket, message=message, body_html=written.body, files=written.files)]
        if after == "confirm":
            commands.append(CompleteTicket(ticket=ticket))
        self._secrets_seen = ()
        self.strip.hide()
        told = if_alive(self, partial(self._on_outcome, draft))

        def settle(outcome: Outcome) -> None:
            draft.settle(written, sent=outcome.done)
            told(outcome)

        self._context.give(*commands, clears=(ticket, kind), then=settle)
        if after == "close":
            self._actions["end_ticket"].trigger()

    def _on_outcome(self, draft: TicketDraft, outcome: Outcome) -> None:
        if draft is not self.draft:
            return
        if outcome.refusal is not None:
            self._say(words.refusal(outcome.refusal.code, outcome.refusal.data))
        elif outcome.trouble is not None:
            self._say(words.trouble(outcome.trouble.code, outcome.trouble.data).sentence)

    def _say(self, sentence: str) -> None:
        self.strip.clear_buttons()
        self.strip.show_message(sentence, "warning")

    # ------------------------------------------------------------------ somebody else wrote

    def _show_arrival(self) -> None:
        message = self._arrived
        if message is None:
            self.arrival.hide()
            return
        name = message.author_name or message.author_user
        ago = words.ago(message.at, self._desk.clock.now())
        self.arrival.show_message(self.tr("{name} wrote meanwhile ({ago}).").format(name=name, ago=ago), "chat")
        self._show_send()

    # ------------------------------------------------------------------ tools

    def _on_tool(self, tool: str) -> None:
        match tool:
            case "attach":
                self.files.choose()
            case "canned":
                self._open_canned()
            case "link":
                self.tools.open_link(self.editor)
            case _:
                self.tools.format(self.editor, tool)

    def _on_trigger(self, sign: str) -> None:
        if sign == "/" and self._detail is not None and self._detail.staff:
            self._open_canned(instead_of_slash=True)

    def _open_canned(self, *, instead_of_slash: bool = False) -> None:
        place = self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft() + QPoint(0, 2))
        self.canned.open_at(place, partial(self._use_canned, instead_of_slash))

    def _use_canned(self, instead_of_slash: bool, body: str) -> None:
        if instead_of_slash:
            self.editor.textCursor().deletePreviousChar()
        self.editor.insert_html(body)
        self.editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.paper.active = event.type() == QEvent.Type.FocusIn
            self.paper.update()
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and self._shortcut(event):
                return True
            if event.type() == QEvent.Type.ShortcutOverride and self._leaves_undo(event):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _leaves_undo(self, event: QKeyEvent) -> bool:
        """With nothing typed to take back, Ctrl+Z is for what was just sent."""
        return event.matches(QKeySequence.StandardKey.Undo) and not self.editor.document().isUndoAvailable()

    def _shortcut(self, event: QKeyEvent) -> bool:
        tool = tool_of(event)
        if tool == "send":
            self.send("confirm" if "confirm" in dict(self._further_now()) else "send")
        elif tool:
            self._on_tool(tool)
        return bool(tool)

    def _further_now(self) -> list[tuple[str, str]]:
        return self._further(self._detail) if self._detail is not None else []

    # ------------------------------------------------------------------ rules

    def _offered(self) -> dict[str, Action]:
        return {action.command: action for action in self._detail.actions} if self._detail is not None else {}

    def _enabled(self, command: str) -> bool:
        action = self._offered().get(command)
        return action is not None and action.enabled

    def _may(self, kind: str) -> bool:
        return self._enabled(COMMAND_OF[kind])

    def _do_instead(self, does: str) -> None:
        if does == "note":
            self.start(NOTE)
        elif does == "copy":
            self._actions["copy_number"].trigger()
        else:
            self._actions[does].trigger()

    # ------------------------------------------------------------------ building

    def _grow(self) -> None:
        """As tall as its text, within reason: in a low window the thread needs the room more."""
        theme = self._icons.theme
        wanted = round(self.editor.document().size().height()) + theme.px(8)
        least = max(theme.em(ONE_LINE), min(theme.em(LEAST_LINES), round(self._room * LEAST_SHARE)))
        most = max(least, min(theme.em(MOST_LINES), round(self._room * SHARE)))
        self.editor.setFixedHeight(max(least, min(wanted, most)))
        self._fold()

    def _fold(self) -> None:
        low = self._room < self._icons.theme.em(LOW)
        focus = QApplication.focusWidget()
        folded = low and self.is_blank() and not (focus is not None and self.isAncestorOf(focus))
        for part in (self.top, self.tools):
            part.setVisible(not folded)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Not when the whole window is left: what stands there must not jump."""
        if now is not None:
            self._fold()

    def _build(self) -> None:
        px = self._icons.theme.px
        self.editor.setProperty("input", "false")
        self.editor.setFrameShape(self.editor.Shape.NoFrame)
        self.editor.viewport().setAutoFillBackground(False)
        self.editor.installEventFilter(self)
        inside = QVBoxLayout(self.paper)
        inside.setContentsMargins(px(10), px(9), px(9), px(8))
        inside.setSpacing(px(6))
        text = QHBoxLayout()
        text.setContentsMargins(px(12), 0, px(10), 0)
        text.addWidget(self.words)
        for part in (self.top, self.arrival, self.files, self.strip, self.tools):
            inside.addWidget(part)
        inside.insertLayout(inside.indexOf(self.files), text)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(4), px(16), px(14))
        column.addWidget(self.paper)
        column.addWidget(self.locked)
        self._show_arrived = self.arrival.add_button("", name="composer_arrival_show")
        self._show_arrived.clicked.connect(self._review)

    def _connect(self) -> None:
        self.words.changed.connect(self._on_changed)
        self.words.submitted.connect(self.send)
        self.words.escaped.connect(self.escaped)
        self.words.files_pasted.connect(self.files.add_paths)
        self.editor.trigger_typed.connect(self._on_trigger)
        self.files.changed.connect(self._on_changed)
        self.top.chosen.connect(self._on_tab)
        self.tools.wanted.connect(self._on_tool)
        self.tools.sent.connect(self.send)
        self._drafts.listen(self._context)
        self._context.link_changed.connect(lambda _: self._show_send())
        self._icons.theme.changed.connect(self._grow)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._ago.timeout.connect(self._show_arrival)
        self._ago.start()
