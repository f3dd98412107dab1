"""How far an attachment is that lies at the server, or why it does not come."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.times import size

STATES: Mapping[str, str] = MappingProxyType(
    {
        "": QT_TRANSLATE_NOOP("Downloads", "{size} · online only"),
        "waiting": QT_TRANSLATE_NOOP("Downloads", "{size} · comes when you are online"),
        "running": QT_TRANSLATE_NOOP("Downloads", "{done} of {size}"),
        "here": QT_TRANSLATE_NOOP("Downloads", "{size}"),
    }
)
FAILURES: Mapping[str, str] = MappingProxyType(
    {
        "wrong-file": QT_TRANSLATE_NOOP("Downloads", "What came is not the file that was sent. Try again."),
        "404 not-found": QT_TRANSLATE_NOOP("Downloads", "The server does not show it to you any more."),
        "sign-in-needed": QT_TRANSLATE_NOOP("Downloads", "Sign in again, then try again."),
        "disk-full": QT_TRANSLATE_NOOP("Downloads", "The disk is full. Make room, then try again."),
        "disk-error": QT_TRANSLATE_NOOP("Downloads", "The disk refuses it. Try again."),
    }
)
_FAILED = QT_TRANSLATE_NOOP("Downloads", "The server failed ({code}). Try again.")


def download(state: str, done: int, whole: int) -> str:
    """The second line of a tile; an empty state: nobody has asked for it."""
    return say("Downloads", STATES[state], {"done": size(done), "size": size(whole)})


def download_failure(code: str) -> str:
    return say("Downloads", FAILURES.get(code, _FAILED), {"code": code})
