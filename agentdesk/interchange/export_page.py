"""Rows and tickets as one HTML page: all text escaped, nothing loaded, no script."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from agentdesk.domain.text import squash, text_to_html
from agentdesk.interchange.export_table import cell
from agentdesk.interchange.page_words import PageWords

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top}article{border:1px solid #ccc;border-radius:6px;margin:1rem 0;padding:.5rem 1rem;"
    "overflow-wrap:anywhere}.staff{background:#fff6da}header{color:#555}"
)
ENGLISH = PageWords()
_FACTS = ("number", "state_label", "priority", "type", "service", "requester", "handler", "domain", "created", "closed")


def page_of_rows(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], out: Path, words: PageWords = ENGLISH
) -> None:
    with out.open("w", encoding="utf-8") as file:
        _begin(file, out.stem)
        heads = "".join(f"<th>{escape(words.field(column))}</th>" for column in columns)
        file.write(f"<table><thead><tr>{heads}</tr></thead>\n")
        for row in rows:
            cells = (escape(words.value(column, row.get(column))) for column in columns)
            file.write("<tr>" + "".join(f"<td>{text}</td>" for text in cells) + "</tr>\n")
        file.write("</table></body></html>\n")


def page_of_ticket(
    ticket: Mapping[str, object], messages: Sequence[Mapping[str, object]], out: Path, words: PageWords = ENGLISH
) -> None:
    subject = squash(cell(ticket.get("subject")))
    with out.open("w", encoding="utf-8") as file:
        _begin(file, subject)
        file.write(f"<h1>{escape(subject)}</h1>\n<table>")
        for fact in _FACTS:
            if value := words.value(fact, ticket.get(fact)):
                file.write(f"<tr><th>{escape(words.field(fact))}</th><td>{escape(value)}</td></tr>\n")
        file.write("</table>\n")
        for message in messages:
            file.write(_article(message, words))
        file.write("</body></html>\n")


def _article(message: Mapping[str, object], words: PageWords) -> str:
    staff = ' class="staff"' if message.get("visibility") == "staff" else ""
    told = (words.value(key, message.get(key)) for key in ("author", "at", "kind", "visibility"))
    head = " · ".join(escape(text) for text in told if text)
    files = cell(message.get("attachments"))
    footer = f"<footer>{escape(files)}</footer>" if files else ""
    body = text_to_html(cell(message.get("body_text")) or _happened(message, words))
    return f"<article{staff}><header>{head}</header>{body}{footer}</article>\n"


def _happened(message: Mapping[str, object], words: PageWords) -> str:
    """A system message has a code and no text."""
    code, data = cell(message.get("code")), message.get("data")
    known = {str(name): str(value) for name, value in data.items()} if isinstance(data, Mapping) else {}
    return words.happening(code, known, cell(message.get("author"))) if code else ""


def _begin(file: TextIO, title: str) -> None:
    file.write(
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{escape(_POLICY)}"><title>{escape(title)}</title><style>{_STYLE}</style></head><body>\n'
    )
