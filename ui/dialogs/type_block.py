"""What a type asks for before it can be filed: a stamped form, or a mailbox that was verified (GU-07, GU-08)."""

from PySide6.QtCore import QRectF, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import TypeRow
from ui import words
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.links import safe_link
from ui.widgets.plain_label import Themed, paint_box, plain_label, text_label


class TypeBlock(QWidget):
    """`refusal()` is why a ticket of this type cannot be submitted yet, or an empty text."""

    upload_wanted = Signal()
    form_wanted = Signal(object, str)
    """The type, and the path where its form is to be written."""

    def __init__(self, icons: Icons, verb: str) -> None:
        super().__init__()
        self._icons, self._type = icons, None
        self._can_mail = self._has_file = False
        self.banner = Banner(icons, "warn", name=f"{verb}_block")
        self.steps = _Steps(icons, verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(self.steps)
        self.steps.download.clicked.connect(self._on_download)
        self.steps.upload.clicked.connect(self.upload_wanted)
        self.show_type(None, can_mail=False)

    _type: TypeRow | None

    def show_type(self, kind: TypeRow | None, *, can_mail: bool) -> None:
        self._type, self._can_mail = kind, can_mail
        self._show()

    def show_files(self, count: int) -> None:
        self._has_file = count > 0
        self._show()

    def refusal(self) -> str:
        kind = self._type
        if kind is not None and kind.mailbox_verification and not self._can_mail:
            return words.refusal("mail-not-configured", {"type": shown_name(kind)})
        if kind is not None and kind.form_template and not self._has_file:
            return words.refusal("form-required", {"form": kind.form_template})
        return ""

    def _show(self) -> None:
        kind = self._type
        form = kind is not None and bool(kind.form_template)
        self.steps.setVisible(form)
        self.steps.show_done(self._has_file)
        if kind is not None and kind.mailbox_verification and not self._can_mail:
            self.banner.show_message(self.refusal(), "mail", kind="warn")
        elif kind is not None and kind.introduction and not form:
            self.banner.show_message(kind.introduction, "info", kind="info")
        else:
            self.banner.hide()
        self.setVisible(form or not self.banner.isHidden())

    def _on_download(self) -> None:
        assert self._type is not None
        link = safe_link(self._type.form_template) if ":" in self._type.form_template else None
        if link is not None:
            QDesktopServices.openUrl(QUrl(link))
            return
        dialog = QFileDialog(self, self.tr("Download form"))
        dialog.setObjectName("save_form_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.selectFile(self._type.form_template)
        kind = self._type
        dialog.fileSelected.connect(lambda path: self.form_wanted.emit(kind, path))
        dialog.open()


class _Steps(QWidget, Themed):
    """1 Download form, 2 Fill and stamp, 3 Upload."""

    def __init__(self, icons: Icons, verb: str) -> None:
        super().__init__()
        self._icons = icons
        theme = icons.theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.download = Button(icons, self.tr("Download form"), "download", name=f"{verb}_form_download", kind="small")
        self.upload = Button(icons, self.tr("Upload"), "attach", name=f"{verb}_form_upload", kind="small")
        fill = text_label(theme, self.tr("Fill it in and stamp it with the official company seal"), role="small")
        self._third = plain_label(theme, "3", role="strong", color="accent_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(8))
        for number, part, stretch in (("1", self.download, 0), ("2", fill, 1)):
            row.addWidget(plain_label(theme, number, role="strong", color="accent_ink"))
            row.addWidget(part, stretch)
        row.addWidget(self._third)
        row.addWidget(self.upload)
        self.follow(theme)

    def show_done(self, done: bool) -> None:
        self._third.setText("✓" if done else "3")
        words_ = self.tr("Uploaded") if done else self.tr("Upload")
        self.upload.setText(words_)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._icons.theme
        paint_box(painter, QRectF(self.rect()), theme.color("accent_soft"), None, radius=theme.px(6))
        painter.end()


def shown_name(kind: TypeRow) -> str:
    """A type in the window's language."""
    return kind.labels.get(words.language(), kind.name)
