"""What a person prefers; every change shows at once and is kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk import paths
from agentdesk.settings import DENSITIES, LANGUAGES, LAYOUTS, PREFIX, THEMES, Settings
from ui.context import Context
from ui.dialogs.tabs import order_tabs
from ui.i18n import LANGUAGES as LANGUAGE_NAMES
from ui.icons import Icons
from ui.widgets.buttons import Button, SegmentedTabs
from ui.widgets.dialog_frame import WIDE, DialogFrame
from ui.widgets.inputs import CheckBox, Combo, Field
from ui.widgets.plain_label import breakable, copyable_label, text_label

_SCALES = (0.85, 1.0, 1.15, 1.3, 1.45, 1.6)
_PAGE_HEIGHT = 11
_HOLDS = (0, 5, 8, 15, 30, 60)


class PreferencesDialog(DialogFrame):
    """`forced` are the names that the environment decides; they are shown and cannot be changed here."""

    changed = Signal(dict)
    """Names and values of settings, for the window to show and to keep."""
    shortcuts_wanted = Signal()

    def __init__(
        self,
        context: Context,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        forced: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(icons, "preferences", "", parent=parent, width=WIDE)
        self._context, self._forced = context, forced
        self.cancel.hide()
        self._content: QWidget | None = None
        self._section = "general"
        self._build_content()
        context.settings_changed.connect(self._on_settings)
        self.finished.connect(self.deleteLater)

    def show_section(self, key: str) -> None:
        self._tabs.set_value(key)

    # ------------------------------------------------------------------ making it

    def _build_content(self) -> None:
        """Made anew when the language changes, at the same place."""
        self.set_title(self.tr("Preferences"))
        self.set_main(self.tr("Close"), harmless=True)
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.icons.theme.px(16))
        self._tabs = SegmentedTabs(self.icons, name="preferences_sections")
        column.addWidget(self._tabs)
        self._pages: dict[str, QWidget] = {}
        for key, words, fill in self._sections():
            self._tabs.add_tab(key, words, name=f"preferences_section_{key}")
            page = self._pages[key] = self._page(fill)
            column.addWidget(page)
        self.body.addWidget(self._content)
        self._tabs.chosen.connect(self._on_section)
        self._tabs.set_value(self._section)
        self._on_section(self._section)
        if self.isVisible():
            self._order()

    def _sections(self) -> tuple[tuple[str, str, Callable[[QVBoxLayout], None]], ...]:
        return (
            ("general", self.tr("General"), self._fill_general),
            ("appearance", self.tr("Appearance"), self._fill_appearance),
            ("shortcuts", self.tr("Shortcuts"), self._fill_shortcuts),
            ("storage", self.tr("Storage"), self._fill_storage),
            ("advanced", self.tr("Advanced"), self._fill_advanced),
        )

    def _page(self, fill: Callable[[QVBoxLayout], None]) -> QWidget:
        page = QWidget()
        page.setMinimumHeight(self.icons.theme.em(_PAGE_HEIGHT))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.icons.theme.px(12))
        fill(column)
        column.addStretch(1)
        return page

    def _fill_general(self, page: QVBoxLayout) -> None:
        names = {"system": self.tr("As the system"), **LANGUAGE_NAMES}
        language = self._combo("language", [(key, names[key]) for key in LANGUAGES], self._settings.language)
        self._add(page, "language", self.tr("&Language"), language)
        choices = [(str(seconds), self._seconds(seconds)) for seconds in sorted({*_HOLDS, self._settings.hold_seconds})]
        hold = Combo(self.icons, choices, name="preferences_hold_seconds", words="")
        hold.set_value(str(self._settings.hold_seconds))
        hold.chosen.connect(lambda value: self._change("hold_seconds", int(value)))
        hint = self.tr("How long what you sent can be undone.")
        self._add(page, "hold_seconds", self.tr("&Undo time"), hold, hint)

    def _seconds(self, seconds: int) -> str:
        return self.tr("%n second(s)", "", seconds) if seconds else self.tr("None, send at once")

    def _fill_appearance(self, page: QVBoxLayout) -> None:
        words = (self.tr("As the system"), self.tr("Light"), self.tr("Dark"))
        theme = self._combo("theme", list(zip(THEMES, words, strict=True)), self._settings.theme)
        self._add(page, "theme", self.tr("&Theme"), theme)
        scales = sorted({*_SCALES, self._settings.text_scale})
        choices = [(str(scale), self.tr("{percent} %").format(percent=round(scale * 100))) for scale in scales]
        size = Combo(self.icons, choices, name="preferences_text_scale", words="")
        size.set_value(str(self._settings.text_scale))
        size.chosen.connect(lambda value: self._change("text_scale", float(value)))
        self._add(page, "text_scale", self.tr("Text &size"), size)
        self._fill_lists(page)
        page.addWidget(self._check("reduced_motion", self.tr("Nothing &moves by itself")))

    def _fill_lists(self, page: QVBoxLayout) -> None:
        densities = (self.tr("Usual"), self.tr("Compact, more rows"), self.tr("Relaxed, more room"))
        density = self._combo("density", list(zip(DENSITIES, densities, strict=True)), self._settings.density)
        self._add(page, "density", self.tr("&Density of lists"), density)
        layouts = (self.tr("Cards"), self.tr("Table"), self.tr("Table above"))
        layout = self._combo("layout", list(zip(LAYOUTS, layouts, strict=True)), self._settings.layout)
        hint = self.tr("Where you choose another one under View, it stays so for that place.")
        self._add(page, "layout", self.tr("La&yout of lists"), layout, hint)

    def _fill_shortcuts(self, page: QVBoxLayout) -> None:
        words = self.tr("Single letters &act in the list and the ticket")
        page.addWidget(self._check("single_key_shortcuts", words))
        hint = self.tr("H handles, R replies, J and K move. Off, only keys with Ctrl or Alt act.")
        page.addWidget(text_label(self.icons.theme, hint, role="meta", color="text2"))
        sheet = Button(self.icons, self.tr("Show all shortcuts"), "keyboard", name="preferences_shortcuts")
        sheet.clicked.connect(self.shortcuts_wanted)
        page.addWidget(sheet)

    def _fill_storage(self, page: QVBoxLayout) -> None:
        self._add_fact(page, "desk", self.tr("This desk lies in"), str(self._context.desk.directory))
        words = self.tr("Only your user account can read it. Nothing of it leaves this computer by itself.")
        page.addWidget(text_label(self.icons.theme, words, role="small", color="text2"))

    def _fill_advanced(self, page: QVBoxLayout) -> None:
        self._add_fact(page, "settings", self.tr("Preferences are kept in"), str(paths.settings_file()))
        self._add_fact(page, "logs", self.tr("Logs are kept in"), str(paths.log_dir()))
        words = self.tr("Variables such as {name} win over the file.").format(name=f"{PREFIX}THEME")
        page.addWidget(text_label(self.icons.theme, words, role="small", color="text2"))

    def _add(self, page: QVBoxLayout, name: str, label: str, widget: QWidget, hint: str = "") -> None:
        forced = self.tr("Decided by {variable}.").format(variable=PREFIX + name.upper())
        field = Field(self.icons.theme, label, widget, hint=forced if name in self._forced else hint)
        widget.setEnabled(name not in self._forced)
        page.addWidget(field)

    def _add_fact(self, page: QVBoxLayout, name: str, label: str, value: str) -> None:
        shown = copyable_label(self.icons.theme, breakable(value))
        shown.setObjectName(f"preferences_{name}")
        page.addWidget(Field(self.icons.theme, label, shown))

    def _combo(self, name: str, choices: list[tuple[str, str]], value: str) -> Combo:
        combo = Combo(self.icons, choices, name=f"preferences_{name}", words="")
        combo.set_value(value)
        combo.chosen.connect(partial(self._change, name))
        return combo

    def _check(self, name: str, words: str) -> CheckBox:
        check = CheckBox(self.icons, words, name=f"preferences_{name}")
        check.setChecked(bool(getattr(self._settings, name)))
        check.setEnabled(name not in self._forced)
        check.toggled.connect(partial(self._change, name))
        return check

    # ------------------------------------------------------------------ what happens

    @property
    def _settings(self) -> Settings:
        return self._context.settings

    def _change(self, name: str, value: object) -> None:
        self.changed.emit({name: value})

    def _on_section(self, key: str) -> None:
        self._section = key
        for name, page in self._pages.items():
            page.setVisible(name == key)

    def _on_settings(self) -> None:
        """Larger text takes another width; the frame follows by itself."""
        QTimer.singleShot(0, self, self.fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        if self._content is not None:
            order_tabs(self._content, (self.main,))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._content is not None:
            # Later, because the field that changed it is still speaking.
            QTimer.singleShot(0, self, self._speak_anew)

    def _speak_anew(self) -> None:
        focused: QWidget | None = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        self._build_content()
        again = self.findChild(QWidget, name) if name else self.main
        (again or self.main).setFocus()
