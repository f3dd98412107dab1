"""What closing, confirming and rating ask alike: whether it was solved, how many stars, a comment."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.values import Solved
from ui.dialogs.ask import Ask
from ui.widgets.buttons import PillRow
from ui.widgets.inputs import Field, TextInput
from ui.widgets.stars import Stars


class Verdict(QObject):
    """Its parts are fields of the dialog it is made for."""

    def __init__(self, dialog: Ask) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.pills: PillRow | None = None
        self.stars: Stars | None = None
        self.comment: TextInput | None = None
        self.rating_field: Field | None = None

    def ask_solved(self) -> PillRow:
        choices = [
            (Solved.YES.value, self.tr("Yes, solved")),
            (Solved.PARTLY.value, self.tr("Partly")),
            (Solved.NO.value, self.tr("No")),
        ]
        self.pills = PillRow(self._dialog.icons, choices, name=f"{self._dialog.verb}_solved")
        self._dialog.ask_for("solved", self.tr("Was the problem solved?"), self.pills)
        return self.pills

    def ask_rating(self) -> Stars:
        self.stars = Stars(self._dialog.icons, name=f"{self._dialog.verb}_rating")
        self.rating_field = self._dialog.ask_for("rating", self.tr("Rating"), self.stars)
        return self.stars

    def ask_comment(self, label: str, *, hint: str = "") -> TextInput:
        self.comment = TextInput(self._dialog.icons.theme, f"{self._dialog.verb}_comment", "")
        self._dialog.ask_for("comment", label, self.comment, hint=hint)
        return self.comment

    def solved(self) -> Solved | None:
        return Solved(self.pills.value()) if self.pills and self.pills.value() else None

    def rating(self) -> int | None:
        """None where nobody asked, or nobody answered."""
        if self.stars is None or self.rating_field is None or self.rating_field.isHidden():
            return None
        return self.stars.value() or None

    def words(self) -> str:
        return self.comment.text().strip() if self.comment else ""

    def missing(self, needs: tuple[str, ...]) -> Iterator[Refusal]:
        if "rating" in needs and self.rating() is None:
            yield Refusal(code="rating-required", data={})
        if ("comment" in needs or "reason" in needs) and not self.words():
            yield Refusal(code="comment-required", data={})
