"""Whom a level reaches is said twice, of one request and of all places at once, and both say the same."""

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.approvers import Whom, resolved
from agentdesk.domain.commands import StageForm
from agentdesk.domain.entities import Project
from agentdesk.domain.quorum import reachable
from agentdesk.domain.simulation import reach
from agentdesk.domain.values import ScopeKind, StageRule
from tests.builders import GONE, HELIOS, JONAS, MARA, NOAH, ORBIS, a_desk, a_role, an_id

PROJECTS = {an_id(31): HELIOS, an_id(32): HELIOS, an_id(33): ORBIS}
SCOPES = [
    (ScopeKind.SYSTEM, None), (ScopeKind.DOMAIN, HELIOS), (ScopeKind.DOMAIN, ORBIS),
    *((ScopeKind.PROJECT, project) for project in PROJECTS), (ScopeKind.SOURCE, "agentdesk"),
]  # fmt: skip
people = st.sampled_from((MARA, JONAS, NOAH, GONE))
holdings = st.lists(st.tuples(people, st.sampled_from(("owner", "finance")), st.sampled_from(SCOPES)), max_size=8)
forms = st.builds(
    StageForm,
    name=st.just("Level"),
    role=st.sampled_from(("", "owner", "finance", "gone")),
    scope=st.sampled_from((ScopeKind.PROJECT, ScopeKind.DOMAIN, ScopeKind.SYSTEM)),
    persons=st.lists(people, max_size=2, unique=True).map(tuple),
    rule=st.sampled_from(list(StageRule)),
    number=st.integers(1, 3),
)


@given(holdings, forms)
def test_where_too_few_are_asked_is_where_a_request_would_find_too_few(held: list, form: StageForm) -> None:  # type: ignore[type-arg]
    desk = a_desk()
    for project, domain in PROJECTS.items():
        desk.put(Project(id=project, domain=domain, name="P"))
    for number, (person, role, scope) in enumerate(held):
        desk.put(a_role(an_id(2_000 + number), person, role, scope))
    found = reach(form, tuple(PROJECTS.items()), desk)
    whom, everybody = Whom(form.role, form.scope, form.persons), set()
    for project, domain in PROJECTS.items():
        asked = set(resolved(whom, project, domain, desk))
        everybody |= asked
        place = {(project, domain), (None, domain), (None, None)} & ({*found.short} | {(project, domain)})
        short = any(one in found.short for one in place)
        assert short is not reachable(form.rule, form.number, len(asked))
    assert found.people == everybody
    assert set(found.disabled) == {person for person in form.persons if person == GONE}
