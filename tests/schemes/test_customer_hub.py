"""Customer hub: open or closed, answered in its e-mail thread."""

import pytest

from agentdesk.domain.scheme import ACTORS
from tests.schemes.reading import HUB, found, leads, offered


@pytest.mark.rule("CS-10")
def test_the_hub_knows_open_and_closed_in_its_own_words() -> None:
    assert [(state.id, state.label["de"]) for state in HUB.states] == [("open", "Offen"), ("closed", "Geschlossen")]


@pytest.mark.parametrize("by", ["requester", "domain_admin"])
@pytest.mark.rule("CS-23")
def test_the_hub_lets_owner_and_organisation_administrator_reply_only_to_an_email_thread(by: str) -> None:
    assert found(HUB, "open", "reply", by).only_if == ("email_thread",)


@pytest.mark.rule("CS-29")
def test_the_hub_is_closed_by_its_owner_the_handler_or_an_administrator_of_the_desk() -> None:
    assert {by for by in ACTORS if HUB.find("open", "end_ticket", by)} == {"requester", "handler", "admin"}
    assert offered(HUB, "open", "domain_admin") == {"reply"}


def test_the_hub_asks_for_feedback_after_the_close() -> None:
    assert HUB.rating == "after_close"
    assert not any("rating" in one.needs for one in HUB.transitions)


def test_the_hubs_support_can_take_answer_and_forward() -> None:
    assert leads(HUB, "handle_ticket", "staff") == {"open": "open"}
    assert offered(HUB, "open", "handler") >= {"reply", "forward_ticket", "end_ticket"}
