"""What the dialogs about a request share: the request as it was shown when they were opened."""

from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.domain.values import Id
from ui import words
from ui.context import Context
from ui.dialogs.kept import KeptComment
from ui.icons import Icons
from ui.widgets.inputs import Combo


class AskOnRequest(KeptComment):
    """A decision holds for exactly what was seen, so what changes meanwhile must not change under the dialog (I6).

    Its words are there again after a kill, and when this is asked about the request anew.
    """

    def __init__(self, context: Context, icons: Icons, verb: str, parent: QWidget | None) -> None:
        assert context.request is not None, "opened only where a request is shown"
        self.request: RequestDetail = context.request
        super().__init__(context, icons, verb, parent, draft_key=f"{verb} {self.request.row.id}")
        self._voice: Combo | None = None

    @property
    def name(self) -> str:
        """How its title calls it."""
        return words.request_title(self.request.row)

    def told(self, sentence: str) -> str:
        """With whom one stands in for, and with what is to be known where the server is out of reach."""
        name = words.in_whose_name(self.request, self.context.desk.person)
        told = (
            self.tr("You decide for {name}.").format(name=name) if len(self.request.voices) == 1 and name else "",
            sentence,
            "" if self.context.reached else words.decided_later(),
        )
        return " ".join(filter(None, told))

    def ask_for_voice(self) -> None:
        """Only where one may decide for several people (HZ-07)."""
        if len(self.request.voices) > 1:
            choices = ((person.id, person.name or person.user_name) for person in self.request.voices)
            self._voice = Combo(self.icons, choices, name=f"{self.verb}_person", words="")
            self.ask_for("person", self.tr("Decide &for"), self._voice)

    @property
    def voice(self) -> Id | None:
        """For whom it is decided; None: for whom it can."""
        return self._voice.value() or None if self._voice is not None else None
