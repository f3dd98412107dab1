"""Keyrings as systems have them: good, locked, one that cuts off, one that never answers."""

import threading


class Good:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, _: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, _: str, username: str, password: str) -> None:
        self.kept[username] = password

    def delete_password(self, _: str, username: str) -> None:
        del self.kept[username]


class Locked(Good):
    def get_password(self, _: str, username: str) -> str | None:
        raise RuntimeError("refresh-1 is in this message")

    def set_password(self, _: str, username: str, password: str) -> None:
        raise RuntimeError(f"{password} is in this message")


class Cutting(Good):
    def set_password(self, _: str, username: str, password: str) -> None:
        self.kept[username] = password[:5]


class Hanging(Good):
    def __init__(self) -> None:
        super().__init__()
        self.asked, self.free = threading.Event(), threading.Event()

    def get_password(self, _: str, username: str) -> str | None:
        self.asked.set()
        self.free.wait()
        return None

    def set_password(self, _: str, username: str, password: str) -> None:
        self.asked.set()
        self.free.wait()
