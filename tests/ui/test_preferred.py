"""What a person prefers is seen in the window, and is there again the next time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.settings import Settings, load
from tests.ui.conftest import Office
from ui.app import open_window
from ui.context import Place
from ui.icons import Icons
from ui.theme import Theme
from ui.tickets.model import COLUMNS
from ui.widgets.stars import Stars
from ui.window import MainWindow


def _heights(window: MainWindow) -> tuple[int, int, int]:
    """Of a card, of a row of the table, of a row of the navigation."""
    nav = window.nav.list
    return (
        window.tickets.cards.rowHeight(0),
        window.tickets.table.rowHeight(0),
        nav.sizeHintForIndex(window.nav.rows.index(1)).height(),
    )


def test_density_changes_the_height_of_every_kind_of_row_and_is_kept(window: MainWindow) -> None:
    usual = _heights(window)
    window.commands["density_compact"].trigger()
    compact = _heights(window)
    window.commands["density_relaxed"].trigger()
    relaxed = _heights(window)
    assert all(low < middle < high for low, middle, high in zip(compact, usual, relaxed, strict=True))
    assert min(compact) >= 24, "rows stay targets (ui.md §2, 20)"
    assert load().settings.density == "relaxed"
    window.commands["density_default"].trigger()
    assert _heights(window) == usual


def test_the_menu_shows_which_density_there_is(office: Office, qtbot: QtBot) -> None:
    made = open_window(office.desk, Settings(language="en", density="compact"))
    qtbot.addWidget(made)
    assert made.icons.theme.density == "compact"
    assert made.commands["density_compact"].isChecked()
    made.close()


def test_lists_begin_in_the_layout_one_prefers(office: Office, qtbot: QtBot) -> None:
    made = open_window(office.desk, Settings(language="en", layout="table"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.context.place.queue))
    assert made.context.face == "table"
    assert made.commands["layout_table"].isChecked()
    made.context.change_settings({"layout": "cards"})
    assert made.context.face == "cards"
    made.close()


def _opened_again(office: Office, qtbot: QtBot) -> MainWindow:
    office.desk.close()
    office.desk = open_desk(office.directory, "mara.lindt", worker=Inline, clock=office.clock)
    made = open_window(office.desk, Settings(theme="light", language="en"))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.context.place.queue))
    return made


def test_a_place_keeps_the_layout_and_the_columns_chosen_for_it(
    window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    window.commands["layout_table_above"].trigger()
    window.tickets.table.setColumnWidth(COLUMNS.index("subject"), 411)
    window.close()
    again = _opened_again(office, qtbot)
    assert again.context.face == "table_above"
    again.resize(1440, 900)  # a narrow table shows fewer columns, and gives these back
    qtbot.waitUntil(lambda: again.tickets.table.columnWidth(COLUMNS.index("subject")) == 411)
    again.context.set_place(Place("support.queue"))
    assert again.context.face == "cards"
    again.close()


def test_nothing_moves_by_itself_when_one_prefers_it_so(qapp: QApplication) -> None:
    """Menus that fade and a caret that blinks are all that Qt moves here."""
    before = qapp.cursorFlashTime()
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, True)
    theme = Theme("light")
    theme.apply(qapp)
    theme.set_still(True)
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    assert qapp.cursorFlashTime() == 0
    theme.set_still(False)
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    assert qapp.cursorFlashTime() == before
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)


def test_the_preference_for_stillness_reaches_the_window(window: MainWindow) -> None:
    assert not window.icons.theme.still
    window.context.change_settings({"reduced_motion": True})
    assert window.icons.theme.still
    window.context.change_settings({"reduced_motion": False})


def test_a_theme_made_after_one_with_large_text_begins_at_the_usual_size(qapp: QApplication) -> None:
    large = Theme("light", 1.6)
    usual = large.em() / 1.6
    large.apply(qapp)
    assert Theme("light").em() == pytest.approx(usual, abs=1)
    large.set_scale(1.0)


def test_a_digit_gives_so_many_stars(qtbot: QtBot, icons: Icons) -> None:
    stars = Stars(icons, name="close_rating")
    qtbot.addWidget(stars)
    stars.show()
    QTest.keyClick(stars, Qt.Key.Key_4)
    assert stars.value() == 4
    QTest.keyClick(stars, Qt.Key.Key_7)
    assert stars.value() == 4
