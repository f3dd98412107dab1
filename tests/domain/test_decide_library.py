"""Saved views and canned replies."""

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import CannedReply, SavedView
from tests.builders import ADMIN, JONAS, MARA, NOAH, a_desk, an_id

VIEW, REPLY = an_id(400), an_id(401)


def view(**fields: object) -> c.SaveView:
    values: dict[str, object] = {"name": "Urgent", "queue": "support.queue", "filters": ("priority=fatal",), **fields}
    return c.SaveView(view=VIEW, **values)  # type: ignore[arg-type]


def canned(**fields: object) -> c.SaveCannedReply:
    values: dict[str, object] = {"name": "Hello", "body_html": "<p>Hello!</p>", **fields}
    return c.SaveCannedReply(canned=REPLY, **values)  # type: ignore[arg-type]


def test_everybody_saves_views_of_their_own_and_changes_them() -> None:
    desk = a_desk()
    desk.do(view(), NOAH)
    desk.do(view(name=" Very  urgent ", icon="star", order=3, active=False), NOAH)
    saved = SavedView(
        id=VIEW,
        person=NOAH,
        name="Very urgent",
        queue="support.queue",
        filters=("priority=fatal",),
        icon="star",
        order=3,
        active=False,
    )
    assert desk.all(SavedView) == [saved]


def test_nobody_changes_somebody_elses_view() -> None:
    desk = a_desk()
    desk.do(view(), NOAH)
    assert desk.refusal(view(name="Mine"), ADMIN).code == "not-found"


def test_names_are_required() -> None:
    assert a_desk().refusal(view(name="  "), NOAH).code == "name-required"
    assert a_desk().refusal(canned(name=""), MARA).code == "name-required"


def test_staff_keep_replies_for_themselves_and_for_all() -> None:
    desk = a_desk()
    desk.do(canned(), MARA)
    assert desk.all(CannedReply)[0].owner == MARA
    assert desk.refusal(canned(), JONAS).code == "not-found"
    desk.do(canned(shared=True, source="agentdesk", order=2), MARA)
    assert (desk.all(CannedReply)[0].owner, desk.all(CannedReply)[0].source) == (None, "agentdesk")
    desk.do(canned(shared=True, active=False), JONAS)
    assert not desk.all(CannedReply)[0].active


@pytest.mark.rule("GU-35")
def test_requesters_have_no_canned_replies() -> None:
    assert a_desk().refusal(canned(), NOAH).code == "not-allowed"


def test_a_canned_reply_says_something_in_a_source_that_is_there() -> None:
    desk = a_desk()
    assert desk.refusal(canned(body_html="<br>"), MARA).code == "text-required"
    assert desk.refusal(canned(source="nowhere"), ADMIN).code == "not-found"
