"""S11: a request that one may not see takes the server exactly the questions that a missing one takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event

from agentdesk.domain import commands as c
from agentdesk.domain.values import Id, ProcessKind, ScopeKind
from tests.builders import ADMIN, JONAS, LEA, MARA, NOAH
from tests.server.approvals import a_process, a_project, applied, run, seen
from tests.server.matrix import MISSING
from tests.server.worlds import World


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def hidden(world: World) -> dict[str, Id]:
    """One at each level, one that is over, one that was withdrawn; Lea has nothing to do with any."""
    project = a_project(world)
    for person, role in ((MARA, "project_owner"), (JONAS, "keeper")):
        held = {"role": role, "scope_kind": ScopeKind.PROJECT, "scope_id": project}
        world.done(c.AssignRole(person=person, **held), ADMIN)
    owner = c.StageForm(name="Owner", role="project_owner", scope=ScopeKind.PROJECT)
    keeper = c.StageForm(name="Keeper", role="keeper", scope=ScopeKind.DOMAIN, persons=(JONAS,))
    a_process(world, ProcessKind.HOST_CREATE, owner, keeper)
    found = {name: applied(world, project) for name in ("first", "second", "over", "withdrawn")}
    for name in ("second", "over"):
        world.done(c.PassStage(**seen(world, found[name])), MARA)
    world.done(c.PassStage(**seen(world, found["over"])), JONAS)
    run(world, found["over"])
    world.done(c.UndoRequest(request=found["withdrawn"], reason="Not needed."), NOAH)
    return found


def test_s11_what_is_hidden_costs_what_is_missing(world: World, hidden: dict[str, Id]) -> None:
    costs = {}
    for name, request in {"missing": MISSING, **hidden}.items():
        with counted(world.engine) as asked:
            result = world.do(c.PassStage(request=request, stage=MISSING, digest="x"), LEA, 0)
        assert (result.status, result.code) == ("rejected", "not-found"), name
        costs[name] = asked
    assert {name: statements for name, statements in costs.items() if statements != costs["missing"]} == {}
