"""Rows as csv, xlsx and json."""

import csv
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

_Rows = Iterable[Mapping[str, object]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_XLSX_CELL = 32_767
_XLSX_ROWS = 1_048_575  # one less than a sheet has: each begins with the titles
_SURROGATE = re.compile("[\ud800-\udfff]")


def table_as_csv(rows: _Rows, columns: Sequence[str], out: Path) -> None:
    """RFC 4180 in UTF-8. A cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_harmless(column) for column in columns])
        writer.writerows([_harmless(cell(row.get(column))) for column in columns] for row in rows)


def table_as_xlsx(rows: _Rows, columns: Sequence[str], out: Path) -> None:
    """Every cell is text; a list longer than a sheet goes on in the next one."""
    with TemporaryDirectory() as scratch:
        made = Path(scratch, "book.xlsx")
        book = Workbook(str(made), {"constant_memory": True, "tmpdir": scratch})
        try:
            _fill(book, rows, columns)
        finally:
            _close(book)
        copyfile(made, out)


def json_of_rows(rows: _Rows, columns: Sequence[str], out: Path) -> None:
    """An array with one object a line, so that a long one can be read with simple tools."""
    with out.open("w", encoding="utf-8") as file:
        file.write("[")
        for number, row in enumerate(rows):
            file.write(",\n" if number else "\n")
            file.write(_json({column: row.get(column) for column in columns}))
        file.write("\n]\n")


def json_of_ticket(ticket: Mapping[str, object], messages: Sequence[Mapping[str, object]], out: Path) -> None:
    whole = {**ticket, "messages": [dict(message) for message in messages]}
    out.write_text(_json(whole, indent=2) + "\n", encoding="utf-8")


def cell(value: object) -> str:
    """A value as the text of one cell; names of attachments rather than their records."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_name(each) for each in value)
    return _name(value)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        return cell(value.get("name")) if "name" in value else _json(dict(value))
    return cell(value) if isinstance(value, (str, bool)) else str(value)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(value: object, indent: int | None = None) -> str:
    return _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, default=str, indent=indent))


def _fill(book: Workbook, rows: _Rows, columns: Sequence[str]) -> None:
    sheet = _sheet(book, columns)
    for number, row in enumerate(rows):
        line = number % _XLSX_ROWS
        if number and not line:
            sheet = _sheet(book, columns)
        for place, column in enumerate(columns):
            sheet.write_string(line + 1, place, cell(row.get(column))[:_XLSX_CELL])


def _sheet(book: Workbook, columns: Sequence[str]) -> Worksheet:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column)
    return sheet


def _close(book: Workbook) -> None:
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error
