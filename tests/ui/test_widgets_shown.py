"""Chips, avatars, strips, toasts, sections, tiles: what a person is shown, and what a screen reader says of it."""

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.icons import STATE_GLYPHS, Icons
from ui.theme import Theme, contrast
from ui.widgets.attachment_tile import AttachmentTile, TileLook, file_icon
from ui.widgets.avatar import AVATAR_COLORS, Avatar, avatar_color, initials
from ui.widgets.badge import Badge
from ui.widgets.banner import Banner
from ui.widgets.chip import ChipLook, StateChip, chip_height, chip_width, paint_chip
from ui.widgets.drop_overlay import DropOverlay, Zone
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain_label import ElidedLabel, LinkLabel, breakable, copyable_label, plain_label
from ui.widgets.section import Section
from ui.widgets.skeleton import Skeleton
from ui.widgets.toast import LONGEST_PAUSE, SHOWN_WITHOUT_UNDO, ToastStack, ToastWords


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(Theme("light"))


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    other = QLineEdit(window)
    other.show()
    other.setFocus()
    return window


def chip_picture(icons: Icons, look: ChipLook, *, selected: bool = False) -> QImage:
    width, height = chip_width(icons.theme, look.text), chip_height(icons.theme)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(icons.theme.color("sel"))
    painter = QPainter(image)
    paint_chip(painter, QRectF(0, 0, width, height), look, icons, selected=selected)
    painter.end()
    return image


@pytest.mark.parametrize("kind", STATE_GLYPHS)
def test_a_chip_says_its_word_and_keeps_its_code_for_tests(qtbot: QtBot, icons: Icons, kind: str) -> None:
    chip = StateChip(icons, kind, "Ausstehend", status="pending")
    qtbot.addWidget(chip)
    assert chip.property("status") == "pending"
    assert chip.accessibleName() == "Ausstehend"


def test_a_chip_on_a_selected_row_has_an_outline(icons: Icons) -> None:
    look = ChipLook("waiting_staff", "Pending reply")
    assert chip_picture(icons, look) != chip_picture(icons, look, selected=True)


def test_a_chip_grows_with_its_word(icons: Icons) -> None:
    assert chip_width(icons.theme, "Wartet auf Rückmeldung") > chip_width(icons.theme, "Pending feedback")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mara Lindt", "ML"),
        ("Jonas van der Beck", "JB"),
        ("张伟", "张伟"),
        ("欧阳娜娜", "欧阳娜"),
        ("Prince", "P"),
        ("j.albers", "JA"),
        ("山田 太郎", "山田太"),
        ("", "?"),
        ("  ", "?"),
        ("!!!", "?"),
        ("\u202e\u0301", "?"),
        ("Özge Şahin", "ÖŞ"),
    ],
)
def test_an_avatar_shows_the_initials_of_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_initials_can_be_read_on_every_colour() -> None:
    assert all(contrast("#FFFFFF", color) >= 4.77 for color in AVATAR_COLORS)


def test_a_person_keeps_the_colour_when_the_name_changes(qtbot: QtBot, icons: Icons) -> None:
    assert avatar_color("id-1") == avatar_color("id-1")
    avatar = Avatar(icons.theme, "Mara Lindt", key="id-1")
    qtbot.addWidget(avatar)
    avatar.show_presence("online", "online")
    assert avatar.accessibleName() == "Mara Lindt, online"


def test_a_badge_is_hidden_while_nothing_waits(qtbot: QtBot, icons: Icons) -> None:
    badge = Badge(icons.theme)
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.show_number(7, "7 waiting")
    assert not badge.isHidden()
    assert badge.accessibleName() == "7 waiting"


def test_a_banner_is_hidden_until_it_has_something_to_say(host: QWidget, icons: Icons) -> None:
    banner = Banner(icons, "warn", name="offline_banner", boxed=False)
    banner.setParent(host)
    assert banner.isHidden()
    banner.show_message("You are offline.", "offline")
    button = banner.add_button("Try again", name="banner_retry")
    assert banner.isVisible()
    assert banner.accessibleName() == "You are offline."
    assert button.isVisible()
    banner.clear_buttons()
    assert not button.isVisible()


def test_an_empty_pane_offers_at_most_one_thing_to_do(qtbot: QtBot, icons: Icons) -> None:
    state = EmptyState(icons, "queue", name="list_empty")
    qtbot.addWidget(state)
    state.show_words("The queue is empty", "New tickets appear here.", "Show all tickets")
    assert state.accessibleName() == "The queue is empty. New tickets appear here"
    with qtbot.waitSignal(state.acted):
        state.button.click()
    state.show_words("Nothing", "Nothing at all.")
    assert state.button.isHidden()


def test_a_skeleton_waits_before_it_shows(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    skeleton = Skeleton(icons.theme, words="Loading")
    skeleton.setParent(host)
    skeleton.start()
    assert skeleton.isHidden()
    qtbot.waitUntil(skeleton.isVisible)
    skeleton.stop()
    assert skeleton.isHidden()


def test_a_skeleton_that_was_stopped_in_time_never_shows(host: QWidget, icons: Icons) -> None:
    skeleton = Skeleton(icons.theme)
    skeleton.setParent(host)
    skeleton.start()
    skeleton.stop()
    assert not skeleton._timer.isActive()


def test_a_section_folds_and_keeps_its_rows(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    section = Section(icons, "Requester", name="section_requester")
    section.setParent(host)
    section.show()
    section.set_rows([("Contact", "w.zhang@nordwind.example"), ("Local time", "21:32")])
    assert section.grid().value_label(0).accessibleName() == "Contact: w.zhang@nordwind.example"
    with qtbot.waitSignal(section.folded) as folded:
        section.set_folded(True)
    assert folded.args == [True]
    assert not section.grid().isVisible()
    section.set_rows([("Contact", "other")])
    section.set_folded(False)
    assert section.grid().value_label(0).isVisible()
    assert not section.grid().value_label(1).isVisible()


def test_what_is_copied_from_a_label_has_no_hidden_signs(qtbot: QtBot, icons: Icons) -> None:
    label = copyable_label(icons.theme, "w.zhang@nordwind.example 1556285580167838")
    qtbot.addWidget(label)
    assert "\u200b" in label.text()
    label._select_all()
    label.copy()
    assert QGuiApplication.clipboard().text() == "w.zhang@nordwind.example 1556285580167838"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("vpc-analytics / 10.20.4.0/24", ["vpc-", "analytics / 10.20.4.0/24"]),
        ("vpc/192.168.100.200/24", ["vpc/", "192.168.100.200/24"]),
        ("r.desai@corp.example", ["r.desai", "@corp.example"]),
        ("3fa0c345-01b1", ["3fa0c345-", "01b1"]),
        ("1" * 20, ["1" * 16, "1" * 4]),
    ],
)
def test_long_words_may_wrap_but_not_inside_a_number(text: str, pieces: list[str]) -> None:
    assert breakable(text).split("\u200b") == pieces


def test_a_long_address_does_not_widen_its_label(qtbot: QtBot, icons: Icons) -> None:
    label = copyable_label(icons.theme, "a" * 300 + "@example.org")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200


def test_a_link_acts_on_key_and_click(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    link = LinkLabel(icons.theme, "choose…", "choose")
    link.setParent(host)
    link.show()
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, "\r")


@pytest.mark.parametrize(
    ("name", "icon"),
    [("a.PNG", "image"), ("b.zip", "zip"), ("c.pdf", "document"), ("d.csv", "spreadsheet"), ("e", "unknown-file")],
)
def test_a_tile_shows_the_kind_of_its_file(name: str, icon: str) -> None:
    assert file_icon(name) == icon


def test_a_tile_can_be_opened_removed_and_named(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    tile = AttachmentTile(icons, TileLook("id-card.jpg", "Uploading 62 %", "remove", 0.62))
    tile.setParent(host)
    tile.show()
    assert tile.accessibleName() == "id-card.jpg, Uploading 62 %"
    assert tile.button.accessibleName() == "Remove id-card.jpg"
    with qtbot.waitSignal(tile.removed):
        tile.button.click()
    with qtbot.waitSignal(tile.opened):
        qtbot.keyClick(tile, "\r")


def test_tiles_wrap_instead_of_widening_the_pane(host: QWidget, icons: Icons) -> None:
    flow = FlowLayout(gap=8)
    box = QWidget(host)
    box.setLayout(flow)
    for number in range(6):
        flow.addWidget(AttachmentTile(icons, TileLook(f"file-{number}.pdf", "310 KB"), name=f"tile_{number}"))
    one_line = flow.heightForWidth(4_000)
    assert flow.heightForWidth(400) > 2 * one_line
    assert flow.minimumSize().width() < 300


def test_a_drop_overlay_has_a_larger_and_a_smaller_zone(host: QWidget, icons: Icons) -> None:
    overlay = DropOverlay(icons, host, lambda paths: [])
    overlay.show_zones([Zone("reply", "Drop to attach to your reply", "reply"), Zone("note", "Internal note", "note")])
    reply, note = overlay.zone_rects()
    assert 0.55 < reply.height() / (reply.height() + note.height()) < 0.65
    assert overlay.geometry() == host.rect()
    assert overlay._zone_at(QPointF(400, 100)) == 0
    assert overlay._zone_at(QPointF(400, 550)) == 1
    assert "Internal note" in overlay.accessibleName()


def held(key: str = "k", hold: int = 8_000) -> ToastWords:
    return ToastWords(key, "Forwarded TK-20360 to Jonas Beck", "forward", hold)


def test_buttons_apart_stand_at_the_other_end_while_there_is_room(host: QWidget) -> None:
    flow = FlowLayout(QWidget(host), gap=8, apart=1)
    labels = [QLabel("Discard"), QLabel("Open"), QLabel("Send")]
    for label in labels:
        label.setFixedSize(60, 20)
        flow.addWidget(label)
    flow.setGeometry(QRect(0, 0, 400, 20))
    assert [label.x() for label in labels] == [0, 272, 340]
    flow.setGeometry(QRect(0, 0, 150, 60))
    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (68, 0), (0, 28)]


def test_a_toast_can_be_undone_until_its_time_is_over(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    toast = stack.show_toast(held())
    toast.pass_time(3_100)
    assert toast.countdown.text() == "5 s"
    with qtbot.waitSignal(stack.undone) as undone:
        toast.undo.click()
    assert undone.args == ["k"]
    assert stack.toasts() == []


def test_a_toast_ends_by_itself(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    toast = stack.show_toast(held())
    with qtbot.waitSignal(stack.ended), qtbot.assertNotEmitted(stack.undone):
        toast.pass_time(8_000)
    assert not stack.isVisible()


def test_a_toast_pauses_under_the_pointer_but_not_for_ever(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    toast = stack.show_toast(held())
    toast.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    with qtbot.waitSignal(stack.paused):
        toast.pass_time(LONGEST_PAUSE)
    assert toast.left == 8_000
    with qtbot.waitSignal(stack.resumed):
        toast.pass_time(5_000)
    assert toast.left == 3_000
    toast.leaveEvent(QEvent(QEvent.Type.Leave))


def test_a_toast_pauses_while_its_button_has_the_focus(host: QWidget, qtbot: QtBot, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    toast = stack.show_toast(held())
    host.activateWindow()
    toast.undo.setFocus()
    qtbot.waitUntil(toast.undo.hasFocus)
    toast.pass_time(5_000)
    assert toast.left == 8_000


def test_news_without_undo_pass_by_themselves(host: QWidget, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    toast = stack.show_toast(held(hold=0))
    assert not toast.undo.isVisible()
    assert toast.left == SHOWN_WITHOUT_UNDO


def test_only_a_few_toasts_are_shown_and_their_names_stay_unique(host: QWidget, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    for number in range(5):
        stack.show_toast(held(f"k{number}"))
    assert [toast.words.key for toast in stack.toasts()] == ["k2", "k3", "k4"]
    assert [toast.objectName() for toast in stack.toasts()] == ["toast_2", "toast_1", "toast"]


def test_a_toast_lies_at_the_lower_left_of_its_host(host: QWidget, icons: Icons) -> None:
    stack = ToastStack(icons, host)
    stack.show_toast(held())
    assert stack.geometry().left() < 40
    assert host.height() - stack.geometry().bottom() < 40
    host.resize(900, 700)
    assert host.height() - stack.geometry().bottom() < 40


def test_every_painted_widget_draws_in_both_looks_and_at_twice_the_size(host: QWidget, icons: Icons) -> None:
    widgets = [
        StateChip(icons, "new", "Pending"),
        Avatar(icons.theme, "Mara Lindt"),
        ElidedLabel(icons.theme, "A subject"),
        AttachmentTile(icons, TileLook("a.png", "1 KB")),
        plain_label(icons.theme, "words"),
    ]
    for widget in widgets:
        widget.setParent(host)
        widget.resize(widget.sizeHint())
        light = widget.grab().toImage()
        icons.theme.set_mode("dark")
        dark = widget.grab().toImage()
        icons.theme.set_mode("light")
        assert light != dark or isinstance(widget, Avatar)
