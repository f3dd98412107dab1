"""The life of a ticket once more, written from the rules alone: small tables that `decide()` is compared with.

A line of a table is one rule: `act: who: states > next with what it needs`. Without `>` the state stays.
`who if word` asks for more than a relation. A line that begins with `~` is where the rules leave it to the desk:
it may refuse, but if it allows, then so. What no line says is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

DAY = 24 * 60 * 60 * 1000
SEEN_BY_ORGANISATION = {"qiankun", "cloudpods", "reseller", "customer-hub", "agentdesk"}  # GU-37
DAYS_TO_ANSWER = {("cloudpods", "pending"): 3, ("guance-current", "feedback_provided"): 7}  # CP-43, GU-R1
FEEDBACK = {"guance-current": "yes", "reseller": "yes", "customer-hub": "yes", "agentdesk": "yes", "cloudpods": "maybe"}
"""Whether one may rate after the end (CS-30, RS-18): not in Guance (GU-20); Qiankun asks while confirming (QK-09)."""
RATED_WITH = {
    "qiankun": {"confirm yes", "confirm partly"},
    "cloudpods": {"end"},
    "agentdesk": {"confirm yes", "confirm partly", "end"},
}
"""The customer's acts that may bring the rating along (QK-09, CP-42)."""

STATES = {  # the first is where a ticket begins; in front of the bar they are open, behind it finished
    "guance": "pending processing | completed cancelled",  # GU-09 to GU-13
    "guance-current": "waiting_for_assignment waiting_for_feedback feedback_provided | closed cancelled",  # GU-R1
    "qiankun": "pending processing pending_feedback pending_reply pending_confirmation | closed cancelled",
    "cloudpods": "open in_process pending reopen | closed",  # CP-48
    "reseller": "unhandled accepted replied transferred returned | completed",  # RS-18a
    "customer-hub": "open | closed",  # CS-10
    "agentdesk": "pending processing feedback reply confirm | closed cancelled",
}
EVERY_SCHEME = """
note: handler, staff: OPEN
~note: admin: OPEN
follow_up: requester: FINAL
~follow_up: handler, staff, admin, domain_admin, participant, filer: FINAL
"""
ELSEWHERE = """
~priority, tags, move, add_participant, remove_participant, share: handler, staff, admin: OPEN
"""
"""Guance names every operation (GU-30, GU-31). The others tell of sorting only what stands in their tables (RS-11)."""

TABLES = {
    "guance": """
handle: handler, staff if free: pending > processing
forward: handler, staff if free: pending with target
forward: admin if lost: pending processing with target
~forward: admin if free: pending processing with target
complete: handler, staff if free: pending > completed
complete: handler: processing > completed
return_incomplete: handler if form, staff if free form: pending
reply: handler: processing
reply: requester: pending processing
cancel: requester: pending > cancelled
""",
    "guance-current": """
handle: handler, staff if free: waiting_for_assignment > waiting_for_feedback
~handle: staff: waiting_for_assignment > waiting_for_feedback
~forward: handler, staff, admin: waiting_for_assignment > waiting_for_feedback with target
~forward: handler, admin: waiting_for_feedback feedback_provided with target
reply: handler: waiting_for_feedback > feedback_provided
reply: handler: feedback_provided
reply: requester: waiting_for_assignment waiting_for_feedback
reply: requester: feedback_provided > waiting_for_feedback
cancel: requester: waiting_for_assignment > cancelled
end: requester, system: OPEN > closed
auto_close: system if overdue: feedback_provided > closed
""",
    "qiankun": """
handle: handler, staff if free: pending pending_reply > processing
handle: staff if free: processing pending_feedback pending_confirmation
forward: handler, staff: OPEN with target
~forward: admin: OPEN with target
reply: handler: processing pending_reply > pending_feedback
reply: handler: pending_feedback
reply: requester: pending processing pending_reply
reply: requester: pending_feedback pending_confirmation > pending_reply
complete: handler: processing pending_feedback pending_reply > pending_confirmation
confirm yes, confirm partly: requester: pending_confirmation > closed with rating
confirm no: requester: pending_confirmation > pending_reply
cancel: requester: pending > cancelled
""",
    "cloudpods": """
handle: handler, staff if free, admin if free: open reopen > in_process
~handle: staff, admin: open reopen > in_process
~forward: handler, staff, admin: OPEN with target
reply: handler: in_process > pending
reply: handler: pending
reply: requester: open in_process reopen
reply: requester: pending > reopen
end: requester: OPEN > closed with solved rating
auto_close: system if overdue: pending > closed
""",
    "reseller": """
handle: handler, staff if free: unhandled > accepted
~handle: staff: unhandled > accepted
~forward: handler, staff, admin: OPEN with target
reply: handler: accepted returned > replied
reply: handler: replied transferred
reply: requester: OPEN
~reply: upstream: transferred
move: handler: accepted replied transferred returned
end: handler: accepted replied transferred returned > completed
~end: staff, admin: accepted replied transferred returned > completed
""",
    "customer-hub": """
~handle: handler, staff: open
~forward: handler, staff, admin: open with target
reply: handler: open
reply: requester if letter, domain_admin if letter: open
end: requester, handler, admin: open > closed
~follow_up: requester, domain_admin, participant: open
""",
    "agentdesk": """
handle: handler, staff: pending > processing
handle: staff: processing feedback reply
~handle: handler: reply > processing
forward: handler: pending processing feedback reply
forward: staff: pending
~forward: handler, staff, admin: OPEN
complete: handler: pending > closed
complete: handler: processing feedback reply > confirm
confirm yes, confirm partly: requester: confirm > closed
confirm no: requester: confirm > reply
reply: handler: processing reply > feedback
reply: handler: feedback
reply: requester: pending processing reply
reply: requester: feedback confirm > reply
end: handler, requester: processing feedback reply confirm > closed
~end: admin: OPEN > closed
cancel: requester: pending > cancelled
""",
}


@dataclass(frozen=True)
class Who:
    """Somebody, and what they are on the desk; `serves` is being on the handlers list of the ticket's source."""

    name: str
    organisation: str = ""
    serves: bool = False
    admin: bool = False
    leads: bool = False  # domain_admin of the organisation
    upstream: bool = False
    system: bool = False


@dataclass(frozen=True)
class Life:
    """What the rules need to know of a ticket, and what they change."""

    scheme: str
    state: str
    requester: Who
    since: int
    handler: Who | None = None
    filed_by: Who | None = None  # in the requester's name
    participants: frozenset[Who] = frozenset()
    disabled: frozenset[Who] = frozenset()
    off_list: frozenset[Who] = frozenset()  # no longer on the handlers list
    letter: bool = False  # it has a thread of its own: not a call, a chat or a conference
    form: bool = False  # of a type with a required form
    rated: bool = False
    replies: int = 0
    notes: int = 0


@dataclass(frozen=True)
class Wish:
    act: str
    at: int
    to: Who | None = None
    solved: str = ""
    rating: int | None = None


@dataclass(frozen=True)
class Rule:
    act: str
    who: str
    states: frozenset[str]
    next: str
    conditions: tuple[str, ...]
    needs: tuple[str, ...]
    certain: bool


@dataclass(frozen=True)
class Verdict:
    """`yes`, `no`, or `maybe` where the rules leave it to the desk; and the ticket if it is done."""

    word: Literal["yes", "no", "maybe"]
    life: Life
    rules: tuple[Rule, ...] = ()


def states_of(scheme: str) -> tuple[list[str], list[str]]:
    alive, finished = STATES[scheme].split("|")
    return alive.split(), finished.split()


@cache
def rules_of(scheme: str) -> tuple[Rule, ...]:
    lines = (TABLES[scheme] + EVERY_SCHEME + (ELSEWHERE if scheme != "guance" else "")).split("\n")
    return tuple(rule for line in lines if line for rule in _rules_in(line, scheme))


def _rules_in(line: str, scheme: str) -> Iterator[Rule]:
    acts, people, rest = line.removeprefix("~").split(": ")
    rest, _, needs = rest.partition(" with ")
    names, _, following = rest.partition(" > ")
    alive, finished = states_of(scheme)
    states = frozenset({"OPEN": alive, "FINAL": finished}.get(names, names.split()))
    for act in acts.split(", "):
        for person in people.split(", "):
            who, _, words = person.partition(" if ")
            yield Rule(act, who, states, following, tuple(words.split()), tuple(needs.split()), line[0] != "~")


def relations(life: Life, who: Who) -> set[str]:
    """What somebody is to a ticket; `staff` is any other handler of its source, `filer` filed it for its requester."""
    if who in life.disabled:
        return set()
    found = {name for name in ("admin", "upstream", "system") if getattr(who, name)}
    if who == life.handler and (assignable(life, who) or who.admin):
        found.add("handler")
    elif assignable(life, who):
        found.add("staff")
    if who == life.requester:
        found.add("requester")
    if who in life.participants:
        found.add("participant")
    if who == life.filed_by:
        found.add("filer")
    if who.leads and who.organisation == life.requester.organisation and life.scheme in SEEN_BY_ORGANISATION:
        found.add("domain_admin")
    return found


def assignable(life: Life, who: Who) -> bool:
    """On the handlers list, and there (GU-34)."""
    return who.serves and who not in life.disabled | life.off_list


def sees(life: Life, who: Who) -> bool:
    """The submitter, those linked, the staff of the source, administrators, and who leads the organisation (GU-37)."""
    return bool(relations(life, who) - {"upstream", "system", "filer"})


def lingers(life: Life, who: Who) -> bool:
    """Who had it or filed it and left the handlers list: the rules leave it to the desk whether they still see it."""
    return who in (life.handler, life.filed_by) and who in life.off_list - life.disabled


def sees_notes(life: Life, who: Who) -> bool:
    return bool(relations(life, who) & {"handler", "staff", "admin"})


def verdict(life: Life, who: Who, wish: Wish) -> Verdict:
    """Whether somebody may do that now, and what becomes of the ticket."""
    if wish.act == "rate":
        return _rating(life, who)
    act = f"confirm {wish.solved}" if wish.act == "confirm" else wish.act
    fitting = tuple(rule for rule in rules_of(life.scheme) if rule.act == act and _fits(rule, life, who, wish))
    if wish.rating is not None and act not in RATED_WITH.get(life.scheme, ()):
        fitting = ()
    elif wish.rating is not None:
        fitting = tuple(rule for rule in fitting if rule.who == "requester")
    certain = tuple(rule for rule in fitting if rule.certain)
    if not fitting or not _makes_sense(life, wish):
        return Verdict("no", life)
    rules = certain or fitting
    return Verdict("yes" if certain else "maybe", _after(life, who, wish, rules[0].next), rules)


def _fits(rule: Rule, life: Life, who: Who, wish: Wish) -> bool:
    days = DAYS_TO_ANSWER.get((life.scheme, life.state))
    true = {
        "free": life.handler is None,
        "lost": life.handler is not None and not assignable(life, life.handler),
        "form": life.form,
        "letter": life.letter,
        "overdue": days is not None and wish.at - life.since > days * DAY,
    }
    given = {"target": wish.to is not None, "solved": bool(wish.solved), "rating": wish.rating is not None}
    return (
        rule.who in relations(life, who)
        and life.state in rule.states
        and all(true[word] for word in rule.conditions)
        and all(given[word] for word in rule.needs)
    )


def _makes_sense(life: Life, wish: Wish) -> bool:
    """A ticket goes to another person on the handlers list, or back to the queue; nobody is linked twice."""
    if wish.act == "forward":
        return wish.to != life.handler and (wish.to is None or assignable(life, wish.to))
    if wish.act == "add_participant":
        return wish.to not in life.participants and wish.to != life.requester
    return wish.act != "remove_participant" or wish.to in life.participants


def _after(life: Life, who: Who, wish: Wish, following: str) -> Life:
    state = following or life.state
    done_by = life.handler or who
    handler = {"handle": who, "forward": wish.to, "complete": done_by}.get(wish.act, life.handler)
    one = {wish.to} if wish.to else set()
    linked = {
        "add_participant": life.participants | one,
        "remove_participant": life.participants - one,
    }.get(wish.act, life.participants)
    return replace(
        life,
        state=state,
        since=life.since if state == life.state else wish.at,  # the days run on from the first entry (CP-43, CP-47)
        handler=handler,
        participants=linked,
        form=life.form and wish.act != "move",  # moved to a type without one
        rated=life.rated or (wish.act in ("confirm", "end") and wish.rating is not None),
        replies=life.replies + (wish.act == "reply"),
        notes=life.notes + (wish.act == "note"),
    )


def _rating(life: Life, who: Who) -> Verdict:
    """Feedback is the submitter's, once, after the end, whoever closed (CS-30); nobody rates what was cancelled."""
    rated = replace(life, rated=True)
    answer = FEEDBACK.get(life.scheme)
    ended = life.state in states_of(life.scheme)[1] and life.state != "cancelled"
    if answer is None or life.rated or not ended or "requester" not in relations(life, who):
        return Verdict("no", life)
    return Verdict("maybe" if answer == "maybe" else "yes", rated)
