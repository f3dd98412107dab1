"""What every shipped scheme keeps: labels, ends that are ends, notes for staff, a way in."""

from collections.abc import Mapping

import pytest

from agentdesk.domain.scheme import ACTORS, LANGUAGES, Scheme
from agentdesk.domain.values import StateKind
from agentdesk.schemes import shipped
from tests.schemes.reading import FILING, IDS, OWN, SCHEMES, found, leads, offered, open_states

every_scheme = pytest.mark.parametrize("scheme", [SCHEMES[id_] for id_ in IDS], ids=IDS)


def test_the_seven_schemes_are_shipped_under_their_ids() -> None:
    assert tuple(shipped()) == IDS
    assert all(SCHEMES[id_].id == id_ for id_ in IDS)


@every_scheme
def test_every_label_is_there_in_three_languages_and_no_two_states_share_one(scheme: Scheme) -> None:
    for language in LANGUAGES:
        labels = [scheme.label(state.id, language) for state in scheme.states]
        assert len(set(labels)) == len(labels)
        assert scheme.title[language]


@every_scheme
@pytest.mark.rule("GU-11")
@pytest.mark.rule("GU-12")
@pytest.mark.rule("GU-20")
@pytest.mark.rule("GU-32")
@pytest.mark.rule("QK-08")
@pytest.mark.rule("CP-44")
@pytest.mark.rule("RS-16")
def test_a_final_state_offers_nothing_to_anybody(scheme: Scheme) -> None:
    final = [state.id for state in scheme.states if state.kind.final]
    assert final
    assert not any(offered(scheme, state, by, set()) for state in final for by in ACTORS)


@every_scheme
@pytest.mark.parametrize("by", ["handler", "staff"])
def test_staff_may_write_a_note_in_every_open_state(scheme: Scheme, by: str) -> None:
    assert leads(scheme, "add_note", by) == {state: state for state in open_states(scheme)}


@every_scheme
def test_no_customer_writes_a_note(scheme: Scheme) -> None:
    assert not any(scheme.lists("add_note", by) for by in ("requester", "domain_admin", "upstream"))


@every_scheme
def test_every_state_can_be_reached(scheme: Scheme) -> None:
    reached = {scheme.initial}
    for _ in scheme.states:
        reached |= {one.to for one in scheme.transitions if one.to and one.from_ & reached}
    assert reached == {state.id for state in scheme.states}


@every_scheme
def test_exactly_one_state_is_new_and_a_ticket_begins_there(scheme: Scheme) -> None:
    assert [state.id for state in scheme.states if state.kind is StateKind.NEW] == [scheme.initial]


@every_scheme
def test_a_requester_may_write_in_every_open_state(scheme: Scheme) -> None:
    assert set(leads(scheme, "reply", "requester")) == open_states(scheme)


@every_scheme
def test_only_the_requester_cancels_and_only_what_is_new(scheme: Scheme) -> None:
    assert not any(scheme.lists("cancel_ticket", by) for by in ACTORS - {"requester"})
    assert set(leads(scheme, "cancel_ticket", "requester")) <= {scheme.initial}


@every_scheme
def test_a_forward_needs_a_person_unless_the_scheme_has_our_queue(scheme: Scheme) -> None:
    forwards = [one for one in scheme.transitions if one.action == "forward_ticket"]
    assert forwards
    assert all(("target" in one.needs) == (scheme is not OWN) for one in forwards)


@every_scheme
def test_somebody_takes_a_new_ticket_that_nobody_handles(scheme: Scheme) -> None:
    assert found(scheme, scheme.initial, "handle_ticket", "staff").only_if in ((), ("no_handler",))


SORTED: Mapping[str, set[str]] = {
    "guance": set(),
    "guance-current": {"set_priority", "set_tags", "move_ticket"},
    "qiankun": FILING - {"set_priority"},
    "cloudpods": FILING,
    "reseller": FILING,
    "customer-hub": FILING,
    "agentdesk": FILING,
}


@pytest.mark.parametrize("by", ["handler", "staff"])
@pytest.mark.parametrize("id_", IDS)
def test_staff_sort_tickets_as_far_as_the_source_knows_how(id_: str, by: str) -> None:
    assert {action for action in FILING if SCHEMES[id_].lists(action, by)} == SORTED[id_]


CONSENT = ["ask_authorization", "grant_authorization", "refuse_authorization", "revoke_authorization"]
CONSENT_BY = ["handler", "requester", "requester", "requester"]
HUB_ONLY = [
    *("append_chat", "schedule_conference", "accept_conference", "set_proxy_login"),
    *("escalate", "advance_escalation", "set_escalation_estimate", "confirm_fix", "report_not_fixed"),
]
HUB_ONLY_BY = ["handler"] * 2 + ["requester"] * 2 + ["handler"] * 3 + ["requester"] * 2


def having(action: str, by: str) -> set[str]:
    return {scheme.id for scheme in SCHEMES.values() if scheme.lists(action, by)}


@pytest.mark.parametrize(("action", "by"), list(zip(CONSENT, CONSENT_BY, strict=True)))
def test_consent_is_asked_and_given_where_private_data_is_masked(action: str, by: str) -> None:
    assert having(action, by) == {"qiankun", "reseller", "agentdesk"}


@pytest.mark.parametrize(("action", "by"), list(zip(HUB_ONLY, HUB_ONLY_BY, strict=True)))
def test_chats_calls_and_escalations_belong_to_the_hub_and_to_us(action: str, by: str) -> None:
    assert having(action, by) == {"customer-hub", "agentdesk"}


@pytest.mark.parametrize(
    ("action", "by"),
    [
        ("transfer_upstream", "handler"),
        ("return_to_partner", "upstream"),
        ("close_upstream", "upstream"),
        ("sync_link", "handler"),
    ],
)
def test_upstream_belongs_to_the_reseller_and_to_us(action: str, by: str) -> None:
    assert having(action, by) == {"reseller", "agentdesk"}
