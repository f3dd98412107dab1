"""One level of the chain as a card: its place, its name, and who decides it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agentdesk.desk.queries.processes import LevelReach
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.commands import StageForm
from agentdesk.domain.values import Id, ProcessKind, ScopeKind
from ui import words
from ui.context import Context
from ui.dialogs.person_field import PersonField
from ui.dialogs.removable import RemovableWords
from ui.icons import Icons
from ui.processes.rule_row import RuleRow
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, SegmentedTabs, icon_button, link_button, name_button
from ui.widgets.flow_layout import beside
from ui.widgets.inputs import Combo, line_input, set_invalid, show_text
from ui.widgets.plain_label import IconLabel, Themed, paint_box, plain_label, set_tooltip, text_label
from ui.words import processes
from ui.words.requests import ROLES

_NEVER = frozenset({"requester", "upstream_agent"})
"""Roles by which nobody approves."""
_ROLE, _PERSON, _BOTH = "role", "person", "both"
_BELOW, _FIRST_LINE = 66, 33
"""Where the second line begins, and what the first one takes besides the ways to decide, in ems."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the levels of a kind choose from."""

    kind: ProcessKind = ProcessKind.HOST_CREATE
    scopes: tuple[ScopeKind, ...] = ()
    roles: tuple[str, ...] = ()
    people: Mapping[Id, PersonRow] = field(default_factory=dict)
    """Everybody who is named so far."""


class Grip(QWidget):
    """Dragged, a level goes to another place; the arrows and Alt+Up, Alt+Down do the same."""

    dragged = Signal(QPointF)
    """Where the pointer is, on the screen."""
    dropped = Signal()

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = max(24, self._icons.size(24))
        return QSize(side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._icons.size(16)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._icons.paint(painter, place, "grip", "text3")
        painter.end()


class PlaceMark(QWidget, Themed):
    """The number of the level in a tinted circle."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme, self._number = icons.theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow(icons.theme)

    def show_number(self, number: int) -> None:
        self._number = str(number)
        self.update()

    def dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(26)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent_soft"))
        painter.drawEllipse(self.rect())
        painter.setFont(self._theme.font("small", 650))
        painter.setPen(self._theme.color("accent_ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._number)
        painter.end()


class LevelCard(QWidget, Themed):
    """`edited` is told with the form as it would be, and the part that was changed; nothing changes by itself."""

    edited = Signal(object, str)
    step_wanted = Signal(int)
    remove_wanted = Signal()
    person_chosen = Signal(object)
    """A PersonRow, whose name is then known."""
    content_changed = Signal()
    """Parts of it came or went."""

    def __init__(self, context: Context, icons: Icons, number: int) -> None:
        super().__init__()
        self._icons, self._number = icons, number
        self._quiet, self._current, self._wanted = False, False, _ROLE
        self._form, self._choices = StageForm(name=""), Choices()
        self._told: StageForm | None = None
        """As the person has just made it."""
        self._reach: LevelReach | None = None
        self._kept_role, self._kept_persons = "", tuple[Id, ...]()
        name, theme = f"level_{number}", icons.theme
        self.setObjectName(name)
        self.grip, self.mark = Grip(icons, f"{name}_grip"), PlaceMark(icons)
        self.name = line_input(f"{name}_name", "")
        self.who = SegmentedTabs(icons, name=f"{name}_who")
        self._ways = {
            key: self.who.add_tab(key, "", icon, name=f"{name}_who_{key}")
            for key, icon in ((_ROLE, "people"), (_PERSON, "person"), (_BOTH, "add-person"))
        }
        self.role = Combo(icons, name=f"{name}_role", words="")
        self.up, self.down = (icon_button(icons, f"arrow-{way}", "", name=f"{name}_{way}") for way in ("up", "down"))
        self.remove = icon_button(icons, "delete", "", name=f"{name}_remove")
        self.range = plain_label(theme, role="small", color="text2")
        self.scope = SegmentedTabs(icons, name=f"{name}_scope")
        self.match = text_label(theme, role="meta", color="text2")
        self.match.setObjectName(f"{name}_match")
        self.persons = RemovableWords(icons, f"{name}_persons", "")
        self.person = PersonField(context, f"{name}_person", "")
        self.icon = IconLabel(icons, "warning", color="warn")
        self.note = text_label(theme, role="small", color="warn", weight=500)
        self.note.setObjectName(f"{name}_note")
        self.other = link_button(icons, "", name=f"{name}_other")
        self.more = icon_button(icons, "chevron-down", "", name=f"{name}_more")
        self.rules = RuleRow(context, icons, name)
        self._build()
        self._connect()
        self.retranslate()
        self.follow(theme)

    # ------------------------------------------------------------------ what it shows

    @property
    def form(self) -> StageForm:
        return self._form

    def begin(self) -> None:
        """What it shows next is a level of another chain."""
        self._wanted, self._kept_role, self._kept_persons = _ROLE, "", ()
        self.rules.hide()

    def show_level(self, form: StageForm, choices: Choices, last: int) -> None:
        """`last`: the number of the last level."""
        self._quiet = True
        if form != self._form:
            self.show_problem("")
            if form != self._told:  # moved here, or undone
                self.begin()
        self._form, self._choices = form, choices
        self.mark.show_number(self._number)
        show_text(self.name, form.name)
        self._show_way()
        self._show_roles()
        self._show_scopes()
        self._show_persons()
        self.rules.show_form(form, choices.people.get(form.escalates_to or ""))
        if RuleRow.is_needed(form):
            self.rules.show()
        self.up.setEnabled(self._number > 1)
        self.down.setEnabled(self._number < last)
        self._show_match()
        self._quiet = False

    def show_reach(self, reach: LevelReach | None) -> None:
        self._reach = reach
        self._show_match()

    def show_problem(self, text: str) -> None:
        """What the rules would refuse, at its place; an empty text takes it back."""
        self.setProperty("problem", text)
        set_invalid(self.name, bool(text) and not self._form.name.strip())
        self._show_match()
        if text:
            announce(self, text)

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def retranslate(self) -> None:
        self._quiet = True
        number = self._number
        self.setAccessibleName(self.tr("Level {n}").format(n=number))
        self.name.setAccessibleName(self.tr("Name of level {n}").format(n=number))
        self.name.setPlaceholderText(self.tr("Name"))
        self.who.setAccessibleName(self.tr("Who decides level {n}").format(n=number))
        for key, text in ((_ROLE, self.tr("Role")), (_PERSON, self.tr("Person")), (_BOTH, self.tr("Both"))):
            self._ways[key].setText(text)
        self.role.setAccessibleName(self.tr("Role of level {n}").format(n=number))
        self.role.setPlaceholderText(self.tr("Choose a role"))
        for button, text in (
            (self.up, self.tr("Move level {n} up")), (self.down, self.tr("Move level {n} down")),
            (self.remove, self.tr("Remove level {n}")),
        ):  # fmt: skip
            name_button(button, text.format(n=number))
        set_tooltip(self.grip, self.tr("Drag to another place"))
        self.range.setText(self.tr("Approver range"))
        self.persons.setAccessibleName(self.tr("Persons of level {n}").format(n=number))
        self.person.setAccessibleName(self.tr("Add a person to level {n}").format(n=number))
        self.other.setText(self.tr("Choose someone else"))
        self.rules.retranslate()
        self._quiet = False
        self.show_level(self._form, self._choices, number if not self.down.isEnabled() else number + 1)

    def dress(self) -> None:
        self._fit(self.width())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """In a narrow pane, or with large text, who decides stands in a row of its own."""
        theme = self._icons.theme
        narrow = width < self.who.sizeHint().width() + theme.em(_FIRST_LINE)
        if narrow == (self._below.indexOf(self._chooser) >= 0):
            return
        (self._first if narrow else self._below).removeWidget(self._chooser)
        if narrow:
            self._below.insertWidget(0, self._chooser)
        else:
            self._first.insertWidget(self._first.indexOf(self.name) + 1, self._chooser, 3)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._second.setDirection(way)
        self._below.setContentsMargins(0 if narrow else theme.px(_BELOW), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, box = QPainter(self), self._icons.theme, QRectF(self.rect())
        paint_box(painter, box, theme.color("surface"), theme.color("border"), radius=theme.px(8))
        if self._current:
            inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
            paint_box(painter, inner, None, theme.color("mark"), radius=theme.px(8))
            paint_box(painter, inner.adjusted(1, 1, -1, -1), None, theme.color("mark"), radius=theme.px(7))
        painter.end()

    # ------------------------------------------------------------------ parts of that

    def _show_way(self) -> None:
        role, persons = bool(self._form.role), bool(self._form.persons)
        if role and persons:
            self._wanted = _BOTH
        elif (role or persons) and self._wanted != _BOTH:
            self._wanted = _ROLE if role else _PERSON
        self.who.set_value(self._wanted)
        by_role, by_person = self._wanted != _PERSON, self._wanted != _ROLE
        self.role.setVisible(by_role)
        self._ranging.setVisible(by_role)
        self._put_person_field()
        self._people_row.setVisible(by_person)
        self.person.setVisible(by_person)

    def _put_person_field(self) -> None:
        """In the place of the role where there is none, as in the pictures; else in a row of its own."""
        alone = self._wanted == _PERSON
        row = self._choosing if alone else self._people_line
        if row.indexOf(self.person) < 0:
            (self._people_line if alone else self._choosing).removeWidget(self.person)
            row.insertWidget(row.indexOf(self.role) + 1 if alone else 0, self.person, 1)

    def _show_roles(self) -> None:
        """A role that nobody holds any more stays, and is named in the warning."""
        offered = {*self._choices.roles, *ROLES, *((self._form.role,) if self._form.role else ())} - _NEVER
        choices = sorted(((role, words.role_name(role)) for role in offered), key=lambda one: one[1].casefold())
        if choices != [(self.role.itemData(n), self.role.itemText(n)) for n in range(self.role.count())]:
            self.role.set_choices(choices)
        if self._form.role:
            self.role.set_value(self._form.role)
        else:
            self.role.setCurrentIndex(-1)

    def _show_scopes(self) -> None:
        for scope in self._choices.scopes:
            if scope not in self._scopes and scope in processes.SCOPES:
                self._scopes[scope] = self.scope.add_tab(scope, "", name=f"level_{self._number}_scope_{scope}")
        for scope, button in self._scopes.items():
            button.setText(processes.scope_name(scope))
            button.setVisible(scope in self._choices.scopes)
        if self._form.scope in self._scopes:
            self.scope.set_value(self._form.scope)

    def _show_persons(self) -> None:
        named = [(id, self._name_of(id)) for id in self._form.persons]
        if tuple(id for id, _ in named) != self.persons.present():
            self.persons.show_words(named)
        self.persons.setVisible(bool(named))

    def _name_of(self, id: Id) -> str:
        person = self._choices.people.get(id)
        return (person.name or person.user_name) if person else "–"

    def _show_match(self) -> None:
        form, kind = self._form, self._choices.kind
        problem = str(self.property("problem") or "")
        self.match.setText(processes.whom(form, kind, self._reach))
        self._range_row.setVisible(self._wanted != _PERSON or bool(self.match.text()))
        told = problem or processes.warning(form, kind, self._reach)
        self.note.set_color("danger_ink" if problem else "warn")
        self.icon.set_icon("warning", "danger_ink" if problem else "warn")
        self.note.setText(told)
        self._notes.setVisible(bool(told))
        self.other.setVisible(bool(told) and self._reach is not None and bool(self._reach.disabled))
        opened = self.rules.isVisibleTo(self)
        self.more.set_icon("chevron-up" if opened else "chevron-down")
        name_button(self.more, self.tr("Hide rule and deadline") if opened else self.tr("Rule and deadline"))
        self.setProperty("warning", told)

    # ------------------------------------------------------------------ what the person does

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda text: self._edit("name", name=text))
        self.who.chosen.connect(self._on_way)
        self.role.chosen.connect(lambda role: self._edit("role", role=role))
        self.scope.chosen.connect(lambda scope: self._edit("scope", scope=ScopeKind(scope)))
        self.person.chosen.connect(self._on_person)
        self.persons.removed.connect(self._on_removed)
        self.up.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.step_wanted.emit(1))
        self.remove.clicked.connect(self.remove_wanted)
        self.other.clicked.connect(self._choose_other)
        self.more.clicked.connect(self._toggle_rules)
        self.rules.edited.connect(self._tell)
        self.rules.person_chosen.connect(self.person_chosen)

    def _edit(self, key: str, **changes: object) -> None:
        form = replace(self._form, **changes)  # type: ignore[arg-type]
        if not self._quiet and form != self._form:
            self._tell(form, key)

    def _tell(self, form: StageForm, key: str) -> None:
        self._told = form
        self.edited.emit(form, key)

    def _on_way(self, way: str) -> None:
        """What is put aside is there again when one comes back to it."""
        if self._quiet:
            return
        form = self._form
        self._kept_role, self._kept_persons = form.role or self._kept_role, form.persons or self._kept_persons
        self._wanted = way
        role = "" if way == _PERSON else form.role or self._kept_role
        persons = () if way == _ROLE else form.persons or self._kept_persons
        if (role, persons) == (form.role, form.persons):
            self.show_level(form, self._choices, self._number + self.down.isEnabled())
            self.content_changed.emit()
        else:
            self._edit("who", role=role, persons=persons)

    def _on_person(self) -> None:
        person = self.person.value()
        if person is None or self._quiet:
            return
        self.person.clear()
        self.person_chosen.emit(person)
        if person.id not in self._form.persons:
            self._edit("persons", persons=(*self._form.persons, person.id))

    def _on_removed(self, id: Id) -> None:
        self._edit("persons", persons=tuple(one for one in self._form.persons if one != id))

    def _choose_other(self) -> None:
        """Without those who cannot decide; the field waits for somebody else."""
        kept = tuple(id for id in self._form.persons if getattr(self._choices.people.get(id), "enabled", True))
        self._wanted = self._wanted if self._form.role or self._wanted == _BOTH else _PERSON
        self._edit("persons", persons=kept)
        self.person.setFocus()

    def _toggle_rules(self) -> None:
        self.rules.setVisible(not self.rules.isVisibleTo(self))
        self._show_match()
        self.content_changed.emit()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        px = self._icons.theme.px
        self._scopes: dict[ScopeKind, Button] = {}
        self._first, self._people_line = QHBoxLayout(), QHBoxLayout()
        self._range_row = QWidget()
        self._second = QHBoxLayout(self._range_row)
        self._second.setContentsMargins(0, 0, 0, 0)
        self._chooser = QWidget()
        self._choosing = QHBoxLayout(self._chooser)
        self._choosing.setContentsMargins(0, 0, 0, 0)
        self._choosing.setSpacing(px(9))
        self._choosing.addWidget(self.who)
        self._choosing.addWidget(self.role, 1)
        first: tuple[tuple[QWidget, int], ...] = (
            (self.grip, 0), (self.mark, 0), (self.name, 1), (self._chooser, 3), (self.more, 0),
            (self.up, 0), (self.down, 0), (self.remove, 0),
        )  # fmt: skip
        for part, stretch in first:
            self._first.addWidget(part, stretch)
        self._ranging = beside(self.range, self.scope, px(9))
        self._second.addWidget(self._ranging, 0, Qt.AlignmentFlag.AlignLeft)
        self._second.addWidget(self.match, 1)
        self._people_row = QWidget()
        people = QVBoxLayout(self._people_row)
        people.setContentsMargins(0, 0, 0, 0)
        people.addWidget(self.persons)
        people.addLayout(self._people_line)
        self._people_line.addStretch(1)
        self._notes = QWidget()
        notes = QHBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(px(8))
        for part, stretch in ((self.icon, 0), (self.note, 1), (self.other, 0)):
            notes.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        self._notes.hide()
        self.rules.hide()
        self._below = below = QVBoxLayout()
        below.setContentsMargins(px(_BELOW), 0, 0, 0)
        for row in (self._range_row, self._people_row, self._notes, self.rules):
            below.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(10), px(11))
        for layout in (self._first, self._second, below, column):
            layout.setSpacing(px(9))
        column.addLayout(self._first)
        column.addLayout(below)
