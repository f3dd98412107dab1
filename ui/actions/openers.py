"""Which dialog asks before which action, and the actions that give their command at once."""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.commands import (
    Command,
    FollowUpTicket,
    HandleTicket,
    RetryExecution,
    SetPriority,
    SubmitTicket,
)
from agentdesk.domain.values import Id, Solved
from ui.actions.approving import KIND_OF
from ui.actions.spec import is_taken_over, is_unowned
from ui.actions.table import PRIORITY_OF, QUEUE_OF
from ui.context import Context, Place, holds_requests
from ui.icons import Icons

# By name, as loading them all takes a third of the start: they come one by one when the window stands.
HANDLE = "ui.dialogs.handle:HandleDialog"
WORK: Mapping[str, str] = MappingProxyType(
    {
        "export_tickets": "ui.actions.exporting:Exporting",
        "export_ticket": "ui.actions.exporting:ExportingTicket",
        "print_ticket": "ui.actions.printing:Printing",
    }
)
"""Long work that asks first how and where."""
DIALOGS: Mapping[str, str] = MappingProxyType(
    {
        "forward_ticket": "ui.dialogs.forward:ForwardDialog",
        "complete_ticket": "ui.dialogs.complete:CompleteDialog",
        "confirm_ticket": "ui.dialogs.confirm_solved:ConfirmSolvedDialog",
        "not_solved": "ui.dialogs.confirm_solved:ConfirmSolvedDialog",
        "end_ticket": "ui.dialogs.close:CloseDialog",
        "return_incomplete": "ui.dialogs.return_incomplete:ReturnIncompleteDialog",
        "cancel_ticket": "ui.dialogs.cancel_ticket:CancelTicketDialog",
        "rate_ticket": "ui.dialogs.feedback:FeedbackDialog",
        "follow_up_ticket": "ui.dialogs.follow_up:FollowUpDialog",
        "submit_ticket": "ui.dialogs.new_ticket:NewTicketDialog",
        "log_call": "ui.dialogs.log_call:LogCallDialog",
        "move_ticket": "ui.dialogs.move:MoveDialog",
        "set_tags": "ui.dialogs.tags:TagsDialog",
        "add_participant": "ui.dialogs.participants:ParticipantsDialog",
        "share_link": "ui.dialogs.share_link:ShareLinkDialog",
        "save_view": "ui.dialogs.saved_view:SavedViewDialog",
        "save_canned_reply": "ui.dialogs.canned:CannedDialog",
        "import_files": "ui.dialogs.import_files:ImportDialog",
        "pass_stage": "ui.dialogs.pass_request:PassDialog",
        "reject_stage": "ui.dialogs.reject_request:RejectDialog",
        "transfer_stage": "ui.dialogs.hand_on:HandOnDialog",
        "set_delegate": "ui.dialogs.delegate:DelegateDialog",
        "undo_request": "ui.dialogs.withdraw_request:WithdrawRequestDialog",
        "modify_request": "ui.dialogs.resource_request:ResourceRequestDialog",
        **dict.fromkeys(KIND_OF, "ui.dialogs.resource_request:ResourceRequestDialog"),
    }
)
_ARGUMENTS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {"not_solved": {"answer": Solved.NO}, **{id: {"kind": kind} for id, kind in KIND_OF.items()}}
)
FOR_SEVERAL: Mapping[str, str] = MappingProxyType(
    {
        "pass_stage": "ui.dialogs.decide_several:PassSeveralDialog",
        "reject_stage": "ui.dialogs.decide_several:RejectSeveralDialog",
    }
)
"""Where several requests are chosen."""
_BETWEEN = 40
"""Milliseconds between two of them, so that nobody waits for the rest."""


class Openers(QObject):
    """What happens when an action is triggered that needs no pane."""

    def __init__(self, context: Context, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._icons, self._window = context, icons, window
        self._work: dict[str, Any] = {}
        names = (*DIALOGS.values(), HANDLE, *FOR_SEVERAL.values(), *WORK.values())
        self._left: Iterator[str] = iter(dict.fromkeys(names))
        self._awaited: Id = ""
        self._plain: Mapping[str, Callable[[], object]] = {
            "handle_ticket": self._handle, "retry_execution": self._retry, "undo_command": context.undo_last,
            "mark_unread": self._mark_unread, "copy_number": self._copy_number, "settle": self._settle,
            "work_offline": self._work_offline,
        }  # fmt: skip
        context.undone.connect(self._open_its_form)
        context.taken_up.connect(self._open_its_form)
        context.detail_changed.connect(self._on_detail)

    def warm_up(self) -> None:
        """Loads the next dialog, and the others after it; the first paint is over."""
        name = next(self._left, None)
        if name is not None:
            pkgutil.resolve_name(name)
            QTimer.singleShot(_BETWEEN, self, self.warm_up)

    def run(self, id: str) -> bool:
        """False: this action belongs to a pane or to the window."""
        if id in WORK:
            self._ask_for(WORK[id])
        elif id in FOR_SEVERAL and len(self._context.requests) > 1:
            self.open(FOR_SEVERAL[id])
        elif id in DIALOGS:
            self.open(DIALOGS[id], **_ARGUMENTS.get(id, {}))
        elif id in PRIORITY_OF:
            value = PRIORITY_OF[id]
            self._give(tuple(SetPriority(ticket=ticket, priority=value) for ticket in self._context.selection))
        elif id in QUEUE_OF:
            self._context.set_place(Place(QUEUE_OF[id]))
        elif id in self._plain:
            self._plain[id]()
        else:
            return False
        return True

    def open(self, name: str, **arguments: object) -> None:
        """Some dialogs hand their commands out, others give them themselves."""
        make: Callable[..., Any] = pkgutil.resolve_name(name)
        dialog = make(self._context, self._icons, self._window, **arguments)
        if hasattr(dialog, "chosen"):
            dialog.chosen.connect(self._give)
        dialog.open()

    def _open_its_form(self, command: Command | None) -> None:
        """Words that lie in the draft of a form again are shown there; one about a ticket opens when that is shown."""
        self._awaited = ""
        if isinstance(command, SubmitTicket):
            self.run("submit_ticket")
        elif isinstance(command, FollowUpTicket):
            self._awaited = command.ticket
            self._on_detail(self._context.detail)

    def _on_detail(self, detail: TicketDetail | None) -> None:
        if self._awaited and detail is not None and detail.row.id == self._awaited:
            self._awaited = ""
            self.run("follow_up_ticket")

    def _retry(self) -> None:
        if self._context.request is not None:
            self._context.give(RetryExecution(request=self._context.request.row.id))

    def _settle(self) -> None:
        self._context.settle()
        self._sync()

    def _copy_number(self) -> None:
        context = self._context
        shown = context.request if holds_requests(context.place.queue) else context.detail
        if shown is not None:
            QGuiApplication.clipboard().setText(shown.row.number)

    def _mark_unread(self) -> None:
        context = self._context
        if holds_requests(context.place.queue):
            context.desk.mark(context.requests, read=False, kind="request")
        else:
            context.desk.mark(context.selection, read=False)

    def _sync(self) -> None:
        sync = self._context.desk.sync
        if sync is not None:
            sync.retry_now()

    def _work_offline(self) -> None:
        """Or no longer."""
        sync = self._context.desk.sync
        if sync is not None:
            sync.set_offline(self._context.link.code != "by-choice")

    def _handle(self) -> None:
        """Asked first where nobody owns it or a colleague does, else straight in."""
        if is_unowned(self._context) or is_taken_over(self._context):
            self.open(HANDLE)
        elif self._context.detail is not None:
            self._give((HandleTicket(ticket=self._context.detail.row.id),))

    def _ask_for(self, name: str) -> None:
        if name not in self._work:
            self._work[name] = pkgutil.resolve_name(name)(self._context, self._icons, self._window)
        self._work[name].ask()

    def _give(self, commands: tuple[Command, ...]) -> None:
        self._context.give_each(commands)
