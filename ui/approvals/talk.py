"""What was said about a request: its reason, then each decision with its comment."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.requests import RequestDetail, Step
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.entities import Decision
from agentdesk.domain.values import Id, Instant, Verdict
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

    person: Id
    name: str
    part: str
    at: Instant
    text: str
    state: str = ""
    level: int = 0


class Talk(QWidget):
    """Cards one below the other; they are made anew only when something was said."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._shown: list[Voice] = []
        self.setObjectName("request_talk")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(icons.theme.px(12))

    def show_detail(self, detail: RequestDetail, now: Instant) -> None:
        voices = sorted(self._voices(detail), key=lambda one: one.at)
        if voices == self._shown:
            return
        self._shown = voices
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for voice in voices:
            self._column.addWidget(VoiceCard(self._icons, voice, now))

    def forget(self) -> None:
        """Words in another language are other words."""
        self._shown = []

    def _voices(self, detail: RequestDetail) -> Iterator[Voice]:
        request, applicant = detail.row.request, detail.row.applicant
        if request.reason:
            yield Voice(applicant.id, applicant.name, self.tr("Requester"), request.created, request.reason)
        for step in detail.steps:
            for one in step.decisions:
                yield _decision(step, one)
            for given in step.handed:
                name = given.by.name or given.by.user_name
                part = self.tr("Handed it on to {whom}").format(whom=whom_of(given))
                yield Voice(given.by.id, name, part, given.at, given.comment)
        if request.withdrawn:
            at = request.closed or request.last_activity
            yield Voice(applicant.id, applicant.name, self.tr("Requester"), at, request.withdrawn, "withdrawn")


class VoiceCard(QWidget):
    def __init__(self, icons: Icons, voice: Voice, now: Instant) -> None:
        super().__init__()
        theme, px = icons.theme, icons.theme.px
        self.setObjectName("voice_card")
        self.setProperty("state", voice.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(Avatar(theme, voice.name, key=voice.person, size=_AVATAR), 0, Qt.AlignmentFlag.AlignTop)
        paper = Paper(icons, name="voice_paper", fill="sunken")
        row.addWidget(paper, 1)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(plain_label(theme, voice.name, role="strong"))
        head.addWidget(plain_label(theme, voice.part, role="meta", color="text2"), 1)
        head.addWidget(plain_label(theme, short_time(voice.at, now), role="meta", color="text2"))
        paper.column.setSpacing(px(6))
        paper.column.addLayout(head)
        if voice.text:
            paper.column.addWidget(copyable_label(theme, voice.text))
        if voice.state:
            paper.column.addLayout(self._mark(icons, voice))

    def _mark(self, icons: Icons, voice: Voice) -> QHBoxLayout:
        chip = StateChip(icons, STATES[voice.state][0], words.request_state_words(voice.state), status=voice.state)
        chip.setObjectName("voice_chip")
        row = QHBoxLayout()
        row.setSpacing(icons.theme.px(8))
        row.addWidget(chip)
        if voice.level:
            level = self.tr("Level {n}").format(n=voice.level)
            row.addWidget(plain_label(icons.theme, level, role="meta", color="text2"))
        row.addStretch(1)
        return row


def _decision(step: Step, one: Decision) -> Voice:
    state = "passed" if one.verdict is Verdict.PASS else "rejected"
    by = next((person for person in step.deciders if person.id == one.by), PersonRow(id=one.by, user_name="", name=""))
    return Voice(by.id, voice_of(one, step), step.stage.name, one.at, one.comment, state, one.position)
