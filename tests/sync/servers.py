"""Servers that a desk should not believe, each answering with the same bytes, and a proxy that only carries."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar

Raw = bytes
T = TypeVar("T", bound=ThreadingHTTPServer)


class Liar(ThreadingHTTPServer):
    """Sends `raw` as it is, and hangs up; `heard` are the heads of the requests."""

    daemon_threads = True

    def __init__(self, raw: Raw, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.raw, self.heard = raw, list[str]()
        if tls is not None:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, *_: Any) -> None:
        """A desk that hangs up is what is wanted."""


class _Answer(BaseHTTPRequestHandler):
    server: Liar

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = self.request.recv(65_536)
            if not piece:
                return
            head += piece
        self.server.heard.append(head.decode("latin-1"))
        self.wfile.write(self.server.raw)


class Tunnel(ThreadingHTTPServer):
    """A proxy that does what it should: it connects, and carries bytes both ways."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Carry)
        self.heard = list[str]()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, *_: Any) -> None:
        """Either end may hang up."""


class _Carry(BaseHTTPRequestHandler):
    server: Tunnel

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.request.recv(1)
        self.server.heard.append(head.decode("latin-1"))
        host, _, port = head.split(b" ")[1].decode().rpartition(":")
        with socket.create_connection((host, int(port))) as there:
            self.request.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=_pump, args=(there, self.request), daemon=True)
            back.start()
            _pump(self.request, there)
            back.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65_536):
            sink.sendall(piece)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def tunnelling() -> Iterator[Tunnel]:
    with _serving(Tunnel()) as proxy:
        yield proxy


@contextmanager
def lying(raw: Raw, tls: ssl.SSLContext | None = None) -> Iterator[Liar]:
    with _serving(Liar(raw, tls)) as server:
        yield server


@contextmanager
def _serving(server: T) -> Iterator[T]:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="liar", daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(body: bytes, status: str = "200 OK", **headers: str) -> Raw:
    told = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Connection": "close", **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def certificate(directory: Path, name: str = "localhost") -> tuple[Path, Path]:
    """A self-signed certificate for a day, and its key, by the openssl of this system."""
    made, key = directory / f"{name}.pem", directory / f"{name}.key"
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-days", "1"]
    _openssl("req", "-x509", *_NEW_KEY, "-keyout", str(key), "-out", str(made), *names)
    return made, key


def expired(directory: Path) -> tuple[Path, Path]:
    """One for localhost that ended in 2020."""
    made, key, asked, settings = (directory / f"old.{end}" for end in ("pem", "key", "csr", "cnf"))
    settings.write_text(_OLD_AUTHORITY.format(place=directory))
    (directory / "index").touch()
    _openssl("req", *_NEW_KEY, "-keyout", str(key), "-out", str(asked), "-subj", "/CN=localhost")
    dates = ["-startdate", "20200101000000Z", "-enddate", "20200102000000Z"]
    files = ["-config", str(settings), "-keyfile", str(key), "-in", str(asked), "-out", str(made)]
    _openssl("ca", "-selfsign", "-batch", "-notext", "-create_serial", *files, *dates)
    return made, key


def _openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
_OLD_AUTHORITY = """
[ca]
default_ca = here
[here]
database = {place}/index
serial = {place}/serial
new_certs_dir = {place}
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:localhost
"""
