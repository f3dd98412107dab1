"""What stands between a desk and its server, as a sentence: whose fault it is and what to do next."""

from collections.abc import Mapping

from agentdesk.desk.connecting import CannotConnect
from agentdesk.sync.address import BadAddress
from agentdesk.sync.engine import Condition, Status
from agentdesk.sync.http import WrongPassword
from agentdesk.sync.transport import Busy, Misconfigured, NotTrusted, SignInNeeded, TooOld, TransportError, Unreachable

_CODES: Mapping[str, str] = {
    "address-unreadable": "This is no address of a server, such as https://desk.example.org.",
    "address-insecure": "Over http your password could be read on the way; use https.",
    "desk-works-alone": "This desk works without a server. Connect a desk of its own: name an empty --desk directory.",
    "desk-of-another-server": "This desk belongs to another server. Name another --desk directory.",
    "desk-of-another-person": "This desk belongs to another person of that server. Name another --desk directory.",
}
_KEYRING: Mapping[str, str] = {
    "keyring-absent": "This system has no keyring",
    "keyring-refuses": "The keyring refuses",
    "keyring-slow": "The keyring does not answer",
    "keyring-cuts": "The keyring does not hold so long a value",
}
NO_TOKEN = "No sign-in is kept for this desk. Give the password: agentdesk sync --password-stdin."  # noqa: S105
BY_CHOICE = "This desk is offline because you said so. agentdesk offline off joins it again."
_UNREACHABLE = "The server does not answer. What you wrote is kept and goes out when it does."
_UNTRUSTED = "Whoever answers there cannot prove to be that server, so nothing was told to them."
_SETTINGS = "AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY cannot be used as it stands: correct it, try again."
_STATUS: Mapping[str, str] = {
    "unreachable": _UNREACHABLE,
    "not-trusted": f"{_UNTRUSTED} What you wrote is kept.",
    "network-settings": _SETTINGS,
    "busy": "The server asks for patience. What you wrote is kept; try again in some minutes.",
    "sign-in-needed": NO_TOKEN,
    "too-old": "Desk and server speak different versions: update the older one. What you wrote is kept.",
}
_BROKEN = "The server answers what a desk cannot use ({code}); its operator has to look. What you wrote is kept."


def connect_sentence(error: CannotConnect | BadAddress) -> str:
    return _CODES[error.code]


def transport_sentence(error: TransportError) -> str:
    for kind, sentence in (
        (WrongPassword, "The user name or the password is not right."),
        (SignInNeeded, "The server does not let this desk in; sign in again, or ask its operator."),
        (NotTrusted, _UNTRUSTED),
        (Misconfigured, _SETTINGS),
        (Unreachable, "No server answers at this address; check it, and the network."),
        (Busy, "Too many tries. Wait a few minutes, then try again."),
        (TooOld, "Desk and server speak different versions: update the older one."),
    ):
        if isinstance(error, kind):
            return sentence
    return "What answers at this address is no server of AgentDesk, or a broken one."


def unkept_sentence(closed: str) -> str:
    return f"{_KEYRING[closed]}: you will be asked for your password again, and nothing is written to disk."


def status_sentence(status: Status) -> str:
    """Why a round did not come to its end."""
    if status.condition is Condition.SIGNED_OUT:
        return NO_TOKEN
    return _STATUS.get(status.code) or _BROKEN.format(code=status.code)
