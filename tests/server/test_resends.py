"""T7: every command, sent again in every way a network and a person can think of."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, select

from agentdesk.domain import commands as c
from agentdesk.domain.commands import COMMANDS, Command
from agentdesk.domain.values import Id, Priority, Role, Solved
from agentdesk.schemes import shipped
from agentdesk.server.authority import accept
from agentdesk.server.database import connect, reading
from agentdesk.server.schema import COMMAND_LOG, FEED, TABLES
from agentdesk.wire import Result, WireCommand
from tests.builders import ADMIN, HELIOS, JONAS, LEA, MARA, NOAH
from tests.server import approvals
from tests.server.worlds import World, device

HOUR = 60 * 60 * 1_000


def _cases(world: World) -> dict[str, tuple[Id, Command]]:
    """One command of each kind that will be accepted, and by whom."""
    new = world.new_id
    fresh, mine, called = world.filed(), world.filed(), world.new_id()
    world.done(c.HandleTicket(ticket=mine), MARA)
    done = world.filed()
    world.done(c.CancelTicket(ticket=done, reason="x"), NOAH)
    joined = world.filed()
    world.done(c.AddParticipant(ticket=joined, person=LEA), MARA)
    recorded = world.new_id()
    record: dict[str, Any] = {"source": "agentdesk", "requester": "noah.okafor", "foreign_id": "7"}
    other = {**record, "foreign_id": "8"}
    world.done(c.RecordTicket(ticket=recorded, message=new(), subject="Old", **record), MARA)
    domain, type_, service = new(), new(), new()
    world.done(c.SaveService(service=service, source="agentdesk", name="DNS"), ADMIN)
    world.done(c.SaveTicketType(type=type_, source="agentdesk", name="Fault"), ADMIN)
    form = world.new_id()
    world.done(c.SaveTicketType(type=form, source="guance", name="Unbind MFA"), ADMIN)
    asked = world.filed(NOAH, "guance", type=form)
    world.done(c.SaveTicketType(type=form, source="guance", name="Unbind MFA", form_template="unbind.docx"), ADMIN)
    rated = _ended(world)
    return {
        "submit_ticket": (NOAH, c.SubmitTicket(ticket=new(), message=new(), source="agentdesk", subject="Hum")),
        "handle_ticket": (MARA, c.HandleTicket(ticket=fresh)),
        "forward_ticket": (MARA, c.ForwardTicket(ticket=mine, to=JONAS)),
        "reply": (NOAH, world.reply(fresh)),
        "add_note": (MARA, c.AddNote(ticket=mine, message=new(), body_html="<p>x</p>")),
        "complete_ticket": (MARA, c.CompleteTicket(ticket=mine)),
        "confirm_ticket": (NOAH, c.ConfirmTicket(ticket=_completed(world), solved=Solved.YES)),
        "end_ticket": (NOAH, c.EndTicket(ticket=mine)),
        "cancel_ticket": (NOAH, c.CancelTicket(ticket=fresh, reason="x")),
        "return_incomplete": (MARA, c.ReturnIncomplete(ticket=asked, reason="Form")),
        "rate_ticket": (NOAH, c.RateTicket(ticket=rated, rating=4)),
        "follow_up_ticket": (NOAH, c.FollowUpTicket(ticket=done, new_ticket=new(), message=new(), body_html="x")),
        "move_ticket": (MARA, c.MoveTicket(ticket=mine, type=type_, service=service)),
        "set_priority": (MARA, c.SetPriority(ticket=mine, priority=Priority.FATAL)),
        "set_tags": (MARA, c.SetTags(ticket=mine, add=("x",))),
        "add_participant": (MARA, c.AddParticipant(ticket=mine, person=LEA)),
        "remove_participant": (MARA, c.RemoveParticipant(ticket=joined, person=LEA)),
        "share_link": (MARA, c.ShareLink(ticket=mine, link=new(), url="https://example.org")),
        "receive_email": (MARA, c.ReceiveEmail(ticket=new(), message=new(), source="agentdesk", mail_id="<1@x>")),
        "log_call": (MARA, c.LogCall(ticket=called, message=new(), source="agentdesk", requester=NOAH)),
        "record_ticket": (MARA, c.RecordTicket(ticket=new(), message=new(), subject="New", **other)),
        "record_message": (MARA, c.RecordMessage(ticket=recorded, message=new(), author="noah.okafor", body_html="x")),
        "save_view": (MARA, c.SaveView(view=new(), name="Mine", queue="all")),
        "save_canned_reply": (MARA, c.SaveCannedReply(canned=new(), name="Hello", body_html="<p>x</p>")),
        "save_scheme": (ADMIN, c.SaveScheme(text=shipped()["reseller"])),
        "save_source": (ADMIN, c.SaveSource(source="new-one", title="New", scheme="agentdesk")),
        "set_default_handler": (ADMIN, c.SetDefaultHandler(source="guance", person=MARA)),
        "save_ticket_type": (ADMIN, c.SaveTicketType(type=new(), source="agentdesk", name="Wish")),
        "save_service": (ADMIN, c.SaveService(service=new(), source="agentdesk", name="Mail")),
        "set_service_owners": (ADMIN, c.SetServiceOwners(service=service, owners=(MARA,))),
        "save_handler": (ADMIN, c.SaveHandler(person=LEA, title="Second level")),
        "save_person": (ADMIN, c.SavePerson(person=new(), user_name="new.one", name="New One")),
        "disable_person": (ADMIN, c.DisablePerson(person=JONAS)),
        "save_domain": (ADMIN, c.SaveDomain(domain=domain, name="Nova")),
        "save_project": (ADMIN, c.SaveProject(project=new(), domain=HELIOS, name="North")),
        "assign_role": (ADMIN, c.AssignRole(person=LEA, role=Role.HANDLER)),
        "revoke_role": (ADMIN, c.RevokeRole(person=JONAS, role=Role.HANDLER)),
    }  # fmt: skip


def _completed(world: World) -> Id:
    ticket = world.filed()
    world.done(c.HandleTicket(ticket=ticket), MARA)
    world.done(c.CompleteTicket(ticket=ticket), MARA, base_rev=2)
    return ticket


def _ended(world: World) -> Id:
    """Ended without a word on how well it went."""
    ticket = world.filed()
    world.done(c.HandleTicket(ticket=ticket), MARA)
    world.done(c.EndTicket(ticket=ticket), NOAH)
    return ticket


SYSTEMS = {"auto_close", "record_execution", "remind_stage", "escalate_stage"}
"""The system's own: test_due.py."""
APPROVALS = {c.name_of(kind) for kind in (*c.REQUEST_COMMANDS, *c.APPROVAL_COMMANDS)} | {
    "save_desk", "save_process", "enable_process", "disable_process",
}  # fmt: skip
NAMES = sorted(COMMANDS.keys() - SYSTEMS)


def a_case(world: World, name: str) -> tuple[Id, Command]:
    """A command that will be accepted, and by whom."""
    return (approvals.cases if name in APPROVALS else _cases)(world)[name]


@pytest.fixture
def replica(url: str) -> Iterator[Engine]:
    engine = connect(url)
    yield engine
    engine.dispose()


def everything(world: World) -> dict[str, list[Any]]:
    """All that a command can change, row by row."""
    tables = {**TABLES, "feed": FEED, "command_log": COMMAND_LOG}
    with reading(world.engine) as connection:
        return {name: sorted(map(repr, connection.execute(select(table)))) for name, table in tables.items()}


def other(sent: WireCommand) -> WireCommand:
    """The same id with something else in it."""
    kind = COMMANDS[sent.name]
    text = next((f.name for f in fields(kind) if f.metadata.get("limit")), None)
    if text is None or isinstance(sent.args.get(text), list):
        return sent.model_copy(update={"ver": 0})
    return sent.model_copy(update={"args": {**sent.args, text: "something else"}})


@pytest.mark.parametrize("name", NAMES)
def test_a_command_has_one_effect_however_it_is_sent(world: World, replica: Engine, name: str) -> None:
    person, command = a_case(world, name)
    sent = world.wire(command, base_rev=1_000)
    first = _lost_reply(world, person, sent)
    assert first.status == "applied", first
    after = everything(world)
    assert _at_once(world, replica, person, sent) == [first] * 4
    world.now += HOUR
    assert _send(world.engine, world, person, sent) == first
    for reuse in (_send(world.engine, world, person, other(sent)), _send(replica, world, _another(person), sent)):
        assert (reuse.status, reuse.code) == ("rejected", "id-reuse")
    assert everything(world) == after


@pytest.mark.parametrize("name", NAMES)
def test_a_command_that_arrives_twice_at_once_has_one_effect(world: World, replica: Engine, name: str) -> None:
    person, command = a_case(world, name)
    sent = world.wire(command, base_rev=1_000)
    feed = len(everything(world)["feed"])
    told = _at_once(world, replica, person, sent)
    assert {one.status for one in told} == {"applied"}
    assert all(one == told[0] for one in told)
    kept = everything(world)
    roots = 2 if name in ("save_handler", "assign_role", "revoke_role", "set_service_owners") else 1
    assert len(kept["feed"]) - feed == roots + (name == "receive_email")


def _another(person: Id) -> Id:
    return NOAH if person != NOAH else MARA


def _send(engine: Engine, world: World, person: Id, sent: WireCommand) -> Result:
    return accept(engine, person, device(person), [sent], world.now).results[0]


def _at_once(world: World, replica: Engine, person: Id, sent: WireCommand) -> list[Result]:
    with ThreadPoolExecutor(4) as pool:
        engines = (world.engine, replica) * 2
        return list(pool.map(lambda engine: _send(engine, world, person, sent), engines))


def _lost_reply(world: World, person: Id, sent: WireCommand) -> Result:
    """Committed, and then the connection breaks: the desk has heard nothing and asks again."""

    class Broken(Exception):
        pass

    def break_off(connection: Connection) -> None:
        connection.connection.dbapi_connection.commit()  # type: ignore[union-attr]
        raise Broken

    event.listen(world.engine, "commit", break_off)
    try:
        with pytest.raises(Broken):
            _send(world.engine, world, person, sent)
    finally:
        event.remove(world.engine, "commit", break_off)
    return _send(world.engine, world, person, sent)
