"""Filing a ticket, and a new one that refers to an ended one."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.decisions.filing import tidy_tags
from agentdesk.domain.entities import Message, Service
from agentdesk.domain.values import AuthorKind, Channel, Priority, StateKind
from tests.builders import (
    ADMIN,
    GONE,
    HELIOS,
    JONAS,
    LEA,
    MARA,
    NOAH,
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

NEW, FIRST = an_id(200), an_id(201)


def submit(source: str = "agentdesk", **fields: object) -> c.SubmitTicket:
    values: dict[str, object] = {"subject": "No VPN", "body_html": "<p>It says <b>timeout</b></p>", **fields}
    return c.SubmitTicket(ticket=NEW, message=FIRST, source=source, **values)  # type: ignore[arg-type]


def follow_up(**fields: object) -> c.FollowUpTicket:
    return c.FollowUpTicket(ticket=TICKET, new_ticket=NEW, message=FIRST, **fields)  # type: ignore[arg-type]


@pytest.mark.rule("GU-14", "GU-09", "HZ-08")
def test_a_ticket_begins_pending_with_its_description_as_first_message() -> None:
    desk = a_desk("guance")
    desk.do(submit("guance", files=(a_file(),)), NOAH)
    ticket = desk.ticket(NEW)
    assert (ticket.state, ticket.kind, ticket.number) == ("pending", StateKind.NEW, "")
    assert (ticket.requester, ticket.domain, ticket.filed_by, ticket.handler) == (NOAH, HELIOS, None, None)
    assert ticket.created == ticket.last_activity == ticket.state_since == ticket.last_customer_activity == desk.at
    first = desk.thread(NEW)[0]
    assert (first.id, first.body_text, first.author_kind) == (FIRST, "It says timeout", AuthorKind.REQUESTER)
    assert (ticket.has_files, ticket.last_author) == (True, NOAH)


@pytest.mark.rule("GU-05")
@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"type": None}, "type-required"),
        ({"subject": "  "}, "subject-required"),
        ({"body_html": "<p> </p>"}, "description-required"),
    ],
)
def test_type_title_and_description_are_required_where_the_source_asks(missing: dict[str, object], code: str) -> None:
    desk = a_desk("guance", a_type(an_id(50), "guance"), asks=("type", "title", "description"))
    command = submit("guance", type=an_id(50))
    assert desk.refusal(replace(command, **missing), NOAH).code == code  # type: ignore[arg-type]
    desk.do(command, NOAH)
    assert desk.ticket(NEW).type == an_id(50)


def test_nobody_is_asked_to_choose_from_an_empty_list() -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), enabled=False), asks=("type", "service", "title"))
    desk.do(submit(), NOAH)
    assert desk.ticket(NEW).type is None


@pytest.mark.rule("GU-07")
def test_the_filled_form_comes_with_a_change_of_owner() -> None:
    desk = a_desk("guance", a_type(an_id(50), "guance", form_template="owner.pdf"))
    command = submit("guance", type=an_id(50))
    refused = desk.refusal(command, NOAH)
    assert (refused.code, refused.data["form"]) == ("form-required", "owner.pdf")
    pasted = replace(a_file(), inline=True)
    assert desk.refusal(replace(command, files=(pasted,)), NOAH).code == "form-required"
    desk.do(replace(command, files=(a_file(),)), NOAH)


@pytest.mark.rule("GU-08")
def test_a_mailbox_cannot_be_verified_without_mail() -> None:
    kind = a_type(an_id(50), "guance", name="Unbind MFA", mailbox_verification=True)
    refused = a_desk("guance", kind).refusal(submit("guance", type=kind.id), NOAH)
    assert (refused.code, refused.data["type"]) == ("mail-not-configured", "Unbind MFA")
    a_desk("guance", kind, has_mail=True).do(submit("guance", type=kind.id), NOAH)


@pytest.mark.rule("RS-26")
def test_a_disabled_category_is_not_for_new_tickets() -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), enabled=False))
    assert desk.refusal(submit(type=an_id(50)), NOAH).code == "type-disabled"


def test_type_and_service_are_those_of_the_source() -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), "guance"), Service(id=an_id(60), source="guance", name="VPN"))
    desk.put(Service(id=an_id(61), source="agentdesk", name="Old", enabled=False))
    assert desk.refusal(submit(type=an_id(50)), NOAH).code == "wrong-source"
    assert desk.refusal(submit(service=an_id(60)), NOAH).code == "wrong-source"
    assert desk.refusal(submit(service=an_id(61)), NOAH).code == "service-disabled"
    assert desk.refusal(submit(type=an_id(9)), NOAH).code == "not-found"


@pytest.mark.rule("GU-28")
def test_the_default_handler_gets_it_as_it_comes_and_it_stays_pending() -> None:
    desk = a_desk("guance", default_handler=MARA)
    desk.do(submit("guance"), NOAH)
    ticket = desk.ticket(NEW)
    assert (ticket.handler, ticket.state, ticket.responded) == (MARA, "pending", None)


@pytest.mark.parametrize("gone", [GONE, NOAH])
def test_a_default_handler_who_left_gets_nothing(gone: str) -> None:
    desk = a_desk("guance", default_handler=gone)
    desk.do(submit("guance"), WEI)
    assert desk.ticket(NEW).handler is None


QK = {"asks": ("description", "files", "contact", "service", "agreement"), "agreement": "We may look at your logs."}
QK_ANSWERS = {"subject": "", "contact": "13912345678", "agreed": True, "service": an_id(60)}


def a_qiankun_desk() -> Memory:
    return a_desk("qiankun", Service(id=an_id(60), source="qiankun", name="Firewall"), **QK)


@pytest.mark.rule("QK-24", "QK-16", "QK-19")
def test_qiankuns_list_shows_how_the_description_begins() -> None:
    desk = a_qiankun_desk()
    body = "<p>Device offline</p><p>since Monday</p>"
    desk.do(submit("qiankun", **{**QK_ANSWERS, "body_html": body}), NOAH)
    ticket = desk.ticket(NEW)
    assert (ticket.subject, ticket.type, ticket.priority) == ("Device offline", None, Priority.NONE)
    assert (ticket.service, ticket.handler) == (an_id(60), None)


@pytest.mark.rule("QK-22")
def test_a_ticket_offered_to_its_services_owners_has_no_handler_until_one_takes_it() -> None:
    desk = a_qiankun_desk()
    desk.do(c.SetServiceOwners(service=an_id(60), owners=(MARA, JONAS)), ADMIN)
    desk.do(submit("qiankun", **QK_ANSWERS), NOAH)
    assert desk.ticket(NEW).handler is None
    desk.do(c.HandleTicket(ticket=NEW), JONAS)
    assert desk.ticket(NEW).handler == JONAS
    assert desk.refusal(c.HandleTicket(ticket=NEW), MARA).code == "already-handled"


@pytest.mark.rule("QK-16")
def test_a_description_may_be_a_picture() -> None:
    desk = a_qiankun_desk()
    picture = replace(a_file(name="fault.png"), inline=True)
    desk.do(submit("qiankun", **{**QK_ANSWERS, "body_html": "<img src='cid:1'>", "files": (picture,)}), NOAH)
    assert desk.ticket(NEW).subject == "fault.png"


@pytest.mark.rule("QK-18", "QK-19", "QK-20", "QK-24")
@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"contact": " "}, "contact-required"),
        ({"service": None}, "service-required"),
        ({"agreed": False}, "agreement-required"),
        ({"body_html": ""}, "description-required"),
        ({"contact": "noah@helios.example", "contact_hours": "9-18"}, "hours-only-with-mobile"),
    ],
)
def test_qiankuns_form_asks_for_each_of_its_parameters(changed: dict[str, object], code: str) -> None:
    desk = a_qiankun_desk()
    assert desk.refusal(submit("qiankun", **{**QK_ANSWERS, **changed}), NOAH).code == code


@pytest.mark.rule("QK-18")
def test_hours_go_with_a_mobile() -> None:
    desk = a_qiankun_desk()
    desk.do(submit("qiankun", **QK_ANSWERS, contact_hours=" 9-18 "), NOAH)
    assert (desk.ticket(NEW).contact, desk.ticket(NEW).contact_hours) == ("13912345678", "9-18")
    assert a_desk().refusal(submit(contact_hours="9-18"), NOAH).code == "hours-only-with-mobile"


@pytest.mark.rule("CP-39", "CP-10")
def test_a_request_for_support_has_a_level() -> None:
    desk = a_desk("cloudpods", asks=("description", "priority"))
    assert desk.refusal(submit("cloudpods"), NOAH).code == "priority-required"
    desk.do(submit("cloudpods", priority=Priority.CRITICAL, subject=""), NOAH)
    ticket = desk.ticket(NEW)
    assert (ticket.state, ticket.priority, ticket.subject) == ("open", Priority.CRITICAL, "It says timeout")


@pytest.mark.rule("QK-15", "QK-25")
def test_staff_file_for_a_customer_and_the_ticket_says_so() -> None:
    desk = a_desk()
    desk.do(submit(requester=NOAH, channel=Channel.PHONE, tags=("vip",)), MARA)
    ticket = desk.ticket(NEW)
    assert (ticket.requester, ticket.filed_by, ticket.domain) == (NOAH, MARA, HELIOS)
    assert (ticket.channel, ticket.tags, ticket.last_customer_activity) == (Channel.PHONE, ("vip",), None)
    assert desk.thread(NEW)[0].author_kind is AuthorKind.STAFF
    desk.do(replace(submit(requester=NOAH), ticket=an_id(210), message=an_id(211)), ADMIN)
    assert desk.ticket(an_id(210)).filed_by == ADMIN


@pytest.mark.rule("QK-25")
def test_only_staff_file_for_others() -> None:
    desk = a_desk()
    for command in (submit(requester=LEA), submit(tags=("vip",)), submit(channel=Channel.PHONE)):
        assert desk.refusal(command, NOAH).code == "not-allowed"
    assert desk.refusal(submit(requester=GONE), MARA).code == "person-disabled"
    assert desk.refusal(submit(requester=an_id(9)), MARA).code == "not-found"
    desk.do(submit(requester=NOAH), NOAH)
    assert desk.ticket(NEW).filed_by is None


def test_filing_needs_a_source_that_is_open_and_a_person_who_is_enabled() -> None:
    assert a_desk(enabled=False).refusal(submit(), NOAH).code == "source-disabled"
    assert a_desk().refusal(submit("elsewhere"), NOAH).code == "not-found"
    assert a_desk().refusal(submit(), GONE).code == "person-disabled"
    assert a_desk("agentdesk", a_ticket(id=NEW)).refusal(submit(), NOAH).code == "already-exists"


@pytest.mark.rule("GU-22", "GU-23")
def test_the_sources_policy_binds_the_form() -> None:
    desk = a_desk("guance", file_types=("png",))
    assert desk.refusal(submit("guance", files=(a_file(name="a.exe"),)), NOAH).code == "file-type-not-allowed"


def test_a_source_that_asks_for_nothing_takes_a_bare_title() -> None:
    desk = a_desk()
    desk.do(submit(body_html=""), NOAH)
    assert not desk.all(Message)
    assert desk.ticket(NEW).subject == "No VPN"


@pytest.mark.rule("RS-18", "RS-25")
def test_business_data_is_kept_and_never_required() -> None:
    desk = a_desk("reseller", asks=("title", "business"))
    desk.do(submit("reseller", business_id="S-1", business_ip="10.0.0.1", business_type="Cloud server"), NOAH)
    ticket = desk.ticket(NEW)
    assert (ticket.business_id, ticket.business_ip, ticket.business_type) == ("S-1", "10.0.0.1", "Cloud server")


def test_tags_are_tidy() -> None:
    assert tidy_tags((" b ", "A", "a", "", "two  words")) == ("A", "b", "two words")


# --------------------------------------------------------------------------------------- new ticket from this


@pytest.mark.rule("CS-30", "QK-08", "GU-11")
def test_a_new_ticket_takes_over_source_type_and_service_and_refers_to_the_old() -> None:
    old = a_ticket(state="closed", type=an_id(50), service=an_id(60), contact="13912345678", handler=MARA)
    desk = a_desk("agentdesk", old, a_type(an_id(50)), Service(id=an_id(60), source="agentdesk", name="VPN"))
    desk.do(follow_up(body_html="It hums again"), NOAH)
    new = desk.ticket(NEW)
    assert (new.follows, new.source, new.type, new.service) == (TICKET, "agentdesk", an_id(50), an_id(60))
    assert (new.requester, new.contact, new.state, new.handler) == (NOAH, "13912345678", "pending", None)
    assert new.subject == "It hums again"
    assert desk.ticket() == old
    assert not desk.thread()


def test_where_titles_are_asked_for_the_old_one_serves() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed"), asks=("title",))
    desk.do(follow_up(body_html="Again"), NOAH)
    assert desk.ticket(NEW).subject == "The printer hums"


@pytest.mark.rule("RS-26")
def test_what_is_no_longer_offered_is_left_out() -> None:
    old = a_ticket(state="closed", type=an_id(50), service=an_id(60))
    gone = (a_type(an_id(50), enabled=False), Service(id=an_id(60), source="agentdesk", name="VPN", enabled=False))
    desk = a_desk("agentdesk", old, *gone, a_type(an_id(51), name="Other"), asks=("type", "service", "description"))
    desk.do(follow_up(body_html="Again"), NOAH)
    assert (desk.ticket(NEW).type, desk.ticket(NEW).service) == (None, None)


def test_staff_follow_up_for_the_customer_and_colleagues_for_themselves() -> None:
    desk = a_desk("customer-hub", a_ticket("customer-hub", state="closed", contact="28123456"))
    desk.do(follow_up(body_html="Again"), JONAS)
    assert (desk.ticket(NEW).requester, desk.ticket(NEW).filed_by) == (NOAH, JONAS)
    desk = a_desk("customer-hub", a_ticket("customer-hub", state="closed", contact="28123456"))
    desk.do(follow_up(body_html="Mine now"), PETRA)
    assert (desk.ticket(NEW).requester, desk.ticket(NEW).filed_by, desk.ticket(NEW).contact) == (PETRA, None, "")


def test_an_open_ticket_is_answered_and_not_followed() -> None:
    desk = a_desk("agentdesk", a_ticket())
    assert desk.refusal(follow_up(body_html="x"), NOAH).code == "not-closed-yet"
    assert desk.refusal(submit(follows=TICKET), NOAH).code == "not-closed-yet"
    assert desk.refusal(follow_up(body_html="x"), WEI).code == "not-found"


def test_the_form_can_refer_to_an_ended_ticket_too() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed"))
    assert desk.refusal(submit(follows=TICKET), WEI).code == "not-found"
    assert desk.refusal(submit(follows=an_id(9)), NOAH).code == "not-found"
    desk.do(submit(follows=TICKET), NOAH)
    assert desk.ticket(NEW).follows == TICKET


def test_who_only_handled_it_once_does_not_refer_to_it() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed", handler=WEI))
    assert desk.refusal(submit(follows=TICKET), WEI).code == "not-found"


def test_who_filed_it_for_a_customer_and_left_the_list_refers_to_it_for_themselves() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed", filed_by=WEI))
    desk.do(follow_up(body_html="It hums here too"), WEI)
    assert (desk.ticket(NEW).requester, desk.ticket(NEW).follows) == (WEI, TICKET)


def test_a_new_ticket_needs_its_source_open() -> None:
    desk = a_desk("agentdesk", a_ticket(state="closed"), enabled=False)
    assert desk.refusal(follow_up(body_html="x"), NOAH).code == "source-disabled"
