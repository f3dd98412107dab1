"""What a desk and the server say to each other about tickets."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from agentdesk.domain.roots import Root
from agentdesk.server import bootstrap
from agentdesk.server import push as pushing
from agentdesk.server.access import Served, Who
from agentdesk.server.clients import NotYourDevice
from agentdesk.server.digest import digests
from agentdesk.server.presence import NotThere, note_presence
from agentdesk.server.pull import MOST_ROOTS
from agentdesk.server.pull import pull as read_feed
from agentdesk.wire import (
    BootstrapPage,
    BootstrapReply,
    BootstrapRequest,
    DigestReply,
    DigestRequest,
    Documents,
    PresenceReply,
    PresenceRequest,
    PullReply,
    PushReply,
    PushRequest,
    Told,
)

router = APIRouter(prefix="/v1")
Mark = Annotated[str, Query(max_length=400)]
Limit = Annotated[int, Query(ge=1, le=MOST_ROOTS)]
_MAY_RUN = frozenset({"apply", "pass_stage", "retry_execution"})
"""After these an operation may have to run, and somebody looks on."""


@router.post("/push", response_model=PushReply)
def push(asked: PushRequest, caller: Who, service: Served) -> Response:
    if caller.client is not None and asked.client != caller.client:
        raise NotYourDevice
    service.limits.take(caller.person, "commands", len(asked.commands))
    reply = pushing.push(service.engine, caller.person, asked, service.now())
    for result in reply.results:
        service.metrics.judged(result.status)
    if any(one.name in _MAY_RUN for one in asked.commands):
        service.due.set()
    return _json(reply)


@router.get("/pull", response_model=PullReply)
def pull(caller: Who, service: Served, cursor: Mark = "", limit: Limit = MOST_ROOTS) -> Response:
    return _json(read_feed(service.engine, caller.person, cursor, service.now(), limit))


@router.post("/bootstrap", response_model=BootstrapReply)
def begin_bootstrap(asked: BootstrapRequest, caller: Who, service: Served) -> Response:
    return _json(bootstrap.begin(service.engine, caller.person, asked.scopes, asked.since, service.now()))


@router.get("/bootstrap/{token}", response_model=BootstrapPage)
def bootstrap_page(token: str, caller: Who, service: Served, after: Mark = "") -> Response:
    return _json(bootstrap.page(service.engine, caller.person, token, after))


@router.get("/bootstrap/{token}/pairs", response_model=BootstrapPage)
def bootstrap_pairs(token: str, caller: Who, service: Served, after: Mark = "") -> Response:
    return _json(bootstrap.pairs(service.engine, caller.person, token, after))


@router.get("/tickets/{id}", response_model=Documents)
def ticket(id: str, caller: Who, service: Served) -> Response:
    """One ticket past the feed, so that what is open is fresh."""
    found = bootstrap.fetch(service.engine, caller.person, [Root("ticket", id)])
    if not found.roots:
        raise NotThere
    return _json(found)


@router.post("/presence")
def presence(asked: PresenceRequest, caller: Who, service: Served) -> PresenceReply:
    return note_presence(service.engine, caller.person, asked, service.now())


@router.post("/digest")
def digest(asked: DigestRequest, caller: Who, service: Served) -> DigestReply:
    return digests(service.engine, caller.person, asked.cursor, service.now())


def _json(told: Told) -> Response:
    """Checked once, when it was made: pages are long."""
    return Response(told.model_dump_json(), media_type="application/json")
