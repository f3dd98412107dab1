"""The field messages are written in: bold, italic, links, lists, code and pasted pictures, and nothing else."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QImageWriter,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextList,
    QTextListFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.theme import Theme
from ui.widgets.clean import LARGEST_BODY, clean_html
from ui.widgets.document_html import document_html, is_bold, is_code, with_empty_lines
from ui.widgets.drop_overlay import dropped_paths
from ui.widgets.inputs import is_enter
from ui.widgets.links import safe_link
from ui.widgets.safe_text import BlobOf, document_style, safe_image

_TRIGGERS = ("/", "@")
_WIDEST_PICTURE = 40
_AS_TYPED = "p, ul, ol, li, blockquote, h1, h2, h3, h4 { margin: 0; }"
"""What comes back stands as close as what is typed; a message that was sent has its gaps where it is read."""


class RichEditor(QTextEdit):
    """`html` and `set_html` speak our own small HTML. Tab leaves the field; plain Enter never sends."""

    submitted = Signal()
    """Ctrl+Enter."""
    escaped = Signal()
    image_pasted = Signal(bytes)
    """A picture as PNG: store it and answer with `insert_image`."""
    files_pasted = Signal(list)
    trigger_typed = Signal(str)
    """`/` at the start of a line or `@` at the start of a word."""

    def __init__(
        self, theme: Theme, name: str, words: str, *, blob_of: BlobOf | None = None, bare: bool = True
    ) -> None:
        super().__init__()
        self._theme, self._blob_of = theme, blob_of
        self._composing = False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(theme.px(2) if bare else 0)
        if bare:
            self.setFrameShape(QTextEdit.Shape.NoFrame)
            self.viewport().setAutoFillBackground(False)
        else:
            self.setProperty("input", "true")
        self.setMinimumHeight(theme.em(4))
        theme.changed.connect(self._dress)
        self._dress()

    # ------------------------------------------------------------------ content

    def html(self) -> str:
        return "" if self.is_blank() else document_html(self.document())

    def set_html(self, html: str) -> None:
        """A draft, or what somebody else wrote: cleaned either way."""
        self.setHtml(with_empty_lines(clean_html(html)))
        self._mend_code()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def is_blank(self) -> bool:
        """A lone picture is not blank."""
        return not self.toPlainText().strip()

    def insert_text(self, text: str) -> None:
        self.textCursor().insertText(text)

    def insert_html(self, html: str) -> None:
        self.textCursor().insertHtml(with_empty_lines(clean_html(html)))
        self._mend_code()

    def insert_image(self, address: str) -> None:
        """`cid:` or `sha256:`; its bytes come from `blob_of`."""
        picture = self.loadResource(int(QTextDocument.ResourceType.ImageResource.value), QUrl(address))
        look = QTextImageFormat()
        look.setName(address)
        if isinstance(picture, QImage) and picture.width() > self._theme.em(_WIDEST_PICTURE):
            look.setWidth(self._theme.em(_WIDEST_PICTURE))
        self.textCursor().insertImage(look)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        data = self._blob_of(url.toString()) if self._blob_of and url.scheme() in ("cid", "sha256") else None
        return safe_image(data or b"") if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray(b" ")

    # ------------------------------------------------------------------ format

    def toggle_bold(self) -> None:
        look = QTextCharFormat()
        bold = is_bold(self.currentCharFormat())
        look.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(look)

    def toggle_italic(self) -> None:
        look = QTextCharFormat()
        look.setFontItalic(not self.currentCharFormat().fontItalic())
        self.mergeCurrentCharFormat(look)

    def toggle_code(self) -> None:
        if is_code(self.currentCharFormat()):
            look = QTextCharFormat(self.currentCharFormat())
            look.setFontFixedPitch(False)
            look.clearProperty(QTextCharFormat.Property.FontFamilies.value)
            look.clearBackground()
            self.setCurrentCharFormat(look)
        else:
            self.mergeCurrentCharFormat(self._code_format())

    def toggle_bullets(self) -> None:
        self._toggle_list(QTextListFormat.Style.ListDisc)

    def toggle_numbers(self) -> None:
        self._toggle_list(QTextListFormat.Style.ListDecimal)

    def set_link(self, address: str, text: str = "") -> bool:
        """Over the selection, or as new words. False if the address is not one that may be followed."""
        link = safe_link(address if ":" in address else f"https://{address}")
        if link is None:
            return False
        cursor, look = self.textCursor(), QTextCharFormat()
        look.setAnchor(True)
        look.setAnchorHref(link)
        look.setForeground(self._theme.color("accent_ink"))
        look.setFontUnderline(True)
        if cursor.hasSelection() and not text:
            cursor.mergeCharFormat(look)
        else:
            cursor.insertText(text or link, look)
            cursor.insertText(" ", QTextCharFormat())
        return True

    # ------------------------------------------------------------------ Qt

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasHtml() or source.hasText() or bool(dropped_paths(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Files and pictures go to whoever stores them; rich text is cut to what a message may hold."""
        paths = dropped_paths(source)
        if paths:
            self.files_pasted.emit(paths)
        elif source.hasImage() and not source.hasText():
            self.image_pasted.emit(_png(source.imageData()))
        elif source.hasHtml() and len(source.html()) <= LARGEST_BODY:
            self.insert_html(source.html())
        else:
            self.textCursor().insertText(source.text()[:LARGEST_BODY])

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text and our HTML, without the document Qt would add."""
        part, data = QTextDocument(), QMimeData()
        QTextCursor(part).insertFragment(self.textCursor().selection())
        data.setText(self.textCursor().selection().toPlainText())
        data.setHtml(document_html(part))
        return data

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._composing or not self._is_command(event):
            trigger = self._trigger(event)
            super().keyPressEvent(event)
            if trigger:
                self.trigger_typed.emit(trigger)

    def _is_command(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_enter(event) and control:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        else:
            return False
        return True

    def _trigger(self, event: QKeyEvent) -> str:
        sign, cursor = event.text(), self.textCursor()
        if self._composing or not sign or sign not in _TRIGGERS:
            return ""
        before = cursor.block().text()[: cursor.positionInBlock()]
        at_word = sign == "@" and before.endswith(" ")
        return sign if at_word or not before.strip() else ""

    def _toggle_list(self, style: QTextListFormat.Style) -> None:
        cursor = self.textCursor()
        # Outside a list this is None, whatever the type stubs say.
        current: QTextList | None = cursor.currentList()
        if current is None or current.format().style() != style:
            cursor.createList(style)
            return
        current.remove(cursor.block())
        look = cursor.blockFormat()
        look.setIndent(0)
        cursor.setBlockFormat(look)

    def _code_format(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontFixedPitch(True)
        look.setFontFamilies(self._theme.code_font().families())
        look.setBackground(self._theme.color("sunken"))
        return look

    def _mend_code(self) -> None:
        """Qt gives `code` a font of its own that may not exist here."""
        block = self.document().begin()
        while block.isValid():
            for part in block.textFormats():
                if is_code(part.format):
                    cursor = QTextCursor(block)
                    cursor.setPosition(block.position() + part.start)
                    end = block.position() + part.start + part.length
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(self._code_format())
            block = block.next()

    def _dress(self) -> None:
        self.setFont(self._theme.font("body"))
        self.document().setDefaultFont(self._theme.font("body"))
        self.document().setDefaultStyleSheet(document_style(self._theme) + _AS_TYPED)
        if not self.is_blank():
            place = self.textCursor().position()
            self.set_html(self.html())
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)


def _png(picture: object) -> bytes:
    image = picture if isinstance(picture, QImage) else QImage()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def leave_drops_to(editor: RichEditor, pane: QWidget) -> None:
    """Files dropped on the field belong to the pane's overlay."""
    editor.setAcceptDrops(False)
    editor.viewport().setAcceptDrops(False)
    pane.setAcceptDrops(True)
