"""Opening a ticket of 500 messages, against QTextBrowser.setHtml of the same texts.

python3 tests/bench/thread.py [--tickets N --messages M] [--desk DIR] [--rounds N]
"""

from collections.abc import Callable
from html import escape

from harness import Times, at, desk_directory, options, ratio, raw_connection, report
from PySide6.QtWidgets import QTextBrowser
from stage import Stage

from agentdesk.desk.queries.rows import MessageRow
from agentdesk.desk.queries.thread import PAGE, Thread
from agentdesk.domain.values import Id
from agentdesk.records.types import id_text

LONG = 500
PAINTED = 20
_LONG_ONES = "SELECT id FROM ticket WHERE last_pos = ? ORDER BY n DESC LIMIT 5"
_SHORT_ONE = "SELECT id FROM ticket WHERE last_pos = 3 ORDER BY n DESC LIMIT 1"


class Bench:
    def __init__(self, stage: Stage, long_ones: list[Id], short_one: Id) -> None:
        self.stage, self.long_ones, self.short_one = stage, long_ones, short_one
        self.stream = stage.window.ticket.stream
        self.browser = QTextBrowser()
        self.browser.resize(self.stream.viewport().size())
        self.browser.show()
        self.texts = {ticket: self._html(ticket) for ticket in long_ones}
        self.times = {name: Times() for name in ("painted", "usable", "whole", "browser")}

    def run(self, rounds: int) -> None:
        for turn in range(rounds + 1):
            for ticket in self.long_ones:
                self._turn(ticket)
            if not turn:
                self.times = {name: Times() for name in self.times}

    def _turn(self, ticket: Id) -> None:
        self._open(self.short_one, 3)
        self.times["browser"].take(lambda: self._show_in_browser(self.texts[ticket]))
        # the first cards are there; then all of the page a ticket opens with; then everything
        self.times["painted"].take(lambda: self._open(ticket, PAINTED))
        self._open(self.short_one, 3)
        self.times["usable"].take(lambda: self._open(ticket, PAGE))
        self.times["whole"].take(self._load_the_rest)

    def _open(self, ticket: Id, cards: int) -> None:
        """Until so many cards of its end are painted."""
        self.stage.window.context.set_selection((ticket,))
        self._paint(lambda: self._shows(ticket) and len(self.stream.entries()) >= cards)

    def _load_the_rest(self) -> None:
        """As a person does, who asks for the earlier messages again and again."""
        shown = len(self.stream.entries())
        while shown < LONG:
            self.stream.earlier.click()
            self._paint(lambda before=shown: len(self.stream.entries()) > before and not self.stream.is_building())
            shown = len(self.stream.entries())

    def _shows(self, ticket: Id) -> bool:
        return self.stage.window.ticket.property("ticketId") == ticket

    def _paint(self, done: Callable[[], bool]) -> None:
        self.stage.until(done)
        self.stream.viewport().repaint()

    def _show_in_browser(self, html: str) -> None:
        self.browser.setHtml(html)
        bar = self.browser.verticalScrollBar()
        bar.setValue(bar.maximum())  # lays all of it out
        self.browser.viewport().repaint()

    def _html(self, ticket: Id) -> str:
        found: list[MessageRow] = []
        self.stage.desk.ask(Thread(ticket, LONG), lambda page: found.extend(page.messages if page else ()))
        self.stage.until(lambda: bool(found))
        assert len(found) == LONG
        return "".join(
            f"<p><b>{escape(row.author_name)}</b></p>{row.body_html or f'<p>{escape(row.body_text)}</p>'}"
            for row in found
        )


def main() -> None:
    given = options(__doc__)
    directory = desk_directory(given)
    raw = raw_connection(directory)
    long_ones = [id_text(id) for (id,) in raw.execute(_LONG_ONES, (LONG,))]
    short_one = id_text(raw.execute(_SHORT_ONE).fetchone()[0])
    raw.close()
    stage = Stage(directory)
    stage.show_queue("support.all")  # once a list is there, it selects something
    bench = Bench(stage, long_ones, short_one)
    bench.run(given.rounds or 3)
    bench.browser.close()
    stage.close()
    browser = bench.times["browser"]
    report("thread", goal="usable in <= 1.3 of QTextBrowser", messages=LONG, tickets=len(long_ones), page=PAGE,
           browser_p50_ms=at(browser.wall, 0.5), browser_cpu_p50_ms=at(browser.cpu, 0.5),
           **{name: {**bench.times[name].figures(), **ratio(bench.times[name], browser)}
              for name in ("painted", "usable", "whole")})  # fmt: skip


if __name__ == "__main__":
    main()
