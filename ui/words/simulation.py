"""A changed process on past requests, in words: whom it would have asked, and what really happened."""

from PySide6.QtCore import QLocale, QObject

from agentdesk.desk.plain import request_state
from agentdesk.desk.queries.processes import SimulatedRow, WouldAsk
from agentdesk.desk.queries.requests import RequestDetail, Step
from agentdesk.domain.values import Verdict
from ui.words.deciding import voice_of
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.requests import request_state_words
from ui.words.times import date

_LEVEL = QT_TRANSLATE_NOOP("Simulation", "{n}. {level}: {who}")
_NOBODY = QT_TRANSLATE_NOOP("Simulation", "nobody – it would stop here")
_TOO_FEW = QT_TRANSLATE_NOOP("Simulation", "too few ({names}) – it would stop here")
_PASSED = QT_TRANSLATE_NOOP("Simulation", "{name} passed it on {date}")
_REJECTED = QT_TRANSLATE_NOOP("Simulation", "{name} rejected it on {date}")
_WAITING = QT_TRANSLATE_NOOP("Simulation", "not decided")
_AND = QT_TRANSLATE_NOOP("Simulation", ", ")


class Counted(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def others(self, names: str, n: int) -> str:
        return self.tr("{names} and %n more", "", n).format(names=names) if n else names

    def stops(self, n: int, of: int) -> str:
        number = QLocale().toString
        if not n:
            return self.tr("All of the last %n request(s) would have found somebody at every level.", "", of)
        told = self.tr("Of the last {of} requests %n would have stopped at a level that nobody can pass.", "", n)
        return told.format(of=number(of))


def would_ask(row: SimulatedRow) -> str:
    """A line for each level of the changed process."""
    return "\n".join(
        say("Simulation", _LEVEL, {"n": n, "level": level.name, "who": _who(level)})
        for n, level in enumerate(row.levels, 1)
    )


def happened(real: RequestDetail) -> str:
    """A line for each level that it really had, then its state."""
    lines = [
        say("Simulation", _LEVEL, {"n": n, "level": step.stage.name, "who": _outcome(step)})
        for n, step in enumerate(real.steps, 1)
    ]
    return "\n".join((*lines, request_state_words(request_state(real.row))))


def _who(level: WouldAsk) -> str:
    names = Counted().others(say("Simulation", _AND).join(level.names), level.count - len(level.names))
    if level.enough:
        return names
    return say("Simulation", _TOO_FEW, {"names": names}) if level.count else say("Simulation", _NOBODY)


def _outcome(step: Step) -> str:
    told = []
    for one in step.decisions:
        words = _PASSED if one.verdict is Verdict.PASS else _REJECTED
        told.append(say("Simulation", words, {"name": voice_of(one, step), "date": date(one.at)}))
    return say("Simulation", _AND).join(told) or say("Simulation", _WAITING)
