"""Asking for a host, a change, a deletion, a project or a quota; also asking for something else instead."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from agentdesk.desk.queries.applying import ApplicationForm, ApplicationFormOf, HostRow
from agentdesk.desk.queries.requests import Limit
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import Apply, Command, ModifyRequest
from agentdesk.domain.commands.requests import LARGEST, MOST_HOSTS
from agentdesk.domain.entities import Request, Wish
from agentdesk.domain.values import Id, ProcessKind
from agentdesk.domain.wishes import kept, unfilled
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.dialogs.comment_input import CommentInput
from ui.dialogs.days import day_text, end_of
from ui.dialogs.form_draft import Typed
from ui.dialogs.kept import KeptForm
from ui.dialogs.list_box import ListBox
from ui.icons import Icons
from ui.widgets.inputs import Combo, Field, line_input
from ui.words.requests import owner_line

_ROWS: dict[ProcessKind, tuple[tuple[str, ...], ...]] = {
    ProcessKind.HOST_CREATE: (
        ("project",), ("name", "count"), ("vcpus", "memory_gib"), ("disk_gib", "data_disk_gib"),
        ("image", "network"), ("billing", "until"),
    ),
    ProcessKind.HOST_CHANGE: (("hosts",), ("vcpus", "memory_gib"), ("disk_gib", "data_disk_gib")),
    ProcessKind.HOST_DELETE: (("hosts",),),
    ProcessKind.JOIN_PROJECT: (("project",),),
    ProcessKind.PROJECT_QUOTA: (("project",), ("vcpus", "memory_gib", "disk_gib")),
    ProcessKind.DOMAIN_QUOTA: (("domain",), ("vcpus", "memory_gib", "disk_gib")),
}  # fmt: skip
"""The fields of each kind, those of one line together."""
_NUMBERS = ("vcpus", "memory_gib", "disk_gib", "data_disk_gib", "count")
_HostRole = int(Qt.ItemDataRole.UserRole)


class ResourceRequestDialog(KeptForm):
    """`kind` for a new request; without it the request that is shown is changed.

    `owner` and `hosts`: what it is about to begin with, a project or domain and hosts of it. What was typed about
    others does not stand in it again.
    """

    def __init__(  # noqa: PLR0913  (what it begins with, each by its name)
        self, context: Context, icons: Icons, parent: QWidget | None = None, *, kind: ProcessKind | None = None,
        owner: Id = "", hosts: tuple[Id, ...] = (),
    ) -> None:  # fmt: skip
        self._changed = context.request.row.request if kind is None and context.request is not None else None
        about = (
            f"modify {self._changed.id}" if self._changed is not None else " ".join(("apply", str(kind), owner, *hosts))
        )
        super().__init__(context, icons, "resource_request", parent, draft_key=about.strip())
        self._owner, self._hosts = owner, self._changed.hosts if self._changed is not None else hosts
        self._kind = kind or (self._changed.kind if self._changed else ProcessKind.HOST_CREATE)
        self._present()
        self._labels = self._make_labels()
        self._inputs = {name: self._make_input(name) for row in _ROWS[self._kind] for name in row}
        self._lay_out()
        self._reason: CommentInput | None = None
        if self._changed is None:
            hint = self.tr("Whoever decides reads it.")
            self._reason = CommentInput(self, self.tr("&Reason"), key="reason", hint=hint, lines=3)
        self._levels = self.add_info(self._consequence(None))
        self.note.setText(self.tr("Ctrl+Enter"))
        if self._changed is not None:
            self._fill(self._changed)
        self._begun = self._typed()
        self._listen()
        context.desk.ask(ApplicationFormOf(self._kind), if_alive(self, self._on_form))
        self.start_with(next(iter(self._inputs.values())))

    def missing(self) -> Iterator[Refusal]:
        for code in unfilled(Wish(id="", **self._wish()), self._kind):
            yield Refusal(code=code, data={})
        if self._reason is not None:
            yield from self._reason.missing(required="reason-required" if self._needs_reason else "")
        if "until" in self._inputs and self._text("until") and end_of(self._text("until")) is None:
            yield Refusal(code="bad-argument", data={"field": "until"})

    def commands(self) -> tuple[Command, ...]:
        wish = self._wish()
        if self._changed is not None:
            return (ModifyRequest(request=self._changed.id, **wish),)
        new, reason = self.context.desk.clock.new_id(), self._reason.words() if self._reason is not None else ""
        return (Apply(request=new, kind=self._kind, reason=reason, **wish),)

    # ------------------------------------------------------------------ what is typed

    def read(self) -> Typed:
        typed = self._typed()
        return Typed() if typed == self._begun else typed

    def write(self, typed: Typed) -> None:
        for name, box in self._inputs.items():
            value = typed.fields.get(name, "")
            if isinstance(box, Combo):
                box.set_value(value)
            elif isinstance(box, ListBox):
                _tick(box, frozenset(value.split()))
            elif isinstance(box, QLineEdit):
                box.setText(value)
        if self._reason is not None:
            self._reason.setPlainText(typed.body)

    def blank(self) -> Typed:
        return self._begun

    def _typed(self) -> Typed:
        fields = {name: self._value(name) for name in self._inputs}
        return Typed(body=self._reason.text() if self._reason is not None else "", fields=fields)

    def _value(self, name: str) -> str:
        box = self._inputs[name]
        if isinstance(box, Combo):
            return box.value()
        return " ".join(_ticked(box)) if isinstance(box, ListBox) else self._text(name)

    def _listen(self) -> None:
        for box in self._inputs.values():
            if isinstance(box, Combo):
                box.activated.connect(self.note_change)
                box.activated.connect(self._show_limits)
            elif isinstance(box, ListBox):
                box.itemChanged.connect(self.note_change)
            elif isinstance(box, QLineEdit):
                box.textEdited.connect(self.note_change)
        if self._reason is not None:
            self._reason.textChanged.connect(self.note_change)

    # ------------------------------------------------------------------ what it says

    def _present(self) -> None:
        kind = words.request_kind(self._kind)
        if self._changed is None:
            self.present(self.tr("New request: {kind}").format(kind=kind), self.tr("Send request"), "send")
        else:
            self.present(self.tr("Change request: {kind}").format(kind=kind), self.tr("Save changes"), "check")

    def _consequence(self, form: ApplicationForm | None) -> str:
        if self._changed is not None:
            return self.tr("The first level is asked again about what you wish now.")
        if form is None or form.levels:
            return self.tr("%n level(s) decide, then it is carried out by itself.", "", form.levels if form else 1)
        return self.tr("Nobody has to approve this: it is carried out at once.")

    def _make_labels(self) -> dict[str, str]:
        quota = self._kind.is_quota
        return {
            "project": self.tr("&Project"), "domain": self.tr("D&omain"), "name": self.tr("&Name"),
            "count": self.tr("How man&y"), "hosts": self.tr("&Hosts"),
            "vcpus": self.tr("New vCPU limit") if quota else self.tr("&vCPU"),
            "memory_gib": self.tr("New memory limit, GiB") if quota else self.tr("&Memory, GiB"),
            "disk_gib": self.tr("New disk limit, GiB") if quota else self.tr("System &disk, GiB"),
            "data_disk_gib": self.tr("D&ata disk, GiB"), "image": self.tr("&Image"), "network": self.tr("Ne&twork"),
            "billing": self.tr("&Billing"), "until": self.tr("&Until"),
        }  # fmt: skip

    def _hint(self, name: str) -> str:
        if name == "until":
            return self.tr("Such as 2027-12-31; empty for no end.")
        if name == "hosts":
            return self.tr("Space ticks a host; at most {most} in one request.").format(most=MOST_HOSTS)
        if name == "vcpus" and self._kind is ProcessKind.HOST_CHANGE:
            return self.tr("What stays empty stays as it is.")
        return ""

    # ------------------------------------------------------------------ what is chosen from

    def _on_form(self, form: ApplicationForm) -> None:
        self._needs_reason = form.levels > 0
        self._levels.show_message(self._consequence(form))
        owners = [(one.id, owner_line(one)) for one in form.owners]
        if self._kind is ProcessKind.JOIN_PROJECT:
            owners.insert(0, ("", self.tr("Let the approver choose")))
        for name in ("project", "domain"):
            box = self._inputs.get(name)
            if isinstance(box, Combo):
                box.set_choices(owners)
                box.set_value(getattr(self._changed, name, None) or self._owner or box.value())
        self._limits = {one.id: one.limits for one in form.owners}
        self._show_limits()
        hosts = self._inputs.get("hosts")
        if isinstance(hosts, ListBox):
            self._offer(hosts, form.hosts)
        offered = {name: self._value(name) for name, box in self._inputs.items() if not isinstance(box, QLineEdit)}
        self._begun = replace(self._begun, fields=self._begun.fields | offered)
        self.look_for_draft()

    def _show_limits(self) -> None:
        """Below each new limit what is used now, of how much."""
        if not self._kind.is_quota:
            return
        owner = self._value("domain" if self._kind is ProcessKind.DOMAIN_QUOTA else "project")
        told = {one.size: words.limit_now(one) for one in self._limits.get(owner, ())}
        for size in _ROWS[self._kind][-1]:
            field = self.field(size)
            if field is not None:
                field.set_hint(told.get(size, ""))

    def _offer(self, box: ListBox, hosts: tuple[HostRow, ...]) -> None:
        quiet = QSignalBlocker(box)  # nobody chose yet
        for host in hosts:
            sizes = words.sizes_of(host)
            item = QListWidgetItem(f"{host.name} ({sizes})" if sizes else host.name, box)
            item.setData(_HostRole, host.id)
            item.setCheckState(Qt.CheckState.Checked if host.id in self._hosts else Qt.CheckState.Unchecked)
        quiet.unblock()
        if box.count():
            box.setCurrentRow(0)
        else:
            self.show_error(self.tr("There is no host in your projects."))

    # ------------------------------------------------------------------ what it comes to

    def _wish(self) -> dict[str, Any]:
        wish: dict[str, Any] = {}
        for name, box in self._inputs.items():
            if isinstance(box, Combo):
                wish[name] = box.value() or None
            elif isinstance(box, ListBox):
                wish[name] = _ticked(box)
            elif name in _NUMBERS:
                wish[name] = int(self._text(name) or (1 if name == "count" else 0))
            else:
                wish[name] = end_of(self._text(name)) if name == "until" else self._text(name)
        return wish

    def _text(self, name: str) -> str:
        box = self._inputs[name]
        return box.text().strip() if isinstance(box, QLineEdit) else ""

    def _fill(self, request: Request) -> None:
        for name, value in kept(request).items():
            box = self._inputs.get(name)
            if isinstance(box, QLineEdit) and value:
                box.setText(day_text(value) if name == "until" else str(value))

    # ------------------------------------------------------------------ building

    def _make_input(self, name: str) -> QWidget:
        label, key = self._labels[name].replace("&", ""), f"resource_request_{name}"
        if name in ("project", "domain"):
            return Combo(self.icons, name=key, words=label)
        if name == "hosts":
            box = ListBox(self.icons, key, label)
            box.setMinimumHeight(self.icons.theme.em(10))
            return box
        line = line_input(key, label)
        if name in _NUMBERS:
            line.setValidator(_whole_number(MOST_HOSTS if name == "count" else LARGEST, line))
            line.setText("1" if name == "count" else "")
        return line

    def _lay_out(self) -> None:
        for row in _ROWS[self._kind]:
            made = (self._field(name) for name in row)
            self.add_row(*(self.keep_field(name, field) for name, field in zip(row, made, strict=True)))

    def _field(self, name: str) -> Field:
        return Field(self.icons.theme, self._labels[name], self._inputs[name], hint=self._hint(name))

    _needs_reason = True
    _limits: Mapping[Id, tuple[Limit, ...]] = MappingProxyType({})
    """Of the quota of each that may be asked about."""


def _ticked(box: ListBox) -> tuple[Id, ...]:
    items = (box.item(row) for row in range(box.count()))
    return tuple(str(item.data(_HostRole)) for item in items if item.checkState() == Qt.CheckState.Checked)


def _tick(box: ListBox, hosts: frozenset[Id]) -> None:
    for item in (box.item(row) for row in range(box.count())):
        item.setCheckState(Qt.CheckState.Checked if item.data(_HostRole) in hosts else Qt.CheckState.Unchecked)


def _whole_number(most: int, line: QLineEdit) -> QIntValidator:
    validator = QIntValidator(0, most, line)
    plain = QLocale(QLocale.Language.C)
    plain.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
    validator.setLocale(plain)
    return validator
