"""The inventory as each person sees it: quotas with what is used of them, hosts, trash and members."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.desk.queries.applying import ApprovalsOf
from agentdesk.desk.queries.resources import OwnerDetail, OwnerLine, ResourceOwners, ResourcesOf
from agentdesk.domain.commands import Apply, AssignRole, RestoreResource
from agentdesk.domain.inventory import host_id
from agentdesk.domain.values import ProcessKind, ScopeKind
from tests.desk.firm import Firm, copied, founded


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Firm:
    """Analytics with two hosts and one in the trash, Payments with none."""
    firm = founded(tmp_path_factory.mktemp("firm") / "desk")
    firm.open()
    firm.passes("host", "mara")
    firm.desk.rest()
    firm.ids["small"] = firm.clock.new_id()
    firm.give(_host(firm, "tiny", 2, request=firm.ids["small"]))
    firm.passes("small", "elif")
    firm.passes("small", "mara")
    firm.desk.rest()
    firm.ids |= {f"tiny-{n + 1}": host_id(firm.ids["small"], n) for n in range(2)}
    gone = Apply(request=firm.clock.new_id(), kind=ProcessKind.HOST_DELETE, hosts=(firm.ids["tiny-2"],))
    firm.give(gone, "ravi")
    firm.desk.rest()
    firm.desk.close()
    return firm


@pytest.fixture
def firm(made: Firm, tmp_path: Path) -> Iterator[Firm]:
    here = copied(made, tmp_path / "desk")
    yield here
    here.desk.close()


def _host(firm: Firm, name: str, count: int, request: str) -> Apply:
    return Apply(
        request=request, kind=ProcessKind.HOST_CREATE, project=firm.ids["analytics"], name=name, count=count,
        vcpus=2, memory_gib=8, disk_gib=20, data_disk_gib=5, reason="For tests.",
    )  # fmt: skip


def owners(firm: Firm, person: str) -> dict[str, OwnerLine]:
    firm.desk.person = firm.ids[person]
    return {line.name: line for line in firm.desk.look(ResourceOwners())}


def detail(firm: Firm, person: str, owner: str) -> OwnerDetail | None:
    firm.desk.person = firm.ids[person]
    return firm.desk.look(ResourcesOf(firm.ids[owner]))


def shown(firm: Firm, person: str, owner: str) -> OwnerDetail:
    found = detail(firm, person, owner)
    assert found is not None
    return found


@pytest.mark.rule("CP-05", "CP-07")
def test_a_project_shows_what_its_hosts_take_of_the_quota_and_the_trash_takes_nothing(firm: Firm) -> None:
    line = owners(firm, "ravi")["Analytics"]
    assert (line.hosts, line.trashed, line.domain) == (2, 1, "Data")
    assert [(use.size, use.used, use.limit, use.percent) for use in line.uses] == [
        ("vcpus", 10, 0, 0), ("memory_gib", 474, 512, 93), ("disk_gib", 25, 0, 0),
    ]  # fmt: skip
    assert line.fullest.size == "memory_gib"


def test_who_is_in_no_project_sees_nothing_of_the_inventory(firm: Firm) -> None:
    assert owners(firm, "hanna") == {}
    assert detail(firm, "hanna", "analytics") is None
    assert not firm.desk.look(ApprovalsOf()).resources


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        ("ravi", {"Analytics"}),
        ("elif", {"Analytics"}),
        ("mara", {"Analytics", "Data"}),
        ("maker", {"Analytics", "Data"}),
    ],
)
def test_members_see_their_project_and_who_has_a_say_in_the_domain_sees_that_too(
    firm: Firm, person: str, seen: set[str]
) -> None:
    assert owners(firm, person).keys() == seen
    assert firm.desk.look(ApprovalsOf()).resources


def test_a_project_of_ones_own_is_there_before_it_has_a_host(firm: Firm) -> None:
    firm.give(
        AssignRole(person=firm.ids["hanna"], role="member", scope_kind=ScopeKind.PROJECT, scope_id=firm.ids["payments"])
    )
    assert [(one.name, one.hosts, one.limited) for one in owners(firm, "hanna").values()] == [("Payments", 0, False)]


def test_a_domain_adds_up_its_projects(firm: Firm) -> None:
    line = owners(firm, "mara")["Data"]
    assert (line.hosts, line.trashed, line.domain, line.limited) == (2, 1, "", False)
    assert {host.project for host in shown(firm, "mara", "data").hosts} == {"Analytics"}


def test_hosts_and_trash_stand_apart_and_say_who_may_touch_them(firm: Firm) -> None:
    mine = shown(firm, "ravi", "analytics")
    assert [host.name for host in mine.hosts] == ["db-03", "tiny-1"]
    assert [host.name for host in mine.trash] == ["tiny-2"]
    assert all(host.mine for host in (*mine.hosts, *mine.trash))


def test_finance_sees_everything_and_may_touch_nothing(firm: Firm) -> None:
    firm.give(AssignRole(person=firm.ids["hanna"], role="finance"))
    seen = shown(firm, "hanna", "analytics")
    assert not any(host.mine for host in (*seen.hosts, *seen.trash))
    assert ProcessKind.HOST_CREATE not in seen.kinds


def test_members_are_listed_by_name_with_their_roles(firm: Firm) -> None:
    members = shown(firm, "ravi", "analytics").members
    assert [(one.person.name, one.roles) for one in members] == [
        ("Elif Kaya", ("project_owner",)), ("Ravi Desai", ("member",)),
    ]  # fmt: skip


@pytest.mark.rule("CP-69")
def test_what_may_be_asked_for_is_offered_and_nothing_else(firm: Firm) -> None:
    asked = {ProcessKind.HOST_CREATE, ProcessKind.HOST_CHANGE, ProcessKind.HOST_DELETE}
    assert set(shown(firm, "ravi", "analytics").kinds) == asked  # no process for quotas: only within one's rights
    assert set(shown(firm, "mara", "analytics").kinds) == {*asked, ProcessKind.PROJECT_QUOTA, ProcessKind.JOIN_PROJECT}
    assert shown(firm, "mara", "data").kinds == ()
    assert shown(firm, "maker", "data").kinds == (ProcessKind.DOMAIN_QUOTA,)


@pytest.mark.rule("CP-05")
def test_a_host_comes_back_from_the_trash(firm: Firm) -> None:
    firm.give(RestoreResource(resource=firm.ids["tiny-2"]), "ravi")
    after = shown(firm, "ravi", "analytics")
    assert [host.name for host in after.hosts] == ["db-03", "tiny-1", "tiny-2"]
    assert after.trash == ()
