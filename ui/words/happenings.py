"""What happened: system messages of a thread, what a toast affirms, what was odd about a letter."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject

from agentdesk.domain.values import AuthorKind, Priority, Solved
from ui.words import names
from ui.words.phrase import QT_TRANSLATE_NOOP, say

translate = QCoreApplication.translate

SYSTEM: Mapping[str, str] = MappingProxyType(
    {
        "ticket-handled": QT_TRANSLATE_NOOP("Happenings", "{actor} handles the ticket now"),
        "handler-changed": QT_TRANSLATE_NOOP("Happenings", "{to_name} handles the ticket now"),
        "confirmation-requested": QT_TRANSLATE_NOOP("Happenings", "{actor} asked whether the problem is solved"),
        "ticket-completed": QT_TRANSLATE_NOOP("Happenings", "{actor} completed the ticket"),
        "solution-confirmed": QT_TRANSLATE_NOOP("Happenings", "{actor} confirmed the solution. Solved: {solved}"),
        "solution-refused": QT_TRANSLATE_NOOP("Happenings", "{actor} says that it is not solved"),
        "ticket-ended": QT_TRANSLATE_NOOP("Happenings", "{actor} closed the ticket"),
        "ticket-cancelled": QT_TRANSLATE_NOOP("Happenings", "{actor} cancelled the ticket"),
        "ticket-returned-incomplete": QT_TRANSLATE_NOOP("Happenings", "{actor} returned the ticket as incomplete"),
        "ticket-rated": QT_TRANSLATE_NOOP("Happenings", "{actor} gave feedback: {rating} of 5"),
        "ticket-auto-closed": QT_TRANSLATE_NOOP("Happenings", "Closed after {days} days without an answer"),
        "participant-added": QT_TRANSLATE_NOOP("Happenings", "{actor} added {name}"),
        "participant-removed": QT_TRANSLATE_NOOP("Happenings", "{actor} removed {name}"),
        "link-shared": QT_TRANSLATE_NOOP("Happenings", "{actor} shared “{title}”"),
        "ticket-taken-over": QT_TRANSLATE_NOOP("Happenings", "{actor} took the ticket over from {from_name}"),
        "ticket-forwarded": QT_TRANSLATE_NOOP("Happenings", "Forwarded to {to_name} by {actor}"),
        "ticket-requeued": QT_TRANSLATE_NOOP("Happenings", "{actor} put the ticket back in the queue"),
        "ticket-moved": QT_TRANSLATE_NOOP("Happenings", "{actor} moved the ticket. Type: {type}, service: {service}"),
        "priority-changed": QT_TRANSLATE_NOOP("Happenings", "{actor} set the priority to {priority}"),
        "ticket-recorded": QT_TRANSLATE_NOOP("Happenings", "Taken over from another system by {actor}"),
    }
)
ENDED_SOLVED = QT_TRANSLATE_NOOP("Happenings", "{actor} closed the ticket. Solved: {solved}")
PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "unreadable": QT_TRANSLATE_NOOP("Happenings", "This is no readable e-mail. The original is attached."),
        "no-headers": QT_TRANSLATE_NOOP("Happenings", "The e-mail has no header lines. The original is attached."),
        "header-too-large": QT_TRANSLATE_NOOP("Happenings", "A header line was too long and was cut."),
        "sender-bad": QT_TRANSLATE_NOOP("Happenings", "The sender's address could not be read."),
        "date-missing": QT_TRANSLATE_NOOP("Happenings", "The e-mail says no date; the time of import stands here."),
        "date-bad": QT_TRANSLATE_NOOP(
            "Happenings", "The e-mail's date makes no sense; the time of import stands here."
        ),
        "charset-guessed": QT_TRANSLATE_NOOP(
            "Happenings", "The e-mail's character set is missing or wrong; it was guessed."
        ),
        "charset-damaged": QT_TRANSLATE_NOOP(
            "Happenings", "Some characters could not be decoded. The original is attached."
        ),
        "part-damaged": QT_TRANSLATE_NOOP("Happenings", "A part is damaged and was kept as far as it could be read."),
        "encoding-unknown": QT_TRANSLATE_NOOP("Happenings", "A part is encoded in an unknown way and was kept raw."),
        "html-too-large": QT_TRANSLATE_NOOP(
            "Happenings", "The formatted text is very long; it is shown as plain text."
        ),
        "text-too-large": QT_TRANSLATE_NOOP(
            "Happenings", "The text is very long and was cut. The original is attached."
        ),
        "too-deep": QT_TRANSLATE_NOOP("Happenings", "Parts lie too deep in one another. The original is attached."),
        "too-many-parts": QT_TRANSLATE_NOOP("Happenings", "There are too many parts. The original is attached."),
        "boundary-missing": QT_TRANSLATE_NOOP(
            "Happenings", "The parts are not separated rightly; they were kept whole."
        ),
        "truncated": QT_TRANSLATE_NOOP("Happenings", "The e-mail breaks off before its end."),
        "text-behind-parts": QT_TRANSLATE_NOOP(
            "Happenings", "There was text outside all parts. The original is attached."
        ),
    }
)
_ODD = QT_TRANSLATE_NOOP("Happenings", "Something about this e-mail is odd ({code}). The original is attached.")

DONE: Mapping[str, str] = MappingProxyType(
    {
        "submit_ticket": QT_TRANSLATE_NOOP("Happenings", "Submitted {number}"),
        "handle_ticket": QT_TRANSLATE_NOOP("Happenings", "You handle {number} now"),
        "forward_ticket": QT_TRANSLATE_NOOP("Happenings", "Forwarded {number} to {to}"),
        "reply": QT_TRANSLATE_NOOP("Happenings", "Replied to {number}"),
        "add_note": QT_TRANSLATE_NOOP("Happenings", "Note added to {number}"),
        "complete_ticket": QT_TRANSLATE_NOOP("Happenings", "Completed {number}"),
        "end_ticket": QT_TRANSLATE_NOOP("Happenings", "Closed {number}"),
        "move_ticket": QT_TRANSLATE_NOOP("Happenings", "Moved {number}"),
        "set_priority": QT_TRANSLATE_NOOP("Happenings", "Priority of {number} changed"),
        "set_tags": QT_TRANSLATE_NOOP("Happenings", "Tags of {number} changed"),
        "cancel_ticket": QT_TRANSLATE_NOOP("Happenings", "Cancelled {number}"),
        "confirm_ticket": QT_TRANSLATE_NOOP("Happenings", "Your answer on {number} was sent"),
        "rate_ticket": QT_TRANSLATE_NOOP("Happenings", "Your feedback on {number} was sent"),
        "follow_up_ticket": QT_TRANSLATE_NOOP("Happenings", "Submitted a new ticket from {number}"),
        "return_incomplete": QT_TRANSLATE_NOOP("Happenings", "Returned {number} as incomplete"),
        "add_participant": QT_TRANSLATE_NOOP("Happenings", "People of {number} changed"),
        "share_link": QT_TRANSLATE_NOOP("Happenings", "Shared a link in {number}"),
    }
)
_REQUEUED = QT_TRANSLATE_NOOP("Happenings", "Put {number} back in the queue")
_REQUESTED = QT_TRANSLATE_NOOP("Happenings", "Confirmation of {number} requested")
_ANYTHING = QT_TRANSLATE_NOOP("Happenings", "{action}: {number}")


def system_message(code: str, data: Mapping[str, str], actor: str = "") -> str:
    """`actor` is the name of whoever did it."""
    values: dict[str, object] = {name: value for name, value in data.items() if value}
    values["actor"] = actor or names.author_kind(AuthorKind.SYSTEM)
    if data.get("solved") in list(Solved):
        values["solved"] = names.solved(Solved(data["solved"]))
    if data.get("priority") in list(Priority):
        values["priority"] = names.priority(Priority(data["priority"]))
    if code == "ticket-ended" and "solved" in values:
        return say("Happenings", ENDED_SOLVED, values)
    return say("Happenings", SYSTEM.get(code, code), values)


def letter_problem(code: str) -> str:
    return say("Happenings", PROBLEMS.get(code, _ODD), {"code": code})


def done(command: str, count: int = 1, *, number: str = "", to: str = "", asked: bool = False) -> str:
    """What a toast affirms. `asked`: completing meant asking the requester."""
    if count > 1:
        return DoneToSeveral().words(command, count)
    one = DONE.get(command, _ANYTHING)
    if command == "forward_ticket" and not to:
        one = _REQUEUED
    if command == "complete_ticket" and asked:
        one = _REQUESTED
    return say("Happenings", one, {"number": number, "to": to, "action": names.command(command)})


def undo_name(command: str, number: str) -> str:
    """What the Edit menu says."""
    return translate("Happenings", "Undo {action} {number}").format(action=names.command(command), number=number)


def undone(command: str, number: str) -> str:
    return translate("Happenings", "Undone: {action} {number}").format(action=names.command(command), number=number)


class DoneToSeveral(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def words(self, command: str, n: int) -> str:
        match command:
            case "submit_ticket":
                return self.tr("Submitted %n ticket(s)", "", n)
            case "handle_ticket":
                return self.tr("You handle %n ticket(s) more", "", n)
            case "forward_ticket":
                return self.tr("Forwarded %n ticket(s)", "", n)
            case "reply":
                return self.tr("Replied to %n ticket(s)", "", n)
            case "add_note":
                return self.tr("Note added to %n ticket(s)", "", n)
            case "complete_ticket":
                return self.tr("Completed %n ticket(s)", "", n)
            case "end_ticket":
                return self.tr("Closed %n ticket(s)", "", n)
            case "move_ticket":
                return self.tr("Moved %n ticket(s)", "", n)
            case "set_priority":
                return self.tr("Priority of %n ticket(s) changed", "", n)
            case "set_tags":
                return self.tr("Tags of %n ticket(s) changed", "", n)
            case _:
                return self.tr("Changed %n ticket(s)", "", n)
