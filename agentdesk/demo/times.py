"""When people far apart are at work: the latest working moment before a given one."""

import random
import re

from agentdesk.domain.values import DAY, Instant

SECOND: Instant = 1_000
MINUTE: Instant = 60 * SECOND
HOUR: Instant = 60 * MINUTE
_MORNING, _EVENING = 8 * HOUR + 30 * MINUTE, 17 * HOUR + 45 * MINUTE
_THURSDAY, _SATURDAY = 3, 5  # 1970-01-01 was a Thursday; Monday is 0

# Standard time is near enough: an hour of summer time still lies within the working day, and the
# demo desk then needs no time zone database, which small machines do not have.
_EAST: dict[str, float] = {
    "Africa/Johannesburg": 2,
    "Africa/Lagos": 1,
    "America/New_York": -5,
    "America/Sao_Paulo": -3,
    "Asia/Beirut": 2,
    "Asia/Kolkata": 5.5,
    "Asia/Shanghai": 8,
    "Asia/Tokyo": 9,
    "Europe/Berlin": 1,
    "Europe/London": 0,
    "Europe/Madrid": 1,
    "Europe/Stockholm": 1,
    "Europe/Vienna": 1,
    "Europe/Warsaw": 1,
}
_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND}


def at_work(at: Instant, zone: str, dice: random.Random, *, weekends: bool = False) -> Instant:
    """`at` itself within the zone's working hours, else some moment of the afternoon before."""
    works = _any_day if weekends else _weekday
    east = int(_EAST[zone] * HOUR)
    day, time = divmod(at + east, DAY)
    if works(day) and _MORNING <= time <= _EVENING:
        return at
    if time < _MORNING:
        day -= 1
    while not works(day):
        day -= 1
    return day * DAY + _EVENING - dice.randrange(10 * MINUTE, 5 * HOUR) - east


def span(text: str) -> Instant:
    """What is written as 1d4h27m, in milliseconds."""
    return sum(int(count) * _UNITS[unit] for count, unit in re.findall(r"(\d+)([dhms])", text))


def _weekday(day: int) -> bool:
    return (day + _THURSDAY) % 7 < _SATURDAY


def _any_day(day: int) -> bool:
    return True
