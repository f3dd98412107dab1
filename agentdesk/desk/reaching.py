"""Looks whether keyring and server can be reached, for the doctor: keeps nothing and signs nobody in."""

from agentdesk.desk.connecting import account_of, this_network
from agentdesk.store.served import Served
from agentdesk.sync.transport import TransportError
from agentdesk.sync.vault import Vault, VaultClosed


def keyring() -> str:
    try:
        Vault().probe()
    except VaultClosed as closed:
        return f"{closed.code}: the password is asked for at every start"
    return "keeps the sign-in"


def server(known: Served) -> tuple[bool, str]:
    transport = account_of(known, Vault(), this_network()).transport()
    try:
        hello = transport.hello()
    except TransportError as error:
        return False, f"{known.server}: {type(error).__name__}"
    finally:
        transport.close()
    return True, f"{known.server}, epoch {hello.epoch}"
