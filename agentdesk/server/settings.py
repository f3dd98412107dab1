"""What an operator may set: by option, by environment, or not at all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "AGENTDESK_SERVER_"
DEFAULT_DATABASE = "sqlite:///agentdesk-server.sqlite"
"""In the working directory."""
OFFLINE_DAYS = 14
DEFAULT_PLACE = ("127.0.0.1", 8750)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    database: str = DEFAULT_DATABASE
    host: str = DEFAULT_PLACE[0]
    port: int = DEFAULT_PLACE[1]
    metrics: tuple[str, int] | None = None
    """Where the figures are; never the address that desks reach."""
    proxies: tuple[str, ...] = ()
    """Whose X-Forwarded-For is believed (S29)."""
    certificate: Path | None = None
    key: Path | None = None
    offline_days: int = OFFLINE_DAYS
    """For how long a desk opens without having met the server (C16)."""
    scanner: str = ""
    """A command that is given the bytes of each file on its standard input (S22)."""


class BadSetting(Exception):
    """`str()` is a sentence."""


def database_of(option: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """A URL; a file keeps its password out of the process list and the environment."""
    if option:
        return option
    file = environ.get(f"{PREFIX}DATABASE_FILE")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"{PREFIX}DATABASE_FILE cannot be read: {error.strerror}.") from None
    return environ.get(f"{PREFIX}DATABASE") or DEFAULT_DATABASE


def place_of(text: str) -> tuple[str, int]:
    """HOST:PORT, [IPv6]:PORT, or PORT of this computer. Raises BadSetting."""
    host, _, port = text.rpartition(":")
    if not port.isascii() or not port.isdigit() or not int(port) < 65_536:
        raise BadSetting(f"“{text}” is no HOST:PORT such as 0.0.0.0:8750.")
    return host.strip("[]") or "127.0.0.1", int(port)
