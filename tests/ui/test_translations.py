"""The Chinese and German of the window: complete, with the places and keys of the English, found by lupdate."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from ui.actions.table import MENUS
from ui.i18n import LANGUAGES, Languages
from ui.words import happenings

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
OTHERS = ("zh_CN", "de")
FORMS = {"zh_CN": 1, "de": 2, "en": 2}
LOOKS_SENTENCES_UP = {"ui/words/phrase.py", "ui/actions/book.py"}
"""Where sentences marked elsewhere are translated; a wrapper in any other file would hide its sentences."""
SHOWS_TEXT = {
    "setText", "setWindowTitle", "setTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "addAction", "addMenu", "addItem", "addTab", "QAction", "QLabel", "QPushButton",
}  # fmt: skip
TOGETHER = ({"NewTicketDialog", "FormParts", "Contact"}, {"FollowUpDialog", "FormParts"})
"""Contexts whose fields stand in one dialog."""
NO_DIALOGS = {"Actions", "Agreement"}
"""The menus, and two sentences of which a form shows one."""


@dataclass(frozen=True)
class Sentence:
    context: str
    text: str
    comment: str
    counts: bool

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.text, self.comment


class Sentences(ast.NodeVisitor):
    """The sentences of one file as lupdate sees them, and the faults that make it see them wrongly."""

    def __init__(self, file: Path) -> None:
        self._name = file.relative_to(ROOT).as_posix()
        self._classes: list[str] = []
        self._in_fstring = False
        self.found: list[Sentence] = []
        self.faults: list[str] = []
        self.visit(ast.parse(file.read_text("utf-8")))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self._in_fstring = True
        self.generic_visit(node)
        self._in_fstring = False

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "tr":
            self._of_tr(node)
        elif name == "QT_TRANSLATE_NOOP" or (name == "translate" and _receiver(node) in ("", "QCoreApplication")):
            self._of_translate(node)
        elif name in SHOWS_TEXT:
            self._bare(node)
        self.generic_visit(node)

    def _of_tr(self, node: ast.Call) -> None:
        text, comment = (*map(_constant, node.args), "", "")[:2]
        if _receiver(node) != "self" or not self._classes:
            self._fault(node, "only self.tr in a class gives the right context")
        else:
            self._keep(node, Sentence(self._classes[-1], text, comment, len(node.args) == 3))

    def _of_translate(self, node: ast.Call) -> None:
        if self._name in LOOKS_SENTENCES_UP:
            return
        context, text, comment = (*map(_constant, node.args), "", "", "")[:3]
        if "%n" in text:
            self._fault(node, "a plural is one only in self.tr")
        else:
            self._keep(node, Sentence(context, text, comment, counts=False))

    def _keep(self, node: ast.Call, sentence: Sentence) -> None:
        if not sentence.context or not sentence.text:
            self._fault(node, "not written out, so lupdate does not find it")
        elif self._in_fstring:
            self._fault(node, "lupdate does not look into an f-string")
        elif ("%n" in sentence.text) != sentence.counts:
            self._fault(node, "%n and a number go together")
        else:
            self.found.append(sentence)

    def _bare(self, node: ast.Call) -> None:
        for argument in node.args:
            for part in ast.walk(argument) if isinstance(argument, ast.JoinedStr) else [argument]:
                if re.search(r"[A-Za-z]{2}.* |  *[A-Za-z]{2}", _constant(part)):
                    self._fault(node, "shown, but not translated")

    def _fault(self, node: ast.Call, why: str) -> None:
        self.faults.append(f"{self._name}:{node.lineno}: {why}: {ast.unparse(node)[:80]}")


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _receiver(node: ast.Call) -> str:
    return ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""


def _constant(node: ast.expr | ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@dataclass(frozen=True)
class Translation:
    context: str
    text: str
    comment: str
    forms: tuple[str, ...]
    finished: bool


def translations(language: str) -> Iterator[Translation]:
    root = ElementTree.parse(I18N / f"agentdesk_{language}.ts").getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            place = message.find("translation")
            assert place is not None
            forms = [form.text or "" for form in place.iter("numerusform")] or [place.text or ""]
            yield Translation(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
                tuple(forms),
                place.get("type") is None,
            )


def german(context: str, text: str) -> str:
    return next(one.forms[-1] for one in translations("de") if (one.context, one.text) == (context, text))


@pytest.fixture(scope="module")
def read() -> list[Sentences]:
    return [Sentences(file) for file in sorted((ROOT / "ui").rglob("*.py"))]


@pytest.fixture
def languages(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Languages]:
    """With translations compiled for this test, because git keeps none."""
    copied = shutil.copytree(I18N, tmp_path / "i18n", ignore=shutil.ignore_patterns("*.qm"))
    for source in copied.glob("*.ts"):
        lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
        assert lrelease
        subprocess.run([lrelease, "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)
    monkeypatch.setattr("ui.i18n.path", lambda name: tmp_path / name)
    installed = Languages(qapp)
    yield installed
    for translator in installed.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))
    installed.deleteLater()


def mnemonics(text: str) -> list[str]:
    return [letter.lower() for letter in re.findall(r"&(\w)", text)]


def places(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n", text))


def doubled(texts: list[str]) -> list[str]:
    return [
        letter for letter, times in Counter(letter for text in texts for letter in mnemonics(text)).items() if times > 1
    ]


def test_every_sentence_of_the_window_is_one_that_the_translators_find(read: list[Sentences]) -> None:
    assert [fault for file in read for fault in file.faults] == []


def test_a_class_that_counts_has_no_children() -> None:
    """`self.tr` looks a plural up only under the name of the object's own class."""
    trees = [ast.parse(file.read_text("utf-8")) for file in (ROOT / "ui").rglob("*.py")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    parents = {ast.unparse(base) for node in classes for base in node.bases}
    counting = {
        node.name
        for node in classes
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and _called(call) == "tr" and len(call.args) == 3
    }
    assert counting
    assert counting & parents == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_has_its_translation(language: str, read: list[Sentences]) -> None:
    finished = {(one.context, one.text, one.comment) for one in translations(language) if one.finished}
    assert {sentence.key for file in read for sentence in file.found} - finished == set()


def test_every_sentence_that_counts_has_its_english_plural(read: list[Sentences]) -> None:
    finished = {(one.context, one.text, one.comment) for one in translations("en") if one.finished}
    assert {sentence.key for file in read for sentence in file.found if sentence.counts} - finished == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty_and_counts_have_all_their_forms(language: str) -> None:
    for one in translations(language):
        assert all(one.forms), one
        assert len(one.forms) == (FORMS[language] if "%n" in one.text else 1), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_for_values_are_those_of_the_english(language: str) -> None:
    wrong = [one for one in translations(language) for form in one.forms if places(form) != places(one.text)]
    assert wrong == []


def test_chinese_shows_the_key_of_the_english_in_brackets() -> None:
    for one in translations("zh_CN"):
        keys = re.findall(r"\(&([A-Z])\)", one.forms[0])
        assert [key.lower() for key in keys] == mnemonics(one.text), one


def test_german_has_a_key_where_english_has_one() -> None:
    wrong = [one for one in translations("de") if len(mnemonics(one.forms[0])) != len(mnemonics(one.text))]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice_in_one_menu(language: str) -> None:
    translated = {one.text: one.forms[0] for one in translations(language) if one.context == "Actions"}
    menus: dict[str, list[str]] = {}
    for name, title in MENUS.items():
        menus.setdefault(name.rpartition("/")[0], []).append(translated.get(title, title))
    assert {name: doubled(titles) for name, titles in menus.items() if doubled(titles)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_twice_in_one_dialog(language: str) -> None:
    every = [one for one in translations("de" if language == "en" else language) if one.context not in NO_DIALOGS]
    dialogs: list[set[str]] = [*TOGETHER, *({name} for name in {one.context for one in every})]
    for dialog in dialogs:
        texts = {one.text if language == "en" else one.forms[0] for one in every if one.context in dialog}
        assert doubled(sorted(texts)) == [], (dialog, texts)


@pytest.mark.rule("CS-32")
def test_the_german_words_of_the_customer_hub_are_the_agreed_ones() -> None:
    columns = ("Ticket", "User name", "Subject", "Created", "Last activity", "Type", "Status")
    assert [german("TicketsPane", column) for column in columns] == [
        "Ticket", "Benutzername", "Betreffzeile", "Angelegt", "Letzte Aktivität", "Typ", "Status",
    ]  # fmt: skip
    assert german("Names", "My tickets") == "Meine Tickets"
    assert german("Places", "Tickets of my organisation") == "Tickets meiner Organisation"
    assert german("Names", "Escalated") == "Eskaliert"
    assert german("Actions", "Close…") == "Ticket schließen…"
    assert german("Actions", "Leave feedback…") == "Feedback hinterlassen…"


@pytest.mark.parametrize(("language", "forms"), {
    "en": ("Closed 2 tickets", "Closed 1 ticket"),
    "zh_CN": ("已关闭 2 张工单", "已关闭 1 张工单"),
    "de": ("2 Tickets geschlossen", "1 Ticket geschlossen"),
}.items())  # fmt: skip
def test_one_and_several_are_said_as_the_language_says_them(
    language: str, forms: tuple[str, str], languages: Languages
) -> None:
    languages.install(language)
    several = happenings.DoneToSeveral()
    assert (several.words("end_ticket", 2), several.words("end_ticket", 1)) == forms
