"""Replies, notes, participants and shared links."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import Attachment, Participant, SharedLink
from agentdesk.domain.values import AuthorKind, Channel, MessageKind, Visibility
from tests.builders import (
    ADMIN,
    GONE,
    JONAS,
    LEA,
    MARA,
    NOAH,
    NOON,
    PETRA,
    TICKET,
    WEI,
    Memory,
    a_desk,
    a_file,
    a_ticket,
    a_type,
    an_id,
)


def the_desk(scheme: str = "agentdesk", **fields: object) -> Memory:
    return a_desk(scheme, a_ticket(scheme, **fields))


def reply(desk: Memory, html: str = "<p>Hello</p>", *files: c.FileRef) -> c.Reply:
    return c.Reply(ticket=TICKET, message=desk.new_id(), body_html=html, files=files)


def note(desk: Memory, html: str = "<p>Among us</p>", *files: c.FileRef) -> c.AddNote:
    return c.AddNote(ticket=TICKET, message=desk.new_id(), body_html=html, files=files)


# ----------------------------------------------------------------------------------------------------- replies


@pytest.mark.rule("GU-23", "GU-26")
def test_both_sides_reply_with_files() -> None:
    desk = the_desk("guance", state="processing", handler=MARA)
    desk.do(reply(desk, "<p>Here: <b>this</b></p>", a_file(1)), NOAH)
    desk.do(reply(desk, "<p>Thanks</p>", a_file(2, "b.pdf", media_type="application/pdf")), MARA)
    theirs, ours = desk.thread()
    assert (theirs.author, theirs.author_kind, theirs.body_text) == (NOAH, AuthorKind.REQUESTER, "Here: this")
    assert (ours.author, ours.author_kind, ours.kind) == (MARA, AuthorKind.STAFF, MessageKind.REPLY)
    assert theirs.body_html == "<p>Here: <b>this</b></p>"
    assert {(one.message, one.name) for one in desk.all(Attachment)} == {(theirs.id, "screen.png"), (ours.id, "b.pdf")}
    assert desk.ticket().has_files
    assert desk.ticket().last_author == MARA


def test_a_reply_moves_the_times_of_its_side() -> None:
    desk = the_desk(state="processing", handler=MARA, responded=NOON)
    desk.do(reply(desk), MARA)
    assert desk.ticket().last_activity == desk.at
    assert desk.ticket().last_customer_activity is None
    desk.do(reply(desk), NOAH)
    assert desk.ticket().last_activity == desk.ticket().last_customer_activity == desk.at


@pytest.mark.rule("QK-09", "QK-04", "QK-07")
def test_qiankun_goes_to_and_fro() -> None:
    desk = the_desk("qiankun", state="processing", handler=MARA)
    states = []
    for author in (MARA, MARA, NOAH, NOAH, MARA):
        desk.do(reply(desk), author)
        states.append(desk.ticket().state)
    assert states == ["pending_feedback", "pending_feedback", "pending_reply", "pending_reply", "pending_feedback"]


@pytest.mark.rule("QK-09", "QK-10")
def test_words_in_pending_confirmation_refuse_the_solution() -> None:
    desk = the_desk("qiankun", state="pending_confirmation", handler=MARA)
    desk.do(reply(desk), NOAH)
    assert desk.ticket().state == "pending_reply"


@pytest.mark.rule("CP-47", "CP-43")
def test_the_days_run_on_from_the_first_entry() -> None:
    desk = the_desk("cloudpods", state="in_process", handler=MARA)
    desk.do(reply(desk), MARA)
    first = desk.ticket().state_since
    desk.do(reply(desk), MARA)
    assert (desk.ticket().state, desk.ticket().state_since) == ("pending", first)
    desk.do(reply(desk), NOAH)
    assert (desk.ticket().state, desk.ticket().state_since) == ("reopen", desk.at)


@pytest.mark.rule("CP-41")
@pytest.mark.parametrize("state", ["open", "in_process", "reopen"])
def test_the_user_adds_without_moving_a_ticket_that_waits_for_support(state: str) -> None:
    desk = the_desk("cloudpods", state=state)
    desk.do(reply(desk), NOAH)
    assert desk.ticket().state == state


@pytest.mark.rule("RS-18a")
def test_a_members_reply_changes_no_status() -> None:
    for state in ("unhandled", "accepted", "replied", "transferred", "returned"):
        desk = the_desk("reseller", state=state)
        desk.do(reply(desk), NOAH)
        assert desk.ticket().state == state


@pytest.mark.rule("CS-23")
def test_the_organisations_administrator_answers_from_the_customers_side() -> None:
    desk = the_desk("customer-hub", channel=Channel.EMAIL)
    desk.do(reply(desk), PETRA)
    assert desk.thread()[0].author_kind is AuthorKind.REQUESTER
    assert desk.ticket().last_customer_activity == desk.at
    desk.change(channel=Channel.PHONE)
    assert desk.refusal(reply(desk), PETRA).code == "no-email-thread"


@pytest.mark.rule("GU-30", "QK-09")
@pytest.mark.parametrize("scheme", ["guance", "qiankun"])
def test_staff_take_a_pending_ticket_before_they_write(scheme: str) -> None:
    desk = the_desk(scheme, handler=MARA)
    assert desk.refusal(reply(desk), MARA).code == "handle-first"


@pytest.mark.rule("RS-10")
def test_where_nothing_has_to_be_accepted_the_answer_accepts() -> None:
    desk = the_desk("customer-hub", handler=MARA)
    desk.do(reply(desk), MARA)
    first = desk.ticket().responded
    assert first == desk.at
    desk.do(reply(desk), MARA)
    assert desk.ticket().responded == first


@pytest.mark.parametrize("html", ["", "   ", "<p><br></p>", "<div>&nbsp;</div>"])
def test_a_message_says_something_or_carries_a_file(html: str) -> None:
    desk = the_desk(state="processing", handler=MARA)
    assert desk.refusal(reply(desk, html), MARA).code == "text-required"
    assert desk.refusal(note(desk, html), MARA).code == "text-required"
    desk.do(reply(desk, html, a_file()), MARA)
    assert desk.thread()[0].body_text == ""


@pytest.mark.rule("GU-22", "CS-26")
def test_the_sources_policy_binds_every_message() -> None:
    desk = a_desk("agentdesk", a_ticket(state="processing", handler=MARA), max_files=1, max_file_bytes=10)
    assert desk.refusal(reply(desk, "x", a_file(1, size=1), a_file(2, size=1)), NOAH).code == "too-many-files"
    assert desk.refusal(reply(desk, "x", a_file(size=11)), MARA).code == "file-too-large"
    assert desk.refusal(note(desk, "x", a_file(size=0)), MARA).code == "file-empty"


@pytest.mark.rule("GU-11", "GU-12", "GU-32", "QK-08", "RS-16")
@pytest.mark.parametrize(
    ("scheme", "state", "code"),
    [
        ("guance", "completed", "ticket-closed"),
        ("guance", "cancelled", "ticket-cancelled"),
        ("qiankun", "closed", "ticket-closed"),
        ("reseller", "completed", "ticket-closed"),
    ],
)
def test_an_ended_ticket_takes_no_word(scheme: str, state: str, code: str) -> None:
    desk = the_desk(scheme, state=state, handler=MARA)
    for person in (MARA, JONAS, ADMIN):
        assert desk.refusal(note(desk), person).code == code
    assert desk.refusal(reply(desk), NOAH).code == code


def test_ids_that_came_with_a_command_stand_for_nothing_else() -> None:
    desk = the_desk(state="processing", handler=MARA)
    desk.do(reply(desk, "x", a_file(1)), MARA)
    taken = desk.thread()[0].id
    assert desk.refusal(c.Reply(ticket=TICKET, message=taken, body_html="y"), NOAH).code == "already-exists"
    assert desk.refusal(reply(desk, "y", a_file(1)), NOAH).code == "already-exists"
    assert desk.refusal(reply(desk, "y", a_file(2), a_file(2)), NOAH).code == "already-exists"


def test_a_file_without_a_proper_hash_is_refused() -> None:
    desk = the_desk(state="processing", handler=MARA)
    assert desk.refusal(reply(desk, "x", replace(a_file(), sha256="../x")), MARA).code == "bad-argument"


@pytest.mark.rule("GU-07")
def test_the_missing_form_comes_with_the_customers_files() -> None:
    kind = a_type(an_id(50), "guance", form_template="form.pdf")
    desk = a_desk("guance", a_ticket("guance", handler=MARA, type=kind.id, incomplete="No seal"), kind)
    desk.do(reply(desk, "What seal?"), NOAH)
    assert desk.ticket().incomplete == "No seal"
    desk.do(reply(desk, "That one", a_file()), NOAH)
    assert desk.ticket().incomplete == ""


# ------------------------------------------------------------------------------------------------------- notes


@pytest.mark.rule("RS-22")
def test_a_note_is_for_staff_and_shows_nothing_to_the_customer() -> None:
    desk = the_desk(state="processing", handler=MARA)
    before = desk.ticket()
    desk.do(note(desk, "Careful", a_file()), JONAS)
    message = desk.thread()[0]
    assert (message.kind, message.visibility, message.author_kind) == (
        MessageKind.NOTE,
        Visibility.STAFF,
        AuthorKind.STAFF,
    )
    assert desk.ticket() == before
    for person in (NOAH, PETRA):
        assert desk.refusal(note(desk), person).code == "not-allowed"


# ------------------------------------------------------------------------------------------------------ people


@pytest.mark.rule("CS-13")
def test_participants_come_and_go_and_come_again() -> None:
    desk = the_desk()
    add, remove = c.AddParticipant(ticket=TICKET, person=LEA), c.RemoveParticipant(ticket=TICKET, person=LEA)
    for command in (add, remove, add):
        desk.do(command, MARA)
    assert [(one.person, one.active) for one in desk.all(Participant)] == [(LEA, True)]
    assert desk.codes() == ["participant-added", "participant-removed", "participant-added"]
    assert {message.data for message in desk.thread()} == {("name=Lea Sommer",)}
    assert {message.visibility for message in desk.thread()} == {Visibility.EVERYONE}


def test_nobody_is_linked_twice_or_removed_who_was_not() -> None:
    desk = the_desk()
    add, remove = c.AddParticipant(ticket=TICKET, person=LEA), c.RemoveParticipant(ticket=TICKET, person=LEA)
    assert desk.refusal(remove, MARA).code == "not-a-participant"
    desk.do(add, MARA)
    assert desk.refusal(add, MARA).code == "already-participant"
    assert desk.refusal(replace(add, person=NOAH), MARA).code == "already-participant"
    assert desk.refusal(replace(add, person=GONE), MARA).code == "person-disabled"
    assert desk.refusal(replace(add, person=an_id(9)), MARA).code == "not-found"
    assert desk.refusal(replace(add, person=WEI), NOAH).code == "not-allowed"
    desk.do(remove, MARA)
    assert desk.refusal(remove, MARA).code == "not-a-participant"


def test_somebody_who_is_no_more_can_be_removed() -> None:
    link = Participant(id=an_id(70), ticket=TICKET, person=an_id(9))
    desk = a_desk("agentdesk", a_ticket(), link)
    desk.do(c.RemoveParticipant(ticket=TICKET, person=an_id(9)), MARA)
    assert desk.thread()[-1].data == ("name=",)


# ------------------------------------------------------------------------------------------------------- links


def share(desk: Memory, url: str, title: str = "") -> c.ShareLink:
    return c.ShareLink(ticket=TICKET, link=desk.new_id(), url=url, title=title)


@pytest.mark.rule("CS-13")
def test_a_link_is_shared_in_the_thread() -> None:
    desk = the_desk(state="processing", handler=MARA)
    desk.do(share(desk, " https://docs.example/vpn?a=1 ", "VPN guide"), MARA)
    link = desk.all(SharedLink)[0]
    assert (link.title, link.url, link.by, link.at) == ("VPN guide", "https://docs.example/vpn?a=1", MARA, desk.at)
    assert desk.thread()[0].data == ("title=VPN guide", "url=https://docs.example/vpn?a=1")
    desk.do(share(desk, "http://docs.example"), JONAS)
    assert {one.title for one in desk.all(SharedLink)} == {"VPN guide", "http://docs.example"}


@pytest.mark.rule("HZ-19")
@pytest.mark.parametrize(
    "url",
    [
        "", "docs.example", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example", "https://",
        "https://a b.example", "https://a.example/\u202egpj", "https://[::1", "https://a.example:99999", "//a.example",
    ],
)  # fmt: skip
def test_only_web_addresses_are_links(url: str) -> None:
    desk = the_desk(state="processing", handler=MARA)
    assert desk.refusal(share(desk, url), MARA).code == "bad-link"
