"""packaging/dev.py gets a machine ready and never hides a failure."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def dev(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", repository / "packaging" / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def started(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been started; those called `broken` fail with 7."""
    commands: list[list[str]] = []

    def call(command: list[str], environment: object = None) -> int:
        commands.append(command)
        return 7 if command[0] == "broken" else 0

    monkeypatch.setattr(dev, "call", call)
    return commands


def test_a_package_under_its_new_name_is_not_missing(dev: ModuleType) -> None:
    wanted = ("libegl1", "libglib2.0-0|libglib2.0-0t64", "libgl1")
    assert dev.absent(wanted, {"libglib2.0-0t64", "libgl1"}) == ["libegl1"]


def test_a_missing_package_is_installed_under_its_first_name(dev: ModuleType) -> None:
    assert dev.absent(("libglib2.0-0|libglib2.0-0t64",), set()) == ["libglib2.0-0"]


@pytest.fixture
def fresh_debian(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(dev, "is_debian", lambda: True)
    monkeypatch.setattr(dev, "installed_packages", set)
    monkeypatch.setattr(dev, "venv_package", lambda: ["python3-venv"])
    return monkeypatch


def test_an_ordinary_user_is_told_the_one_command(dev: ModuleType, fresh_debian: pytest.MonkeyPatch) -> None:
    fresh_debian.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Unusable) as refusal:
        dev.prepare_system()
    command = str(refusal.value).splitlines()[-1]
    assert command.startswith("sudo apt-get update && sudo apt-get install -y")
    assert {"python3-venv", "libegl1", "libxcb-cursor0", "fonts-inter"} <= set(command.split())


def test_root_gets_the_packages_installed(dev: ModuleType, fresh_debian: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    fresh_debian.setattr(dev.os, "geteuid", lambda: 0)
    fresh_debian.setattr(dev, "install_packages", lambda packages: asked.append(packages) or True)
    dev.prepare_system()
    assert {"python3-venv", "libegl1", "fonts-inter"} <= set(asked[0])


def test_root_without_a_way_to_the_packages_is_told_the_command(
    dev: ModuleType, fresh_debian: pytest.MonkeyPatch
) -> None:
    fresh_debian.setattr(dev.os, "geteuid", lambda: 0)
    fresh_debian.setattr(dev, "install_packages", lambda packages: False)
    with pytest.raises(dev.Unusable, match="apt-get install"):
        dev.prepare_system()


@pytest.mark.parametrize("user", [0, 1000])
def test_missing_fonts_stop_nobody(
    user: int, dev: ModuleType, fresh_debian: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh_debian.setattr(dev, "install_packages", lambda packages: False)
    fresh_debian.setattr(dev, "installed_packages", lambda: {name.split("|")[0] for name in dev.QT_LIBRARIES})
    fresh_debian.setattr(dev, "venv_package", list)
    fresh_debian.setattr(dev.os, "geteuid", lambda: user)
    dev.prepare_system()
    assert "fonts-inter" in capsys.readouterr().out


def test_an_unusable_machine_exits_with_three(
    dev: ModuleType, fresh_debian: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh_debian.setattr(dev.os, "geteuid", lambda: 1000)
    fresh_debian.setattr("sys.argv", ["dev.py", "test"])
    assert dev.main() == 3
    assert "python3-venv" in capsys.readouterr().err


def test_every_step_runs_and_the_first_failure_is_the_answer(dev: ModuleType, started: list[list[str]]) -> None:
    assert dev.steps({"a": ["fine"], "b": ["broken"], "c": ["fine"]}) == 7
    assert started == [["fine"], ["broken"], ["fine"]]


def test_further_arguments_go_to_pytest_last(dev: ModuleType, started: list[list[str]]) -> None:
    assert dev.test(["-k", "journal"]) == 0
    assert started[-1][-2:] == ["-k", "journal"]


def test_without_a_display_the_screens_are_painted(
    dev: ModuleType, started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.run([]) == 0
    assert started[-1][1:] == ["tour", "--out", str(dev.PICTURES)]
    assert str(dev.PICTURES) in capsys.readouterr().out


def test_with_a_display_the_demo_desk_opens(
    dev: ModuleType, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.run([]) == 0
    assert started[-1][1:] == ["--demo"]


def test_the_environment_is_stale_once_the_project_needs_something_else(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> None:
    text = (repository / "pyproject.toml").read_text(encoding="utf-8")
    project = tmp_path / "pyproject.toml"
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    project.write_text(text, encoding="utf-8")
    before = dev.stamp()
    project.write_text(text.replace("line-length = 120", "line-length = 100"), encoding="utf-8")
    assert dev.stamp() == before
    project.write_text(text.replace('"requests>=', '"requests>=9'), encoding="utf-8")
    assert dev.stamp() != before


def test_an_environment_that_is_not_there_does_not_work(dev: ModuleType, tmp_path: Path) -> None:
    assert not dev.works(tmp_path / "bin" / "python")
