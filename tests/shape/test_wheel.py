"""What people install: exactly our three packages, with all their files, needing only what is declared."""

import ast
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGES = ("agentdesk", "ui", "resources")


def files_of(folder: Path) -> set[Path]:
    """All but what tools leave behind."""
    return {path for path in folder.rglob("*") if path.is_file() and not is_cache(path.relative_to(folder))}


def is_cache(path: Path) -> bool:
    return any(part == "__pycache__" or part.startswith(".") for part in path.parts)


@pytest.fixture(scope="session")
def wheel_file(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=repository, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def wheel(wheel_file: Path) -> set[str]:
    with zipfile.ZipFile(wheel_file) as archive:
        return set(archive.namelist())


def test_the_top_level_is_exactly_three_packages(wheel: set[str]) -> None:
    top = {name.split("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_is_inside(package: str, wheel: set[str], repository: Path) -> None:
    present = {path.relative_to(repository).as_posix() for path in files_of(repository / package)}
    assert present <= wheel


SERVER, KEYRING = "agentdesk/server", "agentdesk/sync/vault.py"
"""Parts that come with an extra: the core runs without them."""


def imported_outside(repository: Path, package: str, *without: str) -> set[str]:
    names: set[str] = set()
    for path in sorted((repository / package).rglob("*.py")):
        if any(path.is_relative_to(repository / part) for part in without):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                names.add((node.module or "").split(".")[0])
    return names - sys.stdlib_module_names - {*PACKAGES}


def declared(repository: Path, *extras: str) -> set[str]:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    return {canonicalize_name(Requirement(line).name) for line in lines}


@pytest.mark.parametrize(
    ("package", "extras", "without"),
    [
        ("agentdesk", (), (SERVER, KEYRING)),
        (SERVER, ("server",), ()),
        ("agentdesk/sync", ("desktop",), ()),
        ("ui", ("desktop",), ()),
        ("resources", (), ()),
    ],
)
def test_every_library_a_package_imports_is_declared(
    package: str, extras: tuple[str, ...], without: tuple[str, ...], repository: Path
) -> None:
    owners = packages_distributions()
    allowed = declared(repository, *extras)
    undeclared = {
        name
        for name in imported_outside(repository, package, *without)
        if not allowed.intersection(map(canonicalize_name, owners.get(name, [])))
    }
    assert not undeclared


def test_the_wheel_runs_in_an_empty_environment(nightly: bool, wheel_file: Path, tmp_path: Path) -> None:
    if not nightly:
        pytest.skip("installs every library anew; run with --nightly")
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    scripts = environment / "bin"
    install = [str(scripts / "python"), "-m", "pip", "install", "-q", f"{wheel_file}[desktop]"]
    subprocess.run(install, check=True, cwd=tmp_path)
    answer = subprocess.run([str(scripts / "agentdesk"), "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert "--desk" in answer.stdout
