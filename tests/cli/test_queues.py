"""Whose lists a ticket stands in, and what the badges say, through its life."""

import json

import pytest

from tests.cli.conftest import Run
from tests.cli.test_working_a_ticket import make_handler


def do(run: Run, command: str, by: str = "", on: str = "", **args: object) -> None:
    words = [command, "--args", json.dumps(args)]
    words += ["--as", by] if by else []
    words += ["--on", on] if on else []
    answer = run("do", *words)
    assert answer.status == 0, answer.err


def a_source(run: Run, scheme: str, **more: object) -> None:
    do(run, "save_source", source=scheme, title=scheme, scheme=scheme, asks=["description"], **more)


def filed(run: Run, source: str, text: str, **more: object) -> str:
    """Noah's new ticket, as its number."""
    do(run, "submit_ticket", by="noah", source=source, body_html=f"<p>{text}</p>", **more)
    rows = run("list", "support.mine", "--as", "noah", "--json").json
    return str(next(row["number"] for row in rows if row["subject"] == text))


def listed(run: Run, queue: str, by: str) -> list[str]:
    return [row["subject"] for row in run("list", queue, "--as", by, "--json").json]


def badge(run: Run, queue: str, by: str) -> int:
    return int(run("counts", "--as", by, "--json").json[queue])


def person(run: Run, user: str) -> str:
    entries = run("log", "--limit", "500", "--json").json
    return str(next(e["root"] for e in entries if e["command"] == "save_person" and user in str(e["data"])))


@pytest.mark.rule("CP-33", "CP-34", "CP-45", "CP-49")
def test_a_support_ticket_goes_through_the_lists_of_both_sides(office: Run) -> None:
    make_handler(office)
    a_source(office, "cloudpods")
    number = filed(office, "cloudpods", "VM is stuck", priority="critical")
    filed(office, "cloudpods", "Disk is slow", priority="minor")
    assert badge(office, "support.mine", "noah") == badge(office, "support.queue", "mara") == 2

    do(office, "handle_ticket", by="mara", on=number)
    assert listed(office, "support.pending", "mara") == ["VM is stuck"]
    assert badge(office, "support.pending", "mara") == badge(office, "support.queue", "mara") == 1

    do(office, "reply", by="mara", on=number, body_html="<p>Restarted it</p>")
    assert (listed(office, "support.pending", "mara"), badge(office, "support.pending", "mara")) == ([], 0)
    assert listed(office, "support.resolved", "mara") == ["VM is stuck"]

    do(office, "reply", by="noah", on=number, body_html="<p>Stuck again</p>")
    assert listed(office, "support.pending", "mara") == ["VM is stuck"]
    assert listed(office, "support.resolved", "mara") == []

    do(office, "handle_ticket", by="mara", on=number)
    do(office, "reply", by="mara", on=number, body_html="<p>Moved it</p>")
    do(office, "end_ticket", by="noah", on=number, solved="yes", rating=5)
    assert listed(office, "support.resolved", "mara") == []
    assert badge(office, "support.mine", "noah") == 1
    assert sorted(listed(office, "support.mine", "noah")) == ["Disk is slow", "VM is stuck"]


@pytest.mark.rule("GU-18", "GU-28", "GU-29")
def test_what_is_assigned_to_a_handler_stands_in_their_list_until_it_is_forwarded(office: Run) -> None:
    make_handler(office)
    do(office, "save_handler", person=person(office, "wei"))
    a_source(office, "guance")
    do(office, "set_default_handler", source="guance", person=person(office, "mara"))
    number = filed(office, "guance", "Where is my bill")
    assert (listed(office, "support.pending", "mara"), listed(office, "support.pending", "wei")) == (
        ["Where is my bill"], [],
    )  # fmt: skip
    do(office, "forward_ticket", by="mara", on=number, to=person(office, "wei"))
    assert (listed(office, "support.pending", "mara"), listed(office, "support.pending", "wei")) == (
        [], ["Where is my bill"],
    )  # fmt: skip
    assert office("show", number, "--as", "wei", "--json").json["state"] == "pending"
    do(office, "handle_ticket", by="wei", on=number)
    assert listed(office, "support.pending", "wei") == ["Where is my bill"]


@pytest.mark.rule("QK-01")
def test_engineers_allocate_and_handle_what_customers_only_file(office: Run) -> None:
    make_handler(office)
    do(office, "save_handler", person=person(office, "wei"))
    a_source(office, "qiankun")
    number = filed(office, "qiankun", "The device is offline")
    assert office("list", "support.queue", "--as", "noah").status == 1
    for command in ("handle_ticket", "forward_ticket"):
        refused = office("do", command, "--on", number, "--as", "noah", "--json")
        assert (refused.status, refused.json["refused"]) == (1, "not-allowed")
    do(office, "forward_ticket", by="mara", on=number, to=person(office, "wei"))
    assert listed(office, "support.pending", "wei") == ["The device is offline"]
    do(office, "handle_ticket", by="wei", on=number)
    assert office("show", number, "--as", "wei", "--json").json["state"] == "processing"


@pytest.mark.rule("CS-R1")
@pytest.mark.parametrize("language", ["en", "zh_CN", "de"])
def test_what_was_written_stays_in_its_language_whatever_the_labels_speak(office: Run, language: str) -> None:
    a_source(office, "customer-hub")
    number = filed(office, "customer-hub", "Der Export bricht ab")
    shown = office("show", number, "--json", "--language", language).json
    assert shown["state_label"] == {"en": "Open", "zh_CN": "未关闭", "de": "Offen"}[language]
    assert (shown["subject"], shown["messages"][0]["body_text"]) == ("Der Export bricht ab", "Der Export bricht ab")
