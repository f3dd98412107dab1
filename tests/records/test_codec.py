"""Commands and entities as plain values and back; what foreign values are refused."""

import json
from dataclasses import MISSING, Field, fields
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.codec import (
    SLUGS,
    check_command,
    describe,
    from_record,
    pack,
    read_command,
    target_field,
    to_record,
    unpack,
)
from agentdesk.domain.commands import (
    COMMANDS,
    Command,
    FileRef,
    Reply,
    SaveService,
    SetServiceOwners,
    StageForm,
    SubmitTicket,
)
from agentdesk.domain.entities import KINDS, Entity
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Priority
from tests.builders import MARA, TICKET, a_file, an_id
from tests.records.strategies import commands, entities

MESSAGE = an_id(300)
FILE = to_record(a_file())


def new_id() -> str:
    return an_id(77)


def refusal(name: str, args: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(Refused) as caught:
        read_command(name, args, new_id)
    assert caught.value.code == "bad-argument"
    return dict(caught.value.data)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_survives_the_wire(name: str) -> None:
    @settings(max_examples=15)
    @given(commands(COMMANDS[name]))
    def check(command: Command) -> None:
        named, version, args = pack(command)
        wire = json.loads(json.dumps(args))
        assert (named, version) == (name, 1)
        assert unpack(named, wire) == command
        assert read_command(named, wire, new_id) == command
        check_command(command)

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_an_entity_survives_its_record(kind: str) -> None:
    @settings(max_examples=15)
    @given(entities(kind))
    def check(entity: Entity) -> None:
        assert from_record(KINDS[kind], json.loads(json.dumps(to_record(entity)))) == entity

    check()


def test_a_field_that_an_older_program_does_not_know_is_left_out() -> None:
    command = Reply(ticket=TICKET, message=MESSAGE, body_html="<p>Hi</p>")
    assert from_record(Reply, to_record(command) | {"mood": "sunny"}) == command


def test_a_field_that_an_older_program_did_not_write_has_its_default() -> None:
    assert from_record(SaveService, {"service": MESSAGE, "source": "desk", "name": "DNS"}).enabled


LIMITED = [
    (name, f.name, f.metadata["limit"])
    for name, kind in COMMANDS.items()
    for f in fields(kind)
    if "limit" in f.metadata
]


def _a_few(name: str) -> dict[str, Any]:
    """The least a command needs, of the right types."""
    hints = get_type_hints(COMMANDS[name])
    words = {str: "x", int: 1, bool: True}
    return {
        f.name: MARA if _is_id(f, hints[f.name]) else _value(hints[f.name], words)
        for f in fields(COMMANDS[name])
        if f.default is MISSING and f.default_factory is MISSING and "new" not in f.metadata
    }


def _is_id(field: "Field[Any]", hint: Any) -> bool:
    return hint in (str, str | None) and "limit" not in field.metadata and field.name not in SLUGS


def _value(hint: Any, words: dict[type, Any]) -> Any:
    return words[hint] if hint in words else str(next(iter(hint)))


@pytest.mark.parametrize(("name", "field", "limit"), LIMITED)
def test_a_text_or_list_as_long_as_its_limit_fits_and_one_more_does_not(name: str, field: str, limit: int) -> None:
    hint = get_type_hints(COMMANDS[name])[field]
    if hint is str:
        least: Any = "x" * limit
        more: Any = least + "x"
    else:
        plain = MARA if field in ("owners", "hosts") else "x"
        item = {FileRef: FILE, StageForm: {"name": "Owner"}}.get(get_args(hint)[0], plain)
        least, more = [item] * limit, [item] * (limit + 1)
    assert read_command(name, _a_few(name) | {field: least}, new_id)
    told = refusal(name, _a_few(name) | {field: more})
    assert told == {"field": field, "why": "too-long", "limit": limit}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_of_a_wrong_type_is_refused_by_its_name(name: str) -> None:
    hints = get_type_hints(COMMANDS[name])
    for field in fields(COMMANDS[name]):
        for wrong in (1.5, {"a": 1}, [[1]], b"x", object(), 7 if hints[field.name] is not int else "7"):
            if wrong == 7 and int in get_args(hints[field.name]):
                continue
            assert refusal(name, _a_few(name) | {field.name: wrong})["field"] == field.name


@pytest.mark.parametrize("name", COMMANDS)
def test_an_argument_nobody_knows_is_refused(name: str) -> None:
    assert refusal(name, _a_few(name) | {"colour": "red"}) == {"field": "colour", "why": "unknown"}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_required_is_asked_for_and_what_the_device_makes_is_made(name: str) -> None:
    for field in fields(COMMANDS[name]):
        args = _a_few(name)
        if field.metadata.get("new"):
            assert getattr(read_command(name, args, new_id), field.name) == an_id(77)
        elif field.name in args:
            del args[field.name]
            assert refusal(name, args) == {"field": field.name, "why": "missing"}


@pytest.mark.parametrize("bad", ["a\0b", "\ud83d", "x\udfffy"])
def test_what_is_no_text_is_refused_from_everyone(bad: str) -> None:
    assert refusal("reply", {"ticket": TICKET, "body_html": bad}) == {"field": "body_html", "why": "bad-text"}
    assert refusal("set_tags", {"ticket": TICKET, "add": [bad]}) == {"field": "add", "why": "bad-text"}
    with pytest.raises(Refused) as caught:
        check_command(Reply(ticket=TICKET, message=MESSAGE, body_html=bad))
    assert caught.value.data["why"] == "bad-text"


@pytest.mark.parametrize("text", ["😀 𠀀 é\u0301 \u200f\u202e", "\x01\x1b[31m\x7f", "\n\t\r"])
def test_any_real_text_is_taken(text: str) -> None:
    assert read_command("reply", {"ticket": TICKET, "body_html": text}, new_id).body_html == text  # type: ignore[attr-defined]


IDS = [
    (name, f.name) for name, kind in COMMANDS.items() for f in fields(kind) if _is_id(f, get_type_hints(kind)[f.name])
]


@pytest.mark.parametrize(("name", "field"), IDS)
def test_an_id_is_a_uuid_and_is_written_one_way(name: str, field: str) -> None:
    assert refusal(name, _a_few(name) | {field: "mara.lindt"}) == {"field": field, "why": "not-an-id"}
    loud = str(UUID(int=0xABCDEF)).upper()
    for written in (loud, loud.replace("-", ""), f"{{{loud}}}"):
        assert getattr(read_command(name, _a_few(name) | {field: written}, new_id), field) == loud.lower()


def test_ids_in_lists_and_files_are_checked_too() -> None:
    assert refusal("set_service_owners", {"service": MARA, "owners": ["mara.lindt"]})["why"] == "not-an-id"
    told = refusal("reply", {"ticket": TICKET, "body_html": "x", "files": [FILE | {"id": "1"}]})
    assert told == {"field": "files.id", "why": "not-an-id"}
    with pytest.raises(Refused):
        check_command(SetServiceOwners(service=MARA, owners=("mara",)))


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"name": "Owner", "persons": ["mara"]}, {"field": "stages.persons", "why": "not-an-id"}),
        ({"name": "Owner", "escalates_to": "mara"}, {"field": "stages.escalates_to", "why": "not-an-id"}),
        ({"name": "Owner", "number": 101}, {"field": "stages.number", "why": "out-of-range", "limit": 100}),
        ({"name": "x" * 201}, {"field": "stages.name", "why": "too-long", "limit": 200}),
        ({}, {"field": "stages", "why": "wrong-type", "type": "object"}),
    ],
)
def test_what_is_within_a_stage_is_checked_too(form: dict[str, Any], told: dict[str, Any]) -> None:
    asked = {"kind": "host_create", "stages": [form]}
    answer = refusal("save_process", asked)
    assert answer == told


@pytest.mark.parametrize("broken", [{}, {"colour": 1}, {"name": 1}, {"size": "9"}, {"sha256": None}])
def test_a_file_that_lacks_something_is_refused(broken: dict[str, Any]) -> None:
    record = FILE | broken if broken else {"name": "x.png"}
    assert refusal("reply", {"ticket": TICKET, "body_html": "x", "files": [record]})["field"].startswith("files")


@pytest.mark.parametrize("number", [1 << 53, -(1 << 63), 10**30])
def test_a_number_beyond_every_program_is_refused(number: int) -> None:
    told = refusal("save_service", {"source": "desk", "name": "DNS", "order": number})
    assert (told["field"], told["why"]) == ("order", "out-of-range")


def test_true_is_no_number_and_one_is_no_yes() -> None:
    assert refusal("rate_ticket", {"ticket": TICKET, "rating": True})["why"] == "wrong-type"
    assert refusal("save_service", {"source": "desk", "name": "DNS", "enabled": 1})["why"] == "wrong-type"


@pytest.mark.parametrize(("rating", "fits"), [(0, False), (1, True), (5, True), (6, False)])
def test_a_rating_lies_between_its_bounds(rating: int, fits: bool) -> None:
    args = {"ticket": TICKET, "rating": rating}
    if fits:
        assert read_command("rate_ticket", args, new_id)
    else:
        assert refusal("rate_ticket", args) == {"field": "rating", "why": "out-of-range", "limit": 5}


def test_a_word_is_one_of_the_words() -> None:
    told = refusal("set_priority", {"ticket": TICKET, "priority": "urgent"})
    assert told == {"field": "priority", "why": "unknown-word", "words": [str(word) for word in Priority]}


def test_a_command_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_command("burn_ticket", {}, new_id)
    assert caught.value.code == "unknown-command"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_described_with_its_limits(name: str) -> None:
    told = {field: (type_, limits) for field, type_, limits in describe(COMMANDS[name])}
    assert list(told) == [f.name for f in fields(COMMANDS[name])]
    for field in fields(COMMANDS[name]):
        if "limit" in field.metadata:
            assert str(field.metadata["limit"]) in told[field.name][1]
    target = target_field(COMMANDS[name])
    assert target is None or "from --on" in told[target][1]


ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.text(max_size=3))


@given(st.dictionaries(st.sampled_from([f.name for f in fields(SubmitTicket)] + ["colour"]), ANYTHING, max_size=4))
def test_nothing_foreign_raises_anything_but_a_refusal(args: dict[str, Any]) -> None:
    codes = {"bad-argument"}
    try:
        read_command("submit_ticket", args, new_id)
    except Refused as refused:
        codes.add(refused.code)
    assert codes == {"bad-argument"}
