"""What `connect` and `sync` do, apart from the others because of what it imports."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from agentdesk.cli import server_sentences as words
from agentdesk.cli.answer import CannotUse, Refusing, Usage, print_error, print_json, print_text
from agentdesk.cli.options import LOCK_WAIT, writing
from agentdesk.clock import SystemClock
from agentdesk.desk import Desk, connecting
from agentdesk.desk.connecting import Account, CannotConnect, Joining
from agentdesk.desk.outcome import Outcome
from agentdesk.desk.queries.outbox import RETURNED_STATE, Outbox
from agentdesk.desk.rounds import Round
from agentdesk.domain.commands import Command
from agentdesk.paths import default_desk
from agentdesk.store.wishes import Wish, is_wished
from agentdesk.sync.address import BadAddress, server_address
from agentdesk.sync.engine import Condition, Status
from agentdesk.sync.transport import TransportError
from agentdesk.sync.vault import Vault


def connect(options: argparse.Namespace) -> int:
    account = _joined(options, _password())
    _warn_unkept(account)
    name, options.person = options.person, None  # their row has not come yet
    with writing(options) as desk:
        status = _round(desk, account)
    if options.json:
        print_json({"server": account.served.server, "person": account.served.person, **_told(status)})
    else:
        print_text(f"Connected to {account.served.server} as {name}.")
    return 0


def sync(options: argparse.Namespace) -> int:
    with writing(options) as desk:
        account = _account(desk)
        if options.password_stdin:
            _sign_in(desk, account)
        status = _round(desk, account)
    if options.json:
        print_json(_told(status))
    else:
        print_text(f"Up to date; {status.pending} wait." if status.pending else "Up to date; nothing waits.")
    return 0


def do_online(desk: Desk, command: Command) -> Outcome:
    """Set-up is decided where everybody is: one round before it, one to send it. Raises CannotUse, Refusing."""
    account = _account(desk)
    _round(desk, account)
    desk.note_link(replace(desk.link, state="online"))
    outcome = desk.play([desk.envelope(command)])
    if outcome.done:
        _round(desk, account)
    for row in desk.look(Outbox()):
        if row.id in outcome.ids and row.state == RETURNED_STATE:
            desk.discard(row.id)
            raise Refusing(row.code, row.data)
    return outcome


def _account(desk: Desk) -> Account:
    """Raises CannotUse: no server, or offline by wish."""
    if desk.served is None:
        raise CannotUse("This desk has no server. agentdesk connect joins one.")
    if desk.transact(lambda connection: (is_wished(connection, Wish.OFFLINE), frozenset())):
        raise CannotUse(words.BY_CHOICE)
    return connecting.account_of(desk.served, Vault(), connecting.this_network())


def _joined(options: argparse.Namespace, password: str) -> Account:
    directory: Path = (options.desk or default_desk()).absolute()
    since = SystemClock().now() - options.months * connecting.MONTH if options.months else 0
    try:
        wish = Joining(server_address(options.url), options.person, password, since)
        return connecting.join(directory, wish, Vault(), connecting.this_network(), LOCK_WAIT)
    except BadAddress as bad:
        raise Usage(words.connect_sentence(bad)) from None
    except CannotConnect as cannot:
        raise CannotUse(words.connect_sentence(cannot)) from None
    except TransportError as error:
        raise CannotUse(words.transport_sentence(error)) from None


def _sign_in(desk: Desk, account: Account) -> None:
    name = desk.transact(lambda connection: (connecting.user_name_of(connection, account.served), frozenset()))
    try:
        connecting.sign_in_again(account, name, _password())
    except CannotConnect as cannot:
        raise CannotUse(words.connect_sentence(cannot)) from None
    except TransportError as error:
        raise CannotUse(words.transport_sentence(error)) from None
    _warn_unkept(account)


def _round(desk: Desk, account: Account) -> Status:
    status = Round(desk, account).run()
    if status.condition is not Condition.ONLINE:
        raise CannotUse(words.status_sentence(status))
    return status


def _told(status: Status) -> dict[str, Any]:
    return {"state": str(status.condition), "pending": status.pending}


def _warn_unkept(account: Account) -> None:
    if account.signed_in.unkept:
        print_error(words.unkept_sentence(account.signed_in.unkept))


def _password() -> str:
    return sys.stdin.readline().rstrip("\r\n")
