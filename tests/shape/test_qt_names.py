"""No attribute of ours hides a method of Qt: `self.parent = …` makes `parent()` fail far away."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from tests.shape.laws import Source
from tests.shape.qt_names import hidden_qt_methods


def hidden(text: str) -> list[str]:
    return list(hidden_qt_methods([Source("ui/planted.py", text)]))


def test_the_window_hides_no_qt_method(repository: Path) -> None:
    paths = sorted((repository / "ui").rglob("*.py"))
    sources = [Source(path.relative_to(repository).as_posix(), path.read_text(encoding="utf-8")) for path in paths]
    found = list(hidden_qt_methods(sources))
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "body",
    [
        "def __init__(self) -> None: self.parent = 1",
        "def __init__(self) -> None: self.size: int = 1",
        "def __init__(self) -> None: self.a, self.font = 1, 2",
        "actions = ()",
        "update: int = 1",
        "def actions(self) -> None: ...",
        "@property\n    def window(self) -> None: ...",
    ],
)
def test_a_hidden_method_is_found(body: str) -> None:
    assert hidden(f"class Pane(QtWidgets.QWidget):\n    {body}\n")


def test_a_hidden_method_is_found_through_a_class_of_ours() -> None:
    assert hidden("class Pane(QWidget): ...\nclass List(Pane):\n    actions = ()\n")


@pytest.mark.parametrize(
    "text",
    [
        "class Pane(QWidget):\n    def paintEvent(self, event: object) -> None: self._parent = event\n",
        "class Model(QAbstractListModel):\n    def data(self, index: object, role: int) -> None: ...\n",
        "class Row:\n    parent = 1\n",
        "class Chosen(QWidget):\n    chosen = Signal()\n",
    ],
)
def test_overrides_and_own_names_are_allowed(text: str) -> None:
    assert not hidden(text)
