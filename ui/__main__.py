"""The program: a sub-command goes to the terminal's side before Qt is loaded, else the window opens."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk import __version__, paths
from agentdesk.settings import LANGUAGES, THEMES, Settings, load

if TYPE_CHECKING:
    from agentdesk.desk import Desk

WORDS = (
    "import", "list", "counts", "show", "search", "do", "due", "log", "export", "demo", "tour", "doctor",
    "connect", "sync", "offline", "settle",
)  # fmt: skip
UNUSABLE = 3


def main(argv: Sequence[str] | None = None) -> int:
    if getattr(sys, "frozen", False):
        from agentdesk.desk.carrying import be_carrier_if_started_so

        be_carrier_if_started_so()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in WORDS:
        return _on_terminal(arguments)
    options = _parser().parse_args(arguments)
    if not _has_display():
        print(  # one sentence, as there is no window to say it in
            "agentdesk: there is no display to open a window on; 'agentdesk tour --out DIR' draws its pictures.",
            file=sys.stderr,
        )
        return UNUSABLE
    return _open(options)


def _on_terminal(arguments: list[str]) -> int:
    if arguments[0] == "tour":
        from ui import tour

        return int(tour.main(arguments[1:]))
    from agentdesk import cli

    return cli.main(arguments, write_pdf=_write_pdf)


def _write_pdf(path: Path, page: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui import paper

    application = QGuiApplication.instance() or QGuiApplication(["agentdesk"])
    paper.write_page(page, path)
    del application


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agentdesk", description="A support desk on this computer.")
    parser.add_argument("--version", action="version", version=f"agentdesk {__version__}")
    parser.add_argument("--desk", type=Path, metavar="DIR", help="the desk to open; made when missing")
    parser.add_argument("--as", dest="person", metavar="PERSON", help="the user name to work as")
    parser.add_argument("--demo", action="store_true", help="opens a demo desk, written when missing")
    parser.add_argument("--language", choices=LANGUAGES, metavar="|".join(LANGUAGES))
    parser.add_argument("--theme", choices=THEMES, metavar="|".join(THEMES))
    parser.epilog = "Sub-commands: " + " ".join(WORDS) + "; each has --help."
    return parser


def _has_display() -> bool:
    """Without one Qt would end the program with its own words."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _chosen(options: argparse.Namespace) -> Settings:
    chosen = load().settings
    given = {"language": options.language, "theme": options.theme}
    return replace(chosen, **{name: value for name, value in given.items() if value})


def _open(options: argparse.Namespace) -> int:
    gc.disable()  # what is loaded now stays; later the window collects when it is at rest (CollectHere)
    from agentdesk.desk import DeskError
    from ui import app
    from ui.frame.account import NextDesk

    chosen, wanted = _chosen(options), None
    while True:
        try:
            directory = wanted.directory if wanted is not None else _directory(options)
            desk = _opened(directory, None if wanted is not None else options.person)
        except DeskError as error:
            if error.code == "lease-ended" and directory != paths.default_desk():
                wanted = NextDesk(paths.default_desk(), str(error.data["server"]))  # as after signing out
                continue
            if app.run_trouble(error, chosen):
                continue
            return UNUSABLE
        if wanted is not None or not options.demo:
            _remember(directory)
        status, wanted = app.run(desk, chosen, wanted, _demo_desk)
        if wanted is None:
            return status
        gc.collect()  # the window that was


def _opened(directory: Path, person: str | None) -> "Desk":
    """For reading where the files allow no more; the window says so. Raises DeskError."""
    from agentdesk.desk import DeskError, open_desk

    try:
        return open_desk(directory, person)
    except DeskError as error:
        if error.code != "desk-read-only":
            raise
        with suppress(DeskError):
            return open_desk(directory, person, write=False)
        raise


def _directory(options: argparse.Namespace) -> Path:
    """Raises DeskError."""
    if options.demo:
        return _demo_desk(options.desk)
    return Path(options.desk or _last_desk())


def _demo_desk(place: Path | None = None) -> Path:
    """Written when it is missing, which takes some seconds. Raises DeskError."""
    from agentdesk.cli.demo import demo_ready, write_demo

    place = place or paths.demo_desk()
    if not demo_ready(place):
        write_demo(place)
    return place


def _last_desk() -> Path:
    """The one that was open last, if it is still there."""
    with suppress(OSError, ValueError):
        last = Path(_last_file().read_text(encoding="utf-8").strip())
        if last.is_dir():
            return last
    return paths.default_desk()


def _remember(directory: Path) -> None:
    """Nothing depends on it, so a disk that refuses is no trouble."""
    with suppress(OSError):
        _last_file().parent.mkdir(parents=True, exist_ok=True)
        _last_file().write_text(str(directory.absolute()), encoding="utf-8")


def _last_file() -> Path:
    return paths.data_dir() / "last-desk"


if __name__ == "__main__":
    sys.exit(main())
