"""Which links of foreign text may be followed, and in what form they are shown."""

import re
import unicodedata
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

LONGEST_LINK = 2_000
_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?|\[[0-9a-f:.]+\]"
)
_SAFE_IN_PATH = "/%:@!$&'()*+,;=~-._"
_MAIL_FIELDS = ("subject", "cc", "body")


def safe_link(url: str) -> str | None:
    """The link with its host in punycode and nothing hidden in it, or None if it is not to be followed."""
    url = "".join(sign for sign in url if not _invisible(sign))
    if len(url) > LONGEST_LINK or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() == "mailto":
            return _mail(parts)
        return _web(parts) if parts.scheme.lower() in ("http", "https") else None
    except ValueError:
        return None


def _invisible(sign: str) -> bool:
    """Control, format (bidi, zero width), private and space characters: they only ever disguise a link."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs")


def _web(parts: SplitResult) -> str | None:
    if "@" in parts.netloc or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else _punycode(parts.hostname)
    if host is None or not _HOST.fullmatch(host):
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    link = f"{parts.scheme.lower()}://{host}{port}{quote(parts.path, safe=_SAFE_IN_PATH)}"
    link += f"?{quote(parts.query, safe=_SAFE_IN_PATH + '?')}" if parts.query else ""
    return link + (f"#{quote(parts.fragment, safe=_SAFE_IN_PATH + '?')}" if parts.fragment else "")


def _punycode(host: str) -> str | None:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None


def _mail(parts: SplitResult) -> str | None:
    """Addresses and words only: some mail programs would attach any file that `attach=` names."""
    address = quote(parts.path, safe="@,%+-._~")
    if "@" not in address:
        return None
    fields = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() in _MAIL_FIELDS]
    return f"mailto:{address}" + (f"?{urlencode(fields, quote_via=quote)}" if fields else "")
