"""Ids and chance of the demo desk: everything follows from names, so that two runs give the same desk."""

import hashlib
import random
from uuid import UUID, uuid5

from agentdesk.clock import uuid7
from agentdesk.domain.values import Id, Instant

_DESK = UUID("5b1c3a1e-9f5e-5d0a-8a52-2f7f5d0c2f11")


def fixed_id(kind: str, name: str) -> Id:
    """The id of a thing that has a name: a person, a type, a service."""
    return str(uuid5(_DESK, f"{kind}:{name}"))


def timed_id(at: Instant, name: str) -> Id:
    """The id of something that happened: sorts by its time, the rest comes from its name."""
    return uuid7(at, hashlib.sha256(name.encode()).digest()[:10])


def chance(name: str) -> random.Random:
    """Dice of one thing's own, so that a new problem does not reshuffle all the others."""
    return random.Random(hashlib.sha256(name.encode()).digest())
