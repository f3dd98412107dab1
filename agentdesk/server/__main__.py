"""agentdesk-server: runs the server and keeps its database."""

import argparse
import getpass
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from agentdesk.clock import SystemClock
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Role, ScopeKind
from agentdesk.server import backups, people, seal
from agentdesk.server.app import create_app
from agentdesk.server.database import NotOpened, beside, locked
from agentdesk.server.doctor import examine
from agentdesk.server.epochs import new_epoch
from agentdesk.server.migrate import migrate
from agentdesk.server.passwords import SHORTEST, WeakPassword
from agentdesk.server.people import Scope
from agentdesk.server.serving import log_to_standard_error, server_of
from agentdesk.server.settings import DEFAULT_PLACE, OFFLINE_DAYS, BadSetting, Settings, database_of, place_of

DONE, REFUSED, WRONG_USAGE, UNUSABLE = 0, 1, 2, 3
Options = argparse.Namespace
_WEAK = {
    "too-short": f"The password needs at least {SHORTEST} characters.",
    "too-long": "The password is longer than 1000 characters.",
    "too-simple": "This password is among the first that anybody would try; choose another one.",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and answers its exit status: 0 done, 1 refused, 2 wrong usage, 3 cannot be used."""
    options = _parser().parse_args(argv)
    try:
        options.url = database_of(options.database)
        status: int = options.run(options)
    except Refused as refused:
        data = ", ".join(f"{name} {value}" for name, value in refused.data.items())
        return _fail(f"The rules do not allow it: {refused.code}{f' ({data})' if data else ''}.", REFUSED)
    except WeakPassword as weak:
        return _fail(_WEAK[weak.code], REFUSED)
    except (BadSetting, ArgumentError) as wrong:
        return _fail(str(wrong), WRONG_USAGE)
    except NotOpened as error:
        return _fail(str(error), UNUSABLE)
    except DBAPIError as error:
        return _fail(f"The database does not answer: {str(error.orig).strip().splitlines()[0]}.", UNUSABLE)
    except OSError as error:
        return _fail(f"{error.filename or 'The system'}: {error.strerror}.", UNUSABLE)
    return status


# ------------------------------------------------------------------------- the commands


def _serve(options: Options) -> int:
    host, port = place_of(options.listen)
    settings = Settings(
        database=options.url, host=host, port=port, metrics=place_of(options.metrics) if options.metrics else None,
        proxies=tuple(options.proxy), certificate=options.certificate, key=options.key, scanner=options.scanner,
        offline_days=options.offline_days,
    )  # fmt: skip
    if options.url.startswith("sqlite"):
        migrate(options.url)  # a team's database is migrated when the team is ready for it
    with beside(options.url) as engine, locked(options.url):
        known = people.anybody(engine)
    log_to_standard_error()
    try:
        server_of(create_app(settings), settings, lambda: _welcome(options, settings, known)).run()
    except SystemExit:
        return _fail(f"Nothing can listen at {host}:{port}; the lines above say why.", UNUSABLE)
    except KeyboardInterrupt:
        return DONE  # uvicorn has ended everything in order and then passes Ctrl+C on
    return DONE


def _welcome(options: Options, settings: Settings, known: bool) -> None:
    scheme = "https" if settings.certificate else "http"
    place = f"{scheme}://{settings.host}:{settings.port}"
    _say(f"AgentDesk serves {_where(options.url)} at {place}. Ctrl+C ends it.")
    if not known:
        _say("Nobody can sign in yet. In another terminal, in this directory and with the same database:")
        _say(f"  {_program()} add-person NAME --role admin{_again(options.database)}")


def _program() -> str:
    """As it was called, so that what is shown can be typed."""
    called = sys.argv[0]
    return called if Path(called).stem == "agentdesk-server" else "agentdesk-server"


def _again(database: str | None) -> str:
    return f" --database {make_url(database).render_as_string(hide_password=True)}" if database else ""


def _migrate(options: Options) -> int:
    migrate(options.url, options.title)
    _say(f"{_where(options.url)} is ready.")
    return DONE


def _add_person(options: Options) -> int:
    password = _password(options)
    with beside(options.url) as engine:
        role = Role(options.role or Role.REQUESTER), _scope(options.scope)
        people.add_person(engine, options.name, password, role, _now())
    _say(f"{options.name} can sign in{f', as {options.role}' if options.role else ''}.")
    return DONE


def _set_role(options: Options) -> int:
    role = Role(options.role), _scope(options.scope)
    with beside(options.url) as engine:
        people.set_role(engine, options.name, role, _now(), take=options.take)
    _say(f"{options.name} {'no longer has' if options.take else 'has'} the role {options.role} ({options.scope}).")
    return DONE


def _back_up(options: Options) -> int:
    backups.back_up(options.url, options.file)
    _say(f"{options.file} holds everything up to now: tickets, files, password hashes. Keep it as you keep those.")
    return DONE


def _restore(options: Options) -> int:
    epoch = backups.restore(options.url, options.file, _now())
    _say(f"Restored. The epoch is {epoch} now: desks will send again what they were told after the backup was made.")
    return DONE


def _new_epoch(options: Options) -> int:
    with locked(options.url), beside(options.url) as engine:
        epoch = new_epoch(engine, _now())
    _say(f"The epoch is {epoch} now: every desk compares itself and sends again what may be lost.")
    return DONE


def _verify_log(options: Options) -> int:
    with beside(options.url) as engine:
        verdict = seal.verify(engine, options.head)
    if verdict.broken_at is not None:
        return _fail(f"The log was changed: link {verdict.broken_at} does not fit.", UNUSABLE)
    if not verdict.kept:
        return _fail("The log was changed: your head is not in it, so its end was cut off or made anew.", UNUSABLE)
    _say(f"{verdict.sealed} links fit, {verdict.unsealed} entries are not sealed yet.")
    _say(f"Head: {verdict.head or '-'}. Keep it elsewhere: with it a cut-off end shows.")
    return DONE


def _doctor(options: Options) -> int:
    with beside(options.url) as engine:
        findings = tuple(examine(engine, _now()))
    for one in findings:
        _say(f"{one.check:<10} {'good' if one.good else 'BAD':<5} {one.detail}")
    return DONE if all(one.good for one in findings) else UNUSABLE


# ------------------------------------------------------------------------- words and options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="agentdesk-server", description="The server of a team's desk.")
    sub = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[Options], int], words: str) -> argparse.ArgumentParser:
        one = sub.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
        one.add_argument("--database", metavar="URL", help=_DATABASE)
        one.set_defaults(run=run)
        return one

    _serve_options(add("serve", _serve, "answers desks until it is stopped"))
    made = add("migrate", _migrate, "makes the database, or brings it to this version")
    made.add_argument("--title", default="AgentDesk", help="name of the first source of a new database")
    added = add("add-person", _add_person, "makes a person who can sign in; of one who is there, a new password")
    _role_options(added, needed=False)
    added.add_argument("--password-stdin", action="store_true", help="reads the password instead of asking")
    role = add("set-role", _set_role, "gives somebody a role, or takes it")
    _role_options(role, needed=True)
    role.add_argument("--take", action="store_true", help="takes the role")
    backup = add("backup", _back_up, "copies the database into a file while the server runs")
    backup.add_argument("file", type=Path, metavar="FILE")
    restored = add("restore", _restore, "puts a backup in the place of the database and begins a new epoch")
    restored.add_argument("file", type=Path, metavar="FILE")
    add("new-epoch", _new_epoch, "says that the database may have lost something, as after a fail-over")
    checked = add("verify-log", _verify_log, "checks the chain of the operation log")
    checked.add_argument("--head", default="", metavar="HASH", help="what it said at an earlier time: must be in it")
    add("doctor", _doctor, "examines the database and repairs nothing")
    return parser


_DATABASE = (
    "sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME; otherwise AGENTDESK_SERVER_DATABASE_FILE (a file with it), "
    "AGENTDESK_SERVER_DATABASE, or agentdesk-server.sqlite in this directory"
)


_SCANNER = "looks for viruses: gets a file on standard input, ends with 0 or, with a find, 1; such as 'clamdscan -'"


def _serve_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--listen", default=":".join(map(str, DEFAULT_PLACE)), metavar="HOST:PORT")
    parser.add_argument("--metrics", metavar="HOST:PORT", help="figures for Prometheus, away from where desks are")
    parser.add_argument("--proxy", action="append", default=[], metavar="ADDRESS", help="whose X-Forwarded-For counts")
    parser.add_argument("--certificate", type=Path, metavar="FILE", help="PEM, with its chain: speak TLS")
    parser.add_argument(
        "--offline-days", type=int, choices=range(1, 3_651), default=OFFLINE_DAYS, metavar="N",
        help=f"how long desks open without having met the server (default: {OFFLINE_DAYS})",
    )  # fmt: skip
    parser.add_argument("--scanner", default="", metavar="COMMAND", help=_SCANNER)
    parser.add_argument("--key", type=Path, metavar="FILE", help="PEM, if it is not in the certificate's file")


def _role_options(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    parser.add_argument("name", metavar="NAME", help="user name")
    without = None if needed else "without it a new person may ask, and who is there keeps what they have"
    parser.add_argument("--role", required=needed, choices=[str(role) for role in Role], help=without)
    parser.add_argument("--scope", default="system", metavar="SCOPE", help="system, source:ID, domain:ID, project:ID")


def _scope(text: str) -> Scope:
    kind, _, id = text.partition(":")
    if kind not in list(ScopeKind) or (kind == ScopeKind.SYSTEM) is bool(id):
        raise BadSetting(f"“{text}” is no scope: system, source:ID, domain:ID or project:ID.")
    return ScopeKind(kind), id or None


def _password(options: Options) -> str:
    if options.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password = _typed("Password: ")
    if _typed("Once more: ") != password:
        raise BadSetting("These are two different passwords.")
    return password


def _typed(prompt: str) -> str:
    """Raises BadSetting where everybody could read along, or nobody types."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except getpass.GetPassWarning:
            raise BadSetting("There is no terminal to ask for a password; give it by --password-stdin.") from None
        except (EOFError, KeyboardInterrupt):
            raise BadSetting("No password was given; nothing was changed.") from None


def _where(url: str) -> str:
    made = make_url(url)
    return str(made.database) if url.startswith("sqlite") else made.render_as_string(hide_password=True)


def _now() -> int:
    return SystemClock().now()


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _fail(sentence: str, status: int) -> int:
    sys.stderr.write(sentence + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
