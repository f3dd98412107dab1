"""The report of rules without a test is right, and no test cites a rule that does not exist."""

from pathlib import Path

import pytest

from tests.rules_report import DOCUMENTS, NotLiteral, cited_rules, known_rules, report, rules_in


def test_every_cited_rule_exists() -> None:
    known = known_rules()
    assert {rule: paths for rule, paths in cited_rules().items() if rule not in known} == {}


def test_every_rule_belongs_to_a_document_and_has_a_title() -> None:
    for rule, title in known_rules().items():
        assert rule.split("-")[0] in DOCUMENTS
        assert title


def test_every_mark_of_a_file_is_read() -> None:
    source = """
pytestmark = pytest.mark.rule("GU-01")

@pytest.mark.rule("GU-02", "RS-18a")
def test_one() -> None: ...

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.rule("CP-R1"))])
def test_two(x: int) -> None: ...
"""
    assert sorted(rules_in(source)) == ["CP-R1", "GU-01", "GU-02", "RS-18a"]


def test_a_rule_that_is_computed_is_refused() -> None:
    with pytest.raises(NotLiteral):
        list(rules_in("pytest.mark.rule(f'GU-{n}')"))


def test_the_files_that_cite_a_rule_are_named(tmp_path: Path) -> None:
    test = tmp_path / "store" / "test_journal.py"
    test.parent.mkdir()
    test.write_text("pytestmark = pytest.mark.rule('HZ-12')", encoding="utf-8")
    assert cited_rules(tmp_path) == {"HZ-12": [test]}


def test_the_report_counts_and_names_what_is_open() -> None:
    known = {"GU-01": "Purpose", "GU-02": "Account", "HZ-01": "Quorum"}
    lines = list(report(known, {"GU-02"}))
    assert lines[0] == "Guance ticket management: 1 of 2 shown"
    assert lines[1].split() == ["GU-01", "Purpose"]
    assert lines[-1] == "All: 1 of 3 shown"
