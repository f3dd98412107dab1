"""The only route that stays open: it says that there is something, never what (S12)."""

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from agentdesk.server.access import Served, Who, bearer
from agentdesk.server.poller import keys_of_all
from agentdesk.server.tokens import hash_of
from agentdesk.server.wakes import Listener

router = APIRouter(prefix="/v1")


@router.get("/events", response_class=StreamingResponse)
async def events(request: Request, caller: Who, service: Served) -> StreamingResponse:
    keys = await run_in_threadpool(keys_of_all, service.engine, service.now(), [caller.person])
    token = hash_of(bearer(request))
    listener = Listener(caller.person, token, keys[caller.person], asyncio.get_running_loop())
    service.wakes.join(listener)
    return StreamingResponse(service.wakes.told(listener), media_type="text/event-stream")
