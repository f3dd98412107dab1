"""How this computer goes to its server: whom it believes there, and through which proxy (C17, C18)."""

import base64
import hashlib
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from agentdesk.sync.transport import Misconfigured

_PIN = "sha256//"
_FEWEST_PINS = 2
"""The one in use, and the one for the day when it is lost."""


@dataclass(frozen=True, slots=True)
class Network:
    """As the system's environment has it; what cannot be used is told when it is first needed."""

    ca_file: Path | None = None
    """Certificates of authorities that are believed beside the system's."""
    pins: str = ""
    """`sha256//BASE64;sha256//BASE64` of public keys: one of them is the server's or one of its authorities'."""
    proxy: str = ""
    """`http://HOST:PORT`, for every server but one on this computer."""

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> "Network":
        named = environ.get("AGENTDESK_CA_FILE", "")
        return cls(
            Path(named) if named else None, environ.get("AGENTDESK_PINS", ""), environ.get("AGENTDESK_PROXY", "")
        )

    def proxies(self) -> dict[str, str]:
        """Raises Misconfigured."""
        if not self.proxy:
            return {}
        try:
            parts = urlsplit(self.proxy)
            known = parts.scheme == "http" and parts.hostname and parts.port
        except ValueError:
            known = False
        if not known or parts.username or parts.path not in ("", "/") or parts.query or parts.fragment:
            raise Misconfigured("AGENTDESK_PROXY")
        return {"https": self.proxy}

    def adapter(self) -> HTTPAdapter:
        """TLS 1.2 at least, the chain and the name of the host always checked. Raises Misconfigured."""
        return _Tls(self._context(), frozenset(self._keys()))

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            if self.ca_file is not None:
                context.load_verify_locations(self.ca_file)
        except OSError as error:  # an SSLError is one, too
            raise Misconfigured("AGENTDESK_CA_FILE") from error
        return context

    def _keys(self) -> Iterator[bytes]:
        pins = [pin.strip() for pin in self.pins.split(";") if pin.strip()]
        if 0 < len(set(pins)) < _FEWEST_PINS:
            raise Misconfigured("AGENTDESK_PINS")
        for pin in pins:
            yield _key_of(pin)


DIRECT = Network()
"""Nothing beside what the system itself says."""


class PinMismatch(ssl.SSLCertVerificationError):
    """None of the keys that vouch for the server is one of the pinned ones."""


class _Tls(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext, keys: frozenset[bytes]) -> None:
        self._context, self._keys = context, keys
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:  # noqa: ANN401  (urllib3 knows what)
        super().init_poolmanager(*args, **more, ssl_context=self._context)
        self._pin(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: Any) -> Any:  # noqa: ANN401
        manager = super().proxy_manager_for(proxy, **more, ssl_context=self._context)
        self._pin(manager)
        return manager

    def _pin(self, manager: PoolManager) -> None:
        if self._keys:
            pools: dict[str, Any] = {**manager.pool_classes_by_scheme, "https": self._pinned}
            manager.pool_classes_by_scheme = pools

    def _pinned(self, host: str, port: int, **more: Any) -> HTTPSConnectionPool:  # noqa: ANN401
        pool = HTTPSConnectionPool(host, port, **more)
        pool.ConnectionCls = partial(_Pinned, self._keys)  # type: ignore[assignment]
        return pool


class _Pinned(HTTPSConnection):
    def __init__(self, keys: frozenset[bytes], *args: Any, **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self._keys = keys

    def connect(self) -> None:
        """Chain and name were checked when this asks, and nothing was said yet."""
        super().connect()
        if not any(key_hash(one) in self._keys for one in _chain(self.sock)):
            self.close()
            raise PinMismatch("CERTIFICATE of another key than the pinned ones")


def _chain(sock: Any) -> list[bytes]:  # noqa: ANN401
    """The certificates from the server's to the authority's, in DER."""
    public = getattr(sock, "get_verified_chain", None)
    if public is not None:
        return list(public())
    return [one.public_bytes(ssl._ssl.ENCODING_DER) for one in sock._sslobj.get_verified_chain()]  # type: ignore[attr-defined]  # public from Python 3.13 on


def _key_of(pin: str) -> bytes:
    try:
        found = base64.b64decode(pin.removeprefix(_PIN), validate=True)
    except ValueError:
        found = b""
    if not pin.startswith(_PIN) or len(found) != hashlib.sha256().digest_size:
        raise Misconfigured("AGENTDESK_PINS")
    return found


# ------------------------------------------------------------------------- a certificate's key

_SIGNED_PARTS_BEFORE_KEY = 5
"""Serial number, signature, issuer, validity, subject (RFC 5280, 4.1); an explicit version may stand before them."""
_VERSION = 0xA0


def key_hash(certificate: bytes) -> bytes:
    """sha256 of the SubjectPublicKeyInfo of a certificate in DER; it stays when a certificate is renewed."""
    outer, _ = _open(certificate, 0)
    at, _ = _open(certificate, outer)
    if certificate[at] == _VERSION:
        at = _end(certificate, at)
    for _ in range(_SIGNED_PARTS_BEFORE_KEY):
        at = _end(certificate, at)
    return hashlib.sha256(certificate[at : _end(certificate, at)]).digest()


def _open(der: bytes, at: int) -> tuple[int, int]:
    """Where the content of the element there begins and ends."""
    length, start = der[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        length, start = int.from_bytes(der[start : start + size]), start + size
    return start, start + length


def _end(der: bytes, at: int) -> int:
    return _open(der, at)[1]
