"""The lines of the table of actions that are about requests and their approval."""

from agentdesk.domain.values import ProcessKind
from ui.actions.spec import ABSENT, DISABLED, PRESENT, ActionSpec, State, When, of_command
from ui.context import RESOURCES, Context, holds_requests
from ui.words.phrase import QT_TRANSLATE_NOOP

_APPLY = "apply_"
FOR_SEVERAL = ("reject_stage", "pass_stage")
"""What can be done with several requests at once."""


def _may_apply(kind: ProcessKind) -> When:
    def when(context: Context) -> State:
        return PRESENT if kind in context.approvals.kinds else ABSENT

    return when


def _of_request(command: str) -> When:
    """There while approvals are; with requests in front the rules say the rest."""

    def when(context: Context) -> State:
        if not context.approvals.inboxes:
            return ABSENT
        if not holds_requests(context.place.queue) or not context.requests:
            return DISABLED
        if len(context.requests) > 1:
            return of_command(context, command) if command in FOR_SEVERAL and context.several else DISABLED
        if context.request is None or context.request.row.submitted:
            return DISABLED  # what waits for the server is taken back in the outbox
        return of_command(context, command)

    return when


def _while_approvals(context: Context) -> State:
    return PRESENT if context.approvals.inboxes else ABSENT


def _in_inbox(inbox: str) -> When:
    def when(context: Context) -> State:
        return PRESENT if inbox in context.approvals.inboxes else ABSENT

    return when


def _with_resources(context: Context) -> State:
    return PRESENT if context.approvals.resources else ABSENT


APPLYING = (
    ActionSpec("apply_host_create", QT_TRANSLATE_NOOP("Actions", "Host…"), "file/request", (), "server",
               when=_may_apply(ProcessKind.HOST_CREATE)),
    ActionSpec("apply_host_change", QT_TRANSLATE_NOOP("Actions", "Adjustment…"), "file/request", (), "edit",
               when=_may_apply(ProcessKind.HOST_CHANGE)),
    ActionSpec("apply_host_delete", QT_TRANSLATE_NOOP("Actions", "Delete…"), "file/request", (), "delete",
               when=_may_apply(ProcessKind.HOST_DELETE)),
    ActionSpec("apply_join_project", QT_TRANSLATE_NOOP("Actions", "Join project…"), "file/request", (), "people",
               when=_may_apply(ProcessKind.JOIN_PROJECT)),
    ActionSpec("apply_project_quota", QT_TRANSLATE_NOOP("Actions", "Project quota…"), "file/request", (), "quota",
               when=_may_apply(ProcessKind.PROJECT_QUOTA)),
    ActionSpec("apply_domain_quota", QT_TRANSLATE_NOOP("Actions", "Domain quota…"), "file/request", (), "quota",
               when=_may_apply(ProcessKind.DOMAIN_QUOTA)),
)  # fmt: skip
APPROVING = (
    ActionSpec("pass_stage", QT_TRANSLATE_NOOP("Actions", "Pass…"), "approval", ("Shift+P",), "check", "request",
               when=_of_request("pass_stage")),
    ActionSpec("reject_stage", QT_TRANSLATE_NOOP("Actions", "Reject…"), "approval", ("Shift+R",), "close", "request",
               when=_of_request("reject_stage")),
    ActionSpec("transfer_stage", QT_TRANSLATE_NOOP("Actions", "Hand on…"), "approval", (), "forward",
               when=_of_request("transfer_stage")),
    ActionSpec("modify_request", QT_TRANSLATE_NOOP("Actions", "Change…"), "approval", (), "edit",
               when=_of_request("modify_request"), starts_group=True),
    ActionSpec("undo_request", QT_TRANSLATE_NOOP("Actions", "Withdraw…"), "approval", (), "undo",
               when=_of_request("undo_request")),
    ActionSpec("retry_execution", QT_TRANSLATE_NOOP("Actions", "Try again"), "approval", (), "refresh",
               when=_of_request("retry_execution")),
    ActionSpec("set_delegate", QT_TRANSLATE_NOOP("Actions", "Let somebody decide for me…"), "approval", (), "people",
               when=_while_approvals, starts_group=True),
)  # fmt: skip
GOING = (
    ActionSpec("go_approvals", QT_TRANSLATE_NOOP("Actions", "Approvals: my pending"), "go", ("G, A",), "approval",
               "chord", when=_in_inbox("approvals.pending"), starts_group=True),
    ActionSpec("go_decided", QT_TRANSLATE_NOOP("Actions", "Approvals: I resolved"), "go", ("G, S",), "resolved",
               "chord", when=_in_inbox("approvals.resolved")),
    ActionSpec("go_involved", QT_TRANSLATE_NOOP("Actions", "Approvals: I involved"), "go", ("G, I",), "involved",
               "chord", when=_in_inbox("approvals.involved")),
    ActionSpec("go_requests", QT_TRANSLATE_NOOP("Actions", "My requests"), "go", ("G, Y",), "send", "chord",
               when=_in_inbox("approvals.mine")),
    ActionSpec("go_resources", QT_TRANSLATE_NOOP("Actions", "Resources"), "go", ("G, E",), "resource", "chord",
               when=_with_resources),
)  # fmt: skip
INBOX_OF = {
    "go_approvals": "approvals.pending",
    "go_decided": "approvals.resolved",
    "go_involved": "approvals.involved",
    "go_requests": "approvals.mine",
    "go_resources": RESOURCES,
}
KIND_OF = {spec.id: ProcessKind(spec.id.removeprefix(_APPLY)) for spec in APPLYING}
