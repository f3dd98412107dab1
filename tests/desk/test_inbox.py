"""The inbox of requests: what narrows it, what is new in it, what is found, and what is decided of several."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agentdesk.desk.queries.applying import ApplicationFormOf
from agentdesk.desk.queries.counts import Counts, ViewCounts
from agentdesk.desk.queries.filters import UnknownFilter
from agentdesk.desk.queries.people import People
from agentdesk.desk.queries.request_filters import SHOWN_STATES
from agentdesk.desk.queries.request_processors import Processor
from agentdesk.desk.queries.request_work import (
    ChoosableOf,
    InboxChoicesOf,
    InboxOf,
    RequestSearch,
    Word,
    shared,
)
from agentdesk.desk.queries.requests import RequestIds, RequestNews, RequestRows
from agentdesk.domain.commands import (
    Apply,
    EnableProcess,
    RejectStage,
    SaveProcess,
    SaveView,
    StageForm,
    UndoRequest,
)
from agentdesk.domain.values import DAY, ProcessKind, ScopeKind
from tests.desk.firm import Firm, copied, founded


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Firm:
    return founded(tmp_path_factory.mktemp("firm") / "desk")


@pytest.fixture
def firm(first: Firm, tmp_path: Path) -> Iterator[Firm]:
    made = copied(first, tmp_path / "desk")
    yield made
    made.desk.close()


def listed(firm: Firm, *filters: str, inbox: str = "pending", sort: str = "") -> list[str]:
    """Names of the requests in Mara's inbox."""
    names = {id: name for name, id in firm.ids.items()}
    return [names[id] for id in firm.desk.look(RequestIds(f"approvals.{inbox}", filters=filters, sort=sort))]


def unread(firm: Firm, name: str, person: str = "mara") -> bool:
    me, firm.desk.person = firm.desk.person, firm.ids[person]
    row = firm.desk.look(RequestRows((firm.ids[name],)))[0]
    firm.desk.person = me
    return row.unread


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ((), ["host", "join"]),
        (("kind=host_create",), ["host"]),
        (("kind=host_create", "kind=join_project"), ["host", "join"]),
        (("kind=host_create", "project=Payments"), []),
        (("project=Payments",), ["join"]),
        (("applicant=ravi",), ["host"]),
        (("state=in_approval",), ["host", "join"]),
        (("state=rejected",), []),
        (("text=swaps db",), ["host"]),
        (("text=WF-3",), ["join"]),
        (("kind=nonsense",), []),
    ],
)
def test_an_inbox_is_narrowed_by_kind_project_state_person_and_words(
    firm: Firm, filters: tuple[str, ...], left: list[str]
) -> None:
    assert listed(firm, *filters) == left


def test_an_unknown_filter_is_refused_by_name(firm: Firm) -> None:
    with pytest.raises(UnknownFilter, match="colour"):
        listed(firm, "colour=red")


def test_every_request_stands_under_exactly_one_of_the_states_that_are_shown(firm: Firm) -> None:
    firm.passes("host", "mara")
    firm.give(UndoRequest(request=firm.ids["join"], reason="No."), "hanna")
    firm.desk.person = firm.ids["maker"]
    everything = firm.desk.look(RequestIds("approvals.all"))
    found = [
        id for state in SHOWN_STATES for id in firm.desk.look(RequestIds("approvals.all", filters=(f"state={state}",)))
    ]
    assert sorted(found) == sorted(everything)
    assert len(everything) == 3


def test_an_inbox_can_be_put_in_another_order(firm: Firm) -> None:
    assert listed(firm, sort="newest") == ["join", "host"]
    assert listed(firm, sort="oldest") == ["host", "join"]


def test_an_inbox_offers_what_occurs_in_it(firm: Firm) -> None:
    choices = firm.desk.look(InboxChoicesOf("approvals.pending"))
    assert choices.kinds == (ProcessKind.HOST_CREATE, ProcessKind.JOIN_PROJECT)
    assert choices.projects == ("Analytics", "Payments")
    assert [person.user_name for person in choices.people] == ["hanna", "ravi"]


def test_a_view_of_an_inbox_counts_its_requests(firm: Firm) -> None:
    view = firm.clock.new_id()
    firm.give(SaveView(view=view, name="Hosts", queue="approvals.pending", filters=("kind=host_create",)), "mara")
    assert firm.desk.look(ViewCounts()) == {view: 1}


# ------------------------------------------------------------------------------------------------- what is new


def test_what_waits_is_new_until_one_has_looked_and_again_when_somebody_else_acts(firm: Firm) -> None:
    assert unread(firm, "host")
    assert listed(firm, "unread") == ["host", "join"]
    firm.desk.mark((firm.ids["host"],), kind="request")
    assert listed(firm, "unread") == ["join"]
    firm.passes("host", "oskar")
    assert unread(firm, "host")


def test_what_somebody_did_themselves_is_no_news_to_them_but_to_the_applicant(firm: Firm) -> None:
    firm.desk.mark((firm.ids["join"],), kind="request")
    seen = firm.seen("join", "mara")
    firm.give(
        RejectStage(request=firm.ids["join"], stage=str(seen.stage), digest=seen.digest, comment="Ask Elif."), "mara"
    )
    assert not unread(firm, "join")
    assert not unread(firm, "join", "hanna")  # over, and she never looked at it since she asked
    firm.desk.person = firm.ids["hanna"]
    firm.desk.mark((firm.ids["join"],), read=False, kind="request")
    assert unread(firm, "join", "hanna")


def test_each_person_has_their_own_marks(firm: Firm) -> None:
    firm.desk.mark((firm.ids["host"],), kind="request")
    assert not unread(firm, "host")
    assert unread(firm, "host", "oskar")


def told(firm: Firm, *filters: str) -> list[tuple[str, ...] | RequestNews]:
    """What a list that Mara has open hears."""
    firm.desk.person = firm.ids["mara"]
    heard: list[tuple[str, ...] | RequestNews] = []
    firm.desk.watch(RequestIds("approvals.pending", filters=filters), lambda answer, _: heard.append(answer))
    return heard


def test_an_open_list_is_told_the_row_that_was_looked_at_and_not_itself_again(firm: Firm) -> None:
    heard = told(firm)
    firm.desk.mark((firm.ids["host"],), kind="request")
    assert isinstance(heard[-1], RequestNews)
    assert [(row.id, row.unread) for row in heard[-1].rows] == [(firm.ids["host"], False)]


def test_an_open_list_of_what_is_new_loses_what_was_looked_at(firm: Firm) -> None:
    heard = told(firm, "unread")
    firm.desk.mark((firm.ids["host"],), kind="request")
    assert heard == [(firm.ids["host"], firm.ids["join"]), (firm.ids["join"],)]


# ------------------------------------------------------------------------------------------------- finding one


def found(firm: Firm, *words: Word, person: str = "mara") -> list[str]:
    firm.desk.person = firm.ids[person]
    return [row.number for row in firm.desk.look(RequestSearch(words, 8))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("WF-2", ["WF-2"]), ("db-03", ["WF-2"]), ("shared", ["WF-2"]), ("keep the end", ["WF-2"]), ("payments", ["WF-3"]),
     ("hanna", ["WF-3"]), ("100%", [])],
)  # fmt: skip
def test_a_request_is_found_by_number_name_reason_project_applicant_and_what_was_said(
    firm: Firm, text: str, numbers: list[str]
) -> None:
    assert found(firm, *(Word(word) for word in text.split())) == numbers


def test_a_request_is_found_by_the_name_of_its_kind_and_by_its_hosts(firm: Firm) -> None:
    assert found(firm, Word("host", (ProcessKind.HOST_CREATE,)), Word("db")) == ["WF-2"]
    firm.passes("host", "mara")
    firm.desk.rest()
    hosts = firm.desk.look(ApplicationFormOf(ProcessKind.HOST_CHANGE)).hosts
    host = hosts[0].id
    change = firm.clock.new_id()
    firm.give(Apply(request=change, kind=ProcessKind.HOST_CHANGE, hosts=(host,), vcpus=4), "ravi")
    assert found(firm, Word("db-03"), person="ravi") == ["WF-4", "WF-2"]


def test_only_the_newest_are_looked_through(firm: Firm) -> None:
    firm.desk.person = firm.ids["maker"]
    words = (Word("data"),)
    assert len(firm.desk.look(RequestSearch(words, 8))) == 3
    assert [row.number for row in firm.desk.look(RequestSearch(words, 8, depth=1))] == ["WF-3"]


def test_nobody_finds_a_request_they_may_not_see(firm: Firm) -> None:
    assert found(firm, Word("db-03"), person="hanna") == []


def test_where_a_request_stands_is_known(firm: Firm) -> None:
    host = firm.ids["host"]
    assert firm.desk.look(InboxOf(host)) == "approvals.pending"
    firm.passes("host", "mara")
    assert firm.desk.look(InboxOf(host)) == "approvals.resolved"
    firm.desk.person = firm.ids["ravi"]
    assert firm.desk.look(InboxOf(host)) == "approvals.mine"
    firm.desk.person = firm.ids["hanna"]
    assert firm.desk.look(InboxOf(host)) == ""


# ------------------------------------------------------------------------------------------------- several together


def test_of_several_each_has_its_stage_and_its_digest(firm: Firm) -> None:
    several = firm.desk.look(ChoosableOf((firm.ids["join"], firm.ids["host"])))
    alone = firm.seen("host", "mara")
    assert [one.row.number for one in several] == ["WF-3", "WF-2"]
    assert (several[1].stage, several[1].digest) == (alone.stage, alone.digest)
    offered = {action.command for action in shared(several) if action.enabled}
    assert offered == {"pass_stage", "reject_stage"}


def test_an_approver_may_choose_among_people_of_the_own_domain_and_nobody_else_may_look_around(firm: Firm) -> None:
    names = [person.user_name for person in firm.desk.look(People(colleagues=True))]
    assert names == ["elif", "hanna", "mara", "oskar", "ravi"]
    assert firm.desk.look(People()) == ()


def waiting(firm: Firm, person: str) -> tuple[set[str], int]:
    """Names of the requests that wait for that person, and the badge."""
    me, firm.desk.person = firm.desk.person, firm.ids[person]
    found, badge = set(listed(firm)), firm.desk.look(Counts())["approvals.pending"]
    firm.desk.person = me
    return found, badge


def test_a_delegate_does_not_find_the_own_request_among_what_waits(firm: Firm) -> None:
    firm.delegate("mara", "ravi", firm.clock.at, firm.clock.at + DAY)
    assert waiting(firm, "ravi") == ({"join"}, 1)


def test_a_delegate_finds_the_own_request_where_its_process_says_so(firm: Firm) -> None:
    firm.passes("host", "mara")
    firm.desk.rest()
    firm.delegate("mara", "ravi", firm.clock.at, firm.clock.at + DAY)
    admin = StageForm(name="Domain admin", role="domain_admin", scope=ScopeKind.DOMAIN)
    process, own, change = firm.clock.new_id(), firm.clock.new_id(), ProcessKind.HOST_CHANGE
    firm.give(SaveProcess(process=process, kind=change, name="Changes", stages=(admin,), decides_own=True))
    firm.give(EnableProcess(process=process))
    host = firm.desk.look(ApplicationFormOf(change)).hosts[0].id
    firm.ids["own"] = own
    firm.give(Apply(request=own, kind=change, hosts=(host,), vcpus=2, reason="Too slow."), "ravi")
    assert waiting(firm, "ravi") == ({"join", "own"}, 2)


@pytest.mark.rule("CP-36")
def test_the_badge_of_a_delegate_who_was_asked_too_counts_a_request_once(firm: Firm) -> None:
    firm.delegate("mara", "oskar", firm.clock.at, firm.clock.at + DAY)
    assert waiting(firm, "oskar") == ({"host", "join"}, 2)


def processor(firm: Firm, name: str, by: str) -> Processor:
    return firm.seen(name, by).row.processor


@pytest.mark.rule("CP-63")
def test_a_row_names_who_may_decide_now_and_afterwards_who_did(firm: Firm) -> None:
    assert processor(firm, "host", "ravi") == Processor("Mara Lindt", 1)
    assert processor(firm, "host", "mara") == Processor("Oskar Prinz", 0, mine=True)
    firm.passes("host", "oskar")
    assert processor(firm, "host", "mara") == Processor("Oskar Prinz")
    firm.give(UndoRequest(request=firm.ids["join"], reason="No longer."), "hanna")
    assert processor(firm, "join", "mara") == Processor("Hanna Weiß")


@pytest.mark.rule("CP-63")
def test_what_runs_by_itself_or_waits_for_its_applicant_names_no_approver(firm: Firm) -> None:
    assert processor(firm, "quota", "maker") == Processor()
    firm.ids["huge"] = firm.clock.new_id()
    wish: dict[str, Any] = {
        "project": firm.ids["analytics"],
        "name": "db-09",
        "vcpus": 1,
        "memory_gib": 600,
        "reason": "Load.",
    }
    firm.give(Apply(request=firm.ids["huge"], kind=ProcessKind.HOST_CREATE, **wish), "ravi")
    firm.passes("huge", "elif")
    firm.passes("huge", "mara")
    firm.desk.rest()
    assert firm.seen("huge", "mara").row.request.execution == "failed"
    assert processor(firm, "huge", "mara") == Processor("Ravi Desai")
