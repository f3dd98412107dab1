"""What the index finds is what a look through all texts finds; and only by those who may read it."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine

from agentdesk.desk import Desk
from agentdesk.desk.queries.search import Search
from agentdesk.domain.commands import AddNote, ReceiveEmail, Reply
from agentdesk.store import search
from agentdesk.store.schema import SEARCH_DDL
from agentdesk.store.segment import PREFIX_FROM, cut, match_expression
from tests.builders import MARA, SECOND, TICKET, a_ticket, an_id
from tests.desk.stage import Stage, stepped
from tests.desks import Book, a_database, furnish, inline_desk

CHINESE = "退款申请备案需要什么材料企业主体变更服务器登录失败请帮忙处理一下这个问题谢谢数据库连接超时语言设置账号密码"
WORDS = ("disk", "Über", "straße", "Rechnung", "API", "Fehlermeldung", "退款", "MFA", "naïve")


def texts(seed: int, count: int) -> list[str]:
    """Chinese sentences with Latin words in between, as people write them."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        parts = ["".join(chance.choices(CHINESE, k=chance.randint(1, 12))) for _ in range(chance.randint(1, 5))]
        made.append(chance.choice(["", " ", "，", "。"]).join([*parts, chance.choice(WORDS)]))
    return made


@pytest.fixture(scope="module")
def sample() -> list[str]:
    return texts(20261126, 600)


@pytest.fixture(scope="module")
def index(sample: list[str]) -> Iterator[Connection]:
    """The index alone, made by the schema's own statement and filled through the cutter."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql(SEARCH_DDL)
        rows = [(n, cut(text)) for n, text in enumerate(sample)]
        connection.exec_driver_sql("INSERT INTO search(rowid, subject, body, files) VALUES(?, '', ?, '')", rows)
        yield connection
    engine.dispose()


def found(index: Connection, query: str) -> set[int]:
    match = match_expression(query)
    rows = index.exec_driver_sql("SELECT rowid FROM search WHERE search MATCH ?", (match,)) if match else ()
    return {row[0] for row in rows}


@pytest.mark.parametrize("length", [1, 2, 3, 4, 7])
def test_every_chinese_word_is_found_wherever_it_stands_and_nowhere_else(
    length: int, sample: list[str], index: Connection
) -> None:
    chance = random.Random(length)
    runs = [run for text in sample for run in re.findall("[\u4e00-\u9fff]+", text) if len(run) >= length]
    words = {run[start : start + length] for run in chance.choices(runs, k=200) for start in [len(run) - length, 0]}
    assert len(words) >= min(200, len(set(CHINESE))) // 2
    for word in words:
        assert found(index, word) == {n for n, text in enumerate(sample) if word in text}, word


def test_a_phrase_wants_its_words_side_by_side(index: Connection, sample: list[str]) -> None:
    start = next(n for n, text in enumerate(sample) if text.endswith(" disk"))
    assert start in found(index, '"disk"')
    assert found(index, '"disk disk"') == set()


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("uber", "Über den Wolken", True),
        ("ÜBER", "über den Wolken", True),
        ("Straße", "straße", True),
        ("fehler", "Fehlermeldung", True),  # the last word is a prefix
        ("fe", "Fehlermeldung", False),  # shorter than a prefix may be
        ("fehler ", "Fehlermeldung", False),  # whoever types a space has finished the word
        ("fehler rot", "Fehlermeldung rot", False),
        ("rot fehler", "Fehlermeldung rot", True),
        ('"rot Fehler"', "rot Fehler", True),
        ('"rot Fehler"', "Fehler rot", False),
        ('"rot Fehl"', "rot Fehler", False),
        ("退款 disk", "disk 退款申请", True),
        ("款申", "退款申请", True),
        ("退申", "退款申请", False),
        ("API接口", "API 接口", True),
        ("接口API", "接口api", True),
        ("'; DROP", "drop it", True),
        ('"', "quote", False),
        ("NOT disk", "disk", False),
        ("a@x.example", "From a@x.example", True),
    ],
)
def test_what_is_asked_in_words_phrases_and_prefixes(query: str, text: str, expected: bool) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql(SEARCH_DDL)
        connection.exec_driver_sql("INSERT INTO search(rowid, subject, body, files) VALUES(1, '', ?, '')", (cut(text),))
        assert (found(connection, query) == {1}) is expected
    engine.dispose()


ALPHABET = st.one_of(st.sampled_from(CHINESE), st.sampled_from("abc ÄöüßÉ.,;\"'*-()^:\n\t\0"), st.characters())


@given(st.text(ALPHABET, max_size=60))
def test_any_text_can_be_asked_for_and_is_understood(text: str) -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql(SEARCH_DDL)
        found(connection, text.replace("\0", " "))
    engine.dispose()


@given(st.text(ALPHABET, max_size=60))
def test_cutting_takes_and_adds_nothing_but_blanks_and_repeated_characters(text: str) -> None:
    assert set(cut(text)) - {" "} == set(text) - {" "}
    assert cut(text) == cut(text)


@given(st.lists(st.text(st.sampled_from(CHINESE), min_size=2, max_size=12), min_size=1, max_size=4))
def test_every_pair_of_neighbours_is_a_token(runs: list[str]) -> None:
    tokens = set(cut(" ".join(runs)).split())
    assert {run[at : at + 2] for run in runs for at in range(len(run) - 1)} <= tokens


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_text_is_not_touched(text: str) -> None:
    assert cut(text) is text


def test_a_prefix_is_asked_for_from_three_letters_on() -> None:
    assert [match_expression(word).endswith("*") for word in ("ab", "abc")] == [False, True]
    assert PREFIX_FROM == 3


# ---------------------------------------------------------------------- what is changed, undone and hidden


def test_what_is_undone_leaves_nothing_of_itself_in_the_index(tmp_path: Path) -> None:
    """A contentless index must be given the very text again, or its words stay for ever."""
    with a_database(tmp_path) as database, database.writer.begin() as connection:
        furnish(connection, a_ticket(rev=1, handler=MARA, state="processing"))
        book = Book(connection)
        search.index_some(connection)
        before = _terms(connection)
        for number, words in enumerate(texts(7, 20)):
            book.do(Reply(ticket=TICKET, message=an_id(900 + number), body_html=words), hold=60 * SECOND)
            if number % 3:
                search.index_some(connection)
        assert _terms(connection) != before
        for number in reversed(range(20)):
            assert book.undo(number) is not None
        search.index_some(connection)
        assert _terms(connection) == before
        connection.exec_driver_sql("INSERT INTO search(search) VALUES('integrity-check')")


def _terms(connection: Connection) -> list[tuple[str, int]]:
    connection.exec_driver_sql("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, row)")
    return [tuple(row) for row in connection.exec_driver_sql("SELECT term, cnt FROM temp.words ORDER BY term")]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = stepped(tmp_path / "desk")
    yield stage
    stage.desk.close()


def hits(desk: Desk, query: str, limit: int = 50) -> list[str]:
    return [hit.row.id for hit in desk.look(Search(query, limit)).hits]


def test_an_undone_reply_is_no_longer_found(stage: Stage) -> None:
    ticket = stage.ticket("Lamp")
    outcome = stage.reply(ticket, "退款申请 unmistakable", hold=60 * SECOND)
    stage.desk.rest()
    assert hits(stage.desk, "款申") == hits(stage.desk, "unmistakable") == [ticket]
    stage.desk.undo(outcome.ids[0])
    stage.desk.rest()
    assert hits(stage.desk, "款申") == hits(stage.desk, "unmistakable") == []


def test_what_waits_for_the_index_is_told(stage: Stage) -> None:
    stage.ticket("Lamp", handled=False)
    assert stage.desk.look(Search("lamp")).unindexed == 1
    stage.desk.rest()
    assert stage.desk.look(Search("lamp")).unindexed == 0


def test_a_requester_finds_their_tickets_and_no_note(stage: Stage, tmp_path: Path) -> None:
    mine, other = stage.ticket("Lantern"), stage.desk.clock.new_id()
    letter = ReceiveEmail(ticket=other, message=stage.desk.clock.new_id(), source="desk", subject="Lantern",
                          sender_address="wei@orbis.example", body_text="lantern", mail_id="2@x")  # fmt: skip
    assert stage.do(letter).done
    note = AddNote(ticket=mine, message=stage.desk.clock.new_id(), body_html="<p>secretly 内部备注</p>")
    assert stage.do(note).done
    stage.desk.rest()
    assert set(hits(stage.desk, "lantern")) == {mine, other}
    assert hits(stage.desk, "secretly") == hits(stage.desk, "内部") == [mine]
    noah = inline_desk(tmp_path / "desk", "noah@helios.example", write=False)
    assert hits(noah, "lantern") == [mine]
    assert hits(noah, "secretly") == hits(noah, "内部") == hits(noah, "内部备注") == []
    noah.close()


def test_the_search_goes_on_until_enough_visible_tickets_are_found(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the newest hits none is visible; those behind them are found all the same, block after block."""
    monkeypatch.setattr("agentdesk.desk.queries.search.NEWEST", 5)
    mine = [stage.ticket(f"Lantern {number}") for number in range(3)]
    for number in range(23):
        letter = ReceiveEmail(
            ticket=stage.desk.clock.new_id(), message=stage.desk.clock.new_id(), source="desk", subject="Lantern",
            sender_address="wei@orbis.example", mail_id=f"w{number}@x",
        )  # fmt: skip
        assert stage.do(letter).done
    stage.desk.rest()
    noah = inline_desk(tmp_path / "desk", "noah@helios.example", write=False)
    assert hits(noah, "lantern") == mine[::-1]
    few = noah.look(Search("lantern", 2))
    assert ([hit.row.id for hit in few.hits], few.more) == (mine[:0:-1], True)
    noah.close()
    assert len(hits(stage.desk, "lantern", 20)) == 20


def test_one_ticket_is_one_hit_with_its_newest_message(stage: Stage) -> None:
    ticket = stage.ticket("Lantern")
    for number in range(3):
        stage.reply(ticket, f"lantern {number}")
    stage.desk.rest()
    found = stage.desk.look(Search("lantern")).hits
    assert [hit.row.id for hit in found] == [ticket]
    assert "lantern 2" in found[0].snippet


def test_what_holds_no_word_finds_nothing(stage: Stage) -> None:
    stage.ticket("Lantern")
    stage.desk.rest()
    for query in ("", "   ", '""', "!!!", "*", "（）"):
        assert hits(stage.desk, query) == []
