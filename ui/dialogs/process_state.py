"""Putting a process in force or out of it, with what that means for whoever asks and for requests that run."""

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.processes import ChainReach, LevelReach, ProcessDetail, form_of
from agentdesk.domain.commands import Command, DisableProcess, EnableProcess
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.ask import Ask
from ui.icons import Icons
from ui.widgets.banner import Banner
from ui.words import processes


class ProcessStateDialog(Ask):
    """Named `enable_dialog` or `disable_dialog`."""

    def __init__(self, context: Context, icons: Icons, detail: ProcessDetail, parent: QWidget | None = None) -> None:
        assert detail.row.process is not None
        self._enable = not detail.row.process.enabled
        super().__init__(context, icons, "enable" if self._enable else "disable", parent)
        self._detail, self._process = detail, detail.row.process.id
        kind = words.request_kind(detail.row.kind)
        if self._enable:
            self.present(self.tr("Enable “{kind}”").format(kind=kind), self.tr("Enable process"), "check")
        else:
            title, ok = self.tr("Disable “{kind}”").format(kind=kind), self.tr("Disable process")
            self.present(title, ok, "cancel", kind="danger")
        self.add_text(processes.consequence(detail.row.kind, enable=self._enable))
        if detail.row.kind.is_request:
            self.add_text(self._running())
        self._warning = Banner(icons, "warn", name=f"{self.verb}_warning")
        self.body.addWidget(self._warning)
        if self._enable:
            self._look()
        self.start_with(self.cancel)

    def commands(self) -> tuple[Command, ...]:
        if self._enable:
            return (EnableProcess(process=self._process),)
        return (DisableProcess(process=self._process),)

    def _running(self) -> str:
        n = self._detail.row.running
        if not n:
            return self.tr("No request is open.")
        if self._enable:
            return self.tr("%n open request(s) go on as they began.", "", n)
        return self.tr("%n open request(s) go on through their levels and still have to pass them.", "", n)

    def _look(self) -> None:
        stages = tuple(form_of(stage) for stage in self._detail.versions[0].stages) if self._detail.versions else ()
        self.context.desk.ask(ChainReach(self._detail.row.kind, stages), if_alive(self, self._on_reach))

    def _on_reach(self, reaches: tuple[LevelReach, ...]) -> None:
        kind, stages = self._detail.row.kind, self._detail.versions[0].stages
        levels = zip(stages, reaches, strict=True)
        found = ((stage, processes.warning(form_of(stage), kind, one)) for stage, one in levels)
        told = [self.tr("Level “{level}”: {why}").format(level=stage.name, why=why) for stage, why in found if why]
        if told:
            self._warning.show_message("\n".join(told), "warning")
