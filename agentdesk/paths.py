"""Where data, settings and logs live on each system."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("agentdesk", appauthor=False)


def data_dir() -> Path:
    return Path(_DIRS.user_data_dir)


def default_desk() -> Path:
    return data_dir() / "desk"


def demo_desk() -> Path:
    return data_dir() / "demo"


def settings_file() -> Path:
    return Path(_DIRS.user_config_dir) / "settings.toml"


def log_dir() -> Path:
    return Path(_DIRS.user_log_dir)
