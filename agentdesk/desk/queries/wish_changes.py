"""What of a request is another than it was: since somebody decided on it, or by a change."""

import json
from collections.abc import Mapping
from typing import Any

from agentdesk.desk.queries.base import View
from agentdesk.desk.queries.rows import WishChange
from agentdesk.domain.commands import Command, PassStage, RejectStage
from agentdesk.domain.entities import Request
from agentdesk.domain.reader import fetch
from agentdesk.domain.wishes import kept

_KINDS = {"project": "project", "domain": "domain"}


def changes_since(view: View, command: Command, seen: str) -> tuple[WishChange, ...]:
    """`seen` is what it asked for at that time (JSON), or nothing. Nothing, too, of a request that is not here now."""
    if not seen or not isinstance(command, PassStage | RejectStage):
        return ()
    request = fetch(view.rows, Request, command.request)
    if request is None:
        return ()
    return changes_between(view, json.loads(seen), json.loads(json.dumps(kept(request))))


def changes_between(view: View, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[WishChange, ...]:
    """Of the fields that both have."""
    return tuple(
        WishChange(name, _told(view, name, before[name]), _told(view, name, after[name]))
        for name in after
        if name in before and before[name] != after[name]
    )


def _told(view: View, name: str, value: Any) -> str | int:
    """Things by their names, all else as it is."""
    if name == "hosts":
        return ", ".join(_name(view, "resource", host) for host in value)
    if name in _KINDS:
        return _name(view, _KINDS[name], value) if value else ""
    return value if isinstance(value, int) else str(value or "")


def _name(view: View, kind: str, id: str) -> str:
    thing = view.rows.get(kind, id)
    return str(thing.name) if thing is not None else ""
