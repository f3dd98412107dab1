"""What each place in the navigation is called, counted and found empty."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class EmptyWords:
    icon: str
    title: str
    sentence: str
    action: str = ""
    does: str = ""
    """A queue to go to, `clear` for the filters, or the name of a command."""


def title_of(queue: str, *, table: bool) -> str:
    if table and queue == "support.org":
        return translate("Places", "Tickets of my organisation")
    return {
        "support.pending": translate("Places", "My pending"),
        "support.queue": translate("Places", "Queue"),
        "support.resolved": translate("Places", "I resolved"),
        "support.mine": translate("Places", "My tickets"),
        "support.org": translate("Places", "My organisation"),
        "support.all": translate("Places", "All tickets"),
    }.get(queue, queue)


def count_of(queue: str, total: int, *, narrowed: bool) -> str:
    if narrowed:
        return PlaceCounts().found(total)
    match queue:
        case "support.pending":
            return PlaceCounts().waiting_for_you(total)
        case "support.queue":
            return PlaceCounts().waiting_for_an_owner(total) if total else translate("Places", "Nobody is waiting")
        case "support.resolved":
            return PlaceCounts().waiting_for_an_answer(total)
        case _:
            return PlaceCounts().tickets(total)


def empty_words(queue: str, *, narrowed: bool, staff: bool) -> EmptyWords:
    if narrowed:
        return EmptyWords(
            "filter",
            translate("Places", "No ticket matches"),
            translate("Places", "Other tickets are hidden by filters."),
            translate("Places", "Clear filters"),
            "clear",
        )
    match queue:
        case "support.pending":
            return EmptyWords(
                "check",
                translate("Places", "Nothing waits for you"),
                translate("Places", "Tickets appear here when they are yours and wait for us."),
                translate("Places", "Show the queue"),
                "support.queue",
            )
        case "support.queue":
            return EmptyWords(
                "queue",
                translate("Places", "The queue is empty"),
                translate("Places", "New tickets appear here when nobody owns them yet."),
                translate("Places", "Show all tickets"),
                "support.all",
            )
        case "support.resolved":
            return EmptyWords(
                "resolved",
                translate("Places", "Nothing is waiting for an answer"),
                translate("Places", "Tickets you answered appear here until their requester writes again."),
                translate("Places", "Show my pending"),
                "support.pending",
            )
        case "support.mine":
            return EmptyWords(
                "ticket",
                translate("Places", "No tickets yet"),
                translate("Places", "Ask for help, and you find the answers here."),
                translate("Places", "New ticket"),
                "submit_ticket",
            )
        case "support.org":
            return EmptyWords(
                "organisation",
                translate("Places", "No tickets yet"),
                translate("Places", "Tickets of your organisation appear here."),
            )
        case _:
            sentence = translate("Places", "Tickets appear here as soon as somebody writes.")
            action = "" if staff else translate("Places", "New ticket")
            return EmptyWords(
                "list", translate("Places", "No tickets yet"), sentence, action, "" if staff else "submit_ticket"
            )


class PlaceCounts(QObject):
    """A class, because lupdate knows plurals only in `self.tr`."""

    def found(self, n: int) -> str:
        return self.tr("%n found", "", n)

    def waiting_for_you(self, n: int) -> str:
        return self.tr("%n waiting for you", "", n)

    def waiting_for_an_owner(self, n: int) -> str:
        return self.tr("%n waiting for an owner", "", n)

    def waiting_for_an_answer(self, n: int) -> str:
        return self.tr("%n waiting for an answer", "", n)

    def tickets(self, n: int) -> str:
        return self.tr("%n tickets", "", n)
