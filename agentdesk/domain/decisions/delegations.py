"""Letting somebody decide for oneself, for a time."""

from dataclasses import replace

from agentdesk.domain.commands import RevokeDelegate, SetDelegate
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.founding import enabled_person
from agentdesk.domain.entities import Delegation
from agentdesk.domain.reader import need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.standing import roles_of


def set_delegate(command: SetDelegate, case: Case) -> Changes:
    delegate = enabled_person(case, command.delegate)
    if delegate.id == case.actor:
        raise Refused("not-to-oneself")
    if not command.begins < command.ends or command.ends <= case.at:
        raise Refused("bad-dates")
    return (
        Delegation(
            id=case.unused(Delegation, command.delegation), person=case.actor, delegate=delegate.id,
            begins=command.begins, ends=command.ends,
        ),
    )  # fmt: skip


def revoke_delegate(command: RevokeDelegate, case: Case) -> Changes:
    given = need(case.reader, Delegation, command.delegation)
    if case.actor != given.person and not roles_of(case.actor, case.reader).admin:
        raise Refused("not-found", kind="delegation", id=given.id)
    return (replace(given, active=False),)
