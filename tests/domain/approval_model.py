"""How a request is approved once more, written from the acceptance rows alone: `decide()` is compared with it.

`yes` and `no` are what the rows say; `maybe` is where they leave it to the desk: it may refuse, but if it does it, so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

REACH = {  # of a level's role: where it may be held (CP-17, CP-18, CP-19)
    "project": {"project"},
    "domain": {"project", "domain"},
    "system": {"project", "domain", "elsewhere", "system"},
}
FAILURES_UNTIL_HELP = 3
"""So many failures, and an administrator may retry (CP-64)."""
Word = Literal["yes", "no", "maybe"]


@dataclass(frozen=True)
class Level:
    """Who decides, and how many of them must pass it; `any` is what a level is without a quorum (CP-61)."""

    people: frozenset[str] = frozenset()
    role: str = ""
    reach: str = "system"
    rule: str = "any"
    number: int = 0
    hands_on: bool = False


@dataclass(frozen=True)
class Chain:
    levels: tuple[Level, ...]
    own: bool = False
    """Whether an applicant may decide their own request."""


@dataclass
class World:
    """Who is there, who holds which role where, and who decides for whom from when until when."""

    now: int
    admins: frozenset[str] = frozenset({"admin"})
    gone: set[str] = field(default_factory=set)
    roles: set[tuple[str, str, str]] = field(default_factory=set)
    stand_ins: list[tuple[str, str, int, int]] = field(default_factory=list)


@dataclass
class Paper:
    """One request; its chain stays the one it started with (CP-25)."""

    applicant: str
    chain: Chain
    content: int = 0
    state: str = "in_approval"
    result: str = ""
    execution: str = "none"
    level: int = 1
    votes: dict[tuple[int, str], str] = field(default_factory=dict)
    handed: dict[int, Level] = field(default_factory=dict)
    blocked: bool = False
    failures: int = 0
    ended_by: dict[int, str] = field(default_factory=dict)
    """Whose vote ended a level."""
    asked: set[tuple[int, str]] = field(default_factory=set)
    """Who was to decide a level when it was last looked at."""

    def copied(self) -> "Paper":
        own = {"votes": dict(self.votes), "handed": dict(self.handed), "ended_by": dict(self.ended_by)}
        return replace(self, **own, asked=set(self.asked))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Wish:
    """`level` and `content` are what was seen; `whose` is for whom a delegate says it decides."""

    act: str
    level: int = 0
    content: int = 0
    words: bool = True
    whose: str = ""
    to: Level | None = None


def filed(applicant: str, chain: Chain, world: World) -> Paper:
    """A new request; a first level of nobody blocks at once."""
    paper = Paper(applicant, chain)
    settle(paper, world)
    return paper


def answer(paper: Paper, world: World, who: str, wish: Wish) -> tuple[Word, Paper]:
    """Whether somebody may do that now, and what the request is then."""
    after = paper.copied()
    word: Word = "no" if who in world.gone else ACTS[wish.act](after, world, who, wish)
    return word, paper if word == "no" else after


# --------------------------------------------------------------------------------------------- who decides


def approvers(paper: Paper, world: World) -> set[str]:
    """Of the open level, as people and roles are now: its role in its scope, and its persons (CP-15 to CP-20)."""
    level = paper.handed.get(paper.level) or paper.chain.levels[paper.level - 1]
    holders = {who for who, role, place in world.roles if role == level.role and place in REACH[level.reach]}
    own = set() if paper.chain.own else {paper.applicant}
    return (holders | level.people) - world.gone - own


def voters(paper: Paper) -> dict[str, str]:
    return {who: verdict for (level, who), verdict in paper.votes.items() if level == paper.level}


def wanted(paper: Paper, world: World) -> set[str]:
    """Whose pending list it is in (CP-54): a decided level is in nobody's (HZ-02)."""
    return approvers(paper, world) - set(voters(paper)) if paper.state == "in_approval" else set()


def voices(paper: Paper, world: World, who: str) -> set[str]:
    """Whose vote somebody may give: their own, and of those for whom they stand in and who have not (HZ-07)."""
    if who in world.gone or (who == paper.applicant and not paper.chain.own):
        return set()
    lent = {one for one, other, begins, ends in world.stand_ins if other == who and begins <= world.now < ends}
    return wanted(paper, world) & (lent | {who})


def sees(paper: Paper, world: World, who: str) -> Word:
    """The applicant, whoever decides or did, whoever was asked; no level before its turn (CP-54, CP-58 to CP-61)."""
    if who in world.gone:
        return "no"
    decided = {voter for _, voter in paper.votes}
    asked = {one for _, one in paper.asked} | decided
    if who in {paper.applicant, *world.admins} | decided | {one for level, one in paper.asked if level == paper.level}:
        return "yes"
    lent = {one for one, other, *_ in world.stand_ins if other == who}
    later_roles = who in wanted(paper, world)
    return "maybe" if who in asked or asked & lent or later_roles or lent & wanted(paper, world) else "no"


# --------------------------------------------------------------------------------------------- how it goes on


def settle(paper: Paper, world: World, last: str = "") -> None:
    """Looks at the open level: passed, refused because it cannot pass any more (HZ-01), blocked (HZ-04), or waiting."""
    if paper.state != "in_approval":
        return
    paper.asked |= {(paper.level, one) for one in approvers(paper, world)}
    verdicts = list(voters(paper).values())
    level, asked = paper.chain.levels[paper.level - 1], len(approvers(paper, world) | set(voters(paper)))
    passes, refusals = verdicts.count("pass"), verdicts.count("reject")
    paper.blocked = not refusals and _most(level, asked, asked) is False
    if passes and _most(level, passes, asked):
        _go_on(paper, world, last)
    elif refusals and (level.rule == "any" or not _most(level, asked - refusals, asked)):
        paper.ended_by[paper.level] = last
        paper.state, paper.result, paper.blocked = "completed", "rejected", False


def _most(level: Level, passes: int, asked: int) -> bool:
    """Whether so many passes of so many who are asked are enough: exactly the share is (HZ-01)."""
    needed = {"any": 1, "all": max(asked, 1), "count": level.number, "percent": level.number * asked / 100}[level.rule]
    return passes > 0 and passes >= needed


def _go_on(paper: Paper, world: World, last: str) -> None:
    paper.ended_by[paper.level] = last
    if paper.level < len(paper.chain.levels):
        paper.level += 1
        settle(paper, world)
    else:
        paper.state, paper.result, paper.execution, paper.blocked = "processing", "passed", "running", False


# --------------------------------------------------------------------------------------------- what people do


def _vote(paper: Paper, world: World, who: str, wish: Wish) -> Word:
    """It holds for the level and the content that were seen; one vote each; a Reject says why (CP-57)."""
    own = voices(paper, world, who)
    whose = wish.whose or min({who} & own or own, default="")
    seen = paper.state == "in_approval" and (wish.level, wish.content) == (paper.level, paper.content)
    if not seen or whose not in own or (wish.act == "reject" and not wish.words):
        return "no"
    paper.votes[paper.level, whose] = wish.act
    settle(paper, world, who)
    return "yes"


def _undo(paper: Paper, _: World, who: str, wish: Wish) -> Word:
    """Only what is incomplete, by its applicant, with a reason (CP-53); while it runs the desk may say: wait."""
    if who != paper.applicant or paper.state not in ("in_approval", "processing") or not wish.words:
        return "no"
    word: Word = "maybe" if paper.execution == "running" else "yes"
    paper.state, paper.blocked = "cancelled", False
    return word


def _modify(paper: Paper, world: World, who: str, wish: Wish) -> Word:
    """What nobody has decided (CP-66): a decision holds for what was seen."""
    if who != paper.applicant or paper.state != "in_approval" or paper.votes:
        return "no"
    paper.content = wish.content
    settle(paper, world)
    return "yes"


def _transfer(paper: Paper, world: World, who: str, wish: Wish) -> Word:
    """By somebody whose vote is wanted, where the level allows it (CP-65). To nobody it would block, never pass."""
    level = paper.chain.levels[paper.level - 1]
    seen = paper.state == "in_approval" and wish.level == paper.level
    assert wish.to is not None
    if not seen or not level.hands_on or not voices(paper, world, who):
        return "no"
    theirs = who in wanted(paper, world)  # or that of somebody for whom they stand in
    paper.handed[paper.level] = wish.to
    sure = theirs and wanted(paper, world) and not wish.to.people & world.gone
    settle(paper, world)
    return "yes" if sure else "maybe"


def _retry(paper: Paper, world: World, who: str, _: Wish) -> Word:
    helps = who in world.admins and paper.failures >= FAILURES_UNTIL_HELP
    if paper.execution != "failed" or paper.state != "processing" or not (who == paper.applicant or helps):
        return "no"
    paper.execution = "running"
    return "yes"


def _executed(paper: Paper, _: World, who: str, wish: Wish) -> Word:
    """Approved is not done (HZ-06): a failure leaves it open, and what answers twice is heard once."""
    if who != "system" or paper.execution != "running" or paper.state != "processing":
        return "no"
    failed = wish.act == "fail"
    paper.execution, paper.failures = ("failed" if failed else "succeeded"), paper.failures + failed
    paper.state = "processing" if failed else "completed"
    return "yes"


def _look(paper: Paper, world: World, who: str, wish: Wish) -> Word:
    """The system looks again who may decide; it finds something or nothing."""
    if who != "system" or paper.state != "in_approval" or wish.level != paper.level:
        return "no"
    settle(paper, world)
    return "maybe"


ACTS: dict[str, Callable[[Paper, World, str, Wish], Word]] = {
    "pass": _vote,
    "reject": _vote,
    "undo": _undo,
    "modify": _modify,
    "transfer": _transfer,
    "retry": _retry,
    "succeed": _executed,
    "fail": _executed,
    "look": _look,
    "answer twice": lambda *_: "no",
}
