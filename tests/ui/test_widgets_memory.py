"""Window memory, languages and the door for other threads."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.bridge import Bridge
from ui.geometry import GROUP, Geometry
from ui.i18n import LANGUAGES, Languages


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def memory(file: Path) -> Geometry:
    return Geometry(QSettings(str(file), QSettings.Format.IniFormat))


def splitter_of(qtbot: QtBot, panes: int) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    for _ in range(panes):
        splitter.addWidget(QWidget())
    splitter.resize(900, 300)
    splitter.show()
    return splitter


def test_a_window_comes_back_with_its_size(qtbot: QtBot, file: Path) -> None:
    first, second, kept = QMainWindow(), QMainWindow(), memory(file)
    for window in (first, second):
        qtbot.addWidget(window)
    first.resize(640, 480)
    kept.save_window("main_window", first)
    kept.flush()
    assert memory(file).restore_window("main_window", second)
    assert second.size() == first.size()


def test_panes_come_back_only_if_they_are_as_many(qtbot: QtBot, file: Path) -> None:
    kept = memory(file)
    three = splitter_of(qtbot, 3)
    three.setSizes([100, 300, 498])
    kept.save_splitter("main_splitter", three)
    again = splitter_of(qtbot, 3)
    assert kept.restore_splitter("main_splitter", again)
    assert again.sizes() == three.sizes()
    assert not kept.restore_splitter("main_splitter", splitter_of(qtbot, 2))


def test_columns_come_back_only_if_they_are_as_many(qtbot: QtBot, file: Path) -> None:
    kept, four, other, three = memory(file), QTableWidget(1, 4), QTableWidget(1, 4), QTableWidget(1, 3)
    for table in (four, other, three):
        qtbot.addWidget(table)
    four.horizontalHeader().resizeSection(1, 222)
    kept.save_header("history_table", four.horizontalHeader())
    assert kept.restore_header("history_table", other.horizontalHeader())
    assert other.horizontalHeader().sectionSize(1) == 222
    assert not kept.restore_header("history_table", three.horizontalHeader())


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe garbage", b"[ui]\nv1\\main_window\\geometry=@ByteArray(x"])
def test_a_broken_file_is_ignored(qtbot: QtBot, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    window = QMainWindow()
    qtbot.addWidget(window)
    kept = memory(file)
    assert not kept.restore_window("main_window", window)
    assert not kept.restore_splitter("main_splitter", splitter_of(qtbot, 2))
    assert kept.text("nav", "support.pending") == "support.pending"


def test_values_of_another_kind_are_ignored(file: Path) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue(f"{GROUP}/number", QByteArray(b"xx"))
    settings.setValue(f"{GROUP}/words", ["a", "b"])
    kept = Geometry(settings)
    assert kept.number("number", 7) == 7
    assert kept.text("words", "none") == "none"


def test_small_facts_come_back_from_the_file(file: Path) -> None:
    kept = memory(file)
    kept.remember("nav", "support.queue")
    kept.remember("folded", True)
    kept.remember("row", 12)
    kept.flush()
    again = memory(file)
    assert (again.text("nav"), again.flag("folded"), again.number("row")) == ("support.queue", True, 12)


def test_there_are_three_languages_and_english_needs_no_file(qapp: QApplication) -> None:
    languages = Languages(qapp)
    assert list(LANGUAGES) == ["en", "zh_CN", "de"]
    languages.install("en")
    assert languages.locale.name().startswith("en") or languages.locale.name() == "C"


class Listener(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_open_widgets_hear_of_another_language(qapp: QApplication, qtbot: QtBot) -> None:
    listener, languages = Listener(), Languages(qapp)
    qtbot.addWidget(listener)
    listener.show()
    try:
        with qtbot.waitSignal(languages.changed) as changed:
            languages.install("de")
        assert changed.args == ["de"]
        qtbot.waitUntil(lambda: listener.heard > 0)
        assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    finally:
        languages.install("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_jobs_of_other_threads_run_on_the_windows_thread_in_order(qtbot: QtBot) -> None:
    bridge, ran = Bridge(), list[tuple[int, bool]]()
    here = threading.current_thread()

    def work() -> None:
        for number in range(100):
            bridge.post(lambda number=number: ran.append((number, threading.current_thread() is here)))  # type: ignore[misc]

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert ran == []
    qtbot.waitUntil(lambda: len(ran) == 100)
    assert ran == [(number, True) for number in range(100)]


class Picture(QWidget):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_what_a_job_changed_is_painted_before_a_job_that_comes_later(qtbot: QtBot) -> None:
    bridge, picture, painted = Bridge(), Picture(), list[int]()
    qtbot.addWidget(picture)
    with qtbot.waitExposed(picture):
        picture.show()
    qtbot.waitUntil(lambda: picture.painted > 0)

    def job() -> None:
        painted.append(picture.painted)
        picture.update()
        if len(painted) < 3:
            bridge.post(job)

    bridge.post(job)
    qtbot.waitUntil(lambda: len(painted) == 3)
    first = painted[0]
    assert painted == [first, first + 1, first + 2]


def test_a_closed_bridge_drops_what_still_arrives(qtbot: QtBot) -> None:
    bridge, ran, sentinel = Bridge(), list[int](), QObject()
    bridge.post(lambda: ran.append(1))
    bridge.close()
    with qtbot.waitSignal(sentinel.destroyed):
        sentinel.deleteLater()
    assert ran == []
