"""S1: which passwords are taken."""

import pytest

from agentdesk.server.passwords import WeakPassword, check_password


@pytest.mark.parametrize(
    "password",
    [
        "password1234", "Pa$$w0rd1234", "iloveyou1234", "basketball12345", "michaeljordan23",  # leaked, and dressed up
        "qwertyuiop[]", "1qaz2wsx3edc", "zaq12wsxcde3",  # walks over the keyboard
        "abcdefghijklm", "123456789012", "aaaaaaaaaaaa", "abcabcabcabcabc",  # rows and repetitions
        "19870412-19870413", "Summer2026!!",  # dates
        "mara.lindqvist1", "Lindqvist2026!", "AgentDesk2026", "Correct Horse Battery Staple",
    ],
)  # fmt: skip
def test_s1_what_anybody_would_try_first_is_refused(password: str) -> None:
    with pytest.raises(WeakPassword, match="too-simple"):
        check_password(password, "mara.lindqvist")


@pytest.mark.parametrize(
    "password",
    ["three grey donkeys", "ein Kännchen Tee im Zug", "九只蓝色的猫在屋顶上唱歌", "vK7#qLp2-xw9Rt", "vK7#qLp2-x " * 80],
)
def test_s1_a_password_of_ones_own_is_taken(password: str) -> None:
    check_password(password, "mara.lindqvist")


@pytest.mark.parametrize(
    ("password", "code"), [("", "too-short"), ("vK7#qLp2-xw", "too-short"), ("x" * 1_001, "too-long")]
)
def test_s1_length_has_its_limits(password: str, code: str) -> None:
    with pytest.raises(WeakPassword, match=code):
        check_password(password, "mara")
