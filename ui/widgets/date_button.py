"""A day, or any day: a button that opens a calendar."""

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout

from ui.icons import Icons
from ui.widgets.buttons import Button, link_button


class DateButton(Button):
    """`day` is None for any day."""

    chosen = Signal()

    def __init__(self, icons: Icons, *, name: str) -> None:
        super().__init__(icons, "", "calendar", name=name)
        self._day: QDate | None = None
        self._title = ""
        self.popup = CalendarPopup(icons, self)
        self.popup.picked.connect(self._on_picked)
        self.clicked.connect(self.open)

    def day(self) -> QDate | None:
        return self._day

    def set_day(self, day: QDate | None) -> None:
        self._day = day if day is not None and day.isValid() else None
        self._show()

    def set_title(self, title: str) -> None:
        """What the day is for, said to readers."""
        self._title = title
        self._show()

    def open(self) -> None:
        self.popup.open_below(self._day)

    def _show(self) -> None:
        day = self._day
        text = self.tr("Any day") if day is None else QLocale().toString(day, self.tr("d MMM yyyy", "letters as in Qt"))
        self.setText(text)
        self.setAccessibleName(f"{self._title}: {text}")
        self.popup.retranslate()

    def _on_picked(self, day: QDate | None) -> None:
        if day != self._day:
            self.set_day(day)
            self.chosen.emit()


class CalendarPopup(QFrame):
    picked = Signal(object)

    def __init__(self, icons: Icons, button: DateButton) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self._button = button
        self.setObjectName(f"{button.objectName()}_popup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget()
        self.calendar.setObjectName(f"{button.objectName()}_calendar")
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.any = link_button(icons, "", name=f"{button.objectName()}_any")
        column = QVBoxLayout(self)
        column.addWidget(self.calendar)
        column.addWidget(self.any)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)
        self.any.clicked.connect(lambda: self._pick(None))

    def open_below(self, day: QDate | None) -> None:
        self.calendar.setSelectedDate(day or QDate.currentDate())
        self.move(self._button.mapToGlobal(self._button.rect().bottomLeft()))
        self.show()
        self.calendar.setFocus()

    def retranslate(self) -> None:
        self.any.setText(self.tr("Any day"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.calendar.setLocale(QLocale())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _pick(self, day: QDate | None) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(day)
