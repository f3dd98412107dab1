"""The form of a new ticket: what each source asks, what is checked, and that nothing typed is ever lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.desk.queries.library import DraftOf
from agentdesk.domain.commands import Command, SaveTicketType, SubmitTicket
from agentdesk.domain.values import Priority
from tests.ui.dialog_stage import Stage, child, click, found
from ui.dialogs.new_ticket import NewTicketDialog
from ui.dialogs.person_field import PersonField
from ui.widgets.banner import Banner
from ui.widgets.inputs import CheckBox, Combo, Field
from ui.widgets.rich_editor import RichEditor

QK_FIELDS = ("description", "files", "contact", "service", "agreement")


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("founded") / "desk")


@pytest.fixture
def stage(founded: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(founded, tmp_path / "desk", qtbot)
    yield stage
    stage.close()


@pytest.fixture
def given(stage: Stage) -> list[tuple[Command, ...]]:
    """The form gives its command itself; this hears what was done."""
    heard: list[tuple[Command, ...]] = []
    stage.context.given.connect(heard.append)
    return heard


def described(dialog: NewTicketDialog, text: str) -> None:
    child(dialog, RichEditor, "new_ticket_description").set_html(f"<p>{text}</p>")


def complaint(dialog: NewTicketDialog, key: str) -> str:
    field = dialog.field(key)
    assert field is not None
    return "" if field.note.isHidden() else field.note.text()


def banner(dialog: QWidget, name: str) -> str:
    found = child(dialog, Banner, name)
    return "" if found.isHidden() else found.text()


def shown_fields(dialog: NewTicketDialog) -> list[str]:
    """Keys of the visible fields from top to bottom."""
    keys = ("source", "requester", "type", "service", "priority", "title", "description", "files", "contact",
            "hours", "agreement")  # fmt: skip
    visible = [(field.mapTo(dialog, field.rect().topLeft()).y(), key) for key in keys
               if (field := dialog.field(key)) is not None and field.isVisible()]  # fmt: skip
    return [key for _, key in sorted(visible, key=lambda one: one[0])]


def file(directory: Path, name: str, content: bytes = b"notes\n") -> str:
    path = directory / name
    path.write_bytes(content)
    return str(path)


# ------------------------------------------------------------------------------------------------ what it asks


@pytest.mark.rule("GU-05")
def test_type_title_description_and_files_are_asked(stage: Stage) -> None:
    stage.add_type("Usage problem")
    dialog = stage.open(NewTicketDialog)
    fields = shown_fields(dialog)
    assert [key for key in fields if key in ("type", "title", "description", "files")] == [
        "type", "title", "description", "files",
    ]  # fmt: skip
    assert child(dialog, Combo, "new_ticket_type").hasFocus()


@pytest.mark.rule("GU-05")
def test_a_filled_form_becomes_a_ticket(stage: Stage, given: list[tuple[Command, ...]], tmp_path: Path) -> None:
    kind, service = stage.add_type("Usage problem"), stage.add_service("Printing")
    dialog = stage.open(NewTicketDialog)
    child(dialog, Combo, "new_ticket_type").set_value(kind)
    child(dialog, Combo, "new_ticket_service").set_value(service)
    child(dialog, Combo, "new_ticket_priority").set_value("critical")
    child(dialog, QLineEdit, "new_ticket_title").setText("  The printer hums  ")
    described(dialog, "Since <b>Friday</b>.")
    dialog.parts.files.add_paths([file(tmp_path, "log.txt")])
    click(child(dialog, QPushButton, "new_ticket_ok"))
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert (command.type, command.service, command.priority) == (kind, service, Priority.CRITICAL)
    assert (command.subject, command.body_html) == ("The printer hums", "<p>Since <b>Friday</b>.</p>")
    assert [ref.name for ref in command.files] == ["log.txt"]
    assert not stage.caught, "the form gives its command itself"
    assert stage.detail(command.ticket).row.subject == "The printer hums"
    assert dialog.isHidden()


@pytest.mark.rule("GU-06")
def test_types_are_offered_in_the_language_of_the_window(stage: Stage) -> None:
    stage.add_type("Usage problem", labels=("en=Usage Problem", "zh=使用问题"))
    dialog = stage.open(NewTicketDialog)
    assert child(dialog, Combo, "new_ticket_type").itemText(0) == "Usage Problem"


@pytest.mark.rule("QK-24")
@pytest.mark.rule("QK-16")
@pytest.mark.rule("QK-17")
def test_a_source_without_title_asks_exactly_its_five_in_its_order(stage: Stage) -> None:
    stage.add_source("qk", "qiankun", ("description", "contact", "service", "agreement"), agreement="We read logs.")
    stage.add_service("Border protection", "qk")
    dialog = stage.open(NewTicketDialog)
    choose_source(dialog, "qk")
    assert tuple(key for key in shown_fields(dialog) if key not in ("source", "requester")) == QK_FIELDS


def choose_source(dialog: NewTicketDialog, source: str) -> None:
    combo = child(dialog, Combo, "new_ticket_source")
    combo.set_value(source)
    combo.chosen.emit(source)


@pytest.mark.rule("QK-20")
def test_without_the_agreement_nothing_is_submitted(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    stage.add_source("qk", "qiankun", ("description", "agreement"))
    dialog = stage.open(NewTicketDialog)
    choose_source(dialog, "qk")
    described(dialog, "It fails")
    stage.submit()
    assert not given
    assert complaint(dialog, "agreement") == "Accept the agreement first."
    child(dialog, CheckBox, "new_ticket_agreement").setChecked(True)
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert command.agreed
    assert stage.detail(command.ticket).row.subject == "It fails"


@pytest.mark.rule("QK-19")
def test_a_service_that_is_not_listed_shows_whom_to_write_to(stage: Stage) -> None:
    stage.add_source("qk", "qiankun", ("description", "service"), contact_email="sa@huawei.com")
    stage.add_service("Border protection", "qk")
    dialog = stage.open(NewTicketDialog)
    choose_source(dialog, "qk")
    service = child(dialog, Combo, "new_ticket_service")
    service.setCurrentIndex(service.count() - 1)
    service.chosen.emit(service.value())
    assert "sa@huawei.com" in banner(dialog, "new_ticket_not_listed")
    described(dialog, "It fails")
    stage.submit()
    assert complaint(dialog, "service") == "Choose a service."


@pytest.mark.rule("QK-18")
def test_hours_are_asked_only_with_a_mobile_number(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    stage.sign_in("noah.okafor")
    stage.context.given.connect(given.append)
    dialog = stage.open(NewTicketDialog)
    contact = child(dialog, QLineEdit, "new_ticket_contact")
    assert contact.text() == "noah.okafor@desk.example"
    assert "hours" not in shown_fields(dialog)
    contact.setText("+49 170 1234567")
    assert dialog.parts.contact.hours_field.isVisible()
    child(dialog, Combo, "new_ticket_hours").set_value("09:00–18:00")
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert (command.contact, command.contact_hours) == ("+49 170 1234567", "09:00–18:00")


# ----------------------------------------------------------------------------------------------- what is wrong


def test_what_is_missing_is_said_at_each_field_and_what_was_typed_stays(
    stage: Stage, given: list[tuple[Command, ...]]
) -> None:
    stage.add_type("Usage problem")
    dialog = stage.open(NewTicketDialog)
    described(dialog, "Only this")
    stage.submit()
    assert not given
    assert complaint(dialog, "type") == "Choose a type."
    assert complaint(dialog, "title") == "Give the ticket a title."
    assert child(dialog, Combo, "new_ticket_type").hasFocus()
    assert child(dialog, RichEditor, "new_ticket_description").html() == "<p>Only this</p>"


def test_a_refusal_of_the_desk_is_shown_and_the_form_stays(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    kind = stage.add_type("Usage problem")
    dialog = stage.open(NewTicketDialog)
    child(dialog, Combo, "new_ticket_type").set_value(kind)
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    setup = stage.context.setup
    stage.do(SaveTicketType(type=kind, source="desk", name="Usage problem", enabled=False))
    assert setup is not None
    stage.context.set_setup(setup)
    stage.submit()
    assert not given
    assert complaint(dialog, "type") == "The type “Usage problem” is no longer offered."
    assert child(dialog, QLineEdit, "new_ticket_title").text() == "Hums"
    assert child(dialog, QPushButton, "new_ticket_ok").isEnabled()


@pytest.mark.rule("QK-16")
def test_what_looks_like_a_secret_is_warned_of_and_never_changed(
    stage: Stage, given: list[tuple[Command, ...]]
) -> None:
    dialog = stage.open(NewTicketDialog)
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "password: hunter22secret")
    stage.submit()
    assert not given
    assert "password" in banner(dialog, "new_ticket_description_warning")
    ok = child(dialog, QPushButton, "new_ticket_ok")
    assert ok.text() == "Submit anyway"
    click(ok)
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert command.body_html == "<p>password: hunter22secret</p>"


def test_a_warning_goes_with_its_reason(stage: Stage) -> None:
    dialog = stage.open(NewTicketDialog)
    described(dialog, "password: hunter22secret")
    stage.submit()
    described(dialog, "All is well")
    dialog.parts.description.look_for_secrets()
    assert child(dialog, QPushButton, "new_ticket_ok").text() == "Submit"
    assert banner(dialog, "new_ticket_description_warning") == ""


# -------------------------------------------------------------------------------------------------- the type


@pytest.mark.rule("GU-08")
def test_a_type_that_needs_mail_cannot_be_filed_where_none_is_sent(stage: Stage) -> None:
    kind = stage.add_type("Unbind MFA", mailbox_verification=True)
    dialog = stage.open(NewTicketDialog)
    choose_type(dialog, kind)
    assert "this desk sends none" in banner(dialog, "new_ticket_block")
    ok = child(dialog, QPushButton, "new_ticket_ok")
    assert not ok.isEnabled()
    assert "this desk sends none" in ok.accessibleDescription()


def choose_type(dialog: NewTicketDialog, kind: str) -> None:
    combo = child(dialog, Combo, "new_ticket_type")
    combo.set_value(kind)
    combo.chosen.emit(kind)


@pytest.mark.rule("GU-07")
def test_a_type_with_a_form_waits_for_the_stamped_file(
    stage: Stage, given: list[tuple[Command, ...]], tmp_path: Path
) -> None:
    kind = stage.add_type("Change owner", form_template="owner.pdf")
    dialog = stage.open(NewTicketDialog)
    choose_type(dialog, kind)
    ok = child(dialog, QPushButton, "new_ticket_ok")
    assert not ok.isEnabled()
    assert ok.accessibleDescription() == "Attach the completed form “owner.pdf”."
    assert child(dialog, QPushButton, "new_ticket_form_download").isVisible()
    dialog.parts.files.add_paths([file(tmp_path, "stamped.pdf", b"%PDF-1.4\n")])
    assert ok.isEnabled()
    child(dialog, QLineEdit, "new_ticket_title").setText("New owner")
    described(dialog, "See the form")
    click(ok)
    assert len(given) == 1


@pytest.mark.rule("GU-07")
def test_the_form_can_be_downloaded(stage: Stage, tmp_path: Path) -> None:
    kind = stage.add_type("Change owner", form_template="owner.pdf", introduction="Stamp it.")
    dialog = stage.open(NewTicketDialog)
    choose_type(dialog, kind)
    row = next(row for row in stage.context.setup.types if row.id == kind)  # type: ignore[union-attr]
    dialog._block.form_wanted.emit(row, str(tmp_path / "owner.pdf"))
    assert (tmp_path / "owner.pdf").read_bytes().startswith(b"%PDF")


# --------------------------------------------------------------------------------------------------- files


@pytest.mark.rule("GU-22")
@pytest.mark.rule("QK-17")
def test_files_that_are_not_taken_say_why_and_do_not_go(
    stage: Stage, given: list[tuple[Command, ...]], tmp_path: Path
) -> None:
    stage.add_source("qk", "qiankun", ("title", "description"), file_types=("txt", "png"), max_file_bytes=100)
    dialog = stage.open(NewTicketDialog)
    choose_source(dialog, "qk")
    (tmp_path / "folder").mkdir()
    paths = [
        file(tmp_path, "fits.txt", b"x" * 100),
        file(tmp_path, "large.txt", b"x" * 101),
        file(tmp_path, "empty.txt", b""),
        file(tmp_path, "page.html"),
        file(tmp_path, "program.png", b"MZ" + b"\0" * 60),
        str(tmp_path / "folder"),
        str(tmp_path / "gone.txt"),
    ]
    dialog.parts.files.add_paths(paths)
    reasons = dialog.parts.files._reasons.text()
    for part in ("“large.txt” is", "“empty.txt” is empty", "“page.html” are not allowed", "“program.png” is not what",
                 "“folder” is a folder", "“gone.txt” is not there"):  # fmt: skip
        assert part in reasons
    assert [ref.name for ref in dialog.parts.files.refs()] == ["fits.txt"]
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert [ref.name for ref in command.files] == ["fits.txt"]


@pytest.mark.rule("GU-22")
def test_the_sixth_file_is_one_too_many_until_another_is_removed(stage: Stage, tmp_path: Path) -> None:
    files = stage.open(NewTicketDialog).parts.files
    files.add_paths([file(tmp_path, f"{number}.txt", str(number).encode()) for number in range(6)])
    assert len(files.refs()) == 5
    assert "At most 5 files" in files._reasons.text()
    for kept in [kept for kept in files._kept if kept.problem or kept.tile.look.name == "0.txt"]:
        kept.tile.removed.emit()
    files.add_paths([str(tmp_path / "5.txt")])
    assert [ref.name for ref in files.refs()] == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    assert files._reasons.text() == ""


def test_files_are_chosen_by_keyboard(stage: Stage, tmp_path: Path) -> None:
    dialog = stage.open(NewTicketDialog)
    child(dialog, QWidget, "new_ticket_files_choose").setFocus()
    stage.press(Qt.Key.Key_Return)
    chooser = child(dialog, QFileDialog, "choose_files_dialog")
    chooser.filesSelected.emit([file(tmp_path, "log.txt")])
    assert [ref.name for ref in dialog.parts.files.refs()] == ["log.txt"]
    chooser.close()


def test_pasted_pictures_travel_inside_the_description(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    dialog = stage.open(NewTicketDialog)
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    editor = child(dialog, RichEditor, "new_ticket_description")
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    data = QMimeData()
    data.setImageData(picture)
    editor.insertFromMimeData(data)
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    (ref,) = command.files
    assert ref.inline
    assert f'<img src="cid:{ref.sha256}">' in command.body_html


def test_a_pasted_file_is_attached(stage: Stage, tmp_path: Path) -> None:
    dialog = stage.open(NewTicketDialog)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file(tmp_path, "log.txt"))])
    child(dialog, RichEditor, "new_ticket_description").insertFromMimeData(data)
    assert [ref.name for ref in dialog.parts.files.refs()] == ["log.txt"]


# -------------------------------------------------------------------------------------------------- drafts


def test_what_was_typed_is_there_again_after_a_kill(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    kind = stage.add_type("Usage problem")
    dialog = stage.open(NewTicketDialog)
    child(dialog, Combo, "new_ticket_type").set_value(kind)
    child(dialog, Combo, "new_ticket_priority").set_value("fatal")
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "Half a sent")
    dialog.parts.files.add_paths([file(tmp_path, "log.txt")])
    qtbot.waitUntil(lambda: stage.desk.look(DraftOf("new", "form")) is not None)
    stage.sign_in(None)  # the dialog is not closed: its window just ends
    again = stage.open(NewTicketDialog)
    assert child(again, QLineEdit, "new_ticket_title").text() == "Hums"
    assert child(again, RichEditor, "new_ticket_description").html() == "<p>Half a sent</p>"
    assert child(again, Combo, "new_ticket_type").value() == kind
    assert child(again, Combo, "new_ticket_priority").value() == "fatal"
    assert [ref.name for ref in again.parts.files.refs()] == ["log.txt"]
    assert banner(again, "new_ticket_restored")


def test_closing_keeps_the_draft_at_once(stage: Stage) -> None:
    dialog = stage.open(NewTicketDialog)
    described(dialog, "Half a sent")
    stage.press(Qt.Key.Key_Escape)
    draft = stage.desk.look(DraftOf("new", "form"))
    assert draft is not None
    assert draft.body == "<p>Half a sent</p>"


def test_an_untouched_form_leaves_no_draft(stage: Stage) -> None:
    stage.add_type("Usage problem")
    dialog = stage.open(NewTicketDialog)
    child(dialog, Combo, "new_ticket_priority").chosen.emit("fatal")
    dialog.draft.flush()
    stage.press(Qt.Key.Key_Escape)
    assert stage.desk.look(DraftOf("new", "form")) is None


def test_starting_over_empties_form_and_draft(stage: Stage) -> None:
    dialog = stage.open(NewTicketDialog)
    described(dialog, "Half a sent")
    stage.press(Qt.Key.Key_Escape)
    again = stage.open(NewTicketDialog)
    click(child(again, QPushButton, "new_ticket_start_over"))
    assert child(again, RichEditor, "new_ticket_description").html() == ""
    again.draft.stop()
    assert stage.desk.look(DraftOf("new", "form")) is None


def test_submitting_drops_the_draft(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    dialog = stage.open(NewTicketDialog)
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    dialog.draft.save()
    stage.submit()
    assert given
    assert stage.desk.look(DraftOf("new", "form")) is None


# ------------------------------------------------------------------------------------------ for somebody else


@pytest.mark.rule("QK-25")
def test_staff_file_for_somebody_else(stage: Stage, given: list[tuple[Command, ...]], qtbot: QtBot) -> None:
    dialog = stage.open(NewTicketDialog)
    requester = child(dialog, PersonField, "new_ticket_requester")
    requester.setText("noah.okafor")
    requester.look()
    assert child(dialog, QLineEdit, "new_ticket_contact").text() == "noah.okafor@desk.example"
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert command.requester == stage.people["noah.okafor"]


def test_a_requester_nobody_knows_is_explained(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    dialog = stage.open(NewTicketDialog)
    child(dialog, PersonField, "new_ticket_requester").setText("nobody at all")
    child(dialog, QLineEdit, "new_ticket_title").setText("Hums")
    described(dialog, "It does")
    stage.submit()
    assert not given
    assert complaint(dialog, "requester").startswith("Choose a person")


def test_requesters_file_for_themselves_only(stage: Stage) -> None:
    stage.sign_in("noah.okafor")
    assert "requester" not in shown_fields(stage.open(NewTicketDialog))


def test_another_source_keeps_the_focus_where_it_was_chosen(stage: Stage) -> None:
    stage.add_source("qk", "qiankun", ("description", "service", "agreement"), agreement="We read it.")
    stage.add_service("Border protection", "qk")
    stage.sign_in("noah.okafor")
    dialog = stage.open(NewTicketDialog, give=False)
    source = child(dialog, Combo, "new_ticket_source")
    source.setFocus()
    stage.type("Q")
    assert source.value() == "qk"
    assert source.hasFocus()


def test_the_uppermost_field_with_a_complaint_is_begun_with(stage: Stage) -> None:
    stage.add_source("qk", "qiankun", ("description", "service", "agreement"), agreement="We read it.")
    stage.add_service("Border protection", "qk")
    stage.sign_in("noah.okafor")
    dialog = stage.open(NewTicketDialog, give=False)
    child(dialog, Combo, "new_ticket_source").setFocus()
    stage.type("Q")
    stage.submit()
    assert complaint(dialog, "service")
    assert complaint(dialog, "description")
    assert child(dialog, RichEditor, "new_ticket_description").hasFocus()


def test_one_source_is_not_asked_for(stage: Stage) -> None:
    assert "source" not in shown_fields(stage.open(NewTicketDialog))


def test_the_form_is_filled_by_keyboard_alone(stage: Stage, given: list[tuple[Command, ...]]) -> None:
    stage.sign_in("noah.okafor")
    stage.context.given.connect(given.append)
    stage.open(NewTicketDialog)
    stage.press(Qt.Key.Key_Tab)  # past the priority
    stage.type("Hums")
    stage.press(Qt.Key.Key_Tab)
    stage.type("It does")
    stage.submit()
    ((command,),) = given
    assert isinstance(command, SubmitTicket)
    assert (command.subject, command.body_html) == ("Hums", "<p>It does</p>")


def test_fields_are_named_for_readers(stage: Stage) -> None:
    dialog = stage.open(NewTicketDialog)
    names = {field.field.accessibleName() for field in dialog.findChildren(Field)}
    assert {"Title", "Description", "Priority", "Contact"} <= names


def test_what_an_export_of_another_desk_needs_is_kept_too(stage: Stage) -> None:
    stage.add_source("cloud", "agentdesk", asks=("description", "business"))
    dialog = stage.open(NewTicketDialog)
    child(dialog, Combo, "new_ticket_source").set_value("cloud")
    dialog._on_source()
    described(dialog, "Half a sent")
    child(dialog, QLineEdit, "new_ticket_business_ip").setText("10.0.0.7")
    stage.press(Qt.Key.Key_Escape)
    again = stage.open(NewTicketDialog)
    assert child(again, QLineEdit, "new_ticket_business_ip").text() == "10.0.0.7"
