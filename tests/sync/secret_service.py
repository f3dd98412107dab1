"""A session bus with a Secret Service on it, as far as a keyring needs both: D-Bus on a real socket, no programs."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from jeepney import DBusAddress, HeaderFields, Message, new_error, new_method_return, new_signal
from jeepney.low_level import Parser

Mood = Literal["open", "locked", "denies", "silent"]
"""`locked`: whoever is asked for the password of the keyring waves it away; `silent`: nobody answers."""
Answer = tuple[str, tuple[Any, ...]]
_PREFIX, _HOME, _ITEM = "org.freedesktop.Secret.", "/org/freedesktop/secrets", "/org/freedesktop/secrets/item/"
_DENIED, _UNKNOWN = "org.freedesktop.DBus.Error.AccessDenied", "org.freedesktop.DBus.Error.UnknownObject"
_NO_SUCH_WAY = "org.freedesktop.DBus.Error.NotSupported"


class Failure(Exception):
    """The name of an error of D-Bus."""


@dataclass
class SecretService:
    mood: Mood = "open"
    items: dict[str, tuple[dict[str, str], bytes]] = field(default_factory=dict)
    asked: threading.Event = field(default_factory=threading.Event)

    def secrets(self) -> list[bytes]:
        return [secret for _, secret in self.items.values()]

    def answer(self, path: str, member: str, body: tuple[Any, ...]) -> Answer:
        """Raises Failure."""
        known: dict[str, Callable[..., Answer]] = {
            "Hello": lambda: ("s", (":1.1",)), "AddMatch": lambda rule: ("", ()),
            "NameHasOwner": lambda name: ("b", (True,)), "OpenSession": self._open_session,
            "Get": lambda kind, name: self._property(path, name), "Unlock": lambda paths: ("aoo", ([], "/prompt")),
            "Prompt": lambda window: ("", ()), "SearchItems": self._search, "CreateItem": self._create,
            "GetSecret": lambda session: ("(oayays)", ((session, b"", self.items[path][1], "text/plain"),)),
            "Delete": lambda: self._delete(path),
        }  # fmt: skip
        return known[member](*body)

    def _open_session(self, algorithm: str, _: object) -> Answer:
        if algorithm != "plain":
            raise Failure(_NO_SUCH_WAY)
        return "vo", (("s", ""), "/session")

    def _property(self, path: str, name: str) -> Answer:
        if path.startswith(_ITEM) and path not in self.items:
            raise Failure(_UNKNOWN)
        value = {"Label": ("s", "a label"), "Locked": ("b", self.mood == "locked")}[name]
        return "v", (value,)

    def _search(self, wanted: dict[str, str]) -> Answer:
        return "ao", ([path for path, (attributes, _) in self.items.items() if wanted.items() <= attributes.items()],)

    def _create(self, properties: dict[str, Any], secret: tuple[Any, ...], replace: bool) -> Answer:
        if self.mood == "denies":
            raise Failure(_DENIED)
        attributes = dict(properties[f"{_PREFIX}Item.Attributes"][1])
        same = next((path for path, (known, _) in self.items.items() if replace and known == attributes), None)
        path = same or f"{_ITEM}{len(self.items) + 1}"
        self.items[path] = (attributes, bytes(secret[2]))
        return "oo", (path, "/")

    def _delete(self, path: str) -> Answer:
        del self.items[path]
        return "o", ("/",)


@contextmanager
def session_bus(service: SecretService, place: Path) -> Iterator[str]:
    """Its address, for DBUS_SESSION_BUS_ADDRESS."""
    path, guests = place / "bus", list[socket.socket]()
    with closing(socket.socket(socket.AF_UNIX)) as door:
        door.bind(str(path))
        door.listen()
        receiving = threading.Thread(target=_receive, args=(door, service, guests), name="bus")
        receiving.start()
        yield f"unix:path={path}"
        for one in (door, *guests):  # whoever waits for an answer still is told that there will be none
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        receiving.join()


def _receive(door: socket.socket, service: SecretService, guests: list[socket.socket]) -> None:
    """Until the door is shut and everybody has gone."""
    serving: list[threading.Thread] = []
    with suppress(OSError):
        while True:
            guest, _ = door.accept()
            guests.append(guest)
            serving.append(threading.Thread(target=_serve, args=(guest, service), name="guest"))
            serving[-1].start()
    for thread in serving:
        thread.join()


def _serve(guest: socket.socket, service: SecretService) -> None:
    with closing(guest), suppress(OSError):
        parser = Parser()
        parser.add_data(_greet(guest))
        while True:
            while (message := parser.get_next_message()) is not None:
                _reply(guest, service, message)
            data = guest.recv(4096)
            if not data:
                return
            parser.add_data(data)


def _greet(guest: socket.socket) -> bytes:
    """Lets in whoever it is; answers what came behind the greeting."""
    said = bytearray()
    while b"BEGIN\r\n" not in said:
        data = guest.recv(4096)
        if not data:
            raise ConnectionResetError
        said += data
        if b"AUTH" in data:
            guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
    return bytes(said.partition(b"BEGIN\r\n")[2])


def _reply(guest: socket.socket, service: SecretService, message: Message) -> None:
    fields = message.header.fields
    path, member = fields[HeaderFields.path], fields[HeaderFields.member]
    if service.mood == "silent" and path.startswith(_HOME):
        service.asked.set()
        return
    try:
        reply = new_method_return(message, *service.answer(path, member, message.body))
    except Failure as failure:
        reply = new_error(message, str(failure))
    guest.sendall(reply.serialise(serial=message.header.serial))
    if member == "Prompt":
        emitter = DBusAddress(path, interface=f"{_PREFIX}Prompt")
        done = new_signal(emitter, "Completed", "bv", (True, ("ao", [])))
        guest.sendall(done.serialise(serial=message.header.serial + 1_000))
