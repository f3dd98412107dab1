"""agentdesk export: a queue, a ticket or the log as a file."""

import argparse
from pathlib import Path

from agentdesk.cli.answer import CannotUse, Usage, print_json, print_text
from agentdesk.cli.list_ import queue_rows
from agentdesk.cli.log import log_record, log_rows
from agentdesk.cli.options import SubParsers, common, reading
from agentdesk.cli.show import ticket_id
from agentdesk.desk import Desk
from agentdesk.desk.exporting import NoPdf, export_ticket, write_records
from agentdesk.desk.plain import ROW_COLUMNS, ticket_row
from agentdesk.desk.queries.queues import QUEUES
from agentdesk.interchange.export import CannotExport

FORMATS = ("csv", "xlsx", "json", "eml", "html", "pdf")
_LOG_COLUMNS = ("id", "at", "actor", "command", "root_kind", "root", "data", "sealed")


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("export", help="a queue, a ticket or the log as a file")
    parser.add_argument("what", metavar="QUEUE|ID|log")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--columns", default=None, metavar="a,b,c")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--filter", action="append", default=[], metavar="NAME=VALUE")
    common(parser)
    parser.set_defaults(run=run, on=None, start=None, end=None, before=None, limit=1_000_000)


def run(options: argparse.Namespace) -> int:
    if not options.out.absolute().parent.is_dir():
        raise Usage(f"There is no directory {options.out.absolute().parent}.")
    try:
        with reading(options) as desk:
            answer = _export(desk, options)
    except CannotExport as cannot:
        raise CannotUse(f"{options.out} cannot be written: {cannot.reason or cannot.code}.") from None
    except NoPdf:
        raise CannotUse("PDF needs the window's libraries: install agentdesk[desktop].") from None
    if options.json:
        print_json(answer)
    else:
        print_text(f"{options.out} written")
    return 0


def _export(desk: Desk, options: argparse.Namespace) -> dict[str, object]:
    if options.what in QUEUES:
        rows = queue_rows(desk, options.what, tuple(options.filter))
        return _write(options, [ticket_row(row, options.language) for row in rows], ROW_COLUMNS)
    if options.what == "log":
        return _write(options, [log_record(row) for row in log_rows(desk, options)], _LOG_COLUMNS)
    id = ticket_id(desk, options.what)
    missing = export_ticket(
        desk, id, options.format, options.out, language=options.language, write_pdf=options.write_pdf
    )
    return {"out": str(options.out), "missing": list(missing)}


def _write(options: argparse.Namespace, records: list[dict[str, object]], known: tuple[str, ...]) -> dict[str, object]:
    columns = known if options.columns is None else tuple(options.columns.split(","))
    unknown = [column for column in columns if column not in known]
    if unknown:
        raise Usage(f"There is no column “{unknown[0]}”. Columns are: {', '.join(known)}.")
    if options.format == "eml":
        raise Usage("A list cannot be written as eml; name one ticket.")
    write_records(records, columns, options.format, options.out, options.write_pdf, options.language)
    return {"out": str(options.out), "rows": len(records)}
