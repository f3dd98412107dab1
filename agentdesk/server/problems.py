"""What goes wrong, as a status, a code and a sentence; never a trace (S34)."""

import logging
from dataclasses import dataclass
from math import ceil
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, DBAPIError
from starlette.exceptions import HTTPException

from agentdesk.server.access import OldProtocol
from agentdesk.server.accounts import WrongPassword
from agentdesk.server.blobs import UploadRefused
from agentdesk.server.clients import NotYourDevice
from agentdesk.server.cursor import CursorLost
from agentdesk.server.limits import TooMany
from agentdesk.server.login_limits import TooManyAttempts
from agentdesk.server.presence import NotThere
from agentdesk.server.tokens import BadToken
from agentdesk.server.wakes import TooManyListeners
from agentdesk.wire import HEADER, PROTOCOL, Problem

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    code: str
    sentence: str


INTERNAL = Answer(500, "internal", "Something is wrong at the server. Its operator finds more under this id.")
UNREADABLE = Answer(400, "bad-request", "The server does not understand this; the desk may be of another version.")
UNAVAILABLE = Answer(503, "unavailable", "The server cannot reach its database just now. Try again in a moment.")
TOO_LARGE = Answer(413, "too-large", "This is more than the server takes at once.")
TOO_SLOW = Answer(408, "too-slow", "The request did not arrive in 30 seconds. Try again.")
ENCODED = Answer(415, "encoded", "The server takes requests as they are, not compressed.")
_PATIENCE = "Too much at once. Try again after the time that is given."
_ANSWERS: dict[type[Exception], Answer] = {
    BadToken: Answer(401, "sign-in-needed", "Sign in again."),
    WrongPassword: Answer(401, "wrong-password", "The user name or the password is not right."),
    NotYourDevice: Answer(403, "not-your-device", "This desk belongs to somebody else; connect a desk of your own."),
    OldProtocol: Answer(426, "too-old", "Desk and server speak different versions: update the older one."),
    CursorLost: Answer(410, "cursor-lost", "The server no longer knows where this desk was; it begins anew."),
    TooMany: Answer(429, "busy", _PATIENCE),
    TooManyAttempts: Answer(429, "too-many-attempts", "Too many wrong passwords. Wait a little, then try again."),
    TooManyListeners: Answer(429, "too-many-listeners", "Five desks of yours are listening already."),
    NotThere: Answer(404, "not-found", "There is no such thing, or you may not see it."),
    RequestValidationError: UNREADABLE,
    UnicodeError: UNREADABLE,
    DataError: UNREADABLE,
    DBAPIError: UNAVAILABLE,
}
_UPLOADS = {
    "not-found": _ANSWERS[NotThere],
    "wrong-offset": Answer(409, "wrong-offset", "The upload goes on elsewhere."),
    "wrong-hash": Answer(422, "wrong-hash", "What arrived is not what was announced; it begins anew."),
    "chunk-too-large": TOO_LARGE,
    "not-examined": Answer(503, "not-examined", "The virus scanner does not answer just now. Try again in a moment."),
    "too-many": Answer(429, "too-many-uploads", "Too many files wait to be attached. Attach or leave some first."),
}
_BY_STATUS = {
    404: _ANSWERS[NotThere],
    405: Answer(405, "not-allowed", "This address does not take such requests."),
}


def install(app: FastAPI) -> None:
    for kind in (*_ANSWERS, UploadRefused, HTTPException):
        app.add_exception_handler(kind, _told)


def told(answer: Answer, request_id: str, headers: dict[str, str] | None = None) -> JSONResponse:
    problem = Problem(error=answer.code, message=answer.sentence, id=request_id)
    return JSONResponse(problem.model_dump(), answer.status, headers)


def _told(request: Request, error: Exception) -> JSONResponse:
    answer = _answer(error)
    if answer.status == 503:
        _LOG.warning("database: %s", type(getattr(error, "orig", error)).__name__)
    return told(answer, request.scope["request_id"], _headers(answer, error))


def _answer(error: Exception) -> Answer:
    if isinstance(error, UploadRefused):
        return _UPLOADS[error.code]
    if isinstance(error, HTTPException):
        return _BY_STATUS.get(error.status_code, UNREADABLE)
    return next(_ANSWERS[kind] for kind in type(error).__mro__ if kind in _ANSWERS)


def _headers(answer: Answer, error: Any) -> dict[str, str]:
    headers: dict[str, str] = {}
    if answer.status in (429, 503):
        headers["Retry-After"] = str(max(1, ceil(getattr(error, "retry_after", 5_000) / 1000)))
    if isinstance(error, UploadRefused) and error.code == "wrong-offset":
        headers["Upload-Offset"] = str(error.offset)
    if answer.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if answer.status == 426:
        headers |= {"Upgrade": f"{HEADER}/{PROTOCOL}", "Connection": "upgrade"}
    return headers
