"""Contact data as staff see it before its owner consented (RS-19, QK-14)."""

import re

from agentdesk.domain.values import Id

_LONG_ENOUGH_FOR_A_PHONE = 11
_CHINESE_MOBILE = re.compile(r"1\d{10}")


def contact_shown(contact: str, owner: Id, viewer: Id) -> str:
    """Plain to its owner; masked to everybody else, administrators included."""
    return contact if viewer == owner else masked(contact)


def masked(contact: str) -> str:
    """`139-XXXX-XXXX`, `28XXXXXX`, `p•••@helios.example`."""
    contact = contact.strip()
    if "@" in contact:
        name, _, host = contact.rpartition("@")
        return f"{name[:1]}•••@{host}"
    if _CHINESE_MOBILE.fullmatch(contact):
        return f"{contact[:3]}-XXXX-XXXX"
    return _digits_hidden(contact)


def _digits_hidden(contact: str) -> str:
    """The first digits stay, three of a phone number and two of a shorter one; signs between them stay as well."""
    digits = sum(sign.isdigit() for sign in contact)
    kept = 3 if digits >= _LONG_ENOUGH_FOR_A_PHONE or contact.startswith("+") else 2
    seen = 0
    shown = []
    for sign in contact:
        seen += sign.isalnum()
        shown.append("X" if sign.isalnum() and seen > kept else sign)
    return "".join(shown)
