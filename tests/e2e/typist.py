"""The whole window with somebody who types a reply without a rest: says how much was told to be saved, until killed."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from agentdesk.desk import Desk, DeskError, Draft, open_desk
from agentdesk.domain.commands import HandleTicket, ReceiveEmail
from agentdesk.domain.values import Id
from agentdesk.settings import Settings
from tests.e2e.at_work import say
from ui.app import make_application, open_window

KEYS_APART = 20
"""Milliseconds, far less than the pause after which a draft is saved."""


def a_ticket(desk: Desk) -> Id:
    ticket = desk.clock.new_id()
    letter = ReceiveEmail(ticket=ticket, message=desk.clock.new_id(), source="desk", sender_address="a@x.example")
    assert desk.play([desk.envelope(letter), desk.envelope(HandleTicket(ticket=ticket))]).done
    return ticket


def type_on(editor: QTextEdit) -> None:
    if not editor.isVisible() or editor.isReadOnly():
        return
    QTest.keyClicks(editor, "x")


def tell_what_is_saved(desk: Desk) -> None:
    save = desk.save_draft

    def saved(draft: Draft, then: Callable[[DeskError | None], None] | None = None) -> None:
        def told(error: DeskError | None) -> None:
            assert error is None
            say(draft.body.count("x"))
            if then is not None:
                then(error)

        save(draft, told)

    desk.save_draft = saved  # type: ignore[method-assign]


def main(directory: Path) -> None:
    app = make_application()
    desk = open_desk(directory)
    ticket = a_ticket(desk)
    desk.forbid_sql_here()
    tell_what_is_saved(desk)
    window = open_window(desk, Settings())
    window.context.set_selection((ticket,))
    editor = window.findChild(QTextEdit, "composer_body_editor") or window.findChild(QTextEdit, "composer_body")
    assert editor is not None
    say(ticket)
    keys = QTimer(interval=KEYS_APART)
    keys.timeout.connect(lambda: type_on(editor))
    keys.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
