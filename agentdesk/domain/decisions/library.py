"""What people keep for themselves, and texts that staff share."""

from dataclasses import replace

from agentdesk.domain.commands import SaveCannedReply, SaveView
from agentdesk.domain.decisions.case import Case, Changes
from agentdesk.domain.decisions.names import tidy_name
from agentdesk.domain.decisions.thread import said
from agentdesk.domain.entities import CannedReply, SavedView, Source
from agentdesk.domain.reader import fetch, need
from agentdesk.domain.refusals import Refused


def save_view(command: SaveView, case: Case) -> Changes:
    """One's own; nobody else's is there for one."""
    known = fetch(case.reader, SavedView, command.view)
    if known and known.person != case.actor:
        raise Refused("not-found", kind="saved_view", id=command.view)
    name, queue = tidy_name(command.name), command.queue.strip()
    view = known or SavedView(id=command.view, person=case.actor, name=name, queue=queue)
    return (
        replace(
            view,
            name=name,
            queue=queue,
            filters=command.filters,
            icon=command.icon,
            order=command.order,
            active=command.active,
        ),
    )


def save_canned_reply(command: SaveCannedReply, case: Case) -> Changes:
    """One's own, or one that all staff share and any of them may change."""
    known = fetch(case.reader, CannedReply, command.canned)
    if known and known.owner not in (None, case.actor):
        raise Refused("not-found", kind="canned_reply", id=command.canned)
    if command.source is not None:
        need(case.reader, Source, command.source)
    name = tidy_name(command.name)
    if not said(command.body_html):
        raise Refused("text-required")
    reply = known or CannedReply(id=command.canned, name=name, body_html=command.body_html)
    return (
        replace(
            reply,
            name=name,
            body_html=command.body_html,
            owner=None if command.shared else case.actor,
            source=command.source,
            order=command.order,
            active=command.active,
        ),
    )
