"""Why a file, letter or row was not taken in, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from ui import words
from ui.words.phrase import QT_TRANSLATE_NOOP, say

REJECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "bad-json": QT_TRANSLATE_NOOP("Rejections", "This is not valid JSON: {reason}."),
        "bad-quoting": QT_TRANSLATE_NOOP("Rejections", "The quoting of this row is broken."),
        "bad-time": QT_TRANSLATE_NOOP("Rejections", "A time is not ISO 8601: {column}."),
        "bad-value": QT_TRANSLATE_NOOP("Rejections", "A value does not fit: {column}."),
        "cannot-read": QT_TRANSLATE_NOOP("Rejections", "The file cannot be read: {reason}."),
        "cell-too-large": QT_TRANSLATE_NOOP("Rejections", "The cell “{column}” is larger than {limit}."),
        "empty-file": QT_TRANSLATE_NOOP("Rejections", "The file is empty."),
        "missing-columns": QT_TRANSLATE_NOOP(
            "Rejections", "The columns subject, requester and body are required; missing: {columns}."
        ),
        "missing-value": QT_TRANSLATE_NOOP("Rejections", "A required value is missing: {column}."),
        "no-rows": QT_TRANSLATE_NOOP("Rejections", "The file holds no rows."),
        "not-a-file": QT_TRANSLATE_NOOP("Rejections", "This is not a file."),
        "not-a-ticket": QT_TRANSLATE_NOOP("Rejections", "This is not a ticket object."),
        "row-too-long": QT_TRANSLATE_NOOP("Rejections", "The row has more cells than there are columns."),
        "too-large": QT_TRANSLATE_NOOP("Rejections", "It is larger than {limit}."),
    }
)


def rejection(code: str, data: Mapping[str, str]) -> str:
    if code not in REJECTIONS:
        return words.refusal(code, data)
    sizes = {"limit": words.size(int(data["limit"]))} if "limit" in data else {}
    return say("Rejections", REJECTIONS[code], {**data, **sizes})
