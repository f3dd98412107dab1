"""Who has which problem when: the problems of the content dealt out to people, sources and days."""

import random
from collections.abc import Iterator

from agentdesk.demo.content import Human, Problem, handlers, people, problems, read, requesters
from agentdesk.demo.flow import UNTITLED, WAYS, Cast, Outcome, acts_of, comes_back
from agentdesk.demo.seed import chance
from agentdesk.demo.story import Story
from agentdesk.demo.times import HOUR, MINUTE, span
from agentdesk.domain.values import DAY, Id, Instant, Priority

_HUB, _HUB_ORGANISATION = "customer-hub", "Albers & Brandt"
_DISPATCHER = "ines.falk"
_LATELY, _HISTORY = 14, 530
_FRESH = 4.0
_HANDED_ON, _READS_ALONG, _BY_LETTER, _NO_CONTACT, _BY_MOBILE = 0.12, 0.1, 0.28, 0.6, 0.5
_TYPED = frozenset({"desk", "guance", "reseller"})
_ASKS_PRIORITY = frozenset({"cloudpods"})
_WAITS_FOR_US = frozenset({Outcome.NEW, Outcome.WORKING, Outcome.ASKED_AGAIN})
_OPEN_IS_OPEN = frozenset({"customer-hub", "guance"})
"""Where every open ticket waits for support, whoever wrote last."""

# People whose lists the pictures show: what they have open is told word by word elsewhere.
_OWN_STORIES = frozenset({"noah.okafor"})
_OWN_PENDING = frozenset({"mara.lindt"})

_WEIGHTS: dict[str, dict[Outcome, int]] = {
    "fresh": {
        Outcome.DONE: 30,
        Outcome.ANSWERED: 24,
        Outcome.ASKED_AGAIN: 16,
        Outcome.WORKING: 12,
        Outcome.SOLVED: 10,
        Outcome.CANCELLED: 6,
    },
    "recent": {
        Outcome.DONE: 68,
        Outcome.ANSWERED: 10,
        Outcome.SOLVED: 9,
        Outcome.CANCELLED: 7,
        Outcome.ASKED_AGAIN: 4,
        Outcome.WORKING: 2,
    },
    "old": {Outcome.DONE: 90, Outcome.CANCELLED: 10},
}


def planned(now: Instant) -> Iterator[Story]:
    """The stories made of problems, one for each case."""
    for problem in problems():
        yield _story(problem, now, chance(problem.key))


def _story(problem: Problem, now: Instant, dice: random.Random) -> Story:
    source = problem.sources[0]
    age = span(problem.queue) if problem.queue else _age(source, dice)
    cast = _cast(problem, age, dice)
    contact, hours = _contact(cast, dice)
    return Story(
        key=problem.key,
        source=source,
        requester=cast.requester.user,
        requester_name=cast.requester.name,
        requester_address=cast.requester.email,
        subject=_subject(problem, cast),
        type=problem.type if source in _TYPED else "",
        service=_service(problem, source, dice),
        priority=_asked_priority(problem, source),
        contact=contact,
        contact_hours=hours,
        business=_business(cast, dice),
        acts=acts_of(problem, cast, now - age, dice),
    )


def _age(source: Id, dice: random.Random) -> Instant:
    """How long ago the last thing happened: mostly lately, at the hub mostly in its long history."""
    lately = 0.3 if source == _HUB else 0.76
    if dice.random() < lately:
        return int(dice.uniform(0.01, 1) ** 1.5 * _LATELY * DAY) + 15 * MINUTE
    return int(dice.uniform(_LATELY, _HISTORY) * DAY)


def _outcome(problem: Problem, source: Id, age: Instant, dice: random.Random) -> Outcome:
    stage = "fresh" if age < _FRESH * DAY else "recent" if age < _LATELY * DAY else "old"
    weights = _WEIGHTS[stage]
    found = dice.choices(list(weights), weights=list(weights.values()))[0]
    return _possible(found, problem, source, age)


def _possible(outcome: Outcome, problem: Problem, source: Id, age: Instant) -> Outcome:
    """What the source's scheme and the problem's talk allow."""
    if outcome is Outcome.CANCELLED and not WAYS[source].cancels:
        return Outcome.DONE
    if outcome is Outcome.ASKED_AGAIN and not comes_back(problem):
        return Outcome.WORKING
    if outcome is Outcome.SOLVED and WAYS[source].ending[0] != "complete":
        return Outcome.ANSWERED if age < 2 * DAY else Outcome.DONE
    if outcome is Outcome.SOLVED and WAYS[source].last_word:
        return Outcome.DONE
    # Cloudpods closes by itself after three days, so nothing older waits for its user there.
    if outcome is Outcome.ANSWERED and source == "cloudpods" and age > 30 * HOUR:
        return Outcome.DONE
    return outcome


# -------------------------------------------------------------------------------------------------- the cast


def _cast(problem: Problem, age: Instant, dice: random.Random) -> Cast:
    source = problem.sources[0]
    outcome = Outcome.NEW if problem.queue else _outcome(problem, source, age, dice)
    requester = people()[problem.by] if problem.by else _requester(problem, dice)
    handler = _handler(problem, outcome, dice)
    return Cast(
        source=source,
        requester=requester,
        handler=handler,
        helper=_helper(problem, handler, dice),
        channel=_channel(problem, dice),
        outcome=outcome,
        priority=_set_priority(problem, dice),
        colleague=_colleague(requester, dice),
        urgent=age < 3 * DAY,
    )


def _requester(problem: Problem, dice: random.Random) -> Human:
    if problem.sources[0] == _HUB:
        return dice.choice(requesters("", _HUB_ORGANISATION))
    found = requesters(problem.language)
    apart = {human.user for human in requesters("", _HUB_ORGANISATION)} | _OWN_STORIES
    return dice.choice([human for human in found if human.user not in apart])


def _handler(problem: Problem, outcome: Outcome, dice: random.Random) -> Human:
    source = problem.sources[0]
    found = handlers(source)
    waits = outcome in _WAITS_FOR_US or (source in _OPEN_IS_OPEN and outcome is not Outcome.DONE)
    if waits:
        found = [human for human in found if human.user not in _OWN_PENDING]
    speaking = [human for human in found if human.language == problem.language]
    return dice.choice(found + speaking * 2)


def _helper(problem: Problem, handler: Human, dice: random.Random) -> Human:
    """Who had it first: the dispatcher, or one time in eight a colleague."""
    source = problem.sources[0]
    if WAYS[source].dispatched:
        return people()[_DISPATCHER]
    others = [human for human in handlers(source) if human != handler]
    return dice.choice(others) if dice.random() < _HANDED_ON else handler


def _set_priority(problem: Problem, dice: random.Random) -> str:
    """What the handler finds it to be, unless the form has asked already."""
    if problem.sources[0] in _ASKS_PRIORITY:
        return ""
    usual = dice.choice(("", "minor", "minor", "moderate"))
    return usual if problem.priority is Priority.NONE else problem.priority


def _colleague(requester: Human, dice: random.Random) -> str:
    others = [human.user for human in requesters("", requester.domain) if human != requester]
    return dice.choice(others) if others and dice.random() < _READS_ALONG else ""


def _channel(problem: Problem, dice: random.Random) -> str:
    """Letters come in at the hub and sometimes at the desk; calls are told among the extras."""
    source = problem.sources[0]
    if source == _HUB:
        return "email"
    if source == "desk" and not problem.queue and dice.random() < _BY_LETTER:
        return "email"
    return "desk"


# ------------------------------------------------------------------------------------------------- the form


def _subject(problem: Problem, cast: Cast) -> str:
    """Forms without a title take the first line of what was written."""
    return problem.subject if cast.source not in UNTITLED else ""


def _service(problem: Problem, source: Id, dice: random.Random) -> str:
    offered = next(row["services"] for row in read("setup")["source"] if row["id"] == source)
    if problem.service in offered or not offered:
        return problem.service if problem.service in offered else ""
    return str(dice.choice(offered)) if source == "qiankun" else ""


def _asked_priority(problem: Problem, source: Id) -> Priority:
    """Cloudpods asks the requester; elsewhere the handler decides."""
    if source not in _ASKS_PRIORITY:
        return Priority.NONE
    return problem.priority if problem.priority is not Priority.NONE else Priority.MINOR


def _contact(cast: Cast, dice: random.Random) -> tuple[str, str]:
    """An address, or a mobile number with the hours in which it may ring."""
    if cast.source != "qiankun" and dice.random() < _NO_CONTACT:
        return "", ""
    if dice.random() < _BY_MOBILE:
        return cast.requester.mobile, dice.choice(("09:00–18:00", "08:00–17:00", "10:00–20:00"))
    return cast.requester.email, ""


def _business(cast: Cast, dice: random.Random) -> tuple[str, str, str]:
    """Which server a reseller's member writes about."""
    if cast.source != "reseller":
        return "", "", ""
    number = dice.randrange(100_000, 999_999)
    kind = dice.choice(("云服务器", "云服务器", "虚拟主机", "域名"))
    return f"ecs-{number}", f"203.0.113.{number % 250 + 2}", kind
