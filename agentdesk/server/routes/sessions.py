"""Who is there: hello, sign in, stay signed in, sign out."""

from fastapi import APIRouter, Request, Response
from sqlalchemy import select

from agentdesk.records.rows import Rows
from agentdesk.server import accounts, tokens
from agentdesk.server.access import Served, Who
from agentdesk.server.database import meta, reading, writing
from agentdesk.server.schema import SYNC_META, TABLES
from agentdesk.server.service import Service
from agentdesk.server.tokens import ACCESS_LASTS, Pair
from agentdesk.wire import PROTOCOL, Hello, Refresh, Session, SignIn

OLDEST_CLIENT = "0.1"
FEATURES = ("uploads", "events", "presence", "digest")
router = APIRouter()


@router.get("/healthz")
def healthz(service: Served) -> dict[str, str]:
    """Whether this replica answers and reaches its database; nothing else is told."""
    with reading(service.engine) as connection:
        connection.execute(select(SYNC_META.c.one))
    return {"status": "ok"}


@router.get("/v1/hello")
def hello(service: Served) -> Hello:
    with reading(service.engine) as connection:
        known = meta(connection)
        own = Rows(connection, TABLES).get("source", "desk")
    return Hello(
        protocol=(PROTOCOL, PROTOCOL), schema_version=known.schema, epoch=str(known.epoch), min_client=OLDEST_CLIENT,
        features=list(FEATURES), server_time=service.now(), title=own.title if own else "",
    )  # fmt: skip


@router.post("/v1/session")
def sign_in(asked: SignIn, request: Request, service: Served) -> Session:
    address = request.client.host if request.client else ""
    return _told(service, accounts.sign_in(service.engine, asked, address, service.now()))


@router.post("/v1/session/refresh")
def refresh(asked: Refresh, service: Served) -> Session:
    return _told(service, tokens.refresh(service.engine, asked.refresh_token, service.now()))


@router.delete("/v1/session", status_code=204)
def sign_out(caller: Who, service: Served) -> Response:
    """Ends this sign-in; others of the same person go on."""
    with writing(service.engine) as connection:
        tokens.revoke(connection, caller.family)
    return Response(status_code=204)


def _told(service: Service, pair: Pair) -> Session:
    with reading(service.engine) as connection:
        person = Rows(connection, TABLES).get("person", pair.caller.person)
    return Session(
        access_token=pair.access, refresh_token=pair.refresh, expires_in=ACCESS_LASTS // 1000,
        person=person.id, user_name=person.user_name, offline_days=service.offline_days,
    )  # fmt: skip
