"""One process: its chain in the form, its details and its log; what is changed is kept until it is saved."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from agentdesk.desk import Outcome
from agentdesk.desk.queries.people import PeopleNamed
from agentdesk.desk.queries.processes import ChainReach, LevelReach, ProcessDetail, ProcessOf
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.desk.watch import Watch
from agentdesk.domain.values import Id, ProcessKind
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.form_draft import FormDraft, Typed
from ui.icons import Icons
from ui.processes.alerts import ProcessAlerts
from ui.processes.editor import ChainEditor
from ui.processes.facts import ProcessFacts
from ui.processes.form import Chain, chain_from, chain_of, persons_of, problems, text_of
from ui.processes.head import TABS, ProcessFoot, ProcessHead
from ui.processes.level import Choices
from ui.processes.log_view import LogPane
from ui.widgets.focus_keeper import FocusKeeper
from ui.widgets.plain_label import Hairline

_PAUSE_MS = 150
"""After the last edit, before it is asked again whom the levels reach."""


class ProcessPane(FocusKeeper):
    """`state_wanted`: its process is to be enabled or disabled; `simulate_wanted`: the chain is to be tried."""

    state_wanted = Signal(object)
    simulate_wanted = Signal(object, object)
    """The kind and the chain as it stands."""

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("process_detail")
        self._context, self._icons = context, icons
        self._kind: ProcessKind | None = None
        self._detail: ProcessDetail | None = None
        self._saved, self._sending, self._looked = Chain(), False, False
        self._then: Callable[[], None] | None = None
        self._new: Id = context.desk.clock.new_id()
        self._watch: Watch[ProcessDetail] | None = None
        self._reach: Watch[tuple[LevelReach, ...]] | None = None
        self._draft: FormDraft | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.head, self.foot = ProcessHead(icons), ProcessFoot(icons)
        self.alerts = ProcessAlerts(context, icons)
        self.editor, self.facts = ChainEditor(context, icons), ProcessFacts(icons)
        self.log = LogPane(context, icons, of_one=True)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what it shows

    @property
    def dirty(self) -> bool:
        return self._detail is not None and self.editor.chain != self._saved

    def show_kind(self, kind: ProcessKind) -> None:
        if kind is self._kind:
            return
        self.end()
        self._kind, self._detail, self._looked, self._then = kind, None, False, None
        self._page.hide()
        self._draft = FormDraft(self._context.desk, f"process {kind}", self._read, self)
        self._draft.saved.connect(self.alerts.show_unsaved)
        self._follow(kind)

    def _follow(self, kind: ProcessKind) -> None:
        self._watch = self._context.desk.watch(ProcessOf(kind), lambda detail, _: self._on_detail(kind, detail))

    def when_shown(self, then: Callable[[], None]) -> None:
        """As soon as the chosen kind stands there with what was typed before, which may be at once."""
        if self._looked:
            then()
        else:
            self._then = then

    def begin_new(self, name: str, description: str) -> None:
        """What was said in the dialog of a new process; its levels are still to come."""
        self.editor.edit(replace(self.editor.chain, name=name, description=description))
        if not self.editor.chain.stages:
            self.editor.add_level()

    def keep_focus(self) -> None:
        self.focus_pane()

    def focus_pane(self) -> None:
        self.editor.focus_editor()

    def resume(self) -> None:
        """It is looked at again: it stands as it was left, and follows the desk."""
        if self._kind is not None and self._watch is None:
            self._follow(self._kind)
            self._pause.start()
            self.log.resume()

    def end(self) -> None:
        self.pause()
        if self._draft is not None:
            self._draft.deleteLater()
            self._draft = None

    def pause(self) -> None:
        """Nobody looks: what is typed is kept, and nothing more is asked of the desk."""
        if self._draft is not None:
            self._draft.flush()
        for watch in (self._watch, self._reach):
            if watch is not None:
                watch.close()
        self._watch = self._reach = None
        self._pause.stop()
        self.log.end()

    def retranslate(self) -> None:
        for part in (self.head, self.foot, self.facts, self.editor, self.alerts, self.log):
            part.retranslate()
        if self._detail is not None:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._icons.theme.color("surface"))
        painter.end()

    # ------------------------------------------------------------------ what the desk delivers

    def _on_detail(self, kind: ProcessKind, detail: ProcessDetail) -> None:
        if kind is not self._kind:
            return
        fresh, dirty, before = self._detail is None, self.dirty, self._saved
        self._detail = detail
        self._saved = self._as_saved(detail)
        if fresh:
            self._begin()
        elif before == self._saved:
            self.editor.choose_from(self._choices(), detail.row.most)
        else:
            self._follow_saved(detail, keep=dirty)
        self._show()
        if fresh and self._draft is not None:
            self._draft.find(if_alive(self, lambda typed: self._on_draft(kind, typed)))

    def _follow_saved(self, detail: ProcessDetail, *, keep: bool) -> None:
        """Something else is saved now than what was compared with. `keep`: the form does not follow it."""
        if not keep:
            self.editor.begin(self._saved, self._choices(), detail.row.most)
            return
        self.editor.choose_from(self._choices(), detail.row.most)
        if self.dirty:
            self.alerts.show_overtaken(detail)
            self._on_edited()  # so that it is kept as a draft

    def _begin(self) -> None:
        assert self._detail is not None
        self.alerts.clear()
        self.editor.begin(self._saved, self._choices(), self._detail.row.most)
        self.head.tabs.set_value(TABS[0])
        self._page.show()
        process = self._detail.row.process
        self.log.show_log(process.id if process else None)

    def _on_draft(self, kind: ProcessKind, typed: Typed | None) -> None:
        if kind is not self._kind or self._detail is None:
            return
        chain = chain_from(typed.body) if typed is not None else None
        if chain is None or chain == self.editor.chain:
            self._be_shown()
            return
        unknown = tuple(persons_of(chain.stages) - self._detail.people.keys())
        self._context.desk.ask(PeopleNamed(unknown), if_alive(self, lambda people: self._restore(kind, chain, people)))

    def _restore(self, kind: ProcessKind, chain: Chain, people: tuple[PersonRow, ...]) -> None:
        if kind is not self._kind:
            return
        for person in people:
            self.editor.know(person)
        if not self.dirty:
            self.editor.edit(chain)
            self.alerts.show_restored()
        self._be_shown()

    def _be_shown(self) -> None:
        self._looked, then = True, self._then
        self._then = None
        if then is not None:
            then()

    def _choices(self) -> Choices:
        detail = self._detail
        assert detail is not None
        return Choices(detail.row.kind, detail.scopes, detail.roles, detail.people)

    def _as_saved(self, detail: ProcessDetail) -> Chain:
        saved = chain_of(detail)
        return saved if detail.row.process is not None else replace(saved, name=words.request_kind(detail.row.kind))

    def _show(self) -> None:
        detail = self._detail
        assert detail is not None
        self.head.show_detail(detail, self._context.desk.clock.now())
        self.facts.show_detail(detail)
        self.alerts.show_detail(detail)
        self._on_changed()

    # ------------------------------------------------------------------ what the person does

    def _read(self) -> Typed:
        return Typed(text_of(self.editor.chain)) if self.dirty else Typed()

    def _on_changed(self) -> None:
        """The chain is another one, or what it is compared with."""
        if self._detail is None:
            return
        self.facts.show_chain(self.editor.chain)
        self.foot.show_state(self._detail, dirty=self.dirty, sending=self._sending or self._detail.on_its_way)
        if not self.dirty:
            self.alerts.forget_changes()
        self._pause.start()

    def _on_edited(self) -> None:
        if self._detail is not None and self._draft is not None and not self._sending:
            self._draft.note()
        self.alerts.clear_problems()
        self._on_changed()

    def _look(self) -> None:
        """Whom the levels reach, as they stand; it is told anew whenever somebody comes or goes."""
        if self._reach is not None:
            self._reach.close()
        if self._kind is not None and self._watch is not None:
            query = ChainReach(self._kind, self.editor.chain.stages)
            self._reach = self._context.desk.watch(query, lambda reaches, _: self.editor.show_reach(reaches))

    def save(self) -> None:
        detail, kind = self._detail, self._kind
        if detail is None or kind is None or not self.dirty or self._sending or detail.on_its_way:
            return
        found = list(problems(self.editor.chain, detail.row.most))
        self.editor.show_problems(found)
        self.alerts.show_problems([one for one in found if one.level is None])
        if found:
            self.head.tabs.set_value(TABS[0])
            return
        process = detail.row.process.id if detail.row.process else self._new
        self._send(self.editor.chain, process, kind)

    def _send(self, chain: Chain, process: Id, kind: ProcessKind) -> None:
        """The draft goes with it: refused, it is still there."""
        assert self._draft is not None
        self._draft.stop()
        self._sending = True
        if self.foot.save.hasFocus():
            self.editor.focus_editor()  # the button is of no use now, and the focus would go to the top of the window
        self._on_changed()
        command = chain.command(process, kind)
        self._context.give(
            command, clears=self._draft.place, then=if_alive(self, lambda outcome: self._on_outcome(kind, outcome))
        )

    def _on_outcome(self, kind: ProcessKind, outcome: Outcome) -> None:
        """What was done is saved, or on its way to the server: which of both is asked before anything may follow."""
        if outcome.done:
            self._context.desk.ask(ProcessOf(kind), if_alive(self, lambda detail: self._on_sent(kind, detail)))
            return
        self._sending = False
        if kind is self._kind:
            self.alerts.show_outcome(outcome)
            if self._draft is not None:
                self._draft.note()
        self._on_changed()

    def _on_sent(self, kind: ProcessKind, detail: ProcessDetail) -> None:
        self._sending = False
        self._on_detail(kind, detail)

    def revert(self) -> None:
        """To what is saved; Undo brings the changes back."""
        self.editor.edit(self._saved)
        self.alerts.clear()
        if self._detail is not None:
            self.alerts.show_detail(self._detail)

    def _on_fact(self, field: str, text: str) -> None:
        chain = self.editor.chain
        changed = replace(chain, name=text) if field == "name" else replace(chain, description=text)
        self.editor.edit(changed, field)

    def _on_tab(self, key: str) -> None:
        self._pages.setCurrentIndex(TABS.index(key))
        self.foot.setVisible(key != "log")

    def _simulate(self) -> None:
        found = list(problems(self.editor.chain, len(self.editor.chain.stages) or 1))
        self.editor.show_problems(found)
        self.alerts.show_problems([one for one in found if one.level is None])
        if not found:
            self.simulate_wanted.emit(self._kind, self.editor.chain)

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        self.editor.changed.connect(self._on_edited)
        self.editor.save_wanted.connect(self.save)
        self.facts.edited.connect(self._on_fact)
        self.head.tabs.chosen.connect(self._on_tab)
        self.head.state.clicked.connect(lambda: self.state_wanted.emit(self._detail))
        self.foot.save_wanted.connect(self.save)
        self.foot.revert_wanted.connect(self.revert)
        self.foot.simulate_wanted.connect(self._simulate)
        self.alerts.revert_wanted.connect(self.revert)
        self._pause.timeout.connect(self._look)

    def _build(self) -> None:
        for page in (self.editor, self.facts, self.log):
            self._pages.addWidget(page)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, Hairline(self._icons.theme), self.alerts):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._page)
        self._page.hide()
