"""The details of a process: what it is called, its facts, and its versions with the requests that keep them."""

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.processes import ProcessDetail, VersionRow
from agentdesk.domain.entities import Stage
from ui import words
from ui.icons import Icons
from ui.processes.form import Chain
from ui.widgets.inputs import Field, TextInput, line_input
from ui.widgets.plain_label import plain_label
from ui.widgets.scroll import ColumnScroll
from ui.widgets.section import RowGrid
from ui.words import processes


class ProcessFacts(ColumnScroll):
    """`edited`: the name or the description, and which of them."""

    edited = Signal(str, str)

    def __init__(self, icons: Icons) -> None:
        super().__init__(name="process_details")
        theme = icons.theme
        self.name = line_input("process_name", "")
        self.name.setMaxLength(200)
        self.description = TextInput(theme, "process_description", "", lines=2)
        self._name_field = Field(theme, " ", self.name)
        self._description_field = Field(theme, " ", self.description)
        self.facts, self.versions = RowGrid(icons), RowGrid(icons)
        self._facts_head, self._versions_head = (plain_label(theme, role="strong") for _ in range(2))
        self._detail: ProcessDetail | None = None
        self.column.setContentsMargins(*(theme.px(n) for n in (20, 14, 20, 16)))
        self.column.setSpacing(theme.px(10))
        for part in (
            self._name_field, self._description_field, self._facts_head, self.facts, self._versions_head, self.versions,
        ):  # fmt: skip
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.name.textEdited.connect(lambda text: self.edited.emit("name", text))
        self.description.textChanged.connect(lambda: self.edited.emit("description", self.description.text()))
        self.retranslate()

    def retranslate(self) -> None:
        for field, text in ((self._name_field, self.tr("&Name")), (self._description_field, self.tr("&Description"))):
            field.label.setText(text)
            field.field.setAccessibleName(text.replace("&", ""))
        self._facts_head.setText(self.tr("Details"))
        self._versions_head.setText(self.tr("Versions"))
        self.show_detail(self._detail)

    def show_chain(self, chain: Chain) -> None:
        """What is typed is left as it stands where it says the same."""
        if self.name.text() != chain.name:
            self.name.setText(chain.name)
        if self.description.text() != chain.description:
            with QSignalBlocker(self.description):
                self.description.setPlainText(chain.description)

    def show_detail(self, detail: ProcessDetail | None) -> None:
        self._detail = detail
        process = detail.row.process if detail is not None else None
        known: tuple[QWidget, ...] = (self._facts_head, self.facts, self._versions_head, self.versions)
        for part in known:
            part.setVisible(process is not None)
        if detail is not None and process is not None:
            self.facts.set_rows(self._facts_of(detail))
            versions = detail.versions
            self.versions.set_rows((self._version_key(one), self._version_words(detail, one)) for one in versions)

    def _facts_of(self, detail: ProcessDetail) -> list[tuple[str, str]]:
        """Those of the document (CP-26), below the name and the description, which can be changed.

        A process of the desk belongs to no cloud, domain or project.
        """
        process, number = detail.row.process, QLocale().toString
        assert process is not None
        return [
            (self.tr("ID"), process.id), (self.tr("Cloud ID"), self.tr("None: it is kept in this desk")),
            (self.tr("Kind"), words.request_kind(process.kind)),
            (self.tr("Status"), self.tr("Version {n} is used for new requests").format(n=number(process.version))),
            (self.tr("Domain"), self.tr("All domains")), (self.tr("Project"), self.tr("All projects")),
            (self.tr("In force"), processes.state_words(processes.process_state(detail.row))),
            (self.tr("Open requests"), number(detail.row.running)),
            (self.tr("Updated"), f"{words.when(process.updated)}, {detail.row.updated_by or '–'}"),
            (self.tr("Created"), words.when(process.created)),
        ]  # fmt: skip

    def _version_key(self, one: VersionRow) -> str:
        return self.tr("Version {n}").format(n=QLocale().toString(one.version.number))

    def _version_words(self, detail: ProcessDetail, one: VersionRow) -> str:
        saved = self.tr("{when}, {name}").format(when=words.when(one.version.at), name=one.by or "–")
        levels = [self._level_words(detail, stage) for stage in one.stages]
        kept = self.tr("%n open request(s) keep it", "", one.running) if one.running else ""
        return "\n".join(part for part in (saved, *levels, kept) if part)

    def _level_words(self, detail: ProcessDetail, stage: Stage) -> str:
        people = [detail.people[id].name for id in stage.persons if id in detail.people]
        told = processes.level_whom(stage.role, stage.scope, people)
        return f"{QLocale().toString(stage.position)}. {stage.name}: {told}"
