"""Joins a server in three steps: its address, the sign-in, how much of the past to keep here (picture 06)."""

import pkgutil
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from agentdesk.domain.values import DAY
from agentdesk.settings import LANGUAGES
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.steps import Steps
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, link_button
from ui.widgets.dialog_frame import SHADOW, DialogFrame, paint_card_shadow
from ui.widgets.inputs import CheckBox, Combo, Field, line_input
from ui.widgets.password_input import PasswordInput
from ui.widgets.plain_label import plain_label, text_label

if TYPE_CHECKING:
    from agentdesk.desk.accounts import Joined, Reached

WIDTH, HEIGHT, SIDE = 770, 540, 242
HISTORY = {"all": 0, "year": 365, "quarter": 92, "month": 31}
"""Days of the past that are kept on this computer; 0 is all of it."""
SERVER, SIGN_IN, PAST = range(3)


class ConnectDialog(DialogFrame):
    """`joined` gives the Joined, whose desk is to be opened instead of this one."""

    joined = Signal(object)
    language_chosen = Signal(str)
    sample_wanted = Signal()

    def __init__(
        self, context: Context, icons: Icons, parent: QWidget | None = None, *, address: str = "", sample: bool = False
    ) -> None:
        """`sample`: there is a desk to try instead."""
        self._context, self._sample = context, sample
        self._address = ""
        self._joined: Joined | None = None
        self._ready = False
        super().__init__(icons, "connect", "", parent=parent, width=WIDTH)
        self.server = line_input("connect_address", "", "https://desk.example.org")
        self.user = line_input("connect_user_name", "")
        self.password = PasswordInput(icons, "connect_password")
        self.stay = CheckBox(icons, "", name="connect_stay")
        self.stay.setChecked(True)
        self.stay.toggled.connect(lambda _: self._show_kept())
        self.past = Combo(icons, name="connect_history", words="")
        self.reached = Banner(icons, "success", name="connect_reached")
        self.kept = text_label(icons.theme, role="meta", color="text2")
        self._fields = {name: Field(icons.theme, "", field) for name, field in self._inputs().items()}
        self._fill()
        self._ready = True
        self.server.setText(address)
        self.finished.connect(self.deleteLater)
        self.retranslate()
        self._show_step(SERVER)

    def _inputs(self) -> dict[str, QWidget]:
        return {"address": self.server, "user": self.user, "password": self.password, "past": self.past}

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        labels = {
            "address": self.tr("&Address of the server"), "user": self.tr("E-mail or &user name"),
            "password": self.tr("&Password"), "past": self.tr("&History on this computer"),
        }  # fmt: skip
        for name, text in labels.items():
            self._fields[name].label.setText(text)
            self._fields[name].field.setAccessibleName(text.replace("&", ""))
        self.past.set_choices(
            [
                ("all", self.tr("Everything")), ("year", self.tr("The last year")),
                ("quarter", self.tr("The last three months")), ("month", self.tr("The last month")),
            ]
        )  # fmt: skip
        self._pitch.setText(self.tr("Your queue and your history, on this computer."))
        self._steps.set_words([self.tr("Server"), self.tr("Sign in"), self.tr("Offline history")])
        self._language_label.setText(self.tr("Language"))
        self._language.setAccessibleName(self.tr("Language"))
        self._change.setText(self.tr("Change"))
        self.stay.setText(self.tr("&Stay signed in on this computer"))
        self.sample.setText(self.tr("Try with sample data"))
        self._show_kept()
        self._show_past()
        self.cancel.setText(self.tr("Cancel"))
        self._back.setText(self.tr("Back"))
        self._show_step(self._pages.currentIndex())

    def _show_past(self) -> None:
        begins = self.tr("You can work as soon as the first tickets are here.")
        rest = self.tr("You can work as soon as the first tickets are here. Older ones stay at the server.")
        self._past_hint.setText(begins if self.past.value() == "all" else rest)

    def _show_kept(self) -> None:
        self.kept.setText(words.keyring_words("" if self.stay.isChecked() else "by-choice"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._ready:
            self.retranslate()

    def _show_step(self, step: int) -> None:
        titles = (self.tr("Connect to a server"), self.tr("Sign in"), self.tr("Offline history"))
        mains = (self.tr("Continue"), self.tr("Sign in"), self.tr("Start"))
        self._pages.setCurrentIndex(step)
        self._steps.set_step(step)
        self.set_title(titles[step])
        self.set_main(mains[step], harmless=True)
        self._back.setVisible(step == SIGN_IN)
        self.sample.setVisible(self._sample and step != PAST)
        self.cancel.setVisible(step != SIGN_IN)
        self.reached.setVisible(step != SERVER)
        self._change.setVisible(step == SIGN_IN)
        self.main.setEnabled(True)
        self.show_error("")
        (self.server, self.user if not self.user.text() else self.password, self.past)[step].setFocus()

    # ------------------------------------------------------------------ steps

    def submit(self) -> None:
        step = self._pages.currentIndex()
        self.show_error("")
        if step == SERVER:
            self._ask("reach", self.show_reached, self.server.text())
        elif step == SIGN_IN:
            wish = self._address, self.user.text(), self.password.text()
            self._ask("join_account", self._on_joined, *wish, self.stay.isChecked())
        else:
            days = HISTORY[self.past.value()]
            since = max(0, self._context.desk.clock.now() - days * DAY) if days else 0
            assert self._joined is not None
            self._ask("keep_history", self._on_kept, self._joined.directory, since)

    def _ask(self, what: str, then: Callable[[Any], None], *arguments: object) -> None:
        """On the lane of jobs: a server may take its time, and its libraries, too."""
        self.main.setEnabled(False)

        def work() -> object:
            return pkgutil.resolve_name(f"agentdesk.desk.accounts:{what}")(*arguments)

        self._context.desk.job(work, if_alive(self, then), if_alive(self, self._on_failed))

    def show_reached(self, reached: "Reached") -> None:
        """The server is there: on to the sign-in."""
        self._address, host = reached.address, reached.address.partition("://")[2]
        server = f"{reached.title} · {host}" if reached.title else host
        told = self.tr("{server}\nReached in {ms} ms · version {version}").format(
            server=server, ms=reached.milliseconds, version=reached.version
        )
        self.reached.show_message(told, "resolved")
        self._show_step(SIGN_IN)

    def _on_joined(self, joined: "Joined") -> None:
        self.password.clear()
        self._joined = joined
        self._past_keyring.setText(words.keyring_words(joined.unkept if self.stay.isChecked() else "by-choice"))
        if joined.fresh:
            self._show_step(PAST)
        else:
            self._on_kept(None)

    def _on_kept(self, _: object) -> None:
        self.joined.emit(self._joined)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        """Under the field it is about; what was typed stays, but for the password of a wrong sign-in."""
        code = pkgutil.resolve_name("agentdesk.desk.accounts:code_of")(error)
        self.main.setEnabled(True)
        self.setProperty("code", code)
        self.show_error(words.connect_problem(code))
        field = self.password if code == "wrong-password" else self.focusWidget()
        if isinstance(field, QLineEdit):
            field.setFocus()
            field.selectAll()

    def _try_sample(self) -> None:
        self.sample_wanted.emit()
        self.reject()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        theme = self.icons.theme
        self._pages = QStackedWidget()
        self._back = Button(self.icons, name="connect_back")
        self._back.clicked.connect(lambda: self._show_step(SERVER))
        self.sample = link_button(self.icons, "", name="connect_sample")
        self.sample.clicked.connect(self._try_sample)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._scroll, 1)
        right.addWidget(self._footer)
        inside = self._scroll.column
        inside.setSpacing(theme.px(14))
        for part in (self.title, self._pages, self.error):
            inside.addWidget(part)
        inside.addStretch(1)
        for widget in (self.sample, self.note, self.cancel, self._back, self.main):
            self._footer_row.addWidget(widget, 1 if widget is self.note else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        row.setSpacing(0)
        row.addWidget(self._build_side())
        row.addLayout(right, 1)

    def _build_side(self) -> QWidget:
        theme = self.icons.theme
        side = QWidget()
        side.setFixedWidth(theme.px(SIDE))
        self._pitch = text_label(theme, role="body", color="text2")
        self._steps = Steps(self.icons, 3)
        self._language_label = plain_label(theme, role="small", color="text2")
        names = {"system": "System", "en": "English", "zh_CN": "简体中文", "de": "Deutsch"}
        self._language = Combo(
            self.icons, [(key, names[key]) for key in LANGUAGES], name="connect_language", words="Language"
        )
        self._language.set_value(self._context.settings.language)
        self._language.chosen.connect(self.language_chosen)
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(22), theme.px(24), theme.px(22), theme.px(22))
        column.setSpacing(theme.px(10))
        column.addWidget(plain_label(theme, "AgentDesk", role="hero", color="accent_ink"))
        column.addWidget(self._pitch)
        column.addSpacing(theme.px(12))
        column.addWidget(self._steps)
        column.addStretch(1)
        column.addWidget(self._language_label)
        column.addWidget(self._language)
        return side

    def _fill(self) -> None:
        self._change = self.reached.add_button("", name="connect_change", kind="link")
        self._change.clicked.connect(lambda: self._show_step(SERVER))
        self._past_hint = text_label(self.icons.theme, role="small", color="text2")
        self.past.currentIndexChanged.connect(lambda _: self._show_past() if self._ready else None)
        self._past_keyring = text_label(self.icons.theme, role="meta", color="text2")
        self._scroll.column.insertWidget(1, self.reached)
        pages: tuple[tuple[QWidget, ...], ...] = (
            (self._fields["address"],),
            (self._fields["user"], self._fields["password"], self.stay, self.kept),
            (self._fields["past"], self._past_hint, self._past_keyring),
        )
        for widgets in pages:
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.icons.theme.px(12))
            for widget in widgets:
                column.addWidget(widget)
            column.addStretch(1)
            self._pages.addWidget(page)

    def fit(self) -> None:
        """Of one size through all steps, as far as there is room."""
        px, room = self.icons.theme.px, self._room()
        size = QSize(px(WIDTH), px(HEIGHT)).boundedTo(room - QSize(2 * SHADOW, 2 * SHADOW))
        size += QSize(2 * SHADOW, 2 * SHADOW)
        if size != self.size():
            self.setFixedSize(size)
            self._centre()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.server.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, card, shape = self.icons.theme, self._card(), self._shape()
        paint_card_shadow(painter, card, theme.px(10))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        painter.fillRect(card, theme.color("surface"))
        painter.fillRect(QRectF(card.topLeft(), card.size()).adjusted(0, 0, theme.px(SIDE) - card.width(), 0),
                         theme.color("accent_soft"))  # fmt: skip
        painter.setClipping(False)
        painter.setPen(theme.color("border2"))
        painter.drawPath(shape)
        painter.end()

    def dress(self) -> None:
        super().dress()
        px = self.icons.theme.px
        self._scroll.column.setContentsMargins(px(27), px(24), px(27), px(12))
        self._footer_row.setContentsMargins(px(27), px(10), px(27), px(20))
