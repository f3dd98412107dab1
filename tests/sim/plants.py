# ruff: noqa: ANN001, ANN202  (each stands in for a function whose types are known)
"""Planted bugs: each takes one thing out of the protocol that must be there, and the simulation has to notice."""

from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from unittest.mock import patch

from sqlalchemy import delete, text, true

from agentdesk.domain import approvers as who
from agentdesk.domain import decisions, request_policy
from agentdesk.domain.commands import SETUP_COMMANDS
from agentdesk.domain.decisions import approvals, request_case
from agentdesk.domain.decisions.request_case import RequestCase
from agentdesk.domain.entities import Request
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.scheme import Scheme
from agentdesk.records.scopes import EVERYBODY
from agentdesk.server import authority, command_log, documents, pull
from agentdesk.server import push as pushing
from agentdesk.server.cursor import Place
from agentdesk.store import absorb, answers, base, bulk, drafts, exchange, outbox, pending, search, served
from agentdesk.store.checked import checked
from agentdesk.store.schema import OUTBOX, TABLES
from agentdesk.sync import engine
from tests.sim.server import FAR, ShuffledFeed

Plant = Callable[[], AbstractContextManager[object]]


def _no_claim() -> AbstractContextManager[object]:
    """The server forgets what it has judged."""

    def claim(connection, order):  # type: ignore[no-untyped-def]
        connection.execute(delete(command_log.COMMAND_LOG).where(command_log.COMMAND_LOG.c.id == order.sent.id))
        return _claim(connection, order)

    _claim = command_log.claim
    return patch.object(command_log, "claim", claim)


def _no_tombstone() -> AbstractContextManager[object]:
    """Nobody is told what has gone."""
    return patch.object(pull, "_gone", lambda *_: [])


def _gone_with_any_rev() -> AbstractContextManager[object]:
    """What has gone is named with the rev of whichever row came last, though rows come in any order."""

    def gone(steps, roots, answer):  # type: ignore[no-untyped-def]
        last = {step.root: step.rev for step in steps}
        return [(kind, id, last[kind, id]) for kind, id, _ in _gone(steps, roots, answer)]

    _gone = pull._gone
    return patch.object(pull, "_gone", gone)


def _gone_not_applied() -> AbstractContextManager[object]:
    return patch.object(absorb, "remove_root", lambda *_: frozenset())


def _early_drop() -> AbstractContextManager[object]:
    """What is sent is taken for answered."""

    def take(self, skip, *, only=None):  # type: ignore[no-untyped-def]
        sent = _take(self, skip, only=only)
        if sent is not None:
            self._do(lambda c: (outbox.remove(c, list(sent.lanes)), frozenset())[1])
        return sent

    _take = exchange.Exchange.take_push
    return patch.object(exchange.Exchange, "take_push", take)


def _cursor_before_data() -> AbstractContextManager[object]:
    """The cursor moves in a transaction of its own, first."""

    def absorb_pull(self, asked, reply):  # type: ignore[no-untyped-def]
        self._do(lambda c: (served.change(c, cursor=reply.cursor), frozenset())[1])
        self._do(lambda c: absorb._take(c, checked(reply.documents), (), reply.server_time))

    return patch.object(exchange.Exchange, "absorb_pull", absorb_pull)


def _draft_lost() -> AbstractContextManager[object]:
    """A refused command is dropped with its words."""
    return patch.object(drafts, "keep_returned", lambda *_, **__: None)


def _replay_after_answer() -> AbstractContextManager[object]:
    """What was applied is played once more, as if nobody had answered."""
    return patch.object(answers, "finish_seen", lambda *_: frozenset())


def _no_replay() -> AbstractContextManager[object]:
    """What waits vanishes from the view whenever the server speaks."""
    return patch.object(absorb.pending, "replay", lambda *_: frozenset())


def _no_rewind() -> AbstractContextManager[object]:
    return patch.object(absorb.pending, "rewind", lambda *_: frozenset())


def _same_rev_not_taken() -> AbstractContextManager[object]:
    """A row as new as the one that is here is dropped, though it may say more to its reader now."""
    return patch.multiple(bulk, _APPEND_ONLY=frozenset(TABLES), _upsert=bulk._upsert.__wrapped__)


def _late_reply_taken() -> AbstractContextManager[object]:
    """A page counts although it was asked for from elsewhere."""

    def pulled(connection, asked, reply, part, now):  # type: ignore[no-untyped-def]
        return _pull(connection, served.here(connection).cursor, reply, part, now)

    _pull = absorb.pull
    return patch.object(absorb, "pull", pulled)


def _scope_hash_ignored() -> AbstractContextManager[object]:
    """The feed goes on as if nothing had happened to anybody's rights."""
    return patch.object(pull, "hash_of", lambda _: "same")


def _reply_scopes_ignored() -> AbstractContextManager[object]:
    """Documents count with whatever rights they were read."""

    def push(connection, asked, reply, now):  # type: ignore[no-untyped-def]
        return _push(connection, asked, reply.model_copy(update={"scopes": served.here(connection).scopes}), now)

    def page(connection, asked, reply, part, now):  # type: ignore[no-untyped-def]
        boot = served.here(connection).bootstrap
        told = boot.scopes_hash if boot else ""
        return _page(connection, asked, reply.model_copy(update={"scopes": told}), part, now)

    _push, _page = absorb.push, absorb.page
    return patch.multiple(absorb, push=push, page=page)


def _scope_change_ignored() -> AbstractContextManager[object]:
    """Lost keys purge nothing."""
    return patch.object(absorb, "_shown_by", lambda *_: [])


def _after_ignored() -> AbstractContextManager[object]:
    """The server takes a command before the one it stands behind, and the desk sends all at once in any order."""

    def ready(connection, skip):  # type: ignore[no-untyped-def]
        found = list(_ready(connection, skip))
        return iter(found[::-1])

    _ready = exchange._ready
    return patch.object(exchange, "_ready", ready)


def _epoch_ignored() -> AbstractContextManager[object]:
    """A restored server is taken for the one that was."""

    def check(self, epoch):  # type: ignore[no-untyped-def]
        known = self._store.state().epoch
        return _check(self, epoch) if not known else False

    _check = engine.Engine._check_epoch
    return patch.object(engine.Engine, "_check_epoch", check)


def _journal_not_sent_again() -> AbstractContextManager[object]:
    """What a restored server has lost stays lost."""
    return patch.object(answers, "ask_again", lambda *_: None)


def _journal_dropped() -> AbstractContextManager[object]:
    """Answered entries are forgotten at once."""

    def finish(connection, ids, now):  # type: ignore[no-untyped-def]
        ids = list(ids)
        outbox.remove(connection, ids)
        return frozenset(("outbox", id) for id in ids)

    return patch.object(answers, "_finish", finish)


def _no_sweep() -> AbstractContextManager[object]:
    """What the restored server does not have stays."""
    return patch.object(absorb, "_sweep", lambda _: frozenset())


def _min_rev_of_page() -> AbstractContextManager[object]:
    """Of a root only what changed since the rows of this page is sent."""

    def since(earliest, keys, begun):  # type: ignore[no-untyped-def]
        return earliest.rev + 1

    return patch.object(pull, "_since", since)


def _gone_and_back_in_pieces() -> AbstractContextManager[object]:
    """What left somebody's sight and came back is sent as if it had never gone."""

    def since(earliest, keys, begun):  # type: ignore[no-untyped-def]
        return _since(replace(earliest, left=False), keys, begun)

    _since = pull._since
    return patch.object(pull, "_since", since)


def _notes_for_all() -> AbstractContextManager[object]:
    """Customers are sent what staff write for each other."""
    return read_without("_seen_parts", "readable")


def _everybody_sees() -> AbstractContextManager[object]:
    return read_without("_seen_tickets", "visible")


def read_without(statement: str, condition: str) -> AbstractContextManager[object]:
    """A statement of documents without its condition; those that are kept have it."""
    plants = ExitStack()
    plants.enter_context(patch.object(documents, condition, lambda *_: true()))
    plants.enter_context(patch.object(documents, statement, getattr(documents, statement).__wrapped__))
    return plants


def _base_not_kept() -> AbstractContextManager[object]:
    """What was there before is forgotten as soon as something waits."""
    return patch.object(base, "keep", lambda *_: None)


def _lanes_not_merged() -> AbstractContextManager[object]:
    """Entries that read each other's rows are rewound apart."""
    return patch.object(pending, "_behind", lambda rows, changed: set())


def _horizon_off_by_one() -> AbstractContextManager[object]:
    """The cursor moves over the stretch that is still being written."""

    def scan(self, connection, place, keys, most=30):  # type: ignore[no-untyped-def]
        found = _scan(self, connection, place, keys, most)
        return found if found.more else replace(found, end=Place(len(self.ends) + 1, FAR))

    _scan = ShuffledFeed.scan
    return patch.object(ShuffledFeed, "scan", scan)


def _file_not_asked_for() -> AbstractContextManager[object]:
    """The server takes a message whose file it does not have."""
    return patch.object(authority, "with_true_files", lambda connection, person, command: command)


def _file_not_sent_again() -> AbstractContextManager[object]:
    """A file that the server has lost counts as sent."""

    def wait(connection, id):  # type: ignore[no-untyped-def]
        outbox.change(connection, [id], state=outbox.QUEUED)
        return frozenset()

    return patch.object(answers, "_send_files_again", wait)


def _file_not_undone() -> AbstractContextManager[object]:
    """What is taken back comes without its files."""
    _written = drafts._written
    return patch.object(drafts, "_written", lambda command: (_written(command)[0], ()))


def _closed_takes_messages() -> AbstractContextManager[object]:
    """A reply is allowed wherever it is allowed somewhere."""

    def find(self, state, action, by, answer=None):  # type: ignore[no-untyped-def]
        found = _find(self, state, action, by, answer)
        if found is not None or action != "reply":
            return found
        others = (_find(self, other.id, action, by) for other in self.states)
        return next((replace(other, to=None) for other in others if other), None)

    _find = Scheme.find
    return patch.object(Scheme, "find", find)


def _not_in_the_log() -> AbstractContextManager[object]:
    """What is applied is not always written down."""

    def decide(envelope, rows):  # type: ignore[no-untyped-def]
        changed = _decide(envelope, rows)
        odd = int(envelope.id[7], 16) % 8 == 1
        return (*changed[:-1], replace(changed[-1], id=envelope.id)) if odd else changed

    _decide = authority.decide
    return patch.object(authority, "decide", decide)


def _counters_not_moved_by_bulk() -> AbstractContextManager[object]:
    """Pages of the server come past the counters."""
    return patch.object(bulk._Page, "_count", lambda self: Counter())


def _files_of_notes() -> AbstractContextManager[object]:
    """The index knows a message's files only where the ticket has some for everybody, when it is asked."""
    files = "coalesce((SELECT group_concat(name, ' ') FROM"
    asked = (
        str(search._ENTRIES)
        .replace(f" {files}", f" CASE WHEN t.has_files THEN {files}")
        .replace(", '') AS files", ", '') ELSE '' END AS files")
    )
    return patch.object(search, "_ENTRIES", text(asked))


# Not planted: that whoever reads more, or less, of the same tickets is not told to read them anew (`pull._told_anew`).
# Other guards hold that, too: a new key brings its tickets with all that may be read, what concerns the person and all
# of set-up come with every bootstrap, and a lost key brings everything. No history of 60 showed a difference.


def _journal_pruned_by_a_wrong_clock() -> AbstractContextManager[object]:
    """The seven days are counted by this computer's clock."""

    def tidy(self, now, server_now):  # type: ignore[no-untyped-def]
        _tidy(self, now, now)

    _tidy = exchange.Exchange.tidy
    return patch.object(exchange.Exchange, "tidy", tidy)


def _not_recovered() -> AbstractContextManager[object]:
    """What was under way at a kill waits for an answer for ever."""
    return patch.object(exchange.Exchange, "recover", lambda self: None)


def _refused_forgotten() -> AbstractContextManager[object]:
    """An entry that the rules do not allow now is dropped without a word."""

    def attempt(rows, entry):  # type: ignore[no-untyped-def]
        played = _attempt(rows, entry)
        if not played:
            rows.connection.execute(delete(OUTBOX).where(OUTBOX.c.id == entry.envelope.id))
        return played

    _attempt = pending._attempt
    return patch.object(pending, "_attempt", attempt)


# ------------------------------------------------------------------------- of approvals


class Whatever:
    """Equals everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


def _digest_ignored() -> AbstractContextManager[object]:
    """A decision holds whatever has become of what was seen."""
    return patch.object(approvals, "digest_of", lambda request, stage: Whatever())


def _stage_ignored() -> AbstractContextManager[object]:
    """What was meant for one stage lands on the one that is open by now."""
    both = ExitStack()
    both.enter_context(_digest_ignored())
    both.enter_context(patch.object(RequestCase, "open_stage", lambda self, stage: self.outlook.stage))
    return both


def _vote_counted_twice() -> AbstractContextManager[object]:
    def settled(rule, number, people, passes, rejects):  # type: ignore[no-untyped-def]
        return _settled(rule, number, people, 2 * passes, rejects)

    _settled = request_case.settled
    return patch.object(request_case, "settled", settled)


def _once_asked_always_asked() -> AbstractContextManager[object]:
    """Whoever was asked may decide, though the stage was handed on or the role was taken."""

    def approvers(self):  # type: ignore[no-untyped-def]
        return _approvers(self) | {one.person for one in self.candidates if one.position == self.request.stage}

    _approvers = RequestOutlook.approvers.func  # type: ignore[attr-defined]
    return patch.object(RequestOutlook, "approvers", property(approvers))


def _own_request_decided() -> AbstractContextManager[object]:
    both = ExitStack()
    for module in (who, request_policy):
        both.enter_context(patch.object(module, "decides_own", lambda *_: True))
    return both


def _approved_early() -> AbstractContextManager[object]:
    """A Pass shows what it does before the server has said so."""
    return patch.object(pending, "plays", lambda command: not isinstance(command, SETUP_COMMANDS))


def _winner_not_told() -> AbstractContextManager[object]:
    both = ExitStack()
    for module in (request_case, decisions):
        both.enter_context(patch.object(module, "too_late", lambda *_: None))
    return both


def _requests_for_all() -> AbstractContextManager[object]:
    """Who was asked for what is shown to everybody."""

    def audience(root, rows):  # type: ignore[no-untyped-def]
        return frozenset({EVERYBODY}) if isinstance(root, Request) else _audience(root, rows)

    _audience = documents.audience
    return patch.object(documents, "audience", audience)


def _part_taken_for_all() -> AbstractContextManager[object]:
    """Pages that were asked for before another epoch was known are read as if they were all there is."""

    def begin(connection, asked, reply, now):  # type: ignore[no-untyped-def]
        known = served.here(connection)
        if known is not None and known.bootstrap is not None:
            asked = asked.model_copy(update={"scopes": list(known.bootstrap.scopes)})
        return _begin(connection, asked, reply, now)

    _begin = absorb.begin
    return patch.object(absorb, "begin", begin)


def _handed_on_at_one_moment() -> AbstractContextManager[object]:
    """Who was handed a level last is told by the clock alone."""
    return patch.object(approvals, "last_transfer", lambda *_: None)


def _known_before_a_restore() -> AbstractContextManager[object]:
    """What a desk says it knows counts, though that is of a server that is gone."""

    def wanted(commands, accepted):  # type: ignore[no-untyped-def]
        return _wanted(commands, replace(accepted, results=[]))

    _wanted = pushing._wanted
    return patch.object(pushing, "_wanted", wanted)


PLANTS: Mapping[str, Plant] = {
    name.removeprefix("_").replace("_", "-"): plant
    for name, plant in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and callable(plant) and plant.__module__ == __name__
}
