"""Where files that are dragged over a ticket may be dropped: on the reply, on an internal note, or nowhere."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from agentdesk.desk.queries.rows import FilePolicy, TicketDetail
from agentdesk.domain.attachments import type_allowed
from ui import words
from ui.widgets.drop_overlay import Zone

translate = QCoreApplication.translate


def zones_for(paths: list[str], detail: TicketDetail, *, reply: bool, note: bool) -> list[Zone]:
    problem = _problem_of_all(paths, detail.policy)
    zones: list[Zone] = []
    if reply:
        title = (
            translate("Dropping", "Drop to attach to your reply")
            if detail.staff
            else translate("Dropping", "Drop to attach to your message")
        )
        zones.append(Zone("reply", title, "reply", problem or _rules(paths, detail.policy), allowed=not problem))
    if note:
        title = translate("Dropping", "Drop to attach to an internal note")
        zones.append(
            Zone("note", title, "note", problem or translate("Dropping", "Only staff can see it"), allowed=not problem)
        )
    return zones


def _problem_of_all(paths: list[str], policy: FilePolicy) -> str:
    """A sentence if none of them can be taken; single ones are refused on their tiles."""
    files = [path for path in map(Path, paths) if not path.is_dir()]
    if not files:
        return translate("Dropping", "Folders cannot be attached. Choose the files in them.")
    if not any(type_allowed(policy.file_types, path.name) for path in files):
        allowed = ", ".join(policy.file_types)
        return words.refusal("file-type-not-allowed", {"name": files[0].name, "allowed": allowed})
    return ""


def _rules(paths: list[str], policy: FilePolicy) -> str:
    """2 files, 9.3 MB · up to 5 files, 8 MB each"""
    total = sum(_size(Path(path)) for path in paths)
    count, most = FileCounts().files(len(paths)), FileCounts().at_most(policy.max_files)
    each = translate("Dropping", "{size} each").format(size=words.size(policy.max_file_bytes))
    return f"{count}, {words.size(total)} · {most}, {each}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


class FileCounts(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def files(self, n: int) -> str:
        return self.tr("%n files", "", n)

    def at_most(self, n: int) -> str:
        return self.tr("up to %n files", "", n)
