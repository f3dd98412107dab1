"""English sentences for the terminal: each names the rule, whose fault it is and what to do next.

The window has its own in every language; a test holds both lists complete.
"""

from collections.abc import Mapping

from agentdesk.cli.scheme_sentences import SCHEME
from agentdesk.interchange.letters import Rejected
from agentdesk.store.errors import DeskError

REFUSALS: Mapping[str, str] = {
    "agreement-required": "The customer agreement must be accepted.",
    "already-decided": "This has already been decided.",
    "already-exists": "There is already something with this id.",
    "already-handled": "Somebody else has already taken this ticket.",
    "already-handler": "This person already handles the ticket.",
    "already-participant": "{name} is already on this ticket.",
    "already-rated": "This ticket has already been rated; feedback is given once.",
    "approver-required": "Say who decides the level {name}: a role or a person.",
    "archive-unsafe": "{name} unpacks to too much, or holds archives or links; attach its files one by one.",
    "bad-argument": "The argument {field} does not fit: {why}.",
    "bad-dates": "The end must lie after the beginning, and in the future.",
    "bad-link": "Only http, https and mailto links can be shared.",
    "class-not-for-upstream": "Tickets of an ordinary type cannot be submitted upstream.",
    "comment-required": "A comment is required.",
    "contact-required": "A mobile number or an e-mail address is required.",
    "content-changed": "Something has changed there since; look at it first.",
    "description-required": "A description is required.",
    "domain-required": "A domain is required.",
    "duplicate-message": "This message is already here.",
    "file-empty": "{name} is empty.",
    "file-infected": "The server's virus scanner found something in {name}; it was not taken.",
    "provider-failed": "The provider could not do it.",
    "provider-timeout": "The provider did not answer in time; whether it was done is not known.",
    "file-damaged": "{name} is damaged on this computer; attach it again.",
    "file-missing": "{name} is not in the desk's store; attach it again.",
    "file-too-large": "{name} has {size} bytes; at most {limit} are allowed here.",
    "file-type-mismatch": "{name} is not what its ending says.",
    "file-type-not-allowed": "{name} cannot be attached here; allowed are {allowed}.",
    "form-required": "This type needs its filled and stamped form attached ({form}).",
    "handle-first": "Handle the ticket first.",
    "handler-available": "The ticket has a working handler; only they can do this.",
    "host-in-trash": "The host {name} is in the trash.",
    "host-twice": "A host is named twice.",
    "hosts-of-several-projects": "The hosts belong to several projects; make one request for each.",
    "hosts-required": "Name at least one host.",
    "hours-only-with-mobile": "Hours can only be given with a mobile number.",
    "id-reuse": "The server has already judged something else under this id; send it again as a new command.",
    "last-admin": "A desk needs at least one administrator.",
    "letter-too-large": "The letter is larger than 64 MiB.",
    "mail-not-configured": "This desk sends no mail, so the mailbox cannot be verified; choose another type.",
    "memory-required": "The memory is required.",
    "name-required": "A name is required.",
    "name-taken": "The name {name} is already in use.",
    "needs-connection": "This needs a connection to the server.",
    "no-email-thread": "This ticket has no e-mail thread of its own; quote its number in a new ticket.",
    "no-form-needed": "Tickets of this type need no form.",
    "not-a-handler": "{name} is not on the list of handlers for this source.",
    "not-a-member": "You are not a member of this project.",
    "not-a-participant": "This person is not on the ticket.",
    "not-allowed": "You may not do this; ask an administrator for the role.",
    "not-an-approver": "You do not decide this level.",
    "not-closed-yet": "This is possible once the ticket is closed.",
    "not-decided-yet": "The request has not passed all levels yet.",
    "not-due": "Nothing is due.",
    "not-found": "There is no such thing, or you may not see it.",
    "not-in-this-state": "This is not possible in the ticket's present state.",
    "not-in-trash": "{name} is not in the trash.",
    "not-to-oneself": "Name somebody else.",
    "not-within-your-rights": "Your role does not allow this; ask an administrator.",
    "number-required": "The rule of the level {name} needs a number.",
    "operation-running": "The operation is running; wait until it ends.",
    "other-kind": "The process is for another kind of request.",
    "own-request": "Nobody decides their own request here.",
    "person-disabled": "{name} has been disabled.",
    "priority-required": "A priority is required.",
    "process-disabled": "There is no process in force for this.",
    "process-exists": "There is already a process for this kind; change that one.",
    "project-out-of-reach": "This project cannot be joined: it is not of the applicant's domain.",
    "project-required": "A project is required.",
    "quota-below-use": "More is in use already than this quota: {size}.",
    "quota-exceeded": "The quota does not allow this: {size}.",
    "rating-not-offered": "Tickets of this source are not rated.",
    "rating-required": "A rating from 1 to 5 is required.",
    "rating-too-early": "The ticket can be rated once it is closed.",
    "reason-required": "A reason is required.",
    "request-withdrawn": "The request was withdrawn.",
    "role-needs-scope": "The role {role} needs a scope: {scopes}.",
    "role-required": "A role is required.",
    "scheme-invalid": "The scheme is not valid: line {line}, {reason}.",
    "scheme-state-removed": "The state {state} cannot be removed or change its kind; tickets may stand in it.",
    "scheme-unknown": "There is no scheme {scheme}.",
    "scope-not-for-kind": "Approvers of this kind of request cannot be of the scope {scope}.",
    "service-disabled": "The service {name} is disabled.",
    "service-required": "A service is required.",
    "size-required": "Name at least one size.",
    "source-disabled": "The source {source} is disabled.",
    "levels-not-here": "The levels of this request have not been read from the server yet; try again in a moment.",
    "stage-not-open": "This level is not open yet.",
    "stage-required": "A process needs at least one level.",
    "subject-required": "A title is required.",
    "target-required": "Say to whom the ticket is forwarded.",
    "text-required": "Write something or attach a file.",
    "ticket-cancelled": "The ticket is cancelled; start a new one from it.",
    "ticket-closed": "The ticket is closed; start a new one from it.",
    "thread-too-long": "This ticket holds as much as one can; go on in a new one that follows it.",
    "too-many-files": "{count} files are too many; at most {limit} are allowed at a time.",
    "too-many-stages": "At most {most} levels are possible here.",
    "too-old": "This waited for more than 180 days; send it again if it still holds.",
    "type-class-taken": "There is already a type of this class: {name}.",
    "type-disabled": "The type {name} is disabled.",
    "type-required": "A type is required.",
    "unknown-command": "There is no command {name}.",
    "unknown-kind": "Requests of this kind do not exist; file a ticket.",
    "vcpus-required": "The number of vCPUs is required.",
    "wrong-source": "{name} belongs to another source.",
}
_ARGUMENT: Mapping[str, str] = {
    "missing": "it is required",
    "unknown": "there is no such argument",
    "too-long": "at most {limit} are allowed",
    "out-of-range": "it is out of range, at most {limit}",
    "not-an-id": "it is not an id",
    "not-a-list": "it must be a list",
    "unknown-word": "it is not one of the allowed words",
    "wrong-type": "it must be of type {type}",
    "bad-text": "it holds characters that are not text",
    "not-a-hash": "it is not a sha256",
}
DESK: Mapping[str, str] = {
    "desk-missing": "There is no desk in {path}; open it in the window or import into it first.",
    "not-a-desk": "{path} is not a desk of AgentDesk; nothing was changed. Choose another directory.",
    "not-a-directory": "{path} is a file, and a desk is a directory; nothing was changed. Name the directory.",
    "desk-newer": "{path} was written by a newer AgentDesk (schema {version}, this one knows {known}); "
    "update the program.",
    "desk-locked": "The desk in {path} is open in another window; close it and try again.",
    "desk-read-only": "{path} cannot be written; check its rights or the disk. Nothing was changed.",
    "desk-damaged": "The desk's file was damaged. {kept} rows were carried into a new file, about {lost} were lost; "
    "the old file is kept as {moved}.",
    "directory-not-empty": "{path} is not empty; name a new directory.",
    "disk-full": "The disk of {path} is full; make room and try again. Nothing was changed.",
    "disk-error": "The disk of {path} gave an error ({detail}); check the disk. Nothing was changed.",
    "person-unknown": "There is no person “{person}” on this desk.",
    "lease-ended": "This desk has not met its server for {days} days, so it stays closed; nothing is lost. "
    "Sign in: agentdesk connect {server} --as NAME --password-stdin.",
    "person-disabled": "{person} has been disabled on this desk.",
    "program-fault": "AgentDesk made a mistake of its own ({detail}). Nothing was changed; try again, and report it "
    "if it comes again.",
}
REJECTIONS: Mapping[str, str] = {
    "bad-json": "this is not valid JSON: {reason}",
    "bad-quoting": "the quoting of this row is broken",
    "bad-time": "a time is not ISO 8601: {column}",
    "bad-value": "a value does not fit: {column}",
    "cannot-read": "the file cannot be read: {reason}",
    "cell-too-large": "the cell {column} is larger than {limit}",
    "empty-file": "the file is empty",
    "missing-columns": "the columns subject, requester and body are required; missing: {columns}",
    "missing-value": "a required value is missing: {column}",
    "no-rows": "the file holds no rows",
    "not-a-file": "this is not a file",
    "not-a-ticket": "this is not a ticket object",
    "row-too-long": "the row has more cells than there are columns",
    "too-large": "it is larger than {limit}",
}
PROBLEMS: Mapping[str, str] = {
    "unreadable": "This is no readable e-mail.",
    "no-headers": "The e-mail has no header lines.",
    "header-too-large": "A header line was too long and was cut.",
    "sender-bad": "The sender's address could not be read.",
    "date-missing": "The e-mail says no date; the time of import stands here.",
    "date-bad": "The e-mail's date makes no sense; the time of import stands here.",
    "charset-guessed": "The e-mail's character set is missing or wrong; it was guessed.",
    "charset-damaged": "Some characters could not be decoded.",
    "part-damaged": "A part is damaged and was kept as far as it could be read.",
    "encoding-unknown": "A part is encoded in an unknown way and was kept raw.",
    "html-too-large": "The formatted text is over 256 KiB; it is shown as plain text.",
    "text-too-large": "The text is very long and was cut.",
    "too-deep": "Parts lie too deep in one another.",
    "too-many-parts": "There are too many parts.",
    "boundary-missing": "The parts are not separated rightly; they were kept whole.",
    "truncated": "The e-mail breaks off before its end.",
    "text-behind-parts": "There was text outside all parts.",
}
"""What could not be read of a letter; its original is attached where something of it would be lost."""
_PROGRAM = "{name} is a program; programs cannot be attached."
_OF_SIZES = frozenset({"file-too-large", "too-large", "cell-too-large"})
_KIB, _MIB = 1024, 1024 * 1024


class _Gaps(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def refusal_sentence(code: str, data: Mapping[str, object]) -> str:
    values = _Gaps(data)
    if code == "bad-argument":
        values["why"] = _ARGUMENT[str(data.get("why", "wrong-type"))].format_map(values)
    if code == "scheme-invalid":
        values["reason"] = SCHEME[str(data.get("reason"))].format_map(values)
    if code in _OF_SIZES:
        values["limit"] = _size(data.get("limit"))
    if code == "file-type-not-allowed" and not data.get("allowed"):
        return _PROGRAM.format_map(values)
    return REFUSALS[code].format_map(values)


def desk_sentence(error: DeskError) -> str:
    return DESK[error.code].format_map(_Gaps(error.data))


def rejection_sentence(rejected: Rejected) -> str:
    data = dict(rejected.data)
    if rejected.code in REFUSALS:
        return refusal_sentence(rejected.code, data)
    if rejected.code in _OF_SIZES:
        data["limit"] = _size(data.get("limit"))
    return REJECTIONS[rejected.code].format_map(_Gaps(data))


def _size(count: object) -> str:
    """8 MiB, 256 KiB, 1000 bytes: limits are mostly whole ones."""
    size = int(str(count))
    for unit, name in ((_MIB, "MiB"), (_KIB, "KiB")):
        if size and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size} bytes"
