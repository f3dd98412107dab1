"""Takes a desk's commands and answers with what became of them and of the roots they touched."""

from collections.abc import Sequence

from sqlalchemy import Engine

from agentdesk.domain.roots import Root
from agentdesk.domain.values import Id, Instant
from agentdesk.records.rows import Rows
from agentdesk.records.scopes import hash_of, keys_of
from agentdesk.records.visibility import sight_of
from agentdesk.server.authority import Accepted, accept
from agentdesk.server.clients import check_client
from agentdesk.server.database import reading
from agentdesk.server.documents import documents, fitting
from agentdesk.server.schema import TABLES
from agentdesk.wire import PushReply, PushRequest, WireCommand


def push(engine: Engine, person: Id, asked: PushRequest, now: Instant) -> PushReply:
    """Judges the commands and sends the documents of what they touched; what does not fit comes with the next pull.

    What was sent in another epoch is not judged: this server may have forgotten that it refused it, and its person has
    it back. Who still wants it sends it again when the new epoch is known. Raises NotYourDevice.
    """
    epoch = check_client(engine, person, asked.client, now)
    commands = asked.commands if asked.epoch in ("", epoch) else []
    accepted = accept(engine, person, asked.client, commands, now)
    wanted = _wanted(commands, accepted)
    with reading(engine) as connection:
        sight = sight_of(Rows(connection, TABLES), person, now)
        return PushReply(
            server_time=now, epoch=epoch, scopes=hash_of(keys_of(sight)),
            results=accepted.results,
            documents=documents(connection, sight, {root: wanted[root] for root in fitting(connection, wanted)}),
        )  # fmt: skip


def _wanted(commands: Sequence[WireCommand], accepted: Accepted) -> dict[Root, int]:
    """Since what the desk says it knows of a command's own target; of everything else all.

    What a command wrote itself is part of it in any case: a `rev` that is known from before a restore may be larger.
    """
    wrote = {result.id: result.root[2] - 1 for result in accepted.results if result.root}
    known: dict[str, int] = {}
    for sent in commands:
        if sent.target is not None:
            since = min(sent.base_rev, wrote.get(sent.id, sent.base_rev))
            known[sent.target] = min(since, known.get(sent.target, since))
    return {root: known[root.id] + 1 if root.id in known else 0 for root in accepted.touched}
