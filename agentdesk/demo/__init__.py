"""The demo desk: believable people and problems, told as the ordinary commands that would have made them."""

from agentdesk.demo.asking import THE_SYSTEM, as_seen
from agentdesk.demo.files import DemoFile
from agentdesk.demo.steps import Step, script

__all__ = ["THE_SYSTEM", "DemoFile", "Step", "as_seen", "script"]
