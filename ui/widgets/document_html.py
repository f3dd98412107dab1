"""A document somebody wrote here as the little HTML that messages consist of."""

import html
import re
from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextFragment, QTextListFormat

from ui.theme import CODE_FAMILIES

_CODE = {"monospace", *CODE_FAMILIES}
EMPTY = "<br>"
"""Of a line with nothing in it, as mail programs write it."""
_EMPTY_BLOCK = re.compile(rf"<(p|li)>{EMPTY}</\1>")
_UNSEEN_SPACE = re.compile("(?<=[ \u2028]) ")
_NUMBERED = QTextListFormat.Style.ListDecimal


def document_html(document: QTextDocument) -> str:
    """Paragraphs, lists, bold, italic, code, links and pictures; nothing of fonts and colours."""
    writer = _Writer()
    block = document.begin()
    while block.isValid():
        writer.add_block(block)
        block = block.next()
    return writer.result()


class _Writer:
    def __init__(self) -> None:
        self._out: list[str] = []
        self._list = ""
        self._after_space = True
        """A space that follows would not be seen."""

    def add_block(self, block: QTextBlock) -> None:
        self._after_space = True
        inside = "".join(self._fragment(fragment) for fragment in _fragments(block)) or EMPTY
        text_list = block.textList()
        if text_list is None:
            self._switch_list("")
            self._out.append(f"<p>{inside}</p>")
        else:
            self._switch_list("ol" if text_list.format().style() == _NUMBERED else "ul")
            self._out.append(f"<li>{inside}</li>")

    def result(self) -> str:
        self._switch_list("")
        while self._out and self._out[-1] == f"<p>{EMPTY}</p>":
            self._out.pop()
        return "".join(self._out)

    def _switch_list(self, tag: str) -> None:
        if tag == self._list:
            return
        if self._list:
            self._out.append(f"</{self._list}>")
        if tag:
            self._out.append(f"<{tag}>")
        self._list = tag

    def _fragment(self, fragment: QTextFragment) -> str:
        look = fragment.charFormat()
        if look.isImageFormat():
            self._after_space = False
            name = html.escape(look.toImageFormat().name())
            return f'<img src="{name}">' * fragment.length()
        return _dressed(self._spaced(fragment.text().replace("\ufffc", "")), look)

    def _spaced(self, text: str) -> str:
        """HTML shows one space where several stand, and none where a line begins; these are made to stay."""
        plain = text.replace("\t", "    ").replace("\xa0", " ")
        kept = _UNSEEN_SPACE.sub("\xa0", plain)
        if self._after_space and kept.startswith(" "):
            kept = "\xa0" + kept[1:]
        self._after_space = plain.endswith((" ", "\u2028")) if plain else self._after_space
        return kept


def _dressed(text: str, look: QTextCharFormat) -> str:
    text = html.escape(text, quote=False).replace("\u2028", "<br>")
    for tag, used in (("code", is_code(look)), ("i", look.fontItalic()), ("b", is_bold(look))):
        text = f"<{tag}>{text}</{tag}>" if used and text else text
    return f'<a href="{html.escape(look.anchorHref())}">{text}</a>' if look.isAnchor() and look.anchorHref() else text


def with_empty_lines(markup: str) -> str:
    """For Qt, which makes two lines of a paragraph with nothing but a break in it."""
    return _EMPTY_BLOCK.sub(r'<\1 style="-qt-paragraph-type:empty"><br></\1>', markup)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def is_bold(look: QTextCharFormat) -> bool:
    return look.fontWeight() >= QFont.Weight.DemiBold.value


def is_code(look: QTextCharFormat) -> bool:
    """Qt reads `<code>` as a font family and nothing else."""
    families = look.fontFamilies() or []
    return look.fontFixedPitch() or not _CODE.isdisjoint(families)
