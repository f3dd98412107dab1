"""One message: who, when, what, with what; the own side tinted, notes amber with a lock."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.rows import AttachmentRow, MessageRow
from agentdesk.domain.values import AuthorKind, MessageKind, Visibility
from ui import words
from ui.cards.files import FileDoors, FileTile
from ui.cards.pictures import Pictures, addresses_of
from ui.icons import Icons
from ui.theme import FontRole, text_width
from ui.widgets.avatar import paint_avatar
from ui.widgets.buttons import link_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.needle import Needle
from ui.widgets.plain_label import ElidedLabel, IconLabel, Themed, paint_box, paint_focus, set_tooltip, text_label
from ui.widgets.safe_text import SafeBrowser

_AVATAR, _LEFT, _PAD = 32, 43, 15


@dataclass(frozen=True, slots=True)
class CardTools:
    """What cards need besides their message."""

    icons: Icons
    pictures: Pictures
    doors: FileDoors
    staff: bool
    """Whether the reader stands on the staff side."""


class _Paper(QWidget, Themed):
    """The rounded box; its colours say whose words these are."""

    def __init__(self, icons: Icons, fill: str, line: str) -> None:
        super().__init__()
        self._theme, self._fill, self._line = icons.theme, fill, line
        self.follow(icons.theme)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        paint_box(painter, QRectF(self.rect()), theme.color(self._fill), theme.color(self._line), radius=theme.px(8))
        painter.end()


class MessageCard(QWidget):
    """Draws its head itself: a thread has hundreds of cards, and every child widget of each costs.

    Folded it shows its head and first line.
    """

    link_clicked = Signal(str)
    settle_wanted = Signal(str, str)
    """`edit` or `discard`, and the entry of the outbox that it comes from."""

    def __init__(self, message: MessageRow, tools: CardTools) -> None:
        super().__init__()
        self._tools, self._icons = tools, tools.icons
        self.message = message
        self.setObjectName("message_card")
        self.setProperty("messageId", message.id)
        self.setProperty("kind", str(message.kind))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note = message.visibility == Visibility.STAFF
        self.body = SafeBrowser(self._icons.theme, tools.pictures.blob_of(self._addresses()))
        self.body.setObjectName("message_body")
        self.body.link_clicked.connect(self.link_clicked)
        self._below: list[QWidget] = [self.body]
        self._first_line: ElidedLabel | None = None
        self._waiting: QWidget | None = None
        self._waits_for = ""
        self._crossed: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._build()
        if message.attachments:
            tools.pictures.arrived.connect(self._on_picture)
            tools.pictures.missing.connect(self._on_missing)
            tools.doors.downloads.changed.connect(self._on_download)
        self._icons.theme.changed.connect(self._dress)
        self.show_message(message)

    @property
    def name(self) -> str:
        return self.message.author_name or self.message.author_user or "–"

    @property
    def side(self) -> str:
        """On which side its author stands, or what kind of message it is."""
        message = self.message
        if message.kind == MessageKind.CALL:
            minutes = int(message.data.get("minutes") or 0)
            return self.tr("Phone call, %n min", "", minutes) if minutes else words.message_kind(message.kind)
        if self._note:
            return words.message_kind(MessageKind.NOTE)
        if message.mine and not self._tools.staff:
            return self.tr("You")
        return words.author_kind(message.author_kind)

    @property
    def waits(self) -> bool:
        """It can still be taken back."""
        return self.message.state != "confirmed"

    def show_message(self, message: MessageRow) -> None:
        """The same message in another state; what was selected in its text stays if the text did not change."""
        old, self.message = self.message, message
        parts = [self.name, self.side, words.when(message.at)]
        if self.waits:
            parts.append(self.tr("waits to be sent"))
        self.setAccessibleName(", ".join(parts))
        set_tooltip(self, f"{self.name} · {words.when(message.at)}")
        if old is message or (old.body_html, old.body_text) != (message.body_html, message.body_text):
            self._show_body()
        self._show_crossed()
        self.update()

    def _show_crossed(self) -> None:
        """Above the words: they did not know of what stands above them."""
        if self._crossed is not None or not self.message.crossed:
            return
        said = self.tr("Written before {name}’s message above had arrived").format(name=self.message.crossed)
        self._crossed = _remark(self._icons, said)
        self._crossed.setObjectName("message_crossed")
        self._column.insertWidget(0, self._crossed)
        self._below.append(self._crossed)

    def show_waiting(self, text: str) -> None:
        """Why it has not gone out, with what can be done; an empty text takes that away."""
        wanted = text if self.waits else ""
        if wanted == self._waits_for:
            return
        self._waits_for = wanted
        if self._waiting is not None:
            self._column.removeWidget(self._waiting)
            self._waiting.hide()
            self._waiting.deleteLater()
            self._waiting = None
        if wanted:
            self._waiting = self._waiting_row(wanted)
            self._column.addWidget(self._waiting)
        self.update()

    def _waiting_row(self, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, self._icons.theme.px(4), 0, 0)
        row.setSpacing(self._icons.theme.px(8))
        row.addWidget(IconLabel(self._icons, "clock", size=14))
        row.addWidget(ElidedLabel(self._icons.theme, text, role="meta", color="text2", weight=600), 1)
        if self.message.entry:
            for what, words_ in (("edit", self.tr("Edit")), ("discard", self.tr("Discard"))):
                button = link_button(self._icons, words_, name=f"message_{what}")
                button.clicked.connect(lambda _=False, what=what: self.settle_wanted.emit(what, self.message.entry))
                row.addWidget(button)
        return holder

    def set_folded(self, folded: bool) -> None:
        if self._first_line is None:
            text = self.message.body_text[:300]
            self._first_line = ElidedLabel(self._icons.theme, text, role="small", color="text2")
            self._column.insertWidget(0, self._first_line)
        self._first_line.setVisible(folded)
        for widget in self._below:
            widget.setVisible(not folded)

    def is_folded(self) -> bool:
        return self.body.isHidden()

    def find_text(self, needle: Needle) -> int:
        return self.body.find_text(needle)

    # ------------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, px = self._icons.theme, self._icons.theme.px
        paint_avatar(painter, QRectF(0, 0, px(_AVATAR), px(_AVATAR)), self.name, theme, key=self.message.author or "")
        box = QRectF(px(_LEFT), 0, self.width() - px(_LEFT), self.height())
        fill, line = self._colors()
        paint_box(painter, box, theme.color(fill), theme.color(line), radius=px(8))
        self._paint_head(painter, self._head_rect())
        if self.hasFocus():
            paint_focus(painter, box, theme, radius=px(8))
        painter.end()

    def _paint_head(self, painter: QPainter, head: QRectF) -> None:
        theme, px = self._icons.theme, self._icons.theme.px
        quiet = "note_ink" if self._note else "text2"
        left, right = head.left(), head.right()
        right -= self._write(painter, head, self._time(), ("meta", quiet), from_right=True)
        if self.waits:
            right -= px(19)
            self._icons.paint(painter, _square(right, head, px(13)), "clock", "text3")
        if self._note:
            icon = "phone" if self.message.kind == MessageKind.CALL else "note"
            self._icons.paint(painter, _square(left, head, px(14)), icon, "note_ink")
            left += px(22)
        room = int(right - left) - text_width(theme.metrics("label", 600), self.side) - px(16)
        name = theme.metrics("strong").elidedText(self.name, Qt.TextElideMode.ElideRight, max(room, px(40)))
        left += self._write(painter, head.adjusted(left - head.left(), 0, 0, 0), name, ("strong", "text")) + px(9)
        self._write(painter, head.adjusted(left - head.left(), 0, 0, 0), self.side, ("label", quiet))

    def _write(
        self, painter: QPainter, rect: QRectF, text: str, look: tuple[FontRole, str], *, from_right: bool = False
    ) -> int:
        """Its width. `look` is role and colour."""
        theme, (role, color) = self._icons.theme, look
        weight = 600 if role == "label" else None
        painter.setFont(theme.font(role, weight))
        painter.setPen(theme.color(color))
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | side), text)
        return text_width(theme.metrics(role, weight), text)

    def _time(self) -> str:
        return words.clock_time(self.message.at)

    def _head_rect(self) -> QRectF:
        px = self._icons.theme.px
        line = self._icons.theme.metrics("strong").height()
        return QRectF(px(_LEFT + _PAD), px(11), self.width() - px(_LEFT + 2 * _PAD), line)

    def _colors(self) -> tuple[str, str]:
        if self._note:
            return "note", "note_border"
        if self._waiting is not None:
            return "surface", "control"
        own_side = (self.message.author_kind == AuthorKind.STAFF) == self._tools.staff
        return ("mine", "mine_border") if own_side else ("sunken", "border")

    def _dress(self) -> None:
        px = self._icons.theme.px
        top = round(self._head_rect().bottom()) + px(6)
        self._column.setContentsMargins(px(_LEFT + _PAD), top, px(_PAD), px(12))
        self._column.setSpacing(px(6))
        self.update()

    # ------------------------------------------------------------------ parts

    def _build(self) -> None:
        self._dress()
        self._column.addWidget(self.body)
        self._add_files()
        self._add_problems()

    def _show_body(self) -> None:
        if self.message.body_html:
            self.body.show_html(self.message.body_html)
        else:
            self.body.show_text(self.message.body_text)
        self.body.setAccessibleName(self.tr("Message of {author}").format(author=self.name))
        self.body.setVisible(bool(self.message.body_html or self.message.body_text))

    def _add_files(self) -> None:
        """Pictures that the text shows are not shown again as tiles."""
        files = [file for file in self.message.attachments if not self._is_within(file)]
        if not files:
            return
        holder = QWidget()
        flow = FlowLayout(holder, gap=self._icons.theme.px(8))
        for file in files:
            flow.addWidget(FileTile(self._icons, file, self._tools.doors))
        self._column.addWidget(holder)
        self._below.append(holder)

    def _add_problems(self) -> None:
        for code in self.message.problems:
            remark = _remark(self._icons, words.letter_problem(code))
            self._column.addWidget(remark)
            self._below.append(remark)

    def _is_within(self, file: AttachmentRow) -> bool:
        if not file.inline:
            return False
        html = self.message.body_html
        return file.sha256 in html or bool(file.content_id and file.content_id.strip("<>") in html)

    def _addresses(self) -> dict[str, str]:
        return addresses_of((file.content_id, file.sha256) for file in self.message.attachments)

    def _on_picture(self, sha256: str) -> None:
        if sha256 in self._addresses():
            self._show_body()

    def _on_missing(self, sha256: str) -> None:
        """What the text shows comes without being asked for."""
        file = next((file for file in self.message.attachments if file.sha256 == sha256), None)
        if file is not None and self._tools.doors.downloads.possible:
            self._tools.doors.downloads.want(file)

    def _on_download(self, sha256: str) -> None:
        download = self._tools.doors.downloads.of(sha256)
        if download is not None and download.state == "here" and sha256 in self._addresses():
            self._tools.pictures.read_again(sha256)


def _remark(icons: Icons, said: str) -> QWidget:
    theme, holder = icons.theme, QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(IconLabel(icons, "info", color="text3", size=13), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(theme, said, role="meta", color="text2"), 1)
    return holder


def _square(left: float, line: QRectF, side: int) -> QRectF:
    return QRectF(round(left), round(line.center().y() - side / 2), side, side)


class NoTranscript(QWidget):
    """Of a phone call nothing is written down but what is known about it (CS-15)."""

    def __init__(self, icons: Icons, title: str, sentence: str) -> None:
        super().__init__()
        theme = icons.theme
        self.setObjectName("call_card")
        paper = _Paper(icons, "sunken", "border")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(theme.px(_LEFT), 0, 0, 0)
        outer.addWidget(paper)
        row = QHBoxLayout(paper)
        row.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel(icons, "phone", color="text2", size=20))
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(text_label(theme, title, role="strong"))
        column.addWidget(text_label(theme, sentence, role="small", color="text2"))
        row.addLayout(column, 1)
        self.setAccessibleName(f"{title}. {sentence}")
