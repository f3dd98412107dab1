"""Everything one can do in the window, once: a table, and one QAction for each of its lines."""

from ui.actions.book import Actions
from ui.actions.spec import ActionSpec
from ui.actions.table import TABLE

__all__ = ["TABLE", "ActionSpec", "Actions"]
