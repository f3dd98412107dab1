"""A letter from the bytes of a mail: always one, whatever the bytes are."""

import hashlib
import re
from dataclasses import dataclass, field

from agentdesk.domain.filenames import safe_name
from agentdesk.domain.text import html_to_text, squash
from agentdesk.interchange import charsets, transfer
from agentdesk.interchange.headers import Fields, addresses, date_ms, ids, parameters
from agentdesk.interchange.letters import BODY_LIMIT, Letter, LetterPart
from agentdesk.interchange.mime import Leaf, Parts

TEXT_LIMIT = 4 * 1024 * 1024  # characters
_BYTES_READ = 2 * TEXT_LIMIT
_HTML_READ = 4 * BODY_LIMIT  # what is behind it is in the raw mail, and reading it would take seconds
_SUBJECT_LIMIT = 1_000

_NO_FIELDS = "no-headers"
_HTML_TOO_LARGE = "html-too-large"
_TEXT_TOO_LARGE = "text-too-large"
_UNREADABLE = "unreadable"
# These lose nothing: the letter says all that the mail said.
_HARMLESS = frozenset({"date-missing", "date-bad", "sender-bad"})

_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_EXTENSIONS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/csv": ".csv",
    "text/calendar": ".ics",
    "text/enriched": ".txt",
    "text/rfc822-headers": ".txt",
    "text/x-vcard": ".vcf",
    "text/vcard": ".vcf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/svg+xml": ".svg",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/json": ".json",
    "application/pgp-signature": ".asc",
    "application/pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m",
    "application/ms-tnef": ".dat",
    "message/delivery-status": ".txt",
    "message/disposition-notification": ".txt",
    "audio/mpeg": ".mp3",
    "video/mp4": ".mp4",
}


def read_letter(raw: bytes, path: str) -> Letter:
    """The letter in these bytes. What cannot be read is named by a code, and `keep_raw` is set."""
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        return _read(raw, path, sha256)
    except Exception:  # noqa: BLE001 - a mail must never be lost because our reading of it has a fault
        text = _tidy(raw[:BODY_LIMIT].decode("utf-8", "replace"))
        return Letter(path, raw, sha256, body_text=text, problems=(_UNREADABLE,), keep_raw=True)


@dataclass(slots=True)
class _Body:
    """What is known so far of the text a person reads."""

    group: int = -1
    html: str | None = None
    text: str | None = None
    problems: set[str] = field(default_factory=set)


def _read(raw: bytes, path: str, sha256: str) -> Letter:
    parts = Parts(_with_newlines(raw))
    fields, body = parts.fields, _Body()
    attached = list(_attachments(parts, body, _with_newlines(raw)))
    html, text = _bounded(body)
    sender_name, sender_address = _sender(fields)
    to, cc = _others(fields, "to"), _others(fields, "cc")
    answered, subject = ids(fields.raw("in-reply-to")), fields.words("subject")
    problems = body.problems | parts.problems | _header_problems(fields, sender_address) | fields.problems
    return Letter(
        path=path,
        raw=raw,
        raw_sha256=sha256,
        sender_name=sender_name,
        sender_address=sender_address,
        subject=subject[:_SUBJECT_LIMIT],
        date_ms=date_ms(fields.raw("date")),
        message_id=next(iter(ids(fields.raw("message-id"))), ""),
        in_reply_to=answered[0] if answered else "",
        references=ids(" ".join(fields.all("references"))),
        to=to,
        cc=cc,
        body_html=html,
        body_text=text,
        parts=tuple(attached),
        problems=tuple(sorted(problems)),
        keep_raw=bool(problems - _HARMLESS),
    )


# ------------------------------------------------------------------------------------------------ headers


def _sender(fields: Fields) -> tuple[str, str]:
    boxes = addresses(fields, "from")
    name, address = next((box for box in boxes if box[1]), boxes[0] if boxes else ("", ""))
    return squash(name)[:200], address or "unknown"


def _others(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for _, address in addresses(fields, name) if address))


def _header_problems(fields: Fields, sender_address: str) -> set[str]:
    problems = set()
    if not len(fields):
        problems.add(_NO_FIELDS)
    if sender_address == "unknown":
        problems.add("sender-bad")
    date = fields.raw("date").strip()
    if date_ms(date) is None:
        problems.add("date-bad" if date else "date-missing")
    return problems


# ------------------------------------------------------------------------------------------- body and parts


def _attachments(parts: Parts, body: _Body, raw: bytes) -> list[LetterPart]:
    attached: list[LetterPart] = []
    for leaf in parts.leaves():
        content, problem = _content(leaf, raw)
        body.problems |= {problem} - {""}
        disposition, given = parameters(leaf.fields, "content-disposition")
        name = given.get("filename") or leaf.parameters.get("name") or _location(leaf)
        is_file = disposition.startswith("attachment") or bool(name)
        if (is_file or not _taken_as_body(leaf, content, body, attached)) and (content or name):
            attached.append(_part(leaf, content, name, disposition, len(attached) + 1))
        body.problems |= leaf.fields.problems
    return attached


def _content(leaf: Leaf, raw: bytes) -> tuple[bytes, str]:
    if not leaf.opened:
        return raw[leaf.head : leaf.end], ""
    return transfer.decoded(raw[leaf.start : leaf.end], leaf.fields.raw("content-transfer-encoding"))


def _taken_as_body(leaf: Leaf, content: bytes, body: _Body, attached: list[LetterPart]) -> bool:
    """The first text is the body; of an alternative also its other version. Empty texts are nothing."""
    if leaf.media_type not in {"text/plain", "text/html"} or not leaf.opened:
        return False
    is_html = leaf.media_type == "text/html"
    other = body.text if is_html else body.html
    same = body.html if is_html else body.text
    started = body.html is not None or body.text is not None
    if started and (same is not None or other is None or not leaf.group or leaf.group != body.group):
        return not content.strip()
    if not is_html:
        content, files = transfer.uuencoded_blocks(content)
        attached.extend(
            LetterPart(safe_name(_file_name(name)), "application/octet-stream", file) for name, file in files
        )
    text = _text(leaf, content, body)
    if not text.strip():
        return True
    body.group = leaf.group
    if is_html:
        body.html = text
    else:
        body.text = text
    return True


def _text(leaf: Leaf, content: bytes, body: _Body) -> str:
    if len(content) > _BYTES_READ:
        content = content[: content.rfind(b"\n", 0, _BYTES_READ) + 1 or _BYTES_READ]
        body.problems.add(_TEXT_TOO_LARGE)
    text, problem = charsets.decoded(content, leaf.parameters.get("charset", ""))
    body.problems |= {problem} - {""}
    text = _tidy(text)
    if leaf.media_type == "text/plain" and leaf.parameters.get("format", "").lower() == "flowed":
        return _unflowed(text, leaf.parameters.get("delsp", "").lower() == "yes")
    return text


def _bounded(body: _Body) -> tuple[str | None, str]:
    """HTML and text within their limits, and a code for what was cut."""
    html, text = body.html, body.text
    if html is not None:
        text = text if text is not None else html_to_text(html[:_HTML_READ])
        if len(html.encode()) > BODY_LIMIT:
            html = None
            body.problems.add(_HTML_TOO_LARGE)
    text = (text or "").strip("\n")
    if len(text) > TEXT_LIMIT:
        text = text[:TEXT_LIMIT]
        body.problems.add(_TEXT_TOO_LARGE)
    return html, text


def _part(leaf: Leaf, content: bytes, name: str, disposition: str, number: int) -> LetterPart:
    content_id = next(iter(ids(leaf.fields.raw("content-id"))), "")
    media_type = leaf.media_type if leaf.opened else "message/rfc822"
    inline = disposition.startswith("inline") or (bool(content_id) and not disposition)
    return LetterPart(
        safe_name(name) if name else _name_by_type(media_type, number), media_type, content, content_id, inline
    )


def _name_by_type(media_type: str, number: int) -> str:
    if media_type in {"message/rfc822", "message/global"}:
        return f"message-{number}.eml"
    return safe_name(f"{media_type.partition('/')[0]}-{number}{_EXTENSIONS.get(media_type, '.bin')}")


def _location(leaf: Leaf) -> str:
    """The last part of Content-Location, which some phones and programs give instead of a name."""
    place = leaf.fields.words("content-location") if leaf.media_type not in {"text/plain", "text/html"} else ""
    return re.split(r"[/?#]", place.partition("?")[0])[-1][:200]


def _file_name(name: bytes) -> str:
    return charsets.header_text(name)[0]


# --------------------------------------------------------------------------------------------------- text


def _with_newlines(raw: bytes) -> bytes:
    """Very old programs end lines with a carriage return alone."""
    return raw.replace(b"\r", b"\n") if b"\r" in raw and b"\n" not in raw else raw


def _tidy(text: str) -> str:
    return _NOT_IN_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _unflowed(text: str, delete_space: bool) -> str:
    """format=flowed (RFC 3676): a line that ends with a space goes on in the next one."""
    lines = []
    for line in text.split("\n"):
        line = line.removeprefix(" ")
        if line.endswith(" ") and line != "-- ":
            lines.append(line[:-1] if delete_space else line)
        else:
            lines.append(line + "\n")
    return "".join(lines)
