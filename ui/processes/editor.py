"""The chain in the form: its levels as cards between what begins it and what follows, and every edit can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agentdesk.desk.queries.processes import LevelReach
from agentdesk.desk.queries.rows import PersonRow
from agentdesk.domain.commands import StageForm
from agentdesk.domain.values import ProcessKind, ScopeKind
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.processes.form import BLANK, Chain, Problem
from ui.processes.keys import EditorKeys
from ui.processes.level import Choices, LevelCard
from ui.widgets.announce import announce
from ui.widgets.buttons import ghost_button, icon_button, name_button
from ui.widgets.inputs import CheckBox
from ui.widgets.plain_label import IconLabel, Themed, paint_box, plain_label
from ui.widgets.scroll import ColumnScroll
from ui.words import processes, refusal


class _Edit(QUndoCommand):
    """From one chain to the next; edits of one part of one level in a row are one."""

    def __init__(self, editor: "ChainEditor", before: Chain, after: Chain, key: str) -> None:
        super().__init__()
        self._editor, self._before, self._after, self._key = editor, before, after, key

    def id(self) -> int:
        return 1

    def redo(self) -> None:
        self._editor.show_chain(self._after)

    def undo(self) -> None:
        self._editor.show_chain(self._before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or not self._key or other._key != self._key:
            return False
        self._after = other._after
        return True


class EndBox(QWidget, Themed):
    """What stands over or under the levels: what begins a request, and what follows the last level."""

    def __init__(self, icons: Icons, icon: str, name: str) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName(name)
        self.icon = IconLabel(icons, icon)
        self.words = plain_label(icons.theme, weight=550)
        self.place = plain_label(icons.theme, role="meta", color="text2", weight=550)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(icons.theme.px(n) for n in (16, 8, 14, 8)))
        row.setSpacing(icons.theme.px(10))
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.place)
        self.follow(icons.theme)

    def dress(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        paint_box(painter, QRectF(self.rect()), theme.color("sunken"), theme.color("border"), radius=theme.px(6))
        painter.end()


class Arrow(QWidget, Themed):
    """From one box down to the next."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.follow(icons.theme)

    def dress(self) -> None:
        self.setFixedHeight(self._icons.size(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._icons.size(15)
        self._icons.paint(painter, QRectF(self._icons.theme.px(27), 0, side, side), "arrow-down", "text2")
        painter.end()


class ChainEditor(ColumnScroll):
    """`changed`: the chain is another one, by an edit or by Undo."""

    changed = Signal()
    save_wanted = Signal()

    def __init__(self, context: Context, icons: Icons) -> None:
        super().__init__(name="admin_process")
        self._context, self._icons = context, icons
        self._chain, self._choices, self._most = Chain(), Choices(), 5
        self._people: dict[str, PersonRow] = {}
        self._current, self._dragged = -1, -1
        self._edits = 0
        self.stack = QUndoStack(self)
        self.keys = EditorKeys(self)
        self.cards: list[LevelCard] = []
        self._arrows: list[Arrow] = []
        self.first = EndBox(icons, "server", "chain_begin")
        self.last = EndBox(icons, "automatic", "chain_end")
        self.add = ghost_button(icons, "", "add", name="level_add")
        self.most = plain_label(icons.theme, role="meta", color="text2")
        self.most.setObjectName("level_most")
        self.undo = icon_button(icons, "undo", "", name="process_undo")
        self.redo = icon_button(icons, "redo", "", name="process_redo")
        self.own = CheckBox(icons, "", name="process_decides_own")
        self._build()
        self._connect()
        self.retranslate()

    # ------------------------------------------------------------------ what it holds

    @property
    def chain(self) -> Chain:
        return self._chain

    def begin(self, chain: Chain, choices: Choices, most: int) -> None:
        """Anew, with nothing to undo."""
        self.stack.clear()
        self._people = dict(choices.people)
        self._current = -1
        for card in self.cards:
            card.begin()
        self.choose_from(choices, most)
        self.show_chain(chain)

    def choose_from(self, choices: Choices, most: int) -> None:
        self._people |= choices.people
        self._choices = replace(choices, people=self._people)
        self._most = most
        self.retranslate()

    def know(self, person: PersonRow) -> None:
        self._people[person.id] = person

    def edit(self, chain: Chain, key: str = "") -> None:
        """`key`: edits with the same one, one after the other, are undone together."""
        if chain != self._chain:
            self.stack.push(_Edit(self, self._chain, chain, key))

    def show_chain(self, chain: Chain) -> None:
        self._chain = chain
        self._make_cards(len(chain.stages))
        for place, card in enumerate(self.cards):
            shown = place < len(chain.stages)
            card.setVisible(shown)
            self._arrows[place].setVisible(shown)
            if shown:
                card.show_level(chain.stages[place], self._choices, len(chain.stages))
        self._show_current()
        self._show_add()
        self.changed.emit()

    def show_reach(self, reaches: Sequence[LevelReach]) -> None:
        """One for each level, in their order."""
        for place, card in enumerate(self.cards):
            card.show_reach(reaches[place] if place < len(reaches) else None)

    def show_problems(self, found: Sequence[Problem]) -> None:
        """Those of a level stand at it; the first one gets the focus."""
        told = {one.level: refusal(one.refusal.code, one.refusal.data) for one in reversed(found)}
        for place, card in enumerate(self.cards):
            card.show_problem(told.get(place, ""))
        places = [one.level for one in found if one.level is not None]
        if places:
            self.go_to(min(places))

    def go_to(self, place: int, part: str = "name") -> None:
        if 0 <= place < len(self._chain.stages):
            field = getattr(self.cards[place], part)
            (field if field.isVisible() and field.isEnabled() else self.cards[place].name).setFocus()
            QTimer.singleShot(0, self.cards[place], lambda: self.ensureWidgetVisible(self.cards[place]))

    def focus_editor(self) -> None:
        if self._chain.stages:
            self.go_to(max(0, self._current))
        else:
            self.add.setFocus()

    def retranslate(self) -> None:
        kind = self._choices.kind
        self.first.words.setText(processes.beginning(kind))
        self.last.words.setText(processes.ending(kind))
        self.first.place.setText(self.tr("Start"))
        self.last.place.setText(self.tr("After the last level"))
        self.add.setText(self.tr("Add level"))
        self.own.setText(self.tr("Applicants may decide their own request"))
        name_button(self.undo, self.tr("Undo (Ctrl+Z)"))
        name_button(self.redo, self.tr("Redo (Ctrl+Shift+Z)"))
        for card in self.cards:
            card.retranslate()
        self._show_add()

    # ------------------------------------------------------------------ what the person does

    def add_level(self) -> None:
        if len(self._chain.stages) >= self._most:
            return
        scope = self._choices.scopes[0] if self._choices.scopes else ScopeKind.SYSTEM
        self.edit(self._chain.with_level(replace(BLANK, scope=scope)))
        self.go_to(len(self._chain.stages) - 1)

    def move_level(self, place: int, to: int, *, key: str = "") -> None:
        if place == to or not (0 <= place < len(self._chain.stages) and 0 <= to < len(self._chain.stages)):
            return
        self._current = to
        self.edit(self._chain.with_moved(place, to), key)
        name = self._chain.stages[to].name
        announce(self, self.tr("{name} is level {n} now").format(name=name, n=to + 1))

    def step_level(self, place: int, step: int) -> None:
        """The focus goes with it, to the same part of its new card."""
        part = self._focused_part(place)
        self.move_level(place, place + step)
        if 0 <= place + step < len(self._chain.stages):
            self.go_to(place + step, part)

    def remove_level(self, place: int) -> None:
        if not 0 <= place < len(self._chain.stages):
            return
        name = self._chain.stages[place].name
        self.edit(self._chain.without_level(place))
        announce(self, self.tr("{name} was removed").format(name=name))
        self._current = min(place, len(self._chain.stages) - 1)
        self.focus_editor()

    def drag_level(self, place: int, at: QPointF) -> None:
        """It changes places with a neighbour as soon as the pointer is beyond the middle of that."""
        if self._dragged < 0:
            self._dragged, self._edits = place, self._edits + 1
        y, here = self.content.mapFromGlobal(at).y(), self._dragged
        above, below = here - 1, here + 1
        key = f"drag {self._edits}"
        if above >= 0 and y < self.cards[above].geometry().center().y():
            self.move_level(here, above, key=key)
            self._dragged = above
        elif below < len(self._chain.stages) and y > self.cards[below].geometry().center().y():
            self.move_level(here, below, key=key)
            self._dragged = below
        self.ensureVisible(0, round(y), 0, 40)

    def drop_level(self) -> None:
        """The focus goes with it, so that the keys mean it from now on."""
        dropped, self._dragged = self._dragged, -1
        self.go_to(dropped)

    def _on_edited(self, place: int, form: StageForm, key: str) -> None:
        self.edit(self._chain.with_changed(place, form), f"{key} {place}")

    def _focused_part(self, place: int) -> str:
        focus, card = self.focusWidget(), self.cards[place]
        return next((part for part in ("name", "role", "person", "up", "down") if getattr(card, part) is focus), "name")

    def _on_focus(self, widget: QWidget) -> None:
        place = next((n for n, card in enumerate(self.cards) if card is widget or card.isAncestorOf(widget)), -1)
        if place >= 0 and place != self._current:
            self._current = place
            self._show_current()

    def _show_current(self) -> None:
        for place, card in enumerate(self.cards):
            card.set_current(place == self._current)

    def _show_add(self) -> None:
        levels = len(self._chain.stages)
        self.add.setEnabled(levels < self._most)
        self.add.setVisible(self._most > 1 or not levels)
        self.most.setText(processes.Counted().most(levels, self._most))
        self.most.setVisible(self._most > 1)
        self.undo.setEnabled(self.stack.canUndo())
        self.redo.setEnabled(self.stack.canRedo())
        self._quiet = True
        self.own.setChecked(self._chain.decides_own)
        self.own.setVisible(self._choices.kind is not ProcessKind.TECHNICAL_SUPPORT)
        self._quiet = False

    _quiet = False

    # ------------------------------------------------------------------ building

    def _connect(self) -> None:
        keys = self.keys
        keys.focused.connect(self._on_focus)
        keys.moved.connect(lambda step: self.step_level(self._current, step))
        keys.removed.connect(lambda: self.remove_level(self._current))
        keys.undone.connect(self.stack.undo)
        keys.redone.connect(self.stack.redo)
        keys.saved.connect(self.save_wanted)
        keys.watch(self.content)
        self.add.clicked.connect(self.add_level)
        self.undo.clicked.connect(self.stack.undo)
        self.redo.clicked.connect(self.stack.redo)
        self.own.toggled.connect(self._on_own)
        for can in (self.stack.canUndoChanged, self.stack.canRedoChanged):
            can.connect(if_alive(self.add, lambda _: self._show_add()))  # a stack that goes says once more what it can

    def _on_own(self, on: bool) -> None:
        if not self._quiet:
            self.edit(replace(self._chain, decides_own=on))

    def _make_cards(self, count: int) -> None:
        while len(self.cards) < count:
            place = len(self.cards)
            card = LevelCard(self._context, self._icons, place + 1)
            arrow = Arrow(self._icons)
            self._levels.addWidget(arrow)
            self._levels.addWidget(card)
            self._connect_card(card, place)
            self.cards.append(card)
            self._arrows.append(arrow)

    def _connect_card(self, card: LevelCard, place: int) -> None:
        card.edited.connect(lambda form, key: self._on_edited(place, form, key))
        card.step_wanted.connect(lambda step: self.step_level(place, step))
        card.remove_wanted.connect(lambda: self.remove_level(place))
        card.person_chosen.connect(self.know)
        card.rules.person_chosen.connect(self.know)
        card.grip.dragged.connect(lambda at: self.drag_level(place, at))
        card.grip.dropped.connect(self.drop_level)
        self.keys.watch(card)

    def _build(self) -> None:
        px, column = self._icons.theme.px, self.column
        column.setContentsMargins(px(20), px(14), px(20), px(16))
        column.setSpacing(px(8))
        self._levels = QVBoxLayout()
        self._levels.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.setContentsMargins(px(26), 0, 0, 0)
        for part in (self.add, self.most):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.undo, self.redo):
            row.addWidget(part)
        column.addWidget(self.first)
        column.addLayout(self._levels)
        column.addLayout(row)
        column.addWidget(self.last)
        column.addWidget(self.own)
        column.addStretch(1)
