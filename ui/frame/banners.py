"""The strips below the header: the way to the server, a desk that cannot be written, troubles, refusals, news."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from agentdesk.desk import DeskError
from agentdesk.desk.queries.rows import Link, Refusal
from agentdesk.domain.commands import Command, name_of
from ui import words
from ui.context import OUTBOX, Context, Place
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.focus_keeper import FocusKeeper

SHOWN = 12_000
"""Milliseconds a refusal stays; troubles stay until they are over or dismissed."""


class Banners(FocusKeeper):
    """In the layout, each only while it has something to say."""

    help_wanted = Signal(object)
    """The DeskError that the strip is about."""
    sign_in_wanted = Signal()
    join_wanted = Signal()
    left = Signal()
    """The button that had the focus went."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("banners")
        self._context = context
        self.offline = Banner(icons, "warn", name="offline_banner", boxed=False)
        self.read_only = Banner(icons, "warn", name="read_only_banner", boxed=False)
        self.trouble = Banner(icons, "error", name="trouble_banner", boxed=False)
        self.refusal = Banner(icons, "warn", name="refusal_banner", boxed=False)
        self.joining = Banner(icons, "info", name="join_banner", boxed=False)
        self.notice = Banner(icons, "info", name="notice_banner", boxed=False)
        self.hint = Banner(icons, "plain", name="hint_banner", boxed=False)
        self._error: DeskError | None = None
        self._over = QTimer(self, singleShot=True, interval=SHOWN)
        self._over.timeout.connect(self.refusal.hide)
        self._build()
        context.refused.connect(self.show_refusal)
        context.troubled.connect(self.show_trouble)
        context.given.connect(lambda _: self._all_well())
        context.held.connect(lambda *_: self._all_well())
        context.settled.connect(self._all_well)
        context.undo_missed.connect(lambda _: self._say(self.tr("Undo came too late: it was already made final.")))
        context.many_done.connect(self._on_many)
        context.approvals_changed.connect(lambda _: self.show_joining())
        context.link_changed.connect(self.show_link)
        context.place_changed.connect(lambda _: self.show_link(context.link))
        self.show_read_only()
        self.show_link(context.link)
        for error in context.desk.notices:
            self.show_notice(words.trouble_sentence(error))

    def show_read_only(self) -> None:
        if self._context.desk.writable:
            self.read_only.hide()
        else:
            text = self.tr("This desk is open for reading only. What you type is not saved.")
            self.read_only.show_message(text, "hide")

    def show_joining(self) -> None:
        """Offered to whoever has no project yet (CP-06)."""
        if self._context.approvals.without_project:
            text = self.tr("You are in no project yet. Ask to join one; there you can ask for hosts and quotas.")
            self.joining.show_message(text, "people")
        else:
            self.joining.hide()

    def show_link(self, link: Link) -> None:
        """While nothing can go to the server or come from it."""
        self._show_link(link)
        self.look_after_focus()

    def keep_focus(self) -> None:
        self.left.emit()

    def _show_link(self, link: Link) -> None:
        text = words.link_banner(link)
        signed_out = link.state == "signed_out"
        self._to_outbox.setVisible(bool(link.waiting))
        self._sign_in.setVisible(signed_out)
        self._retry.setVisible(not signed_out and self._context.desk.sync is not None)
        self._retry.setText(self.tr("Go online") if link.code == "by-choice" else self.tr("Try again"))
        if text:
            self.offline.show_message(text, "key" if signed_out else "offline")
        else:
            self.offline.hide()

    def _try_again(self) -> None:
        sync = self._context.desk.sync
        if sync is not None:
            if self._context.link.code == "by-choice":
                sync.set_offline(False)
            else:
                sync.retry_now()

    def show_trouble(self, error: DeskError) -> None:
        self._error = error
        self.trouble.show_message(words.trouble(error.code, error.data).sentence, "warning")

    def show_refusal(self, command: Command | None, refusal: Refusal) -> None:
        """A dialog that is open shows it beside its field; behind it this says the same."""
        text = words.refusal_sentence(refusal)
        if command is not None:
            action = words.command(name_of(type(command)))
            text = self.tr("{action}: {reason}").format(action=action, reason=text)
        self._say(text)

    def show_notice(self, text: str) -> None:
        self.notice.show_message(text, "info")

    def show_support(self) -> None:
        """Service hours and where to turn to, of each source that says so."""
        told = []
        for source in self._context.setup.sources if self._context.setup else ():
            ways = [way for way in (source.service_hours, source.contact_email, source.support_url) if way]
            if source.enabled and ways:
                told.append(self.tr("{source}: {ways}").format(source=source.title, ways=", ".join(ways)))
        self.show_notice("\n".join(told))

    def show_hint(self, text: str) -> None:
        """The keys that may follow; nothing hides them again."""
        if text:
            self.hint.show_message(text, "keyboard")
        else:
            self.hint.hide()

    def retranslate(self) -> None:
        self._what_now.setText(self.tr("What can I do?"))
        self._dismiss_trouble.setText(self.tr("Dismiss"))
        self._dismiss_notice.setText(self.tr("Dismiss"))
        self._dismiss_refusal.setText(self.tr("Dismiss"))
        self._to_outbox.setText(self.tr("Show Outbox"))
        self._sign_in.setText(self.tr("Sign in…"))
        self._join.setText(self.tr("Ask to join a project…"))
        self.show_joining()
        self.show_link(self._context.link)
        self.show_read_only()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_many(self, results: tuple[tuple[Command, Refusal | None], ...]) -> None:
        refusals = [refusal for _, refusal in results if refusal is not None]
        requests = bool(results) and all(hasattr(command, "request") for command, _ in results)
        if refusals:
            done = len(results) - len(refusals)
            told = self.tr("Done for {done} of {all} tickets. The others: {reason}")
            if requests:
                told = self.tr("Done for {done} of {all} requests. The others: {reason}")
            self._say(told.format(done=done, all=len(results), reason=words.refusal_sentence(refusals[0])))
        elif requests:  # of tickets the strip with Undo says it
            told = self.tr("Recorded for %n requests.", "", len(results))
            self._say(told if self._context.reached else f"{told} {words.decided_later()}")

    def _say(self, text: str) -> None:
        self.refusal.show_message(text, "info")
        self._over.start()

    def _all_well(self) -> None:
        """Something was written, so the disk is well again."""
        self.trouble.hide()
        self.refusal.hide()

    def _build(self) -> None:
        self._to_outbox = self.offline.add_button("", name="banner_outbox")
        self._retry = self.offline.add_button("", "refresh", name="banner_retry")
        self._sign_in = self.offline.add_button("", "key", name="banner_sign_in")
        self._to_outbox.clicked.connect(lambda: self._context.set_place(Place(OUTBOX)))
        self._retry.clicked.connect(self._try_again)
        self._sign_in.clicked.connect(self.sign_in_wanted)
        self._join = self.joining.add_button("", "people", name="banner_join")
        self._join.clicked.connect(self.join_wanted)
        self._what_now = self.trouble.add_button("", name="trouble_help")
        self._what_now.clicked.connect(lambda: self.help_wanted.emit(self._error))
        self._dismiss_trouble = self.trouble.add_button("", name="trouble_dismiss")
        self._dismiss_notice = self.notice.add_button("", name="notice_dismiss")
        self._dismiss_refusal = self.refusal.add_button("", name="refusal_dismiss")
        self._dismiss_trouble.clicked.connect(self.trouble.hide)
        self._dismiss_notice.clicked.connect(self.notice.hide)
        self._dismiss_refusal.clicked.connect(self.refusal.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (
            self.offline,
            self.read_only,
            self.trouble,
            self.joining,
            self.notice,
            self.refusal,
            self.hint,
        ):
            column.addWidget(banner)
        self.retranslate()
