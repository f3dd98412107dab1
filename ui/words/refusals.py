"""A sentence for every no of the rules: which rule it is, and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from agentdesk.desk.queries.rows import Refusal
from ui.words.approving import APPROVING, of_quota
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.times import size, size_over

SENTENCES: Mapping[str, str] = MappingProxyType(
    dict(APPROVING)
    | {
        "not-found": QT_TRANSLATE_NOOP("Refusals", "It is not there, or not for you to see."),
        "not-allowed": QT_TRANSLATE_NOOP("Refusals", "Your role does not include this."),
        "person-disabled": QT_TRANSLATE_NOOP("Refusals", "This account is disabled. An administrator can enable it."),
        "ticket-closed": QT_TRANSLATE_NOOP("Refusals", "The ticket is closed. Start a new ticket from it instead."),
        "ticket-cancelled": QT_TRANSLATE_NOOP(
            "Refusals", "The ticket was cancelled. Start a new ticket from it instead."
        ),
        "not-in-this-state": QT_TRANSLATE_NOOP("Refusals", "The ticket's status does not allow this now."),
        "handle-first": QT_TRANSLATE_NOOP("Refusals", "Handle the ticket first."),
        "already-handled": QT_TRANSLATE_NOOP("Refusals", "Somebody else handles this ticket."),
        "already-handler": QT_TRANSLATE_NOOP("Refusals", "This person already handles the ticket."),
        "no-email-thread": QT_TRANSLATE_NOOP(
            "Refusals", "The ticket did not come by e-mail, so there is no thread to answer in."
        ),
        "handler-available": QT_TRANSLATE_NOOP("Refusals", "The ticket's handler is available and keeps it."),
        "no-form-needed": QT_TRANSLATE_NOOP("Refusals", "Tickets of this type need no form."),
        "already-rated": QT_TRANSLATE_NOOP("Refusals", "Feedback was already given, and it is given once."),
        "rating-not-offered": QT_TRANSLATE_NOOP("Refusals", "This source does not ask for a rating here."),
        "rating-too-early": QT_TRANSLATE_NOOP("Refusals", "Feedback is possible when the ticket is closed."),
        "not-closed-yet": QT_TRANSLATE_NOOP("Refusals", "Possible when the ticket is closed or cancelled."),
        "already-exists": QT_TRANSLATE_NOOP("Refusals", "It is there already; nothing was done twice."),
        "reason-required": QT_TRANSLATE_NOOP("Refusals", "Give a reason."),
        "comment-required": QT_TRANSLATE_NOOP("Refusals", "Write a comment."),
        "rating-required": QT_TRANSLATE_NOOP("Refusals", "Choose a rating from 1 to 5."),
        "target-required": QT_TRANSLATE_NOOP("Refusals", "Choose to whom the ticket is forwarded."),
        "text-required": QT_TRANSLATE_NOOP("Refusals", "Write something first."),
        "subject-required": QT_TRANSLATE_NOOP("Refusals", "Give the ticket a title."),
        "description-required": QT_TRANSLATE_NOOP("Refusals", "Describe the problem."),
        "type-required": QT_TRANSLATE_NOOP("Refusals", "Choose a type."),
        "service-required": QT_TRANSLATE_NOOP("Refusals", "Choose a service."),
        "agreement-required": QT_TRANSLATE_NOOP("Refusals", "Accept the agreement first."),
        "contact-required": QT_TRANSLATE_NOOP("Refusals", "Say how you can be reached."),
        "priority-required": QT_TRANSLATE_NOOP("Refusals", "Choose a priority."),
        "hours-only-with-mobile": QT_TRANSLATE_NOOP("Refusals", "Hours are given only with a mobile number."),
        "form-required": QT_TRANSLATE_NOOP("Refusals", "Attach the completed form “{form}”."),
        "mail-not-configured": QT_TRANSLATE_NOOP(
            "Refusals",
            "Tickets of the type “{type}” need a code sent by e-mail, and this desk sends none. "
            "Choose another type or ask the administrator.",
        ),
        "type-disabled": QT_TRANSLATE_NOOP("Refusals", "The type “{name}” is no longer offered."),
        "service-disabled": QT_TRANSLATE_NOOP("Refusals", "The service “{name}” is no longer offered."),
        "source-disabled": QT_TRANSLATE_NOOP("Refusals", "“{source}” takes no new tickets."),
        "not-a-handler": QT_TRANSLATE_NOOP("Refusals", "{name} does not handle tickets of this source."),
        "wrong-source": QT_TRANSLATE_NOOP("Refusals", "“{name}” belongs to another source."),
        "already-participant": QT_TRANSLATE_NOOP("Refusals", "{name} already takes part."),
        "not-a-participant": QT_TRANSLATE_NOOP("Refusals", "This person does not take part in the ticket."),
        "bad-link": QT_TRANSLATE_NOOP("Refusals", "A shared link starts with http:// or https://."),
        "too-many-files": QT_TRANSLATE_NOOP("Refusals", "At most {limit} files go with one message."),
        "file-too-large": QT_TRANSLATE_NOOP("Refusals", "“{name}” is {size}; a file may have at most {limit}."),
        "file-empty": QT_TRANSLATE_NOOP("Refusals", "“{name}” is empty."),
        "file-type-not-allowed": QT_TRANSLATE_NOOP(
            "Refusals", "Files like “{name}” are not allowed here. Allowed are {allowed}."
        ),
        "file-type-mismatch": QT_TRANSLATE_NOOP(
            "Refusals", "“{name}” is not what its name says: its content is {media_type}."
        ),
        "archive-unsafe": QT_TRANSLATE_NOOP(
            "Refusals", "“{name}” unpacks to too much, or holds archives or links. Attach its files one by one."
        ),
        "file-infected": QT_TRANSLATE_NOOP(
            "Refusals", "The server's virus scanner found something in “{name}”. It was not taken."
        ),
        "file-damaged": QT_TRANSLATE_NOOP("Refusals", "“{name}” is damaged on this computer. Attach it again."),
        "file-missing": QT_TRANSLATE_NOOP("Refusals", "“{name}” is not on this computer any more. Attach it again."),
        "duplicate-message": QT_TRANSLATE_NOOP("Refusals", "This message is already on the desk."),
        "letter-too-large": QT_TRANSLATE_NOOP("Refusals", "The letter is larger than {limit}."),
        "scheme-invalid": QT_TRANSLATE_NOOP("Refusals", "The scheme has a mistake in line {line}: {reason}."),
        "scheme-state-removed": QT_TRANSLATE_NOOP(
            "Refusals", "Tickets are in the status “{state}”, so the scheme must keep it."
        ),
        "scheme-unknown": QT_TRANSLATE_NOOP("Refusals", "There is no scheme “{scheme}” on this desk."),
        "type-class-taken": QT_TRANSLATE_NOOP("Refusals", "There is already a category of this type: “{name}”."),
        "class-not-for-upstream": QT_TRANSLATE_NOOP("Refusals", "Ordinary categories are not handed upstream."),
        "name-taken": QT_TRANSLATE_NOOP("Refusals", "The name “{name}” is taken."),
        "name-required": QT_TRANSLATE_NOOP("Refusals", "Give it a name."),
        "last-admin": QT_TRANSLATE_NOOP("Refusals", "The desk needs at least one administrator."),
        "role-needs-scope": QT_TRANSLATE_NOOP("Refusals", "This role is given for: {scopes}."),
        "unknown-command": QT_TRANSLATE_NOOP("Refusals", "This version does not know “{name}”."),
        "not-due": QT_TRANSLATE_NOOP("Refusals", "It is not due yet."),
        "needs-connection": QT_TRANSLATE_NOOP("Refusals", "This works only while connected to the server."),
        "content-changed": QT_TRANSLATE_NOOP("Refusals", "The customer has written since: read it first."),
        "id-reuse": QT_TRANSLATE_NOOP("Refusals", "The server has already judged something else under this mark."),
        "thread-too-long": QT_TRANSLATE_NOOP(
            "Refusals", "This ticket holds as much as one can. Go on in a new one that follows it."
        ),
        "too-old": QT_TRANSLATE_NOOP(
            "Refusals", "This waited for more than 180 days: send it again if it still holds."
        ),
    }
)
BAD_ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "missing": QT_TRANSLATE_NOOP("Refusals", "“{field}” is missing."),
        "too-long": QT_TRANSLATE_NOOP("Refusals", "“{field}” is too long: at most {limit}."),
        "out-of-range": QT_TRANSLATE_NOOP("Refusals", "“{field}” is out of range: at most {limit}."),
        "bad-text": QT_TRANSLATE_NOOP("Refusals", "“{field}” holds characters that are no text."),
    }
)
_BAD_ARGUMENT = QT_TRANSLATE_NOOP("Refusals", "“{field}” does not have the form it needs.")
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "subject": QT_TRANSLATE_NOOP("Refusals", "Title"),
        "body_html": QT_TRANSLATE_NOOP("Refusals", "Text"),
        "note_html": QT_TRANSLATE_NOOP("Refusals", "Note"),
        "comment": QT_TRANSLATE_NOOP("Refusals", "Comment"),
        "reason": QT_TRANSLATE_NOOP("Refusals", "Reason"),
        "name": QT_TRANSLATE_NOOP("Refusals", "Name"),
        "title": QT_TRANSLATE_NOOP("Refusals", "Title"),
        "url": QT_TRANSLATE_NOOP("Refusals", "Address"),
        "type": QT_TRANSLATE_NOOP("Refusals", "Type"),
        "service": QT_TRANSLATE_NOOP("Refusals", "Service"),
        "contact": QT_TRANSLATE_NOOP("Refusals", "Contact"),
        "contact_hours": QT_TRANSLATE_NOOP("Refusals", "Hours"),
        "rating": QT_TRANSLATE_NOOP("Refusals", "Rating"),
        "minutes": QT_TRANSLATE_NOOP("Refusals", "Minutes"),
        "requester": QT_TRANSLATE_NOOP("Refusals", "Requester"),
        "add": QT_TRANSLATE_NOOP("Refusals", "Tags"),
        "remove": QT_TRANSLATE_NOOP("Refusals", "Tags"),
        "tags": QT_TRANSLATE_NOOP("Refusals", "Tags"),
        "files": QT_TRANSLATE_NOOP("Refusals", "Files"),
        "hosts": QT_TRANSLATE_NOOP("Refusals", "Hosts"),
        "count": QT_TRANSLATE_NOOP("Refusals", "How many"),
        "vcpus": QT_TRANSLATE_NOOP("Refusals", "vCPU"),
        "memory_gib": QT_TRANSLATE_NOOP("Refusals", "Memory"),
        "disk_gib": QT_TRANSLATE_NOOP("Refusals", "System disk"),
        "data_disk_gib": QT_TRANSLATE_NOOP("Refusals", "Data disk"),
        "image": QT_TRANSLATE_NOOP("Refusals", "Image"),
        "network": QT_TRANSLATE_NOOP("Refusals", "Network"),
        "billing": QT_TRANSLATE_NOOP("Refusals", "Billing"),
        "until": QT_TRANSLATE_NOOP("Refusals", "Until"),
    }
)
_DECIDED: Mapping[str, str] = MappingProxyType(
    {
        "pass": QT_TRANSLATE_NOOP("Refusals", "{name} has already passed this level."),
        "reject": QT_TRANSLATE_NOOP("Refusals", "{name} has already rejected this request."),
    }
)
_UNKNOWN = QT_TRANSLATE_NOOP("Refusals", "The rules of the desk do not allow this ({code}).")
_IN_BYTES = frozenset({"file-too-large", "letter-too-large"})
_PROGRAM = QT_TRANSLATE_NOOP("Refusals", "“{name}” could run as a program. Programs are not allowed here.")


def refusal(code: str, data: Mapping[str, object] | None = None) -> str:
    """Also the reason why an action is disabled."""
    values = dict(data or {})
    if code == "bad-argument":
        return _bad_argument(values)
    if code == "already-decided" and values.get("name"):
        return say("Refusals", _DECIDED.get(str(values.get("verdict")), SENTENCES[code]), values)
    sized = of_quota(code, values)
    if sized is not None:
        return sized
    if code in _IN_BYTES:
        values |= _in_bytes(values)
    if code == "file-type-not-allowed" and not values.get("allowed"):
        return say("Refusals", _PROGRAM, values)  # without a list of types only programs are kept out
    if code not in SENTENCES:
        return say("Refusals", _UNKNOWN, {"code": code})
    return say("Refusals", SENTENCES[code], values)


def _in_bytes(values: Mapping[str, object]) -> dict[str, object]:
    count, limit = values.get("size"), values.get("limit")
    sizes: dict[str, object] = {name: size(value) for name, value in values.items() if isinstance(value, int)}
    if isinstance(count, int) and isinstance(limit, int):
        sizes["size"] = size_over(count, limit)
    return sizes


def refusal_sentence(refused: Refusal) -> str:
    return refusal(refused.code, refused.data)


def _bad_argument(values: dict[str, object]) -> str:
    field = str(values.get("field", ""))
    values["field"] = say("Refusals", FIELDS[field]) if field in FIELDS else field
    return say("Refusals", BAD_ARGUMENTS.get(str(values.get("why")), _BAD_ARGUMENT), values)
