"""How far a desk has read the feed: opaque to the desk, short, and worth nothing to anybody else."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import NamedTuple

from agentdesk.domain.values import Id, Instant


class CursorLost(Exception):
    """The feed no longer goes back that far, or is another one: the desk begins anew, its outbox untouched."""


class Place(NamedTuple):
    """Of a feed row; everything in front of it has been read."""

    xid: int
    id: int


@dataclass(frozen=True, slots=True)
class Cursor:
    epoch: Id
    place: Place
    scopes: str
    """Hash of the keys the reader held."""
    since: Instant = 0
    """Tickets without activity since then were not sent at the beginning."""

    def __str__(self) -> str:
        words = (self.epoch, *self.place, self.scopes, self.since)
        return urlsafe_b64encode(":".join(map(str, words)).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """Raises CursorLost if it is none."""
        try:
            plain = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
            epoch, xid, id, scopes, since = plain.split(":")
            return cls(epoch, Place(_number(xid), _number(id)), scopes, _number(since))
        except ValueError:
            raise CursorLost from None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise ValueError(text)
    return int(text)
