"""When a stage is settled: arithmetic on votes, and nothing else (HZ-01)."""

from agentdesk.domain.values import StageRule, Verdict


def needed(rule: StageRule, number: int, approvers: int) -> int:
    """How many passes a stage takes, at least one. `number` is the count or the percentage of the rule.

    A share that falls between two votes takes the larger.
    """
    wanted = {
        StageRule.ANY: 1,
        StageRule.ALL: approvers,
        StageRule.COUNT: number,
        StageRule.PERCENT: -(-approvers * number // 100),
    }[rule]
    return max(1, wanted)


def reachable(rule: StageRule, number: int, approvers: int) -> bool:
    """Whether so many approvers can pass it at all; a stage that they cannot blocks (HZ-04)."""
    return approvers >= needed(rule, number, approvers)


def settled(rule: StageRule, number: int, approvers: int, passes: int, rejects: int) -> Verdict | None:
    """What the votes come to, or None while both ends are still open.

    With `any`, one Reject ends the request (CP-57, CP-61). With every other rule a stage is rejected as soon as
    those who have not voted could no longer pass it.
    """
    if passes >= needed(rule, number, approvers):
        return Verdict.PASS
    if rejects and (rule is StageRule.ANY or approvers - rejects < needed(rule, number, approvers)):
        return Verdict.REJECT
    return None
