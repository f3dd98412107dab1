"""What is being typed in tickets: saved while one types, one draft for the reply and one for the note of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk import Desk, DeskError, Draft, Failed
from agentdesk.desk.queries.library import DraftOf
from agentdesk.domain.commands import AddNote, Command, FileRef, ForwardTicket, Reply
from agentdesk.domain.values import Id
from ui.context import Context
from ui.dialogs.alive import if_alive
from ui.thread.phrases import NOTE, REPLY

PAUSE = 500
"""Milliseconds from the first key until it is saved, however long the typing goes on."""
Place = tuple[Id, str]
"""A ticket, and reply or note."""


@dataclass(frozen=True, slots=True)
class Written:
    """`fields`: what the desk noted about words that it put there."""

    body: str = ""
    files: tuple[FileRef, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.body or self.files)

    def __add__(self, later: "Written") -> "Written":
        return Written(self.body + later.body, self.files + later.files, {**later.fields, **self.fields})


def place_of(command: Reply | AddNote) -> Place:
    return command.ticket, NOTE if isinstance(command, AddNote) else REPLY


class TicketDraft(QObject):
    """The words of one place, whichever reply boxes show it. What is typed is read from its box only when needed."""

    changed = Signal(object)
    """The box it was typed in; None: the words came from elsewhere."""
    saved = Signal(object)
    """None, or the DeskError that stood in the way."""
    rested = Signal()
    """Something it waited for is over."""

    def __init__(self, desk: Desk, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.place = desk, place
        self.number = ""
        """Of the ticket: its words may outlive the right to see it."""
        self._boxes: set[object] = set()
        self._written = Written()
        self._unread: Callable[[], Written] | None = None
        self._dirty = False
        self._round = self._saving = self._sending = 0
        self._reading = self._failed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.read()

    # ------------------------------------------------------------------ what a reply box asks

    @property
    def written(self) -> Written:
        if self._unread is not None:
            typed, self._unread = self._unread(), None
            self._written = replace(typed, fields=self._written.fields) if typed else typed
        return self._written

    @property
    def kept(self) -> bool:
        """Whether all of it is saved."""
        return not self._dirty

    @property
    def reading(self) -> bool:
        """What was typed there before is still on its way."""
        return self._reading

    @property
    def idle(self) -> bool:
        """Nobody shows it, nothing is under way, and nothing would be lost with it."""
        return not (self._boxes or self._dirty or self._reading or self._saving or self._sending)

    def join(self, box: object) -> None:
        self._boxes.add(box)

    def leave(self, box: object) -> None:
        self._written = self.written  # while the box is there to be read
        self._boxes.discard(box)
        self.flush()

    def write(self, box: object, read: Callable[[], Written]) -> None:
        """Something was typed in that box; `read` gives what stands in it now."""
        self._unread = read
        self._soil()
        self.changed.emit(box)

    def take(self) -> Written:
        """For sending: nothing stands there any more. `settle` must follow."""
        written = self.written
        self.flush()
        self._pause.stop()
        self._written, self._dirty = Written(), False
        self._sending += 1
        self.changed.emit(None)
        return written

    def settle(self, written: Written, *, sent: bool) -> None:
        """What could not be sent stands there again."""
        self._sending -= 1
        if not sent:
            self._put_before(written)
        self.rested.emit()

    def give_back(self, written: Written) -> None:
        """Undone words, which the desk has put into what it keeps; what is being read may hold them or not."""
        if self._reading:
            self.read()
        else:
            self._put_before(written)

    @property
    def returned(self) -> Id:
        """What came back and stands here again."""
        return self.written.fields.get("returned", "")

    def forget_returned(self) -> None:
        """It was settled elsewhere: its words are not kept any more, unless somebody wrote on here."""
        if self._dirty:
            fields = {name: value for name, value in self.written.fields.items() if name != "returned"}
            self._written = replace(self.written, fields=fields)
        else:
            self._written, self._unread = Written(), None
            self.read()

    def discard(self) -> None:
        """For good; whoever wishes it has seen the words."""
        self._written, self._unread = Written(), None
        self._soil()
        self.changed.emit(None)

    # ------------------------------------------------------------------ reading and saving

    def read(self) -> None:
        """What is kept; an answer that is still on its way is not taken any more."""
        self._round += 1
        self._reading, self._failed = True, False
        found, failed = partial(self._on_found, self._round), partial(self._on_unreadable, self._round)
        self._desk.ask(DraftOf(*self.place), if_alive(self, found), if_alive(self, failed))

    def flush(self) -> None:
        """Saves what waits, unless it is not known yet what it would be written over."""
        if self._dirty and self._settled:
            self.save()

    def end(self) -> None:
        """The window closes, and no answer will reach it any more."""
        if self._dirty and not self._settled:
            self._dirty = False
            self._desk.add_to_draft(self._draft())
        self.flush()

    def save(self) -> None:
        self._pause.stop()
        self._dirty = False
        self._saving += 1
        self._desk.save_draft(self._draft(), if_alive(self, self._on_saved))

    @property
    def _settled(self) -> bool:
        return not (self._reading or self._sending)

    def _draft(self) -> Draft:
        ticket, kind = self.place
        w, now = self.written, self._desk.clock.now()
        fields = {**w.fields, "number": self.number} if w and self.number else w.fields
        return Draft(key=ticket, kind=kind, body=w.body, files=w.files, fields=fields, updated=now)

    def _soil(self) -> None:
        self._dirty = True
        if not self._pause.isActive():
            self._pause.start()

    def _put_before(self, written: Written) -> None:
        """Words that came from elsewhere go before those that were typed meanwhile."""
        self._written = written + self.written
        self._soil()
        self.changed.emit(None)

    def _on_pause(self) -> None:
        if self._failed:
            self.read()
        self.flush()
        if self._dirty and not self._settled:
            self._pause.start()

    def _on_found(self, round_: int, draft: Draft | None) -> None:
        if round_ != self._round:
            return
        self._reading = False
        if draft is not None:
            self._written = Written(draft.body, draft.files, draft.fields) + self.written
        self.changed.emit(None)
        self.rested.emit()

    def _on_unreadable(self, round_: int, _: Failed) -> None:
        """It is asked for again before anything is written over it."""
        self._failed = round_ == self._round

    def _on_saved(self, error: DeskError | None) -> None:
        self._saving -= 1
        self._dirty = self._dirty or error is not None
        self.saved.emit(error)
        self.rested.emit()


class Drafts(QObject):
    """All that is being typed in the windows of one desk: two boxes for one place show the same words, as typed."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._live: dict[Place, TicketDraft] = {}

    def listen(self, context: Context) -> None:
        """Undo in any window gives words back."""
        context.undoing.connect(self.flush)
        context.undone.connect(self._on_undone)

    def join(self, place: Place, box: object) -> TicketDraft:
        draft = self._live.get(place) or self._begin(place)
        draft.join(box)
        return draft

    def leave(self, draft: TicketDraft, box: object) -> None:
        """What is on its way to or from it still finds it."""
        draft.leave(box)
        self._drop_idle(draft)

    def flush(self) -> None:
        for draft in tuple(self._live.values()):
            draft.flush()

    def end(self) -> None:
        for draft in tuple(self._live.values()):
            draft.end()

    def _begin(self, place: Place) -> TicketDraft:
        draft = self._live[place] = TicketDraft(self.desk, place, self)
        draft.rested.connect(lambda: self._drop_idle(draft))
        return draft

    def _drop_idle(self, draft: TicketDraft) -> None:
        if draft.idle and self._live.get(draft.place) is draft:
            del self._live[draft.place]
            draft.deleteLater()

    def take_up(self, returned: Id) -> None:
        """What came back stands in its reply box again, before what is typed there; sent from there, it is settled."""
        self.flush()
        self.desk.take_up(returned, if_alive(self, partial(self._on_taken_up, {"returned": returned})))

    def _on_taken_up(self, fields: Mapping[str, str], command: Command | None) -> None:
        if isinstance(command, Reply | AddNote):
            self._give_back(place_of(command), Written(command.body_html, command.files, fields))

    def _on_undone(self, command: Command) -> None:
        match command:
            case Reply() | AddNote():
                self._give_back(place_of(command), Written(command.body_html, command.files))
            case ForwardTicket(ticket=ticket, note_html=body):
                self._give_back((ticket, NOTE), Written(body))

    def _give_back(self, place: Place, written: Written) -> None:
        if place in self._live:
            self._live[place].give_back(written)
