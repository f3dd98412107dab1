"""The same person again, after their sign-in has ended; and the end of one, by wish."""

import pkgutil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.dialog_frame import DialogFrame
from ui.widgets.inputs import line_input
from ui.widgets.password_input import PasswordInput
from ui.words.outbox import Waiting


class SignInDialog(DialogFrame):
    """What waits goes out when it is done; nothing is lost until then."""

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "sign_in", "", parent=parent)
        self._context = context
        self.set_title(self.tr("Sign in again"))
        self.set_main(self.tr("Sign in"), harmless=True)
        self.add_text(self.tr("At {server}. What you did meanwhile is kept.").format(server=context.link.server))
        user = context.whoami.person.user_name if context.whoami else ""
        self.user, self.password = line_input("sign_in_user_name", ""), PasswordInput(icons, "sign_in_password")
        self.user.setText(user)
        self.add_field(self.tr("E-mail or &user name"), self.user)
        self.add_field(self.tr("&Password"), self.password)
        (self.password if user else self.user).setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        sync = self._context.desk.sync
        if sync is None:
            return
        self.show_error("")
        self.main.setEnabled(False)
        done, failed = if_alive(self, lambda _: self.accept()), if_alive(self, self._on_failed)
        sync.sign_in(self.user.text(), self.password.text(), lambda: done(None), failed)

    def _on_failed(self, error: Exception) -> None:
        code = pkgutil.resolve_name("agentdesk.desk.accounts:code_of")(error)
        self.main.setEnabled(True)
        self.setProperty("code", code)
        self.show_error(words.connect_problem(code))
        self.password.setFocus()
        self.password.selectAll()


class SignOutDialog(DialogFrame):
    """`agreed`: the key is forgotten; what is here stays here, out of sight of whoever signs in next."""

    agreed = Signal()

    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "sign_out", "", parent=parent)
        self.set_title(self.tr("Sign out?"))
        self.set_main(self.tr("Sign out"), "key")
        self.add_text(self.tr("Your tickets and drafts stay on this computer for when you sign in again."))
        if context.link.waiting:
            self.add_info(Waiting().unsent(context.link.waiting), "outbox")
        self.cancel.setFocus()
        self.finished.connect(self.deleteLater)

    def submit(self) -> None:
        self.agreed.emit()
        self.accept()
