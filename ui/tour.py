"""agentdesk tour: walks a demo desk without a display and takes the pictures of the main screens."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QMimeData,
    QObject,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDragEnterEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from agentdesk.cli.demo import write_demo, write_served_demo
from agentdesk.desk import Desk, open_desk
from agentdesk.desk.accounts import Reached
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.tickets import TicketIds, TicketRows
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import HandleTicket
from agentdesk.settings import LANGUAGES, Settings
from agentdesk.wire import PROTOCOL
from ui.app import LAYOUT_FILE, CollectHere, Composition, make_application, open_window
from ui.context import LOG, PROCESSES, Place
from ui.dialogs.connect import ConnectDialog
from ui.widgets.file_zone import FileZone
from ui.widgets.stars import Stars
from ui.window import MainWindow

WIDTH, HEIGHT = 1440, 900
_QUIET = 150
_PATIENCE = 20_000
_NEAR = 100
W = TypeVar("W", bound=QObject)


class Guide:
    """The hands and eyes of the tour in one window."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        self.desk, self.window = desk, window

    def rest(self) -> None:
        """Until the desk has answered all that the window asked, and the window has shown it."""
        for _ in range(4):
            self._answer()
            self._pause(_QUIET)

    def _answer(self) -> None:
        answered: list[object] = []
        self.desk.ask(Outbox(), answered.append)
        self._until(lambda: bool(answered))

    def part(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        if found is None:
            found = next(w for top in QApplication.topLevelWidgets() if (w := top.findChild(kind, name)))
        assert isinstance(found, kind)
        return found

    def go(self, queue: str, filters: tuple[str, ...] = ()) -> None:
        self.window.context.set_place(Place(queue, filters))
        self.rest()

    def pick(self, subject: str) -> None:
        """Of the list that is shown, and near its top."""
        model = self.window.tickets.feed.model
        rows = (model.row_at(place) for place in range(min(model.rowCount(), _NEAR)))
        place = next(place for place, row in enumerate(rows) if row is not None and row.row.subject == subject)
        self.window.tickets.picking.go_to(place)
        self.rest()

    def pick_request(self, spoken: str) -> None:
        """Of the inbox that is shown, and near its top."""
        view = self.part(QAbstractItemView, "request_list")
        rows = (view.model().index(row, 0) for row in range(min(view.model().rowCount(), _NEAR)))
        view.setCurrentIndex(next(index for index in rows if spoken in index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.rest()

    def run(self, action: str) -> None:
        self.window.commands[action].trigger()
        self.rest()

    def write(self, name: str, text: str, kind: type[QWidget] = QLineEdit) -> None:
        field = self.part(kind, name)
        field.setFocus()
        for number, line in enumerate(text.splitlines()):
            if number:
                QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClicks(field, line)
        self.rest()

    def picture(self) -> QPixmap:
        """The window with its dialogs on it, which are windows of their own."""
        picture = self.window.grab()
        painter = QPainter(picture)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                corner = dialog.mapToGlobal(dialog.rect().topLeft())
                painter.drawPixmap(self.window.mapFromGlobal(corner), dialog.grab())
        painter.end()
        return picture

    def _until(self, done: Callable[[], bool]) -> None:
        limit = QTimer(singleShot=True, interval=_PATIENCE)
        limit.start()
        while not done() and limit.isActive():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def _pause(self, milliseconds: int) -> None:
        timer = QTimer(singleShot=True, interval=milliseconds)
        timer.start()
        while timer.isActive():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


Scene = Callable[[Guide], None]


@dataclass(frozen=True)
class Picture:
    """A mock picture whose screen is built: its name, who sits there, and how the screen comes about."""

    name: str
    scene: Scene
    person: str = "mara.lindt"
    theme: str = "light"
    language: str = "en"
    text_scale: float = 1.0
    served: bool = False
    """On the desk that has a server, which is out of reach."""


STANDBY = "Replication to standby stops after failover"
MFA = "Unbind MFA – lost phone, locked out of console"
DROPPED = {"bundle.zip": 8 << 20, "monitor.txt": 1_300_000}
SENT = {"police-report.pdf": 310_000, "id-card.jpg": 190_000}
NEW_HOST, NEWCOMER = "db-analytics-03", "Hanna Weiß"
TILES = "Dashboard tiles show yesterday's data"


def main_window(guide: Guide) -> None:
    guide.go("support.pending")
    guide.pick(STANDBY)


def drop_overlay(guide: Guide) -> None:
    main_window(guide)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_file(guide, name, size))) for name, size in DROPPED.items()])
    target = guide.part(QWidget, "ticket_detail")
    event = QDragEnterEvent(
        QPointF(target.rect().center()).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(target, event)
    guide.rest()


def to_be_handled(guide: Guide) -> None:
    guide.go("support.pending")
    guide.pick(MFA)


def empty_queue(guide: Guide) -> None:
    """Everybody is helped: the colleague has taken what waited."""
    guide.go("support.queue")
    guide.window.context.set_selection(())
    guide.rest()


def reply_begun(guide: Guide) -> None:
    main_window(guide)
    text = "Thanks for the log bundle. The standby still holds a replication slot from before the promotion."
    guide.write("composer_body", text, QTextEdit)


def palette(guide: Guide) -> None:
    main_window(guide)
    guide.run("palette")
    guide.write("palette_input", "fo")


def new_ticket(guide: Guide) -> None:
    guide.go("support.mine")
    guide.run("submit_ticket")
    guide.write("new_ticket_title", "Console asks for a code I cannot receive")
    text = "My phone was stolen on Friday. I can still read my mail.\nPlease remove the second factor from my account."
    guide.write("new_ticket_description", text, QTextEdit)
    for name, start in (("type", "BUG"), ("service", "Account"), ("priority", "Mod")):
        QTest.keyClicks(guide.part(QWidget, f"new_ticket_{name}"), start)
    contact = guide.part(QLineEdit, "new_ticket_contact")
    contact.clear()
    guide.write("new_ticket_contact", "+234 803 555 0142")
    zone = guide.part(FileZone, "new_ticket_files")
    zone.files_given.emit([str(_file(guide, name, size)) for name, size in SENT.items()])
    guide.rest()


def asked_to_confirm(guide: Guide) -> None:
    guide.go("support.mine")
    guide.pick(TILES)


def closing(guide: Guide) -> None:
    asked_to_confirm(guide)
    guide.run("confirm_ticket")
    QTest.keyClick(guide.part(Stars, "confirm_solved_rating"), Qt.Key.Key_4)
    guide.rest()


def undo_toast(guide: Guide) -> None:
    to_be_handled(guide)
    guide.run("forward_ticket")
    guide.write("forward_person", "jonas")
    QTest.keyClick(guide.part(QLineEdit, "forward_person"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    guide.rest()


def history(guide: Guide) -> None:
    guide.go("support.org")
    guide.run("layout_table_above")
    guide.write("history_search", "export")
    guide.pick("Nightly export stops at 4 GB")


def offline_ticket(guide: Guide) -> None:
    guide.go("support.resolved")
    guide.pick(STANDBY)


def outbox_decision(guide: Guide) -> None:
    offline_ticket(guide)
    guide.run("go_outbox")


def approval(guide: Guide) -> None:
    guide.go("approvals.pending")
    guide.pick_request(NEW_HOST)


def rejecting(guide: Guide) -> None:
    approval(guide)
    guide.run("reject_stage")
    QTest.mouseClick(guide.part(QWidget, "reject_reason_quota"), Qt.MouseButton.LeftButton)
    guide.write("reject_comment", "Please ask for 32 GiB, or for more quota first.", QPlainTextEdit)


def letting_in(guide: Guide) -> None:
    guide.go("approvals.pending")
    guide.pick_request(NEWCOMER)
    guide.run("pass_stage")
    QTest.keyClicks(guide.part(QWidget, "pass_role"), "Edi")
    guide.rest()


def all_requests(guide: Guide) -> None:
    guide.go("approvals.all")
    guide.run("layout_table_above")
    guide.pick_request(NEW_HOST)


def process_setup(guide: Guide) -> None:
    guide.go(PROCESSES)
    guide.part(QLineEdit, "level_2_name").setFocus()
    guide.rest()


def operation_log(guide: Guide) -> None:
    guide.go(LOG)
    guide.part(QTableView, "log_table").selectRow(4)
    guide.rest()


def connecting(guide: Guide) -> None:
    """As if the server of the pictures had answered: there is none while the tour is walked."""
    guide.window.account.prepare_sample = lambda: guide.desk.directory
    guide.window.account.connect_to("https://desk.northwind.example")
    guide.rest()
    dialog = guide.part(ConnectDialog, "connect_dialog")
    dialog.show_reached(Reached("https://desk.northwind.example", "Northwind Support", 84, PROTOCOL))
    guide.write("connect_user_name", "mara.lindt@northwind.example")
    guide.write("connect_password", "three grey donkeys")


PICTURES = (
    Picture("03-offline-ticket", offline_ticket, served=True),
    Picture("03b-offline-outbox", outbox_decision, served=True),
    Picture("01-main-light", main_window),
    Picture("01b-main-drop-overlay", drop_overlay),
    Picture("01c-main-pending-handle", to_be_handled),
    Picture("02-approval-light", approval),
    Picture("02b-approval-reject", rejecting),
    Picture("02c-approval-pass-join-project", letting_in),
    Picture("02d-approval-table", all_requests, person="super.admin"),
    Picture("04b-approval-dark", approval, theme="dark"),
    Picture("05-command-palette", palette),
    Picture("06-connect", connecting),
    Picture("07-admin-process", process_setup, person="super.admin"),
    Picture("07b-admin-log", operation_log, person="super.admin"),
    Picture("08-new-ticket", new_ticket, person="noah.okafor"),
    Picture("08b-close-rate", closing, person="noah.okafor"),
    Picture("08c-requester-confirm", asked_to_confirm, person="noah.okafor"),
    Picture("09-main-zh", main_window, language="zh_CN"),
    Picture("09b-main-de", main_window, theme="dark", language="de"),
    Picture("11-history-table", history, person="petra.nowak"),
    Picture("11b-history-dark", history, person="petra.nowak", theme="dark"),
    Picture("12-large-font", main_window, text_scale=1.4),
    Picture("04-main-dark", reply_begun, theme="dark"),
    Picture("10-undo-toast", undo_toast),
    Picture("03c-empty-queue", empty_queue),
)
"""In this order, since the last ones change the desk."""


def main(argv: Sequence[str]) -> int:
    options = _parser().parse_args(list(argv))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    options.out.mkdir(parents=True, exist_ok=True)
    app = make_application()
    garbage = CollectHere()
    garbage.start()
    with TemporaryDirectory() as place, _without_a_screen():
        wanted = [one for one in PICTURES if options.only is None or one.name.startswith(options.only)]
        for served in (False, True):
            directory = Path(place) / ("served" if served else "alone") / "Northwind Support"
            pictures = [one for one in wanted if one.served is served]
            if pictures:
                (write_served_demo if served else write_demo)(directory)
            for picture in pictures:
                _take(picture, directory, options)
                print(options.out / f"{picture.name}.png", flush=True)
    garbage.stop()
    del app
    return 0


@contextmanager
def _without_a_screen() -> Iterator[None]:
    """What Qt says of each dialog there, that nobody can be told how large it would like to be, is not passed on."""

    def heard(kind: QtMsgType, where: QMessageLogContext, said: str) -> None:
        if "propagateSizeHints" not in said:
            before(kind, where, said) if before is not None else print(said, file=sys.stderr)

    before = qInstallMessageHandler(heard)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agentdesk tour", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--theme", choices=("light", "dark"), default=None)
    parser.add_argument("--language", choices=[one for one in LANGUAGES if one], default=None)
    parser.add_argument("--scale", type=int, choices=(1, 2), default=1)
    parser.add_argument("--only", default=None, metavar="NAME", help="only pictures whose name begins so")
    return parser


def _take(picture: Picture, directory: Path, options: argparse.Namespace) -> None:
    chosen = Settings(
        theme=options.theme or picture.theme, language=options.language or picture.language,
        text_scale=picture.text_scale,
    )  # fmt: skip
    if picture.scene is empty_queue:
        _help_everybody(directory)
    with _opened(directory, picture.person, chosen) as guide:
        picture.scene(guide)
        guide.picture().save(str(options.out / f"{picture.name}.png"))


@contextmanager
def _opened(directory: Path, person: str, chosen: Settings) -> Iterator[Guide]:
    (directory / LAYOUT_FILE).unlink(missing_ok=True)
    desk = open_desk(directory, person, wait=5.0)
    window = open_window(desk, chosen)
    try:
        window.resize(WIDTH, HEIGHT)
        window.activateWindow()
        guide = Guide(desk, window)
        guide.rest()
        yield guide
    finally:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.close()
        window.close()
        for part in window.children():
            if isinstance(part, Composition):
                part.languages.install("en")  # its translators hang on the application, and the next picture has others
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        desk.close()


def _help_everybody(directory: Path) -> None:
    """Jonas takes every ticket of the queue, as he could from his own window."""
    desk = open_desk(directory, "jonas.beck", worker=Inline, wait=5.0)
    listing = desk.look(TicketIds("support.queue"))
    rows = desk.look(TicketRows(tuple(listing.ids))).values()
    for row in rows:
        desk.play([desk.envelope(HandleTicket(ticket=row.id))])
    desk.close()


def _file(guide: Guide, name: str, size: int) -> Path:
    path = guide.desk.directory / name
    path.write_bytes(bytes(size))
    return path
