"""What happened, in words and pasted pictures; warns of what looks like a secret before it is sent (QK-16)."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.domain.commands import FileRef
from agentdesk.domain.text import html_to_text, looks_secret
from ui.cards.pictures import Pictures
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.rich_editor import RichEditor

_PAUSE_MS = 400


class Description(QWidget):
    """As tall as its text, within limits."""

    changed = Signal()
    secrets_seen = Signal(bool)
    submitted = Signal()
    escaped = Signal()
    files_pasted = Signal(list)

    def __init__(self, context: Context, icons: Icons, name: str, words: str) -> None:
        super().__init__()
        self._desk = context.desk
        self._pictures = Pictures(context.desk, self)
        self._addresses: dict[str, str] = {}
        self._refs: dict[str, FileRef] = {}
        self.editor = RichEditor(icons.theme, name, words, blob_of=self._pictures.blob_of(self._addresses), bare=False)
        self._lowest, self._highest = icons.theme.em(6.2), icons.theme.em(15)
        self.editor.setFixedHeight(self._lowest)
        self.setFocusProxy(self.editor)
        self.warning = Banner(icons, "warn", name=f"{name}_warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(icons.theme.px(6))
        column.addWidget(self.editor)
        column.addWidget(self.warning)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look_for_secrets)
        self._connect()

    def html(self) -> str:
        return self.editor.html()

    def is_blank(self) -> bool:
        return self.editor.is_blank() and not self.pictures()

    def pictures(self) -> tuple[FileRef, ...]:
        """Those that still stand in the text."""
        html = self.editor.toHtml() if self._refs else ""
        return tuple(ref for address, ref in self._refs.items() if address in html)

    def set_content(self, html: str, pictures: tuple[FileRef, ...]) -> None:
        for ref in pictures:
            self._know(ref)
        self.editor.set_html(html)
        self.look_for_secrets()

    def secrets(self) -> tuple[str, ...]:
        return looks_secret(html_to_text(self.html()))

    def look_for_secrets(self) -> None:
        found = self.secrets()
        self.secrets_seen.emit(bool(found))
        if found:
            self.warning.show_message(self._sentence(found), "warning")
        else:
            self.warning.hide()

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_text)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.editor.submitted.connect(self.submitted)
        self.editor.escaped.connect(self.escaped)
        self.editor.files_pasted.connect(self.files_pasted)
        self.editor.image_pasted.connect(self._on_picture)
        self._pictures.arrived.connect(self._on_arrived)

    def _fit(self) -> None:
        around = self.editor.height() - self.editor.viewport().height()
        wanted = round(self.editor.document().size().height()) + around
        self.editor.setFixedHeight(max(self._lowest, min(wanted, self._highest)))

    def _on_text(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _on_picture(self, content: bytes) -> None:
        desk = self._desk
        desk.job(
            lambda: desk.keep_bytes("picture.png", "image/png", content, inline=True),
            if_alive(self, lambda ref: self._insert(ref, content)),
            if_alive(self, self._on_no_room),
        )

    def _insert(self, ref: FileRef, content: bytes) -> None:
        self._pictures.keep(ref.sha256, content)
        self._know(ref)
        self.editor.insert_image(f"cid:{ref.sha256}")

    def _know(self, ref: FileRef) -> None:
        self._addresses[ref.sha256] = ref.sha256
        self._refs[f"cid:{ref.sha256}"] = ref

    def _on_arrived(self, _: str) -> None:
        """Its place was empty until now."""
        self.editor.document().markContentsDirty(0, self.editor.document().characterCount())
        self.editor.viewport().update()

    def _on_no_room(self, _: Exception) -> None:
        self.warning.show_message(self.tr("The picture could not be kept on this computer."), "warning")

    def _sentence(self, found: tuple[str, ...]) -> str:
        sentences = {
            "password": self.tr("This looks like a password. Support never needs it."),
            "private-key": self.tr("This looks like a private key. Support never needs it."),
            "card-number": self.tr("This looks like a card number. Support never needs it."),
            "access-key": self.tr("This looks like an access key. Support never needs it."),
        }
        return " ".join(sentences[code] for code in found)
