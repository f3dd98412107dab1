"""The languages of the window, changed while it is open. Without its file a language is English.

English has a file too: of the sentences that count, for "1 ticket" beside "2 tickets"."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from resources import path

LANGUAGES = {"en": "English", "zh_CN": "简体中文", "de": "Deutsch"}
_QT_NAMES = {"zh_CN": "qtbase_zh_CN", "de": "qtbase_de"}


class Languages(QObject):
    """Installs the translators; open widgets hear of it as `QEvent.LanguageChange`, everyone else by `changed`."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self._language = "en"

    @property
    def language(self) -> str:
        return self._language

    @property
    def locale(self) -> QLocale:
        """For dates, numbers and sizes; a German or Chinese system decides how its own language writes them."""
        system = QLocale.system()
        own = QLocale(self._language)
        return system if system.language() == own.language() else own

    def install(self, language: str) -> None:
        """`system` follows the system's language where there is a translation for it."""
        self._language = system_language() if language == "system" else language
        assert self._language in LANGUAGES
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = [translator for translator in self._load() if self._app.installTranslator(translator)]
        QLocale.setDefault(self.locale)
        self.changed.emit(self._language)

    def _load(self) -> list[QTranslator]:
        """Qt's own words (Copy, Paste …) first, so that ours win where both have one."""
        files = [path(f"i18n/agentdesk_{self._language}.qm")]
        if self._language in _QT_NAMES:
            folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            files.insert(0, folder / f"{_QT_NAMES[self._language]}.qm")
        translators = [QTranslator(self) for _ in files]
        return [translator for translator, file in zip(translators, files, strict=True) if translator.load(str(file))]


def system_language() -> str:
    system = QLocale.system()
    known = {QLocale.Language.Chinese: "zh_CN", QLocale.Language.German: "de"}
    return known.get(system.language(), "en")
