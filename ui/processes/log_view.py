"""The operation log: twenty entries and more on demand, narrowed by days, action and person, and written to a file."""

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.exporting import write_records
from agentdesk.desk.queries.log import LogPage, LogTotal
from agentdesk.desk.queries.rows import LogRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id, Instant
from ui import paper, words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.person_field import PersonField
from ui.icons import Icons
from ui.processes.log_model import LogModel
from ui.processes.log_table import LogTable
from ui.widgets.buttons import ghost_button
from ui.widgets.date_button import DateButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.inputs import Combo
from ui.widgets.plain_label import ElidedLabel, Hairline, plain_label
from ui.words import log
from ui.words.names import COMMANDS

STEP = 20


class LogPane(FocusKeeper):
    """`of_one`: inside the page of a thing, whose log it is. Asks the desk only after `show_log`."""

    def __init__(self, context: Context, icons: Icons, *, of_one: bool = False) -> None:
        super().__init__()
        self.setObjectName("process_log" if of_one else "admin_log")
        self._context, self._icons, self._of_one = context, icons, of_one
        self._page = LogPage()
        self._watch: Watch[tuple[LogRow, ...]] | None = None
        self._total = 0
        theme = icons.theme
        self.model = LogModel(context.desk.clock.now)
        self.table = LogTable(icons, self.model)
        self.title = plain_label(theme, role="pane_title")
        self.export = ghost_button(icons, "", "export", name="log_export")
        self.start, self.end_ = DateButton(icons, name="log_from"), DateButton(icons, name="log_to")
        self.from_, self.to = (plain_label(theme, role="small", color="text2") for _ in range(2))
        self.action = Combo(icons, name="log_action", words="")
        self.person = PersonField(context, "log_person", "")
        self.count = ElidedLabel(theme, role="small", color="text2")
        self.count.setObjectName("log_count")
        self.more = ghost_button(icons, "", "arrow-down", name="log_more")
        self.hint = ElidedLabel(theme, role="small", color="text2")
        self.empty = EmptyState(icons, "log", name="log_empty")
        self._build()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what it shows

    def show_log(self, on: Id | None = None) -> None:
        """Of everything, or of one thing; None in the page of a thing: there is nothing yet."""
        self.end()
        self.model.set_rows(())
        self._page = replace(self._page, on=on, limit=STEP)
        self.resume()

    def resume(self) -> None:
        """Follows the desk, if there is anything to follow."""
        if self._watch is None and (self._page.on is not None or not self._of_one):
            self._look()

    def end(self) -> None:
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def retranslate(self) -> None:
        self.title.setText(self.tr("Operation log"))
        self.export.setText(self.tr("Export…"))
        self.export.setShortcut("Ctrl+E")  # as in the lists; a new text takes it away
        self.from_.setText(self.tr("From"))
        self.to.setText(self.tr("to"))
        self.start.set_title(self.tr("First day"))
        self.end_.set_title(self.tr("Last day"))
        named = sorted(((key, words.command(key)) for key in COMMANDS), key=lambda one: one[1].casefold())
        chosen = self.action.value()
        self.action.set_choices([("", self.tr("All actions")), *named])
        self.action.set_value(chosen)
        self.action.setAccessibleName(self.tr("Action"))
        self.person.setAccessibleName(self.tr("Who did it"))
        self.person.setPlaceholderText(self.tr("Everyone"))
        self.more.setText(self.tr("Load {n} more").format(n=QLocale().toString(STEP)))
        self.hint.setText(self.tr("Export writes the rows shown here."))
        self.table.setAccessibleName(self.tr("Operation log"))
        self.empty.show_words(self.tr("Nothing was done"), self.tr("No entry is of these days, actions and people."))
        self.model.reword()
        self._show_count()

    def keep_focus(self) -> None:
        """On the entries, or on what narrows them where none is shown."""
        (self.action if self.table.isHidden() else self.table).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._icons.theme.color("surface"))
        painter.end()

    # ------------------------------------------------------------------ what the desk delivers

    def _look(self) -> None:
        self.end()
        page = self._page
        self._watch = self._context.desk.watch(page, lambda rows, _: self._on_rows(page, rows))

    def _on_rows(self, page: LogPage, rows: tuple[LogRow, ...]) -> None:
        if page is not self._page:
            return
        self.model.set_rows(rows)
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self._context.desk.ask(LogTotal(page), if_alive(self, lambda total: self._on_total(page, total)))

    def _on_total(self, page: LogPage, total: int) -> None:
        if page is self._page:
            self._total = total
            self._show_count()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self._total
        number = QLocale().toString
        if total > LogTotal.MOST:
            told = self.tr("{n} of more than {all}").format(n=number(shown), all=number(LogTotal.MOST))
        else:
            told = self.tr("{n} of {all}").format(n=number(shown), all=number(max(total, shown)))
        self.count.setText(told)
        self.more.setEnabled(shown < total)
        self.export.setEnabled(shown > 0)

    # ------------------------------------------------------------------ what the person does

    def load_more(self) -> None:
        self._page = replace(self._page, limit=self._page.limit + STEP)
        self._look()

    def _narrow(self) -> None:
        """Both days are included, in the zone of whoever looks (CP-29)."""
        person = self.person.value()
        if person is None and not self.person.is_empty():
            return  # it is still being typed
        last = self.end_.day()
        self._page = replace(
            self._page, start=_begin_of(self.start.day()), end=_begin_of(last.addDays(1) if last else None),
            command=self.action.value(), actor=person.id if person else None, limit=STEP,
        )  # fmt: skip
        self.end()
        self.resume()

    def _open(self, row: LogRow) -> None:
        pkgutil.resolve_name("ui.dialogs.log_entry:LogEntryDialog")(self._icons, row, self.window()).open()

    def _ask_to_export(self) -> None:
        rows = self.model.rows()
        make: Callable[..., object] = pkgutil.resolve_name("ui.dialogs.export:ExportDialog")
        columns = [(key, log.column(key)) for key in log.COLUMNS]
        name = self.tr("operation-log.{ending}", "a file name")
        dialog = make(self._icons, len(rows), columns, self.window(), name=name)
        dialog.wanted.connect(partial(self.write, rows))  # type: ignore[attr-defined]
        dialog.open()  # type: ignore[attr-defined]

    def write(self, rows: tuple[LogRow, ...], format_: str, columns: tuple[str, ...], path: str) -> None:
        """The rows that were shown when it was asked for (CP-30)."""
        records, language = [log.record(row) for row in rows], words.language()
        writing = pkgutil.resolve_name("ui.actions.exporting:Writing")(self._context, self.window(), in_one=True)
        writing.write(
            path,
            lambda _: write_records(records, columns, format_, Path(path), _write_pdf, language),
            lambda _: self.tr("%n row(s) written to {file}", "", len(records)).format(file=path),
        )

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.more.clicked.connect(self.load_more)
        self.export.clicked.connect(self._ask_to_export)
        for button in (self.start, self.end_):
            button.chosen.connect(self._narrow)
        self.action.chosen.connect(lambda _: self._narrow())
        self.person.chosen.connect(self._narrow)

    def _build(self) -> None:
        theme, px = self._icons.theme, self._icons.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(11), px(16), 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.export)
        filters = QWidget()
        flow = FlowLayout(filters, gap=px(8))
        self.person.setFixedWidth(theme.em(14))
        self.action.setFixedWidth(theme.em(14))
        for part in (beside(self.from_, self.start), beside(self.to, self.end_), self.action, self.person):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(9), px(16), px(9))
        row.addWidget(filters, 1)
        row.addWidget(self.count)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(10), px(16), px(10))
        foot.setSpacing(px(8))
        foot.addWidget(self.more)
        foot.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(Hairline(theme))
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(Hairline(theme))
        column.addLayout(foot)
        self.title.setVisible(not self._of_one)
        self.empty.hide()


def _begin_of(day: QDate | None) -> Instant | None:
    return None if day is None else day.startOfDay().toMSecsSinceEpoch()


def _write_pdf(out: Path, page: str) -> None:
    paper.write_page(page, out)
