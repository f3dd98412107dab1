"""Setting up processes in words: what begins and ends a chain, whom a level reaches, and where it would stop."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QLocale, QObject

from agentdesk.desk.queries.processes import LevelReach, ProcessRow
from agentdesk.domain.commands import StageForm
from agentdesk.domain.quorum import needed
from agentdesk.domain.values import ProcessKind, ScopeKind, StageRule
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.requests import role_name

BEGINNINGS: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Processes", "Someone requests a host"),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Processes", "Someone asks for other sizes of a host"),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Processes", "Someone asks for hosts to be deleted"),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Processes", "Someone wants to join a project"),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Processes", "Someone asks for another project quota"),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Processes", "Someone asks for another domain quota"),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP("Processes", "Someone asks for technical support"),
    }
)
ENDINGS: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Processes", "The host is created automatically"),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Processes", "The host is changed automatically"),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Processes", "The hosts are moved to the trash automatically"),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Processes", "The applicant becomes a member of the project"),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP("Processes", "The project quota is changed automatically"),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP("Processes", "The domain quota is changed automatically"),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP("Processes", "They handle the ticket until it is solved"),
    }
)
DIRECT: Mapping[ProcessKind, str] = MappingProxyType(
    {
        ProcessKind.HOST_CREATE: QT_TRANSLATE_NOOP("Processes", "Whoever may create hosts creates them at once."),
        ProcessKind.HOST_CHANGE: QT_TRANSLATE_NOOP("Processes", "Whoever may change hosts changes them at once."),
        ProcessKind.HOST_DELETE: QT_TRANSLATE_NOOP("Processes", "Whoever may delete hosts deletes them at once."),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP(
            "Processes", "Nobody can ask to join a project any more; administrators add members."
        ),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP(
            "Processes", "Whoever may change project quotas changes them at once; members can no longer ask for it."
        ),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP(
            "Processes", "Whoever may change domain quotas changes them at once; others can no longer ask for it."
        ),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP(
            "Processes", "Technical support can no longer be requested in this way."
        ),
    }
)
"""What happens while the process is disabled (CP-24, CP-69)."""
GATED = QT_TRANSLATE_NOOP(
    "Processes", "From now on each request waits for its levels, also those of administrators, and runs after the last."
)
GATED_SUPPORT = QT_TRANSLATE_NOOP("Processes", "From now on the level decides who may handle such a ticket.")
_HOSTS = (ProcessKind.HOST_CREATE, ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE)
_IN_PROJECT: Mapping[ProcessKind, str] = MappingProxyType(
    {
        **dict.fromkeys(
            _HOSTS, QT_TRANSLATE_NOOP("Processes", "People with this role in the project the host belongs to")
        ),
        ProcessKind.PROJECT_QUOTA: QT_TRANSLATE_NOOP(
            "Processes", "People with this role in the project whose quota it is"
        ),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP(
            "Processes", "People with this role in the project of whoever asks"
        ),
    }
)
_IN_DOMAIN: Mapping[ProcessKind, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (*_HOSTS, ProcessKind.PROJECT_QUOTA),
            QT_TRANSLATE_NOOP("Processes", "People with this role in the project's domain"),
        ),
        ProcessKind.DOMAIN_QUOTA: QT_TRANSLATE_NOOP(
            "Processes", "People with this role in the domain whose quota it is"
        ),
        ProcessKind.JOIN_PROJECT: QT_TRANSLATE_NOOP("Processes", "People with this role in the applicant's domain"),
        ProcessKind.TECHNICAL_SUPPORT: QT_TRANSLATE_NOOP(
            "Processes", "People with this role in the domain of whoever asks"
        ),
    }
)
_ANYWHERE = QT_TRANSLATE_NOOP("Processes", "People with this role anywhere")
RULES: Mapping[StageRule, str] = MappingProxyType(
    {
        StageRule.ANY: QT_TRANSLATE_NOOP("Processes", "Any one passes it"),
        StageRule.ALL: QT_TRANSLATE_NOOP("Processes", "All must pass it"),
        StageRule.COUNT: QT_TRANSLATE_NOOP("Processes", "So many must pass it"),
        StageRule.PERCENT: QT_TRANSLATE_NOOP("Processes", "So many percent must pass it"),
    }
)
SCOPES: Mapping[ScopeKind, str] = MappingProxyType(
    {
        ScopeKind.PROJECT: QT_TRANSLATE_NOOP("Processes", "Project"),
        ScopeKind.DOMAIN: QT_TRANSLATE_NOOP("Processes", "Domain"),
        ScopeKind.SYSTEM: QT_TRANSLATE_NOOP("Processes", "Global"),
    }
)
STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "enabled": ("done", QT_TRANSLATE_NOOP("Processes", "Enabled")),
        "disabled": ("cancelled", QT_TRANSLATE_NOOP("Processes", "Disabled")),
        "none": ("new", QT_TRANSLATE_NOOP("Processes", "Not set up")),
    }
)
"""What the chip of a process says, with the kind of state whose glyph and hue it has."""
_NOT_HELD = QT_TRANSLATE_NOOP("Processes", "Nobody holds the role “{role}” any more.")
_DISABLED_ONE = QT_TRANSLATE_NOOP("Processes", "The account of {name} is disabled.")
_DISABLED_MANY = QT_TRANSLATE_NOOP("Processes", "These accounts are disabled: {names}.")
_NOBODY = QT_TRANSLATE_NOOP("Processes", "Nobody matches.")
_STOPS = QT_TRANSLATE_NOOP("Processes", "{why} Requests would stop here.")
_MATCH = QT_TRANSLATE_NOOP("Processes", "{whom} · {match}")
_OF = QT_TRANSLATE_NOOP("Processes", "{role} ({scope})")
_AND = QT_TRANSLATE_NOOP("Processes", ", ")
_NONE = QT_TRANSLATE_NOOP("Processes", "Nobody set one up yet")


class Counted(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def match(self, n: int) -> str:
        return self.tr("%n match", "", n)

    def can_decide(self, n: int) -> str:
        return self.tr("%n can decide", "", n)

    def levels(self, n: int) -> str:
        return self.tr("%n level(s)", "", n)

    def version(self, n: int) -> str:
        return self.tr("version {n}").format(n=QLocale().toString(n))

    def keep(self, n: int) -> str:
        return self.tr("%n open request(s) keep the chain they started with.", "", n)

    def short(self, n: int, names: str, *, projects: bool) -> str:
        if projects:
            told = self.tr("In %n project(s) too few match: {names}. Requests from there would stop here.", "", n)
        else:
            told = self.tr("In %n domain(s) too few match: {names}. Requests from there would stop here.", "", n)
        return told.format(names=names)

    def too_few(self, n: int, least: int) -> str:
        return self.tr("Only %n can decide, but {least} must pass.", "", n).format(least=QLocale().toString(least))

    def others(self, names: str, n: int) -> str:
        return self.tr("{names} and %n more", "", n).format(names=names) if n else names

    def blocked(self, n: int) -> str:
        return self.tr("%n request(s) wait at a level that nobody can pass.", "", n)

    def most(self, n: int, most: int) -> str:
        return self.tr("{n} of at most {most}").format(n=QLocale().toString(n), most=QLocale().toString(most))


def state_words(state: str) -> str:
    return say("Processes", STATES[state][1])


def scope_name(scope: ScopeKind) -> str:
    return say("Processes", SCOPES[scope])


def rule_name(rule: StageRule) -> str:
    return say("Processes", RULES[rule])


def beginning(kind: ProcessKind) -> str:
    return say("Processes", BEGINNINGS[kind])


def ending(kind: ProcessKind) -> str:
    """What follows the last level."""
    return say("Processes", ENDINGS[kind])


def process_state(row: ProcessRow) -> str:
    """A key of `STATES`."""
    if row.process is None:
        return "none"
    return "enabled" if row.process.enabled else "disabled"


def process_line(row: ProcessRow) -> str:
    """Under the name in the list: levels and version."""
    if row.process is None:
        return say("Processes", _NONE)
    counted = Counted()
    parts = [counted.levels(row.process.stages), counted.version(row.process.version)]
    return " · ".join(parts)


def consequence(kind: ProcessKind, *, enable: bool) -> str:
    if not enable:
        return say("Processes", DIRECT[kind])
    return say("Processes", GATED if kind.is_request else GATED_SUPPORT)


def whom(form: StageForm, kind: ProcessKind, reach: LevelReach | None) -> str:
    """Whom a level asks, and how many that are."""
    counted = Counted()
    if not form.role:
        return counted.can_decide(reach.count) if reach is not None and reach.count else ""
    told = _scope_sentence(form.scope, kind)
    return say("Processes", _MATCH, {"whom": told, "match": counted.match(reach.count)}) if reach is not None else told


def warning(form: StageForm, kind: ProcessKind, reach: LevelReach | None) -> str:
    """Why requests would stop at a level, or whom it names in vain; empty: all is well (HZ-04)."""
    if reach is None or not (form.role or form.persons):
        return ""
    why = _vain(form, reach)
    if not reach.short:
        return why
    if reach.short < reach.places:
        projects = form.scope is ScopeKind.PROJECT and kind.has_project
        named = say("Processes", _AND).join(reach.short_names)
        names = Counted().others(named, reach.short - len(reach.short_names))
        return f"{why} {Counted().short(reach.short, names, projects=projects)}".strip()
    return say("Processes", _STOPS, {"why": why or _too_few(form, reach)})


def level_whom(role: str, scope: ScopeKind, people: Sequence[str]) -> str:
    """For the details: the role with its scope, and the named persons."""
    parts = list(people)
    if role:
        named = scope_name(scope) if scope in SCOPES else scope
        parts.insert(0, say("Processes", _OF, {"role": role_name(role), "scope": named}))
    return say("Processes", _AND).join(parts)


def _scope_sentence(scope: ScopeKind, kind: ProcessKind) -> str:
    if scope is ScopeKind.PROJECT and kind in _IN_PROJECT:
        return say("Processes", _IN_PROJECT[kind])
    return say("Processes", _IN_DOMAIN[kind] if scope is ScopeKind.DOMAIN else _ANYWHERE)


def _vain(form: StageForm, reach: LevelReach) -> str:
    """What of it names nobody."""
    parts = []
    if not reach.held:
        parts.append(say("Processes", _NOT_HELD, {"role": role_name(form.role)}))
    if len(reach.disabled) == 1:
        parts.append(say("Processes", _DISABLED_ONE, {"name": reach.disabled[0]}))
    elif reach.disabled:
        parts.append(say("Processes", _DISABLED_MANY, {"names": say("Processes", _AND).join(reach.disabled)}))
    return " ".join(parts)


def _too_few(form: StageForm, reach: LevelReach) -> str:
    least = needed(form.rule, form.number, reach.count)
    if reach.count and least > reach.count:
        return Counted().too_few(reach.count, least)
    return say("Processes", _NOBODY)
