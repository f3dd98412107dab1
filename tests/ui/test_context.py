"""The shared facts of the window, and the way of a command to the desk and back."""

import errno

import pytest

from agentdesk.desk.queries.detail import Detail
from agentdesk.domain.commands import AddNote, HandleTicket, SetPriority
from agentdesk.domain.values import Priority
from agentdesk.store import journal
from tests.ui.conftest import Office
from ui.context import Context
from ui.facts import Facts


def _note(office: Office, place: int) -> AddNote:
    return AddNote(ticket=office.tickets[place], message=office.clock.new_id(), body_html="<p>hm</p>")


def test_facts_tell_who_is_here_what_is_set_up_and_the_counts(office: Office) -> None:
    context = Context(office.desk)
    facts = Facts(context)
    facts.begin()
    assert context.whoami is not None
    assert context.whoami.person.name == "Mara Lindt"
    assert context.setup is not None
    assert context.counts["support.pending"] == 3
    context.set_selection((office.tickets[0],))
    assert context.detail is not None
    assert context.detail.row.subject.startswith("Replication")
    action = context.allowed("reply")
    assert action is not None
    assert action.enabled


def test_a_selection_of_several_offers_what_all_of_them_allow(office: Office) -> None:
    context = Context(office.desk)
    facts = Facts(context)
    facts.begin()
    context.set_selection((office.tickets[0], office.tickets[4]))
    note, reply = context.allowed("set_priority"), context.allowed("reply")
    assert note is not None
    assert note.enabled
    assert reply is not None
    assert not reply.enabled


def test_a_held_command_can_be_taken_back_until_its_time_is_over(office: Office) -> None:
    context = office.context()
    office.show(context, 0)
    before = office.desk.look(Detail(office.tickets[0])).messages  # type: ignore[union-attr]
    undone: list[object] = []
    context.undone.connect(undone.append)
    context.give(_note(office, 0))
    assert len(context.held_now) == 1
    context.undo_last()
    assert len(undone) == 1
    assert context.held_now == ()
    assert office.desk.look(Detail(office.tickets[0])).messages == before  # type: ignore[union-attr]


def test_undo_that_comes_too_late_says_so(office: Office) -> None:
    context = office.context()
    office.show(context, 0)
    missed: list[object] = []
    context.undo_missed.connect(missed.append)
    context.give(_note(office, 0))
    office.desk.settle(everything=True)
    context.undo_last()
    assert len(missed) == 1


def test_several_tickets_succeed_or_are_refused_each_for_itself(office: Office) -> None:
    context = office.context()
    office.show(context, 0)
    told: list[tuple[tuple[object, object], ...]] = []
    context.many_done.connect(told.append)
    context.give_each(tuple(HandleTicket(ticket=office.tickets[place]) for place in (0, 4, 5)))
    results = told[0]
    assert [refusal is None for _, refusal in results] == [False, True, True]


def test_undo_takes_several_tickets_back_at_once(office: Office) -> None:
    context = office.context()
    office.show(context, 0)
    context.give_each(tuple(SetPriority(ticket=office.tickets[place], priority=Priority.FATAL) for place in (0, 1, 2)))
    context.undo_last()
    shown = [office.desk.look(Detail(office.tickets[place])) for place in (0, 1, 2)]
    assert [detail.row.priority for detail in shown if detail] == [Priority.CRITICAL, Priority.NONE, Priority.NONE]


def test_undo_that_the_disk_stands_in_the_way_of_can_be_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = office.context()
    office.show(context, 0)
    told: list[str] = []
    context.troubled.connect(lambda error: told.append(error.code))
    context.undo_missed.connect(lambda _: told.append("missed"))
    context.undone.connect(lambda _: told.append("undone"))
    context.give(_note(office, 0))
    with monkeypatch.context() as patch:
        patch.setattr(journal, "undo", _no_room)
        context.undo_last()
    assert told == ["disk-full"]
    assert len(context.held_now) == 1
    context.undo_last()
    assert told == ["disk-full", "undone"]


def _no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space left")
