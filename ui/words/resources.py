"""The inventory in words: quotas and what is used of them, hosts, and who belongs to a project."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLocale, QObject

from agentdesk.desk.queries.resources import HostLine, Member, OwnerLine, Use
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.requests import role_name, sizes_of
from ui.words.times import date

SIZE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "vcpus": QT_TRANSLATE_NOOP("Resources", "vCPU"),
        "memory_gib": QT_TRANSLATE_NOOP("Resources", "Memory"),
        "disk_gib": QT_TRANSLATE_NOOP("Resources", "Disk"),
    }
)
STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "unlimited": ("new", QT_TRANSLATE_NOOP("Resources", "No quota")),
        "free": ("done", QT_TRANSLATE_NOOP("Resources", "{percent} % used")),
        "scarce": ("conflict", QT_TRANSLATE_NOOP("Resources", "{percent} % used")),
        "full": ("failed", QT_TRANSLATE_NOOP("Resources", "{percent} % used")),
        "running": ("done", QT_TRANSLATE_NOOP("Resources", "Running")),
        "trashed": ("cancelled", QT_TRANSLATE_NOOP("Resources", "In the trash")),
    }
)
"""What a chip says, with the kind of state whose glyph and hue it has."""
_OF_NUMBER = QT_TRANSLATE_NOOP("Resources", "{used} of {limit}")
_OF_GIB = QT_TRANSLATE_NOOP("Resources", "{used} of {limit} GiB")
_NUMBER = QT_TRANSLATE_NOOP("Resources", "{used}, no limit")
_GIB = QT_TRANSLATE_NOOP("Resources", "{used} GiB, no limit")
_DOMAIN = QT_TRANSLATE_NOOP("Resources", "Domain")
_PROJECT_OF = QT_TRANSLATE_NOOP("Resources", "Project of {domain}")
_AND = QT_TRANSLATE_NOOP("Resources", ", ")
_SCARCE, _FULL = 80, 100


class Counted(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def hosts(self, n: int) -> str:
        return self.tr("%n host(s)", "", n)

    def trashed(self, n: int) -> str:
        return self.tr("%n in the trash", "", n)

    def chosen(self, n: int) -> str:
        return self.tr("%n host(s) chosen", "", n)

    def too_many(self, most: int) -> str:
        return self.tr("At most %n host(s) go into one request. Choose fewer.", "", most)


def level_of(percent: int) -> str:
    """How full: `free`, `scarce` or `full`."""
    return "full" if percent >= _FULL else "scarce" if percent >= _SCARCE else "free"


def owner_state(line: OwnerLine) -> str:
    """A key of STATES, by what is fullest."""
    return level_of(line.fullest.percent) if line.limited else "unlimited"


def state_words(state: str, percent: int = 0) -> str:
    return say("Resources", STATES[state][1], {"percent": QLocale().toString(percent)})


def owner_kind(line: OwnerLine) -> str:
    return say("Resources", _PROJECT_OF, {"domain": line.domain}) if line.domain else say("Resources", _DOMAIN)


def owner_told(line: OwnerLine) -> str:
    """Project of Data, 8 hosts, 1 in the trash"""
    counted = Counted()
    parts = [owner_kind(line), counted.hosts(line.hosts)]
    if line.trashed:
        parts.append(counted.trashed(line.trashed))
    return say("Resources", _AND).join(parts)


def use_name(use: Use) -> str:
    return say("Resources", SIZE_NAMES[use.size])


def use_words(use: Use) -> str:
    """466 of 512 GiB"""
    number = QLocale().toString
    plain = use.size == "vcpus"
    if not use.limit:
        return say("Resources", _NUMBER if plain else _GIB, {"used": number(use.used)})
    values = {"used": number(use.used), "limit": number(use.limit)}
    return say("Resources", _OF_NUMBER if plain else _OF_GIB, values)


def host_sizes(host: HostLine) -> str:
    return sizes_of(host)


def host_when(host: HostLine) -> str:
    """Since when it is what it is."""
    return date(host.created if host.trashed is None else host.trashed)


def member_roles(member: Member) -> str:
    return say("Resources", _AND).join(role_name(role) for role in member.roles)
