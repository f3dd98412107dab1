"""Attachments that lie at the server: how they come, how far they are, and what is said when they do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from agentdesk.clock import SetClock
from agentdesk.desk.queries.rows import AttachmentRow
from agentdesk.desk.queries.thread import Thread
from agentdesk.sync.transport import Broken
from tests.builders import NOAH, NOON
from tests.desk.served import ServedStage
from ui.cards.downloads import Downloads
from ui.cards.files import FileDoors, FileTile
from ui.cards.message_card import CardTools, MessageCard
from ui.cards.pictures import Pictures
from ui.context import Context
from ui.icons import Icons

CONTENT = b"line\n" * 20_000
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


class Files:
    """A tile of Noah's file, on Mara's desk."""

    def __init__(self, stage: ServedStage, icons: Icons, qtbot: QtBot) -> None:
        self.stage, self.icons = stage, icons
        self.opened: list[QUrl] = []
        self.context = Context(stage.desk)
        self.doors = FileDoors(stage.desk, lambda url: self.opened.append(url) is None, self.context.jobs)
        self.file = self.newest()
        self.tile = FileTile(icons, self.file, self.doors)
        qtbot.addWidget(self.tile)

    def newest(self) -> AttachmentRow:
        page = self.stage.desk.look(Thread(self.stage.ticket))
        assert page is not None
        return page.messages[-1].attachments[0]

    @property
    def looks(self) -> tuple[str, str, float | None]:
        return self.tile.look.button, self.tile.look.detail, self.tile.look.progress


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[ServedStage]:
    made = ServedStage(tmp_path / "desk", SetClock(NOON))
    made.ticket = made.world.filed(NOAH)
    made.world.done(made.world.reply(made.ticket, files=(made.world.uploaded(CONTENT),)), NOAH)
    made.join()
    yield made
    made.close()


@pytest.fixture
def files(stage: ServedStage, icons: Icons, qtbot: QtBot) -> Iterator[Files]:
    made = Files(stage, icons, qtbot)
    yield made
    made.doors.downloads.end()


def test_a_file_that_is_only_at_the_server_says_so_and_comes_with_a_bar(files: Files) -> None:
    assert files.looks == ("download", "98 kB · online only", None)
    files.tile.button.click()
    assert files.looks == ("stop", "0 bytes of 98 kB", 0.0)
    files.stage.loop.bring(50_000)
    assert files.looks == ("stop", "49 kB of 98 kB", 0.5)
    assert [(job.share, job.detail) for job in files.context.jobs.running()] == [(0.5, "49 kB of 98 kB")]
    files.stage.loop.bring(50_000)
    assert files.looks == ("menu", "98 kB", None)
    assert files.context.jobs.running() == ()
    assert files.stage.desk.blobs.read(files.file.sha256) == CONTENT
    assert files.opened == []


def test_to_open_it_brings_it_first(files: Files) -> None:
    files.tile.opened.emit()
    files.stage.loop.bring(len(CONTENT))
    assert Path(files.opened[0].toLocalFile()).read_bytes() == CONTENT


def test_to_save_it_brings_it_first(files: Files, tmp_path: Path) -> None:
    files.doors.save_to(files.file, tmp_path / "saved.txt")
    assert not (tmp_path / "saved.txt").exists()
    files.stage.loop.bring(len(CONTENT))
    assert (tmp_path / "saved.txt").read_bytes() == CONTENT


def test_a_download_can_be_stopped_and_goes_on_from_there(files: Files) -> None:
    files.tile.button.click()
    files.stage.loop.bring(60_000)
    files.tile.button.click()
    assert files.looks == ("download", "98 kB · online only", None)
    assert files.stage.loop.coming == []
    files.tile.button.click()
    files.stage.loop.bring(40_000)
    assert files.looks[0] == "menu"


def test_offline_it_is_noted_and_comes_when_the_server_is_there(files: Files, qtbot: QtBot) -> None:
    files.stage.cut()
    files.tile.button.click()
    assert files.looks == ("stop", "98 kB · comes when you are online", None)
    assert files.stage.loop.coming == []
    files.stage.mend()
    assert files.looks[1] == "0 bytes of 98 kB"
    files.stage.loop.bring(len(CONTENT))
    assert files.looks[0] == "menu"


def test_what_breaks_off_goes_on_by_itself_when_the_server_is_there_again(files: Files) -> None:
    files.tile.button.click()
    files.stage.loop.bring(30_000)
    files.stage.cut()
    files.stage.loop.bring(30_000)
    assert files.looks[1] == "98 kB · comes when you are online"
    files.stage.mend()
    files.stage.loop.bring(70_000)
    assert files.looks[0] == "menu"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("wrong-file", "What came is not the file that was sent. Try again."),
        ("404 not-found", "The server does not show it to you any more."),
        ("500", "The server failed (500). Try again."),
    ],
)
def test_what_fails_says_why_and_can_be_tried_again(files: Files, code: str, words: str) -> None:
    files.tile.button.click()
    _, listener = files.stage.loop.coming.pop()
    listener.failed(Broken(code))
    assert files.looks == ("download", words, None)
    assert files.tile.look.failed
    files.tile.button.click()
    assert files.looks[0] == "stop"


def test_a_file_in_two_tiles_comes_once(files: Files, qtbot: QtBot) -> None:
    other = FileTile(files.icons, files.file, files.doors)
    qtbot.addWidget(other)
    files.tile.button.click()
    other.opened.emit()
    assert len(files.stage.loop.coming) == 1
    files.stage.loop.bring(len(CONTENT))
    assert other.look.button == "menu"
    assert len(files.opened) == 1


def test_on_a_desk_that_works_alone_nothing_can_be_downloaded(files: Files, qtbot: QtBot) -> None:
    files.stage.loop.stop()
    alone = FileTile(files.icons, files.file, files.doors)
    qtbot.addWidget(alone)
    assert alone.look.button == "menu"
    files.stage.loop = type(files.stage.loop)(files.stage.desk, files.stage.syncing, files.stage.cable)


def test_a_picture_that_the_text_shows_comes_by_itself(files: Files, qtbot: QtBot) -> None:
    stage = files.stage
    shown = stage.world.uploaded(PIXEL, "shot.png", inline=True, content_id="shot")
    message = stage.world.reply(stage.ticket, files=(shown,))
    html = f'<p>See <img src="cid:{shown.sha256}"></p>'
    stage.world.done(type(message)(ticket=stage.ticket, message=message.message, body_html=html, files=(shown,)), NOAH)
    stage.run()
    page = stage.desk.look(Thread(stage.ticket))
    assert page is not None
    pictures = Pictures(stage.desk)
    card = MessageCard(page.messages[-1], CardTools(files.icons, pictures, files.doors, staff=True))
    qtbot.addWidget(card)
    card.resize(600, 300)
    card.show()
    qtbot.waitUntil(lambda: bool(stage.loop.coming))
    with qtbot.waitSignal(pictures.arrived):
        stage.loop.bring(len(PIXEL))
    assert pictures.blob_of({"x": shown.sha256})("cid:x") == PIXEL


def test_whoever_closes_the_window_stops_what_is_on_its_way(files: Files) -> None:
    files.tile.button.click()
    files.doors.downloads.end()
    assert files.stage.loop.coming == []
    assert isinstance(files.doors.downloads, Downloads)
