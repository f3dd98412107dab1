"""What waits, what came back, and how the desk stands to its server, in words."""

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject

from agentdesk.desk.queries.rows import Link, OutboxRow
from agentdesk.domain.commands import AddNote, Reply
from agentdesk.domain.values import Instant, Priority
from ui.words import names, times
from ui.words.phrase import QT_TRANSLATE_NOOP, say
from ui.words.refusals import refusal
from ui.words.wish_changes import changed_wish

translate = QCoreApplication.translate

STAGES: Mapping[str, str] = MappingProxyType(
    {
        "waiting": QT_TRANSLATE_NOOP("Outbox", "Waiting to send"),
        "sending": QT_TRANSLATE_NOOP("Outbox", "Sending"),
        "failed": QT_TRANSLATE_NOOP("Outbox", "Not sent"),
        "conflict": QT_TRANSLATE_NOOP("Outbox", "Needs a decision"),
    }
)
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "submit_ticket": QT_TRANSLATE_NOOP("Outbox", "New ticket {number}"),
        "handle_ticket": QT_TRANSLATE_NOOP("Outbox", "Handle {number}"),
        "forward_ticket": QT_TRANSLATE_NOOP("Outbox", "Forward {number}"),
        "reply": QT_TRANSLATE_NOOP("Outbox", "Reply to {number}"),
        "add_note": QT_TRANSLATE_NOOP("Outbox", "Note on {number}"),
        "complete_ticket": QT_TRANSLATE_NOOP("Outbox", "Complete {number}"),
        "confirm_ticket": QT_TRANSLATE_NOOP("Outbox", "Answer on {number}"),
        "end_ticket": QT_TRANSLATE_NOOP("Outbox", "Close {number}"),
        "cancel_ticket": QT_TRANSLATE_NOOP("Outbox", "Cancel {number}"),
        "move_ticket": QT_TRANSLATE_NOOP("Outbox", "Move {number}"),
        "set_priority": QT_TRANSLATE_NOOP("Outbox", "Priority of {number}"),
        "set_tags": QT_TRANSLATE_NOOP("Outbox", "Tags of {number}"),
        "rate_ticket": QT_TRANSLATE_NOOP("Outbox", "Feedback on {number}"),
        "apply": QT_TRANSLATE_NOOP("Outbox", "New request {number}"),
        "modify_request": QT_TRANSLATE_NOOP("Outbox", "Change {number}"),
        "undo_request": QT_TRANSLATE_NOOP("Outbox", "Withdraw {number}"),
        "pass_stage": QT_TRANSLATE_NOOP("Outbox", "Pass {number}"),
        "reject_stage": QT_TRANSLATE_NOOP("Outbox", "Reject {number}"),
        "retry_execution": QT_TRANSLATE_NOOP("Outbox", "Try {number} again"),
    }
)
_TITLE = QT_TRANSLATE_NOOP("Outbox", "{action}: {number}")
REASONS: Mapping[str, str] = MappingProxyType(
    {
        "content-changed": QT_TRANSLATE_NOOP(
            "Outbox",
            "The requester wrote after you did this. Nothing was sent. Choose what should happen; "
            "your text is kept either way.",
        ),
        "not-found": QT_TRANSLATE_NOOP(
            "Outbox", "You no longer have access to this ticket. Nothing was sent; your text is kept here."
        ),
    }
)
_OTHER_WISH = QT_TRANSLATE_NOOP(
    "Outbox", "What is requested has changed since you decided. Nothing was sent. Look at it again and decide anew."
)
_THIS_CHANGED = QT_TRANSLATE_NOOP(
    "Outbox",
    "What is requested has changed since you decided: {changes}. Nothing was sent. Look at it again and decide anew.",
)
_REFUSED = QT_TRANSLATE_NOOP("Outbox", "Nothing was sent: {reason}")
_NOT_RECORDED = QT_TRANSLATE_NOOP("Outbox", "Not recorded: {reason}")
_KEPT = QT_TRANSLATE_NOOP("Outbox", "Your text is kept until you discard it.")
_FAILED = QT_TRANSLATE_NOOP(
    "Outbox", "The server failed on this again and again ({code}). Your text is kept; try again or discard it."
)
_OLD = QT_TRANSLATE_NOOP(
    "Outbox", "This has waited for a long time, so it is not sent unasked. Send it if it still holds."
)
_HIDDEN = QT_TRANSLATE_NOOP("Outbox", "It waits for the server. As things stand here, it may be refused: {reason}")
LINKS: Mapping[str, str] = MappingProxyType(
    {
        "by-choice": QT_TRANSLATE_NOOP("Outbox", "You work offline."),
        "busy": QT_TRANSLATE_NOOP("Outbox", "The server asks for patience."),
        "not-trusted": QT_TRANSLATE_NOOP(
            "Outbox", "What answers cannot prove to be your server, so nothing is sent. Ask its operator."
        ),
        "network-settings": QT_TRANSLATE_NOOP(
            "Outbox",
            "A network setting of this computer (AGENTDESK_CA_FILE, AGENTDESK_PINS or AGENTDESK_PROXY) cannot be used. "
            "Correct it and start AgentDesk again.",
        ),
        "too-old": QT_TRANSLATE_NOOP(
            "Outbox", "AgentDesk and the server speak different versions. Update the older one."
        ),
    }
)
_OFFLINE = QT_TRANSLATE_NOOP("Outbox", "You are offline.")
_BROKEN = QT_TRANSLATE_NOOP(
    "Outbox", "The server answers what AgentDesk cannot use ({code}). Its operator has to look."
)


_UNKNOWN = QT_TRANSLATE_NOOP("Outbox", "{action}: a ticket you can no longer see")
_TAG = re.compile(r"<[^>]*>")
_QUOTED = 80
_INSIDE = QT_TRANSLATE_NOOP("Outbox", "Your message came back: {reason} It stands in the reply box again.")
_BESIDE = QT_TRANSLATE_NOOP("Outbox", "Your message “{text}” came back: {reason}")
_LEFT_OVER = QT_TRANSLATE_NOOP("Outbox", "You can no longer write here. What you had typed is kept: “{text}”")
_NOT_DONE = QT_TRANSLATE_NOOP("Outbox", "{title} came back: {reason}")


def stage(name: str) -> str:
    return say("Outbox", STAGES[name])


def entry_title(row: OutboxRow) -> str:
    """What it wants: Reply to TK-20418."""
    number = row.number or row.subject
    sentence = TITLES.get(row.command, _TITLE) if number else _UNKNOWN
    return say("Outbox", sentence, {"number": number, "action": names.command(row.command)})


def entry_reason(row: OutboxRow) -> str:
    """Why it lies here, and that nothing is lost; empty while it only waits."""
    match row.stage, row.state:
        case "failed", _:
            return say("Outbox", _FAILED, {"code": row.error})
        case "conflict", "confirm":
            return say("Outbox", _OLD)
        case "conflict", _:
            return _back(row)
        case _ if row.code:
            return say("Outbox", _HIDDEN, {"reason": refusal(row.code, row.data)})
        case _:
            return ""


def _back(row: OutboxRow) -> str:
    """Without a word about a text where none was written."""
    if row.code in REASONS and not _decides_on_another(row):
        return say("Outbox", REASONS[row.code])
    kept = say("Outbox", _KEPT) if entry_text(row) else ""
    return f"{_why_back(row)} {kept}".strip()


def _decides_on_another(row: OutboxRow) -> bool:
    return row.code == "content-changed" and hasattr(row.wish, "digest")


def _why_back(row: OutboxRow) -> str:
    if _decides_on_another(row):
        changes = changed_wish(row.changes)
        return say("Outbox", _THIS_CHANGED, {"changes": changes}) if changes else say("Outbox", _OTHER_WISH)
    sentence = _NOT_RECORDED if hasattr(row.wish, "digest") else _REFUSED
    return say("Outbox", sentence, {"reason": refusal(row.code, row.data)})


def entry_text(row: OutboxRow) -> str:
    """What was written, without its form; empty for a command without words."""
    body = getattr(row.wish, "body_html", "") or getattr(row.wish, "note_html", "")
    plain = " ".join(unescape(_TAG.sub(" ", body)).split())
    return plain or getattr(row.wish, "comment", "") or getattr(row.wish, "reason", "")


def came_back(row: OutboxRow, *, inside: bool) -> str:
    """In its ticket; `inside`: its words stand in the reply box again."""
    said, reason = quoted(entry_text(row)), refusal(row.code, row.data)
    if not isinstance(row.wish, Reply | AddNote):
        return say("Outbox", _NOT_DONE, {"title": entry_title(row), "reason": reason})
    return say("Outbox", _INSIDE if inside else _BESIDE, {"text": said, "reason": reason})


def left_over(text: str) -> str:
    """What was typed where nothing can be sent any more."""
    return say("Outbox", _LEFT_OVER, {"text": quoted(text)})


def quoted(text: str) -> str:
    """Its beginning, in one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED]}…"


def entry_facts(row: OutboxRow) -> list[tuple[str, str]]:
    """What was done: each argument that says something, with what it is called."""
    wish, found = row.wish, [(translate("Outbox", "Action"), names.command(row.command))]
    plain = {
        "to": (translate("Outbox", "To"), row.names.get("to", "")),
        "person": (translate("Outbox", "Person"), row.names.get("person", "")),
        "type": (translate("Outbox", "Type"), row.names.get("type", "")),
        "service": (translate("Outbox", "Service"), row.names.get("service", "")),
        "subject": (translate("Outbox", "Title"), getattr(wish, "subject", "")),
        "reason": (translate("Outbox", "Reason"), getattr(wish, "reason", "")),
        "comment": (translate("Outbox", "Comment"), getattr(wish, "comment", "")),
        "url": (translate("Outbox", "Link"), getattr(wish, "url", "")),
    }
    solved, priority = getattr(wish, "solved", None), getattr(wish, "priority", None)
    if solved is not None:
        found.append((translate("Outbox", "Solved"), names.solved(solved)))
    if priority is not None and priority != Priority.NONE:
        found.append((translate("Outbox", "Priority"), names.priority(priority)))
    found += [fact for fact in plain.values() if fact[1]]
    tags = [*(f"+{tag}" for tag in getattr(wish, "add", ())), *(f"−{tag}" for tag in getattr(wish, "remove", ()))]
    return [*found, (translate("Outbox", "Tags"), ", ".join(tags))] if tags else found


def fact_line(key: str, value: str) -> str:
    return translate("Outbox", "{key}: {value}").format(key=key, value=value)


def link_place(link: Link) -> str:
    """The first line at the foot of the navigation."""
    match link.state:
        case "local":
            return translate("Outbox", "On this computer only")
        case "syncing":
            return translate("Outbox", "Updating…")
        case "online":
            return translate("Outbox", "Connected")
        case "signed_out":
            return translate("Outbox", "Signed out")
        case "error":
            return translate("Outbox", "Not in step with the server")
        case _ if link.since is not None:
            return translate("Outbox", "Offline since {time}").format(time=times.clock_time(link.since))
        case _:
            return translate("Outbox", "Offline")


def link_state(link: Link, now: Instant) -> str:
    """The second line: how far reading has come, when it was last read, since when the oldest waits."""
    if link.progress is not None and link.progress[1]:
        done, total = link.progress
        return translate("Outbox", "{done} of {all} tickets").format(done=min(done, total), all=total)
    parts = [Waiting().changes(link.pending)] if link.pending and link.moving else []
    if link.last_pull is not None:
        parts.append(translate("Outbox", "Updated {time}").format(time=_moment(link.last_pull, now)))
    if link.pending and link.oldest is not None and now - link.oldest >= times.MINUTE:
        parts.append(translate("Outbox", "oldest {age}").format(age=times.span(now - link.oldest)))
    return " · ".join(parts)


def link_banner(link: Link) -> str:
    """What the strip below the header says; empty where there is nothing to say."""
    if link.state == "offline":
        return Waiting().offline(link.waiting, say("Outbox", LINKS.get(link.code, _OFFLINE)))
    if link.state == "signed_out":
        return Waiting().signed_out(link.waiting)
    if link.state == "error":
        why = say("Outbox", LINKS.get(link.code, _BROKEN), {"code": link.code})
        return Waiting().broken(link.waiting, why)
    return ""


def _moment(at: Instant, now: Instant) -> str:
    return times.clock_time(at) if now - at < times.DAY else times.moment(at, now)


class Waiting(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def changes(self, n: int) -> str:
        return self.tr("%n change(s) wait", "", n)

    def offline(self, n: int, why: str) -> str:
        if not n:
            return self.tr("{why} Everything on this computer stays readable.").format(why=why)
        words = self.tr("{why} Everything on this computer stays readable; %n change(s) wait in the Outbox.", "", n)
        return words.format(why=why)

    def signed_out(self, n: int) -> str:
        return self.tr("Sign in again to send %n change(s).", "", n) if n else self.tr("Sign in again to go on.")

    def broken(self, n: int, why: str) -> str:
        words = self.tr("{why} %n change(s) wait in the Outbox.", "", n) if n else "{why}"
        return words.format(why=why)

    def unsent(self, n: int) -> str:
        """Before signing out."""
        return self.tr("%n change(s) have not been sent. They go out when you sign in again.", "", n)

    def summary(self, waiting: int, attention: int) -> str:
        """Over the list of the outbox."""
        parts = [self.tr("%n waiting", "", waiting)] if waiting else []
        if attention:
            parts.append(self.tr("%n need(s) a decision", "", attention))
        return ", ".join(parts)
