"""What the reply box says about itself: to whom, what to write, and what else sending can do."""

from PySide6.QtCore import QCoreApplication

from agentdesk.desk.queries.rows import TicketDetail
from agentdesk.domain.values import Channel, StateKind

translate = QCoreApplication.translate
REPLY, NOTE = "reply", "note"


def placeholder(detail: TicketDetail, kind: str) -> str:
    if kind == NOTE:
        return translate("Composer", "Write a note that only staff can read…")
    if detail.staff:
        return translate("Composer", "Write a reply…   / for canned replies")
    return translate("Composer", "Write to support…   drop files here")


def recipients(detail: TicketDetail, kind: str) -> str:
    if kind == NOTE:
        return translate("Composer", "Only staff can see it")
    if not detail.staff:
        return translate("Composer", "To: Support")
    name = detail.requester.name or detail.requester.user_name
    others = ", ".join(person.name or person.user_name for person in detail.participants)
    if others:
        return translate("Composer", "To: {name}, cc {others}").format(name=name, others=others)
    return translate("Composer", "To: {name}").format(name=name)


def is_kept_only(detail: TicketDetail) -> bool:
    """Whether a reply to a letter stays here, because this desk sends no mail: staff takes it out by hand."""
    return detail.staff and detail.row.channel == Channel.EMAIL and not detail.can_mail


def send_words(detail: TicketDetail, kind: str, *, later: bool = False) -> str:
    """`later`: the server is not there, and it waits."""
    if later:
        return translate("Composer", "Send when online")
    if kind == NOTE:
        return translate("Composer", "Add note")
    return translate("Composer", "Save reply") if is_kept_only(detail) else translate("Composer", "Send")


def further(detail: TicketDetail, kind: str, enabled: set[str]) -> list[tuple[str, str]]:
    """Key and words: send, confirm and close."""
    kept = is_kept_only(detail)
    offered = [("send", send_words(detail, REPLY))]
    if kind == REPLY and detail.staff:
        if "complete_ticket" in enabled and detail.complete_kind == StateKind.WAITING_CONFIRMATION:
            sent = translate("Composer", "Send and request confirmation")
            offered.append(("confirm", translate("Composer", "Save and request confirmation") if kept else sent))
        if "end_ticket" in enabled:
            sent = translate("Composer", "Send and close…")
            offered.append(("close", translate("Composer", "Save and close…") if kept else sent))
    return offered
