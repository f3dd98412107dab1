"""A sound scheme to spoil, and the lines on which its parts stand."""

SOUND = """\
id = "small"
title = { en = "Small", zh = "小", de = "Klein" }
rating = "on_confirm"
auto_close = [{ state = "asked", after_days = 3 }]
work_starts_on_open = true

[[state]]
id = "new"
kind = "new"
label = { en = "New", zh = "新", de = "Neu" }

[[state]]
id = "asked"
kind = "waiting_confirmation"
label = { en = "Asked", zh = "待确认", de = "Gefragt" }

[[state]]
id = "done"
kind = "done"
label = { en = "Done", zh = "完成", de = "Fertig" }

[[transition]]
action = "complete_ticket"
by = "handler"
from = ["new"]
to = "asked"

[[transition]]
action = "confirm_ticket"
by = "requester"
from = ["asked"]
to = "done"
answer = ["yes", "partly"]
needs = ["rating", "comment"]

[[transition]]
action = "confirm_ticket"
by = "requester"
from = ["asked"]
to = "new"
answer = ["no"]

[[transition]]
action = "add_note"
by = ["handler", "staff"]
from = ["new", "asked"]

[[transition]]
action = "forward_ticket"
by = "admin"
from = ["new"]
only_if = "handler_unavailable"

[[transition]]
action = "auto_close"
by = "system"
from = ["asked"]
to = "done"
"""

TITLE, STATES, TRANSITIONS = 2, (7, 12, 17), (22, 28, 36, 43, 48, 54)
"""The lines on which things stand in SOUND."""
