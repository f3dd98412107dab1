"""Canned replies: the list on the left, the one that is edited on the right; Save keeps all changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from agentdesk.desk.queries.library import CannedReplies
from agentdesk.desk.queries.rows import CannedRow, Refusal
from agentdesk.domain.commands import Command, SaveCannedReply
from agentdesk.domain.text import html_to_text
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.ask import Ask
from ui.dialogs.list_box import ListBox
from ui.icons import Icons
from ui.widgets.buttons import Button
from ui.widgets.dialog_frame import WIDE
from ui.widgets.inputs import CheckBox, Field, line_input
from ui.widgets.rich_editor import RichEditor

LONGEST_NAME = 60
_IdRole = Qt.ItemDataRole.UserRole


@dataclass
class _Entry:
    before: CannedRow | None
    """As the desk has it; None for a new one."""
    now: CannedRow
    removed: bool = False

    @property
    def changed(self) -> bool:
        if self.before is None:
            return bool(self.now.name.strip() or self.now.body_html)
        return self.removed or self.now != self.before


class CannedDialog(Ask):
    def __init__(self, context: Context, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(context, icons, "canned", parent, width=WIDE)
        self.present(self.tr("Canned replies"), self.tr("Save"), "canned")
        self._entries: dict[Id, _Entry] = {}
        self._shown: Id | None = None
        self._list = ListBox(icons, "canned_list", self.tr("Canned replies"))
        self._new = Button(icons, self.tr("New"), "add", name="canned_new", kind="small")
        self._remove = Button(icons, self.tr("Remove"), "delete", name="canned_remove", kind="small")
        self._name = line_input("canned_name", "")
        self._name.setMaxLength(LONGEST_NAME)
        self._text = RichEditor(icons.theme, "canned_body", "", bare=False)
        self._text.setMinimumHeight(icons.theme.em(10))
        self._shared = CheckBox(icons, self.tr("&Shared with all staff"), name="canned_shared")
        self._lay_out()
        self._connect()
        context.desk.ask(CannedReplies(), if_alive(self, self._on_replies))

    def missing(self) -> Iterator[Refusal]:
        self._take_over()
        for entry in self._entries.values():
            if entry.removed or not entry.changed:
                continue
            code = "" if entry.now.name.strip() else "name-required"
            code = code or ("" if html_to_text(entry.now.body_html).strip() else "text-required")
            if code:
                self._select(entry.now.id)
                yield Refusal(code=code, data={})
                return

    def commands(self) -> tuple[Command, ...]:
        return tuple(
            SaveCannedReply(
                canned=entry.now.id,
                name=entry.now.name.strip(),
                body_html=entry.now.body_html,
                shared=entry.now.shared,
                source=entry.now.source,
                active=not entry.removed,
            )
            for entry in self._entries.values()
            if entry.changed
        )

    # ------------------------------------------------------------------ making it

    def _lay_out(self) -> None:
        theme = self.icons.theme
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        buttons.addWidget(self._new)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        self._list.setMinimumHeight(theme.em(16))
        left.addWidget(self._list, 1)
        left.addLayout(buttons)
        right.setSpacing(theme.px(10))
        self._panel = QWidget()
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(10))
        inside.addWidget(self.keep_field("name", Field(theme, self.tr("&Name"), self._name)))
        inside.addWidget(self.know_field("description", Field(theme, self.tr("&Text"), self._text)))
        inside.addWidget(self._shared)
        right.addWidget(self._panel)
        row.setSpacing(theme.px(16))
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._on_current)
        self._new.clicked.connect(self._on_new)
        self._remove.clicked.connect(self._on_remove)
        self._name.textEdited.connect(self._on_named)
        self._text.submitted.connect(self.submit)
        self._text.escaped.connect(self.reject)

    # ------------------------------------------------------------------ what happens

    def _on_replies(self, rows: Sequence[CannedRow]) -> None:
        for row in rows:
            self._entries[row.id] = _Entry(row, row)
            self._add_item(row)
        if rows:
            self._list.setCurrentRow(0)
            self._list.setFocus()
        else:
            self._on_new()

    def _on_new(self) -> None:
        row = CannedRow(id=self.context.desk.clock.new_id(), name="", body_html="", shared=False)
        self._take_over()
        self._entries[row.id] = _Entry(None, row)
        self._list.setCurrentItem(self._add_item(row))
        self._name.setFocus()

    def _on_remove(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        id = str(item.data(_IdRole))
        self._shown = None
        if self._entries[id].before is None:
            del self._entries[id]
        else:
            self._entries[id].removed = True
        self._list.takeItem(self._list.row(item))

    def _on_named(self, name: str) -> None:
        item = self._list.currentItem()
        if item is not None:
            item.setText(name or self.tr("New reply"))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self._take_over()
        self._panel.setEnabled(item is not None)
        self._remove.setEnabled(item is not None)
        self._show(None if item is None else str(item.data(_IdRole)))

    def _show(self, id: Id | None) -> None:
        self._shown = id
        row = self._entries[id].now if id else CannedRow(id="", name="", body_html="", shared=False)
        self._name.setText(row.name)
        self._text.set_html(row.body_html)
        self._shared.setChecked(row.shared)
        if id and self._text.html() != row.body_html:  # our own form of the same text is no change
            self._entries[id].now = replace(row, body_html=self._text.html())
            self._settle(id)

    def _settle(self, id: Id) -> None:
        entry = self._entries[id]
        if entry.before is not None and entry.before.name == entry.now.name:
            entry.before = replace(entry.before, body_html=entry.now.body_html)

    def _take_over(self) -> None:
        """What the fields hold belongs to the reply that is shown."""
        if self._shown is not None and self._shown in self._entries:
            entry = self._entries[self._shown]
            entry.now = replace(
                entry.now, name=self._name.text(), body_html=self._text.html(), shared=self._shared.isChecked()
            )

    def _select(self, id: Id) -> None:
        for place in range(self._list.count()):
            if self._list.item(place).data(_IdRole) == id:
                self._list.setCurrentRow(place)

    def _add_item(self, row: CannedRow) -> QListWidgetItem:
        item = QListWidgetItem(row.name or self.tr("New reply"))
        item.setData(_IdRole, row.id)
        self._list.addItem(item)
        return item
