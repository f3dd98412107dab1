"""A ticket's story: who did what and when; and the commands that tell it to the desk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from agentdesk.demo.seed import fixed_id, timed_id
from agentdesk.demo.words import to_html
from agentdesk.domain.commands import (
    AddNote,
    AddParticipant,
    CancelTicket,
    Command,
    CompleteTicket,
    ConfirmTicket,
    EndTicket,
    FollowUpTicket,
    ForwardTicket,
    HandleTicket,
    LogCall,
    RateTicket,
    ReceiveEmail,
    Reply,
    ReturnIncomplete,
    SetPriority,
    SetTags,
    ShareLink,
    SubmitTicket,
)
from agentdesk.domain.values import Channel, Id, Instant, Priority, Solved

_GLAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing somebody did. `value` is a person, a priority, a word list or an address, as `do` needs it."""

    at: Instant
    by: str
    do: str
    text: str = ""
    value: str = ""
    files: tuple[str, ...] = ()
    rating: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A ticket from its first word on; `key` is its name in the demo's content and never shown."""

    key: str
    source: Id
    requester: str
    requester_name: str
    requester_address: str
    subject: str = ""
    type: str = ""
    service: str = ""
    priority: Priority = Priority.NONE
    contact: str = ""
    contact_hours: str = ""
    business: tuple[str, str, str] = ("", "", "")
    follows: str = ""
    acts: tuple[Act, ...] = field(default=())

    @property
    def ticket(self) -> Id:
        return timed_id(self.acts[0].at, self.key)

    @property
    def mail_id(self) -> str:
        """Message-ID of the letter that founded it; later letters refer to it."""
        return f"<{self.ticket[-12:]}@{self.requester_address.partition('@')[2]}>"


def commands_of(story: Story) -> Iterator[tuple[Act, Command]]:
    for number, act in enumerate(story.acts):
        message = timed_id(act.at, f"{story.key}/{number}")
        yield act, _COMMANDS[act.do](story, act, message)


# ------------------------------------------------------------------------------------- how a ticket begins


def _submit(story: Story, act: Act, message: Id) -> Command:
    return SubmitTicket(
        ticket=story.ticket,
        message=message,
        source=story.source,
        subject=story.subject,
        body_html=to_html(act.text),
        type=type_id(story.source, story.type) if story.type else None,
        service=service_id(story.source, story.service) if story.service else None,
        priority=story.priority,
        requester=None if act.by == story.requester else person_id(story.requester),
        contact=story.contact,
        contact_hours=story.contact_hours,
        agreed=True,
        business_id=story.business[0],
        business_ip=story.business[1],
        business_type=story.business[2],
        channel=Channel(act.value or "desk"),
    )


def _follow_up(story: Story, act: Act, message: Id) -> Command:
    return FollowUpTicket(
        ticket=story.follows,
        new_ticket=story.ticket,
        message=message,
        subject=story.subject,
        body_html=to_html(act.text),
        contact=story.contact,
        agreed=True,
    )


def _email(story: Story, act: Act, message: Id) -> Command:
    """The founding letter, or one that answers it."""
    first = act is story.acts[0]
    return ReceiveEmail(
        ticket=story.ticket,
        message=message,
        source=story.source,
        sender_name=story.requester_name,
        sender_address=story.requester_address,
        subject=story.subject if first else f"Re: {story.subject}",
        at=act.at,
        mail_id=story.mail_id if first else f"<{message[-12:]}@{story.requester_address.partition('@')[2]}>",
        references=() if first else (story.mail_id,),
        recipients=(f"support+{story.source}@northwind.example",),
        body_html=to_html(act.text),
    )


def _call(story: Story, act: Act, message: Id) -> Command:
    return LogCall(
        ticket=story.ticket,
        message=message,
        source=story.source,
        requester=person_id(story.requester),
        subject=story.subject,
        body_html=to_html(act.text),
        minutes=int(act.value),
        at=act.at,
    )


# -------------------------------------------------------------------------------------- how a ticket goes on


def _handle(story: Story, act: Act, message: Id) -> Command:
    return HandleTicket(ticket=story.ticket)


def _forward(story: Story, act: Act, message: Id) -> Command:
    return ForwardTicket(
        ticket=story.ticket,
        to=person_id(act.value) if act.value else None,
        note_html=to_html(act.text) if act.text else "",
    )


def _reply(story: Story, act: Act, message: Id) -> Command:
    return Reply(ticket=story.ticket, message=message, body_html=to_html(act.text))


def _note(story: Story, act: Act, message: Id) -> Command:
    return AddNote(ticket=story.ticket, message=message, body_html=to_html(act.text))


def _complete(story: Story, act: Act, message: Id) -> Command:
    return CompleteTicket(ticket=story.ticket, comment=act.text)


def _confirm(story: Story, act: Act, message: Id) -> Command:
    return ConfirmTicket(ticket=story.ticket, solved=_solved(act.rating), rating=act.rating, comment=act.text)


def _refuse(story: Story, act: Act, message: Id) -> Command:
    return ConfirmTicket(ticket=story.ticket, solved=Solved.NO, comment=act.text)


def _end(story: Story, act: Act, message: Id) -> Command:
    return EndTicket(ticket=story.ticket, solved=_solved(act.rating), rating=act.rating, comment=act.text)


def _close(story: Story, act: Act, message: Id) -> Command:
    """Staff ends it: how well it went is not theirs to say."""
    return EndTicket(ticket=story.ticket, comment=act.text)


def _solved(rating: int | None) -> Solved:
    """Whoever closes a ticket with few stars found it solved in part."""
    return Solved.YES if rating is None or rating >= _GLAD else Solved.PARTLY


def _cancel(story: Story, act: Act, message: Id) -> Command:
    return CancelTicket(ticket=story.ticket, reason=act.text)


def _incomplete(story: Story, act: Act, message: Id) -> Command:
    return ReturnIncomplete(ticket=story.ticket, reason=act.text)


def _rate(story: Story, act: Act, message: Id) -> Command:
    return RateTicket(ticket=story.ticket, rating=act.rating or 1, comment=act.text)


def _priority(story: Story, act: Act, message: Id) -> Command:
    return SetPriority(ticket=story.ticket, priority=Priority(act.value))


def _tags(story: Story, act: Act, message: Id) -> Command:
    return SetTags(ticket=story.ticket, add=tuple(act.value.split()))


def _link(story: Story, act: Act, message: Id) -> Command:
    return ShareLink(ticket=story.ticket, link=message, title=act.text, url=act.value)


def _participant(story: Story, act: Act, message: Id) -> Command:
    return AddParticipant(ticket=story.ticket, person=person_id(act.value))


_COMMANDS: dict[str, Callable[[Story, Act, Id], Command]] = {
    "submit": _submit,
    "follow_up": _follow_up,
    "email": _email,
    "call": _call,
    "handle": _handle,
    "forward": _forward,
    "reply": _reply,
    "note": _note,
    "complete": _complete,
    "confirm": _confirm,
    "refuse": _refuse,
    "end": _end,
    "close": _close,
    "cancel": _cancel,
    "incomplete": _incomplete,
    "rate": _rate,
    "priority": _priority,
    "tags": _tags,
    "link": _link,
    "participant": _participant,
}


# ----------------------------------------------------------------------------------------------------- names


def person_id(user_name: str) -> Id:
    """Everybody but the maker of the desk, whose id the desk chose itself, is known by their user name."""
    return fixed_id("person", user_name)


def type_id(source: Id, name: str) -> Id:
    return fixed_id("type", f"{source}/{name}")


def service_id(source: Id, name: str) -> Id:
    return fixed_id("service", f"{source}/{name}")
