"""The demo desk: believable people and problems, told as the ordinary commands that would have made them."""

from agentdesk.demo.files import DemoFile
from agentdesk.demo.steps import Step, script

__all__ = ["DemoFile", "Step", "script"]
