"""The place where processes are set up, as the window takes it in: the list of kinds and one process."""

import pkgutil
from functools import partial

from PySide6.QtCore import QObject

from agentdesk.desk.queries.processes import ProcessDetail
from agentdesk.desk.queries.rows import Whoami
from agentdesk.domain.values import ProcessKind
from ui.actions import Actions
from ui.context import PROCESSES, Context, Place
from ui.icons import Icons
from ui.processes.detail import ProcessPane
from ui.processes.form import Chain
from ui.processes.view import ProcessesPane


class ProcessesRoom(QObject):
    whole = False

    def __init__(self, context: Context, actions: Actions, icons: Icons) -> None:
        super().__init__()
        self._context, self._icons = context, icons
        self.list = self.pane = ProcessesPane(context, icons)
        self.detail = self.process = ProcessPane(context, icons)
        self.pane.chosen.connect(self.process.show_kind)
        self.pane.entered.connect(self.process.focus_pane)
        self.pane.new_wanted.connect(self._ask_for_new)
        self.process.state_wanted.connect(self._ask_for_state)
        self.process.simulate_wanted.connect(self._simulate)
        context.whoami_changed.connect(self._on_whoami)
        context.place_changed.connect(self._on_place)
        if self.pane.list.currentIndex().isValid():
            self.process.show_kind(self.pane.chosen_kind())

    def focus_list(self) -> None:
        self.pane.list.setFocus()

    def focus_detail(self) -> None:
        self.process.focus_pane()

    def end(self) -> None:
        self.pane.end()
        self.process.end()

    def _on_place(self, place: Place) -> None:
        if place.queue == PROCESSES:
            self.pane.resume()
            self.process.resume()
        else:
            self.pane.end()
            self.process.pause()

    def _on_whoami(self, whoami: Whoami) -> None:
        """Who is no administrator any more goes elsewhere."""
        if self._context.place.queue == PROCESSES and not whoami.admin and whoami.queues:
            self._context.set_place(Place(whoami.queues[0]))

    def _ask_for_new(self, kinds: tuple[ProcessKind, ...]) -> None:
        dialog = pkgutil.resolve_name("ui.dialogs.process:ProcessDialog")(self._icons, kinds, self.pane.window())
        dialog.wanted.connect(self._begin)
        dialog.open()

    def _begin(self, kind: ProcessKind, name: str, description: str) -> None:
        self.pane.choose(kind)
        self.process.when_shown(partial(self.process.begin_new, name, description))

    def _ask_for_state(self, detail: ProcessDetail) -> None:
        make = pkgutil.resolve_name("ui.dialogs.process_state:ProcessStateDialog")
        dialog = make(self._context, self._icons, detail, self.pane.window())
        dialog.chosen.connect(self._context.give_each)
        dialog.open()

    def _simulate(self, kind: ProcessKind, chain: Chain) -> None:
        make = pkgutil.resolve_name("ui.dialogs.simulation:SimulationDialog")
        make(self._context, self._icons, kind, chain.stages, chain.decides_own, self.pane.window()).open()
