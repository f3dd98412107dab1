"""How a ticket and its days are called where they are shown."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from agentdesk.desk.queries.rows import TicketRow
from agentdesk.domain.values import Channel, Instant

translate = QCoreApplication.translate


def subject_of(row: TicketRow) -> str:
    """Calls are named by channel and user: conferences always, phone calls without a subject of their own (CS-06)."""
    user = row.requester_user or row.requester_name
    if row.channel == Channel.CONFERENCE:
        return translate("Naming", "Conference call – {user}").format(user=user)
    if row.channel == Channel.PHONE and not row.subject:
        return translate("Naming", "Phone call – {user}").format(user=user)
    return row.subject or row.number


def date_of(at: Instant) -> str:
    """The day with its year, in the viewer's time zone (CS-07, CS-08)."""
    pattern = translate("Times", "d MMM yyyy", "format of a day, letters as in Qt")
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(at), pattern)
