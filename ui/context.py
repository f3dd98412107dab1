"""What is selected and true in the window; panes write what they select and read what others selected."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from agentdesk.desk import Desk, DeskError, Outcome
from agentdesk.desk.queries.applying import Approvals
from agentdesk.desk.queries.request_work import Choosable, InboxOf, shared
from agentdesk.desk.queries.requests import RequestDetail
from agentdesk.desk.queries.rows import Link, SetUp, TicketDetail, Whoami
from agentdesk.domain.action import Action
from agentdesk.domain.commands import (
    AddNote,
    Command,
    CompleteTicket,
    EndTicket,
    ForwardTicket,
    MoveTicket,
    Reply,
    SetPriority,
)
from agentdesk.domain.values import Id, Instant
from agentdesk.settings import Settings

HELD_COMMANDS = (Reply, AddNote, ForwardTicket, CompleteTicket, MoveTicket, SetPriority)
"""Commands with a hold time and an Undo (ui.md §6.3); `end_ticket` joins them where staff gives it."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the list pane shows."""

    queue: str = ""
    filters: tuple[str, ...] = ()
    sort: str = ""
    view: Id | None = None
    """The saved view it came from."""


OUTBOX = "outbox"
"""The place of what waits and what came back; it is no queue of tickets."""
PENDING_REQUESTS = "approvals.pending"
TABLES = ("table", "table_above")
"""Those of LAYOUTS that are tables."""
TABLE_PLACES = frozenset({"support.org"})
"""They begin as a table above what is chosen (picture 11); all others begin as the person prefers."""
PROCESSES, LOG = "admin.process", "admin.log"
RESOURCES = "resources"
_INBOXES, _SETUP = "approvals.", "admin."


def holds_requests(queue: str) -> bool:
    return queue.startswith(_INBOXES)


def holds_tickets(queue: str) -> bool:
    return queue not in (OUTBOX, RESOURCES) and not queue.startswith((_INBOXES, _SETUP))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search looked for, and the newest message of a ticket in which it was found."""

    words: str
    ticket: Id
    message: Id


@dataclass(frozen=True, slots=True)
class Held:
    """Commands that can still be taken back, together."""

    ids: tuple[Id, ...]
    commands: tuple[Command, ...]
    until: Instant


@dataclass(slots=True)
class _Gathering:
    """What becomes of several commands that were given at once, each for itself."""

    of: int
    hold: Instant
    clears: tuple[str, str] | None
    outcomes: list[tuple[Command, Outcome]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Job:
    """Long work. `share` from 0 to 1, or None where nobody knows; without `cancel` it runs to its end."""

    key: str
    words: str
    share: float | None = None
    detail: str = ""
    cancel: Callable[[], None] | None = None


class Jobs(QObject):
    """What goes on behind the window; whoever works says how far it is."""

    changed = Signal()
    told = Signal(str)
    """A sentence about what came of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: dict[str, Job] = {}

    def show(self, job: Job) -> None:
        self._running[job.key] = job
        self.changed.emit()

    def end(self, key: str, sentence: str = "") -> None:
        self._running.pop(key, None)
        self.changed.emit()
        if sentence:
            self.told.emit(sentence)

    def running(self) -> tuple[Job, ...]:
        """What began first stands first."""
        return tuple(self._running.values())


class Context(QObject):
    """One signal per fact. `give` is the way of every command from the window to the desk."""

    whoami_changed = Signal(object)
    setup_changed = Signal(object)
    place_changed = Signal(object)
    face_changed = Signal(str)
    """One of LAYOUTS: how the list of the place is shown."""
    selection_changed = Signal(object)
    sought_changed = Signal(object)
    detail_changed = Signal(object)
    common_changed = Signal(object)
    approvals_changed = Signal(object)
    """Which inboxes there are, and what one may ask for."""
    requests_changed = Signal(object)
    request_changed = Signal(object)
    request_wanted = Signal(str)
    """A request was opened that the list need not hold; the inbox in which it stands is the place already."""
    several_changed = Signal(object)
    """The selected requests, where there are several."""
    counts_changed = Signal(object)
    settings_changed = Signal(object)
    link_changed = Signal(object)
    """How the desk stands to its server."""
    held = Signal(object, object)
    """Envelope ids and the commands, for the toast with Undo."""
    given = Signal(object)
    """The commands of a `give` that was done at once."""
    held_changed = Signal()
    """There is one more, or one less, that can be taken back."""
    settled = Signal()
    """Everything was made true at once."""
    undoing = Signal()
    """Something is about to be taken back: what is typed must be kept before its words come back."""
    undone = Signal(object)
    """A command that was taken back; its words lie in the draft of its composer again."""
    taken_up = Signal(object)
    """A command that came back; its words lie in the draft of its form again."""
    undo_missed = Signal(object)
    """The commands for which Undo came too late."""
    many_done = Signal(object)
    """((command, Refusal or None), …) of commands on several tickets or requests; not of those the disk kept back."""
    refused = Signal(object, object)
    """The command and its Refusal."""
    troubled = Signal(object)
    """A DeskError: the disk's fault."""

    def __init__(
        self, desk: Desk, hold: Instant | None = None, parent: QObject | None = None, *, beside: bool = False
    ) -> None:
        """`hold` instead of the person's preference, for tests. `beside`: of a window beside the main one."""
        super().__init__(parent)
        self.desk, self.beside = desk, beside
        self.settings = Settings()
        self._hold = hold
        self._held_now: list[Held] = []
        self._failed: tuple[tuple[Command, ...], Callable[[Outcome], None] | None] | None = None
        self.jobs = Jobs(self)
        self.whoami: Whoami | None = None
        self.setup: SetUp | None = None
        self.place = Place()
        self.faces: dict[str, str] = {}
        """The layout by place, where the person chose other than the preference."""
        self._face = self.face
        self.selection: tuple[Id, ...] = ()
        """Ids of the selected tickets; the first is the one shown."""
        self.sought: Sought | None = None
        """None where no search led to what is selected."""
        self.detail: TicketDetail | None = None
        self.common: tuple[Action, ...] = ()
        """What may be done with a selection of several."""
        self.approvals = Approvals()
        self.approvals_known = False
        self.requests: tuple[Id, ...] = ()
        """Ids of the selected requests; the first is the one shown."""
        self.request: RequestDetail | None = None
        self.several: tuple[Choosable, ...] = ()
        self.counts: dict[str, int] = {}
        self.link: Link = desk.link

    # ------------------------------------------------------------------ facts

    def set_whoami(self, whoami: Whoami) -> None:
        self.whoami = whoami
        self.whoami_changed.emit(whoami)

    def set_setup(self, setup: SetUp) -> None:
        self.setup = setup
        self.setup_changed.emit(setup)

    def set_place(self, place: Place) -> None:
        if place != self.place:
            self.place = place
            self.place_changed.emit(place)
            self._tell_face()

    @property
    def face(self) -> str:
        """Of the place that is shown; what is no list of tickets or requests has but one."""
        queue = self.place.queue
        if not (holds_tickets(queue) or holds_requests(queue)):
            return "cards"
        return self.faces.get(queue, "table_above" if queue in TABLE_PLACES else self.settings.layout)

    def set_face(self, face: str) -> None:
        """For the place that is shown; other places keep theirs."""
        self.faces[self.place.queue] = face
        self._tell_face()

    def _tell_face(self) -> None:
        if self.face != self._face:
            self._face = self.face
            self.face_changed.emit(self.face)

    def set_selection(self, selection: tuple[Id, ...]) -> None:
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit(selection)

    def set_sought(self, sought: Sought | None) -> None:
        if sought != self.sought:
            self.sought = sought
            self.sought_changed.emit(sought)

    @property
    def shows_chosen(self) -> bool:
        """What was shown before stays until what was chosen comes: meanwhile nothing may be done to it."""
        if holds_requests(self.place.queue):
            return _are_shown(self.requests, self.request, self.several)
        return _are_shown(self.selection, self.detail, self.common)

    def set_detail(self, detail: TicketDetail | None) -> None:
        self.detail = detail
        self.detail_changed.emit(detail)

    def set_common(self, actions: tuple[Action, ...]) -> None:
        self.common = actions
        self.common_changed.emit(actions)

    def set_approvals(self, approvals: Approvals) -> None:
        if approvals != self.approvals or not self.approvals_known:
            self.approvals, self.approvals_known = approvals, True
            self.approvals_changed.emit(approvals)

    def set_requests(self, requests: tuple[Id, ...]) -> None:
        if requests != self.requests:
            self.requests = requests
            self.requests_changed.emit(requests)

    def set_request(self, detail: RequestDetail | None) -> None:
        self.request = detail
        self.request_changed.emit(detail)

    def want_request(self, request: Id) -> None:
        """Goes to the inbox in which it stands, and shows it there."""
        self.desk.ask(InboxOf(request, self.place.queue), partial(self._on_inbox, request))

    def _on_inbox(self, request: Id, inbox: str) -> None:
        if inbox:
            if inbox != self.place.queue:
                self.set_place(Place(inbox))
            self.request_wanted.emit(request)

    def set_several(self, several: tuple[Choosable, ...]) -> None:
        self.several = several
        self.several_changed.emit(several)

    def set_counts(self, counts: dict[str, int]) -> None:
        self.counts = counts
        self.counts_changed.emit(counts)

    def set_link(self, link: Link) -> None:
        if link != self.link:
            self.link = link
            self.link_changed.emit(link)

    def set_settings(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)
            self._tell_face()

    def change_settings(self, changes: Mapping[str, object]) -> None:
        """For this window; whoever changes them also saves them."""
        self.set_settings(replace(self.settings, **changes))  # type: ignore[arg-type]

    @property
    def hold(self) -> Instant:
        """Milliseconds in which a command can be taken back."""
        return self._hold if self._hold is not None else self.settings.hold_seconds * 1_000

    @property
    def held_now(self) -> tuple[Held, ...]:
        """What Undo would take back, the last given last."""
        now = self.desk.clock.now()
        return tuple(held for held in self._held_now if held.until > now)

    @property
    def reached(self) -> bool:
        """Whether it is decided now what is given: a desk without a server decides for itself."""
        return self.desk.sync is None or self.link.connected

    def allowed(self, command: str) -> Action | None:
        """What the rules say of a command for what is selected; None: it does not exist for this person here."""
        if holds_requests(self.place.queue):
            offered = self._of_requests()
        elif len(self.selection) > 1:
            offered = self.common
        elif self.detail is not None:
            offered = self.detail.actions
        else:
            offered = ()
        desk_wide = self.whoami.actions if self.whoami else ()
        return next((action for action in (*offered, *desk_wide) if action.command == command), None)

    def _of_requests(self) -> tuple[Action, ...]:
        if len(self.requests) > 1:
            return tuple(shared(self.several))
        return self.request.actions if self.request is not None else ()

    # ------------------------------------------------------------------ commands

    def give(
        self,
        *commands: Command,
        clears: tuple[str, str] | None = None,
        then: Callable[[Outcome], None] | None = None,
    ) -> None:
        """Gives commands to the desk as one, held where they can be undone; what became of it is told by signals."""
        hold = self._hold_of(commands)
        self.desk.do(*commands, hold=hold, clears=clears, then=partial(self._answered, commands, hold, then))

    def give_each(self, commands: tuple[Command, ...], *, clears: tuple[str, str] | None = None) -> None:
        """The same to several tickets: each succeeds or is refused for itself, and Undo takes back all of them.

        `clears` names a draft, which is kept as long as one was refused.
        """
        if len(commands) == 1:
            self.give(*commands, clears=clears)
            return
        gathering = _Gathering(len(commands), self._hold_of(commands), clears)
        for command in commands:
            self.desk.do(command, hold=gathering.hold, then=partial(self._collect, gathering, command))

    def undo(self, ids: tuple[Id, ...]) -> None:
        """Takes held commands back, the last given first."""
        held = next((held for held in self._held_now if held.ids == ids), None)
        if held is None:
            return
        self._forget(held)
        self.undoing.emit()
        for id in reversed(ids):
            self.desk.undo(id, lambda undone: self._on_undone(held, undone), lambda error: self._on_stuck(held, error))

    def take_back(self, entry: Id) -> None:
        """What waits for the server, held or not; its words come back as after Undo."""
        self.undoing.emit()
        self.desk.undo(entry, self._on_taken_back)

    def hold_for(self, ids: tuple[Id, ...], left: Instant) -> None:
        """Another end for what can still be taken back, while somebody looks at its Undo or has just looked away."""
        held = next((held for held in self.held_now if held.ids == ids), None)
        if held is not None:
            longer = replace(held, until=self.desk.clock.now() + left)
            self._held_now[self._held_now.index(held)] = longer
            self.desk.hold_until(ids, longer.until)
            QTimer.singleShot(left, self, lambda: self._forget(longer))

    def try_again(self) -> None:
        """What the disk kept from being done; without that, whether it can be written again."""
        failed, self._failed = self._failed, None
        if failed is not None and not any(isinstance(command, Reply | AddNote) for command in failed[0]):
            self.give(*failed[0], then=failed[1])
        else:
            self.settle()  # words stand in their composer again, and are sent from there

    def settle(self) -> None:
        """Makes true at once what could still be taken back."""
        self.desk.settle(everything=True)
        self._held_now.clear()
        self.held_changed.emit()
        self.settled.emit()

    def undo_last(self) -> None:
        if self.held_now:
            self.undo(self.held_now[-1].ids)

    def _hold_of(self, commands: tuple[Command, ...]) -> Instant:
        return self.hold if all(self._held(command) for command in commands) else 0

    def _held(self, command: Command) -> bool:
        if isinstance(command, EndTicket):
            return self.detail is not None and self.detail.staff
        return isinstance(command, HELD_COMMANDS)

    def _answered(
        self,
        commands: tuple[Command, ...],
        hold: Instant,
        then: Callable[[Outcome], None] | None,
        outcome: Outcome,
    ) -> None:
        if outcome.refusal is not None:
            self.refused.emit(outcome.refused, outcome.refusal)
        elif outcome.trouble is not None:
            self._failed = (commands, then)
            self.troubled.emit(outcome.trouble)
        else:
            self._failed = None
            self._tell_done(outcome.ids, commands, hold)
        if then is not None:
            then(outcome)

    def _tell_done(self, ids: tuple[Id, ...], commands: tuple[Command, ...], hold: Instant) -> None:
        if not hold:
            self.given.emit(commands)
            return
        self._keep(Held(ids, commands, self.desk.clock.now() + hold), hold)
        self.held.emit(ids, commands)

    def _collect(self, gathering: _Gathering, command: Command, outcome: Outcome) -> None:
        gathering.outcomes.append((command, outcome))
        if len(gathering.outcomes) < gathering.of:
            return
        outcomes = gathering.outcomes
        done = [(command, outcome) for command, outcome in outcomes if outcome.done]
        if gathering.clears is not None and len(done) == len(outcomes):
            self.desk.drop_draft(*gathering.clears)
        if done:
            ids = tuple(id for _, outcome in done for id in outcome.ids)
            self._tell_done(ids, tuple(command for command, _ in done), gathering.hold)
        trouble = next((outcome.trouble for _, outcome in outcomes if outcome.trouble), None)
        settled = ((command, outcome.refusal) for command, outcome in outcomes if outcome.trouble is None)
        self.many_done.emit(tuple(settled))
        if trouble is not None:
            self.troubled.emit(trouble)

    def _keep(self, held: Held, hold: Instant) -> None:
        self._held_now.append(held)
        QTimer.singleShot(hold, self, lambda: self._forget(held))
        self.held_changed.emit()

    def _forget(self, held: Held) -> None:
        if held in self._held_now:
            self._held_now.remove(held)
            self.held_changed.emit()

    def _on_undone(self, held: Held, undone: object) -> None:
        if undone is None:
            self.undo_missed.emit(held.commands)
        else:
            self.undone.emit(getattr(undone, "command", None))

    def _on_taken_back(self, undone: object) -> None:
        if undone is not None:
            self.undone.emit(getattr(undone, "command", None))

    def _on_stuck(self, held: Held, error: DeskError) -> None:
        """It could not be taken back and still is what it was: Undo may be tried again."""
        if held not in self._held_now:
            self._keep(held, max(0, held.until - self.desk.clock.now()))
        self.troubled.emit(error)


def _are_shown(chosen: tuple[Id, ...], shown: TicketDetail | RequestDetail | None, common: tuple[object, ...]) -> bool:
    """`common`: what may be done to several of them, empty until it is known."""
    if len(chosen) > 1:
        return bool(common)
    return not chosen or (shown is not None and shown.row.id == chosen[0])
