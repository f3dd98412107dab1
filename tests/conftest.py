"""What every test finds: Qt without a screen, a home of its own, and how hard to try."""

import faulthandler
import importlib.util
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LOGGERS = ("agentdesk", "uvicorn.error")
HAS_QT = importlib.util.find_spec("PySide6") is not None

# Before Qt is loaded, and for the programs that tests start: no screen, equal fonts, one language.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_FONT_DPI="96", QT_SCALE_FACTOR="1", LC_ALL="C.UTF-8")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

collect_ignore = [] if HAS_QT else ["ui"]

home_key = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--nightly", action="store_true", help="the long form of the trust tests, with their full figures")
    if not pluginmanager.hasplugin("pytest-qt"):  # the core's tests run without Qt: -p no:pytest-qt
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "read by pytest-qt")


def pytest_configure(config: pytest.Config) -> None:
    home = config.stash[home_key] = tempfile.TemporaryDirectory(prefix="agentdesk-tests-")
    for place in ("CONFIG", "DATA", "CACHE", "STATE"):  # nobody's own desk is touched
        os.environ[f"XDG_{place}_HOME"] = str(Path(home.name, place.lower()))
    calm = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])  # of the machine
    settings.register_profile("ci", calm, derandomize=True, max_examples=100)  # a change meets the same each time
    settings.register_profile("nightly", calm, max_examples=2_000)
    settings.load_profile("nightly" if config.getoption("nightly") else "ci")


def pytest_unconfigure(config: pytest.Config) -> None:
    if home := config.stash.get(home_key, None):
        home.cleanup()


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    """A program that a test runs here may log into what pytest closes behind it."""
    before = [(log, list(log.handlers), log.level, log.propagate) for log in map(logging.getLogger, LOGGERS)]
    yield
    for log, handlers, level, propagate in before:
        log.handlers, log.propagate = handlers, propagate
        log.setLevel(level)


@pytest.fixture(scope="session")
def nightly(request: pytest.FixtureRequest) -> bool:
    """Whether to run the full figures instead of those that fit a change."""
    return bool(request.config.getoption("nightly"))


@pytest.fixture(autouse=True)
def nobody_looks_on(nightly: bool) -> None:
    """At night a test may take longer than the limit at which pytest has its frames written down while they run, and
    that look can crash Python 3.11.
    """
    if nightly:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A place that everybody may walk to; the test runner's own places are private and shared by its workers."""
    with tempfile.TemporaryDirectory(prefix="agentdesk-open-") as place:
        Path(place).chmod(0o755)
        yield Path(place)
