"""agentdesk do: one command of the desk."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agentdesk.cli.answer import Refusing, Usage, print_json, print_text
from agentdesk.cli.options import SubParsers, common, writing
from agentdesk.cli.requests import request_id
from agentdesk.cli.show import ticket_id
from agentdesk.codec import describe, read_command, target_field, to_record
from agentdesk.desk import Desk
from agentdesk.domain.commands import COMMANDS, Command, FileRef
from agentdesk.domain.refusals import Refused
from agentdesk.domain.values import Id


def add(sub: SubParsers) -> None:
    parser = sub.add_parser("do", help="one command", add_help=False)
    parser.add_argument("name", metavar="COMMAND", nargs="?", help=", ".join(COMMANDS))
    parser.add_argument("--on", default=None, metavar="ID", help="number or UUID of the ticket or request")
    parser.add_argument("--args", default="{}", metavar="JSON", help="the other arguments")
    parser.add_argument("-h", "--help", action="store_true", help="the arguments of COMMAND with types and limits")
    common(parser)
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    if options.help or options.name is None:
        return _help(options)
    if options.name not in COMMANDS:
        raise Usage(f"There is no command “{options.name}”. Commands are: {', '.join(COMMANDS)}.")
    args = _arguments(options.args)
    with writing(options) as desk:
        command = _command(desk, options, args)
        outcome = desk.play([desk.envelope(command)])
        if outcome.refusal is not None and outcome.refusal.code == "needs-connection":
            from agentdesk.cli.network import do_online  # noqa: PLC0415  (its imports cost 0.3 s)

            outcome = do_online(desk, command)
    if outcome.trouble is not None:
        raise outcome.trouble
    if outcome.refusal is not None:
        raise Refusing(outcome.refusal.code, outcome.refusal.data)
    _print(options, command)
    return 0


def _help(options: argparse.Namespace) -> int:
    if options.name is None or options.name not in COMMANDS:
        options.parser.print_help()
        return 0 if options.help else 2
    for name, type_, limits in describe(COMMANDS[options.name]):
        print_text(f"{name}: {type_}" + (f" ({limits})" if limits else ""))
    print_text("files may be a list of paths.") if "files" in _names(options.name) else None
    return 0


def _names(command: str) -> set[str]:
    return {name for name, _, _ in describe(COMMANDS[command])}


def _arguments(text: str) -> dict[str, Any]:
    try:
        args = json.loads(text)
    except ValueError as error:
        raise Usage(f"--args is not JSON: {error}.") from None
    if not isinstance(args, dict):
        raise Usage('--args must be a JSON object such as {"body_html": "…"}.')
    return args


def _command(desk: Desk, options: argparse.Namespace, args: dict[str, Any]) -> Command:
    target = target_field(COMMANDS[options.name])
    if options.on is not None:
        name = target or "ticket"
        args[name] = _FINDS.get(name, _as_given)(desk, options.on)
    if "files" in args:
        args["files"] = [_file(desk, given) for given in args["files"]]
    try:
        return read_command(options.name, args, desk.clock.new_id)
    except Refused as refused:
        raise Refusing(refused.code, dict(refused.data)) from None


def _as_given(_: Desk, name: str) -> Id:
    return name


_FINDS: dict[str, Callable[[Desk, str], Id]] = {"ticket": ticket_id, "request": request_id}


def _file(desk: Desk, given: object) -> FileRef | object:
    """A path becomes a kept file; anything else is left to the checks of the command."""
    if not isinstance(given, str):
        return given
    try:
        return desk.keep_file(Path(given))
    except (OSError, ValueError) as error:
        raise Usage(f"The file {given} cannot be attached: {getattr(error, 'strerror', None) or error}.") from None


def _print(options: argparse.Namespace, command: Command) -> None:
    record = {k: v for k, v in to_record(command).items() if k != "files"}
    if options.json:
        print_json({"done": options.name, "args": record})
    else:
        print_text(f"{options.name}: done")
