"""The address of a server, as people type it and as it is kept."""

from urllib.parse import urlsplit

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_LONGEST = 500


class BadAddress(Exception):
    """`code`: address-unreadable, or address-insecure for one that passwords would cross in the open."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def server_address(typed: str) -> str:
    """`https://HOST[:PORT][/PATH]`; plain http goes to this computer alone. Raises BadAddress."""
    text = typed.strip()
    text = text if "://" in text else f"{_scheme(text)}://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddress("address-unreadable") from None
    if not _is_address(text, host) or parts.username or parts.query or parts.fragment or port == 0:
        raise BadAddress("address-unreadable")
    if parts.scheme == "http" and host not in _HERE:
        raise BadAddress("address-insecure")
    if parts.scheme not in ("http", "https"):
        raise BadAddress("address-unreadable")
    return text.rstrip("/")


def _scheme(text: str) -> str:
    host = text.partition("/")[0]
    return "http" if host.rpartition(":")[0].strip("[]") in _HERE or host in _HERE else "https"


def _is_address(text: str, host: str) -> bool:
    return bool(host) and len(text) <= _LONGEST and text.isprintable() and not any(c.isspace() for c in text)
