"""The dashed strip of a form where files are dropped or chosen."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import Icons
from ui.widgets.drop_overlay import dropped_paths
from ui.widgets.plain_label import IconLabel, LinkLabel, Themed, plain_label


class FileZone(QWidget, Themed):
    """`files_given` carries paths, folders among them: the form says what it takes."""

    files_given = Signal(list)

    def __init__(self, icons: Icons, *, name: str) -> None:
        super().__init__()
        self._icons = icons
        self._over = False
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = plain_label(icons.theme, self.tr("Drop files here or"), role="small", color="text2")
        self.choose = LinkLabel(icons.theme, self.tr("choose…"), f"{name}_choose", role="small")
        self.choose.clicked.connect(self.open_chooser)
        row = QHBoxLayout(self)
        row.setSpacing(icons.theme.px(4))
        row.addStretch(1)
        row.addWidget(IconLabel(icons, "attach"))
        row.addSpacing(icons.theme.px(5))
        row.addWidget(self.words)
        row.addWidget(self.choose)
        row.addStretch(1)
        self.follow(icons.theme)

    def open_chooser(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose files"))
        dialog.setObjectName("choose_files_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.files_given.emit(list(paths)))
        dialog.open()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._icons.theme.em(20), self._icons.theme.metrics("small").height() + self._icons.theme.px(20))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        event.acceptProposedAction()
        self.files_given.emit(dropped_paths(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._icons.theme
        pen = QPen(theme.color("mark" if self._over else "control"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color("accent_soft" if self._over else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
        painter.end()

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()
