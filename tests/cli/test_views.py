"""One person with several roles, seen from the terminal in the view of one of them."""

import json
from dataclasses import dataclass

import pytest

from tests.cli.conftest import Run
from tests.cli.test_working_a_ticket import make_handler, submit

VIEWS = ("system", "domain:Contoso")


@dataclass(frozen=True)
class Contoso:
    run: Run
    domain: str

    def seen(self, *view: str) -> set[str]:
        answer = self.run("list", "support.all", "--as", "mara", "--json", *(["--view", *view] if view else []))
        return {row["subject"] for row in answer.json} if answer.status == 0 else {answer.err or answer.out}


def root_of(run: Run, command: str, words: str = "") -> str:
    entries = run("log", "--limit", "500", "--json").json
    return str(next(e["root"] for e in entries if e["command"] == command and words in str(e["data"])))


def give(run: Run, command: str, **args: object) -> None:
    answer = run("do", command, "--args", json.dumps(args))
    assert answer.status == 0, answer.err


@pytest.fixture
def contoso(office: Run) -> Contoso:
    """Mara handles everything and administrates Contoso; Noah is of Contoso, Wei is not."""
    make_handler(office)
    give(office, "save_domain", name="Contoso")
    domain = root_of(office, "save_domain")
    noah, mara = root_of(office, "save_person", "noah"), root_of(office, "save_person", "mara")
    give(office, "save_person", person=noah, user_name="noah", name="Noah Okafor", domain=domain)
    give(office, "assign_role", person=mara, role="domain_admin", scope_kind="domain", scope_id=domain)
    submit(office, "Printer on fire", by="noah")
    submit(office, "墨盒空了", by="wei")
    return Contoso(office, domain)


@pytest.mark.rule("CP-51")
def test_all_tickets_are_those_of_the_view(contoso: Contoso) -> None:
    assert contoso.seen() == contoso.seen("system") == {"Printer on fire", "墨盒空了"}
    assert contoso.seen(f"domain:{contoso.domain}") == contoso.seen("domain:Contoso") == {"Printer on fire"}


def test_the_badges_are_those_of_the_view(contoso: Contoso) -> None:
    badges = {view: contoso.run("counts", "--as", "mara", "--view", view, "--json").json for view in VIEWS}
    assert (badges["system"]["support.all"], badges["domain:Contoso"]["support.all"]) == (2, 1)
    assert "support.queue" in badges["system"]
    assert "support.queue" not in badges["domain:Contoso"]


@pytest.mark.parametrize("view", ["system", "domain:Contoso", "domain:Fabrikam", "nonsense"])
def test_a_view_of_a_role_one_has_not_is_refused(contoso: Contoso, view: str) -> None:
    answer = contoso.run("list", "support.mine", "--as", "noah", "--view", view)
    assert answer.status == 1
    assert answer.err.strip()
