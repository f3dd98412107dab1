"""What of a request is another now, in one line: 8 vCPU → 16 vCPU, name: db-03 → db-04."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from agentdesk.desk.queries.rows import WishChange
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.requests import BILLING, DOMAIN, HOSTS, IMAGE, NAME, NETWORK, ROLE, UNTIL, joined, size_words
from ui.words.times import date

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "name": NAME, "image": IMAGE, "network": NETWORK, "billing": BILLING, "until": UNTIL, "hosts": HOSTS,
        "role": ROLE, "domain": DOMAIN, "project": QT_TRANSLATE_NOOP("Requests", "Project"),
        "count": QT_TRANSLATE_NOOP("Requests", "Number of hosts"),
    }
)  # fmt: skip
_MOVED = QT_TRANSLATE_NOOP("Requests", "{before} → {after}")
_NAMED = QT_TRANSLATE_NOOP("Requests", "{name}: {change}")
_NOTHING = "–"


def changed_wish(changes: Iterable[WishChange]) -> str:
    return joined(_change(one) for one in changes)


def _change(one: WishChange) -> str:
    values = {"before": _value(one.name, one.before), "after": _value(one.name, one.after)}
    moved = say("Requests", _MOVED, values)
    if one.name not in _LABELS:
        return moved
    return say("Requests", _NAMED, {"name": say("Requests", _LABELS[one.name]), "change": moved})


def _value(name: str, value: str | int) -> str:
    if not value:
        return _NOTHING
    if name == "until":
        return date(int(value))
    return str(value) if name in _LABELS else size_words(name, int(value))
