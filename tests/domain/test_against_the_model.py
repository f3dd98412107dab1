"""Every scheme does what a second, small telling of the rules says, wherever a ticket can come to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from agentdesk.domain.commands import name_of
from agentdesk.domain.scheme import Situation
from agentdesk.domain.values import DAY
from tests.builders import SECOND
from tests.domain.model_desk import (
    COMMANDS,
    JONAS_,
    MARA_,
    NOAH_,
    PEOPLE,
    SYSTEM_,
    Desk,
    a_found,
    a_submitted,
    scheme,
    wishes,
)
from tests.domain.reference_model import (
    DAYS_TO_ANSWER,
    STATES,
    Rule,
    Who,
    Wish,
    lingers,
    relations,
    rules_of,
    sees,
    sees_notes,
    states_of,
)

BUILT = {name_of(kind) for kind in COMMANDS.values()}
LATER = 9 * DAY
"""Longer than any ticket waits for its customer."""


def check(desk: Desk, who: Who, wish: Wish) -> tuple[Rule, ...] | None:
    """Gives both the wish and compares; the model's rules if it was done, None if not."""
    before, told = desk.life, f"{wish} by {who.name} on {desk.life}"
    expected, code = desk.attempt(who, wish)
    assert expected.word in ("maybe", "no" if code else "yes"), f"{expected.word}, {code or 'done'}: {told}"
    known = sees(before, who) or lingers(before, who) or who == SYSTEM_
    assert not code or known or code in ("not-found", "person-disabled"), told
    assert desk.seen() == desk.life, told
    return None if code else expected.rules


def check_sight(desk: Desk) -> None:
    """Who sees the ticket, and its notes."""
    for who in PEOPLE.values():
        either = who == SYSTEM_ or lingers(desk.life, who)
        assert either or desk.sees(who) == sees(desk.life, who), (who.name, desk.life)
        assert desk.sees_notes(who) == sees_notes(desk.life, who), (who.name, desk.life)


def everything(now: int) -> Iterator[tuple[Who, Wish]]:
    """Every wish of everybody, and what is due once more when it is late."""
    for act in COMMANDS:
        for who in PEOPLE.values():
            yield from ((who, replace(wish, at=now + SECOND)) for wish in wishes(act))
    yield from ((who, Wish("auto_close", now + LATER)) for who in PEOPLE.values())


class Walk:
    """From situation to situation by everything anybody can do there, the shortest way first."""

    def __init__(self) -> None:
        self.ways: set[Situation] = set()
        self.rules: set[tuple[Rule, str]] = set()
        self.waiting: list[Desk] = []
        self.known: set[object] = set()

    def arrive(self, desk: Desk) -> None:
        life = desk.life
        gone = (life.handler in life.disabled, MARA_ in life.off_list)
        place = (life.state, life.handler, life.form, life.letter, gone, life.rated and life.state)
        if place not in self.known and life.handler != JONAS_:  # he is to everything what Mara is
            self.known.add(place)
            self.waiting.append(desk)

    def go(self, *starts: Desk) -> "Walk":
        for start in starts:
            self.arrive(start)
        while self.waiting:
            self.look_around(self.waiting.pop(0))
        return self

    def look_around(self, desk: Desk) -> None:
        check_sight(desk)
        if desk.life.handler == MARA_:
            gone = desk.copied(desk.memory.at)
            gone.disable(MARA_)
            self.arrive(gone)
        if MARA_ in (desk.life.handler, desk.life.filed_by):
            struck = desk.copied(desk.memory.at)
            struck.strike(MARA_)
            self.arrive(struck)
        for who, wish in everything(desk.memory.at):
            self.step(desk.copied(wish.at), who, wish)

    def step(self, desk: Desk, who: Who, wish: Wish) -> None:
        ways, state = desk.way(who, wish), desk.life.state
        rules = check(desk, who, wish)
        if rules is not None:
            self.ways |= ways
            self.rules |= {(rule, state) for rule in rules if rule.certain}
            self.arrive(desk)


def starts(name: str) -> Iterator[Desk]:
    yield a_submitted(name)
    yield a_submitted(name, default=MARA_)
    if name == "guance":
        yield a_submitted(name, form=True)
    if name == "customer-hub":
        yield a_submitted(name, letter=False)


def listed(name: str) -> set[Situation]:
    """What the scheme lists of the commands there are. Upstream's agents come with the link to upstream."""
    ours = (one for one in scheme(name).transitions if one.action in BUILT and one.by != "upstream")
    return {situation for one in ours for situation in one.keys}


@pytest.mark.rule("GU-09", "GU-10", "GU-11", "GU-12", "GU-13", "GU-14", "GU-15", "GU-16", "GU-17", "GU-18", "GU-19")
@pytest.mark.rule("GU-20", "GU-28", "GU-30", "GU-31", "GU-32", "GU-34", "GU-35", "GU-37", "GU-R1")
@pytest.mark.rule("QK-02", "QK-03", "QK-04", "QK-05", "QK-06", "QK-07", "QK-08", "QK-09", "QK-10", "QK-12", "QK-13")
@pytest.mark.rule("QK-23", "CP-41", "CP-42", "CP-43", "CP-44", "CP-46", "CP-47", "CP-48", "CP-51")
@pytest.mark.rule("RS-09", "RS-11", "RS-16", "RS-18a", "CS-23", "CS-27", "CS-29", "CS-30")
@pytest.mark.parametrize("name", sorted(STATES))
def test_a_walk_through_every_situation_meets_every_way_of_a_scheme_and_the_model_agrees(name: str) -> None:
    walk, expected = Walk().go(*starts(name)), listed(name)
    from_the_form = set(walk.ways)
    alive, ended = states_of(name)
    walk.go(*(a_found(name, state, handler) for state in alive + ended for handler in (None, MARA_)))
    print(f"{name}: {len(from_the_form)} of {len(expected)} ways walked from the form, {len(walk.ways)} from anywhere")
    assert walk.ways == expected
    assert {way for way in expected - from_the_form if not needs_another_system(way)} == set()
    told = {(rule, state) for rule in rules_of(name) if rule.certain for state in rule.states}
    assert told - walk.rules == set()


def needs_another_system(way: Situation) -> bool:
    """Upstream hands tickets back; an import brings tickets that were begun elsewhere and have no engineer here."""
    state, action, by, _ = way
    return state in ("transferred", "returned") or (action, by) == ("handle_ticket", "staff")


anybody = st.sampled_from(list(PEOPLE.values()))
pauses = st.sampled_from([1, SECOND, DAY])
all_wishes = st.sampled_from([wish for act in COMMANDS for wish in wishes(act)])
ENDING = 4
"""A life goes on: one in so many of the acts that would end it is done."""


class Lives(RuleBasedStateMachine):
    """One ticket and everybody around it, who do sensible and senseless things for months."""

    name: ClassVar[str]
    ways: ClassVar[set[Situation]]
    desk: Desk

    @initialize(form=st.booleans(), letter=st.booleans(), default=st.sampled_from([None, MARA_]))
    def file(self, form: bool, letter: bool, default: Who | None) -> None:
        self.desk = a_submitted(self.name, form=form, letter=letter, default=default)

    @rule(data=st.data(), pause=pauses)
    def do_something_sensible(self, data: st.DataObject, pause: int) -> None:
        """What the model has a line for in this state, by somebody whom the line names."""
        life = self.desk.life
        pairs = [
            (line, who)
            for line in rules_of(self.name)
            if life.state in line.states
            for who in PEOPLE.values()
            if line.who in relations(life, who)
        ]
        line, who = data.draw(st.sampled_from(pairs))
        if line.next not in states_of(self.name)[1] or data.draw(st.integers(1, ENDING)) == ENDING:
            act, _, solved = line.act.partition(" ")
            fitting = [wish for wish in wishes(act) if not solved or wish.solved == solved]
            self.give(who, data.draw(st.sampled_from(fitting)), pause)

    @rule(who=anybody, wish=all_wishes, pause=pauses)
    def do_anything(self, who: Who, wish: Wish, pause: int) -> None:
        self.give(who, wish, pause)

    @rule(late=st.sampled_from([0, 1]))
    def let_the_deadline_come(self, late: int) -> None:
        """Three days exactly are not more than three days (CP-43)."""
        days = DAYS_TO_ANSWER.get((self.name, self.desk.life.state))
        left = self.desk.life.since + (days or 0) * DAY + late - self.desk.memory.at
        if days and left >= 0:
            self.give(SYSTEM_, Wish("auto_close", 0), left)

    @rule(who=st.sampled_from([MARA_, JONAS_, NOAH_]), back=st.booleans())
    def send_away(self, who: Who, back: bool) -> None:
        self.desk.disable(who, enabled=back)

    @rule(who=st.sampled_from([MARA_, JONAS_]), back=st.booleans())
    def strike_off_the_list(self, who: Who, back: bool) -> None:
        self.desk.strike(who, listed=back)

    @rule(who=st.sampled_from([MARA_, JONAS_, NOAH_]))
    def bring_back(self, who: Who) -> None:
        self.desk.disable(who, enabled=True)
        if who.serves:
            self.desk.strike(who, listed=True)

    @invariant()
    def everybody_sees_what_is_theirs(self) -> None:
        if hasattr(self, "desk"):
            check_sight(self.desk)

    def give(self, who: Who, wish: Wish, pause: int) -> None:
        self.desk.memory.at += pause
        now = replace(wish, at=self.desk.memory.at)
        ways = self.desk.way(who, now)
        if check(self.desk, who, now) is not None:
            self.ways.update(ways)


@pytest.mark.rule("GU-13", "GU-31", "GU-34", "GU-37", "QK-09", "QK-13", "CP-43", "CP-47", "RS-16", "RS-18a", "CS-30")
@pytest.mark.rule("HZ-10")
@pytest.mark.parametrize("name", sorted(STATES))
def test_no_life_of_a_ticket_parts_the_model_and_the_rules(name: str, nightly: bool) -> None:
    ways: set[Situation] = set()
    machine = type("LivesOfTickets", (Lives,), {"name": name, "ways": ways})
    run_state_machine_as_test(machine, settings=effort(nightly))
    print(f"{name}: {len(ways)} of {len(listed(name))} ways lived")


def effort(nightly: bool) -> settings:
    """Per change what trust.md asks of four machines (T5), for each of the seven schemes."""
    return settings(max_examples=500 if nightly else 100, stateful_step_count=50 if nightly else 30, deadline=None)
