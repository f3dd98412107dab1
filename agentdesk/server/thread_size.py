"""How long a ticket's thread may grow: it travels in one piece, and a desk takes only so much at once."""

from agentdesk.domain.commands import BODY, AddNote, Command, LogCall, ReceiveEmail, RecordMessage, Reply
from agentdesk.domain.entities import Ticket
from agentdesk.domain.refusals import Refused
from agentdesk.server.documents import characters_of
from agentdesk.server.server_rows import ServerRows
from agentdesk.wire import MOST_ROOT_BYTES

_WRITE = (Reply, AddNote, ReceiveEmail, LogCall, RecordMessage)
"""What ends or moves a ticket goes on."""
MOST_CHARACTERS = MOST_ROOT_BYTES // 4
SHORT = MOST_CHARACTERS // (2 * BODY) - 1
"""So few messages fit in any case: most threads are not measured."""


def check_room(rows: ServerRows, command: Command) -> None:
    """Raises Refused: thread-too-long."""
    if not isinstance(command, _WRITE):
        return
    ticket: Ticket | None = rows.get("ticket", command.ticket)
    if ticket is None or ticket.last_pos < SHORT:
        return
    if characters_of(rows.connection, ticket.id) + 2 * len(command.body_html) > MOST_CHARACTERS:
        raise Refused("thread-too-long")
