"""Every code of the core has its sentence, and times and sizes read as people write them."""

import re
from pathlib import Path

import pytest

from agentdesk.desk.queries.rows import OutboxRow, WishChange
from agentdesk.domain.commands import COMMANDS, PassStage
from agentdesk.domain.decisions.thread import SYSTEM_CODES
from agentdesk.domain.refusals import CODES
from agentdesk.domain.values import Channel, MessageKind, Priority, StateKind
from agentdesk.store.errors import CODES as DESK_CODES
from tests.builders import an_id
from ui import words
from ui.words.happenings import PROBLEMS, SYSTEM
from ui.words.names import COMMANDS as COMMAND_WORDS
from ui.words.names import QUEUES
from ui.words.refusals import SENTENCES
from ui.words.times import DAY, HOUR, MINUTE, date
from ui.words.troubles import TROUBLES
from ui.words.wish_changes import changed_wish

NOW = 1_732_291_200_000


def test_every_refusal_code_has_a_sentence() -> None:
    assert CODES - {"bad-argument"} == set(SENTENCES)


def test_a_program_is_refused_with_a_whole_sentence_where_no_types_are_listed() -> None:
    told = words.refusal("file-type-not-allowed", {"name": "run.exe", "allowed": ""})
    assert told == "“run.exe” could run as a program. Programs are not allowed here."
    listed = words.refusal("file-type-not-allowed", {"name": "run.exe", "allowed": "pdf, png"})
    assert listed.endswith("Allowed are pdf, png.")


def test_every_trouble_of_a_desk_has_a_sentence_a_cause_and_a_way_on() -> None:
    assert set(DESK_CODES) == set(TROUBLES)
    assert all(len(parts) == 3 and all(parts) for parts in TROUBLES.values())


def test_every_system_message_has_a_sentence() -> None:
    assert set(SYSTEM_CODES) == set(SYSTEM)


def test_every_command_queue_and_small_word_has_a_name() -> None:
    assert set(COMMANDS) == set(COMMAND_WORDS)
    assert all(words.state_kind(kind) and words.state_kind(kind) != kind.value for kind in StateKind)
    assert all(words.priority(one) != one.value for one in Priority)
    assert all(words.channel(one) != one.value for one in Channel)
    assert all(words.message_kind(one) != one.value for one in MessageKind)
    assert words.queue("support.pending") == "My pending"


def test_every_problem_that_reading_a_letter_can_name_has_a_sentence(repository: Path) -> None:
    found: set[str] = set()
    for name in ("charsets", "transfer", "headers", "mime", "mail"):
        text = (repository / f"agentdesk/interchange/{name}.py").read_text(encoding="utf-8")
        found.update(re.findall(r'^_?[A-Z_]+ = "([a-z]+(?:-[a-z]+)*)"$', text, re.MULTILINE))
        found.update(re.findall(r'"((?:sender|date)-[a-z]+)"', text))
    assert len(found) > 10
    assert found <= set(PROBLEMS)


@pytest.mark.parametrize("table", [SENTENCES, SYSTEM, PROBLEMS, QUEUES])
def test_sentences_are_whole_and_begin_large(table: dict[str, str]) -> None:
    for sentence in table.values():
        assert sentence[0].isupper() or sentence[0] in "“{", sentence


def test_a_refusal_names_the_limits_as_people_read_them() -> None:
    data = {"name": "a.log", "size": 9_437_184, "limit": 8_388_608}
    assert words.refusal("file-too-large", data) == "“a.log” is 9 MB; a file may have at most 8 MB."
    one_more = {"name": "a.log", "size": 512_001, "limit": 512_000}
    assert words.refusal("file-too-large", one_more) == "“a.log” is 512001 bytes; a file may have at most 500 kB."
    assert words.refusal("bad-argument", {"field": "subject", "why": "too-long", "limit": 200}) == (
        "“Title” is too long: at most 200."
    )


def test_a_value_nobody_told_is_a_dash_and_foreign_braces_stay() -> None:
    assert "–" in words.refusal("name-taken", {})
    assert "{x}" in words.refusal("name-taken", {"name": "{x}"})


def test_relative_times_get_coarser_with_age() -> None:
    assert words.ago(NOW - 5_000, NOW) == "now"
    assert words.ago(NOW - 12 * MINUTE, NOW) == "12 min"
    assert words.ago(NOW - 3 * HOUR, NOW) == "3 h"
    assert words.ago(NOW - DAY, NOW) == "Yesterday"
    assert words.ago(NOW - 3 * DAY, NOW) == "Tue"
    assert words.ago(NOW - 20 * DAY, NOW) == "2 Nov"
    assert words.ago(NOW - 400 * DAY, NOW) == "19 Oct 2023"


def test_spans_say_minutes_then_hours_then_days() -> None:
    assert words.span(48 * MINUTE) == "48 min"
    assert words.span(65 * MINUTE) == "1 h 05 min"
    assert words.span(5 * HOUR) == "5 h"
    assert words.span(3 * DAY) == "3 d"


def test_a_toast_says_what_was_done_to_one_ticket_or_to_several() -> None:
    assert words.done("forward_ticket", number="TK-20360", to="Jonas Beck") == "Forwarded TK-20360 to Jonas Beck"
    assert words.done("forward_ticket", number="TK-20360") == "Put TK-20360 back in the queue"
    assert words.done("complete_ticket", number="TK-1", asked=True) == "Confirmation of TK-1 requested"
    assert words.done("reply", 3) == "Replied to 3 tickets"


def test_a_system_message_speaks_of_people_by_name() -> None:
    assert words.system_message("ticket-forwarded", {"to_name": "Jonas"}, "Mara") == "Forwarded to Jonas by Mara"
    assert words.system_message("ticket-ended", {"solved": "partly"}, "Noah") == (
        "Noah closed the ticket. Solved: Partly"
    )
    assert words.system_message("ticket-ended", {}, "Noah") == "Noah closed the ticket"


def test_a_desk_found_damaged_while_working_says_that_starting_again_mends_it() -> None:
    met = words.trouble("desk-damaged", {"path": "/desk"})
    assert "start it again" in met.way
    mended = words.trouble("desk-damaged", {"kept": 9, "lost": 1, "moved": "/desk/damaged.sqlite"})
    assert mended.sentence == "The desk's file was damaged. 9 entries were carried over, 1 lost."


def test_what_a_requester_did_is_affirmed_in_words_of_its_own() -> None:
    assert words.done("cancel_ticket", number="TK-1") == "Cancelled TK-1"
    assert words.done("follow_up_ticket", number="TK-1") == "Submitted a new ticket from TK-1"


def test_of_a_decision_that_came_back_it_says_what_of_the_wish_is_another_now() -> None:
    size, until = WishChange("vcpus", 8, 16), WishChange("until", 0, 1_732_291_200_000)
    told = changed_wish((WishChange("name", "db-03", "db-04"), size, until))
    assert told == f"Name: db-03 → db-04, 8 vCPU → 16 vCPU, Until: – → {date(1_732_291_200_000)}"


@pytest.mark.parametrize(("comment", "kept"), [("", False), ("Fine for me.", True)])
@pytest.mark.parametrize("code", ["content-changed", "already-decided"])
def test_a_decision_that_came_back_speaks_of_a_text_only_where_one_was_written(
    code: str, comment: str, kept: bool
) -> None:
    wish = PassStage(request=an_id(1), stage=an_id(2), digest="0" * 64, comment=comment)
    row = OutboxRow(
        id=an_id(3), command="pass_stage", wish=wish, on=wish.request, number="WF-4", subject="etl-07",
        state="returned", stage="conflict", issued_at=NOW, not_before=None, code=code,
        data={"name": "Oskar Prinz", "verdict": "reject", "at": str(NOW)},
    )  # fmt: skip
    assert words.entry_reason(row).endswith("Your text is kept until you discard it.") is kept
