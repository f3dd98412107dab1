"""The arithmetic of votes against a count of all that could still happen (HZ-01)."""

from itertools import combinations_with_replacement

import pytest

from agentdesk.domain.quorum import needed, reachable, settled
from agentdesk.domain.values import StageRule, Verdict

RULES = (
    [(StageRule.ANY, 0), (StageRule.ALL, 0)]
    + [(StageRule.COUNT, n) for n in (1, 2, 3, 7)]
    + [(StageRule.PERCENT, n) for n in (1, 34, 50, 51, 66, 67, 100)]
)


def enough(rule: StageRule, number: int, approvers: int, passes: int) -> bool:
    """Said in another way than the rule's own: as shares and not as a number of votes."""
    if rule is StageRule.ANY:
        return passes >= 1
    if rule is StageRule.ALL:
        return passes == approvers
    if rule is StageRule.COUNT:
        return passes >= number
    return passes > 0 and 100 * passes >= number * approvers


@pytest.mark.rule("HZ-01")
@pytest.mark.parametrize(("rule", "number"), RULES)
@pytest.mark.parametrize("approvers", range(1, 8))
def test_a_stage_is_settled_the_moment_its_end_is_certain(rule: StageRule, number: int, approvers: int) -> None:
    for given in range(approvers + 1):
        for votes in combinations_with_replacement((Verdict.PASS, Verdict.REJECT), given):
            passes = votes.count(Verdict.PASS)
            rejects = given - passes
            can_pass = enough(rule, number, approvers, passes + approvers - given)
            verdict = settled(rule, number, approvers, passes, rejects)
            if enough(rule, number, approvers, passes):
                assert verdict is Verdict.PASS
            elif rule is StageRule.ANY:
                assert verdict is (Verdict.REJECT if rejects else None)
            else:
                assert (verdict is Verdict.REJECT) is (rejects > 0 and not can_pass)


@pytest.mark.rule("HZ-01")
def test_ten_of_whom_all_must_pass_are_refused_by_one_reject() -> None:
    assert settled(StageRule.PERCENT, 100, 10, 0, 1) is Verdict.REJECT


@pytest.mark.rule("HZ-01")
def test_fifty_percent_of_four_on_the_line_still_passes() -> None:
    assert settled(StageRule.PERCENT, 50, 4, 1, 2) is None
    assert settled(StageRule.PERCENT, 50, 4, 2, 2) is Verdict.PASS
    assert settled(StageRule.PERCENT, 50, 4, 1, 3) is Verdict.REJECT


@pytest.mark.rule("HZ-04")
@pytest.mark.parametrize(("rule", "number"), RULES)
def test_nobody_never_passes_anything(rule: StageRule, number: int) -> None:
    assert settled(rule, number, 0, 0, 0) is None
    assert not reachable(rule, number, 0)
    assert needed(rule, number, 0) >= 1


def test_two_of_three_cannot_be_reached_by_one() -> None:
    assert not reachable(StageRule.COUNT, 2, 1)
    assert settled(StageRule.COUNT, 2, 1, 1, 0) is None
