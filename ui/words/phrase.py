"""How a sentence is looked up and its places are filled."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, sentence: str) -> str:
    """Marks a sentence of a table for the translators, who find it by this name of Qt's; Qt's own has no types."""
    return sentence


class _Values(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "–"


def fill(sentence: str, data: Mapping[str, object]) -> str:
    """A value that is not told is a dash, so that a sentence never fails where it is needed most."""
    return sentence.format_map(_Values(data))


def say(context: str, sentence: str, data: Mapping[str, object] | None = None) -> str:
    """The sentence in the language of the window, filled."""
    found = QCoreApplication.translate(context, sentence)
    return fill(found, data) if data is not None else found
