"""Pages of ours as PDF or on a printer, laid out by a document that opens no address whatever (C1, S30)."""

import html
import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ui.theme import FAMILIES
from ui.widgets.safe_text import safe_image

DPI = 96
_MARGIN_MM, _POINTS = 16, 9.5
_NARROW_TABLE = 6
_STYLE = "h1 { font-size: 15pt; } th { text-align: left; } td, th { padding: 3px 6px; } .meta { color: #56626f; }"


class _Sheet(QTextDocument):
    """Any picture a page asks for is empty: what is printed lies in the page."""

    def __init__(self, size: QSizeF) -> None:
        super().__init__()
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(_POINTS)
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(_STYLE)
        self.setDocumentMargin(0)
        self.setPageSize(size)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Anything but null keeps Qt from opening the address itself."""
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        return safe_image(b"") if is_picture else QByteArray(b" ")


def write_page(page: str, out: Path) -> None:
    """A page of HTML, whole or not at all; wide tables lie across. Raises OSError."""
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(b"")  # Qt would fail in silence
        _print(page, part)
        os.replace(part, out)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def print_page(page: str, printer: QPagedPaintDevice) -> None:
    """A page of HTML on a printer that was asked for."""
    sheet = _Sheet(QSizeF(printer.width(), printer.height()))
    sheet.setHtml(page)
    sheet.print_(printer)


def write_form(out: Path, title: str, introduction: str, person: str) -> None:
    """The application form of a ticket type, to be filled in and stamped (GU-07). Raises OSError."""
    lines = (
        QCoreApplication.translate("Paper", "Company"),
        QCoreApplication.translate("Paper", "Account"),
        QCoreApplication.translate("Paper", "Present owner of the account"),
        QCoreApplication.translate("Paper", "New owner of the account"),
        QCoreApplication.translate("Paper", "E-mail of the new owner"),
        QCoreApplication.translate("Paper", "Reason"),
        QCoreApplication.translate("Paper", "Place and date"),
        QCoreApplication.translate("Paper", "Name and signature"),
    )
    blank = "&nbsp;" * 70
    rows = "".join(f"<tr><td>{html.escape(line)}</td><td><u>{blank}</u></td></tr>" for line in lines)
    seal = QCoreApplication.translate("Paper", "Official company seal")
    by = QCoreApplication.translate("Paper", "Submitted by {name}").format(name=person)
    page = (
        f"<h1>{html.escape(title)}</h1>"
        f"<p>{html.escape(introduction)}</p>"
        f'<p class="meta">{html.escape(by) if person else ""}</p>'
        f'<table cellspacing="12">{rows}</table><p><br><br>{html.escape(seal)}</p>'
    )
    write_page(page, out)


def _print(page: str, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    across = page.partition("</tr>")[0].count("<th") > _NARROW_TABLE
    orientation = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    print_page(page, writer)
    if path.stat().st_size == 0:
        raise OSError(28, os.strerror(28))
