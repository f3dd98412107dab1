"""What a person prefers: a small TOML file, and the environment over it; neither keeps the program from starting."""

import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli_w

from agentdesk import paths

PREFIX = "AGENTDESK_"
LANGUAGES = ("system", "en", "zh_CN", "de")
THEMES = ("system", "light", "dark")
DENSITIES = ("default", "compact", "relaxed")
LAYOUTS = ("cards", "table", "table_above")
LEAST_SCALE, MOST_SCALE = 0.85, 1.6
MOST_HOLD = 60
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    language: str = field(default=LANGUAGES[0], metadata={"choices": LANGUAGES})
    """`system`: its language where there is a translation for it."""
    theme: str = field(default=THEMES[0], metadata={"choices": THEMES})
    text_scale: float = field(default=1.0, metadata={"least": LEAST_SCALE, "most": MOST_SCALE})
    density: str = field(default=DENSITIES[0], metadata={"choices": DENSITIES})
    layout: str = field(default=LAYOUTS[0], metadata={"choices": LAYOUTS})
    hold_seconds: int = field(default=8, metadata={"least": 0, "most": MOST_HOLD})
    """How long what was sent can be undone; 0 sends at once."""
    single_key_shortcuts: bool = True
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file or a variable was passed over: settings-unreadable or setting-invalid."""

    code: str
    data: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    settings: Settings
    problems: tuple[Problem, ...] = ()
    forced: frozenset[str] = frozenset()
    """Names that the environment decides; changing them in the file shows nothing."""


def load(file: Path | None = None, environ: Mapping[str, str] = os.environ) -> Loaded:
    """Never raises: what cannot be read is a problem, and the default stands."""
    place = file or paths.settings_file()
    table, problems = _read(place)
    values: dict[str, Any] = dict(_good(table, str(place), problems))
    variables = {f.name: environ[_variable(f.name)] for f in fields(Settings) if environ.get(_variable(f.name))}
    forced: dict[str, Any] = dict(_good(variables, "environment", problems))
    return Loaded(Settings(**values | forced), tuple(problems), frozenset(forced))


def save(changes: Mapping[str, Any], file: Path | None = None) -> None:
    """Puts these values into the file and leaves its others alone. Raises OSError."""
    place = file or paths.settings_file()
    table, problems = _read(place)
    if any(problem.code == "settings-unreadable" for problem in problems):
        os.replace(place, place.with_name(place.name + ".broken"))
    replace(Settings(), **changes)  # a name that is none of ours is a mistake of the caller
    _write(place, tomli_w.dumps({**table, **changes}))


def _read(place: Path) -> tuple[dict[str, object], list[Problem]]:
    try:
        return tomllib.loads(place.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError) as error:  # a wrong charset and wrong TOML are both values
        return {}, [_problem("settings-unreadable", path=str(place), reason=str(error))]


def _good(table: Mapping[str, object], where: str, problems: list[Problem]) -> Iterator[tuple[str, object]]:
    """What is ours and right; names of other versions are passed over in silence."""
    for one in fields(Settings):
        if one.name not in table:
            continue
        value = _READERS[str(getattr(one.type, "__name__", one.type))](table[one.name], one.metadata)
        if value is None:
            problems.append(_problem("setting-invalid", name=one.name, value=str(table[one.name]), where=where))
        else:
            yield one.name, value


def _text(value: object, limits: Mapping[str, Any]) -> str | None:
    return value if isinstance(value, str) and value in limits["choices"] else None


def _whole(value: object, limits: Mapping[str, Any]) -> int | None:
    found = _real(value, limits)
    return int(found) if found is not None and found == int(found) else None


def _real(value: object, limits: Mapping[str, Any]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    with suppress(ValueError):
        number = float(value)
        return number if limits["least"] <= number <= limits["most"] else None
    return None


def _truth(value: object, limits: Mapping[str, Any]) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    return True if word in _YES else False if word in _NO else None


_READERS: Mapping[str, Callable[[object, Mapping[str, Any]], object]] = MappingProxyType(
    {"str": _text, "int": _whole, "float": _real, "bool": _truth}
)


def _write(place: Path, text: str) -> None:
    """Whole or not at all, also when the machine stops in the middle."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=place.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _variable(name: str) -> str:
    return PREFIX + name.upper()


def _problem(code: str, **data: str) -> Problem:
    return Problem(code, MappingProxyType(data))
