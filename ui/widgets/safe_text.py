"""The only widget that shows foreign rich text: it opens no file, follows no link and cannot be made to freeze."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QTextCharFormat, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ui.theme import FontRole, Theme
from ui.widgets.clean import clean_html, plain_html
from ui.widgets.document_html import with_empty_lines
from ui.widgets.links import safe_link
from ui.widgets.needle import Needle
from ui.widgets.plain_label import set_tooltip

BlobOf = Callable[[str], bytes | None]
MOST_PIXELS = 25_000_000
MOST_MEGABYTES = 64
PICTURE_FORMATS = (b"png", b"jpg", b"jpeg", b"gif", b"bmp", b"webp")
MOST_MATCHES = 1_000


class SafeBrowser(QTextBrowser):
    """As tall as its text; `blob_of` gives the bytes behind `cid:` and `sha256:` addresses of this ticket."""

    link_clicked = Signal(str)

    def __init__(
        self, theme: Theme, blob_of: BlobOf | None = None, *, role: FontRole = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._blob_of, self._role = theme, blob_of, role
        self._shown = ""
        self._needle: Needle = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_hover)
        theme.changed.connect(self._dress)
        self._dress()

    def show_html(self, html: str) -> None:
        """HTML from anybody."""
        self._show(with_empty_lines(clean_html(html)))

    def show_text(self, text: str) -> None:
        self._show(plain_html(text))

    def setHtml(self, text: str) -> None:
        """Cleaned as well, so that nobody can forget it."""
        self.show_html(text)

    def setText(self, text: str) -> None:
        self.show_text(text)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Anything but null keeps Qt from opening the address itself, so what is not ours is an empty picture."""
        url = QUrl(name)
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return QByteArray(b" ")
        data = self._blob_of(url.toString()) if self._blob_of and url.scheme() in ("cid", "sha256") else None
        return safe_image(data) if data else _nothing()

    def doSetSource(
        self, name: QUrl | str, type: QTextDocument.ResourceType = QTextDocument.ResourceType.HtmlResource
    ) -> None:
        """A browser that goes nowhere."""

    def find_text(self, needle: Needle) -> int:
        """Mark every occurrence; the answer is how many there are."""
        self._needle = needle
        matches = list(self._matches()) if needle else []
        self.setExtraSelections([self._mark(cursor) for cursor in matches])
        return len(matches)

    def sizeHint(self) -> QSize:
        return self.document().size().toSize()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.em(6), self._theme.em(1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The thread scrolls, not the message."""
        event.ignore()

    def _show(self, html: str) -> None:
        self._shown = html
        super().setHtml(html)
        if self._needle:
            self.find_text(self._needle)

    def _dress(self) -> None:
        """Colours in a document do not follow the theme, so it is made anew."""
        self.setFont(self._theme.font(self._role))
        self.document().setDefaultFont(self._theme.font(self._role))
        self.document().setDefaultStyleSheet(document_style(self._theme))
        if self._shown:
            self._show(self._shown)

    def _fit(self) -> None:
        self.setFixedHeight(max(self._theme.em(1), round(self.document().size().height() + 0.49)))

    def _on_anchor(self, url: QUrl) -> None:
        link = safe_link(url.toString())
        if link is not None:
            self.link_clicked.emit(link)

    def _on_hover(self, url: QUrl) -> None:
        set_tooltip(self.viewport(), safe_link(url.toString()) or "")

    def _matches(self) -> list[QTextCursor]:
        found: list[QTextCursor] = []
        cursor = self.document().find(self._needle)
        while not cursor.isNull() and len(found) < MOST_MATCHES:
            found.append(cursor)
            cursor = self.document().find(self._needle, cursor)
        return found

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
        look.setBackground(self._theme.color("find"))
        look.setForeground(self._theme.color("find_ink"))
        mark.cursor, mark.format = cursor, look
        return mark

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.viewport().update()


def document_style(theme: Theme) -> str:
    """For documents only: message bodies and the composer look alike."""
    tokens = theme.tokens
    return (
        f"a {{ color: {tokens.accent_ink}; }}"
        f"code, pre {{ font-family: 'Noto Sans Mono', 'DejaVu Sans Mono', monospace; }}"
        f"pre {{ background-color: {tokens.sunken}; }}"
        f"p, ul, ol {{ margin-top: 0; margin-bottom: {theme.px(6)}px; }}"
        f"blockquote {{ margin: {theme.px(4)}px {theme.px(12)}px; color: {tokens.text3}; }}"
        f"table {{ border-collapse: collapse; border: 1px solid {tokens.border2}; }}"
        f"td, th {{ border: 1px solid {tokens.border2}; padding: {theme.px(3)}px; }}"
        "h1, h2 { font-size: large; } h3, h4 { font-size: medium; }"
    )


def safe_image(data: bytes) -> QImage:
    """A picture from anybody, decoded within limits; an empty one if it is none or too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAllocationLimit(MOST_MEGABYTES)
    size = reader.size()
    if bytes(reader.format().data()) not in PICTURE_FORMATS or size.width() * size.height() > MOST_PIXELS:
        return _nothing()
    picture = reader.read()
    return _nothing() if picture.isNull() else picture


def _nothing() -> QImage:
    picture = QImage(1, 1, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    return picture
