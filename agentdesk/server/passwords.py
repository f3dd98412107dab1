"""Which passwords are taken: long ones that nobody would try first (S1)."""

import re

SHORTEST, LONGEST = 12, 1_000
_FEWEST_GUESSES = 10**10
"""What zxcvbn calls very unguessable."""
_LOOKED_AT = 72
"""Characters from the beginning: the estimate costs more than in proportion."""
_PARTS = re.compile(r"[^\W_]+")


class WeakPassword(Exception):
    """`code`: too-short, too-long, too-simple."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check_password(password: str, user_name: str) -> None:
    """Raises WeakPassword."""
    if len(password) < SHORTEST:
        raise WeakPassword("too-short")
    if len(password) > LONGEST:
        raise WeakPassword("too-long")
    if password.casefold() in _FAMOUS or _guesses(password, user_name) < _FEWEST_GUESSES:
        raise WeakPassword("too-simple")


def _guesses(password: str, user_name: str) -> float:
    """How many tries somebody needs who knows leaked passwords, words, names, dates, keyboards, and this person."""
    from zxcvbn import zxcvbn  # noqa: PLC0415  (lists of 800 KB, which only a new password needs)

    known = ["agentdesk", user_name, *_PARTS.findall(user_name)]
    return float(zxcvbn(password[:_LOOKED_AT], user_inputs=known)["guesses"])


_FAMOUS = frozenset({"correct horse battery staple", "correcthorsebatterystaple"})
"""Four unrelated words, had they not been printed as the example of a good password."""
