"""Requests are approved as a second, small telling of the acceptance rows says, whoever does what in between."""

from collections.abc import Iterator
from itertools import product
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from agentdesk.domain.values import HOUR, Id
from tests.builders import SECOND
from tests.domain.approval_double import APPROVERS, PEOPLE, PLACES, Double
from tests.domain.approval_model import REACH, Chain, Level, Paper, Wish, answer, voices, voters, wanted

Way = tuple[str, ...]
QUORUMS = (
    *(("any", 0), ("all", 0)),
    *(("count", number) for number in range(1, 9)),
    *(("percent", number) for number in (1, 30, 33, 34, 50, 51, 66, 67, 99, 100)),
)
NOBODY = Level(role="vacant")


def level(*people: str, rule: str = "any", number: int = 0, **fields: Any) -> Level:
    return Level(frozenset(people), rule=rule, number=number, **fields)


# --------------------------------------------------------------------------------------------- every order of votes


@pytest.mark.rule("HZ-01", "HZ-02", "HZ-04", "CP-57", "CP-61")
@pytest.mark.parametrize(("rule", "number"), QUORUMS)
def test_one_to_seven_approvers_settle_a_level_in_every_order(rule: str, number: int) -> None:
    for people in range(1, len(APPROVERS) + 1):
        double = Double(Chain((level(*APPROVERS[:people], rule=rule, number=number), level("stranger"))))
        request = double.file("noah")
        _every_order(double, request, set() if people > 3 else None)


def _every_order(double: Double, request: Id, known: set[object] | None) -> None:
    """Who votes next makes a difference up to three approvers; of more, only how many have said what (`known`)."""
    paper = double.papers[request]
    left = sorted(wanted(paper, double.world))
    if paper.level > 1 or not left:
        return
    tally = tuple(sorted(paper.votes.values()))
    if known is not None and tally in known:
        return
    if known is not None:
        known.add(tally)
        left = left[:1]
    for who, verdict in product(left, ("pass", "reject")):
        twin = double.copied()
        assert twin.attempt(request, who, Wish(verdict, paper.level, paper.content))
        _every_order(twin, request, known)


# --------------------------------------------------------------------------------------------- every way


def _votes() -> Iterator[Way]:
    for quorum, last in product(("any", "all", "count", "percent"), ("earlier", "last")):
        yield "in_approval", last, "pass", quorum, _onward(last)
        yield "in_approval", last, "reject", quorum, "completed rejected"
        if quorum != "any":
            yield "in_approval", last, "pass", quorum, "in_approval"
        if quorum in ("count", "percent"):
            yield "in_approval", last, "reject", quorum, "in_approval"
    for last in ("earlier", "last"):
        yield "blocked", last, "pass", "count", "blocked"
        yield "blocked", last, "reject", "count", "completed rejected"
        yield "blocked", last, "pass", "count", _onward(last)
    yield "in_approval", "earlier", "pass", "any", "on blocked"  # a level of nobody never passes by itself


def _onward(last: str) -> str:
    return "on in_approval" if last == "earlier" else "processing passed running"


def _others() -> Iterator[Way]:
    for place, act, following in (
        ("in_approval", "undo", "cancelled"),
        ("blocked", "undo", "cancelled"),
        ("in_approval", "transfer", "in_approval"),
        ("in_approval", "transfer", "blocked"),
        ("in_approval", "look", "in_approval"),
        ("in_approval", "look", "blocked"),
        ("blocked", "look", "in_approval"),
        ("in_approval", "look", "completed rejected"),
    ):
        yield from ((place, last, act, "", following) for last in ("earlier", "last"))
    yield "in_approval", "earlier", "look", "", "on in_approval"
    yield "in_approval", "last", "look", "", "processing passed running"
    yield from ((place, "earlier", "modify", "", place) for place in ("in_approval", "blocked"))
    yield "processing passed running", "last", "succeed", "", "completed passed succeeded"
    yield "processing passed running", "last", "fail", "", "processing passed failed"
    yield "processing passed failed", "last", "retry", "", "processing passed running"
    yield "processing passed failed", "last", "undo", "", "cancelled passed failed"


ALL_WAYS = {*_votes(), *_others()}
"""From where, at which level, by what, under which quorum, to where."""


class Walk:
    """From situation to situation by everything anybody can do there, and by people coming and going."""

    def __init__(self) -> None:
        self.ways: set[Way] = set()
        self.known: set[object] = set()
        self.waiting: list[tuple[Double, Id]] = []

    def begin(self, *levels: Level, applicant: str = "noah", own: bool = False) -> None:
        double = Double(Chain(levels, own))
        double.ways = self.ways
        self.arrive(double, double.file(applicant))
        while self.waiting:
            self.look_around(*self.waiting.pop(0))

    def arrive(self, double: Double, request: Id) -> None:
        """What was said on earlier levels makes no difference, only that something was."""
        one, gone = double.papers[request], frozenset(double.world.gone)
        place = (one.chain, one.state, one.execution, min(one.failures, 3), one.level, bool(one.votes), one.blocked)
        open_level = (frozenset(voters(one).items()), one.handed.get(one.level), gone, one.content > 0)
        situation = (*place, *open_level) if one.state == "in_approval" else place
        if situation not in self.known:
            self.known.add(situation)
            self.waiting.append((double, request))

    def look_around(self, double: Double, request: Id) -> None:
        double.compare_sight()
        for who, wish in everything(double.papers[request]):
            twin = double.copied()
            if twin.attempt(request, who, wish):
                self.arrive(twin, request)
        if double.papers[request].state == "in_approval":
            self.somebody_comes_or_goes(double, request)

    def somebody_comes_or_goes(self, double: Double, request: Id) -> None:
        """And the system looks again at once, or somebody decides before it does."""
        back = "a1" in double.world.gone
        for looked in (True, False) if back else (True,):
            twin = double.copied()
            twin.employ("a1", enabled=back)
            if looked:
                twin.looked_at(request)
            self.arrive(twin, request)


def everything(paper: Paper) -> Iterator[tuple[str, Wish]]:
    """What makes a difference: by anybody, of what is seen now or was once, with words or without."""
    people, now = ("a1", "a2", "a3", "noah", "admin", "stranger"), (paper.level, paper.content)
    yield from ((who, Wish(act, *now)) for who, act in product(people, ("pass", "reject")))
    for number, content in {(1, 0), (1, 1), (len(paper.chain.levels), 0)} - {now}:
        yield from (("a2", Wish(act, number, content)) for act in ("pass", "reject"))
    yield from (("a2", Wish("reject", *now, words=False)), ("noah", Wish("undo", words=False)))
    yield from ((who, Wish(act, content=1)) for who, act in product(("noah", "a1", "admin"), ("undo", "retry")))
    yield from ((who, Wish("modify", content=1)) for who in ("noah", "a1"))
    yield from ((who, Wish("transfer", *now, to=to)) for who in ("a1", "noah") for to in (level("a3"), NOBODY))
    yield from ((who, Wish(act)) for who, act in (("system", "succeed"), ("system", "fail"), ("a1", "succeed")))
    yield "system", Wish("answer twice")


@pytest.mark.rule("CP-02", "CP-53", "CP-54", "CP-56", "CP-57", "CP-58", "CP-59", "CP-60", "CP-61", "CP-62", "CP-64")
@pytest.mark.rule("CP-65", "CP-66", "HZ-01", "HZ-02", "HZ-04", "HZ-06", "HZ-16")
def test_a_walk_through_every_situation_of_a_request_meets_every_way_and_the_model_agrees() -> None:
    walk = Walk()
    walk.begin(*2 * (level("a1", "a2", hands_on=True),))
    walk.begin(*2 * (level("a1", "a2", rule="all"),))
    walk.begin(*2 * (level("a1", "a2", rule="count", number=2),))
    walk.begin(*2 * (level("a1", "a2", "a3", rule="count", number=2),))
    walk.begin(*2 * (level("a1", "a2", "a3", rule="percent", number=60),))
    walk.begin(level("a2"), NOBODY)
    walk.begin(level("a1", "a2"), applicant="a1")
    walk.begin(level("a1", "a2"), applicant="a1", own=True)
    print(f"{len(walk.known)} situations, {len(walk.ways & ALL_WAYS)} of {len(ALL_WAYS)} ways")
    assert ALL_WAYS - walk.ways == set()


# --------------------------------------------------------------------------------------------- lives

anybody = st.sampled_from(PEOPLE)
approver = st.sampled_from(APPROVERS)
roles = st.sampled_from(["reviewer", "auditor"])
places = st.sampled_from(sorted(PLACES))
groups = st.sets(approver, min_size=2, max_size=7).map(frozenset)
quorums = st.sampled_from([("any", 0), ("all", 0), ("count", 2), ("count", 3), ("percent", 34), ("percent", 50)])
"""Those that a few people can reach; every number of every rule is in the test of every order."""


def _levels() -> st.SearchStrategy[Level]:
    """By persons, by a role, or by both at the same time (CP-15)."""
    people = st.one_of(groups, groups, st.sets(approver, max_size=1).map(frozenset))
    return st.builds(
        lambda people, role, reach, quorum, hands_on: Level(
            people, role or ("" if people else "reviewer"), reach, quorum[0], quorum[1], hands_on
        ),
        people, st.sampled_from(["", "", "reviewer", "auditor"]), st.sampled_from(sorted(REACH)), quorums,
        st.booleans(),
    )  # fmt: skip


chains = st.builds(Chain, st.lists(_levels(), min_size=1, max_size=5).map(tuple), own=st.booleans())
MOST_PAPERS = 4


class Requests(RuleBasedStateMachine):
    """Requests of one kind, and everybody around them, who do sensible and senseless things for days."""

    ways: ClassVar[set[Way]]
    double: Double

    @initialize(chain=chains, held=st.sets(st.tuples(approver, roles, places), min_size=4, max_size=12))
    def set_up(self, chain: Chain, held: set[tuple[str, str, str]]) -> None:
        self.double = Double(chain)
        self.double.ways = self.ways
        for who, role, place in sorted(held):
            self.double.appoint(who, role, place, held=True)
        self.double.file("noah")

    @precondition(lambda self: len(self.double.papers) < MOST_PAPERS)
    @rule(applicant=st.sampled_from(["noah", "a1"]))
    def file_another(self, applicant: str) -> None:
        """How one request ended says nothing about the next (HZ-03)."""
        if applicant not in self.double.world.gone:
            self.double.file(applicant)

    @rule(data=st.data(), times=st.integers(2, 8))
    def go_on(self, data: st.DataObject, times: int) -> None:
        """What somebody is wanted for, again and again: a vote, the operation, another try."""
        for _ in range(times):
            if ones := list(self.wanted_now()):
                self.double.attempt(*data.draw(st.sampled_from(ones)))

    def wanted_now(self) -> Iterator[tuple[Id, str, Wish]]:
        world = self.double.at_now()
        for request, paper in self.double.papers.items():
            now = (paper.level, paper.content)
            for who in PEOPLE if paper.state == "in_approval" else ():
                for whose in sorted(voices(paper, world, who)):
                    yield from ((request, who, Wish(act, *now)) for act in ("pass", "reject"))
                    yield request, who, Wish("pass", *now, whose=whose)
            for who in {paper.applicant, "admin", "system"}:
                for wish in (Wish("retry"), Wish("fail"), Wish("succeed"), Wish("look", paper.level)):
                    if answer(paper, world, who, wish)[0] != "no":
                        yield request, who, wish

    @rule(data=st.data(), who=anybody, act=st.sampled_from(["pass", "reject", "transfer", "undo", "modify", "retry"]))
    def do_anything(self, data: st.DataObject, who: str, act: str) -> None:
        """Of levels that are over or to come, of what was seen once, for others, without a word."""
        request = data.draw(st.sampled_from(sorted(self.double.papers)))
        levels = len(self.double.papers[request].chain.levels)
        target = st.builds(lambda one: level(one), approver) | st.builds(Level, role=roles)
        wish = Wish(
            act, data.draw(st.integers(1, levels)), data.draw(st.integers(0, 2)), data.draw(st.booleans()),
            data.draw(st.sampled_from(["", "", *APPROVERS])), data.draw(target),
        )  # fmt: skip
        self.double.attempt(request, who, wish)

    @rule(who=approver, back=st.booleans())
    def send_away(self, who: str, back: bool) -> None:
        self.double.employ(who, enabled=back)

    @rule(who=approver, role=roles, place=places)
    def give_or_take_a_role(self, who: str, role: str, place: str) -> None:
        self.double.appoint(who, role, place, held=(who, role, place) not in self.double.world.roles)

    @rule(who=approver, to=st.sampled_from(["noah", "stranger", *APPROVERS]), hours=st.integers(1, 48))
    def let_somebody_stand_in(self, who: str, to: str, hours: int) -> None:
        self.double.lend(who, to, hours)

    @rule(hours=st.integers(1, 30))
    def let_time_pass(self, hours: int) -> None:
        self.double.desk.memory.at += hours * HOUR + SECOND // 2

    @rule(chain=chains)
    def save_another_version(self, chain: Chain) -> None:
        """Requests that run keep the version they started with (CP-25)."""
        self.double.save(chain)

    @rule()
    def switch_off_and_on(self) -> None:
        """What waits goes on waiting: a process that is disabled is not gone."""
        self.double.switch(enabled=False)
        for request in self.double.papers:
            self.double.looked_at(request)
        self.double.switch(enabled=True)

    @rule()
    def look_who_sees_what(self) -> None:
        self.double.compare_sight()

    def teardown(self) -> None:
        if hasattr(self, "double"):
            self.double.compare_sight()


@pytest.mark.rule("CP-15", "CP-17", "CP-18", "CP-19", "CP-20", "CP-25", "CP-53", "CP-54", "CP-57", "CP-58", "CP-59")
@pytest.mark.rule("CP-61", "CP-62", "CP-64", "CP-65", "CP-66", "HZ-01", "HZ-02", "HZ-03", "HZ-04", "HZ-06", "HZ-07")
@pytest.mark.rule("HZ-16")
def test_no_life_of_a_request_parts_the_model_and_the_rules(nightly: bool) -> None:
    ways: set[Way] = set()
    machine = type("LivesOfRequests", (Requests,), {"ways": ways})
    run_state_machine_as_test(machine, settings=effort(nightly))
    assert ways & ALL_WAYS, "no life went anywhere"
    print(f"{len(ways & ALL_WAYS)} of {len(ALL_WAYS)} ways lived, {len(ways - ALL_WAYS)} beyond")


def effort(nightly: bool) -> settings:
    """Per change what trust.md asks of one machine (T5)."""
    return settings(max_examples=500 if nightly else 100, stateful_step_count=50 if nightly else 30, deadline=None)
