"""A request from its application to its end, from the terminal."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Run

STAGE = {"name": "Owner", "role": "project_owner", "scope": "project"}


def done(run: Run, name: str, args: dict[str, Any], *more: str) -> dict[str, Any]:
    answer = run("do", name, "--json", "--args", json.dumps(args), *more)
    assert answer.status == 0, answer.err
    return dict(answer.json["args"])


def person(run: Run, user: str) -> str:
    entries = run("log", "--limit", "500", "--json").json
    saved = (e for e in entries if e["command"] == "save_person")
    return str(next(entry["root"] for entry in saved if user in str(entry["data"])))


@pytest.fixture
def gated(office: Run) -> Run:
    """Noah works in Analytics of Helios, Mara owns it, and hosts need her Pass."""
    domain = done(office, "save_domain", {"name": "Helios"})["domain"]
    project = done(office, "save_project", {"domain": domain, "name": "Analytics"})["project"]
    for user, role in (("noah", "member"), ("mara", "project_owner")):
        held = {"person": person(office, user), "role": role, "scope_kind": "project", "scope_id": project}
        done(office, "assign_role", held)
    saved = done(office, "save_process", {"kind": "host_create", "name": "Hosts", "stages": [STAGE]})
    done(office, "enable_process", {"process": saved["process"]})
    return office


def applied(run: Run) -> str:
    project = run("log", "--limit", "500", "--json").json
    id = next(entry["root"] for entry in project if entry["command"] == "save_project")
    wish = {"kind": "host_create", "project": id, "name": "db-03", "vcpus": 8, "memory_gib": 64, "reason": "It swaps."}
    done(run, "apply", wish, "--as", "noah")
    return str(run("list", "approvals.mine", "--as", "noah", "--json").json[0]["number"])


def test_an_inbox_is_narrowed_by_filters_and_an_unknown_one_is_refused(gated: Run) -> None:
    applied(gated)
    for kind, rows in (("host_create", 1), ("join_project", 0)):
        found = gated("list", "approvals.mine", "--as", "noah", "--filter", f"kind={kind}", "--json").json
        assert len(found) == rows
    wrong = gated("list", "approvals.mine", "--as", "noah", "--filter", "colour=red")
    assert (wrong.status, "colour" in wrong.err) == (2, True)


@pytest.mark.rule("CP-52", "CP-54", "CP-35", "CP-36")
def test_what_was_applied_for_waits_for_its_approver(gated: Run) -> None:
    number = applied(gated)
    assert number == "WF-1"
    rows = gated("list", "approvals.pending", "--as", "mara", "--json").json
    assert [(row["number"], row["state"], row["stage_name"]) for row in rows] == [("WF-1", "in_approval", "Owner")]
    counts = {user: gated("counts", "--as", user, "--json").json for user in ("mara", "noah")}
    assert (counts["mara"]["approvals.pending"], counts["noah"]["approvals.pending"]) == (1, 0)
    assert (counts["mara"]["approvals.mine"], counts["noah"]["approvals.mine"]) == (0, 1)


@pytest.mark.rule("CP-63")
def test_an_inbox_is_printed_in_the_columns_of_the_windows_table(gated: Run) -> None:
    applied(gated)
    line = gated("list", "approvals.mine", "--as", "noah").out.split("  ")
    assert line[:6] == ["WF-1", "db-03", "noah", "host_create", "in_approval", "1/1 Owner"]
    assert line[6].startswith("Mara")
    assert line[8].strip() == "-"
    assert gated("list", "approvals.pending", "--as", "mara").out.split("  ")[6] == "you"


@pytest.mark.rule("CP-02", "CP-58", "HZ-02")
def test_passed_it_is_carried_out_by_itself_and_waits_for_nobody(gated: Run) -> None:
    number = applied(gated)
    shown = gated("show", number, "--as", "mara", "--json").json
    seen = {"stage": shown["stage_id"], "digest": shown["digest"], "comment": "Agreed."}
    done(gated, "pass_stage", seen, "--as", "mara", "--on", number)
    ended = gated("show", number, "--as", "noah", "--json").json
    assert (ended["state"], ended["result"], ended["execution"]) == ("completed", "passed", "succeeded")
    assert [one["comment"] for level in ended["levels"] for one in level["decisions"]] == ["Agreed."]
    for queue, user, rows in (("pending", "mara", 0), ("resolved", "mara", 1), ("mine", "noah", 1)):
        assert len(gated("list", f"approvals.{queue}", "--as", user, "--json").json) == rows
    assert gated("counts", "--as", "mara", "--json").json["approvals.pending"] == 0


@pytest.mark.rule("CP-53", "CP-59")
def test_withdrawn_it_is_found_under_i_involved(gated: Run) -> None:
    number = applied(gated)
    done(gated, "undo_request", {"reason": "Not needed."}, "--as", "noah", "--on", number)
    assert gated("list", "approvals.pending", "--as", "mara", "--json").json == []
    involved = gated("list", "approvals.involved", "--as", "mara", "--json").json
    assert [row["state"] for row in involved] == ["cancelled"]


@pytest.mark.rule("CP-60")
def test_only_administrators_see_all_requests(gated: Run) -> None:
    applied(gated)
    assert len(gated("list", "approvals.all", "--json").json) == 1
    assert gated("list", "approvals.all", "--as", "mara", "--json").status == 1


def test_somebody_else_finds_nothing_under_its_number(gated: Run) -> None:
    number = applied(gated)
    done(gated, "save_person", {"user_name": "lea", "name": "Lea"})
    assert gated("show", number, "--as", "lea").status == 1
    assert gated("do", "undo_request", "--as", "lea", "--on", number).status == 1


def test_what_the_rules_do_not_allow_is_a_sentence(gated: Run) -> None:
    number = applied(gated)
    shown = gated("show", number, "--as", "mara", "--json").json
    args = json.dumps({"stage": shown["stage_id"], "digest": "0" * 64})
    answer = gated("do", "pass_stage", "--as", "mara", "--on", number, "--args", args)
    assert answer.status == 1
    assert answer.err.strip().endswith(".")


@pytest.mark.rule("CP-31")
def test_without_any_process_there_are_no_approvals(office: Run) -> None:
    assert not [name for name in office("counts", "--json").json if name.startswith("approvals")]
