"""What reading files gives: letters, ticket records, and what was rejected with the reason."""

from dataclasses import dataclass, field
from pathlib import Path

BODY_LIMIT = 256 * 1024  # bytes of UTF-8: longer HTML is kept as text, longer text is cut; the raw mail has it all
RAW_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file, letter or row that gave nothing; `data` fills the sentence for the code."""

    path: str
    code: str
    line: int = 0
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawLetter:
    """One letter as it lay there, not yet read; `place` names it, `done` counts the bytes of its file so far."""

    path: str
    raw: bytes = field(repr=False)
    raw_sha256: str
    number: int = 1  # counts within a file of many
    done: int = 0

    @property
    def place(self) -> str:
        return self.path if self.number == 1 else f"{self.path}#{self.number}"


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One part that is not the body; the name is safe, the content is decoded."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    content_id: str = ""
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as far as it could be read. `problems` are codes; `keep_raw` asks to attach `raw` as well.

    Ids of mails stand without their angle brackets. `sender_address` is "unknown" where there is none.
    """

    path: str
    raw: bytes = field(repr=False)
    raw_sha256: str
    sender_name: str = ""
    sender_address: str = "unknown"
    subject: str = ""
    date_ms: int | None = None
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    body_html: str | None = None
    body_text: str = ""
    parts: tuple[LetterPart, ...] = ()
    problems: tuple[str, ...] = ()
    keep_raw: bool = False


@dataclass(frozen=True, slots=True)
class MessageRecord:
    """One message of an imported ticket."""

    author: str
    body: str
    at_ms: int | None = None
    kind: str = "reply"


@dataclass(frozen=True, slots=True)
class TicketRecord:
    """One ticket of a csv or json file; values are the file's own words. `extra` are the unknown columns."""

    path: str
    line: int
    digest: str  # sha256 of the content: the same row in another file is the same ticket
    subject: str
    requester: str
    body: str
    id: str = ""
    number: str = ""
    created_ms: int | None = None
    state: str = ""
    type: str = ""
    priority: str = ""
    service: str = ""
    channel: str = ""
    tags: tuple[str, ...] = ()
    messages: tuple[MessageRecord, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    done: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A file or directory to be read, for a progress bar; a source that cannot be read has the reason in `problem`."""

    path: Path
    format: str  # eml | mbox | csv | json; a maildir or a directory gives one source for each of its files
    size: int
    problem: str = ""
    reason: str = ""  # in the words of the system


Found = RawLetter | TicketRecord | Rejected
