"""Days as people type them, such as 2027-12-31, in their own zone."""

from PySide6.QtCore import QDateTime, QTime

from agentdesk.domain.values import Instant

_FORM = "yyyy-MM-dd"
_FIRST, _LAST = QTime(0, 0), QTime(23, 59, 59)


def start_of(text: str) -> Instant | None:
    """None: that is no day."""
    return _moment(text, _FIRST)


def end_of(text: str) -> Instant | None:
    return _moment(text, _LAST)


def day_text(at: Instant) -> str:
    return QDateTime.fromMSecsSinceEpoch(at).toString(_FORM)


def _moment(text: str, time: QTime) -> Instant | None:
    day = QDateTime.fromString(text.strip(), _FORM)
    if not day.isValid():
        return None
    day.setTime(time)
    return day.toMSecsSinceEpoch()
