"""What a command changes: `decide(envelope, reader)` and the table command -> rule."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from agentdesk.domain import commands as c
from agentdesk.domain import policy
from agentdesk.domain.action import Action
from agentdesk.domain.decisions import (
    approvals,
    channels,
    delegations,
    execution,
    filing,
    library,
    members,
    messages,
    people,
    processes,
    recording,
    requests,
    sources,
    tickets,
)
from agentdesk.domain.decisions.case import Case, Changes, TicketCase
from agentdesk.domain.decisions.log import entry
from agentdesk.domain.decisions.request_case import RequestCase, too_late
from agentdesk.domain.entities import Request, Ticket
from agentdesk.domain.reader import AsksOnce, Reader, Remembering, need
from agentdesk.domain.refusals import Refused
from agentdesk.domain.request_policy import RequestOutlook

Rules = Mapping[type[c.Command], Callable[[Any, Any], Changes]]

ON_TICKETS: Rules = MappingProxyType(
    {
        c.HandleTicket: tickets.handle,
        c.ForwardTicket: tickets.forward,
        c.Reply: messages.reply,
        c.AddNote: messages.add_note,
        c.CompleteTicket: tickets.complete,
        c.ConfirmTicket: tickets.confirm,
        c.EndTicket: tickets.end,
        c.CancelTicket: tickets.cancel,
        c.ReturnIncomplete: tickets.return_incomplete,
        c.RateTicket: tickets.rate,
        c.FollowUpTicket: filing.follow_up,
        c.MoveTicket: tickets.move,
        c.SetPriority: tickets.set_priority,
        c.SetTags: tickets.set_tags,
        c.AddParticipant: people.add_participant,
        c.RemoveParticipant: people.remove_participant,
        c.ShareLink: people.share_link,
        c.AutoClose: tickets.auto_close,
    }
)
ON_REQUESTS: Rules = MappingProxyType(
    {
        c.PassStage: approvals.pass_stage,
        c.RejectStage: approvals.reject_stage,
        c.TransferStage: approvals.transfer_stage,
        c.RemindStage: approvals.remind_stage,
        c.EscalateStage: approvals.escalate_stage,
        c.ModifyRequest: requests.modify_request,
        c.UndoRequest: requests.undo_request,
        c.RetryExecution: execution.retry_execution,
        c.RecordExecution: execution.record_execution,
    }
)
ON_DESKS: Rules = MappingProxyType(
    {
        c.SubmitTicket: filing.submit,
        c.ReceiveEmail: channels.receive_email,
        c.LogCall: channels.log_call,
        c.RecordTicket: recording.record_ticket,
        c.RecordMessage: recording.record_message,
        c.SaveView: library.save_view,
        c.SaveCannedReply: library.save_canned_reply,
        c.SaveScheme: sources.save_scheme,
        c.SaveSource: sources.save_source,
        c.SetDefaultHandler: sources.set_default_handler,
        c.SaveTicketType: sources.save_ticket_type,
        c.SaveService: sources.save_service,
        c.SetServiceOwners: sources.set_service_owners,
        c.SaveHandler: members.save_handler,
        c.SavePerson: members.save_person,
        c.DisablePerson: members.disable_person,
        c.SaveDomain: members.save_domain,
        c.SaveProject: members.save_project,
        c.AssignRole: members.assign_role,
        c.RevokeRole: members.revoke_role,
        c.Apply: requests.apply,
        c.SetDelegate: delegations.set_delegate,
        c.RevokeDelegate: delegations.revoke_delegate,
        c.RestoreResource: execution.restore_resource,
        c.SaveDesk: processes.save_desk,
        c.SaveProcess: processes.save_process,
        c.EnableProcess: processes.enable_process,
        c.DisableProcess: processes.disable_process,
    }
)


ON_A_STAGE = (c.PassStage, c.RejectStage, c.TransferStage)


def decide(envelope: c.Envelope, reader: Reader) -> Changes:
    """The entities a command changes or makes, its root first; or Refused, and nothing happened.

    Pure: the same envelope on the same desk gives the same answer, on every machine.
    """
    kind = type(envelope.command)
    asking = reader if isinstance(reader, AsksOnce) else Remembering(reader)
    if kind in ON_TICKETS:
        return _on_ticket(envelope, asking)
    if kind in ON_REQUESTS:
        return _on_request(envelope, asking)
    if kind in ON_DESKS:
        return _on_desk(envelope, asking)
    raise Refused("unknown-command", name=c.name_of(kind))


def _on_ticket(envelope: c.Envelope, reader: Reader) -> Changes:
    command: Any = envelope.command
    ticket = need(reader, Ticket, command.ticket)
    outlook = policy.outlook(ticket, envelope.actor, reader)
    _permit(c.name_of(type(command)), outlook.action(c.name_of(type(command))))
    changed = ON_TICKETS[type(command)](command, TicketCase(envelope, reader, outlook))
    return (*changed, entry(envelope, changed, ticket))


def _on_request(envelope: c.Envelope, reader: Reader) -> Changes:
    command: Any = envelope.command
    request = need(reader, Request, command.request)
    outlook = RequestOutlook(request, envelope.actor, reader, envelope.at)
    _permit_decision(command, outlook)
    changed = ON_REQUESTS[type(command)](command, RequestCase(envelope, reader, outlook))
    return (*changed, entry(envelope, changed, request))


def _permit_decision(command: c.Command, outlook: RequestOutlook) -> None:
    """Whoever comes too late is told who decided, and not only that somebody did."""
    name = c.name_of(type(command))
    action = outlook.action(name)
    reason = action.reason if action else ""
    if reason in ("already-decided", "not-an-approver") and isinstance(command, ON_A_STAGE):
        raise too_late(command.stage, outlook) or Refused(reason, command=name)
    _permit(name, action)


def _on_desk(envelope: c.Envelope, reader: Reader) -> Changes:
    name = c.name_of(type(envelope.command))
    offered = policy.available_actions(None, envelope.actor, reader)
    _permit(name, next((action for action in offered if action.command == name), None))
    changed = ON_DESKS[type(envelope.command)](envelope.command, Case(envelope, reader))
    return (*changed, entry(envelope, changed, None))


def _permit(command: str, action: Action | None) -> None:
    if action is None:
        raise Refused("not-allowed", command=command)
    if not action.enabled:
        raise Refused(action.reason, command=command)
