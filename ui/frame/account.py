"""Whose desk this window shows: connecting to a server, signing in again, signing out."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agentdesk import paths
from ui.context import Context, Job
from ui.dialogs.alive import if_alive
from ui.icons import Icons

_SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class NextDesk:
    """Another desk that is to be opened instead."""

    directory: Path
    address: str = ""
    """A server that somebody wants to connect to there."""
    account: object = None
    """Who has just signed in, for a desk with a server."""


class AccountDoors(QObject):
    desk_wanted = Signal(object)
    """A NextDesk."""

    def __init__(self, context: Context, icons: Icons, window: QWidget, prefer: Callable[..., None]) -> None:
        super().__init__(window)
        self._context, self._icons, self._window, self._prefer = context, icons, window, prefer
        self.prepare_sample: Callable[[], Path] | None = None
        """Makes a desk to try, in seconds, and says where it lies."""

    def connect_to(self, address: str = "") -> None:
        sample = self.prepare_sample is not None and self._context.desk.directory != paths.demo_desk()
        dialog = self._make("ui.dialogs.connect:ConnectDialog", address=address, sample=sample)
        dialog.sample_wanted.connect(self._try_sample)
        dialog.language_chosen.connect(lambda language: self._prefer(language=language))
        dialog.joined.connect(lambda joined: self.desk_wanted.emit(NextDesk(joined.directory, account=joined.account)))
        dialog.open()

    def switch(self) -> None:
        """To another desk of this computer."""
        dialog = self._make("ui.dialogs.switch_desk:SwitchDeskDialog")
        dialog.wanted.connect(lambda other: self.desk_wanted.emit(NextDesk(other.directory)))
        dialog.open()

    def _try_sample(self) -> None:
        """Behind this window, which stays as it is until the other desk is there."""
        assert self.prepare_sample is not None
        jobs = self._context.jobs
        jobs.show(Job(_SAMPLE, self.tr("Preparing sample data")))

        def ready(directory: Path) -> None:
            jobs.end(_SAMPLE)
            self.desk_wanted.emit(NextDesk(directory))

        def failed(_: Exception) -> None:
            jobs.end(_SAMPLE, self.tr("The sample data could not be written. Is there room on the disk?"))

        self._context.desk.long_job(self.prepare_sample, if_alive(self, ready), if_alive(self, failed))

    def sign_in(self) -> None:
        self._make("ui.dialogs.sign_in:SignInDialog").open()

    def sign_in_or_out(self) -> None:
        if self._context.link.state == "signed_out":
            self.sign_in()
            return
        dialog = self._make("ui.dialogs.sign_in:SignOutDialog")
        dialog.agreed.connect(self._sign_out)
        dialog.open()

    def _sign_out(self) -> None:
        """The desk is left, and somebody else may sign in at the same server."""
        sync, server = self._context.desk.sync, self._context.link.server
        if sync is not None:
            sync.sign_out(lambda: self.desk_wanted.emit(NextDesk(paths.default_desk(), server)))

    def _make(self, name: str, **more: object) -> Any:  # noqa: ANN401  (each dialog has signals of its own)
        return pkgutil.resolve_name(name)(self._context, self._icons, self._window, **more)
