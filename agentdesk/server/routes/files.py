"""Files in pieces: up under the rights of who brings them, down under the rights of the ticket (S16–S21)."""

import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Body, Header, Response

from agentdesk.domain.filenames import safe_name
from agentdesk.server.access import Served, Who
from agentdesk.server.blobs import Piece, Uploads, read_piece
from agentdesk.server.presence import NotThere
from agentdesk.server.service import Service
from agentdesk.server.tokens import Caller
from agentdesk.wire import Upload, UploadRequest

MOST_AT_ONCE = 4 * 1024 * 1024
"""A desk asks for the rest with another Range."""
router = APIRouter(prefix="/v1")
_OFFSET = 1 << 53
Part = Annotated[str, Header(alias="Range", max_length=60)]
_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{1,15})?")


def _uploads(caller: Caller, service: Service) -> Uploads:
    return Uploads(service.engine, caller.person, service.now(), service.scan)


@router.post("/uploads")
def begin_upload(asked: UploadRequest, caller: Who, service: Served) -> Upload:
    return _uploads(caller, service).begin(asked)


@router.get("/uploads/{id}")
def upload_status(id: str, caller: Who, service: Served) -> Upload:
    return _uploads(caller, service).status(id)


@router.patch("/uploads/{id}")
def add_chunk(
    id: str,
    caller: Who,
    service: Served,
    chunk: Annotated[bytes, Body(media_type="application/octet-stream")],
    upload_offset: Annotated[int, Header(ge=0, lt=_OFFSET)],
) -> Upload:
    return _uploads(caller, service).add(id, upload_offset, chunk)


@router.get("/attachments/{id}", response_class=Response)
def download(id: str, caller: Who, service: Served, part: Part = "") -> Response:
    """Always a part, at most MOST_AT_ONCE bytes; Content-Range says of how many. Never shown, only kept."""
    asked = _RANGE.fullmatch(part)
    start = int(asked[1]) if asked else 0
    length = min(int(asked[2]) + 1 - start, MOST_AT_ONCE) if asked and asked[2] else MOST_AT_ONCE
    piece = read_piece(service.engine, caller.person, id, start, max(length, 0))
    if piece is None:
        raise NotThere
    if piece.start >= piece.size > 0 or length <= 0:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{piece.size}"})
    return Response(piece.data, _status(piece), _headers(piece), "application/octet-stream")


def _status(piece: Piece) -> int:
    return 200 if len(piece.data) == piece.size else 206


def _headers(piece: Piece) -> dict[str, str]:
    name = quote(safe_name(piece.name), safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Accept-Ranges": "bytes",
    }
    if piece.data:
        end = piece.start + len(piece.data) - 1
        headers["Content-Range"] = f"bytes {piece.start}-{end}/{piece.size}"
    return headers
