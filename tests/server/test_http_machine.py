"""T10: whatever several people do in whatever order by HTTP, the server answers as one that keeps its promises."""

import hashlib
import tempfile
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import requests
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from agentdesk.clock import SystemClock
from agentdesk.domain.values import Id
from agentdesk.server.database import connect
from agentdesk.server.migrate import migrate
from agentdesk.server.service import Service
from tests.builders import MARA, NOAH, WEI, an_id
from tests.server.doors import Door, replica
from tests.server.worlds import device, furnish

PEOPLE = st.sampled_from([MARA, NOAH, WEI])
"""Staff, and two customers of different organisations."""
SEES_ALL = MARA
BYTES = st.binary(min_size=1, max_size=40)
_REFUSALS = {400, 401, 403, 404, 408, 409, 410, 413, 415, 416, 422, 426, 429}


class Desk:
    """One person's device, as far as a server must be true to it."""

    def __init__(self, person: Id) -> None:
        self.person, self.cursor = person, ""
        self.revs: dict[tuple[str, str], int] = {}

    def absorb(self, documents: dict[str, Any]) -> None:
        for kind, id, rev in documents["roots"]:
            assert rev >= self.revs.get((kind, id), 0), "what was read once is never older again"
            self.revs[kind, id] = rev
        for kind, id, _ in documents["gone"]:
            self.revs.pop((kind, id), None)

    @property
    def tickets(self) -> set[str]:
        return {id for kind, id in self.revs if kind == "ticket"}


class Server(RuleBasedStateMachine):
    tickets = Bundle("tickets")
    commands = Bundle("commands")
    uploads = Bundle("uploads")

    @initialize()
    def begin(self) -> None:
        self.stack = ExitStack()
        place = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{place / 'desk.sqlite'}"
        migrate(url)
        engine = connect(url)
        self.stack.callback(engine.dispose)
        furnish(engine)
        self.door: Door = self.stack.enter_context(replica(engine, Service(engine)))
        self.ids = map(an_id, count(5_000_000))
        self.headers = {person: self.door.headers(person) for person in (MARA, NOAH, WEI)}
        self.desks = {person: Desk(person) for person in (MARA, NOAH, WEI)}
        self.told: dict[Id, tuple[Id, Any]] = {}
        self.owners: dict[Id, Id] = {}
        for desk in self.desks.values():
            self._begin(desk)

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            with self.stack:
                assert self.door.ask("GET", "/healthz").status_code == 200

    # ------------------------------------------------------------------ what people do

    @rule(target=commands, who=PEOPLE)
    def submit(self, who: Id) -> dict[str, Any]:
        args = {"source": "agentdesk", "subject": "x", "body_html": "<p>x</p>", "message": next(self.ids)}
        command = self._command("submit_ticket", None, {"ticket": next(self.ids), **args})
        result = self._push(who, command)
        assert result["status"] == "applied"
        self.owners[result["root"][1]] = who
        return command

    @rule(target=tickets, made=commands)
    def know(self, made: dict[str, Any]) -> Id:
        return str(made["args"].get("ticket") or made["target"])

    @rule(target=commands, who=PEOPLE, ticket=tickets, name=st.sampled_from(["reply", "add_note"]))
    def write(self, who: Id, ticket: Id, name: str) -> dict[str, Any]:
        command = self._command(name, ticket, {"message": next(self.ids), "body_html": "<p>y</p>"})
        result = self._push(who, command)
        if not self._may_see(who, ticket):
            assert result["code"] == "not-found"
        return command

    @rule(command=commands)
    def send_again(self, command: dict[str, Any]) -> None:
        """By whoever gave it: the same answer. By anybody else: none of it."""
        person, told = self.told[command["id"]]
        for who in self.desks:
            again = self._push(who, command, note=False)
            if who == person:
                assert again == told
            else:
                assert (again["status"], again["code"], again["data"]) == ("rejected", "id-reuse", {})

    @rule(command=commands)
    def say_something_else_under_its_id(self, command: dict[str, Any]) -> None:
        person, _ = self.told[command["id"]]
        other = command | {"args": command["args"] | {"body_html": "<p>something else</p>"}}
        assert self._push(person, other, note=False)["code"] == "id-reuse"

    @rule(who=PEOPLE, owner=PEOPLE, command=commands)
    def use_the_device_of_somebody_else(self, who: Id, owner: Id, command: dict[str, Any]) -> None:
        answer = self._ask(who, "POST", "/v1/push", json={"client": device(owner), "commands": [command]})
        assert answer.status_code == (200 if who == owner else 403)

    @rule(who=PEOPLE)
    def pull(self, who: Id) -> None:
        desk, more = self.desks[who], True
        while more:
            answer = self._ask(who, "GET", "/v1/pull", params={"cursor": desk.cursor, "limit": 3})
            assert answer.status_code == 200
            told = answer.json()
            desk.absorb(told["documents"])
            more = told["more"] and (told["cursor"] != desk.cursor or not told["documents"]["roots"])
            desk.cursor = told["cursor"]
        assert desk.tickets == {t for t in self.owners if self._may_see(who, t)}

    @rule(who=PEOPLE, ticket=tickets)
    def look(self, who: Id, ticket: Id) -> None:
        answer = self._ask(who, "GET", f"/v1/tickets/{ticket}")
        assert answer.status_code == (200 if self._may_see(who, ticket) else 404)

    @rule(who=PEOPLE, text=st.text(max_size=30))
    def come_with_a_cursor_of_ones_own(self, who: Id, text: str) -> None:
        answer = self._ask(who, "GET", "/v1/pull", params={"cursor": text, "limit": 5})
        assert answer.status_code in (400, 410)

    @rule(target=uploads, who=PEOPLE, content=BYTES)
    def bring(self, who: Id, content: bytes) -> tuple[Id, str, bytes]:
        asked = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        told = self._ask(who, "POST", "/v1/uploads", json=asked).json()
        return who, told["upload_id"], content

    @rule(who=PEOPLE, upload=uploads, start=st.integers(0, 50), length=st.integers(0, 60))
    def add_a_piece(self, who: Id, upload: tuple[Id, str, bytes], start: int, length: int) -> None:
        owner, id, content = upload
        path, headers = f"/v1/uploads/{id}", {"Upload-Offset": str(start), "Content-Type": "application/octet-stream"}
        before = self._ask(owner, "GET", path)
        piece = content[start : start + length]
        answer = self._ask(who, "PATCH", path, data=piece, headers=headers)
        if not piece:
            assert answer.status_code == 400, "no body is no piece, whoever sends it"
        elif who != owner:
            assert answer.status_code == 404
        elif answer.status_code == 200:
            assert answer.json()["offset"] >= before.json()["offset"]
        elif answer.status_code == 409:
            assert answer.headers["Upload-Offset"] == str(before.json()["offset"])

    @rule(who=PEOPLE)
    def sign_out_and_in_again(self, who: Id) -> None:
        assert self._ask(who, "DELETE", "/v1/session").status_code == 204
        assert self._ask(who, "GET", "/v1/pull", params={"cursor": "x", "limit": 1}).status_code == 401
        self.headers[who] = self.door.headers(who)

    # ------------------------------------------------------------------ asking

    def _may_see(self, who: Id, ticket: Id) -> bool:
        return who == SEES_ALL or self.owners[ticket] == who

    def _begin(self, desk: Desk) -> None:
        begun = self._ask(desk.person, "POST", "/v1/bootstrap", json={}).json()
        desk.cursor, after = begun["cursor"], ""
        while True:
            page = self._ask(desk.person, "GET", f"/v1/bootstrap/{begun['token']}", params={"after": after}).json()
            desk.absorb(page["documents"])
            if not (after := page["after"]):
                return

    def _command(self, name: str, target: Id | None, args: dict[str, Any]) -> dict[str, Any]:
        clock = SystemClock()
        return {
            "id": clock.new_id(), "name": name, "ver": 1, "target": target, "args": args, "issued_at": clock.now(),
            "base_rev": 0,
        }  # fmt: skip

    def _push(self, who: Id, command: dict[str, Any], *, note: bool = True) -> Any:
        answer = self._ask(who, "POST", "/v1/push", json={"client": device(who), "commands": [command]})
        assert answer.status_code == 200
        told = answer.json()
        seen = {id for kind, id, _ in told["documents"]["roots"] if kind == "ticket"}
        assert all(self.owners.get(id, who) == who or who == SEES_ALL for id in seen)
        if note:
            self.told[command["id"]] = who, told["results"][0]
        return told["results"][0]

    def _ask(self, who: Id, method: str, path: str, **more: Any) -> requests.Response:
        answer = self.door.ask(method, path, headers=self.headers[who] | more.pop("headers", {}), **more)
        assert answer.status_code < 300 or answer.status_code in _REFUSALS, answer.text
        if answer.status_code >= 400 and answer.status_code != 416:
            assert set(answer.json()) == {"error", "message", "id"}
        return answer


TestServer = Server.TestCase
TestServer.settings = settings(
    max_examples=8, stateful_step_count=50, deadline=None, database=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)  # fmt: skip
