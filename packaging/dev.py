"""Everything a developer needs, on a machine with only Python 3.11 and git: run, test, lint, build.

Standard library only: this file runs before anything is installed.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "agentdesk.stamp"
PICTURES = ROOT / "build" / "pictures"
UNUSABLE = 3

# What the libraries inside PySide6 load from the operating system. `a|b`: newer releases have renamed a.
QT_LIBRARIES = (
    "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1", "libglib2.0-0|libglib2.0-0t64",
    "libgssapi-krb5-2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libx11-xcb1",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xinerama0",
    "libxcb-xkb1", "libxkbcommon-x11-0", "libxkbcommon0",
)  # fmt: skip
# Without these the window opens all the same, only with another face.
WANTED = ("fontconfig", "fonts-dejavu-core", "fonts-inter", "fonts-noto-cjk", "xvfb")


class Unusable(Exception):
    """This machine lacks something that we cannot give it; the text says what to do."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


def check_python() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  whoever starts this may have an older one
        raise Unusable("AgentDesk needs Python 3.11 or newer. Start this file with one, such as python3.11.")


# -- the operating system --


def is_debian() -> bool:
    return bool(shutil.which("dpkg-query") and shutil.which("apt-get"))


def installed_packages() -> set[str]:
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n"], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in listing.stdout.splitlines())
    return {row[1] for row in rows if row[0] == "installed"}


def absent(wanted: Iterable[str], installed: set[str]) -> list[str]:
    return [names.split("|")[0] for names in wanted if not installed.intersection(names.split("|"))]


def venv_package() -> list[str]:
    """Debian cuts `ensurepip` out of Python and sells it apart."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    ours = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return ["python3-venv" if Path("/usr/bin/python3").resolve().name == ours else f"{ours}-venv"]


def prepare_system() -> None:
    """Installs what a fresh Debian or Ubuntu lacks, or says the one command that does."""
    needed = venv_package()
    if not is_debian():
        if needed:
            raise Unusable("This Python has no venv module: install it with your system's package manager.")
        return
    installed = installed_packages()
    needed += absent(QT_LIBRARIES, installed)
    wanted = absent(WANTED, installed)
    if os.geteuid() == 0 and (install_packages(needed + wanted) or (needed and install_packages(needed))):
        return
    if needed:
        raise Unusable(f"This machine lacks some packages. Install them, then start again:\n{apt(needed + wanted)}")
    if wanted:
        say(f"For fonts and pictures as designed: {apt(wanted)}")


def apt(packages: list[str]) -> str:
    install = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    return f"sudo apt-get update && {install}"


def install_packages(packages: list[str]) -> bool:
    if not packages:
        return True
    say(f"Installing {len(packages)} packages of the operating system: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet, stdout=subprocess.DEVNULL)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    return subprocess.run(install, env=quiet, stdout=subprocess.DEVNULL).returncode == 0


# -- the virtual environment --


def stamp() -> str:
    """Changes when the environment has to be brought up to date."""
    import tomllib  # noqa: PLC0415  an older Python must get as far as reading which one we need

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    facts = [str(ROOT), sys.version, project["dependencies"], project["optional-dependencies"], project["scripts"]]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def prepare_environment() -> None:
    expected = stamp()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == expected:
        return
    if not works(SCRIPTS / "python"):
        say(f"Making a virtual environment in {VENV}")
        check([sys.executable, "-m", "venv", "--clear", str(VENV)], "The virtual environment could not be made.")
    say("Installing the packages AgentDesk needs; the first time this takes a few minutes.")
    pip = [str(SCRIPTS / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    check([*pip, "-e", f"{ROOT}[desktop,server,test]"], "The packages could not be installed: is there a network?")
    STAMP.write_text(expected, encoding="utf-8")


def works(python: Path) -> bool:
    """A Python of our own version that has pip: an environment left half made or moved has not."""
    ours = f"import sys, pip; sys.exit(sys.version != {sys.version!r})"
    try:
        return subprocess.run([str(python), "-c", ours], capture_output=True).returncode == 0
    except OSError:
        return False


def check(command: list[str], regret: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode:
        raise Unusable(regret)


# -- what one can ask for --


def tool(name: str, *arguments: str) -> list[str]:
    return [str(SCRIPTS / name), *arguments]


def build(step: str) -> list[str]:
    return tool("python", str(ROOT / "packaging" / "build.py"), step)


def call(command: list[str], environment: Mapping[str, str] = os.environ) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def has_display() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    call(build("translations"))
    if has_display():
        return call(tool("agentdesk", "--demo", *arguments))
    say("There is no display here, so the main screens are painted into pictures instead.")
    status = call(tool("agentdesk", "tour", "--out", str(PICTURES), *arguments), without_display())
    if status == 0:
        say(f"The pictures lie in {PICTURES}")
    return status


def without_display() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def static_checks() -> dict[str, list[str]]:
    return {
        "translations": build("translations"),
        "ruff": tool("ruff", "check", "."),
        "mypy": tool("mypy"),
        "lint-imports": tool("lint-imports", "--no-logo"),
    }


def steps(named: dict[str, list[str]]) -> int:
    """Runs all, so that one failure does not hide the next; answers the first failing status."""
    results = {}
    for name, command in named.items():
        say(f"\n== {name}")
        results[name] = call(command, without_display())
    failed = [name for name, status in results.items() if status]
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return next((status for status in results.values() if status), 0)


def test(arguments: list[str]) -> int:
    return steps({**static_checks(), "pytest": tool("pytest", "-n", "3", "--dist", "worksteal", *arguments)})


def lint(arguments: list[str]) -> int:
    return steps(static_checks())


def packages(arguments: list[str]) -> int:
    return call(build("packages"))


COMMANDS = {
    "run": (run, "open the demo desk, or paint its screens where there is no display"),
    "test": (test, "lint, types, contracts and the whole suite; further arguments go to pytest"),
    "lint": (lint, "what test does before pytest"),
    "build": (packages, "the wheel and the source archive in dist/"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_, words) in COMMANDS.items():
        commands.add_parser(name, help=words, add_help=False)
    chosen, arguments = parser.parse_known_args()
    try:
        check_python()
        prepare_system()
        prepare_environment()
        return COMMANDS[chosen.command][0](arguments)
    except Unusable as reason:
        print(reason, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
