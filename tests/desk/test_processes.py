"""What an administrator sees of processes: their state, whom they would ask, and what a changed one would have done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.desk.queries.applying import Approvals, ApprovalsOf
from agentdesk.desk.queries.base import NotAllowed
from agentdesk.desk.queries.processes import (
    ChainReach,
    LastRequests,
    LevelReach,
    ProcessDetail,
    Processes,
    ProcessOf,
    ProcessRow,
    Simulation,
)
from agentdesk.domain.commands import (
    DisablePerson,
    DisableProcess,
    EnableProcess,
    SaveDesk,
    SaveProject,
    StageForm,
)
from agentdesk.domain.values import ProcessKind, ScopeKind, StageRule
from tests.chains import LEAD, OWNER, Office, an_office

HOST = ProcessKind.HOST_CREATE


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        yield made


def row(office: Office, kind: ProcessKind = HOST) -> ProcessRow:
    return next(one for one in office.desk.look(Processes()) if one.kind is kind)


def detail(office: Office) -> ProcessDetail:
    return office.desk.look(ProcessOf(HOST))


def reached(office: Office, form: StageForm, kind: ProcessKind = HOST) -> LevelReach:
    return office.desk.look(ChainReach(kind, (form,)))[0]


@pytest.mark.rule("CP-26", "CP-R1")
def test_every_kind_has_a_row_with_its_state_version_and_levels(office: Office) -> None:
    assert [one.kind for one in office.desk.look(Processes())] == list(ProcessKind)
    assert row(office).process is None
    assert row(office).most == 5
    office.give(SaveDesk(most_stages=("host_create=2",)))
    office.sets_up(OWNER, LEAD, on=False)
    office.sets_up(LEAD)
    made = row(office)
    assert made.process is not None
    assert (made.process.enabled, made.process.version, made.process.stages, made.most) == (True, 2, 1, 2)
    assert made.updated_by == office.desk.look(Processes())[0].updated_by != ""


@pytest.mark.rule("CP-25")
def test_running_requests_are_counted_with_the_version_they_keep(office: Office) -> None:
    office.sets_up(OWNER, LEAD)
    office.asks("db-1")
    office.sets_up(LEAD)
    office.asks("db-2")
    office.asks("db-3")
    office.rejects("db-3", "mara")
    versions = detail(office).versions
    assert [(one.version.number, one.running) for one in versions] == [(2, 1), (1, 1)]
    assert [stage.name for stage in versions[1].stages] == ["Project owner", "Domain admin"]
    assert (row(office).running, row(office).blocked) == (2, 0)


def test_old_versions_are_left_out_unless_a_request_keeps_them(office: Office) -> None:
    office.sets_up(LEAD)
    office.asks("db-1")
    for _ in range(24):
        office.sets_up(LEAD, on=False)
    assert [one.version.number for one in detail(office).versions] == [*range(25, 5, -1), 1]


@pytest.mark.rule("HZ-04")
def test_a_request_that_nobody_can_decide_is_told_to_the_administrator(office: Office) -> None:
    office.sets_up(OWNER, LEAD)
    office.asks("db-1", "payments")
    office.asks("db-2", "analytics")
    assert row(office).blocked == 1
    assert [(one.id, one.level) for one in detail(office).blocked] == [(office.ids["db-1"], "Project owner")]


def test_only_administrators_look_at_processes(office: Office) -> None:
    office.desk.person = office.ids["mara"]
    for query in (
        Processes(),
        ProcessOf(HOST),
        ChainReach(HOST, (LEAD,)),
        LastRequests(HOST),
        Simulation((), False, ()),
    ):
        with pytest.raises(NotAllowed):
            office.desk.look(query)


@pytest.mark.rule("CP-16", "CP-17", "HZ-04")
def test_a_project_role_tells_who_holds_it_and_the_projects_where_nobody_does(office: Office) -> None:
    found = reached(office, OWNER)
    assert (found.count, found.names, found.places, found.short, found.short_names) == (
        1, ("Elif Kaya",), 2, 1, ("Payments",),
    )  # fmt: skip


@pytest.mark.rule("CP-18", "CP-19")
def test_a_domain_role_reaches_all_projects_of_the_domain_and_a_global_one_everything(office: Office) -> None:
    domain = reached(office, StageForm(name="Owner", role="project_owner", scope=ScopeKind.DOMAIN))
    assert (domain.count, domain.places, domain.short) == (1, 1, 0)
    everywhere = reached(office, StageForm(name="Owner", role="project_owner", scope=ScopeKind.SYSTEM))
    assert (everywhere.count, everywhere.places, everywhere.short) == (1, 1, 0)


@pytest.mark.rule("CP-15", "CP-20")
def test_a_role_and_named_persons_are_asked_together(office: Office) -> None:
    both = StageForm(name="Both", role="project_owner", scope=ScopeKind.PROJECT, persons=(office.ids["mara"],))
    found = reached(office, both)
    assert (found.count, found.names, found.short) == (2, ("Elif Kaya", "Mara Lindt"), 0)


@pytest.mark.rule("HZ-04")
def test_a_disabled_person_and_a_role_that_nobody_holds_any_more_are_told(office: Office) -> None:
    found = reached(office, StageForm(name="Finance", persons=(office.ids["katrin"],)))
    assert (found.count, found.disabled, found.short) == (0, ("Katrin Sommer",), 1)
    gone = reached(office, StageForm(name="Finance", role="finance"))
    assert (gone.count, gone.held, gone.short) == (0, False, 1)
    office.give(DisablePerson(person=office.ids["elif"]))
    left = reached(office, OWNER)
    assert (left.count, left.held, left.short) == (0, True, 2)


@pytest.mark.rule("HZ-01")
@pytest.mark.parametrize(("number", "short"), [(1, 0), (2, 1)])
def test_fewer_people_than_must_pass_are_too_few(office: Office, number: int, short: int) -> None:
    form = StageForm(name="Two", role="domain_admin", rule=StageRule.COUNT, number=number)
    assert reached(office, form).short == short


def test_a_desk_without_projects_has_no_place_where_a_project_role_could_be_short(office: Office) -> None:
    assert reached(office, LEAD, ProcessKind.JOIN_PROJECT).places == 1
    office.give(SaveProject(project=office.clock.new_id(), domain=office.ids["data"], name="Third"))
    assert reached(office, OWNER).places == 3


# --------------------------------------------------------------------------------------------- simulation


@pytest.mark.rule("CP-25", "HZ-04")
def test_a_changed_process_is_tried_on_the_last_requests_beside_what_really_happened(office: Office) -> None:
    office.sets_up(LEAD)
    office.asks("db-1", "analytics")
    office.passes("db-1", "mara")
    office.asks("db-2", "payments")
    office.rejects("db-2", "mara")
    ids = office.desk.look(LastRequests(HOST))
    assert ids == (office.ids["db-2"], office.ids["db-1"])
    second, first = office.desk.look(Simulation((OWNER, LEAD), False, ids))
    assert [(one.name, one.names, one.enough) for one in first.levels] == [
        ("Project owner", ("Elif Kaya",), True), ("Domain admin", ("Mara Lindt",), True),
    ]  # fmt: skip
    assert not first.stops
    assert [(one.count, one.enough) for one in second.levels] == [(0, False), (1, True)]
    assert second.stops
    assert [step.stage.name for step in first.real.steps] == ["Domain admin"]
    assert [one.verdict for step in second.real.steps for one in step.decisions] == ["reject"]


def test_in_a_simulation_applicants_do_not_decide_their_own_request_unless_they_may(office: Office) -> None:
    office.sets_up(LEAD)
    office.asks("db-1")
    own = (StageForm(name="Member", role="member", scope=ScopeKind.PROJECT),)
    for decides_own, count in ((False, 0), (True, 1)):
        (found,) = office.desk.look(Simulation(own, decides_own, office.desk.look(LastRequests(HOST))))
        assert (found.levels[0].count, found.stops) == (count, not decides_own)


def test_a_simulation_leaves_out_requests_that_ran_without_levels_and_stops_at_a_hundred(office: Office) -> None:
    office.asks("ungated")
    office.sets_up(LEAD)
    for number in range(102):
        office.asks(f"db-{number}")
    ids = office.desk.look(LastRequests(HOST))
    assert len(ids) == 100
    assert ids[0] == office.ids["db-101"]
    assert office.ids["ungated"] not in ids


# --------------------------------------------------------------------------------------------- what is there at all


@pytest.mark.rule("CP-31", "CP-32", "CP-69")
def test_the_inboxes_are_there_while_an_approval_kind_is_enabled_and_asking_also_without(office: Office) -> None:
    at_once = tuple(kind for kind in ProcessKind if kind.is_request and kind is not ProcessKind.JOIN_PROJECT)
    assert office.desk.look(ApprovalsOf()) == Approvals(kinds=at_once)
    office.sets_up(StageForm(name="Support", role="admin"), kind=ProcessKind.TECHNICAL_SUPPORT)
    assert office.desk.look(ApprovalsOf()).inboxes == ()
    office.sets_up(LEAD, on=False)
    office.desk.person = office.ids["ravi"]
    found = office.desk.look(ApprovalsOf())
    assert (found.inboxes, HOST in found.kinds) == ((), True)
    office.give(EnableProcess(process=office.ids[HOST]))
    found = office.desk.look(ApprovalsOf())
    assert (len(found.inboxes), HOST in found.kinds) == (4, True)
    office.give(DisableProcess(process=office.ids[HOST]))
    assert office.desk.look(ApprovalsOf()).inboxes == ()
    office.asks("db-1")
    assert len(office.desk.look(ApprovalsOf()).inboxes) == 4
