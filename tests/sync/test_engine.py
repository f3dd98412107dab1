"""When the engine asks the server, and what becomes of entries when the answer is none."""

from collections.abc import Callable

import pytest

from agentdesk.domain.commands import Envelope, RejectStage, SaveService, SetPriority
from agentdesk.domain.values import DAY, HOUR, Priority
from agentdesk.store import journal, outbox
from agentdesk.store.outbox import CONFIRM, DONE, PARKED, QUEUED, SENT, WAIT_BLOB
from agentdesk.sync.backoff import LONGEST
from agentdesk.sync.engine import Condition
from agentdesk.sync.transport import Broken, Busy, CursorLost, SignInNeeded, TooOld, Unreachable, WrongHash, WrongOffset
from agentdesk.wire import DigestReply, PushRequest, Upload, fingerprint
from tests.builders import ADMIN, MARA, SECOND, TICKET, an_id
from tests.sync.stage import EPOCH, OTHER, Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_the_first_thing_said_is_hello_then_what_waits_then_the_feed(stage: Stage) -> None:
    stage.give(stage.reply())
    stage.run()
    assert [call for call, _ in stage.script.asked] == ["hello", "push", "pull", "digest"]
    assert stage.states() == [DONE]
    assert stage.told[-1].condition is Condition.ONLINE
    assert stage.told[-1].pending == 0


def test_a_new_desk_reads_everything_and_says_how_far_it_is() -> None:
    stage = Stage(bootstrapped=False)
    stage.run()
    assert [call for call, _ in stage.script.asked] == ["hello", "bootstrap", "page", "pull", "digest"]
    assert (0, 2) in [status.progress for status in stage.told]
    assert stage.exchange.state().cursor == "begun"
    assert stage.engine.status.progress is None


def test_without_a_network_it_waits_longer_and_longer_and_never_more_than_five_minutes(stage: Stage) -> None:
    stage.give(stage.reply())
    stage.script.plan("hello", *[Unreachable()] * 20)
    waits = []
    for _ in range(20):
        due = stage.engine.step()
        waits.append(due - stage.ticks)
        assert stage.engine.step() == due
        stage.pass_time(due - stage.ticks)
    assert len(stage.script.calls("hello")) == 20
    assert all(0 < wait <= min(LONGEST, SECOND << n) for n, wait in enumerate(waits))
    assert max(waits[9:]) > 60 * SECOND
    assert stage.engine.status.condition is Condition.OFFLINE
    assert (stage.engine.status.pending, stage.states()) == (1, [QUEUED])


def test_a_server_that_asks_for_patience_gets_what_it_asks_for(stage: Stage) -> None:
    stage.script.plan("hello", Busy(7 * SECOND))
    assert stage.engine.step() == 7 * SECOND
    stage.pass_time(7 * SECOND - 1)
    stage.run()
    assert len(stage.script.calls("hello")) == 1
    stage.pass_time(1)
    stage.run()
    assert stage.engine.status.condition is Condition.ONLINE


def test_without_a_sign_in_nothing_is_asked_and_nothing_is_lost(stage: Stage) -> None:
    stage.give(stage.reply())
    stage.script.plan("push", SignInNeeded())
    stage.run()
    asked = len(stage.script.asked)
    stage.pass_time(DAY)
    stage.engine.wake()
    stage.run()
    assert len(stage.script.asked) == asked
    assert stage.engine.status.condition is Condition.SIGNED_OUT
    stage.give(stage.note())
    stage.engine.signed_in()
    stage.run()
    assert stage.states() == [DONE, DONE]


def test_a_server_too_new_for_it_leaves_the_desk_working(stage: Stage) -> None:
    stage.script.protocol = (2, 3)
    stage.run()
    assert (stage.engine.status.condition, stage.engine.status.code) == (Condition.ERROR, "too-old")
    stage.give(stage.reply())
    assert stage.states() == [QUEUED]
    stage.script.protocol = (1, 2)
    stage.pass_time(LONGEST)
    stage.run()
    assert stage.states() == [DONE]


def test_426_on_any_call_asks_for_the_versions_again(stage: Stage) -> None:
    stage.script.plan("pull", TooOld())
    stage.run()
    stage.pass_time(LONGEST)
    stage.run()
    assert len(stage.script.calls("hello")) == 2
    assert stage.engine.status.condition is Condition.ONLINE


def test_eight_equal_faults_park_an_entry_and_its_lane_and_no_other(stage: Stage) -> None:
    bad, behind, other = stage.give(stage.reply()), stage.give(stage.reply()), stage.give(stage.note())

    def answer(request: PushRequest) -> object:
        if any(one.id == bad for one in request.commands):
            raise Broken("internal")
        return stage.script.results(request)

    stage.script.plan("push", *[answer] * 200)
    for _ in range(60):
        stage.run()
        stage.pass_time(LONGEST)
    assert [entry.state for entry in stage.entries()] == [PARKED, QUEUED, DONE]
    assert stage.entries()[0].error == "internal"
    assert [bad] in stage.sent()
    assert not any(behind in ids and bad not in ids for ids in stage.sent())
    assert [other] in stage.sent()
    stage.script.plans.clear()
    stage.send_again(bad)
    stage.run()
    assert stage.states() == [DONE] * 3


def test_commands_of_a_lane_go_in_order_and_say_what_they_stand_behind(stage: Stage) -> None:
    ids = [stage.give(stage.reply()), stage.give(stage.note()), stage.give(stage.reply())]
    stage.run()
    sent = stage.script.calls("push")[0].commands
    assert [one.id for one in sent] == ids
    assert [one.after for one in sent] == [None, None, ids[0]]


def test_no_more_than_fifty_commands_go_at_once(stage: Stage) -> None:
    for _ in range(120):
        stage.give(SetPriority(ticket=TICKET, priority=Priority.MINOR))
        stage.give(SetPriority(ticket=OTHER, priority=Priority.FATAL))
    stage.run(30)
    assert [len(ids) for ids in stage.sent()] == [50, 50, 50, 50, 40]
    assert set(stage.states()) == {DONE}


def test_no_more_than_a_mebibyte_goes_at_once(stage: Stage) -> None:
    for _ in range(6):
        stage.give(stage.reply(words="x" * 250_000))
    stage.run(30)
    assert [len(ids) for ids in stage.sent()] == [4, 2]


def test_a_deferred_command_is_sent_again_alone_and_later(stage: Stage) -> None:
    first = stage.give(stage.reply())
    stage.script.plan("push", lambda request: stage.script.results(request, "defer", code="after"))
    stage.run()
    assert stage.states() == [QUEUED]
    assert len(stage.sent()) == 1
    stage.pass_time(LONGEST)
    stage.run()
    assert stage.sent() == [[first], [first]]
    assert stage.states() == [DONE]


def test_files_go_first_in_pieces_and_a_lost_piece_is_sent_again(stage: Stage) -> None:
    stage.give(stage.reply(files=(stage.file(b"0123456789"),)))
    assert stage.states() == [WAIT_BLOB]
    stage.script.plan("upload", _first_piece(stage), Unreachable())
    stage.run()
    assert stage.states() == [WAIT_BLOB]
    assert stage.sent() == []
    stage.pass_time(LONGEST)
    stage.run()
    assert stage.script.calls("upload") == [0, 4, 4, 8]
    assert stage.states() == [DONE]


def _first_piece(stage: Stage) -> Callable[[int], Upload]:
    def answer(offset: int) -> Upload:
        (sha256,) = stage.script.files
        stage.script.files[sha256] += stage.contents[sha256][offset : offset + 4]
        return Upload(upload_id=sha256, offset=offset + 4, chunk=4)

    return answer


def test_an_upload_goes_on_where_the_server_says(stage: Stage) -> None:
    stage.give(stage.reply(files=(stage.file(b"0123456789"),)))

    def has_more(_: object) -> object:
        (sha256,) = stage.script.files
        stage.script.files[sha256] = b"01234567"
        raise WrongOffset(8)

    stage.script.plan("upload", has_more)
    stage.run()
    assert stage.script.calls("upload") == [0, 8]
    assert stage.states() == [DONE]


@pytest.mark.parametrize("damage", [lambda whole: b"01x3456789", lambda whole: whole[:5], lambda whole: b""])
def test_a_file_that_is_damaged_here_is_not_sent_for_ever_but_comes_back_with_its_words(
    stage: Stage, damage: Callable[[bytes], bytes]
) -> None:
    file = stage.file(b"0123456789")
    stage.give(stage.reply(files=(file,)))
    stage.contents[file.sha256] = damage(b"0123456789")
    stage.script.plan("upload", *[_checked(stage)] * 3)
    stage.run()
    assert stage.states() == []
    assert stage.returned() == [("file-damaged", {"name": "a.txt"})]
    assert stage.sent() == []


def test_a_file_that_is_gone_from_the_disk_comes_back_with_its_words(stage: Stage) -> None:
    file = stage.file(b"0123456789")
    stage.give(stage.reply(files=(file,)))
    del stage.contents[file.sha256]
    stage.run()
    assert stage.returned() == [("file-damaged", {"name": "a.txt"})]


def test_a_file_that_was_garbled_on_its_way_is_sent_again(stage: Stage) -> None:
    stage.give(stage.reply(files=(stage.file(b"0123"),)))
    stage.script.plan("upload", WrongHash())
    stage.run()
    assert stage.states() == [WAIT_BLOB]
    stage.pass_time(LONGEST)
    stage.run()
    assert stage.states() == [DONE]


def _checked(stage: Stage) -> Callable[[int], Upload]:
    """What a server does: it looks at the whole when it has as much as was announced."""

    def answer(offset: int) -> Upload:
        ((sha256, _),) = stage.script.files.items()
        piece = stage.contents[sha256][offset : offset + 4]
        stage.script.files[sha256] += piece
        if len(stage.script.files[sha256]) == 10:
            raise WrongHash
        return Upload(upload_id=sha256, offset=offset + len(piece), chunk=4)

    return answer


def test_a_server_that_lost_the_file_gets_it_again(stage: Stage) -> None:
    stage.give(stage.reply(files=(stage.file(b"0123"),)))

    def lost(request: PushRequest) -> object:
        stage.script.files.clear()
        return stage.script.results(request, "defer", code="blob")

    stage.script.plan("push", lost)
    stage.run()
    stage.pass_time(LONGEST)
    stage.run()
    assert stage.script.calls("upload") == [0, 0]
    assert stage.states() == [DONE]


def test_what_was_under_way_at_a_kill_is_sent_again_under_its_id(stage: Stage) -> None:
    id = stage.give(stage.reply())

    def killed(_: object) -> object:
        raise KeyboardInterrupt

    stage.script.plan("push", killed)
    with pytest.raises(KeyboardInterrupt):
        stage.run()
    assert stage.states() == [SENT]
    stage.start()
    stage.run()
    assert stage.sent() == [[id], [id]]
    assert stage.states() == [DONE]


def test_after_a_restore_what_was_answered_is_sent_again(stage: Stage) -> None:
    id = stage.give(stage.reply())
    stage.run()
    stage.script.epoch = "second"
    stage.pass_time(60 * SECOND)
    stage.run()
    assert stage.sent() == [[id], [id]]
    assert stage.exchange.state().epoch == "second"
    assert len(stage.script.calls("bootstrap")) == 1
    assert stage.states() == [DONE]


@pytest.mark.rule("HZ-15")
def test_a_lost_cursor_means_reading_everything_with_the_outbox_untouched(stage: Stage) -> None:
    stage.run()
    stage.script.plan("pull", CursorLost())
    stage.script.plan("push", Unreachable())
    stage.pass_time(60 * SECOND)
    stage.run()
    assert len(stage.script.calls("bootstrap")) == 1
    assert stage.exchange.state().epoch == EPOCH
    assert stage.exchange.state().cursor == "begun"


def test_what_waited_fourteen_days_is_asked_for_before_it_goes(stage: Stage) -> None:
    id = stage.give(stage.reply(), at=stage.server_time - 15 * DAY)
    stage.run()
    assert stage.states() == [CONFIRM]
    assert stage.sent() == []
    stage.send_again(id)
    stage.run()
    assert stage.states() == [DONE]


@pytest.mark.parametrize("hours", [23, 25])
def test_what_was_decided_a_day_ago_is_asked_for_before_it_goes(stage: Stage, hours: int) -> None:
    wish, at = RejectStage(request=an_id(7), stage=an_id(8), digest="d", comment="No"), stage.server_time - hours * HOUR
    decided = Envelope(id=an_id(9), actor=MARA, at=at, issued_at=at, base_rev=1, command=wish)
    stage.transact(lambda c: (outbox.add(c, outbox.Entry(decided, an_id(7), None, outbox.QUEUED)), frozenset()))
    reply = stage.give(stage.reply(), at=at)
    stage.run()
    assert stage.states() == [CONFIRM if hours > 24 else DONE, DONE]
    assert stage.sent() == [[decided.id, reply][hours > 24 :]]
    stage.send_again(decided.id)
    stage.run()
    assert stage.states() == [DONE, DONE]


@pytest.mark.parametrize("skew", [-400 * DAY, 0, 400 * DAY])
def test_answered_entries_are_kept_seven_days_of_the_servers_time(stage: Stage, skew: int) -> None:
    stage.give(stage.reply())
    stage.run()
    stage.skew = skew
    stage.pass_time(6 * DAY)
    stage.run()
    assert stage.states() == [DONE]
    stage.pass_time(2 * DAY)
    stage.run()
    stage.pass_time(2 * 60 * 60 * SECOND)
    stage.run()
    assert stage.states() == []


def test_many_desks_do_not_wake_at_the_same_moment() -> None:
    waits = set()
    for seed in range(30):
        stage = Stage(seed)
        stage.run()
        stage.engine.wake()
        waits.add(stage.engine.step() - stage.ticks)
    assert len(waits) > 10
    assert max(waits) <= 500


def test_what_is_undone_before_it_left_never_leaves(stage: Stage) -> None:
    id = stage.give(stage.reply())
    stage.transact(lambda c: (journal.undo(c, id, stage.server_time), frozenset()))
    stage.run()
    assert stage.sent() == []


def test_set_up_is_sent_and_not_shown(stage: Stage) -> None:
    command = SaveService(service=an_id(60_000), source="agentdesk", name="Hosting")
    now = stage.server_time
    envelope = Envelope(id=an_id(61_000), actor=ADMIN, at=now, issued_at=now, command=command)
    stage.transact(lambda c: (journal.submit(c, envelope), frozenset()))
    with stage.db.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM service").scalar_one() == 0
    stage.run()
    assert stage.sent() == [[an_id(61_000)]]


def test_a_desk_that_differs_from_the_server_reads_everything_again(stage: Stage) -> None:
    mark = fingerprint(TICKET, 3) ^ fingerprint(OTHER, 2)
    same = DigestReply(digests={"s:agentdesk": (2, f"{mark:016x}"), "s:elsewhere": (0, f"{0:016x}")})
    stage.script.plan("digest", same, DigestReply(digests={"s:agentdesk": (2, "0" * 16)}))
    stage.run()
    assert stage.script.calls("bootstrap") == []
    stage.pass_time(7 * 60 * 60 * SECOND)
    stage.run()
    assert len(stage.script.calls("bootstrap")) == 1
