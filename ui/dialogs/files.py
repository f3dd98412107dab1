"""Files of a form: dropped, chosen or pasted, checked against what the source takes, shown as tiles."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agentdesk.desk import DeskError
from agentdesk.desk.queries.rows import FilePolicy
from agentdesk.domain.attachments import check_file
from agentdesk.domain.commands import FileRef
from agentdesk.domain.entities import Source
from agentdesk.domain.refusals import Refused
from ui import words
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.icons import Icons
from ui.widgets.announce import announce
from ui.widgets.attachment_tile import AttachmentTile, TileLook
from ui.widgets.file_zone import FileZone
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain_label import text_label


@dataclass
class _Kept:
    """A tile and what became of its file; without a reference it is still being copied, or was refused."""

    tile: AttachmentTile
    ref: FileRef | None = None
    problem: str = ""
    """Why it does not go with the form."""


class FilesField(QWidget):
    """`refs()` are those that go with the form; refused ones stay as tiles that say why, until they are removed."""

    changed = Signal()

    def __init__(self, context: Context, icons: Icons, name: str) -> None:
        super().__init__()
        self._desk, self._icons = context.desk, icons
        self._policy: FilePolicy | None = None
        self._kept: list[_Kept] = []
        self.zone = FileZone(icons, name=name)
        self.setFocusProxy(self.zone.choose)
        self._tiles = QWidget()
        self._flow = FlowLayout(self._tiles, gap=icons.theme.px(8))
        self._reasons = text_label(icons.theme, role="meta", color="danger_ink")
        self._rules = text_label(icons.theme, role="meta", color="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(icons.theme.px(6))
        for part in (self.zone, self._tiles, self._reasons, self._rules):
            column.addWidget(part)
        self.zone.files_given.connect(self.add_paths)
        self._show_rules()

    def set_policy(self, policy: FilePolicy) -> None:
        """Files taken before are measured again."""
        self._policy = policy
        for kept in self._kept:
            if kept.ref is not None:
                self._settle(kept, kept.ref)
        self._on_change()

    def refs(self) -> tuple[FileRef, ...]:
        return tuple(kept.ref for kept in self._kept if kept.ref is not None and not kept.problem)

    def busy(self) -> bool:
        """Whether a file is still being copied."""
        return any(kept.ref is None and not kept.problem for kept in self._kept)

    def restore(self, refs: tuple[FileRef, ...]) -> None:
        for ref in refs:
            self._settle(self._add_tile(ref.name, words.size(ref.size)), ref)
        self._on_change()

    def clear(self) -> None:
        for kept in tuple(self._kept):
            self._remove(kept)

    def add_paths(self, paths: list[str]) -> None:
        for path in map(Path, paths):
            self._add(path)
        self._on_change()

    def _add(self, path: Path) -> None:
        kept = self._add_tile(path.name, self.tr("Adding…"))
        problem = self._problem_at(path)
        if problem:
            self._fail(kept, problem)
            return
        desk = self._desk
        desk.job(
            lambda: desk.keep_file(path),
            if_alive(self, lambda ref: self._on_copied(kept, ref)),
            if_alive(self, lambda error: self._on_failed(kept, path, error)),
        )

    def _problem_at(self, path: Path) -> str:
        """What can be said before its bytes are read."""
        if path.is_dir():
            return self.tr("“{name}” is a folder. Choose the files in it.").format(name=path.name)
        try:
            size = path.stat().st_size
        except OSError:
            return self._gone(path)
        return self._problem_of(FileRef(id="", name=path.name, size=size, media_type="", sha256=""))

    def _problem_of(self, ref: FileRef) -> str:
        if self._policy is None:
            return ""
        if len(self.refs()) >= self._policy.max_files and ref not in self.refs():
            return words.refusal("too-many-files", {"limit": self._policy.max_files})
        try:
            check_file(_taking(self._policy), ref)
        except Refused as refused:
            return words.refusal(refused.code, refused.data)
        return ""

    def _on_copied(self, kept: _Kept, ref: FileRef) -> None:
        if kept in self._kept:
            self._settle(kept, ref)
            self._on_change()

    def _on_failed(self, kept: _Kept, path: Path, error: Exception) -> None:
        if kept not in self._kept:
            return
        if isinstance(error, DeskError):
            self._fail(kept, words.trouble(error.code, error.data).sentence)
        elif path.exists():
            self._fail(kept, self.tr("“{name}” cannot be read.").format(name=path.name))
        else:
            self._fail(kept, self._gone(path))
        self._on_change()

    def _gone(self, path: Path) -> str:
        return self.tr("“{name}” is not there any more.").format(name=path.name)

    def _settle(self, kept: _Kept, ref: FileRef) -> None:
        kept.ref, kept.problem = None, ""
        problem = self._problem_of(ref)
        kept.ref = ref
        if problem:
            self._fail(kept, problem)
        else:
            kept.tile.show_file(TileLook(ref.name, words.size(ref.size), button="remove"))

    def _fail(self, kept: _Kept, why: str) -> None:
        """The tile names the file, the line below it the reason."""
        kept.problem = why
        kept.tile.show_file(TileLook(kept.tile.look.name, self.tr("Not attached"), button="remove", failed=True))

    def _add_tile(self, name: str, detail: str) -> _Kept:
        tile = AttachmentTile(self._icons, TileLook(name, detail, button="remove"))
        kept = _Kept(tile)
        self._kept.append(kept)
        self._flow.addWidget(tile)
        tile.removed.connect(lambda: self._remove(kept))
        return kept

    def _remove(self, kept: _Kept) -> None:
        self._kept.remove(kept)
        self._flow.removeWidget(kept.tile)
        kept.tile.hide()
        kept.tile.deleteLater()
        self._on_change()

    def _on_change(self) -> None:
        self._show_rules()
        self.changed.emit()

    def _show_rules(self) -> None:
        self._tiles.setVisible(bool(self._kept))
        reasons = "\n".join(dict.fromkeys(kept.problem for kept in self._kept if kept.problem))
        if reasons and reasons != self._reasons.text():
            announce(self, reasons)
        self._reasons.setText(reasons)
        self._reasons.setVisible(bool(reasons))
        if self._policy is None:
            return
        limit = self.tr("{size} each").format(size=words.size(self._policy.max_file_bytes))
        count = self.tr("{count} of {most} files").format(count=len(self.refs()), most=self._policy.max_files)
        kinds = ", ".join(self._policy.file_types)
        self._rules.setText(" · ".join(part for part in (count, limit, kinds) if part))


def _taking(policy: FilePolicy) -> Source:
    """As much of a source as the rules about files look at."""
    return Source(
        id="", title="", scheme="", max_files=policy.max_files, max_file_bytes=policy.max_file_bytes,
        file_types=policy.file_types,
    )  # fmt: skip
