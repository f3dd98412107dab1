"""Bytes of a ticket's own files for its messages: read on another thread, kept while the ticket is shown."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk import Desk

KEPT_AT_MOST = 64 * 1024 * 1024


class Pictures(QObject):
    """`blob_of` answers at once from what is here; what is not is read, and `arrived` says when it is."""

    arrived = Signal(str)
    """The sha256 that can be asked for now."""
    missing = Signal(str)
    """The sha256 that is wanted and not on this computer."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[str, bytes] = {}
        self._asked: set[str] = set()

    def keep(self, sha256: str, content: bytes) -> None:
        """Something that was pasted a moment ago."""
        self._kept[sha256] = content

    def read_again(self, sha256: str) -> None:
        """It has come."""
        if sha256 in self._asked and sha256 not in self._kept:
            self._read(sha256)

    def blob_of(self, addresses: Mapping[str, str]) -> Callable[[str], bytes | None]:
        """A look-up for one message: `addresses` are its content ids and hashes, each with the sha256 behind it."""
        return lambda url: self._get(addresses.get(url.partition(":")[2]))

    def _get(self, sha256: str | None) -> bytes | None:
        if sha256 is None:
            return None
        if sha256 not in self._kept and sha256 not in self._asked:
            self._asked.add(sha256)
            self._read(sha256)
        return self._kept.get(sha256)

    def _read(self, sha256: str) -> None:
        self._desk.job(lambda: self._desk.blobs.read(sha256), lambda found: self._take(sha256, found), _nobody)

    def _take(self, sha256: str, content: bytes | None) -> None:
        if content is None:
            self.missing.emit(sha256)
            return
        if sum(map(len, self._kept.values())) + len(content) > KEPT_AT_MOST:
            self._asked.difference_update(self._kept)
            self._kept.clear()
        self._kept[sha256] = content
        # Never while a document asks: to be told now would make it lay itself out inside its own layout.
        QTimer.singleShot(0, self, lambda: self.arrived.emit(sha256))


def addresses_of(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From (content id, sha256) pairs: under which names a body may ask for them."""
    found: dict[str, str] = {}
    for content_id, sha256 in files:
        found[sha256] = sha256
        if content_id:
            found[content_id.strip("<>")] = sha256
    return found


def _nobody(error: Exception) -> None:
    """A picture that cannot be read stays a gap; its tile says more."""
