"""What a line of the table of actions says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agentdesk.domain.values import Id, StateKind
from ui.context import Context, holds_requests, holds_tickets

Scope = Literal["window", "ticket", "request", "list", "chord"]
"""Where its keys work: everywhere; in list and thread; with requests; in the list, which reads them itself; after G."""
Group = Literal["", "layout", "density", "sort", "group", "theme"]
"""Of actions in one group exactly one is checked."""


@dataclass(frozen=True, slots=True)
class State:
    """Absent is for ever, disabled is for now and has a reason."""

    visible: bool = True
    enabled: bool = True
    reason: str = ""
    checked: bool = False


PRESENT = State()
ABSENT = State(visible=False, enabled=False)
DISABLED = State(enabled=False)
When = Callable[[Context], State]
Words = Callable[[Context], str]
"""Other words than the usual ones in this situation, empty for none; not translated yet."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`command` decides when it is possible, else `when`; the words are those of Qt's catalogue `Actions`."""

    id: str
    words: str
    menu: str
    """Such as `ticket` or `view/theme`."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = "window"
    command: str = ""
    when: When | None = None
    wording: Words | None = None
    group: Group = ""
    starts_group: bool = False
    """A line is drawn over it in the menu."""

    @property
    def of_shown(self) -> bool:
        """What it does is done to the ticket or request that is shown."""
        menu = self.menu.partition("/")[0] in ("ticket", "approval") and self.scope != "list"
        return menu or self.scope in ("ticket", "request") or self.when in (with_one_ticket, with_files)

    def state(self, context: Context) -> State:
        if self.when is not None:
            return self.when(context)
        return of_command(context, self.command) if self.command else PRESENT


def of_command(context: Context, command: str) -> State:
    """What the rules say: greying out is the rule itself."""
    action = context.allowed(command)
    if action is None:
        return ABSENT
    return State(enabled=action.enabled, reason=action.reason)


def beside(context: Context) -> State:
    """In a window beside the main one."""
    return PRESENT if context.beside else ABSENT


def with_selection(context: Context) -> State:
    chosen = context.requests if holds_requests(context.place.queue) else context.selection
    return PRESENT if chosen else DISABLED


def with_one(context: Context) -> State:
    """Of tickets or of requests, whichever are shown."""
    if holds_requests(context.place.queue):
        return PRESENT if len(context.requests) == 1 and context.request is not None else DISABLED
    return with_one_ticket(context)


def in_a_list(context: Context) -> State:
    """Of tickets or of requests."""
    queue = context.place.queue
    return PRESENT if holds_tickets(queue) or holds_requests(queue) else DISABLED


def with_tickets(context: Context) -> State:
    """What only a list of tickets can do."""
    return PRESENT if holds_tickets(context.place.queue) else DISABLED


def with_one_ticket(context: Context) -> State:
    return PRESENT if len(context.selection) == 1 and context.detail is not None else DISABLED


def with_files(context: Context) -> State:
    shown = context.detail if len(context.selection) == 1 else None
    return PRESENT if shown is not None and shown.row.has_files else DISABLED


def for_one_ticket(command: str) -> When:
    """Commands whose words belong to one ticket are not offered for several."""

    def when(context: Context) -> State:
        return of_command(context, command) if len(context.selection) <= 1 else ABSENT

    return when


def in_queue(queue: str) -> When:
    def when(context: Context) -> State:
        return PRESENT if context.whoami is not None and queue in context.whoami.queues else ABSENT

    return when


def served(context: Context) -> State:
    """What only a desk with a server has."""
    return ABSENT if context.link.state == "local" else PRESENT


def for_staff(context: Context) -> State:
    whoami = context.whoami
    return PRESENT if whoami is not None and (whoami.staff or whoami.admin) else ABSENT


def is_taken_over(context: Context) -> bool:
    handler = context.detail.row.handler if context.detail else None
    me: Id = context.desk.person
    return handler is not None and handler != me


def asks_for_confirmation(context: Context) -> bool:
    return context.detail is not None and context.detail.complete_kind is StateKind.WAITING_CONFIRMATION


def is_unowned(context: Context) -> bool:
    """Taking what nobody has is asked about first (QK-11)."""
    return len(context.selection) > 1 or (context.detail is not None and context.detail.row.handler is None)
