"""The quota and the members of a project or a domain."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from agentdesk.desk.queries.resources import Member, OwnerDetail
from ui.icons import Icons
from ui.resources.bars import UseBars
from ui.widgets.avatar import Avatar
from ui.widgets.plain_label import plain_label, text_label
from ui.widgets.scroll import ColumnScroll
from ui.words import resources

_WIDEST = 560


class QuotaPage(ColumnScroll):
    def __init__(self, icons: Icons) -> None:
        super().__init__(name="resource_quota")
        px = icons.theme.px
        self.bars = UseBars(icons)
        self.bars.setMaximumWidth(px(_WIDEST))
        self.note = text_label(icons.theme, role="small", color="text2")
        self.column.setContentsMargins(px(20), px(18), px(20), px(16))
        self.column.setSpacing(px(16))
        for part in (self.bars, self.note):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._limited = True

    def show_detail(self, detail: OwnerDetail) -> None:
        self._limited = detail.line.limited
        self.bars.show_uses(detail.line.uses)
        self._show_note()

    def retranslate(self) -> None:
        self.bars.forget()
        self._show_note()

    def _show_note(self) -> None:
        if self._limited:
            self.note.setText(self.tr("Data disks count as disk. Hosts in the trash take nothing."))
        else:
            self.note.setText(self.tr("Nobody has set a quota here, so nothing limits what is asked for."))


class MembersPage(ColumnScroll):
    def __init__(self, icons: Icons) -> None:
        super().__init__(name="resource_members")
        self._icons = icons
        self._shown: tuple[Member, ...] | None = None
        px = icons.theme.px
        self.column.setContentsMargins(px(20), px(16), px(20), px(16))
        self.column.setSpacing(px(12))
        self.column.addStretch(1)

    def show_detail(self, detail: OwnerDetail) -> None:
        if detail.members == self._shown:
            return
        self._shown = detail.members
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, member in enumerate(detail.members):
            self.column.insertWidget(place, self._row(member))
        if not detail.members:
            told = self.tr("Nobody holds a role here yet.")
            self.column.insertWidget(0, text_label(self._icons.theme, told, role="small", color="text2"))

    def retranslate(self) -> None:
        self._shown = None

    def _row(self, member: Member) -> QWidget:
        theme, name = self._icons.theme, member.person.name or member.person.user_name
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(Avatar(theme, name, key=member.person.id, size=28))
        row.addWidget(plain_label(theme, name, role="strong"))
        row.addWidget(plain_label(theme, member.person.title, role="small", color="text2"), 1)
        row.addWidget(plain_label(theme, resources.member_roles(member), role="small"))
        return holder
