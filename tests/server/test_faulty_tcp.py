"""T2: the real client core, a network that fails, two real replicas on one PostgreSQL, both killed in between."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from sqlalchemy import Engine

from agentdesk.desk import Desk, open_desk
from agentdesk.desk.connecting import Account, Joining, join
from agentdesk.desk.queries.outbox import Outbox
from agentdesk.desk.queries.thread import Thread
from agentdesk.desk.rounds import Round
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import HandleTicket, Reply, SubmitTicket
from agentdesk.domain.values import Id
from agentdesk.server.accounts import set_password
from agentdesk.server.database import connect, writing
from agentdesk.sync.engine import Condition
from agentdesk.sync.http import PATIENCE, HttpTransport
from agentdesk.sync.network import DIRECT
from agentdesk.sync.vault import Vault
from tests.builders import MARA, NOAH, NOON
from tests.e2e.processes import Served, free_port
from tests.faultproxy import FAULTS, FaultyNetwork, faulty
from tests.server.worlds import World

PER_CHANGE, NIGHTLY, REPLIES = 40, 300, 14
"""A session is two desks that write so many replies each to one ticket, beside its filing and taking."""
PASSWORD = "three grey donkeys"
IMPATIENT = (0.25, 0.3)
MOST_ROUNDS = 60


@dataclass(frozen=True)
class Impatient(Account):
    """By the failing network, and not half a minute for each black hole."""

    network: FaultyNetwork | None = None

    def transport(self) -> HttpTransport:
        assert self.network is not None
        patience = PATIENCE if self.network.healthy else IMPATIENT
        return HttpTransport(self.network.address, self.signed_in, DIRECT, patience=patience)


@dataclass
class Writer:
    desk: Desk
    account: Account
    name: str
    typed: list[str] = field(default_factory=list)

    def reply(self, ticket: Id) -> None:
        text = f"{self.name}{len(self.typed)}"
        command = Reply(ticket=ticket, message=str(uuid4()), body_html=f"<p>{text}</p>")
        outcome = self.desk.play([self.desk.envelope(command)])
        assert outcome.done, outcome
        self.typed.append(text)

    def sync(self) -> bool:
        """One round, however far it comes; whether all is well and nothing waits."""
        status = Round(self.desk, self.account).run()
        return status.condition is Condition.ONLINE and not self.desk.look(Outbox())

    def settle(self) -> None:
        assert any(self.sync() for _ in range(MOST_ROUNDS)), self.desk.look(Outbox())

    def texts(self, ticket: Id) -> list[str]:
        page = self.desk.look(Thread(ticket, 1_000))
        assert page is not None
        return [one.body_text for one in page.messages if one.body_text]


@pytest.fixture
def replicas(postgresql: str, tmp_path: Path) -> Iterator[list[Served]]:
    engine = connect(postgresql)
    with writing(engine) as connection:
        for person in (NOAH, MARA):
            set_password(connection, person, PASSWORD, NOON)
    engine.dispose()
    made = [Served(tmp_path, free_port(), postgresql) for _ in range(2)]
    for one in made:
        one.start()
    yield made
    for one in made:
        one.kill()


def a_writer(place: Path, server: Served, network: FaultyNetwork, user_name: str) -> Writer:
    joined = join(place, Joining(server.address, user_name, PASSWORD), Vault(lambda: None), DIRECT)
    desk = open_desk(place, worker=Inline)
    desk.post = lambda job: job()
    return Writer(desk, Impatient(joined.served, joined.signed_in, network=network), user_name[0])


def test_t2_nothing_is_lost_or_doubled_on_a_network_that_fails(
    replicas: list[Served], postgresql: str, tmp_path: Path, nightly: bool
) -> None:
    sessions = NIGHTLY if nightly else PER_CHANGE
    seed = int(os.environ.get("AGENTDESK_SEED", "7"))
    rng = Random(seed)
    engine = connect(postgresql)
    with faulty([one.port for one in replicas], rng) as network:
        noah, mara = (
            a_writer(tmp_path / name, replicas[0], network, name) for name in ("noah.okafor", "mara.lindt")
        )  # fmt: skip
        network.healthy = True
        noah.settle()
        mara.settle()
        for number in range(sessions):
            if number == sessions // 2:
                _kill_and_start(replicas)
            ticket = _session(noah, mara, network, rng)
            assert _at_server(engine, ticket, noah, mara), f"AGENTDESK_SEED={seed}, session {number}"
        assert set(network.hit) == set(FAULTS), "every fault was met"
        for writer in (noah, mara):
            writer.desk.close()
    engine.dispose()


def _session(noah: Writer, mara: Writer, network: FaultyNetwork, rng: Random) -> Id:
    network.healthy = False
    ticket = str(uuid4())
    filed = SubmitTicket(ticket=ticket, message=str(uuid4()), source="agentdesk", subject="x", body_html="<p>first</p>")
    assert noah.desk.play([noah.desk.envelope(filed)]).done
    noah.settle()
    mara.settle()
    assert mara.desk.play([mara.desk.envelope(HandleTicket(ticket=ticket))]).done
    noah.typed, mara.typed = [], []
    for _ in range(REPLIES):
        for writer in (noah, mara):
            writer.reply(ticket)
            if rng.random() < 0.3:
                writer.sync()
    network.healthy = True
    for writer in (noah, mara, noah):
        writer.settle()
    return ticket


def _kill_and_start(replicas: list[Served]) -> None:
    for one in replicas:
        one.kill()
    for one in replicas:
        one.start()


def _at_server(engine: Engine, ticket: Id, noah: Writer, mara: Writer) -> bool:
    """Every word once, in its writer's order, and what the desks show is what the server has."""
    found = sorted(World(engine).find("message", ticket=ticket), key=lambda one: one.pos)
    texts = [one.body_text for one in found if one.body_text]
    for writer in (noah, mara):
        assert [text for text in texts if text.startswith(writer.name) and text != "first"] == writer.typed
        assert writer.texts(ticket) == texts
    return len(texts) == 1 + len(noah.typed) + len(mara.typed)
