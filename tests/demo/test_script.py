"""The demo desk: the same every time, in order of time, and nothing in it that the rules refuse."""

import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

import pytest

from agentdesk.demo import THE_SYSTEM, Step, as_seen, script
from agentdesk.demo.files import make_file
from agentdesk.domain.commands import COMMANDS, Command, Envelope, FileRef, SavePerson
from agentdesk.domain.decisions import decide
from agentdesk.domain.entities import (
    NAMES,
    Domain,
    Entity,
    Message,
    Person,
    RoleAssignment,
    SchemeText,
    ServiceOwner,
    Ticket,
    TicketType,
)
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.values import DAY, Channel, Id, Instant, Priority, Role, StateKind, Visibility
from agentdesk.schemes import shipped
from tests.builders import Memory, an_id

SUNDAY: Instant = 1_795_354_320_000  # 2026-11-22 13:32 UTC, the moment of the pictures
MONDAY_NIGHT: Instant = SUNDAY + 12 * 60 * 60 * 1000
MAKER = an_id(7)
MINUTE = 60_000
E = TypeVar("E", bound=Entity)


class Desk(Memory):
    """A desk in a dictionary that finds things of a kind without looking at all the others."""

    def __init__(self) -> None:
        self.of: dict[str, dict[Id, Entity]] = defaultdict(dict)
        super().__init__()
        for name, text in shipped().items():
            self.put(SchemeText(id=name, title=name, text=text))
        self.put(Person(id=MAKER, user_name="maker", name="Maker"))
        self.put(RoleAssignment(id=an_id(8), person=MAKER, role=Role.ADMIN))

    def put(self, entity: Entity) -> None:
        super().put(entity)
        self.of[NAMES[type(entity)]][entity.id] = entity

    def all(self, kind: type[E]) -> list[E]:
        return [row for row in self.of[NAMES[kind]].values() if isinstance(row, kind)]

    def find(self, kind: str, /, **equal: object) -> Sequence[Entity]:
        rows = self.of[kind].values()
        return [row for row in rows if all(getattr(row, name) == value for name, value in equal.items())]


@cache
def steps(now: Instant) -> tuple[Step, ...]:
    return tuple(script(now, admin=MAKER))


@cache
def played(now: Instant) -> Desk:
    """The desk after every step; a refusal is an error of this test."""
    desk, people = Desk(), {"super.admin": MAKER, THE_SYSTEM: SYSTEM}
    for number, step in enumerate(steps(now)):
        if isinstance(step.command, SavePerson):
            people[step.command.user_name] = step.command.person
        envelope = Envelope(
            id=an_id(10**8 + number),
            actor=people[step.actor],
            at=step.at,
            issued_at=step.at,
            command=as_seen(with_files(step, number), desk),
        )
        for entity in decide(envelope, desk):
            desk.put(entity)
    return desk


def with_files(step: Step, number: int) -> Command:
    if not step.files:
        return step.command
    found = tuple(
        FileRef(
            id=an_id(10**9 + number * 100 + place),
            name=file.name,
            size=len(file.content),
            media_type=file.media_type,
            sha256=sha256(file.content).hexdigest(),
        )
        for place, file in enumerate(step.files)
    )
    return replace(step.command, files=found)  # type: ignore[call-arg]


def person(user_name: str) -> Id:
    return next(one.id for one in played(SUNDAY).all(Person) if one.user_name == user_name)


def tickets(now: Instant = SUNDAY) -> list[Ticket]:
    return played(now).all(Ticket)


def thread(ticket: Ticket) -> list[Message]:
    return [one for one in played(SUNDAY).all(Message) if one.ticket == ticket.id]


def pending(user_name: str, now: Instant) -> list[Ticket]:
    mine = [one for one in tickets(now) if one.handler == person(user_name) and one.kind.waits_for_staff]
    return sorted(mine, key=lambda one: (-list(Priority).index(one.priority), one.state_since))


def test_the_same_moment_gives_the_same_desk() -> None:
    assert tuple(script(SUNDAY, admin=MAKER)) == steps(SUNDAY)


@pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, SUNDAY + 40 * DAY])
def test_steps_come_in_order_of_time_and_never_from_the_future(now: Instant) -> None:
    times = [step.at for step in steps(now)]
    assert all(before <= after for before, after in pairwise(times))
    assert now - 600 * DAY < times[0]
    assert times[-1] == now - 9 * MINUTE


def test_every_step_is_an_ordinary_command() -> None:
    assert {type(step.command) for step in steps(SUNDAY)} <= set(COMMANDS.values())


@pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, SUNDAY + 40 * DAY])
def test_the_rules_refuse_nothing(now: Instant) -> None:
    assert len(played(now).all(Ticket)) > 290


def test_ids_are_canonical_and_belong_to_one_thing() -> None:
    ids = [id_ for _, id_ in played(SUNDAY).rows]
    names = set(shipped()) | {"desk", "guance", "qiankun", "cloudpods", "reseller", "customer-hub"}
    assert all(id_ in names or str(UUID(id_)) == id_ for id_ in ids)
    new = [step.command.message for step in steps(SUNDAY) if hasattr(step.command, "message")]
    assert len(new) == len(set(new))


def test_whoever_acts_was_made_before() -> None:
    known = {"super.admin", THE_SYSTEM}
    for step in steps(SUNDAY):
        assert step.actor in known
        if isinstance(step.command, SavePerson):
            known.add(step.command.user_name)


def test_every_source_state_channel_and_language_occurs() -> None:
    assert {one.source for one in tickets()} == {
        "desk", "guance", "qiankun", "cloudpods", "reseller", "customer-hub",
    }  # fmt: skip
    assert {one.kind for one in tickets()} == set(StateKind)
    assert {one.channel for one in tickets()} == {Channel.DESK, Channel.EMAIL, Channel.PHONE, Channel.API}
    assert {one.priority for one in tickets()} == set(Priority)
    chinese = [one for one in tickets() if any("\u4e00" <= letter <= "\u9fff" for letter in one.subject)]
    assert 60 <= len(chinese) <= 120
    assert {one.rating for one in tickets()} == {None, 2, 3, 4, 5}
    assert sum(one.follows is not None for one in tickets()) == 1


@pytest.mark.rule("GU-01", "GU-36")
def test_guance_is_asked_about_usage_needs_purchases_and_whatever_else_there_is() -> None:
    kinds = {kind.id: kind.name for kind in played(SUNDAY).all(TicketType)}
    asked = Counter(kinds.get(ticket.type or "", "") for ticket in tickets() if ticket.source == "guance")
    assert asked.keys() >= {"Usage Problem", "Requirements", "Purchase Consultation", "BUG Feedback", "Others"}
    answered = [t for t in tickets() if t.source == "guance" and t.responded is not None]
    assert {kinds.get(ticket.type or "") for ticket in answered} >= {"Usage Problem", "Others"}


def test_subjects_do_not_repeat_except_where_a_call_has_none() -> None:
    repeated = [subject for subject, count in Counter(one.subject for one in tickets()).items() if count > 1]
    assert repeated == [""]
    assert all(one.channel is Channel.PHONE for one in tickets() if not one.subject)


def test_most_of_it_happened_in_the_last_two_weeks() -> None:
    lately = [one for one in tickets() if one.last_activity > SUNDAY - 14 * DAY]
    assert len(lately) > len(tickets()) / 2
    assert min(one.created for one in tickets()) < SUNDAY - 365 * DAY


@pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, SUNDAY + 40 * DAY])
def test_mara_has_the_seven_tickets_of_the_picture_waiting(now: Instant) -> None:
    assert [one.subject for one in pending("mara.lindt", now)] == [
        "Replication to standby stops after failover",
        "Unbind MFA – lost phone, locked out of console",
        "Invoice for October lists a region we never used",
        "API returns 502 on bulk import above 2 000 rows",
        "Change owner account after merger",
        "备案需要什么材料？企业主体变更",
        "Feature request: export audit log as CSV",
    ]


@pytest.mark.parametrize("now", [SUNDAY, MONDAY_NIGHT, SUNDAY + 40 * DAY])
def test_the_queue_has_twelve_tickets_and_none_is_offered_to_mara(now: Instant) -> None:
    mine = {one.service for one in played(SUNDAY).all(ServiceOwner) if one.person == person("mara.lindt")}
    waiting = [one for one in tickets(now) if one.kind.waits_for_staff and one.handler is None]
    assert len(waiting) == 12
    assert not mine & {one.service for one in waiting}


def test_the_other_lists_of_the_pictures_have_their_lengths() -> None:
    by_mara = [one for one in tickets() if one.requester == person("mara.lindt")]
    by_noah = [one for one in tickets() if one.requester == person("noah.okafor") and one.kind.open]
    assert [one.kind.open for one in by_mara] == [True] * 3
    assert {one.subject: one.kind for one in by_noah} == {
        "Dashboard tiles show yesterday's data": StateKind.WAITING_CONFIRMATION,
        "Need a second billing contact": StateKind.WAITING_CUSTOMER,
        "API key rotation without downtime?": StateKind.NEW,
    }


def test_eight_tickets_of_albers_and_brandt_speak_of_an_export() -> None:
    organisation = next(one.id for one in played(SUNDAY).all(Domain) if one.name == "Albers & Brandt")
    theirs = [one for one in tickets() if one.domain == organisation]
    found = [one for one in theirs if "export" in told_to_them(one)]
    assert 50 <= len(theirs) <= 70
    assert len(found) == 8
    assert {one.source for one in theirs} == {"customer-hub"}


def told_to_them(ticket: Ticket) -> str:
    seen = [one.body_text for one in thread(ticket) if one.visibility is Visibility.EVERYONE]
    return " ".join([ticket.subject, *seen]).casefold()


def test_one_thread_is_very_long_and_some_subjects_too() -> None:
    longest = max(tickets(), key=lambda one: len(thread(one)))
    assert len(thread(longest)) >= 120
    assert sum(len(one.subject) > 150 for one in tickets()) == 2


def test_no_gap_in_a_text_was_left_open() -> None:
    texts = [one.body_text for one in played(SUNDAY).all(Message)] + [one.subject for one in tickets()]
    assert not [text for text in texts if "{" in text or "}" in text]


@pytest.mark.parametrize(
    ("spec", "size", "begins"),
    [
        ("standby-lag.png:412K", 421_888, b"\x89PNG\r\n\x1a\n"),
        ("replica.log:1.9M", 1_992_294, b"02:00:00"),
        ("bundle-1122.zip:7.4M", 7_759_462, b"PK\x03\x04"),
    ],
)
def test_files_are_what_they_say_and_as_large(spec: str, size: int, begins: bytes) -> None:
    file = make_file(spec)
    assert abs(len(file.content) - size) < 16
    assert file.content.startswith(begins)


def test_an_archive_can_be_opened() -> None:
    archive = zipfile.ZipFile(io.BytesIO(make_file("bundle.zip:100K").content))
    assert archive.testzip() is None
