"""Reads the demo's content: who there is, which problems they have, and the stories told word by word."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from agentdesk.demo.words import filled
from agentdesk.domain.values import Id, Priority

MAKER = "super.admin"
_ZONE = "Europe/Berlin"
_LINE = re.compile(r"^(?P<who>[RSN]|C[1-5])(?: \[(?P<files>[^\]]+)\])?: ?", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Human:
    user: str
    name: str
    language: str
    zone: str
    domain: str = ""
    email: str = ""
    title: str = ""
    mobile: str = ""
    serves: tuple[Id, ...] = ()
    """Sources a handler works for; empty for all of them."""

    @property
    def given_name(self) -> str:
        return self.name if self.language == "zh" else self.name.split()[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What somebody says: R the requester, S support, N support among themselves, C1 to C5 the requester's verdict."""

    who: str
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One case of something that goes wrong, ready to be told by a requester and a handler."""

    key: str
    sources: tuple[Id, ...]
    language: str
    subject: str
    lines: tuple[Line, ...]
    type: str = ""
    service: str = ""
    priority: Priority = Priority.NONE
    tags: str = ""
    link: tuple[str, str] | None = None
    queue: str = ""
    """How long it has been waiting in the queue, nobody having taken it; empty for all others."""
    by: str = ""
    """The requester where it has to be this one."""


@cache
def read(name: str) -> dict[str, Any]:
    text = (resources.files("agentdesk.demo") / "content" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def people() -> dict[str, Human]:
    """Everybody by user name, the maker of the desk first."""
    content = read("setup")
    found = [Human(user=MAKER, name="Super-Admin", language="en", zone=_ZONE, title="Administrator")]
    found += [_staff(row) for row in content["staff"]]
    found += [_requester(row) for row in content["requesters"]["rows"]]
    found += [_requester(row) for row in read("approvals")["colleagues"]["rows"]]
    found += [Human(**{key: row[key] for key in row if key != "source"}) for row in content["upstream"]]
    found += [Human(**row) for row in content["left"]]
    return {human.user: human for human in found}


def _staff(row: dict[str, Any]) -> Human:
    rest = {key: value for key, value in row.items() if key != "serves"}
    return Human(**rest, email=f"{row['user']}@northwind.example", serves=tuple(row.get("serves", ())))


def _requester(row: list[str]) -> Human:
    user, name, domain, email, title, language, zone, mobile = row
    return Human(
        user=user, name=name, domain=domain, email=email, title=title, language=language, zone=zone, mobile=mobile
    )


def handlers(source: Id) -> list[Human]:
    names = [row["user"] for row in read("setup")["staff"]]
    return [human for human in (people()[name] for name in names) if not human.serves or source in human.serves]


def requesters(language: str, domain: str = "") -> list[Human]:
    """Those of an organisation, or else all who write this language."""
    names = [row[0] for row in read("setup")["requesters"]["rows"]]
    found = [people()[name] for name in names]
    return [human for human in found if (human.domain == domain if domain else human.language == language)]


def problems() -> Iterator[Problem]:
    for language in ("en", "de", "zh"):
        for row in read(f"problems_{language}")["problem"]:
            yield from _cases(row, language)


def _cases(row: dict[str, Any], language: str) -> Iterator[Problem]:
    """A problem is written once and met by several people, each with their own words in its gaps."""
    sources = tuple(row["on"].split())
    for number, case in enumerate(row["case"]):
        words = {name: str(value) for name, value in case.items()}
        yield Problem(
            key=f"{language}/{row['id']}/{number}",
            sources=sources[number % len(sources) :] + sources[: number % len(sources)],
            language=language,
            subject=filled(words.get("subject", ""), words),
            lines=tuple(_lines(filled(row["talk"], words))),
            type=row.get("type", ""),
            service=row.get("service", ""),
            priority=Priority(case.get("priority", row.get("priority", "none"))),
            tags=row.get("tags", ""),
            link=(row["link"][0], row["link"][1]) if "link" in row else None,
            queue=case.get("queue", ""),
            by=case.get("by", ""),
        )


def _lines(talk: str) -> Iterator[Line]:
    marks = list(_LINE.finditer(talk))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        text = talk[mark.end() : following.start() if following else len(talk)].strip()
        yield Line(who=mark["who"], text=text, files=tuple((mark["files"] or "").split()))
