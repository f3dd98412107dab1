"""What must never be in a log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentdesk.log import redacted, set_up


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    logger = logging.getLogger("agentdesk")
    before = list(logger.handlers)
    logger.handlers.clear()
    set_up(tmp_path / "logs")
    yield tmp_path / "logs" / "agentdesk.log"
    for handler in logger.handlers:
        handler.close()
    logger.handlers[:] = before


def test_addresses_and_secrets_are_taken_out() -> None:
    assert redacted("mail from p.nair@helios.example") == "mail from •••@•••"
    assert "hunter2" not in redacted("password=hunter2 sent")
    assert "abc.def" not in redacted("Authorization: Bearer abc.def")


def test_a_trace_is_redacted_too(written: Path) -> None:
    try:
        raise ValueError("token: s3cr3t of anna@x.example")
    except ValueError:
        logging.getLogger("agentdesk.desk").exception("it failed for %s", "bob@y.example")
    text = written.read_text("utf-8")
    assert "ValueError" in text
    assert not any(word in text for word in ("s3cr3t", "anna@", "bob@"))


def test_the_file_is_for_this_person_only(written: Path) -> None:
    logging.getLogger("agentdesk").info("here")
    assert written.stat().st_mode & 0o077 == 0
    assert written.parent.stat().st_mode & 0o077 == 0
