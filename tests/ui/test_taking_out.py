"""Taking a ticket out of the desk: as a file, on paper, its attachments; and what helps somebody who helps."""

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from agentdesk import __version__
from agentdesk.desk.doctor import Finding
from agentdesk.desk.queries.detail import Detail
from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.commands import AddNote, HandleTicket, ReceiveEmail, Reply
from agentdesk.domain.values import Id
from agentdesk.settings import Settings
from tests.ui.conftest import Office
from ui.actions.exporting import ExportingTicket
from ui.actions.printing import Printing
from ui.dialogs.diagnostics import DiagnosticsDialog, report
from ui.dialogs.export_ticket import ExportTicketDialog
from ui.dialogs.save_attachment import SaveAttachmentDialog
from ui.thread.next_step import next_step
from ui.thread.phrases import NOTE, REPLY, further, send_words
from ui.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MAIL_ID = "first@customer.example"


@pytest.fixture
def letter(office: Office) -> Id:
    """A ticket that came by mail, which Mara handles, with a note of hers."""
    ticket = office.clock.new_id()
    office.give(
        ReceiveEmail(
            ticket=ticket, message=office.clock.new_id(), source="desk", sender_name="Noah Okafor",
            sender_address="noah.okafor@example.org", subject="The printer hums", mail_id=MAIL_ID, body_text="All day.",
        ),
        "maker",
    )  # fmt: skip
    office.give(HandleTicket(ticket=ticket), "mara.lindt")
    office.give(
        AddNote(ticket=ticket, message=office.clock.new_id(), body_html="<p>It is the old one.</p>"), "mara.lindt"
    )
    return ticket


@pytest.fixture
def shown(window: MainWindow, letter: Id, qtbot: QtBot) -> TicketDetail:
    """The window with the letter's ticket in it."""
    window.context.set_selection((letter,))
    qtbot.waitUntil(lambda: window.context.detail is not None and window.context.detail.row.id == letter)
    assert window.context.detail is not None
    return window.context.detail


def written(window: MainWindow, qtbot: QtBot) -> str:
    """What the window said came of it."""
    qtbot.waitUntil(lambda: bool(window.banners.notice.text()) and not window.context.jobs.running())
    return window.banners.notice.text()


# ---------------------------------------------------------------------------------------- a desk without mail


def test_the_button_of_a_letter_saves_where_no_mail_goes_out(
    window: MainWindow, shown: TicketDetail, qtbot: QtBot
) -> None:
    button = window.ticket.composer.tools.send.main
    qtbot.waitUntil(lambda: button.text() == "Save reply")
    assert "This desk sends no mail; export the reply as .eml" in window.ticket.next_step.text()
    window.ticket.composer.start("note")
    assert button.text() == "Add note"


def test_a_letter_is_sent_where_mail_goes_out(shown: TicketDetail) -> None:
    mailing = replace(shown, can_mail=True)
    assert send_words(mailing, REPLY) == "Send"
    assert "sends no mail" not in next_step(mailing, "mara").sentence
    offered = {"complete_ticket", "end_ticket"}
    assert {words.partition(" ")[0] for _, words in further(mailing, REPLY, offered)} == {"Send"}
    assert {words.partition(" ")[0] for _, words in further(shown, REPLY, offered)} == {"Save"}


def test_a_requester_is_told_nothing_of_the_desks_mail(shown: TicketDetail) -> None:
    theirs = replace(shown, staff=False)
    assert send_words(theirs, REPLY) == "Send"
    assert "mail" not in next_step(theirs, "noah").sentence


def test_other_tickets_than_letters_are_sent(office: Office) -> None:
    detail = office.desk.look(Detail(office.tickets[0]))
    assert detail is not None
    assert send_words(detail, REPLY) == "Send"
    assert send_words(detail, NOTE) == "Add note"


# ---------------------------------------------------------------------------------------- as a file


def test_a_reply_leaves_as_a_letter_without_the_notes(
    window: MainWindow, office: Office, shown: TicketDetail, qtbot: QtBot, tmp_path: Path
) -> None:
    office.give(
        Reply(ticket=shown.row.id, message=office.clock.new_id(), body_html="<p>Please restart it.</p>"), "mara.lindt"
    )
    window.commands["export_ticket"].trigger()
    dialog = window.findChild(ExportTicketDialog, "export_ticket_dialog")
    assert isinstance(dialog, ExportTicketDialog)
    assert dialog.format() == "eml"
    out = tmp_path / "reply.eml"
    dialog.write_to(str(out))
    assert written(window, qtbot) == f"{out} was written."
    message = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    assert MAIL_ID in str(message["References"])
    assert "Please restart it." in out.read_text(encoding="utf-8")
    assert "old one" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("format_", "start"), [("pdf", b"%PDF"), ("html", b"<!DOCTYPE"), ("csv", b""), ("xlsx", b"PK"), ("json", b"{")]
)
def test_a_ticket_is_written_in_every_format(
    window: MainWindow, shown: TicketDetail, qtbot: QtBot, tmp_path: Path, format_: str, start: bytes
) -> None:
    out = tmp_path / f"ticket.{format_}"
    ExportingTicket(window.context, window.icons, window).write(shown.row.id, format_, str(out))
    assert written(window, qtbot).endswith("was written.")
    assert out.read_bytes().startswith(start)
    assert out.stat().st_size > 0


def test_a_place_that_cannot_be_written_is_told(
    window: MainWindow, shown: TicketDetail, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "missing" / "ticket.html"
    ExportingTicket(window.context, window.icons, window).write(shown.row.id, "html", str(out))
    assert written(window, qtbot) == f"{out} could not be written: No such file or directory"


def test_the_dialog_asks_for_a_file_of_the_chosen_kind(window: MainWindow, shown: TicketDetail, qtbot: QtBot) -> None:
    window.commands["export_ticket"].trigger()
    dialog = window.findChild(ExportTicketDialog, "export_ticket_dialog")
    assert isinstance(dialog, ExportTicketDialog)
    dialog.submit()
    chooser = dialog.findChild(QFileDialog, "export_file_dialog")
    assert isinstance(chooser, QFileDialog)
    assert chooser.defaultSuffix() == "eml"
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    dialog.reject()


# ---------------------------------------------------------------------------------------- on paper


def test_a_ticket_is_printed(window: MainWindow, shown: TicketDetail, qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    Printing(window.context, window.icons, window).print_on(printer, shown.row.id, shown.row.number)
    assert written(window, qtbot) == f"{shown.row.number} was given to the printer."
    assert out.read_bytes().startswith(b"%PDF")


def test_control_p_opens_the_dialog_of_the_system(window: MainWindow, shown: TicketDetail, qtbot: QtBot) -> None:
    window.commands["print_ticket"].trigger()
    dialog = window.findChild(QPrintDialog, "print_dialog")
    assert isinstance(dialog, QPrintDialog)
    assert dialog.windowTitle() == f"Print {shown.row.number}"
    dialog.reject()


# ---------------------------------------------------------------------------------------- attachments


def attached(window: MainWindow, office: Office, qtbot: QtBot, *names: str) -> None:
    """A reply with files in the ticket that is shown."""
    ticket = office.tickets[0]
    files = tuple(office.desk.keep_bytes(name, "text/plain", name.encode()) for name in names)
    office.give(Reply(ticket=ticket, message=office.clock.new_id(), body_html="<p>See.</p>", files=files), "mara.lindt")
    window.context.set_selection((ticket,))
    qtbot.waitUntil(lambda: window.commands["save_attachment"].isEnabled() and len(window.ticket.stream.cards()) == 3)


def test_the_only_attachment_is_saved_without_asking_which(
    window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not window.commands["save_attachment"].isEnabled()
    attached(window, office, qtbot, "collector.log")
    window.commands["save_attachment"].trigger()
    chooser = window.findChild(QFileDialog, "save_attachment_dialog")
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "copy.log"))
    qtbot.waitUntil((tmp_path / "copy.log").exists)
    assert (tmp_path / "copy.log").read_text() == "collector.log"
    chooser.reject()


def test_of_several_attachments_one_is_chosen(window: MainWindow, office: Office, qtbot: QtBot) -> None:
    attached(window, office, qtbot, "collector.log", "agent.log")
    window.commands["save_attachment"].trigger()
    dialog = window.findChild(SaveAttachmentDialog, "save_attachment_dialog")
    assert isinstance(dialog, SaveAttachmentDialog)
    asked: list[str] = []
    dialog.wanted.disconnect()
    dialog.wanted.connect(lambda file: asked.append(file.name))
    dialog._files.setCurrentRow(1)
    QTest.keyClick(dialog._files, Qt.Key.Key_Return)
    assert asked == ["agent.log"]


# ---------------------------------------------------------------------------------------- diagnostics


@pytest.fixture
def diagnostics(window: MainWindow, qtbot: QtBot) -> Iterator[DiagnosticsDialog]:
    window.commands["diagnostics"].trigger()
    dialog = window.findChild(DiagnosticsDialog, "diagnostics_dialog")
    assert isinstance(dialog, DiagnosticsDialog)
    qtbot.waitUntil(dialog.main.isEnabled)
    yield dialog
    dialog.reject()


def test_diagnostics_hold_versions_and_findings_and_nobodys_words(
    diagnostics: DiagnosticsDialog, office: Office
) -> None:
    text = diagnostics.text.text()
    assert f"AgentDesk: {__version__}" in text
    assert "database: good" in text
    assert "log chain: good" in text
    for private in ("Mara", "Noah", "noah", "example.org", "Replication", str(office.directory)):
        assert private not in text


def test_diagnostics_are_copied_or_saved(diagnostics: DiagnosticsDialog, tmp_path: Path) -> None:
    diagnostics.copy.click()
    assert QGuiApplication.clipboard().text() == diagnostics.text.text()
    diagnostics.write_to(str(tmp_path / "missing" / "d.txt"))
    assert "could not be written" in diagnostics.error.text()
    diagnostics.write_to(str(tmp_path / "d.txt"))
    assert (tmp_path / "d.txt").read_text(encoding="utf-8") == diagnostics.text.text()


def test_what_is_bad_stands_out(qapp: QApplication) -> None:
    text = report([Finding("counters", False, "3 wrong")], Settings(), served=False)
    assert "counters: BAD (3 wrong)" in text
