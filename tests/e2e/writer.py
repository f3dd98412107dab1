"""A process that works at a desk and says aloud what was acknowledged, until it is killed."""

import sys
from itertools import count
from pathlib import Path

from agentdesk.desk import open_desk
from agentdesk.desk.worker import Inline
from agentdesk.domain.commands import AddNote, HandleTicket, ReceiveEmail
from agentdesk.store.drafts import Draft


def main(directory: str) -> None:
    desk = open_desk(Path(directory), worker=Inline)
    desk.post = lambda job: job()
    ticket = desk.clock.new_id()
    founding = ReceiveEmail(ticket=ticket, message=desk.clock.new_id(), source="desk", sender_address="a@x.example")
    outcome = desk.play([desk.envelope(founding)])
    assert outcome.done, outcome
    assert desk.play([desk.envelope(HandleTicket(ticket=ticket))]).done
    for number in count():
        message = desk.clock.new_id()
        note = AddNote(ticket=ticket, message=message, body_html=f"<p>note {number}</p>")
        if desk.play([desk.envelope(note)]).done:
            sys.stdout.write(f"{message}\n")
        desk.save_draft(Draft(key=ticket, kind="reply", body=f"draft {number}"))
        sys.stdout.write(f"draft {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
