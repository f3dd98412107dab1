"""What was said about a request: its reason, then each decision with its comment."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.requests import RequestDetail, Step
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.entities import Decision
from agentdesk.domain.values import Instant, Verdict
from ui import words
from ui.approvals.box import Paper
from ui.icons import Icons
from ui.widgets.avatar import Avatar
from ui.widgets.chip import StateChip
from ui.widgets.plain_label import copyable_label, plain_label
from ui.words.deciding import short_time, voice_of, whom_of
from ui.words.requests import STATES

_AVATAR = 32


@dataclass(frozen=True, slots=True)
class Voice:
    """One who said something. `state`, of STATES, is what they did, with the level it was at."""

    person: PersonRow
    name: str
    """With whom they stood in for."""
    part: str
    at: Instant
    text: str
    state: str = ""
    level: int = 0

    @property
    def parts(self) -> tuple[bool, bool, bool]:
        """Whether there are words, what they did, and at which level."""
        return bool(self.text), bool(self.state), bool(self.level)


class Talk(QWidget):
    """Cards one below the other; those that are there take new words, for making one costs more than painting it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: list[Voice] = []
        self._cards: list[VoiceCard] = []
        self.setObjectName("request_talk")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(icons.theme.px(12))

    def show_detail(self, detail: RequestDetail, now: Instant) -> None:
        voices = sorted(self._voices(detail), key=lambda one: one.at)
        if voices == self._shown:
            return
        self._shown = voices
        for card in self._cards[len(voices) :]:
            self._take_out(card)
        self._cards = [self._card(place, voice) for place, voice in enumerate(voices)]
        for card, voice in zip(self._cards, voices, strict=True):
            card.show_voice(voice, now)

    def _card(self, place: int, voice: Voice) -> "VoiceCard":
        """The one that stands there, if it has the parts."""
        kept = self._cards[place] if place < len(self._cards) else None
        if kept is not None and kept.parts == voice.parts:
            return kept
        if kept is not None:
            self._take_out(kept)
        card = VoiceCard(self._icons, voice.parts)
        self._column.insertWidget(place, card)
        return card

    def _take_out(self, card: "VoiceCard") -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def forget(self) -> None:
        """Words in another language are other words."""
        self._shown = []

    def _voices(self, detail: RequestDetail) -> Iterator[Voice]:
        request, applicant = detail.row.request, detail.row.applicant
        if request.reason:
            yield Voice(applicant, applicant.name, self.tr("Requester"), request.created, request.reason)
        for step in detail.steps:
            for one in step.decisions:
                yield _decision(step, one)
            for given in step.handed:
                name = given.by.name or given.by.user_name
                part = self.tr("Handed it on to {whom}").format(whom=whom_of(given))
                yield Voice(given.by, name, part, given.at, given.comment)
        if request.withdrawn:
            at = request.closed or request.last_activity
            yield Voice(applicant, applicant.name, self.tr("Requester"), at, request.withdrawn, "withdrawn")


class VoiceCard(QWidget):
    def __init__(self, icons: Icons, parts: tuple[bool, bool, bool]) -> None:
        super().__init__()
        self.parts = parts
        theme, (says, did, at_level) = icons.theme, parts
        self.setObjectName("voice_card")
        self._face = Avatar(theme, size=_AVATAR)
        self._name = plain_label(theme, role="strong")
        self._part = plain_label(theme, role="meta", color="text2")
        self._time = plain_label(theme, role="meta", color="text2")
        self._words = copyable_label(theme) if says else None
        self._chip = StateChip(icons) if did else None
        self._level = plain_label(theme, role="meta", color="text2") if did and at_level else None
        self._build(icons)

    def show_voice(self, voice: Voice, now: Instant) -> None:
        self.setProperty("state", voice.state)
        self._face.show_person(voice.person.name or voice.person.user_name, voice.person.id)
        self._name.setText(voice.name)
        self._part.setText(voice.part)
        self._time.setText(short_time(voice.at, now))
        if self._words is not None:
            self._words.setText(voice.text)
        if self._chip is not None:
            self._chip.show_state(STATES[voice.state][0], words.request_state_words(voice.state), voice.state)
        if self._level is not None:
            self._level.setText(self.tr("Level {n}").format(n=voice.level))

    def _build(self, icons: Icons) -> None:
        px = icons.theme.px
        paper = Paper(icons, name="voice_paper", fill="sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paper, 1)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._name)
        head.addWidget(self._part, 1)
        head.addWidget(self._time)
        paper.column.setSpacing(px(6))
        paper.column.addLayout(head)
        if self._words is not None:
            paper.column.addWidget(self._words)
        if self._chip is not None:
            self._chip.setObjectName("voice_chip")
            paper.column.addLayout(self._mark(self._chip, px(8)))

    def _mark(self, chip: StateChip, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addWidget(chip)
        if self._level is not None:
            row.addWidget(self._level)
        row.addStretch(1)
        return row


def _decision(step: Step, one: Decision) -> Voice:
    state = "passed" if one.verdict is Verdict.PASS else "rejected"
    by = next((person for person in step.deciders if person.id == one.by), PersonRow(id=one.by, user_name="", name=""))
    return Voice(by, voice_of(one, step), step.stage.name, one.at, one.comment, state, one.position)
