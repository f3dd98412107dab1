"""What stands between the program and its desk: one sentence, whose fault it is, what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from agentdesk.desk import DeskError
from ui.words.phrase import QT_TRANSLATE_NOOP, say

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Trouble:
    sentence: str
    fault: str
    way: str


_NOBODY = QT_TRANSLATE_NOOP("Troubles", "Nothing is broken.")
_DISK = QT_TRANSLATE_NOOP("Troubles", "The cause is the disk, not what you typed.")
_RIGHTS = QT_TRANSLATE_NOOP("Troubles", "The cause are the permissions of the files.")
_NAME = QT_TRANSLATE_NOOP("Troubles", "The cause is the name the program was started with.")
_PLACE = QT_TRANSLATE_NOOP("Troubles", "The cause is the directory the program was started with.")

# code: the sentence, whose fault, what to do
TROUBLES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "desk-missing": (
            QT_TRANSLATE_NOOP("Troubles", "There is no desk in {path}."),
            _PLACE,
            QT_TRANSLATE_NOOP("Troubles", "Start with --desk and the directory of your desk."),
        ),
        "not-a-desk": (
            QT_TRANSLATE_NOOP("Troubles", "{path} is not a desk."),
            _PLACE,
            QT_TRANSLATE_NOOP("Troubles", "Choose the directory of a desk, or an empty one for a new desk."),
        ),
        "not-a-directory": (
            QT_TRANSLATE_NOOP("Troubles", "{path} is a file, and a desk is a directory."),
            _PLACE,
            QT_TRANSLATE_NOOP("Troubles", "Choose the directory of a desk, or an empty one for a new desk."),
        ),
        "desk-newer": (
            QT_TRANSLATE_NOOP("Troubles", "A newer version of AgentDesk has written this desk."),
            QT_TRANSLATE_NOOP("Troubles", "This program is too old for it; the desk is unharmed."),
            QT_TRANSLATE_NOOP("Troubles", "Install the newer version and open the desk with it."),
        ),
        "desk-locked": (
            QT_TRANSLATE_NOOP("Troubles", "This desk is already open in another window or program."),
            _NOBODY,
            QT_TRANSLATE_NOOP("Troubles", "Use the window that is open, or close it and try again."),
        ),
        "desk-read-only": (
            QT_TRANSLATE_NOOP("Troubles", "The desk's file cannot be written, so nothing new can be saved."),
            _RIGHTS,
            QT_TRANSLATE_NOOP("Troubles", "Make {path} writable and try again; what you typed stays here."),
        ),
        "desk-damaged": (
            QT_TRANSLATE_NOOP(
                "Troubles", "The desk's file was damaged. {kept} entries were carried over, {lost} lost."
            ),
            QT_TRANSLATE_NOOP("Troubles", "The computer or the disk stopped in the middle of writing."),
            QT_TRANSLATE_NOOP("Troubles", "You can go on working. The damaged file is kept in {moved}."),
        ),
        "directory-not-empty": (
            QT_TRANSLATE_NOOP("Troubles", "{path} is not empty."),
            _PLACE,
            QT_TRANSLATE_NOOP("Troubles", "Choose an empty directory."),
        ),
        "program-fault": (
            QT_TRANSLATE_NOOP(
                "Troubles", "The last change was not saved, because AgentDesk made a mistake ({detail})."
            ),
            QT_TRANSLATE_NOOP("Troubles", "The cause is the program, not what you typed."),
            QT_TRANSLATE_NOOP(
                "Troubles",
                "What you typed stays here. Try again; if it comes again, send us Help > Collect diagnostics.",
            ),
        ),
        "disk-full": (
            QT_TRANSLATE_NOOP("Troubles", "The disk is full; the last change was not saved."),
            _DISK,
            QT_TRANSLATE_NOOP("Troubles", "Free some space and try again; what you typed stays here."),
        ),
        "disk-error": (
            QT_TRANSLATE_NOOP("Troubles", "The disk refused to read or write the desk's file."),
            _DISK,
            QT_TRANSLATE_NOOP("Troubles", "Check the disk and try again; what you typed stays here."),
        ),
        "lease-ended": (
            QT_TRANSLATE_NOOP("Troubles", "This desk has not met its server for {days} days, so it stays closed."),
            QT_TRANSLATE_NOOP("Troubles", "Nothing is broken, and what you wrote is kept."),
            QT_TRANSLATE_NOOP(
                "Troubles", "Sign in at a terminal: agentdesk connect {server} --as NAME --password-stdin."
            ),
        ),
        "person-unknown": (
            QT_TRANSLATE_NOOP("Troubles", "Nobody on this desk is called “{person}”."),
            _NAME,
            QT_TRANSLATE_NOOP("Troubles", "Start with --as and a user name of this desk."),
        ),
        "person-disabled": (
            QT_TRANSLATE_NOOP("Troubles", "The account “{person}” is disabled."),
            QT_TRANSLATE_NOOP("Troubles", "An administrator of the desk has done so."),
            QT_TRANSLATE_NOOP("Troubles", "Ask the administrator, or start with --as and another user name."),
        ),
    }
)
_DAMAGED_NOW = (
    QT_TRANSLATE_NOOP("Troubles", "The desk's file is damaged, and a part of it cannot be read."),
    QT_TRANSLATE_NOOP("Troubles", "The computer or the disk stopped in the middle of writing."),
    QT_TRANSLATE_NOOP(
        "Troubles", "Close AgentDesk and start it again: what can be read is carried over to a new file."
    ),
)
"""Met while working; opening the desk is what mends it."""
_UNKNOWN = (
    QT_TRANSLATE_NOOP("Troubles", "The desk cannot be used ({code})."),
    _NOBODY,
    QT_TRANSLATE_NOOP("Troubles", "Try again; the log tells more."),
)
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "settings-unreadable": QT_TRANSLATE_NOOP(
            "Troubles", "The settings in {path} cannot be read, so the usual ones are used."
        ),
        "settings-unsaved": QT_TRANSLATE_NOOP("Troubles", "The settings could not be saved ({path})."),
        "setting-invalid": QT_TRANSLATE_NOOP(
            "Troubles", "The setting “{name}” cannot be “{value}”, so the usual one is used."
        ),
    }
)


def trouble(code: str, data: Mapping[str, object] | None = None) -> Trouble:
    values = {"code": code} | dict(data or {})
    parts = TROUBLES.get(code, _UNKNOWN)
    if code == "desk-damaged" and "moved" not in values:
        parts = _DAMAGED_NOW
    return Trouble(*(say("Troubles", part, values) for part in parts))


def trouble_sentence(error: DeskError) -> str:
    """What happened and what to do."""
    found = trouble(error.code, error.data)
    return translate("Troubles", "{sentence} {way}").format(sentence=found.sentence, way=found.way)


def setting_problem(code: str, data: Mapping[str, object]) -> str:
    return say("Troubles", SETTINGS[code], data)
