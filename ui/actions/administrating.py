"""The lines of the table of actions by which the desk is set up."""

from ui.actions.spec import ABSENT, PRESENT, ActionSpec, State
from ui.context import LOG, PROCESSES, Context
from ui.words.phrase import QT_TRANSLATE_NOOP


def _for_admins(context: Context) -> State:
    return PRESENT if context.whoami is not None and context.whoami.admin else ABSENT


ADMINISTRATING = (
    ActionSpec("go_processes", QT_TRANSLATE_NOOP("Actions", "Process setup"), "admin", (), "process",
               when=_for_admins),
    ActionSpec("go_log", QT_TRANSLATE_NOOP("Actions", "Operation log"), "admin", (), "log", when=_for_admins),
)  # fmt: skip
SETUP_OF = {"go_processes": PROCESSES, "go_log": LOG}
