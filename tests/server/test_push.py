"""What a desk is answered when it sends."""

import pytest
from sqlalchemy import select

from agentdesk.domain.commands import AddNote, AssignRole, HandleTicket
from agentdesk.domain.values import Id, Role
from agentdesk.server.clients import NotYourDevice, register
from agentdesk.server.database import reading
from agentdesk.server.push import push
from agentdesk.server.schema import AUDIT, COMMAND_LOG
from agentdesk.wire import PushReply, PushRequest, WireCommand
from tests.builders import ADMIN, LEA, MARA, NOAH
from tests.server.readers import Reader, assert_complete
from tests.server.worlds import World, device


def pushed(world: World, by: Id, *commands: WireCommand, client: Id | None = None) -> PushReply:
    world.now += 1_000
    return push(world.engine, by, PushRequest(client=client or device(by), commands=list(commands)), world.now)


def test_the_answer_brings_what_the_commands_touched(world: World) -> None:
    ticket = world.filed()
    reader = Reader(world.engine, MARA).begin()
    known = reader.revs["ticket", ticket]
    first = world.wire(HandleTicket(ticket=ticket), known)
    note = AddNote(ticket=ticket, message=world.new_id(), body_html="<p>x</p>")
    reply = pushed(world, MARA, first, world.wire(note, known, after=first.id))
    assert [one.status for one in reply.results] == ["applied", "applied"]
    assert reply.documents.roots == [("ticket", ticket, 3)]
    assert len(reply.documents.tables["message"].rows) == 2  # the notice and the note; the rest is there
    reader.absorb(reply.documents)
    assert_complete(reader)
    assert_complete(reader.catch_up())


def test_the_answer_brings_what_the_commands_wrote_whatever_the_desk_says_it_knows(world: World) -> None:
    """As after a restore: what the desk knew then has a larger `rev` than what the commands make now."""
    ticket = world.filed()
    first, second = (AddNote(ticket=ticket, message=world.new_id(), body_html="<p>x</p>") for _ in range(2))
    reply = pushed(world, MARA, world.wire(first, 1_000), world.wire(second, 1_000))
    written = {
        row[reply.documents.tables["message"].columns.index("id")] for row in reply.documents.tables["message"].rows
    }
    assert written == {first.message, second.message}


def test_a_command_that_touches_two_roots_brings_both(world: World) -> None:
    reply = pushed(world, ADMIN, world.wire(AssignRole(person=LEA, role=Role.HANDLER)))
    assert {kind for kind, _, _ in reply.documents.roots} == {"person", "role_assignment"}


def test_i11_an_answer_brings_a_customer_no_staff_words(world: World) -> None:
    ticket = world.filed()
    world.done(HandleTicket(ticket=ticket), MARA)
    world.done(AddNote(ticket=ticket, message=world.new_id(), body_html="<p>Hush</p>"), MARA)
    reply = pushed(world, NOAH, world.wire(world.reply(ticket)))
    assert "Hush" not in reply.model_dump_json()
    assert "operation_log" not in reply.documents.tables


def test_a_refused_command_brings_nothing(world: World) -> None:
    reply = pushed(world, LEA, world.wire(HandleTicket(ticket=world.filed())))
    assert (reply.results[0].code, reply.documents.roots) == ("not-found", [])


def test_an_outcome_told_again_brings_its_root_again(world: World) -> None:
    ticket = world.filed()
    sent = world.wire(world.reply(ticket), 1)
    first = pushed(world, NOAH, sent)
    assert pushed(world, NOAH, sent).documents == first.documents


def test_what_was_sent_in_another_epoch_is_not_judged(world: World) -> None:
    """A late push to a restored server, which may have forgotten that it refused just that."""
    sent = world.wire(world.reply(world.filed()))
    old = PushRequest(client=device(NOAH), epoch=world.new_id(), commands=[sent])
    late = push(world.engine, NOAH, old, world.now)
    assert (late.results, late.documents.roots) == ([], [])
    now = push(world.engine, NOAH, old.model_copy(update={"epoch": late.epoch}), world.now)
    assert [one.status for one in now.results] == ["applied"]


def test_s6_a_device_acts_for_its_own_person_alone(world: World) -> None:
    ticket = world.filed()
    for client in (device(MARA), world.new_id()):
        with pytest.raises(NotYourDevice):
            pushed(world, NOAH, world.wire(world.reply(ticket)), client=client)
    with reading(world.engine) as connection:
        lines = connection.execute(select(AUDIT)).all()
        commands = connection.execute(select(COMMAND_LOG)).all()
    assert [(line.event, line.person) for line in lines] == [("not-your-device", NOAH)] * 2
    assert len(commands) == 1  # the filing


def test_s6_a_device_belongs_to_whoever_registered_it_first(world: World) -> None:
    client = world.new_id()
    register(world.engine, NOAH, client, world.now)
    register(world.engine, NOAH, client, world.now)
    with pytest.raises(NotYourDevice):
        register(world.engine, LEA, client, world.now)
    assert pushed(world, NOAH, client=client).results == []
