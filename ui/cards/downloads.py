"""Attachments on their way here: each has a state that its tiles show; what broke off goes on when it can."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from agentdesk.desk import Desk
from agentdesk.desk.port import Listener, RemoteFile
from agentdesk.desk.queries.link import LinkOf
from agentdesk.desk.queries.rows import AttachmentRow, Link
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id
from ui import words
from ui.context import Job, Jobs

State = Literal["waiting", "running", "failed", "here"]
_GOES_ON = ("unreachable", "busy")
"""No answer, or none yet: it is asked for again when the server is there."""
AGAIN = 5_000
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class Download:
    """`done` in bytes; `code` says why it failed."""

    file: AttachmentRow
    state: State
    done: int = 0
    code: str = ""


class Downloads(QObject):
    """`changed` names the sha256. What has failed stays until it is wanted again."""

    changed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._all: dict[str, Download] = {}
        self._stops: dict[str, Callable[[], None]] = {}
        self._then: dict[str, list[Callable[[], None]]] = {}
        self._watch: Watch[Link] | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._go_on)

    @property
    def possible(self) -> bool:
        """Whether there is a server at all."""
        return self._desk.sync is not None

    def of(self, sha256: str) -> Download | None:
        return self._all.get(sha256)

    def want(self, file: AttachmentRow, then: Callable[[], None] | None = None) -> None:
        """Now, or as soon as the server is there; asked for twice, it still comes once."""
        known = self._all.get(file.sha256)
        if then is not None:
            self._then.setdefault(file.sha256, []).append(then)
        if known is None or known.state == "failed":
            self._begin(file)

    def stop(self, sha256: str) -> None:
        """What has come of it is kept for another time."""
        self._stops.pop(sha256, lambda: None)()
        self._then.pop(sha256, None)
        if self._all.pop(sha256, None) is not None:
            self._tell(sha256)

    def end(self) -> None:
        """The window closes."""
        for sha256 in tuple(self._stops):
            self._stops.pop(sha256)()
        self._again.stop()
        self._end_watch()

    # ------------------------------------------------------------------ on its way

    def _begin(self, file: AttachmentRow) -> None:
        if self._desk.sync is None or not self._desk.link.connected:
            self._note(Download(file, "waiting"))
            self._await_server()
            return
        self._note(Download(file, "running"))
        remote = RemoteFile(file.id, file.sha256, file.size)
        steps = Listener(
            self._alive(partial(self._on_step, file)), lambda: self._alive(self._on_done)(file),
            self._alive(partial(self._on_failed, file)),
        )  # fmt: skip
        self._stops[file.sha256] = self._desk.sync.fetch(remote, steps)

    def _alive(self, deliver: Callable[..., None]) -> Callable[..., None]:
        return lambda value: deliver(value) if isValid(self) else None

    def _on_step(self, file: AttachmentRow, done: int) -> None:
        if file.sha256 in self._stops:
            self._note(Download(file, "running", done))

    def _on_done(self, file: AttachmentRow) -> None:
        if self._stops.pop(file.sha256, None) is None:
            return
        self._note(Download(file, "here", file.size))
        for then in self._then.pop(file.sha256, ()):
            then()

    def _on_failed(self, file: AttachmentRow, error: Exception) -> None:
        if self._stops.pop(file.sha256, None) is None:
            return
        code = pkgutil.resolve_name("agentdesk.desk.accounts:code_of")(error)
        if code in _GOES_ON:
            self._note(Download(file, "waiting"))
            self._await_server()
        else:
            self._note(Download(file, "failed", code=getattr(error, "code", code)))

    def _await_server(self) -> None:
        """One who seems to be there was just found away: they are not asked again at once."""
        if self._desk.sync is not None and self._desk.link.connected:
            self._again.start()
        elif self._watch is None:
            self._watch = self._desk.watch(LinkOf(), lambda link, _: self._on_link(link))

    def _on_link(self, link: Link) -> None:
        if link.connected:
            self._end_watch()
            self._go_on()

    def _go_on(self) -> None:
        for download in tuple(self._all.values()):
            if download.state == "waiting":
                self._begin(download.file)

    def _end_watch(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _note(self, download: Download) -> None:
        self._all[download.file.sha256] = download
        self._tell(download.file.sha256)

    def _tell(self, sha256: str) -> None:
        self._show_job(sha256)
        self.changed.emit(sha256)

    def _show_job(self, sha256: Id) -> None:
        if self._jobs is None:
            return
        key, download = f"download {sha256}", self._all.get(sha256)
        if download is None or download.state != "running":
            self._jobs.end(key)
            return
        file = download.file
        share = download.done / file.size if file.size else None
        detail = words.download("running", download.done, file.size)
        name = self.tr("Downloading {name}").format(name=file.name)
        self._jobs.show(Job(key, name, share, detail, partial(self.stop, sha256)))
