"""Who may call which route. What is not listed here is not served (S7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.routing import APIRoute

from agentdesk.server.service import Service, service_of
from agentdesk.server.tokens import BadToken, Caller, caller_of
from agentdesk.wire import HEADER, PROTOCOL


class OldProtocol(Exception):
    """The desk speaks another version, or does not say which."""


@dataclass(frozen=True, slots=True)
class Access:
    signed_in: bool = True
    budget: str = "other"


_OPEN = Access(signed_in=False)
ROUTES: Mapping[str, Access] = MappingProxyType(
    {
        "healthz": _OPEN,
        "hello": _OPEN,
        "sign_in": _OPEN,
        "refresh": _OPEN,
        "sign_out": Access(),
        "push": Access(),
        "pull": Access(budget="pull"),
        "begin_bootstrap": Access(budget="bootstrap"),
        "bootstrap_page": Access(budget="bootstrap"),
        "bootstrap_pairs": Access(budget="bootstrap"),
        "begin_upload": Access(budget="uploads"),
        "upload_status": Access(budget="chunks"),
        "add_chunk": Access(budget="chunks"),
        "download": Access(budget="downloads"),
        "ticket": Access(),
        "presence": Access(),
        "digest": Access(),
        "events": Access(),
    }
)
"""Beyond this each function asks in its own snapshot whether the thing itself is this person's to see or change."""


def authorize(request: Request, service: Annotated[Service, Depends(service_of)]) -> Caller | None:
    """Every request comes by here. None where nobody has to be signed in. Raises BadToken, OldProtocol, TooMany."""
    access = ROUTES[request.scope["route"].name]
    if not access.signed_in:
        return None
    if request.headers.get(HEADER) != str(PROTOCOL):
        raise OldProtocol
    caller = caller_of(service.engine, bearer(request), service.now())
    service.limits.take(caller.person, access.budget)
    return caller


def bearer(request: Request) -> str:
    """The access token of the request. Raises BadToken."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise BadToken
    return token


async def signed_in(caller: Annotated[Caller | None, Depends(authorize)]) -> Caller:
    if caller is None:
        raise BadToken
    return caller


Who = Annotated[Caller, Depends(signed_in)]
Served = Annotated[Service, Depends(service_of)]


def check_routes(app: FastAPI) -> None:
    """A route that nobody thought about stops the start."""
    unknown = [route for route in _all(app) if route.name not in ROUTES]
    assert not unknown, f"no access rule for {[route.path for route in unknown]}"


def _all(app: FastAPI) -> list[Any]:
    return [route for route in app.routes if isinstance(route, APIRoute)]
