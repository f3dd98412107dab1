"""Logging: where to, how much, and what must never be in it."""

import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_LARGEST, _KEPT = 1 << 20, 3
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
_TOKEN = re.compile(r"(?i)\b(bearer|token|password|secret|passwd)\b(\s*[:=]?\s*)\S+")


class Redaction(logging.Filter):
    """Takes mail addresses and secrets out of what is written (C14). Bodies are never given to a logger at all."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redacted(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = redacted(_TRACE.formatException(record.exc_info))
        return True


_TRACE = logging.Formatter()


def redacted(text: str) -> str:
    return _TOKEN.sub(r"\1\2•••", _ADDRESS.sub("•••@•••", text))


def set_up(directory: Path, level: int = logging.INFO) -> None:
    """Writes to a rotating file of this person only; where that cannot be, to nowhere."""
    root = logging.getLogger("agentdesk")
    root.setLevel(level)
    if root.handlers:
        return
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            directory / "agentdesk.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        if os.name == "posix":
            os.umask(0o077)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(Redaction())
    root.addHandler(handler)
