"""PDF: complete, atomic, and never an address opened for it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from agentdesk.interchange.export import write_ticket
from ui.paper import write_form, write_page

HOSTILE = (
    '<img src="file:///etc/passwd"><img src="{file}"><img src="http://127.0.0.1:9/x.png"><img src="//host/share.png">'
    '<link rel="stylesheet" href="{file}"><style>@import url("{file}"); p {{ background-image: url({file}) }}</style>'
    '<p style="background:url({file})">words</p><img src="data:image/png;base64,AAAA"><iframe src="{file}"></iframe>'
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QGuiApplication:
    return qapp


class Watch:
    """Audit hooks stay for good, so one is made and switched."""

    def __init__(self) -> None:
        self.on = False
        self.opened: list[str] = []
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.on and event in ("open", "socket.connect"):
            self.opened.append(str(arguments[0]))


@pytest.fixture(scope="module")
def hook() -> Watch:
    return Watch()


@pytest.fixture
def opened(hook: Watch) -> Iterator[list[str]]:
    hook.opened.clear()
    hook.on = True
    yield hook.opened
    hook.on = False


def access_times(path: Path) -> int:
    return path.stat().st_atime_ns


def test_a_page_becomes_a_pdf(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    write_page("<h1>Tickets</h1><table><tr><th>number</th></tr><tr><td>TK-1 申请退款</td></tr></table>", out)
    content = out.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert os.listdir(tmp_path) == ["page.pdf"]


def test_no_address_of_a_page_is_opened(tmp_path: Path, opened: list[str]) -> None:
    bait = tmp_path / "bait.png"
    bait.write_bytes(b"\x89PNG\r\n\x1a\n")
    os.utime(bait, ns=(1, 1))
    opened.clear()
    out = tmp_path / "page.pdf"
    write_page(HOSTILE.format(file=bait.as_uri()), out)
    assert out.stat().st_size > 0
    assert access_times(bait) == 1, "Qt read the file behind Python's back"
    assert [path for path in opened if Path(path).name not in (".page.pdf.part", "page.pdf")] == []


def test_many_rows_go_over_several_pages(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>TK-{number}</td></tr>" for number in range(400))
    out = tmp_path / "page.pdf"
    write_page(f"<table><tr><th>number</th></tr>{rows}</table>", out)
    assert out.read_bytes().count(b"/Type /Page\n") > 3


def test_a_table_of_many_columns_lies_across(tmp_path: Path) -> None:
    heads = "".join(f"<th>c{number}</th>" for number in range(9))
    write_page(f"<table><tr>{heads}</tr></table>", tmp_path / "wide.pdf")
    write_page("<table><tr><th>c</th></tr></table>", tmp_path / "narrow.pdf")
    assert box(tmp_path / "wide.pdf")[0] > box(tmp_path / "wide.pdf")[1]
    assert box(tmp_path / "narrow.pdf")[0] < box(tmp_path / "narrow.pdf")[1]


def box(path: Path) -> tuple[float, float]:
    _, _, rest = path.read_bytes().partition(b"/MediaBox [")
    numbers = rest.partition(b"]")[0].split()
    return float(numbers[2]), float(numbers[3])


def test_an_exported_ticket_is_printed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    ticket = {"number": "TK-1", "subject": "<img src=file:///etc/passwd>"}
    write_ticket(
        ticket,
        [{"author": "noah", "body_text": "<b>not bold</b>", "kind": "reply"}],
        "html",
        page,
        blobs=lambda _: None,
    )
    write_page(page.read_text("utf-8"), tmp_path / "ticket.pdf")
    assert (tmp_path / "ticket.pdf").read_bytes().startswith(b"%PDF-")


def test_a_place_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_page("<p>x</p>", tmp_path / "missing" / "page.pdf")
    old = tmp_path / "page.pdf"
    old.write_bytes(b"old")
    (tmp_path / ".page.pdf.part").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_page("<p>x</p>", old)
    assert old.read_bytes() == b"old"


@pytest.mark.rule("GU-07")
def test_the_application_form_is_a_pdf(tmp_path: Path) -> None:
    write_form(tmp_path / "form.pdf", "Change <Owner>", "Stamp it.", "Noah Okafor")
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF-")
