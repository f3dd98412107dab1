"""Answers that come after a dialog was closed."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def if_alive(owner: QObject, deliver: Callable[[T], None]) -> Callable[[T], None]:
    """Passes an answer on while its owner is there to show it."""

    def answer(value: T) -> None:
        if isValid(owner):
            deliver(value)

    return answer
