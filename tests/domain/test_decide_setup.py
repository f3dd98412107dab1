"""Setting a desk up: schemes, sources, types and services."""

from dataclasses import replace

import pytest

from agentdesk.domain import commands as c
from agentdesk.domain.entities import (
    LogEntry,
    SchemeText,
    Service,
    ServiceOwner,
    Source,
    TicketType,
)
from agentdesk.domain.policy import FOR_ADMINS
from agentdesk.domain.values import Id, ProcessKind, Role, TypeClass
from agentdesk.schemes import shipped
from tests.builders import (
    ADMIN,
    GONE,
    JONAS,
    MARA,
    NOAH,
    PETRA,
    WEI,
    a_desk,
    a_source,
    a_type,
    an_id,
)

NEW = an_id(400)
LEVEL = c.StageForm(name="Head", persons=(PETRA,))
WISHES: tuple[c.Command, ...] = (
    c.SaveScheme(text=shipped()["qiankun"]),
    c.SaveSource(source="shop", title="Shop", scheme="agentdesk"),
    c.SetDefaultHandler(source="agentdesk", person=MARA),
    c.SaveTicketType(type=NEW, source="agentdesk", name="Question"),
    c.SaveService(service=an_id(401), source="agentdesk", name="VPN"),
    c.SetServiceOwners(service=an_id(401), owners=(MARA,)),
    c.SaveHandler(person=WEI, title="First line"),
    c.SavePerson(person=an_id(402), user_name="New.One", name="New One"),
    c.DisablePerson(person=an_id(402)),
    c.SaveDomain(domain=an_id(403), name="Nova"),
    c.SaveProject(project=an_id(404), domain=an_id(403), name="Web"),
    c.AssignRole(person=WEI, role=Role.ADMIN),
    c.RevokeRole(person=WEI, role=Role.ADMIN),
    c.SaveDesk(name="Nova", three_levels=False, default_domain=an_id(403)),
    c.SaveProcess(process=an_id(405), kind=ProcessKind.HOST_CREATE, name="Hosts", stages=(LEVEL,)),
    c.EnableProcess(process=an_id(405)),
    c.DisableProcess(process=an_id(405)),
)


@pytest.mark.rule("GU-33")
def test_every_command_of_the_set_up_is_for_administrators_alone() -> None:
    assert [c.name_of(type(wish)) for wish in WISHES] == list(FOR_ADMINS)
    desk = a_desk()
    for wish in WISHES:
        for person in (NOAH, MARA, PETRA):
            assert desk.refusal(wish, person).code == "not-allowed"
        desk.do(wish, ADMIN)


def test_wishing_the_same_again_does_no_harm() -> None:
    desk = a_desk()
    noted = (c.RevokeRole, c.SaveProcess, c.EnableProcess, c.DisableProcess)  # a process tells when it was set up last
    for wish in (one for one in WISHES if not isinstance(one, noted)):
        desk.do(wish, ADMIN)
        rows = {key: row for key, row in desk.rows.items() if key[0] != "operation_log"}
        desk.do(wish, ADMIN)
        assert {key: row for key, row in desk.rows.items() if key[0] != "operation_log"} == rows


# ----------------------------------------------------------------------------------------------------- schemes


def test_a_scheme_is_added_under_the_id_and_title_of_its_text() -> None:
    desk = a_desk()
    desk.do(c.SaveScheme(text=shipped()["cloudpods"]), ADMIN)
    saved = desk.get("scheme", "cloudpods")
    assert saved == SchemeText(id="cloudpods", title="Cloudpods", text=shipped()["cloudpods"])


def test_a_scheme_with_a_mistake_is_refused_with_line_and_reason() -> None:
    text = shipped()["guance"].replace('to = "cancelled"', 'to = "gone"')
    refused = a_desk().refusal(c.SaveScheme(text=text), ADMIN)
    line = text[: text.index('to = "gone"')].rindex("[[transition]]")
    assert refused.code == "scheme-invalid"
    assert refused.data["reason"] == "unknown-state"
    assert refused.data["line"] == text[:line].count("\n") + 1
    assert refused.data["state"] == "gone"


def renamed(text: str, old: str, new: str) -> c.SaveScheme:
    assert old in text
    return c.SaveScheme(text=text.replace(old, new))


def test_a_state_in_which_tickets_may_stand_stays_what_it_is() -> None:
    desk, text = a_desk("guance"), shipped()["guance"]
    assert desk.refusal(renamed(text, '"processing"', '"working"'), ADMIN).data["state"] == "processing"
    assert (
        desk.refusal(renamed(text, 'kind = "working"', 'kind = "waiting_staff"'), ADMIN).code == "scheme-state-removed"
    )
    desk.do(renamed(text, 'en = "Guance"', 'en = "Guance!"'), ADMIN)
    assert [one.title for one in desk.all(SchemeText)] == ["Guance!"]


def test_a_scheme_that_no_source_uses_may_change_freely() -> None:
    desk, text = a_desk(), shipped()["guance"]
    desk.do(c.SaveScheme(text=text), ADMIN)
    wish = renamed(text, '"processing"', '"working"')
    desk.do(wish, ADMIN)
    assert wish.text in [one.text for one in desk.all(SchemeText)]


# ----------------------------------------------------------------------------------------------------- sources


def source(**fields: object) -> c.SaveSource:
    values: dict[str, object] = {"source": "shop", "title": "Shop", "scheme": "agentdesk", **fields}
    return c.SaveSource(**values)  # type: ignore[arg-type]


def test_a_source_is_saved_and_saving_again_keeps_what_is_set_elsewhere() -> None:
    desk = a_desk()
    desk.do(source(file_types=(".PNG", "jpeg", "png"), asks=("title", "files"), agreement=" Yes "), ADMIN)
    desk.do(c.SetDefaultHandler(source="shop", person=MARA), ADMIN)
    desk.do(source(title="The  shop", prefix="SH", max_files=2), ADMIN)
    saved = desk.get("source", "shop")
    assert saved == Source(
        id="shop", title="The shop", scheme="agentdesk", prefix="SH", max_files=2, default_handler=MARA
    )


def test_the_extensions_of_a_source_are_kept_plain() -> None:
    desk = a_desk()
    desk.do(source(file_types=(".PNG", " jpeg", "png"), agreement=" Yes "), ADMIN)
    saved = desk.all(Source)[-1]
    assert (saved.file_types, saved.agreement) == (("png", "jpeg"), "Yes")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"scheme": "nowhere"}, "scheme-unknown"),
        ({"title": "  "}, "name-required"),
        ({"title": "AGENTDESK"}, "name-taken"),
        ({"source": "Shop!"}, "bad-argument"),
        ({"source": ""}, "bad-argument"),
        ({"prefix": "tk"}, "bad-argument"),
        ({"asks": ("title", "blood type")}, "bad-argument"),
        ({"file_types": ("p*",)}, "bad-argument"),
    ],
)
def test_a_source_makes_sense(fields: dict[str, object], code: str) -> None:
    assert a_desk().refusal(source(**fields), ADMIN).code == code


def test_a_source_changes_to_a_scheme_in_which_its_tickets_stand_as_well() -> None:
    desk = a_desk("guance", *a_source("qiankun")[:1])
    desk.put(
        SchemeText(id="guance-too", title="x", text=shipped()["guance"].replace('id = "guance"', 'id = "guance-too"'))
    )
    change = source(source="guance", title="Guance", scheme="qiankun")
    assert desk.refusal(change, ADMIN).code == "scheme-state-removed"
    desk.do(replace(change, scheme="guance-too"), ADMIN)


@pytest.mark.rule("GU-28", "GU-34")
def test_the_default_handler_is_one() -> None:
    desk = a_desk()
    assert desk.refusal(c.SetDefaultHandler(source="agentdesk", person=NOAH), ADMIN).code == "not-a-handler"
    assert desk.refusal(c.SetDefaultHandler(source="agentdesk", person=GONE), ADMIN).code == "person-disabled"
    assert desk.refusal(c.SetDefaultHandler(source="nowhere"), ADMIN).code == "not-found"
    for person in (MARA, None):
        desk.do(c.SetDefaultHandler(source="agentdesk", person=person), ADMIN)
        assert desk.all(Source)[0].default_handler == person


# ------------------------------------------------------------------------------------------ types and services


def a_kind(**fields: object) -> c.SaveTicketType:
    values: dict[str, object] = {"type": NEW, "source": "agentdesk", "name": "Cloud", **fields}
    return c.SaveTicketType(**values)  # type: ignore[arg-type]


@pytest.mark.rule("RS-04", "GU-07", "GU-08")
def test_a_type_keeps_everything_the_form_has() -> None:
    desk = a_desk()
    desk.do(
        a_kind(
            labels=("zh=云",),
            introduction="All about clouds",
            group="Technical",
            type_class=TypeClass.FILING,
            submit_upstream=True,
            icon="cloud",
            order=4,
            enabled=False,
            form_template="form.pdf",
            mailbox_verification=True,
        ),
        ADMIN,
    )
    expected = TicketType(
        id=NEW,
        source="agentdesk",
        name="Cloud",
        labels=("zh=云",),
        introduction="All about clouds",
        group="Technical",
        type_class=TypeClass.FILING,
        submit_upstream=True,
        icon="cloud",
        order=4,
        enabled=False,
        form_template="form.pdf",
        mailbox_verification=True,
    )
    assert desk.all(TicketType) == [expected]


@pytest.mark.rule("RS-05", "RS-07")
@pytest.mark.parametrize("kind", TypeClass)
def test_business_technical_and_trademark_exist_once_in_a_source(kind: TypeClass) -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), name="First", type_class=kind), *a_source("guance"))
    second = a_kind(type_class=kind)
    if kind in (TypeClass.BUSINESS_TECHNICAL, TypeClass.TRADEMARK):
        refused = desk.refusal(second, ADMIN)
        assert (refused.code, refused.data["name"]) == ("type-class-taken", "First")
        desk.do(replace(second, source="guance"), ADMIN)
        desk.do(a_kind(type=an_id(50), name="First", type_class=kind), ADMIN)
    else:
        desk.do(second, ADMIN)


@pytest.mark.rule("RS-05", "RS-06")
@pytest.mark.parametrize("kind", TypeClass)
def test_all_classes_but_ordinary_may_be_handed_upstream(kind: TypeClass) -> None:
    desk, wish = a_desk(), a_kind(type_class=kind, submit_upstream=True)
    if kind is TypeClass.ORDINARY:
        assert desk.refusal(wish, ADMIN).code == "class-not-for-upstream"
    else:
        desk.do(wish, ADMIN)


def test_types_and_services_have_names_of_their_own_in_their_source() -> None:
    desk = a_desk("agentdesk", a_type(an_id(50), name="Cloud"), *a_source("guance"))
    desk.put(Service(id=an_id(60), source="agentdesk", name="VPN"))
    service = c.SaveService(service=NEW, source="agentdesk", name="vpn ")
    assert desk.refusal(a_kind(name="CLOUD"), ADMIN).code == "name-taken"
    assert desk.refusal(a_kind(name=" "), ADMIN).code == "name-required"
    assert desk.refusal(a_kind(source="nowhere"), ADMIN).code == "not-found"
    assert desk.refusal(a_kind(type=an_id(50), source="guance"), ADMIN).code == "wrong-source"
    assert desk.refusal(service, ADMIN).code == "name-taken"
    assert desk.refusal(replace(service, service=an_id(60), source="guance"), ADMIN).code == "wrong-source"
    assert desk.refusal(replace(service, source="nowhere"), ADMIN).code == "not-found"
    desk.do(replace(service, service=an_id(60), enabled=False, order=2), ADMIN)
    assert desk.all(Service) == [Service(id=an_id(60), source="agentdesk", name="vpn", enabled=False, order=2)]


@pytest.mark.rule("QK-21")
def test_a_service_has_exactly_the_owners_it_was_given() -> None:
    desk = a_desk("agentdesk", Service(id=NEW, source="agentdesk", name="VPN"))
    given: list[tuple[Id, ...]] = [(MARA, JONAS, MARA), (JONAS,), (MARA,), ()]
    for owners in given:
        desk.do(c.SetServiceOwners(service=NEW, owners=owners), ADMIN)
        assert {one.person for one in desk.all(ServiceOwner) if one.active} == set(owners)
    assert len(desk.all(ServiceOwner)) == 2
    assert desk.all(LogEntry)[0].root_kind == "service"


@pytest.mark.rule("QK-21")
def test_owners_are_handlers() -> None:
    desk = a_desk("agentdesk", Service(id=NEW, source="agentdesk", name="VPN"))
    assert desk.refusal(c.SetServiceOwners(service=NEW, owners=(MARA, NOAH)), ADMIN).code == "not-a-handler"
    assert desk.refusal(c.SetServiceOwners(service=an_id(9), owners=()), ADMIN).code == "not-found"
