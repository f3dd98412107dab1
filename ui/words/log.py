"""The operation log in words: what was done, to what, and what came of it."""

from agentdesk.desk.plain import iso
from agentdesk.desk.queries.rows import LogRow
from agentdesk.domain.values import ProcessKind
from ui.words.names import command
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.refusals import SENTENCES, refusal
from ui.words.requests import request_kind

COLUMNS = {
    "at": QT_TRANSLATE_NOOP("Log", "Time"),
    "actor": QT_TRANSLATE_NOOP("Log", "User name"),
    "name": QT_TRANSLATE_NOOP("Log", "Who"),
    "action": QT_TRANSLATE_NOOP("Log", "Action"),
    "object": QT_TRANSLATE_NOOP("Log", "Object"),
    "result": QT_TRANSLATE_NOOP("Log", "Result"),
    "command": QT_TRANSLATE_NOOP("Log", "Command"),
    "kind": QT_TRANSLATE_NOOP("Log", "Kind of object"),
    "root": QT_TRANSLATE_NOOP("Log", "Id of the object"),
    "details": QT_TRANSLATE_NOOP("Log", "Details"),
    "sealed": QT_TRANSLATE_NOOP("Log", "Sealed"),
    "id": QT_TRANSLATE_NOOP("Log", "Id"),
}
"""What an export may hold, by key."""
_SYSTEM = QT_TRANSLATE_NOOP("Log", "System")
_OK = QT_TRANSLATE_NOOP("Log", "OK")
_FAILED = QT_TRANSLATE_NOOP("Log", "Failed: {why}")
_OBJECT = QT_TRANSLATE_NOOP("Log", "{number} {name}")


def column(key: str) -> str:
    return say("Log", COLUMNS[key])


def actor(row: LogRow) -> str:
    if row.actor == "system":
        return say("Log", _SYSTEM)
    return row.actor_name or row.actor


def action(row: LogRow) -> str:
    return command(row.command)


def thing(row: LogRow) -> str:
    """WF-3107 Host application"""
    name = request_kind(ProcessKind(row.kind)) if row.kind else row.name
    if row.number and name:
        return say("Log", _OBJECT, {"number": row.number, "name": name})
    return row.number or name or row.root_kind.replace("_", " ")


def has_failed(row: LogRow) -> bool:
    return bool(row.data.get("failure_to"))


def result(row: LogRow) -> str:
    why = row.data.get("failure_to", "")
    if not why:
        return say("Log", _OK)
    return say("Log", _FAILED, {"why": refusal(why) if why in SENTENCES else why})


def details(row: LogRow) -> str:
    return " ".join(f"{name}={value}" for name, value in row.data.items())


def record(row: LogRow) -> dict[str, object]:
    """A line of an export, by the keys of COLUMNS."""
    return {
        "at": iso(row.at), "actor": row.actor, "name": actor(row), "action": action(row), "object": thing(row),
        "result": result(row), "command": row.command, "kind": row.root_kind, "root": row.root,
        "details": details(row), "sealed": row.sealed, "id": row.id,
    }  # fmt: skip
