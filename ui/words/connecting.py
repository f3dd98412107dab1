"""Why a server cannot be reached or does not let one in: what, whose fault it is, and what to do next."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.words.phrase import QT_TRANSLATE_NOOP, say

CONNECTING: Mapping[str, str] = MappingProxyType(
    {
        "address-unreadable": QT_TRANSLATE_NOOP(
            "Connecting", "This is no address of a server, such as https://desk.example.org."
        ),
        "address-insecure": QT_TRANSLATE_NOOP(
            "Connecting", "Over http your password could be read on the way. Use https."
        ),
        "unreachable": QT_TRANSLATE_NOOP(
            "Connecting", "No server answers at this address. Check it, and your network, and try again."
        ),
        "not-trusted": QT_TRANSLATE_NOOP(
            "Connecting",
            "Whoever answers there cannot prove to be that server (its certificate does not fit or is not trusted), "
            "so nothing was told to them. Ask the operator of the server.",
        ),
        "network-settings": QT_TRANSLATE_NOOP(
            "Connecting",
            "A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. "
            "Correct it and start AgentDesk again.",
        ),
        "wrong-password": QT_TRANSLATE_NOOP("Connecting", "The user name or the password is not right."),
        "sign-in-needed": QT_TRANSLATE_NOOP("Connecting", "The server does not let this account in. Ask its operator."),
        "busy": QT_TRANSLATE_NOOP("Connecting", "Too many tries. Wait a few minutes, then try again."),
        "too-old": QT_TRANSLATE_NOOP(
            "Connecting", "AgentDesk and the server speak different versions. Update the older one."
        ),
        "no-server": QT_TRANSLATE_NOOP(
            "Connecting", "What answers at this address is no server of AgentDesk, or a broken one."
        ),
        "desk-of-another-person": QT_TRANSLATE_NOOP(
            "Connecting", "This desk belongs to another person of that server. Use “Connect to a server…” instead."
        ),
        "desk-works-alone": QT_TRANSLATE_NOOP("Connecting", "A desk without a server already lies in that place."),
        "desk-of-another-server": QT_TRANSLATE_NOOP("Connecting", "A desk of another server lies in that place."),
        "desk-locked": QT_TRANSLATE_NOOP("Connecting", "This account is already open in another window."),
    }
)
KEYRINGS: Mapping[str, str] = MappingProxyType(
    {
        "": QT_TRANSLATE_NOOP("Connecting", "The key is kept in the system keyring, never in a file."),
        "by-choice": QT_TRANSLATE_NOOP(
            "Connecting", "You will be asked again at the next start; nothing is written to disk."
        ),
        "none": QT_TRANSLATE_NOOP(
            "Connecting", "Without a keyring on this system you will be asked again; nothing is written to disk."
        ),
    }
)
_UNKNOWN = QT_TRANSLATE_NOOP("Connecting", "The server could not be used ({code}). Try again; the log tells more.")


def connect_problem(code: str) -> str:
    return say("Connecting", CONNECTING.get(code, _UNKNOWN), {"code": code})


def keyring_words(unkept: str) -> str:
    """`unkept`: why a token could not be kept, empty if it was or nobody knows yet; by-choice: nobody wished it."""
    return say("Connecting", KEYRINGS.get(unkept, KEYRINGS["none"]))
