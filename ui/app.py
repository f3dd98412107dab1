"""Composes the window: settings, languages, theme, bridge, context, panes."""

import gc
import pkgutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from agentdesk import settings
from agentdesk.desk import Desk, DeskError
from agentdesk.desk.port import Sync
from agentdesk.settings import Settings
from ui.bridge import Bridge
from ui.context import Context
from ui.frame.account import NextDesk
from ui.frame.trouble import TroubleWindow
from ui.geometry import Geometry
from ui.i18n import Languages
from ui.icons import Icons
from ui.theme import Theme
from ui.window import MainWindow
from ui.words import setting_problem

LAYOUT_FILE = "window.ini"
_COLLECT_EVERY = 1_000
AFTER_FIRST_PAINT = 500


class Composition(QObject):
    """What lives as long as the window does, in the order in which it must end."""

    def __init__(self, desk: Desk, chosen: Settings, app: QApplication) -> None:
        super().__init__()
        self._desk = desk
        self._language = chosen.language
        self.languages = Languages(app)
        self.languages.setParent(self)  # its translators end with the window
        self.theme = Theme(chosen.theme, chosen.text_scale, language=self._install(chosen.language))  # type: ignore[arg-type]
        self.theme.set_density(chosen.density)  # type: ignore[arg-type]
        self.theme.set_still(chosen.reduced_motion)
        self.theme.apply(app)
        self.icons = Icons(self.theme)
        self.bridge = Bridge(self)
        desk.post = self.bridge.post
        self.context = Context(desk)
        self.context.set_settings(chosen)
        self.context.settings_changed.connect(self._on_settings)
        layout = QSettings(str(desk.directory / LAYOUT_FILE), QSettings.Format.IniFormat)
        self.window = MainWindow(self.context, self.icons, Geometry(layout), self._save)

    def _install(self, language: str) -> str:
        self.languages.install(language)
        return self.languages.language

    def _on_settings(self, chosen: Settings) -> None:
        if chosen.language != self._language:
            self._language = chosen.language
            self.theme.set_language(self._install(chosen.language))

    def _save(self, changes: Mapping[str, object]) -> None:
        """On the lane of jobs, since a disk may be slow; what cannot be saved is told."""
        failed = partial(self._tell_unsaved, changes)
        self._desk.job(lambda: settings.save(changes), lambda _: None, failed)

    def _tell_unsaved(self, changes: Mapping[str, object], error: Exception) -> None:
        data = {"path": str(getattr(error, "filename", None) or ", ".join(changes))}
        self.window.banners.show_notice(setting_problem("settings-unsaved", data))


def open_window(desk: Desk, chosen: Settings | None = None) -> MainWindow:
    """The window on that desk, shown. The caller closes the desk after it."""
    app = QApplication.instance() or QApplication(["agentdesk"])
    assert isinstance(app, QApplication)
    loaded = settings.load()
    composition = Composition(desk, chosen or loaded.settings, app)
    window = composition.window
    window.closed.connect(composition.bridge.close)
    composition.setParent(window)
    window.forced = loaded.forced
    for problem in loaded.problems:
        window.banners.show_notice(setting_problem(problem.code, problem.data))
    window.show()
    QTimer.singleShot(AFTER_FIRST_PAINT, window, window.commands.openers.warm_up)
    return window


def run(
    desk: Desk, chosen: Settings, wanted: NextDesk | None = None, sample: Callable[[], Path] | None = None
) -> tuple[int, NextDesk | None]:
    """Until the window is closed: the status, and the desk that is wanted instead, if any.

    `wanted` is what was answered before, if this is that desk; `sample` makes a desk to try.
    """
    app = make_application()
    sync = _begin_sync(desk, wanted)
    desk.forbid_sql_here()
    answers: list[NextDesk] = []
    window = open_window(desk, chosen)
    window.account.prepare_sample = sample
    window.account.desk_wanted.connect(answers.append)
    window.account.desk_wanted.connect(lambda _: window.close())
    if wanted is not None and wanted.address:
        window.account.connect_to(wanted.address)
    garbage = CollectHere()
    garbage.start()
    status = app.exec()
    garbage.stop()
    if sync is not None:
        sync.stop()
    desk.close()
    return status, answers[-1] if answers else None


def _begin_sync(desk: Desk, wanted: NextDesk | None) -> Sync | None:
    """A desk with a server speaks with it from now on; one that is only read here is spoken for elsewhere."""
    if desk.served is None or not desk.writable:
        return None
    begin: Callable[..., Sync] = pkgutil.resolve_name("agentdesk.desk.accounts:go_online")
    return begin(desk, wanted.account if wanted is not None else None)


def run_trouble(error: DeskError, chosen: Settings) -> bool:
    """The small window of a desk that cannot be used; answers whether to try again."""
    app = make_application()
    Languages(app).install(chosen.language)
    theme = Theme(chosen.theme, chosen.text_scale)  # type: ignore[arg-type]
    theme.apply(app)
    window = TroubleWindow(error, Icons(theme))
    window.show()
    app.exec()
    return window.again


_TURN = 0.0005
"""Seconds after which a thread that works lets the others on: painting a frame asks for its turn many times, and while
much is pulled each time cost Python's usual five milliseconds.
"""


def make_application() -> QApplication:
    app = QApplication.instance() or QApplication(["agentdesk"])
    assert isinstance(app, QApplication)
    app.setApplicationName("agentdesk")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("agentdesk")
    sys.setswitchinterval(_TURN)
    return app


class CollectHere(QObject):
    """Garbage with Qt objects in it is collected on their thread and at rest, never where Python happens to allocate.

    A dying QObject holds a lock while it asks Python whether it wants to hear of lost connections; another one that
    ends right then, in a collection, waits for that lock for ever.
    """

    def start(self) -> None:
        gc.disable()
        self._settled = False
        self._timer = QTimer(self, interval=_COLLECT_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        if not self._settled:
            self._settle()
            return
        for generation, (count, most) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > most:
                gc.collect(generation)
                return

    def _settle(self) -> None:
        """What is there after the start stays: to look through it would hold the window for a tenth of a second."""
        gc.freeze()
        self._settled = True
