"""How a problem becomes a story: who takes it, who answers when, and how far it has come by now."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from agentdesk.demo.content import Human, Line, Problem, people
from agentdesk.demo.story import Act
from agentdesk.demo.times import MINUTE, at_work
from agentdesk.demo.words import filled
from agentdesk.domain.values import Id, Instant


class Outcome(StrEnum):
    """How far a ticket has come."""

    NEW = "new"
    WORKING = "working"
    ANSWERED = "answered"
    ASKED_AGAIN = "asked again"
    SOLVED = "solved"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What is usual at a source: how its tickets end, and what its scheme knows besides replies."""

    ending: tuple[str, ...]
    rated: str = ""
    handle_again: bool = False
    dispatched: bool = False
    """A dispatcher gets every ticket first."""
    cancels: bool = True
    sets_priority: bool = True
    tags: bool = True
    last_word: bool = False
    """Nobody is asked for a verdict, so the requester's last word is a reply."""


WAYS: dict[Id, Way] = {
    "desk": Way(ending=("complete", "confirm"), rated="confirm"),
    "guance": Way(ending=("complete",), dispatched=True, sets_priority=False, tags=False, last_word=True),
    "qiankun": Way(ending=("complete", "confirm"), rated="confirm", sets_priority=False),
    "cloudpods": Way(ending=("end",), rated="end", handle_again=True, cancels=False),
    "reseller": Way(ending=("close", "rate"), rated="rate", cancels=False),
    "customer-hub": Way(ending=("end", "rate"), rated="rate", cancels=False),
}


UNTITLED = frozenset({"qiankun", "cloudpods"})
"""Sources whose form has no title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays in a story, and from which side the requester comes in."""

    source: Id
    requester: Human
    handler: Human
    helper: Human
    """A colleague who had the ticket first, or the dispatcher; the handler again where there is none."""
    channel: str
    outcome: Outcome
    priority: str = ""
    """What the handler sets it to, where the requester was not asked."""
    colleague: str = ""
    """Somebody of the requester's organisation who reads along."""
    urgent: bool = False
    """Nobody waits for Monday."""


@dataclass(frozen=True, slots=True)
class Turn:
    """An act without its time: so many minutes after the one before."""

    act: Act
    least: int
    most: int


def acts_of(problem: Problem, cast: Cast, end: Instant, dice: random.Random) -> tuple[Act, ...]:
    """What happened, the last of it at `end` or in the working hours before."""
    return _dated(list(_turns(problem, cast, dice)), cast, end, dice)


def _dated(turns: list[Turn], cast: Cast, end: Instant, dice: random.Random) -> tuple[Act, ...]:
    """Times from the last act backwards, each in its author's working hours."""
    acts: list[Act] = []
    at = end
    for turn in reversed(turns):
        at = at_work(at, people()[turn.act.by].zone, dice, weekends=cast.urgent)
        acts.append(replace(turn.act, at=at))
        at -= dice.randrange(turn.least * MINUTE, turn.most * MINUTE)
    return tuple(reversed(acts))


def _turns(problem: Problem, cast: Cast, dice: random.Random) -> Iterator[Turn]:
    speech = _Speech(problem.language, cast, dice)
    talk = list(with_small_talk(problem, dice))
    text = speech.opening(problem.subject, talk[0])
    yield _turn(cast.requester, _FIRST[cast.channel], (1, 2), text, talk[0].files)
    if cast.outcome is Outcome.CANCELLED:
        yield _turn(cast.requester, "cancel", (15, 900), dice.choice(_CHANGED_MIND[problem.language]))
    if cast.outcome in (Outcome.NEW, Outcome.CANCELLED):
        return
    yield from _taken(problem, cast, dice)
    yield from _talk(_as_far_as(talk[1:], cast.outcome, dice), cast, speech)
    if cast.outcome in (Outcome.SOLVED, Outcome.DONE):
        yield from _ended(problem, cast, dice)


_FIRST = {"desk": "submit", "email": "email"}


def _turn(human: Human, do: str, gap: tuple[int, int], text: str = "", files: tuple[str, ...] = ()) -> Turn:
    return Turn(Act(at=0, by=human.user, do=do, text=text, files=files), *gap)


def _with(turn: Turn, value: str, rating: int | None = None) -> Turn:
    return replace(turn, act=replace(turn.act, value=value, rating=rating))


# --------------------------------------------------------------------------------------- taking a ticket up


def _taken(problem: Problem, cast: Cast, dice: random.Random) -> Iterator[Turn]:
    way = WAYS[cast.source]
    passed_on = cast.helper != cast.handler
    if way.dispatched:
        if passed_on:
            yield _with(_turn(cast.helper, "forward", (3, 60)), cast.handler.user)
        yield _turn(cast.handler, "handle", (4, 120))
        return
    yield _turn(cast.helper, "handle", (4, 150))
    if passed_on:
        note = dice.choice(_HANDED_OVER[problem.language])
        yield _with(_turn(cast.helper, "forward", (5, 90), note), cast.handler.user)
    if way.sets_priority and cast.priority:
        yield _with(_turn(cast.handler, "priority", (1, 4)), cast.priority)
    if way.tags:
        yield from _tagged(problem, cast)
    if problem.link:
        yield _with(_turn(cast.handler, "link", (1, 8), problem.link[0]), problem.link[1])
    if cast.colleague:
        yield _with(_turn(cast.handler, "participant", (1, 6)), cast.colleague)


def _tagged(problem: Problem, cast: Cast) -> Iterator[Turn]:
    tags = f"{problem.tags} 中文" if problem.language == "zh" else problem.tags
    if tags:
        yield _with(_turn(cast.handler, "tags", (1, 5)), tags)


# ---------------------------------------------------------------------------------------------- to and fro


def _as_far_as(talk: list[Line], outcome: Outcome, dice: random.Random) -> list[Line]:
    """The part of the talk that has happened already."""
    if outcome is Outcome.WORKING:
        return [line for line in talk[:1] if line.who == "N"]
    wanted = {Outcome.ANSWERED: "S", Outcome.ASKED_AGAIN: "R"}.get(outcome)
    if wanted is None:
        return talk
    ends = [place for place, line in enumerate(talk, 1) if line.who == wanted]
    return talk[: dice.choice(ends)]


def with_small_talk(problem: Problem, dice: random.Random) -> Iterator[Line]:
    """The talk without the verdict; some people keep each other posted in between."""
    for number, line in enumerate(problem.lines):
        if line.who.startswith("C"):
            continue
        if number > 1 and line.who == "S" and dice.random() < _CHATTY:
            yield Line(who="S", text=dice.choice(_STILL_ON_IT[problem.language]))
        yield line
        if number and line.who == "S" and dice.random() < _CHATTY:
            yield Line(who="R", text=dice.choice(_WILL_TRY[problem.language]))


def comes_back(problem: Problem) -> bool:
    """Whether the requester writes again after an answer."""
    return any(line.who == "R" for line in problem.lines[1:])


def _talk(talk: list[Line], cast: Cast, speech: "_Speech") -> Iterator[Turn]:
    again = False
    for line in talk:
        if line.who == "R":
            again = WAYS[cast.source].handle_again
            yield _answer(line, cast)
        elif line.who == "N":
            yield _turn(cast.helper, "note", (3, 60), line.text, line.files)
        else:
            if again:
                yield _turn(cast.handler, "handle", (10, 200))
            again = False
            yield _turn(cast.handler, "reply", (15, 240), speech.reply(line), line.files)


def _answer(line: Line, cast: Cast) -> Turn:
    return _turn(cast.requester, "email" if cast.channel == "email" else "reply", (25, 1500), line.text, line.files)


# --------------------------------------------------------------------------------------------------- the end


def _ended(problem: Problem, cast: Cast, dice: random.Random) -> Iterator[Turn]:
    way = WAYS[cast.source]
    verdict = next((line for line in problem.lines if line.who.startswith("C")), None)
    text = verdict.text if verdict else ""
    rating = int(verdict.who[1]) - (dice.random() < _STRICT) if verdict else dice.choice((4, 5, 5))
    if way.last_word and text and cast.outcome is Outcome.DONE:
        yield _turn(cast.requester, "reply", (30, 1500), text)
    for do in way.ending:
        if do in ("complete", "close"):
            yield _turn(cast.handler, do, (2, 20))
        elif cast.outcome is Outcome.DONE and (do != "rate" or verdict):
            said = text if do == way.ending[-1] or not verdict else ""
            rated = rating if do == way.rated else None
            yield _with(_turn(cast.requester, do, (40, 2400), said), "", rated)


# ------------------------------------------------------------------------------------------------- manners


class _Speech:
    """Greetings and names around what is said, as people of this language write them."""

    def __init__(self, language: str, cast: Cast, dice: random.Random) -> None:
        self._language, self._cast, self._dice = language, cast, dice
        self._names = {"name": cast.requester.given_name, "agent": cast.handler.given_name}
        self._greeted = False

    def opening(self, subject: str, line: Line) -> str:
        """Where the form asks for no title, people begin with what it is about."""
        greeting = self._dice.choice(_OPENINGS[self._language])
        parts = [subject if self._cast.source in UNTITLED else greeting, filled(line.text, self._names)]
        if self._cast.channel == "email":
            parts.append(f"{_REGARDS[self._language]}\n{self._cast.requester.name}")
        return "\n\n".join(part for part in parts if part)

    def reply(self, line: Line) -> str:
        text = filled(line.text, self._names)
        if self._greeted:
            return text
        self._greeted = True
        return f"{_HELLO[self._language].format(name=self._cast.requester.name)}\n\n{text}"


_CHATTY, _STRICT = 0.17, 0.15
_STILL_ON_IT = {
    "en": (
        "A short note in between: I am still on it and have asked a colleague to look over my shoulder.",
        "This takes longer than I thought. You hear from me tomorrow morning at the latest.",
        "You are not forgotten. One more answer from a colleague is missing, then I can say more.",
    ),
    "de": (
        "Kurzer Zwischenstand: Ich bin noch dran und warte auf eine Messung von heute Nacht.",
        "Das dauert leider länger als gedacht. Morgen Vormittag melde ich mich wieder.",
    ),
    "zh": ("正在排查中，有进展会第一时间告知您。", "已经复现了您的问题，正在与研发同事确认原因。"),
}
_WILL_TRY = {
    "en": (
        "Thank you, we try that this afternoon and come back to you.",
        "That was quick. I pass it on to the people who can do it.",
        "Good, I will write again when I have seen it for a day.",
    ),
    "de": ("Danke, das probieren wir heute noch aus.", "Vielen Dank für die schnelle Antwort, ich gebe es weiter."),
    "zh": ("好的，我们先试一下，稍后反馈。", "收到，已转给同事处理。"),
}
_OPENINGS = {
    "en": ("Hello,", "Hi all,", "Good morning,", "", "", ""),
    "de": ("Guten Tag,", "Hallo zusammen,", "Guten Morgen,", "", ""),
    "zh": ("您好，", "你好，", "", "", "各位好，"),
}
_REGARDS = {"en": "Best regards", "de": "Mit freundlichen Grüßen", "zh": "谢谢！"}
_HELLO = {"en": "Hello {name},", "de": "Guten Tag {name},", "zh": "{name}，您好："}
_CHANGED_MIND = {
    "en": (
        "Found it myself, the setting was in the other project.",
        "Filed twice by mistake, please ignore this one.",
        "No longer needed, the customer moved the date.",
        "A colleague already asked you the same by phone.",
    ),
    "de": (
        "Hat sich erledigt, es lag an unserem Proxy.",
        "Versehentlich doppelt angelegt.",
        "Wir verschieben das auf das nächste Quartal.",
    ),
    "zh": ("已自行解决，是本地缓存的问题。", "重复提交，请忽略。", "需求有变，暂时不需要了。"),
}
_HANDED_OVER = {
    "en": (
        "Needs somebody who knows this part better than I do.",
        "You had the same customer last week, could you go on here?",
        "I am out from tomorrow, please take over.",
    ),
    "de": ("Das ist eher dein Gebiet, übernimmst du bitte?", "Ich bin ab morgen im Urlaub, bitte weitermachen."),
    "zh": ("这个问题你更熟悉，麻烦接手。", "我明天休假，请继续跟进。"),
}
