"""A comment with its limit: how long it is stands below it, and what is too long is said before anything is sent."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands.base import COMMENT
from ui.dialogs.ask import Ask
from ui.widgets.inputs import Field, TextInput


class CommentInput(TextInput):
    """A field of a dialog; `key` is its argument in the command. Nothing that was typed is ever cut off."""

    def __init__(self, ask: Ask, label: str, *, key: str = "comment", hint: str = "", lines: int = 4) -> None:
        super().__init__(ask.icons.theme, f"{ask.verb}_{key}", "", lines=lines)
        self._key, self._seen_by = key, hint
        self._field: Field = ask.ask_for(key, label, self, hint=hint)
        self.textChanged.connect(self._count)

    def words(self) -> str:
        return self.text().strip()

    def missing(self, *, required: str = "") -> Iterator[Refusal]:
        """`required` is the code of the refusal where nothing was written."""
        if required and not self.words():
            yield Refusal(code=required, data={})
        elif len(self.words()) > COMMENT:
            yield Refusal(
                code="bad-argument", data={"field": self._key, "why": "too-long", "limit": QLocale().toString(COMMENT)}
            )

    def _count(self) -> None:
        number = QLocale().toString
        told = self.tr("{n} of {most} characters.").format(n=number(len(self.words())), most=number(COMMENT))
        self._field.set_hint(f"{self._seen_by} {told}".strip() if self.words() else self._seen_by)
