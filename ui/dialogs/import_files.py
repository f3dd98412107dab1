"""Taking letters and tickets in from files: what, for which source, how far, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from agentdesk.desk import DeskError
from agentdesk.desk.importing import Importer, Progress, Report
from agentdesk.domain.values import Id
from ui import words
from ui.context import Context, Job
from ui.dialogs.alive import if_alive
from ui.dialogs.list_box import ListBox
from ui.dialogs.rejections import rejection
from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.dialog_frame import WIDE, DialogFrame
from ui.widgets.drop_overlay import dropped_paths
from ui.widgets.file_zone import FileZone
from ui.widgets.inputs import Combo
from ui.widgets.plain_label import text_label

_STEPS = 1_000


Run = Callable[[Sequence[Path], Id, Progress, Callable[[], bool]], Report]
"""(paths, source, progress(done, total), stopped()) on the lane of imports."""


@dataclass
class _Stop:
    """Read on another thread, so it is nothing but a flag."""

    asked: bool = False


class _Teller(QObject):
    """Carries how far it is to the window's thread."""

    told = Signal(float)


class ImportDialog(DialogFrame):
    """Running it again adds nothing, so a stopped import is resumed by starting it anew."""

    imported = Signal(object)
    """The report, when something was read."""

    def __init__(
        self, context: Context, icons: Icons, parent: QWidget | None = None, *, run: Run | None = None
    ) -> None:
        super().__init__(icons, "import", "", parent=parent, width=WIDE)
        self.set_title(self.tr("Import letters and tickets"))
        self._desk, self._jobs, self._run = context.desk, context.jobs, run or self._take_in
        self._paths: list[Path] = []
        self._stop = _Stop()
        self._running = False
        self.zone = FileZone(icons, name="import_files")
        self._folder = Button(icons, self.tr("Choose a folder…"), "folder", name="import_folder", kind="small")
        self._chosen = ListBox(icons, "import_chosen", self.tr("Chosen"))
        self._source = Combo(icons, _sources(context), name="import_source", words="")
        self._source.set_value("desk")
        self._bar = QProgressBar()
        self._result = text_label(icons.theme)
        self._rejected = ListBox(icons, "import_rejected", self.tr("Not taken"))
        self._teller = _Teller(self)
        self._lay_out()
        self.set_main(self.tr("Import"), "download")
        self.main.setEnabled(False)
        self.zone.files_given.connect(self.add_paths)
        self._folder.clicked.connect(self._choose_folder)
        self._teller.told.connect(self._show_progress)
        self.finished.connect(self.deleteLater)

    def add_paths(self, paths: Sequence[str]) -> None:
        for path in map(Path, paths):
            if path not in self._paths:
                self._paths.append(path)
                self._chosen.addItem(str(path))
        self._chosen.setVisible(bool(self._paths))
        self.main.setEnabled(bool(self._paths))

    def submit(self) -> None:
        """Start, stop, or start again where it was stopped."""
        if self._running:
            self._ask_to_stop()
            return
        self._begin()

    def _ask_to_stop(self) -> None:
        self._stop.asked = True
        self.main.setEnabled(False)
        self.note.setText(self.tr("Stopping…"))

    def reject(self) -> None:
        """While it runs, closing only puts it out of sight: the work in progress has it, and says what came of it."""
        if self._running:
            self.hide()
        else:
            super().reject()

    # ------------------------------------------------------------------ the run

    def _take_in(self, paths: Sequence[Path], source: Id, progress: Progress, stopped: Callable[[], bool]) -> Report:
        return Importer(self._desk, source).run(paths, progress=progress, stop=stopped)

    def _begin(self) -> None:
        self._running, self._stop = True, _Stop()
        self.show_error("")
        self._show_parts(running=True)
        self.set_main(self.tr("Stop"), "close", kind="ghost")
        self.cancel.setText(self.tr("Go on behind the window"))
        self.note.setText(self.tr("Reading…"))
        self._show_progress(0)
        run, paths, source, stop, teller = self._run, tuple(self._paths), self._source.value(), self._stop, self._teller
        self._desk.long_job(
            lambda: run(paths, source, _telling(teller), lambda: stop.asked),
            if_alive(self, self._on_report),
            if_alive(self, self._on_trouble),
        )

    def _show_progress(self, share: float) -> None:
        self._bar.setValue(round(share * _STEPS))
        if self._running:
            self._jobs.show(Job("import", self.tr("Import"), share, cancel=self._ask_to_stop))

    def _on_report(self, report: Report) -> None:
        self._end(resume=report.stopped)
        self._result.setText(self._sentence(report))
        self._result.show()
        self._rejected.clear()
        for one in report.rejected:
            place = f"{one.path}:{one.line}" if one.line else one.path
            self._rejected.addItem(f"{place} – {rejection(one.code, dict(one.data))}")
        self._rejected.setVisible(bool(report.rejected))
        self.imported.emit(report)
        self._leave_if_unseen(self._result.text())

    def _on_trouble(self, error: Exception) -> None:
        self._end(resume=True)
        if isinstance(error, DeskError):
            told = words.trouble(error.code, error.data)
            self.show_error(f"{told.sentence} {told.way}")
        else:
            self.show_error(self.tr("The import ended early. What was read until then is on the desk."))
        self._leave_if_unseen(self.error.text())

    def _leave_if_unseen(self, sentence: str) -> None:
        if self.isHidden():
            self._jobs.told.emit(sentence)
            super().reject()

    def _end(self, *, resume: bool) -> None:
        self._running = False
        self._jobs.end("import")
        self.cancel.setText(self.tr("Close"))
        self._show_parts(running=False)
        self.note.setText("")
        self.set_main(self.tr("Resume") if resume else self.tr("Import again"), "download")
        self.main.setEnabled(True)

    def _sentence(self, report: Report) -> str:
        parts = [
            self.tr("%n message(s) taken in", "", report.messages),
            self.tr("%n new ticket(s)", "", report.tickets),
            self.tr("%n already there", "", report.duplicates),
            self.tr("%n not taken", "", len(report.rejected)),
        ]
        counted = self.tr("%n read", "files, letters or rows", report.files)
        sentence = self.tr("Stopped. {read}: {what}.") if report.stopped else self.tr("{read}: {what}.")
        return sentence.format(read=counted, what=", ".join(parts))

    # ------------------------------------------------------------------ making it

    def _lay_out(self) -> None:
        theme = self.icons.theme
        self.add_field(self.tr("&Files"), self.zone, hint=self.tr("E-mails (eml, mbox, maildir), csv and json."))
        row = QHBoxLayout()
        row.addWidget(self._folder)
        row.addStretch(1)
        self.body.addLayout(row)
        for widget in (self._chosen, self._rejected):
            widget.setMaximumHeight(theme.em(9))
            widget.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            widget.hide()
        self.body.addWidget(self._chosen)
        self._source_field = self.add_field(self.tr("&Source of new tickets"), self._source)
        self._bar.setObjectName("import_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(6))
        self._bar.hide()
        self._result.setObjectName("import_result")
        self._result.hide()
        for part in (self._bar, self._result, self._rejected):
            self.body.addWidget(part)
        self.setAcceptDrops(True)

    def _show_parts(self, *, running: bool) -> None:
        self._bar.setVisible(running)
        for part in (self.zone, self._folder, self._source):
            part.setEnabled(not running)
        if running:
            self._result.hide()
            self._rejected.hide()

    def _choose_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Choose a folder"))
        chooser.setObjectName("import_folder_dialog")
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.filesSelected.connect(self.add_paths)
        chooser.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._running and dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths(dropped_paths(event.mimeData()))


def _telling(teller: _Teller) -> Progress:
    """Signals cross threads; a hundred a second would be too many, so only whole steps are told."""
    last = -1

    def tell(done: int, total: int) -> None:
        nonlocal last
        step = done * _STEPS // total if total else 0
        if step != last:
            last = step
            teller.told.emit(step / _STEPS)

    return tell


def _sources(context: Context) -> list[tuple[str, str]]:
    setup = context.setup
    return [(row.id, row.title) for row in setup.sources if row.enabled and row.serves] if setup else []
