"""A walk over every dialog: names for programs and readers, focus, keys, and room for longer words and larger text."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agentdesk.desk import DeskError
from agentdesk.desk.queries.requests import RequestOf
from agentdesk.desk.queries.rows import AttachmentRow
from agentdesk.domain.commands import (
    Apply,
    CancelTicket,
    CompleteTicket,
    EnableProcess,
    HandleTicket,
    SaveDomain,
    SaveProcess,
    SaveProject,
    StageForm,
)
from agentdesk.domain.values import ProcessKind
from agentdesk.settings import Settings
from tests.ui.dialog_stage import Stage, found
from ui.context import Place
from ui.dialogs.about import AboutDialog
from ui.dialogs.cancel_ticket import CancelTicketDialog
from ui.dialogs.canned import CannedDialog
from ui.dialogs.close import CloseDialog
from ui.dialogs.complete import CompleteDialog
from ui.dialogs.confirm_solved import ConfirmSolvedDialog
from ui.dialogs.diagnostics import DiagnosticsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.export_ticket import ExportTicketDialog
from ui.dialogs.feedback import FeedbackDialog
from ui.dialogs.follow_up import FollowUpDialog
from ui.dialogs.forward import ForwardDialog
from ui.dialogs.handle import HandleDialog
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.log_call import LogCallDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.new_ticket import NewTicketDialog
from ui.dialogs.participants import ParticipantsDialog
from ui.dialogs.pass_request import PassDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.reject_request import RejectDialog
from ui.dialogs.resource_request import ResourceRequestDialog
from ui.dialogs.return_incomplete import ReturnIncompleteDialog
from ui.dialogs.save_attachment import SaveAttachmentDialog
from ui.dialogs.saved_view import SavedViewDialog
from ui.dialogs.share_link import ShareLinkDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.tags import TagsDialog
from ui.dialogs.trouble import TroubleDialog
from ui.dialogs.withdraw_request import WithdrawRequestDialog
from ui.widgets.buttons import Button
from ui.widgets.dialog_frame import SHADOW, DialogFrame
from ui.widgets.inputs import Field
from ui.widgets.plain_label import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView)
Make = Callable[[Stage], DialogFrame]
FILES = tuple(
    AttachmentRow(id=name, name=name, size=2_048, media_type="text/plain", sha256="0" * 64)
    for name in ("collector.log", "a name that is longer than most names of files are wherever one looks.txt")
)


def on_a_ticket(kind: Callable[..., DialogFrame]) -> Make:
    def make(stage: Stage) -> DialogFrame:
        usage = stage.add_type("Usage problem")
        stage.add_service("Printing")
        ticket = stage.add_ticket(requester=stage.people["noah.okafor"], type=usage, tags=("printer", "noise"))
        stage.do(HandleTicket(ticket=ticket))
        stage.show(ticket)
        return kind(stage.context, stage.icons, stage.window)

    return make


def of_the_requester(kind: Callable[..., DialogFrame], *, asked: bool = False, cancelled: bool = False) -> Make:
    def make(stage: Stage) -> DialogFrame:
        ticket = stage.add_ticket(requester=stage.people["noah.okafor"])
        if not cancelled:
            stage.do(HandleTicket(ticket=ticket))
        if asked:
            stage.do(CompleteTicket(ticket=ticket))
        stage.sign_in("noah.okafor")
        if cancelled:
            stage.do(CancelTicket(ticket=ticket))
        stage.show(ticket)
        return kind(stage.context, stage.icons, stage.window)

    return make


def of_a_form(stage: Stage) -> DialogFrame:
    stage.add_source(
        "qk", "qiankun", ("description", "service", "agreement"), agreement="We read what you attach. " * 6
    )
    stage.add_service("Border protection", "qk")
    stage.add_type("Change owner", form_template="owner.pdf")
    dialog = NewTicketDialog(stage.context, stage.icons, stage.window)
    dialog._type.setCurrentIndex(0)
    dialog._on_type()
    dialog.parts.contact.edit.setText("+49 170 1234567")
    return dialog


def of_a_view(stage: Stage) -> DialogFrame:
    stage.context.set_place(Place("support.queue"))
    return SavedViewDialog(stage.context, stage.icons, stage.window)


def of_a_request(dialog: Callable[..., DialogFrame], asked: ProcessKind, **more: object) -> Make:
    """Asked for by whoever made the desk, who decides it, too."""

    def make(stage: Stage) -> DialogFrame:
        domain, project, request, process = (stage.desk.clock.new_id() for _ in range(4))
        me = stage.desk.person
        stage.do(SaveDomain(domain=domain, name="Data"), SaveProject(project=project, domain=domain, name="Analytics"))
        level = StageForm(name="Owner", persons=(me,))
        stage.do(SaveProcess(process=process, kind=asked, name="Way", stages=(level,), decides_own=True))
        stage.do(EnableProcess(process=process))
        wish = {"project": project, "name": "db-03", "vcpus": 8, "memory_gib": 64}
        stage.do(Apply(request=request, kind=asked, reason="The shared host swaps.", **wish))  # type: ignore[arg-type]
        stage.context.set_place(Place("approvals.pending"))
        stage.context.set_request(stage.desk.look(RequestOf(request)))
        return dialog(stage.context, stage.icons, stage.window, **more)

    return make


DIALOGS: dict[str, Make] = {
    "pass": of_a_request(PassDialog, ProcessKind.JOIN_PROJECT),
    "reject": of_a_request(RejectDialog, ProcessKind.HOST_CREATE),
    "withdraw_request": of_a_request(WithdrawRequestDialog, ProcessKind.HOST_CREATE),
    "resource_request": of_a_request(ResourceRequestDialog, ProcessKind.HOST_CREATE, kind=ProcessKind.HOST_CREATE),
    "new_ticket": of_a_form,
    "handle": on_a_ticket(HandleDialog),
    "forward": on_a_ticket(ForwardDialog),
    "move": on_a_ticket(MoveDialog),
    "confirm_request": on_a_ticket(CompleteDialog),
    "close": of_the_requester(CloseDialog),
    "confirm_solved": of_the_requester(ConfirmSolvedDialog, asked=True),
    "cancel_ticket": of_the_requester(CancelTicketDialog),
    "return_incomplete": on_a_ticket(ReturnIncompleteDialog),
    "feedback": of_the_requester(FeedbackDialog),
    "follow_up": of_the_requester(FollowUpDialog, cancelled=True),
    "tags": on_a_ticket(TagsDialog),
    "participants": on_a_ticket(ParticipantsDialog),
    "share_link": on_a_ticket(ShareLinkDialog),
    "log_call": on_a_ticket(LogCallDialog),
    "saved_view": of_a_view,
    "canned": on_a_ticket(CannedDialog),
    "export_ticket": lambda stage: ExportTicketDialog(
        stage.icons, stage.detail(stage.add_ticket()), letter=False, parent=stage.window
    ),
    "save_attachment": lambda stage: SaveAttachmentDialog(stage.icons, FILES, stage.window),
    "diagnostics": lambda stage: DiagnosticsDialog(stage.desk, stage.icons, Settings(), stage.window),
    "export": lambda stage: ExportDialog(stage.icons, 20, [("number", "Number")], stage.window),
    "import": lambda stage: ImportDialog(stage.context, stage.icons, stage.window),
    "shortcuts": lambda stage: ShortcutsDialog(stage.icons, [("List", "Next", ["J"])], stage.window),
    "preferences": lambda stage: PreferencesDialog(stage.context, stage.icons, stage.window),
    "about": lambda stage: AboutDialog(stage.icons, stage.directory, stage.window),
    "trouble": lambda stage: TroubleDialog(stage.icons, DeskError("disk-full", path="/desk"), stage.window),
}
SIDE_BY_SIDE = ("canned",)
"""Down one column and then the other."""
EVERY = pytest.mark.parametrize("verb", DIALOGS)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return found(tmp_path_factory.mktemp("founded") / "desk")


@pytest.fixture
def stage(founded: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(founded, tmp_path / "desk", qtbot)
    yield stage
    stage.close()


@pytest.fixture
def dialog(stage: Stage, verb: str) -> DialogFrame:
    dialog = DIALOGS[verb](stage)
    dialog.open()
    stage.activate(dialog)
    return dialog


def interactive(dialog: QWidget) -> list[QWidget]:
    """What people operate; parts inside a combo box or a list belong to it."""
    found = [widget for kind in INTERACTIVE for widget in dialog.findChildren(kind)]
    return [
        widget
        for widget in found
        if widget.window() is dialog and not isinstance(widget.parentWidget(), QAbstractItemView | QComboBox)
    ]


def label_of(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) and isinstance(widget, QAbstractButton) else "")


@EVERY
def test_names_labels_and_first_focus_are_as_they_should_be(dialog: DialogFrame, verb: str) -> None:
    """One walk for all of them: making a desk and a dialog takes longer than looking."""
    called_by_its_verb(dialog, verb)
    named_for_programs_and_readers(dialog)
    labels_lead_to_their_fields(dialog)
    focus_begins_inside(dialog)


def called_by_its_verb(dialog: DialogFrame, verb: str) -> None:
    assert dialog.objectName() == f"{verb}_dialog"
    assert (dialog.main.objectName(), dialog.cancel.objectName()) == (f"{verb}_ok", f"{verb}_cancel")
    assert dialog.windowTitle()
    assert dialog.accessibleName() == dialog.windowTitle()
    assert dialog.main.text()


def named_for_programs_and_readers(dialog: DialogFrame) -> None:
    for widget in interactive(dialog):
        assert widget.objectName(), f"{type(widget).__name__} {label_of(widget)!r}"
        assert label_of(widget), widget.objectName()
    names = Counter(widget.objectName() for widget in interactive(dialog))
    assert {name: count for name, count in names.items() if count > 1} == {}


def labels_lead_to_their_fields(dialog: DialogFrame) -> None:
    for field in dialog.findChildren(Field):
        assert field.label.isHidden() or field.label.buddy() is field.field


def focus_begins_inside(dialog: DialogFrame) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    assert dialog.isAncestorOf(focused)
    if [widget for widget in interactive(dialog) if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit)]:
        assert focused not in (dialog.main, dialog.cancel)


@EVERY
def test_tab_goes_down_the_dialog_and_then_to_its_buttons(dialog: DialogFrame, stage: Stage, verb: str) -> None:
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) is not None and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert dialog.main in seen or not dialog.main.isEnabled()
    first = seen[0]
    places = [place(widget, dialog) for widget in rotated(seen, first) if widget not in (dialog.main, dialog.cancel)]
    assert places == sorted(places) or verb in SIDE_BY_SIDE, [widget.objectName() for widget in seen]
    stage.press(Qt.Key.Key_Escape)
    assert dialog.isHidden(), "Esc closes it"


def rotated(seen: list[QWidget], first: QWidget) -> list[QWidget]:
    """From the top: the walk may have begun in the middle."""
    top = min(range(len(seen)), key=lambda at: seen[at].mapToGlobal(seen[at].rect().topLeft()).y())
    return [*seen[top:], *seen[:top]] if first is not seen[top] else seen


def place(widget: QWidget, dialog: QWidget) -> int:
    """Its line: things beside each other stand on the same one."""
    return widget.mapTo(dialog, widget.rect().topLeft()).y() // 24


class Longer(QTranslator):
    """Every sentence a third longer, as German is."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        words = source.replace("%n", str(n)) if n >= 0 else source
        return words + " " + "abcde fgh "[: max(1, len(source) * 35 // 100)] * max(1, len(source) // 28)


@pytest.fixture
def longer(qapp: QApplication) -> Iterator[QObject]:
    translator = Longer()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@EVERY
def test_longer_words_and_larger_text_have_room(stage: Stage, verb: str, longer: QObject, qtbot: QtBot) -> None:
    dialog = DIALOGS[verb](stage)
    dialog.open()
    stage.activate(dialog)
    everything_fits(dialog, qtbot)
    stage.theme.set_scale(1.45)
    dialog.hide()
    dialog.show()
    QApplication.processEvents()
    everything_fits(dialog, qtbot)


def everything_fits(dialog: DialogFrame, qtbot: QtBot) -> None:
    scroll = next(area for area in dialog.findChildren(QScrollArea) if area.objectName().endswith("_scroll"))

    def tall() -> bool:
        return scroll.widget().height() > scroll.viewport().height()

    qtbot.waitUntil(lambda: scroll.verticalScrollBar().isVisible() == tall())  # when all is laid out
    full = dialog.height() > dialog.parentWidget().height() - 2 * SHADOW
    assert full or not tall(), "room is left, and yet it scrolls"
    card = dialog.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    for button in dialog.findChildren(Button):
        if button.isVisible() and button.text():
            assert button.width() >= button.sizeHint().width(), button.objectName()
            assert card.contains(across(button, dialog)), button.objectName()
    for label in dialog.findChildren(PlainLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
            assert card.contains(across(label, dialog)), label.text()


def across(widget: QWidget, dialog: QWidget) -> QPoint:
    """Its right end, on a line that is surely inside."""
    return QPoint(widget.mapTo(dialog, widget.rect().topRight()).x(), dialog.rect().center().y())
