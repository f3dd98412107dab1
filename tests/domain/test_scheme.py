"""A sound text becomes an immutable Scheme; a damaged one is refused and breaks nothing."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.scheme import AutoClose, Scheme, SchemeError, Transition, parse_scheme
from agentdesk.domain.values import Solved, StateKind
from tests.domain.scheme_texts import SOUND, TRANSITIONS


def changed(old: str, new: str) -> str:
    assert old in SOUND
    return SOUND.replace(old, new, 1)


def test_a_sound_text_becomes_a_scheme() -> None:
    scheme = parse_scheme(SOUND)
    assert (scheme.id, scheme.rating, scheme.work_starts_on_open) == ("small", "on_confirm", True)
    assert scheme.title["de"] == "Klein"
    assert scheme.auto_close == (AutoClose("asked", 3),)
    assert [state.id for state in scheme.states] == ["new", "asked", "done"]
    assert scheme.initial == "new"
    assert scheme.state("asked").kind is StateKind.WAITING_CONFIRMATION


def test_a_transition_keeps_what_its_table_says_and_the_line_of_its_header() -> None:
    assert parse_scheme(SOUND).find("asked", "confirm_ticket", "requester", "partly") == Transition(
        action="confirm_ticket",
        by="requester",
        from_=frozenset({"asked"}),
        to="done",
        needs=("rating", "comment"),
        answer=("yes", "partly"),
        only_if=(),
        line=TRANSITIONS[1],
    )


def test_a_list_of_actors_is_the_same_rule_for_each() -> None:
    scheme = parse_scheme(SOUND)
    notes = [scheme.find("new", "add_note", by) for by in ("handler", "staff")]
    assert [(note.by, note.line, note.to) for note in notes if note] == [
        ("handler", TRANSITIONS[3], None),
        ("staff", TRANSITIONS[3], None),
    ]


def test_conditions_are_one_word_or_a_list_of_them() -> None:
    text = SOUND.replace('only_if = "handler_unavailable"', 'only_if = ["no_handler", "has_form"]')
    for scheme, words in ((SOUND, ("handler_unavailable",)), (text, ("no_handler", "has_form"))):
        forward = parse_scheme(scheme).find("new", "forward_ticket", "admin")
        assert forward
        assert forward.only_if == words


def test_an_answer_finds_its_own_transition_and_none_asks_whether_one_may_answer() -> None:
    scheme = parse_scheme(SOUND)
    ways = {answer: scheme.find("asked", "confirm_ticket", "requester", answer) for answer in Solved}
    assert {answer: way.to for answer, way in ways.items() if way} == {"yes": "done", "partly": "done", "no": "new"}
    assert scheme.find("asked", "confirm_ticket", "requester")
    assert scheme.find("new", "confirm_ticket", "requester") is None


def test_a_confirmation_without_answers_takes_any_answer() -> None:
    no_way_back = SOUND[: SOUND.index('[[transition]]\naction = "confirm_ticket"', SOUND.index("partly"))]
    text = no_way_back.replace('answer = ["yes", "partly"]\n', "").replace("auto_close = [{", "#")
    scheme = parse_scheme(text)
    assert all(scheme.find("asked", "confirm_ticket", "requester", answer) for answer in ("yes", "partly", "no"))


def test_what_no_transition_lists_is_not_found() -> None:
    scheme = parse_scheme(SOUND)
    assert scheme.find("done", "add_note", "handler") is None
    assert scheme.find("new", "add_note", "requester") is None
    assert scheme.find("nowhere", "add_note", "handler") is None


def test_a_scheme_says_whether_a_part_may_do_something_anywhere() -> None:
    scheme = parse_scheme(SOUND)
    assert scheme.lists("add_note", "staff")
    assert not scheme.lists("add_note", "requester")


@pytest.mark.parametrize(("language", "label"), [("zh", "新"), ("de_AT", "Neu"), ("fr", "New"), ("", "New")])
def test_a_label_falls_back_to_the_language_and_then_to_english(language: str, label: str) -> None:
    assert parse_scheme(SOUND).label("new", language) == label


def test_an_unknown_state_has_no_label() -> None:
    with pytest.raises(KeyError):
        parse_scheme(SOUND).state("nowhere")


def test_a_scheme_cannot_be_changed() -> None:
    scheme = parse_scheme(SOUND)
    with pytest.raises(FrozenInstanceError):
        scheme.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        scheme.title["en"] = "other"  # type: ignore[index]


def test_equal_texts_are_equal_schemes_with_one_hash() -> None:
    twin = parse_scheme(SOUND, "elsewhere.toml")
    assert twin == parse_scheme(SOUND)
    assert hash(twin) == hash(parse_scheme(SOUND))


def test_automatic_closing_and_work_on_opening_may_be_left_out() -> None:
    text = changed('auto_close = [{ state = "asked", after_days = 3 }]\nwork_starts_on_open = true\n', "")
    scheme = parse_scheme(text)
    assert (scheme.auto_close, scheme.work_starts_on_open) == ((), False)


def test_windows_line_ends_do_not_matter() -> None:
    assert parse_scheme(SOUND.replace("\n", "\r\n")) == parse_scheme(SOUND)


PIECES = (
    "[[state]]",
    "[[transition]]",
    '"new"',
    "from",
    "[",
    "]",
    '"""',
    "'",
    "=",
    "\n",
    "#",
    "done",
    "{",
    "}",
    "1",
    "",
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = SOUND
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        text = text[:start] + draw(st.sampled_from(PIECES) | st.text(max_size=8)) + text[end:]
    return text


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Lines left out, doubled or moved: mostly good TOML that means something else."""
    lines = SOUND.splitlines()
    numbers = draw(st.lists(st.integers(0, len(lines) - 1), max_size=3, unique=True))
    for number in numbers:
        lines.insert(draw(st.integers(0, len(lines))), lines[number])
        if draw(st.booleans()):
            del lines[number]
    return "\n".join(lines)


def outcome(text: str) -> Scheme | SchemeError:
    try:
        return parse_scheme(text, "damaged.toml")
    except SchemeError as error:
        return error


@given(damaged() | shuffled())
def test_a_damaged_text_is_a_scheme_or_a_scheme_error_and_nothing_else(text: str) -> None:
    result = outcome(text)
    if isinstance(result, SchemeError):
        assert result.file == "damaged.toml"
        assert 1 <= result.line <= text.count("\n") + 1
    else:
        assert result.state(result.initial).kind is StateKind.NEW
