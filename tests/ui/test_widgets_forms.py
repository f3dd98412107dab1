"""What a person fills in: fields, choices, ratings, the editor and the frame of dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ui.icons import Icons
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.dialog_frame import DialogFrame, Shade
from ui.widgets.file_zone import FileZone
from ui.widgets.inputs import CheckBox, Combo, Field, RadioButton, TextInput, line_input
from ui.widgets.plain_label import LinkLabel
from ui.widgets.rich_editor import RichEditor
from ui.widgets.search_field import SearchField
from ui.widgets.stars import Stars

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def icons(qapp: QApplication) -> Icons:
    return Icons(Theme("light"))


@pytest.fixture
def editor(qtbot: QtBot, icons: Icons) -> RichEditor:
    field = RichEditor(icons.theme, "composer_body", "Reply")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_a_combo_speaks_in_keys_and_keeps_its_choice_in_another_language(qtbot: QtBot, icons: Icons) -> None:
    combo = Combo(icons, [("bug", "BUG feedback"), ("usage", "Usage problem")], name="new_type", words="Type")
    qtbot.addWidget(combo)
    combo.set_value("usage")
    combo.set_choices([("usage", "使用问题"), ("bug", "缺陷反馈")])
    assert (combo.value(), combo.currentText()) == ("usage", "使用问题")


def test_scrolling_a_form_does_not_change_its_answers(qtbot: QtBot, icons: Icons) -> None:
    combo = Combo(icons, [("a", "A"), ("b", "B")], name="c", words="C")
    qtbot.addWidget(combo)
    combo.show()
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.value() == "b"


def test_a_label_belongs_to_its_field_and_a_complaint_is_told(qtbot: QtBot, icons: Icons) -> None:
    title = line_input("new_title", "")
    field = Field(icons.theme, "&Title", title, hint="Short and clear")
    qtbot.addWidget(field)
    assert field.label.buddy() is title
    assert title.accessibleName() == "Title"
    field.show_error("Write a title.")
    assert (field.note.text(), title.accessibleDescription()) == ("Write a title.", "Write a title.")
    field.show_error("")
    assert field.note.text() == "Short and clear"


def test_tab_leaves_a_text_field(qtbot: QtBot, icons: Icons) -> None:
    text = TextInput(icons.theme, "new_description", "Description")
    qtbot.addWidget(text)
    assert text.tabChangesFocus()


def test_ticks_are_ticked_by_key_and_by_a_click_on_their_words(qtbot: QtBot, icons: Icons) -> None:
    box = CheckBox(icons, "I agree", name="new_agreement")
    radio = RadioButton(icons, "Everything", name="export_all")
    for tick in (box, radio):
        qtbot.addWidget(tick)
        tick.resize(tick.sizeHint())
        tick.show()
        assert tick.height() >= 28
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
        assert tick.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_stars_say_how_many_they_are(qtbot: QtBot, icons: Icons) -> None:
    stars = Stars(icons, name="close_rating")
    qtbot.addWidget(stars)
    assert stars.value() == 0
    with qtbot.waitSignal(stars.rated) as rated:
        stars.set_value(4)
    assert (rated.args, stars.value(), stars.accessibleName()) == ([4], 4, "4 of 5")
    assert [star.filled for star in stars._stars] == [True] * 4 + [False]


def test_a_search_is_emptied_by_its_cross(qtbot: QtBot, icons: Icons) -> None:
    search = SearchField(icons, "Search", name="history_search")
    qtbot.addWidget(search)
    search.show()
    search.edit.setText("export")
    assert search._clear.isVisible()
    search._clear.click()
    assert search.text() == ""
    assert not search._clear.isVisible()


def test_the_search_of_the_header_opens_the_palette(qtbot: QtBot, icons: Icons) -> None:
    search = SearchField(icons, "Search everything", name="global_search", badge="Ctrl K", opens=True)
    qtbot.addWidget(search)
    search.show()
    with qtbot.waitSignal(search.pressed):
        qtbot.mouseClick(search.edit, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(search.pressed):
        qtbot.keyClick(search.edit, Qt.Key.Key_Return)


# -------------------------------------------------------------------------------------------------- editor


def test_what_is_written_becomes_our_small_html(qtbot: QtBot, editor: RichEditor) -> None:
    qtbot.keyClicks(editor, "Run ")
    editor.toggle_code()
    qtbot.keyClicks(editor, "ls <x>")
    editor.toggle_code()
    qtbot.keyClicks(editor, " ")
    qtbot.keyClick(editor, Qt.Key.Key_B, CONTROL)
    qtbot.keyClicks(editor, "now")
    assert editor.html() == "<p>Run <code>ls &lt;x&gt;</code> <b>now</b></p>"


def test_lists_start_and_end(qtbot: QtBot, editor: RichEditor) -> None:
    qtbot.keyClicks(editor, "one")
    editor.toggle_bullets()
    assert editor.html() == "<ul><li>one</li></ul>"
    editor.toggle_bullets()
    assert editor.html() == "<p>one</p>"
    editor.toggle_numbers()
    assert editor.html() == "<ol><li>one</li></ol>"


def test_only_safe_links_are_made(editor: RichEditor) -> None:
    assert not editor.set_link("javascript:alert(1)")
    assert editor.set_link("example.org/x", "here")
    assert editor.html() == '<p><a href="https://example.org/x">here</a> </p>'


BODY = "<p>Hello <b>bold</b> <i>slanted</i> <code>code</code></p><ul><li>one</li><li>two</li></ul><p>end</p>"


def test_a_draft_comes_back_as_it_was(editor: RichEditor) -> None:
    editor.set_html(BODY)
    assert editor.html() == BODY
    editor.set_html(editor.html())
    assert editor.html() == BODY


def test_a_draft_survives_a_change_of_theme(editor: RichEditor, icons: Icons) -> None:
    editor.set_html(BODY)
    icons.theme.set_mode("dark")
    icons.theme.set_scale(1.3)
    assert editor.html() == BODY


def test_nothing_written_is_nothing(editor: RichEditor) -> None:
    editor.set_html("<p>  </p>")
    assert editor.html() == ""


def test_pasted_html_is_cut_to_what_a_message_holds(editor: RichEditor) -> None:
    data = QMimeData()
    data.setHtml("<h1 style='color:red'>Big</h1><img src='file:///etc/passwd'><script>x</script><b>bold</b>")
    editor.insertFromMimeData(data)
    assert "file:" not in editor.html()
    assert "red" not in editor.html()
    assert "<b>bold</b>" in editor.html()


def test_a_pasted_picture_is_handed_over_and_comes_back_by_address(qtbot: QtBot, icons: Icons) -> None:
    image, data, blobs = QImage(8, 6, QImage.Format.Format_RGB32), QMimeData(), dict[str, bytes]()
    image.fill(QColor("#00ff00"))
    data.setImageData(image)
    editor = RichEditor(icons.theme, "composer_body", "Reply", blob_of=blobs.get)
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.image_pasted) as pasted:
        editor.insertFromMimeData(data)
    blobs["cid:a"] = bytes(pasted.args[0])
    editor.insert_image("cid:a")
    assert editor.html() == '<p><img src="cid:a"></p>'
    assert editor.loadResource(2, QUrl("cid:a")).width() == 8  # type: ignore[attr-defined]


def test_pasted_files_are_handed_over(qtbot: QtBot, editor: RichEditor, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    with qtbot.waitSignal(editor.files_pasted) as pasted:
        editor.insertFromMimeData(data)
    assert pasted.args == [[str(tmp_path / "a.txt")]]


def test_what_is_copied_is_our_html_and_text_only(editor: RichEditor) -> None:
    editor.set_html("<p>one <b>two</b></p>")
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert sorted(data.formats()) == ["text/html", "text/plain"]
    assert data.html() == "<p>one <b>two</b></p>"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_send_and_enter_alone_does_not(qtbot: QtBot, editor: RichEditor, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(editor.submitted):
        qtbot.keyClick(editor, key)
    with qtbot.waitSignal(editor.submitted):
        qtbot.keyClick(editor, key, CONTROL)


def test_nothing_is_sent_while_a_word_is_being_composed(qtbot: QtBot, editor: RichEditor) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("ni", []))
    with qtbot.assertNotEmitted(editor.submitted):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    done = QInputMethodEvent("", [])
    done.setCommitString("你")
    QApplication.sendEvent(editor, done)
    with qtbot.waitSignal(editor.submitted):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert "你" in editor.html()


@pytest.mark.parametrize(
    ("before", "sign", "told"),
    [
        ("", "/", True),
        ("and", "/", False),
        ("to ", "@", True),
        ("mail", "@", False),
        ("", "@", True),
        ("a ", "/", False),
    ],
)
def test_a_slash_or_an_at_sign_asks_for_help_where_it_starts_something(
    qtbot: QtBot, editor: RichEditor, before: str, sign: str, told: bool
) -> None:
    asked: list[str] = []
    editor.trigger_typed.connect(asked.append)
    qtbot.keyClicks(editor, before + sign)
    assert asked == ([sign] if told else [])


def test_the_editor_opens_no_file(editor: RichEditor, tmp_path: Path) -> None:
    picture = tmp_path / "a.png"
    image, buffer = QImage(9, 9, QImage.Format.Format_RGB32), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    picture.write_bytes(bytes(buffer.data().data()))
    assert editor.loadResource(2, QUrl.fromLocalFile(str(picture))).width() == 1  # type: ignore[attr-defined]


def test_escape_is_told(qtbot: QtBot, editor: RichEditor) -> None:
    with qtbot.waitSignal(editor.escaped):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_bold_is_taken_back(qtbot: QtBot, editor: RichEditor) -> None:
    editor.set_html("<p><b>bold</b></p>")
    editor.selectAll()
    editor.toggle_bold()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert editor.html() == "<p>bold</p>"


# -------------------------------------------------------------------------------------------------- dialogs


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


def test_a_dialog_names_itself_and_its_buttons_by_its_verb(window: QMainWindow, icons: Icons) -> None:
    dialog = DialogFrame(icons, "forward", "Forward TK-20418", parent=window)
    assert dialog.objectName() == "forward_dialog"
    assert dialog.main.objectName() == "forward_ok"
    assert dialog.cancel.objectName() == "forward_cancel"
    assert dialog.windowTitle() == dialog.title.text() == "Forward TK-20418"


def test_the_window_is_shaded_while_a_dialog_is_open(window: QMainWindow, qtbot: QtBot, icons: Icons) -> None:
    dialog = DialogFrame(icons, "forward", "Forward", parent=window)
    dialog.open()
    shade = window.findChild(Shade)
    assert shade.isVisible()
    window.resize(1100, 720)
    assert shade.size() == window.size()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not shade.isVisible()


@pytest.mark.parametrize("harmless", [True, False])
def test_enter_alone_is_the_main_button_only_where_that_is_harmless(
    window: QMainWindow, qtbot: QtBot, icons: Icons, harmless: bool
) -> None:
    dialog = DialogFrame(icons, "close", "Close", parent=window)
    dialog.set_main("Close ticket", "check", harmless=harmless)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() is not harmless
    qtbot.keyClick(dialog, Qt.Key.Key_Enter, CONTROL)
    assert not dialog.isVisible()


def test_a_disabled_main_button_is_not_pressed_by_its_keys(window: QMainWindow, qtbot: QtBot, icons: Icons) -> None:
    dialog = DialogFrame(icons, "close", "Close", parent=window)
    dialog.main.setEnabled(False)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    dialog.reject()


def test_the_first_field_has_the_focus_and_buttons_come_last(window: QMainWindow, qtbot: QtBot, icons: Icons) -> None:
    dialog = DialogFrame(icons, "new", "New", parent=window)
    first, second = line_input("new_title", "Title"), line_input("new_other", "Other")
    dialog.add_field("Title", first)
    dialog.add_field("Other", second)
    dialog.set_main("Submit")
    dialog.open()
    assert dialog.focusWidget() is first
    seen = []
    for _ in range(4):
        seen.append(dialog.focusWidget().objectName())
        dialog.focusNextChild()
    assert seen == ["new_title", "new_other", "new_cancel", "new_ok"]
    dialog.reject()


def test_a_dialog_grows_with_what_it_asks_and_scrolls_only_when_it_must(
    window: QMainWindow, qtbot: QtBot, icons: Icons
) -> None:
    dialog = DialogFrame(icons, "new", "New", parent=window)
    dialog.open()
    low = dialog.height()
    for number in range(4):
        dialog.add_field("Label", line_input(f"new_{number}", "x"), hint="word " * 40)
    qtbot.waitUntil(lambda: dialog.height() > low + 100)
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    for number in range(4, 30):
        dialog.add_field("Label", line_input(f"new_{number}", "x"))
    qtbot.waitUntil(lambda: dialog._scroll.verticalScrollBar().maximum() > 0)
    assert dialog.height() <= window.height()
    dialog.reject()


def test_a_dialog_says_what_is_wrong_and_takes_it_back(window: QMainWindow, icons: Icons) -> None:
    dialog = DialogFrame(icons, "forward", "Forward", parent=window)
    dialog.open()
    dialog.show_error("Choose a person.")
    assert dialog.error.isVisible()
    dialog.show_error("")
    assert not dialog.error.isVisible()
    dialog.reject()


def test_files_are_chosen_by_the_words_in_the_zone(qtbot: QtBot, icons: Icons) -> None:
    zone = FileZone(icons, name="new_files")
    qtbot.addWidget(zone)
    zone.show()
    assert zone.choose.objectName() == "new_files_choose"
    assert zone.choose.accessibleName() == zone.choose.text()


@pytest.mark.parametrize("kind", ["button", "check", "radio", "link"])
def test_control_and_enter_are_left_to_the_dialog_whatever_has_the_focus(qtbot: QtBot, icons: Icons, kind: str) -> None:
    """Some platforms press any button by Enter."""
    made: dict[str, QWidget] = {
        "button": Button(icons, "Choose…", name="one"),
        "check": CheckBox(icons, "Agree", name="one"),
        "radio": RadioButton(icons, "Agree", name="one"),
        "link": LinkLabel(icons.theme, "Choose…", "one"),
    }
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.addWidget(made[kind])
    QApplication.sendEvent(made[kind], event)
    assert not event.isAccepted()


def test_a_place_told_by_a_window_manager_that_still_frames_a_dialog_is_set_right_once(
    qtbot: QtBot, icons: Icons, window: QMainWindow
) -> None:
    """Qt took (0, 0) for it, and the lists of its fields opened in the corner of the screen."""
    dialog = DialogFrame(icons, "new", "New", parent=window)
    dialog.open()
    place = dialog.pos()
    dialog.move(place + QPoint(7, 9))
    qtbot.waitUntil(lambda: dialog.pos() == place)
    dialog.move(place + QPoint(7, 9))
    QApplication.processEvents()
    assert dialog.pos() == place + QPoint(7, 9)
    dialog.reject()


def test_a_complaint_goes_as_soon_as_its_field_is_changed(qtbot: QtBot, icons: Icons) -> None:
    line, box = line_input("t", "Title"), CheckBox(icons, "I agree", name="a")
    combo = Combo(icons, [("a", "A"), ("b", "B")], name="c", words="Kind")
    for field, change in ((line, lambda: line.setText("x")), (combo, lambda: combo.set_value("b")), (box, box.click)):
        row = Field(icons.theme, "Label", field, hint="A hint")
        qtbot.addWidget(row)
        row.show_error("Fill this in.")
        assert row.note.text() == "Fill this in."
        change()
        assert row.note.text() == "A hint"
        assert field.property("invalid") == "false"
