"""The stories that are told word by word: those of the pictures, and a few that test a window's patience."""

from collections.abc import Iterator
from typing import Any

from agentdesk.demo.content import people, read
from agentdesk.demo.seed import timed_id
from agentdesk.demo.story import Act, Story
from agentdesk.demo.times import MINUTE, span
from agentdesk.domain.values import Instant, Priority

_OF_A_STORY = ("subject", "type", "service", "contact", "contact_hours")


def told(now: Instant) -> Iterator[Story]:
    """Stories whose every word and minute is written down."""
    for name in ("pictures", "hub", "extras"):
        for row in read(name)["story"]:
            yield _story(row, now, tuple(_act(act, now) for act in row["act"]))
    yield from (_call(row, now, number) for number, row in enumerate(read("hub")["calls"]["rows"]))
    yield _weekend(read("weekend"), now)


def _story(row: dict[str, Any], now: Instant, acts: tuple[Act, ...]) -> Story:
    requester = people()[row["requester"]]
    return Story(
        key=row["key"],
        source=row["source"],
        requester=requester.user,
        requester_name=requester.name,
        requester_address=requester.email,
        priority=Priority(row.get("priority", "none")),
        follows=timed_id(now - span(row["follows_ago"]), row["follows"]) if "follows" in row else "",
        acts=acts,
        **{name: row[name] for name in _OF_A_STORY if name in row},
    )


def _act(row: dict[str, Any], now: Instant) -> Act:
    return Act(
        at=now - span(row["ago"]),
        by=row["by"],
        do=row["do"],
        text=row.get("text", ""),
        value=row.get("value", ""),
        files=tuple(row.get("files", ())),
        rating=row.get("rating"),
    )


def _call(row: list[Any], now: Instant, number: int) -> Story:
    """A telephone call after which nothing was left to do."""
    requester, agent, ago, minutes, note, source, subject = row
    begun = now - span(ago)
    acts = (
        Act(at=begun, by=agent, do="call", text=note, value=str(minutes)),
        Act(at=begun + MINUTE, by=agent, do="handle"),
        Act(at=begun + 3 * MINUTE, by=agent, do="close"),
    )
    story = {"key": f"call/{number}", "source": source, "requester": requester, "subject": subject}
    return _story(story, now, acts)


def _weekend(content: dict[str, Any], now: Instant) -> Story:
    """A move of many databases over a weekend, told in very many short messages."""
    acts = [_act(act, now) for act in content["story"]["act"]]
    at = now - span(content["ago"])
    for number, (name, tables, minutes, remark) in enumerate(content["waves"]):
        words = {"number": str(number + 1), "name": name, "tables": str(tables), "minutes": str(minutes)}
        for by, texts, pause in (
            (content["requester"], content["go"], 3),
            (content["handler"], content["finished"], minutes),
            (content["requester"], [remark] if remark else content["checked"], 6),
        ):
            at += pause * MINUTE
            acts.append(Act(at=at, by=by, do="reply", text=texts[number % len(texts)].format(**words)))
    return _story(content["story"], now, tuple(acts))
