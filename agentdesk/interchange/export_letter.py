"""A ticket, or one of its messages, as a mail for any mail program."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from agentdesk.domain.filenames import safe_name
from agentdesk.domain.text import squash, text_to_html
from agentdesk.interchange.export_table import cell

_MEDIA_TYPE = re.compile(r"([a-z0-9.+-]{1,60})/([a-z0-9.+-]{1,100})\Z")
_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\Z")
_PLAIN_HOST = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\Z")
_MAIL_ID = re.compile(r"[!-;=?-~]{3,250}\Z")  # what may stand between < and > of a header
_MOST_REFERENCES = 20
_NO_HOST = "desk.invalid"  # people without an address; RFC 2606 keeps .invalid from ever being one


def ticket_as_letter(
    ticket: Mapping[str, object], messages: Sequence[Mapping[str, object]], blobs: Callable[[str], bytes | None]
) -> tuple[bytes, tuple[str, ...]]:
    """The mail, and the names of attachments whose content is not here.

    It is addressed to the requester, so what only staff may read is never in it. A ticket that came by mail is
    answered in its own thread, with its subject and its recipients (CS-25).
    """
    letter = EmailMessage(policy=SMTP)
    shown = [message for message in messages if message.get("visibility") != "staff"]
    _address_to(letter, ticket, shown[-1] if shown else ticket)
    _join_thread(letter, ticket, shown)
    text = _thread(shown)
    letter.set_content(text or "\n")
    letter.add_alternative(text_to_html(text) or "<p></p>", subtype="html")
    missing = _attach(letter, shown, blobs)
    return letter.as_bytes(), missing


def _address_to(letter: EmailMessage, ticket: Mapping[str, object], last: Mapping[str, object]) -> None:
    letter["From"] = _address(cell(last.get("author")) or cell(ticket.get("requester")))
    letter["To"] = _address(cell(ticket.get("requester")))
    copies = [_address(name) for name in _texts(ticket.get("participants")) if "@" in name]
    if copies:
        letter["Cc"] = copies
    letter["Date"] = format_datetime(_moment(cell(last.get("at")) or cell(ticket.get("last_activity"))))
    letter["Message-ID"] = f"<{_word(cell(last.get('id')))}@{_NO_HOST}>"


def _join_thread(letter: EmailMessage, ticket: Mapping[str, object], messages: Sequence[Mapping[str, object]]) -> None:
    subject, number = _line(cell(ticket.get("subject"))), _line(cell(ticket.get("number")))
    known = dict.fromkeys(cell(message.get("mail_id")) for message in messages)
    ids = [id for id in known if _MAIL_ID.match(id)]
    if not ids:
        letter["Subject"] = f"[{number}] {subject}" if number else subject
        return
    letter["Subject"] = subject if subject[:3].lower() == "re:" else f"Re: {subject}"
    letter["In-Reply-To"] = f"<{ids[-1]}>"
    letter["References"] = " ".join(f"<{id}>" for id in ids[-_MOST_REFERENCES:])


def _texts(values: object) -> list[str]:
    return [cell(value) for value in values] if isinstance(values, list | tuple) else []


def _thread(messages: Sequence[Mapping[str, object]]) -> str:
    """One message as it is; of several each with a line that says who and when."""
    if len(messages) == 1:
        return cell(messages[0].get("body_text"))
    return "\n\n".join(f"{_heading(message)}\n\n{cell(message.get('body_text'))}" for message in messages)


def _heading(message: Mapping[str, object]) -> str:
    author, at = _line(cell(message.get("author"))), _line(cell(message.get("at")))
    return f"--- {author} · {at} · {cell(message.get('kind'))} ---"


def _attach(
    letter: EmailMessage, messages: Sequence[Mapping[str, object]], blobs: Callable[[str], bytes | None]
) -> tuple[str, ...]:
    missing = []
    for attachment in _attachments(messages):
        name = safe_name(cell(attachment.get("name")))
        content = blobs(cell(attachment.get("sha256")))
        if content is None:
            missing.append(name)
            continue
        match = _MEDIA_TYPE.match(cell(attachment.get("media_type")).lower())
        main, sub = match.groups() if match else ("application", "octet-stream")
        if main in {"text", "message", "multipart"}:  # as it is, not as the mail package would rewrite it
            main, sub = "application", "octet-stream"
        letter.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return tuple(missing)


def _attachments(messages: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    found = []
    for message in messages:
        given = message.get("attachments")
        found += [each for each in given if isinstance(each, Mapping)] if isinstance(given, (list, tuple)) else []
    return found


def _address(person: str) -> Address:
    """A person of the desk as an address; one that no header may hold is kept as the name."""
    local, at, host = person.rpartition("@")
    if at and _PLAIN_LOCAL.match(local) and _PLAIN_HOST.match(host):
        try:
            return Address(username=local, domain=host)
        except (MessageError, ValueError):
            pass
    return Address(_line(person), _word(person), _NO_HOST)


def _word(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", ".", text).strip(".")[:60] or "nobody"


def _line(text: str) -> str:
    """No line end gets into a header."""
    return squash(text, 998)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
