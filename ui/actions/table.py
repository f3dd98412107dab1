"""The table of actions, in the order of the menus."""

from agentdesk.domain.values import Priority
from ui.actions import spec as s
from ui.actions.administrating import ADMINISTRATING, SETUP_OF
from ui.actions.approving import APPLYING, APPROVING, GOING, INBOX_OF
from ui.actions.spec import ActionSpec, State
from ui.context import OUTBOX, Context, holds_requests, holds_tickets
from ui.words.phrase import QT_TRANSLATE_NOOP

MENUS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "file/request": QT_TRANSLATE_NOOP("Actions", "New re&quest"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "view/layout": QT_TRANSLATE_NOOP("Actions", "&Layout"),
    "view/density": QT_TRANSLATE_NOOP("Actions", "&Density"),
    "view/sort": QT_TRANSLATE_NOOP("Actions", "&Sort"),
    "view/group": QT_TRANSLATE_NOOP("Actions", "&Group by"),
    "view/theme": QT_TRANSLATE_NOOP("Actions", "&Theme"),
    "view/text": QT_TRANSLATE_NOOP("Actions", "Te&xt size"),
    "ticket": QT_TRANSLATE_NOOP("Actions", "&Ticket"),
    "ticket/priority": QT_TRANSLATE_NOOP("Actions", "&Priority"),
    "approval": QT_TRANSLATE_NOOP("Actions", "&Approval"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "go/numbered": QT_TRANSLATE_NOOP("Actions", "By &number"),
    "admin": QT_TRANSLATE_NOOP("Actions", "A&dministration"),
    "window": QT_TRANSLATE_NOOP("Actions", "&Window"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
CONTEXT_MENU = (
    "handle_ticket", "reply", "add_note", "forward_ticket", "move_ticket", "", "complete_ticket", "end_ticket",
    "confirm_ticket", "not_solved", "cancel_ticket", "return_incomplete", "rate_ticket", "follow_up_ticket", "",
    "ticket/priority", "set_tags", "mark_unread", "", "open_window", "copy_number",
)  # fmt: skip
"""What the list offers on a right click: ids of actions, of a menu, or an empty text for a line."""
ANYWHERE = ("submit_ticket", "settle", "palette", "search", "preferences", "shortcuts")
"""Their keys work in windows beside the main one, too, whatever menus those have."""


def _handle_words(context: Context) -> str:
    return TAKE_OVER if s.is_taken_over(context) else HANDLE_ASKING if s.is_unowned(context) else ""


def _complete_words(context: Context) -> str:
    return REQUEST if s.asks_for_confirmation(context) else ""


def _undo_state(context: Context) -> State:
    return s.PRESENT if context.held_now else s.DISABLED


def _settle_words(context: Context) -> str:
    return "" if context.link.state == "local" else SYNC


def _offline_words(context: Context) -> str:
    return GO_ONLINE if context.link.code == "by-choice" else ""


def _sign_out_words(context: Context) -> str:
    return SIGN_IN if context.link.state == "signed_out" else ""


def _outbox_state(context: Context) -> State:
    return s.PRESENT if context.link.waiting else s.ABSENT


def _save_view_state(context: Context) -> State:
    if context.allowed("save_view") is None:
        return s.ABSENT
    queue = context.place.queue
    return s.PRESENT if holds_requests(queue) or (queue and holds_tickets(queue)) else s.DISABLED


def _support_state(context: Context) -> State:
    has = context.setup is not None and any(
        source.support_url or source.contact_email or source.service_hours for source in context.setup.sources
    )
    return s.PRESENT if has else s.ABSENT


def _priority_state(value: Priority) -> s.When:
    def when(context: Context) -> State:
        state = s.of_command(context, "set_priority")
        same = len(context.selection) == 1 and context.detail is not None and context.detail.row.priority is value
        return State(state.visible, state.enabled and not same, state.reason, checked=same)

    return when


TAKE_OVER = QT_TRANSLATE_NOOP("Actions", "Take over…")
HANDLE_ASKING = QT_TRANSLATE_NOOP("Actions", "Handle…")
SYNC = QT_TRANSLATE_NOOP("Actions", "Sync now")
GO_ONLINE = QT_TRANSLATE_NOOP("Actions", "Go online")
SIGN_IN = QT_TRANSLATE_NOOP("Actions", "Sign in…")
REQUEST = QT_TRANSLATE_NOOP("Actions", "Request confirmation…")

_FILE = (
    ActionSpec("submit_ticket", QT_TRANSLATE_NOOP("Actions", "New ticket"), "file", ("Ctrl+N",), "add",
               command="submit_ticket"),
    *APPLYING,
    ActionSpec("log_call", QT_TRANSLATE_NOOP("Actions", "Log a call…"), "file", (), "phone", command="log_call"),
    ActionSpec("import_files", QT_TRANSLATE_NOOP("Actions", "Import…"), "file", (), "download",
               command="receive_email"),
    ActionSpec("open_window", QT_TRANSLATE_NOOP("Actions", "Open in its own window"), "file", ("Ctrl+O",),
               "open-window", when=s.with_one, starts_group=True),
    ActionSpec("export_tickets", QT_TRANSLATE_NOOP("Actions", "Export list…"), "file", ("Ctrl+E",), "export",
               when=s.in_a_list),
    ActionSpec("export_ticket", QT_TRANSLATE_NOOP("Actions", "Export ticket…"), "file", (), "export",
               when=s.with_one_ticket),
    ActionSpec("save_attachment", QT_TRANSLATE_NOOP("Actions", "Save attachment as…"), "file", (), "attach",
               when=s.with_files),
    ActionSpec("print_ticket", QT_TRANSLATE_NOOP("Actions", "Print…"), "file", ("Ctrl+P",), "print",
               when=s.with_one_ticket),
    ActionSpec("settle", QT_TRANSLATE_NOOP("Actions", "Finish pending changes"), "file", ("F5",), "refresh",
               wording=_settle_words, starts_group=True),
    ActionSpec("work_offline", QT_TRANSLATE_NOOP("Actions", "Work offline"), "file", (), "offline", when=s.served,
               wording=_offline_words),
    ActionSpec("connect", QT_TRANSLATE_NOOP("Actions", "Connect to a server…"), "file", (), "server"),
    ActionSpec("switch_desk", QT_TRANSLATE_NOOP("Actions", "Go to another desk…"), "file", (), "arrow-right"),
    ActionSpec("sign_out", QT_TRANSLATE_NOOP("Actions", "Sign out…"), "file", (), "key", when=s.served,
               wording=_sign_out_words),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", ("Ctrl+Q",), "quit", starts_group=True),
)  # fmt: skip
_EDIT = (
    ActionSpec("undo_command", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", ("Ctrl+Z",), "undo", when=_undo_state),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", ("Ctrl+Shift+Z",), "redo"),
    ActionSpec("cut", QT_TRANSLATE_NOOP("Actions", "Cut"), "edit", ("Ctrl+X",), "cut", starts_group=True),
    ActionSpec("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), "edit", ("Ctrl+C",), "copy"),
    ActionSpec("paste", QT_TRANSLATE_NOOP("Actions", "Paste"), "edit", ("Ctrl+V",), "paste"),
    ActionSpec("paste_plain", QT_TRANSLATE_NOOP("Actions", "Paste without formats"), "edit", ("Ctrl+Shift+V",)),
    ActionSpec("select_all", QT_TRANSLATE_NOOP("Actions", "Select all"), "edit", ("Ctrl+A",)),
    ActionSpec("copy_number", QT_TRANSLATE_NOOP("Actions", "Copy number"), "edit", ("Ctrl+Shift+C",), "copy",
               when=s.with_selection),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find here"), "edit", ("Ctrl+F",), "search", starts_group=True),
    ActionSpec("search", QT_TRANSLATE_NOOP("Actions", "Search everything"), "edit", ("Ctrl+Shift+F",), "search"),
    ActionSpec("save_view", QT_TRANSLATE_NOOP("Actions", "Save as view…"), "edit", (), "saved-view",
               when=_save_view_state),
    ActionSpec("save_canned_reply", QT_TRANSLATE_NOOP("Actions", "Canned replies…"), "edit", (), "canned",
               command="save_canned_reply", starts_group=True),
    ActionSpec("preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "edit", ("Ctrl+,",), "preferences"),
)  # fmt: skip
_VIEW = (
    ActionSpec("layout_cards", QT_TRANSLATE_NOOP("Actions", "Cards"), "view/layout", (), "cards", group="layout"),
    ActionSpec("layout_table", QT_TRANSLATE_NOOP("Actions", "Table"), "view/layout", (), "table", group="layout"),
    ActionSpec("layout_table_above", QT_TRANSLATE_NOOP("Actions", "Table above"), "view/layout", (), "table",
               group="layout"),
    ActionSpec("density_compact", QT_TRANSLATE_NOOP("Actions", "Compact"), "view/density", group="density"),
    ActionSpec("density_default", QT_TRANSLATE_NOOP("Actions", "Usual density"), "view/density", group="density"),
    ActionSpec("density_relaxed", QT_TRANSLATE_NOOP("Actions", "Relaxed"), "view/density", group="density"),
    ActionSpec("sort_urgency", QT_TRANSLATE_NOOP("Actions", "Most urgent first"), "view/sort",
               group="sort", when=s.with_tickets),
    ActionSpec("sort_waiting", QT_TRANSLATE_NOOP("Actions", "Longest waiting first"), "view/sort",
               group="sort", when=s.in_a_list),
    ActionSpec("sort_activity", QT_TRANSLATE_NOOP("Actions", "Last activity first"), "view/sort",
               group="sort", when=s.in_a_list),
    ActionSpec("sort_newest", QT_TRANSLATE_NOOP("Actions", "Newest first"), "view/sort",
               group="sort", when=s.in_a_list),
    ActionSpec("sort_oldest", QT_TRANSLATE_NOOP("Actions", "Oldest first"), "view/sort",
               group="sort", when=s.in_a_list),
    ActionSpec("group_none", QT_TRANSLATE_NOOP("Actions", "No groups"), "view/group",
               group="group", when=s.with_tickets),
    ActionSpec("group_day", QT_TRANSLATE_NOOP("Actions", "Group by day"), "view/group",
               group="group", when=s.with_tickets),
    ActionSpec("group_status", QT_TRANSLATE_NOOP("Actions", "Group by status"), "view/group",
               group="group", when=s.with_tickets),
    ActionSpec("group_owner", QT_TRANSLATE_NOOP("Actions", "Group by owner"), "view/group",
               group="group", when=s.with_tickets),
    ActionSpec("toggle_nav", QT_TRANSLATE_NOOP("Actions", "Navigation"), "view", ("F9",), starts_group=True),
    ActionSpec("toggle_properties", QT_TRANSLATE_NOOP("Actions", "Properties"), "view", ("Ctrl+Alt+P",), "properties"),
    ActionSpec("expand_message", QT_TRANSLATE_NOOP("Actions", "Expand or collapse message"), "view", ("E",),
               scope="ticket", when=s.with_one_ticket, starts_group=True),
    ActionSpec("expand_all", QT_TRANSLATE_NOOP("Actions", "Expand or collapse all"), "view", (";",),
               scope="ticket", when=s.with_one_ticket),
    ActionSpec("theme_system", QT_TRANSLATE_NOOP("Actions", "As the system"), "view/theme", group="theme"),
    ActionSpec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), "view/theme", (), "theme", group="theme"),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), "view/theme", (), "theme", group="theme"),
    ActionSpec("text_larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "view/text", ("Ctrl++", "Ctrl+="),
               "zoom-in"),
    ActionSpec("text_smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "view/text", ("Ctrl+-",), "zoom-out"),
    ActionSpec("text_reset", QT_TRANSLATE_NOOP("Actions", "Usual text size"), "view/text", ("Ctrl+0",)),
    ActionSpec("jobs", QT_TRANSLATE_NOOP("Actions", "Work in progress"), "view", (), "clock"),
    ActionSpec("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "view", ("F11",), "full-screen",
               starts_group=True),
)  # fmt: skip
_TICKET = (
    ActionSpec("handle_ticket", QT_TRANSLATE_NOOP("Actions", "Handle"), "ticket", ("H",), "handle", "ticket",
               command="handle_ticket", wording=_handle_words),
    ActionSpec("reply", QT_TRANSLATE_NOOP("Actions", "Reply"), "ticket", ("R",), "reply", "ticket",
               when=s.for_one_ticket("reply")),
    ActionSpec("add_note", QT_TRANSLATE_NOOP("Actions", "Internal note"), "ticket", ("N",), "note", "ticket",
               when=s.for_one_ticket("add_note")),
    ActionSpec("forward_ticket", QT_TRANSLATE_NOOP("Actions", "Forward…"), "ticket", ("F",), "forward", "ticket",
               command="forward_ticket", starts_group=True),
    ActionSpec("move_ticket", QT_TRANSLATE_NOOP("Actions", "Move…"), "ticket", (), "move", command="move_ticket"),
    ActionSpec("complete_ticket", QT_TRANSLATE_NOOP("Actions", "Mark as completed…"), "ticket", ("Q",), "resolved",
               "ticket", command="complete_ticket", wording=_complete_words, starts_group=True),
    ActionSpec("confirm_ticket", QT_TRANSLATE_NOOP("Actions", "Yes, solved…"), "ticket", (), "resolved",
               when=s.for_one_ticket("confirm_ticket")),
    ActionSpec("not_solved", QT_TRANSLATE_NOOP("Actions", "Not solved…"), "ticket", (), "close",
               when=s.for_one_ticket("confirm_ticket")),
    ActionSpec("end_ticket", QT_TRANSLATE_NOOP("Actions", "Close…"), "ticket", ("Shift+C",), "check", "ticket",
               command="end_ticket"),
    ActionSpec("return_incomplete", QT_TRANSLATE_NOOP("Actions", "Return as incomplete…"), "ticket", (), "undo",
               command="return_incomplete"),
    ActionSpec("cancel_ticket", QT_TRANSLATE_NOOP("Actions", "Cancel ticket…"), "ticket", (), "cancel",
               command="cancel_ticket"),
    ActionSpec("rate_ticket", QT_TRANSLATE_NOOP("Actions", "Leave feedback…"), "ticket", (), "star",
               when=s.for_one_ticket("rate_ticket")),
    ActionSpec("follow_up_ticket", QT_TRANSLATE_NOOP("Actions", "New ticket from this…"), "ticket", (), "ticket",
               when=s.for_one_ticket("follow_up_ticket")),
    ActionSpec("set_tags", QT_TRANSLATE_NOOP("Actions", "Tags…"), "ticket", (), "tag", command="set_tags",
               starts_group=True),
    ActionSpec("add_participant", QT_TRANSLATE_NOOP("Actions", "People…"), "ticket", (), "add-person",
               when=s.for_one_ticket("add_participant")),
    ActionSpec("share_link", QT_TRANSLATE_NOOP("Actions", "Share a link…"), "ticket", (), "link",
               when=s.for_one_ticket("share_link")),
    ActionSpec("priority_fatal", QT_TRANSLATE_NOOP("Actions", "Fatal"), "ticket/priority", (), "priority",
               when=_priority_state(Priority.FATAL)),
    ActionSpec("priority_critical", QT_TRANSLATE_NOOP("Actions", "Critical"), "ticket/priority", (), "priority",
               when=_priority_state(Priority.CRITICAL)),
    ActionSpec("priority_moderate", QT_TRANSLATE_NOOP("Actions", "Moderate"), "ticket/priority", (), "priority",
               when=_priority_state(Priority.MODERATE)),
    ActionSpec("priority_minor", QT_TRANSLATE_NOOP("Actions", "Minor"), "ticket/priority", (), "priority",
               when=_priority_state(Priority.MINOR)),
    ActionSpec("priority_none", QT_TRANSLATE_NOOP("Actions", "None"), "ticket/priority", (), "priority",
               when=_priority_state(Priority.NONE)),
    ActionSpec("mark_unread", QT_TRANSLATE_NOOP("Actions", "Mark as unread"), "ticket", ("U",), "unread", "list",
               when=s.with_selection, starts_group=True),
    ActionSpec("select_ticket", QT_TRANSLATE_NOOP("Actions", "Select or deselect"), "ticket", ("X",), "", "list",
               when=s.with_selection),
)  # fmt: skip
_GO = (
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), "go", ("Ctrl+K",), "command"),
    ActionSpec("go_pending", QT_TRANSLATE_NOOP("Actions", "My pending"), "go", ("G, P",), "pending", "chord",
               when=s.in_queue("support.pending"), starts_group=True),
    ActionSpec("go_queue", QT_TRANSLATE_NOOP("Actions", "Queue"), "go", ("G, Q",), "queue", "chord",
               when=s.in_queue("support.queue")),
    ActionSpec("go_resolved", QT_TRANSLATE_NOOP("Actions", "I resolved"), "go", ("G, R",), "resolved", "chord",
               when=s.in_queue("support.resolved")),
    ActionSpec("go_mine", QT_TRANSLATE_NOOP("Actions", "My tickets"), "go", ("G, M",), "ticket", "chord",
               when=s.in_queue("support.mine")),
    ActionSpec("go_org", QT_TRANSLATE_NOOP("Actions", "My organisation"), "go", ("G, O",), "organisation", "chord",
               when=s.in_queue("support.org")),
    ActionSpec("go_all", QT_TRANSLATE_NOOP("Actions", "All tickets"), "go", ("G, T",), "list", "chord",
               when=s.in_queue("support.all")),
    *GOING,
    ActionSpec("go_outbox", QT_TRANSLATE_NOOP("Actions", "Outbox"), "go", ("G, X",), "outbox", "chord",
               when=_outbox_state),
    *(ActionSpec(f"nav_{n}", QT_TRANSLATE_NOOP("Actions", "Place {n} of the navigation"), "go/numbered",
                 (f"Ctrl+{n}",)) for n in range(1, 10)),
    ActionSpec("next_ticket", QT_TRANSLATE_NOOP("Actions", "Next ticket"), "go", ("J",), "arrow-down", "list",
               starts_group=True),
    ActionSpec("previous_ticket", QT_TRANSLATE_NOOP("Actions", "Previous ticket"), "go", ("K",), "", "list"),
    ActionSpec("next_unread", QT_TRANSLATE_NOOP("Actions", "Next unread"), "go", (".",), "unread", "list"),
    ActionSpec("previous_unread", QT_TRANSLATE_NOOP("Actions", "Previous unread"), "go", (",",), "", "list"),
    ActionSpec("next_waiting", QT_TRANSLATE_NOOP("Actions", "Next that waits for us"), "go", ("]",), "clock", "list"),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "go", ("F6",), starts_group=True),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), "go", ("Shift+F6",)),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Back"), "go", ("Alt+Left",), "arrow-left"),
    ActionSpec("forth", QT_TRANSLATE_NOOP("Actions", "Forth"), "go", ("Alt+Right",), "arrow-right"),
)  # fmt: skip
_WINDOW = (
    ActionSpec("main_window", QT_TRANSLATE_NOOP("Actions", "Show the main window"), "window", when=s.beside),
    ActionSpec("close_window", QT_TRANSLATE_NOOP("Actions", "Close this window"), "window", ("Ctrl+W",), "close",
               when=s.beside, starts_group=True),
)  # fmt: skip
_HELP = (
    ActionSpec("help_tickets", QT_TRANSLATE_NOOP("Actions", "Ticket management"), "help", (), "ticket",
               when=s.in_queue("support.mine")),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "help", ("Ctrl+/",), "keyboard"),
    ActionSpec("support", QT_TRANSLATE_NOOP("Actions", "Service hours and contact"), "help", (), "help",
               when=_support_state),
    ActionSpec("diagnostics", QT_TRANSLATE_NOOP("Actions", "Collect diagnostics…"), "help", (), "log"),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About AgentDesk"), "help", (), "info", starts_group=True),
)  # fmt: skip

TABLE: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_VIEW, *_TICKET, *APPROVING, *_GO, *ADMINISTRATING, *_WINDOW, *_HELP)
QUEUE_OF = {
    "go_pending": "support.pending",
    "go_queue": "support.queue",
    "go_resolved": "support.resolved",
    "go_mine": "support.mine",
    "help_tickets": "support.mine",  # the entry that Guance's document names (GU-03)
    "go_org": "support.org",
    "go_all": "support.all",
    "go_outbox": OUTBOX,
    **INBOX_OF,
    **SETUP_OF,
}
PRIORITY_OF = {f"priority_{value.value}": value for value in Priority}
