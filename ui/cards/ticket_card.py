"""A ticket as two lines, painted the same in the list and wherever else a ticket stands in a row."""

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.icons import Icons, paint_priority
from ui.theme import FontRole, text_width
from ui.widgets.chip import ChipLook, chip_height, chip_width, paint_chip
from ui.widgets.faces import Faces
from ui.widgets.plain_label import paint_focus

_LEFT, _RIGHT, _TOP, _BETWEEN = 35, 15, 11, 7
_DOT, _BAR, _ICON, _MARK = 8, 3, 14, 13
_LEAST_SECOND = 20
_THERE = 6
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(slots=True)
class CardWords:
    """What a card shows, in words made once when its row arrives."""

    subject: str
    time: str
    chip: ChipLook
    who: str
    waits: str
    spoken: str
    """What a screen reader says of it."""
    priority: str = "none"
    unread: bool = False
    quiet: bool = False
    """Cancelled: drawn paler."""
    clip: bool = False
    escalated: bool = False
    returned: str = ""
    """Words of the badge that says a text came back, empty without one."""
    icon: str = ""
    """Beside the second line where no priority stands."""
    waits_icon: str = "clock"
    """Before `waits`, or none."""
    fit: "_Fit | None" = field(default=None, compare=False)


class Marks(NamedTuple):
    """How a card is drawn at the moment."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False
    waiting: bool = False
    """Its change is not confirmed yet, and has not been for a while."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """Texts cut for one width and one look."""

    width: int
    look: int
    subject: str
    time: int
    chip: int
    who: str
    waits: int
    end: float
    """Where the small marks of the second line end."""


class CardPainter:
    """Keeps fonts and metrics, because making them for a row costs more than drawing it; `ground` is what it is on."""

    def __init__(self, icons: Icons, ground: str = "list") -> None:
        self._icons, self._theme = icons, icons.theme
        self._faces = Faces(icons.theme, ground)
        self._look = 0
        self._measure()
        icons.theme.changed.connect(self._measure)

    def height(self) -> int:
        return self._height

    def paint(self, painter: QPainter, rect: QRectF, card: CardWords, marks: Marks) -> None:
        self._faces.paint(painter, rect, card, marks, lambda on, where: self._draw(on, where, card, marks))

    def _draw(self, painter: QPainter, rect: QRectF, card: CardWords, marks: Marks) -> None:
        fit = card.fit
        if fit is None or fit.width != round(rect.width()) or fit.look != self._look:
            fit = card.fit = self._fitted(card, round(rect.width()))
        painter.translate(rect.topLeft())
        area = QRectF(0, 0, rect.width(), rect.height())
        self._paint_ground(painter, area, marks)
        self._paint_first_line(painter, card, fit, marks)
        self._paint_second_line(painter, card, fit, marks)
        if marks.focused:
            paint_focus(painter, area, self._theme, radius=self._px(4))
        painter.translate(-rect.topLeft())

    def paint_there(self, painter: QPainter, rect: QRectF, presence: str) -> None:
        """Somebody else is at the ticket: a mark at the edge of the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(presence))
        middle = QPointF(rect.right() - self._px(_RIGHT) / 2, rect.top() + self._first.center().y())
        painter.drawEllipse(middle, self._px(_THERE) / 2, self._px(_THERE) / 2)

    def paint_placeholder(self, painter: QPainter, rect: QRectF, marks: Marks) -> None:
        """A row that is not there yet: two grey bars, so that a fling never shows holes."""
        painter.translate(rect.topLeft())
        self._paint_ground(painter, QRectF(0, 0, rect.width(), rect.height()), marks)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        room = rect.width() - self._px(_LEFT + _RIGHT)
        for top, share, height in ((self._first.top(), 0.7, 0.7), (self._second.top(), 0.45, 0.7)):
            bar = QRectF(self._px(_LEFT), top + self._line * 0.15, room * share, self._line * height)
            painter.drawRoundedRect(bar, self._px(4), self._px(4))
        painter.translate(-rect.topLeft())

    # ------------------------------------------------------------------ measures

    def _measure(self) -> None:
        theme = self._theme
        self._look += 1
        self._line = max(theme.metrics("unread").height(), theme.metrics("body").height())
        second = max(theme.px(_LEAST_SECOND), self._line)
        top = theme.air(_TOP)
        self._first = QRectF(theme.px(_LEFT), top, 0, self._line)
        self._second = QRectF(theme.px(_LEFT), top + self._line + theme.air(_BETWEEN), 0, second)
        self._height = round(self._second.bottom()) + top

    def _px(self, pixels: float) -> int:
        return self._theme.px(pixels)

    def _fitted(self, card: CardWords, width: int) -> _Fit:
        theme = self._theme
        right = width - self._px(_RIGHT)
        time = text_width(theme.metrics("small"), card.time)
        room = right - time - self._px(_LEFT + 10)
        subject = theme.metrics(self._subject_role(card)).elidedText(
            card.subject, Qt.TextElideMode.ElideRight, max(0, room)
        )
        waits = text_width(theme.metrics("meta"), card.waits) if card.waits else 0
        end = right - (waits + self._px(_MARK + 5 if card.waits_icon else 5) if waits else 0)
        marks = sum(self._px(_MARK + 7) for shown in (card.clip, card.escalated) if shown)
        if card.returned:
            marks += chip_width(theme, card.returned) + self._px(7)
        left = self._px(_LEFT)
        chip = min(chip_width(theme, card.chip.text), max(self._px(40), round(end) - marks - left))
        room = round(end) - marks - left - chip - self._px(15)
        who = theme.metrics("small").elidedText(card.who, Qt.TextElideMode.ElideRight, room) if room > 20 else ""
        return _Fit(width, self._look, subject, time, chip, who, waits, end)

    def _subject_role(self, card: CardWords) -> FontRole:
        return "unread" if card.unread else "body"

    # ------------------------------------------------------------------ drawing

    def _paint_ground(self, painter: QPainter, area: QRectF, marks: Marks) -> None:
        theme = self._theme
        if marks.selected:
            painter.fillRect(area, theme.color("sel"))
            painter.fillRect(QRectF(0, 0, self._px(_BAR), area.height()), theme.color("mark"))
        elif marks.hovered:
            painter.fillRect(area, theme.color("hover"))
        line = QRectF(self._px(_LEFT), area.height() - 1, area.width() - self._px(_LEFT), 1)
        painter.fillRect(line, theme.color("border"))

    def _paint_first_line(self, painter: QPainter, card: CardWords, fit: _Fit, marks: Marks) -> None:
        theme, line = self._theme, self._first
        if card.unread:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("mark"))
            middle = QPointF(self._px(_LEFT - 15), line.center().y())
            painter.drawEllipse(middle, self._px(_DOT) / 2, self._px(_DOT) / 2)
        painter.setFont(theme.font(self._subject_role(card)))
        painter.setPen(theme.color("text2" if card.quiet else "text"))
        painter.drawText(QRectF(line.left(), line.top(), fit.width, line.height()), _VCENTER, fit.subject)
        left = fit.width - self._px(_RIGHT) - fit.time
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("accent_ink" if card.unread else "text2"))
        painter.drawText(QRectF(left, line.top(), fit.time + 2, line.height()), _VCENTER, card.time)
        if marks.waiting:
            self._paint_mark(painter, left - self._px(_MARK + 3), line, "clock", "text3")

    def _paint_second_line(self, painter: QPainter, card: CardWords, fit: _Fit, marks: Marks) -> None:
        theme, line = self._theme, self._second
        if card.priority != "none":
            side = self._px(_ICON)
            box = QRectF(self._px(_LEFT - 8) - side, line.center().y() - side / 2, side, side)
            paint_priority(painter, box, card.priority, theme)
        elif card.icon:
            self._paint_mark(painter, self._px(_LEFT - 9 - _MARK), line, card.icon, "text2")
        height = chip_height(theme)
        chip = QRectF(line.left(), line.center().y() - height / 2, fit.chip, height)
        paint_chip(painter, chip, card.chip, self._icons, selected=marks.selected)
        if fit.who:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text2"))
            left = chip.right() + self._px(9)
            painter.drawText(QRectF(left, line.top(), fit.width, line.height()), _VCENTER, fit.who)
        self._paint_waits(painter, card, fit)
        self._paint_flags(painter, card, fit, marks)

    def _paint_waits(self, painter: QPainter, card: CardWords, fit: _Fit) -> None:
        if not card.waits:
            return
        if card.waits_icon:
            self._paint_mark(painter, fit.end + self._px(2), self._second, card.waits_icon, "text2")
        painter.setFont(self._theme.font("meta"))
        painter.setPen(self._theme.color("text2"))
        left = fit.width - self._px(_RIGHT) - fit.waits
        area = QRectF(left, self._second.top(), fit.waits + 2, self._second.height())
        painter.drawText(area, _VCENTER, card.waits)

    def _paint_flags(self, painter: QPainter, card: CardWords, fit: _Fit, marks: Marks) -> None:
        right = fit.end
        if card.clip:
            right -= self._px(_MARK + 5)
            self._paint_mark(painter, right, self._second, "attach", "text2")
        if card.escalated:
            right -= self._px(_MARK + 5)
            self._paint_mark(painter, right, self._second, "escalated", "danger_ink")
        if card.returned:
            width, height = chip_width(self._theme, card.returned), chip_height(self._theme)
            box = QRectF(right - width - self._px(4), self._second.center().y() - height / 2, width, height)
            paint_chip(painter, box, ChipLook("conflict", card.returned), self._icons, selected=marks.selected)

    def _paint_mark(self, painter: QPainter, left: float, line: QRectF, icon: str, color: str) -> None:
        side = self._px(_MARK)
        self._icons.paint(painter, QRectF(left, line.center().y() - side / 2, side, side), icon, color)
