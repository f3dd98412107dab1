"""What is at the right of a request: who asks, what it is, who decides now, and what happened to it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.requests import RequestDetail, Step
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.values import Execution, Instant, Verdict
from ui import words
from ui.context import Context
from ui.icons import Icons
from ui.theme import Theme
from ui.widgets.avatar import Avatar
from ui.widgets.plain_label import copyable_label, text_label
from ui.widgets.scroll import ColumnScroll
from ui.widgets.section import Section
from ui.words.deciding import open_step, short_time, voice_of
from ui.words.wish_changes import changed_wish

Rows = list[tuple[str, str]]
_NAMES = ("requester", "request", "approvers", "log")


class RequestProperties(QWidget):
    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("request_properties")
        self._context, self._icons = context, icons
        self._detail: RequestDetail | None = None
        self._asked: tuple[tuple[PersonRow, ...], str] | None = None
        self.sections = {name: Section(icons, "", name=f"request_properties_{name}") for name in _NAMES}
        self._people: list[_PersonLine] = []
        self._scroll = ColumnScroll(name="request_properties_scroll")
        self._build()
        context.request_changed.connect(self._on_request)
        self.retranslate()

    def retranslate(self) -> None:
        titles = {
            "requester": self.tr("Requester"), "request": self.tr("Request"),
            "approvers": self.tr("Approvers at this level"), "log": self.tr("Operation log"),
        }  # fmt: skip
        for name, title in titles.items():
            self.sections[name].set_title(title)
        self._asked = None
        self._on_request(self._detail)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._icons.theme
        painter.fillRect(self.rect(), theme.color("list"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("border"))
        painter.end()

    def _on_request(self, detail: RequestDetail | None) -> None:
        self._detail = detail
        self._scroll.setVisible(detail is not None)
        if detail is None:
            return
        person, now = detail.row.applicant, self._context.desk.clock.now()
        self.avatar.show_person(person.name or person.user_name, person.id)
        self.name.setText(person.name or person.user_name)
        place = " · ".join(part for part in (person.organisation, person.title) if part)
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.sections["requester"].set_rows([(self.tr("Contact"), person.email)] if person.email else [])
        self.sections["request"].set_rows(self._request_rows(detail, now))
        self.sections["log"].set_rows(self._log_rows(detail, now))
        self._show_approvers(detail)

    def _request_rows(self, detail: RequestDetail, now: Instant) -> Rows:
        request = detail.row.request
        rows = [
            (self.tr("Type"), words.request_kind(request.kind)),
            (self.tr("Levels"), str(request.stages) if request.stages else self.tr("None: it ran at once")),
            (self.tr("Created"), words.moment(request.created, now)),
            (self.tr("Closed"), words.moment(request.closed, now) if request.closed else ""),
            (self.tr("Number"), detail.row.number),
            (self.tr("ID"), request.id),
        ]
        return [row for row in rows if row[1]]

    def _show_approvers(self, detail: RequestDetail) -> None:
        step = open_step(detail)
        section = self.sections["approvers"]
        section.setVisible(step is not None and bool(step.people))
        rule = words.rule_sentence(step) if step else ""
        if step is None or self._asked == (step.people, rule):
            return
        self._asked = step.people, rule
        for line in self._people[len(step.people) :]:
            section.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self._people[len(step.people) :]
        for place, person in enumerate(step.people):
            if place == len(self._people):
                self._people.append(_PersonLine(self._icons.theme))
                section.body.insertWidget(place, self._people[place])
            self._people[place].show_person(person)
        self.rule.setText(rule)
        self.rule.setVisible(bool(rule))

    def _log_rows(self, detail: RequestDetail, now: Instant) -> Rows:
        """The latest first."""
        found = [*self._happened(detail)]
        return [(short_time(at, now), told) for at, told in sorted(found, key=lambda one: -one[0])]

    def _happened(self, detail: RequestDetail) -> Iterator[tuple[Instant, str]]:
        request, name = detail.row.request, detail.row.applicant.name
        yield request.created, self.tr("{name} asked for it").format(name=name)
        for step in detail.steps:
            for one in step.decisions:
                yield one.at, self._decided(step, one.position, voice_of(one, step), one.verdict)
            for given in step.handed:
                told = self.tr("{name} handed it on to {whom}")
                yield given.at, told.format(name=given.by.name or given.by.user_name, whom=words.whom_of(given))
        for change in detail.changed:
            whom, what = change.by.name or change.by.user_name, changed_wish(change.what)
            yield change.at, self.tr("{name} changed it: {what}").format(name=whom, what=what)
        if request.withdrawn:
            yield request.closed or request.last_activity, self.tr("{name} withdrew it").format(name=name)
        if request.execution is Execution.SUCCEEDED:
            yield request.closed or request.last_activity, self.tr("It was carried out")
        if request.execution is Execution.FAILED:
            yield request.last_activity, self.tr("Carrying it out failed")

    def _decided(self, step: Step, level: int, name: str, verdict: Verdict) -> str:
        if verdict is Verdict.PASS:
            return self.tr("{name} passed level {n}").format(name=name, n=level)
        return self.tr("{name} rejected level {n}").format(name=name, n=level)

    def _build(self) -> None:
        theme, px = self._icons.theme, self._icons.theme.px
        self.avatar = Avatar(theme, size=36, ground="list")
        self.name = copyable_label(theme, role="strong")
        self.place = text_label(theme, role="small", color="text2")
        said = QVBoxLayout()
        said.setSpacing(px(1))
        said.addWidget(self.name)
        said.addWidget(self.place)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        self.sections["requester"].body.addLayout(row)
        self.rule = text_label(theme, role="meta", color="text2")
        self.sections["approvers"].body.addWidget(self.rule)
        inside = self._scroll.column
        inside.setContentsMargins(px(14), px(8), px(12), px(14))
        inside.setSpacing(px(2))
        for section in self.sections.values():
            inside.addWidget(section)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(self._scroll)


class _PersonLine(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._face = Avatar(theme, size=22, ground="list")
        self._name = copyable_label(theme, role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._face)
        row.addWidget(self._name, 1)

    def show_person(self, person: PersonRow) -> None:
        name = person.name or person.user_name
        self._face.show_person(name, person.id)
        self._name.setText(name)
