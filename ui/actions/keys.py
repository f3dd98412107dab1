"""No key means two things in one place: asked when the program starts, and by a test."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeySequence

from ui.actions.spec import ActionSpec


def ambiguous(table: Iterable[ActionSpec]) -> Iterator[str]:
    """A sentence for every key that two actions have where both work."""
    taken: dict[str, ActionSpec] = {}
    for spec in table:
        for key in spec.keys:
            name = QKeySequence(key).toString()
            other = taken.setdefault(name, spec)
            if other is not spec:
                yield f"{name}: {other.id} and {spec.id}"


def shown(key: str) -> list[str]:
    """The keys of a shortcut one by one, for drawing them: Ctrl and K, G and P."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    parts: list[str] = []
    for chord in native.split(", "):
        rest = chord
        while "+" in rest[:-1]:
            first, _, rest = rest.partition("+")
            parts.append(first)
        parts.append(rest)
    return parts
