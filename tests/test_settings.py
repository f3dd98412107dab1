"""Preferences: the file, the environment over it, and what happens when either is wrong."""

import os
import tomllib
from pathlib import Path

import pytest

from agentdesk import settings
from agentdesk.settings import Settings, load, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    loaded = load(file, {})
    assert loaded.settings == Settings()
    assert loaded.settings.hold_seconds == 8
    assert not loaded.problems


def test_the_file_is_read(file: Path) -> None:
    written(file, 'language = "de"\nhold_seconds = 20\nsingle_key_shortcuts = false\ntext_scale = 1.3\n')
    assert load(file, {}).settings == Settings(
        language="de", hold_seconds=20, single_key_shortcuts=False, text_scale=1.3
    )


def test_the_environment_wins_and_is_named(file: Path) -> None:
    written(file, 'theme = "light"\n')
    environ = {"AGENTDESK_THEME": "dark", "AGENTDESK_HOLD_SECONDS": "0", "AGENTDESK_REDUCED_MOTION": "yes"}
    loaded = load(file, environ)
    assert loaded.settings == Settings(theme="dark", hold_seconds=0, reduced_motion=True)
    assert loaded.forced == {"theme", "hold_seconds", "reduced_motion"}


def test_an_empty_variable_decides_nothing(file: Path) -> None:
    assert load(file, {"AGENTDESK_THEME": ""}).forced == frozenset()


@pytest.mark.parametrize("text", ["language = ", '"', "a = 1\na = 2\n", "[x\n"])
def test_a_broken_file_is_a_warning_and_the_defaults_hold(file: Path, text: str) -> None:
    loaded = load(written(file, text), {})
    assert loaded.settings == Settings()
    assert [problem.code for problem in loaded.problems] == ["settings-unreadable"]
    assert loaded.problems[0].data["path"] == str(file)


def test_a_file_in_another_charset_is_a_warning(file: Path) -> None:
    written(file, "").write_bytes("language = 'dé'".encode("latin-1"))
    assert [problem.code for problem in load(file, {}).problems] == ["settings-unreadable"]


def test_a_folder_in_the_place_of_the_file_is_a_warning(file: Path) -> None:
    file.mkdir(parents=True)
    assert [problem.code for problem in load(file, {}).problems] == ["settings-unreadable"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('language = "fr"', "language"),
        ("language = 3", "language"),
        ("hold_seconds = 61", "hold_seconds"),
        ("hold_seconds = -1", "hold_seconds"),
        ("hold_seconds = 2.5", "hold_seconds"),
        ("hold_seconds = true", "hold_seconds"),
        ("hold_seconds = nan", "hold_seconds"),
        ("text_scale = 9", "text_scale"),
        ('text_scale = "wide"', "text_scale"),
        ('single_key_shortcuts = "perhaps"', "single_key_shortcuts"),
        ("theme = [1]", "theme"),
    ],
)
def test_a_wrong_value_is_named_and_the_others_hold(file: Path, line: str, name: str) -> None:
    loaded = load(written(file, f'density = "compact"\n{line}\n'), {})
    assert loaded.settings == Settings(density="compact")
    assert [(problem.code, problem.data["name"]) for problem in loaded.problems] == [("setting-invalid", name)]


def test_a_wrong_variable_leaves_the_file_in_force(file: Path) -> None:
    loaded = load(written(file, 'theme = "dark"\n'), {"AGENTDESK_THEME": "pink"})
    assert loaded.settings.theme == "dark"
    assert loaded.problems[0].data["where"] == "environment"


def test_what_is_saved_is_read_again(file: Path) -> None:
    save({"language": "zh_CN", "text_scale": 1.15, "hold_seconds": 0}, file)
    assert load(file, {}).settings == Settings(language="zh_CN", text_scale=1.15, hold_seconds=0)


def test_saving_keeps_the_other_values_and_those_of_other_versions(file: Path) -> None:
    written(file, 'theme = "dark"\n[later]\nkey = ["a", "b"]\n')
    save({"density": "compact"}, file)
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert table == {"theme": "dark", "density": "compact", "later": {"key": ["a", "b"]}}


def test_saving_over_a_broken_file_puts_it_aside(file: Path) -> None:
    written(file, "theme = ")
    save({"theme": "dark"}, file)
    assert load(file, {}).settings.theme == "dark"
    assert file.with_name("settings.toml.broken").read_text(encoding="utf-8") == "theme = "


def test_what_the_environment_forces_is_not_saved(file: Path) -> None:
    loaded = load(file, {"AGENTDESK_THEME": "dark"})
    assert loaded.settings.theme == "dark"
    save({"density": "compact"}, file)
    assert "theme" not in file.read_text(encoding="utf-8")


def test_a_name_that_is_no_setting_is_a_mistake(file: Path) -> None:
    with pytest.raises(TypeError):
        save({"colour": "red"}, file)
    assert not file.exists()


def test_a_failed_write_leaves_the_old_file_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save({"theme": "dark"}, file)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save({"theme": "light"}, file)
    assert load(file, {}).settings.theme == "dark"
    assert os.listdir(file.parent) == ["settings.toml"]
