"""A chain as it stands in the form: values that are never changed in place, so that every edit can be undone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from agentdesk.desk.queries.processes import ProcessDetail, form_of
from agentdesk.desk.queries.rows import Refusal
from agentdesk.domain.commands import SaveProcess, StageForm
from agentdesk.domain.values import Id, ProcessKind, ScopeKind, StageRule

MOST_NUMBER, MOST_HOURS = 100, 24 * 365
BLANK = StageForm(name="")


@dataclass(frozen=True, slots=True)
class Chain:
    """What is saved as one version."""

    stages: tuple[StageForm, ...] = ()
    decides_own: bool = False
    name: str = ""
    description: str = ""

    def with_level(self, form: StageForm) -> "Chain":
        """One more, at the end."""
        return replace(self, stages=(*self.stages, form))

    def without_level(self, place: int) -> "Chain":
        return replace(self, stages=(*self.stages[:place], *self.stages[place + 1 :]))

    def with_changed(self, place: int, form: StageForm) -> "Chain":
        return replace(self, stages=(*self.stages[:place], form, *self.stages[place + 1 :]))

    def with_moved(self, place: int, to: int) -> "Chain":
        stages = list(self.stages)
        stages.insert(to, stages.pop(place))
        return replace(self, stages=tuple(stages))

    def command(self, process: Id, kind: ProcessKind) -> SaveProcess:
        return SaveProcess(
            process=process, kind=kind, name=self.name.strip(), description=self.description.strip(),
            stages=self.stages, decides_own=self.decides_own,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What the rules would say no to; `level` counts from 0, None is the whole chain."""

    refusal: Refusal
    level: int | None = None


def chain_of(detail: ProcessDetail) -> Chain:
    """As it was saved last; blank where there is none."""
    process = detail.row.process
    if process is None or not detail.versions:
        return Chain()
    newest = detail.versions[0]
    return Chain(
        tuple(form_of(stage) for stage in newest.stages), newest.version.decides_own, process.name, process.description
    )


def problems(chain: Chain, most: int) -> Iterator[Problem]:
    if not chain.stages:
        yield Problem(Refusal(code="stage-required", data={}))
    if len(chain.stages) > most:
        yield Problem(Refusal(code="too-many-stages", data={"most": most}))
    for place, form in enumerate(chain.stages):
        code = _problem_of(form)
        if code:
            yield Problem(Refusal(code=code, data={"name": form.name.strip() or str(place + 1)}), place)


def _problem_of(form: StageForm) -> str:
    if not form.name.strip():
        return "name-required"
    if not form.role.strip() and not form.persons:
        return "approver-required"
    counts = form.rule in (StageRule.COUNT, StageRule.PERCENT)
    return "number-required" if counts and form.number < 1 else ""


# --------------------------------------------------------------------------------------------- as a draft


def text_of(chain: Chain) -> str:
    return json.dumps(asdict(chain), ensure_ascii=False)


def chain_from(text: str) -> Chain | None:
    """None: it cannot be read any more, and what is saved stands instead."""
    try:
        kept = json.loads(text)
        stages = tuple(_stage(one) for one in kept["stages"])
        return Chain(stages, bool(kept["decides_own"]), str(kept["name"]), str(kept["description"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _stage(kept: dict[str, Any]) -> StageForm:
    return StageForm(
        name=str(kept["name"]), role=str(kept["role"]), scope=ScopeKind(kept["scope"]),
        persons=tuple(map(str, kept["persons"])), rule=StageRule(kept["rule"]), number=int(kept["number"]),
        transferable=bool(kept["transferable"]), due_hours=int(kept["due_hours"]),
        escalates_to=str(kept["escalates_to"]) if kept["escalates_to"] else None,
    )  # fmt: skip


def persons_of(stages: Sequence[StageForm]) -> set[Id]:
    return {person for form in stages for person in (*form.persons, form.escalates_to) if person}
