"""What a window, a terminal or a test sees of a desk."""

from agentdesk.desk.desk import Desk
from agentdesk.desk.opening import open_desk
from agentdesk.desk.outcome import Failed, Outcome
from agentdesk.store.drafts import Draft
from agentdesk.store.errors import DeskError

__all__ = ["Desk", "DeskError", "Draft", "Failed", "Outcome", "open_desk"]
