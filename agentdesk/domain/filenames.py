"""A file name from somebody else, made safe to show, to keep and to write."""

import re
import unicodedata

_LIMIT = 150  # bytes of UTF-8
_LONGEST_EXTENSION = 16
_SEPARATORS = re.compile(r"[/\\]")
_NOT_ALLOWED = re.compile(r'[<>:"|?*]')
_STRIPPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9]|lpt[0-9])[ ]*(?:\.|$)", re.IGNORECASE)
_NOTHING_LEFT = "file"


def safe_name(name: str) -> str:
    """No path, no invisible characters, no reserved names, at most 150 bytes, the extension kept, never empty."""
    cleaned = _last_part(_visible(name))
    cleaned = " ".join(_NOT_ALLOWED.sub("_", cleaned).split()).strip(" .") or _NOTHING_LEFT
    if _RESERVED.match(cleaned):
        cleaned = f"_{cleaned}"
    return _shortened(cleaned)


def _visible(name: str) -> str:
    """Strip first, check afterwards: an invisible character must not hide what a name really is."""
    normal = unicodedata.normalize("NFKC", name.replace("\t", " ").replace("\n", " ").replace("\r", " "))
    kept = "".join(character for character in normal if unicodedata.category(character) not in _STRIPPED)
    return unicodedata.normalize("NFKC", kept)


def _last_part(path: str) -> str:
    parts = [part for part in _SEPARATORS.split(path) if part.strip(" .")]
    return parts[-1] if parts else ""


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LIMIT:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem or len(extension.encode()) > _LONGEST_EXTENSION:
        stem, extension = name, ""
    room = _LIMIT - len(f"{dot}{extension}".encode()) if extension else _LIMIT
    cut = stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
    return f"{cut}.{extension}" if extension else cut
