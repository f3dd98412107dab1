"""What the system itself has to do with a request: carry it out, ask again, remind, escalate."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from agentdesk.domain.approvers import stage_at
from agentdesk.domain.commands import EscalateStage, RecordExecution, RemindStage
from agentdesk.domain.commands.base import COMMENT
from agentdesk.domain.due import escalates_at, reminds_at
from agentdesk.domain.entities import Request, Stage
from agentdesk.domain.quorum import reachable
from agentdesk.domain.reader import Reader
from agentdesk.domain.request_policy import RequestOutlook
from agentdesk.domain.standing import SYSTEM
from agentdesk.domain.text import squash
from agentdesk.domain.values import Execution, Instant, RequestState

Due = RecordExecution | EscalateStage | RemindStage


class ResourceProvider(Protocol):
    """Carries out what was approved. Each operation is idempotent by the id of its request."""

    def perform(self, request: Request) -> RecordExecution | None:
        """What became of the present attempt; None while it still runs.

        It is asked at every look until there is an answer, so it begins nothing twice. What it raises is recorded as
        the failure of the request. One that may block or never answer is asked through `Attended` (attending.py).
        """
        ...


class EmbeddedProvider:
    """The desk's own inventory: the rules themselves carry it out (inventory.py)."""

    def perform(self, request: Request) -> RecordExecution | None:
        return RecordExecution(request=request.id, attempt=request.attempts)


EMBEDDED = EmbeddedProvider()


def due_in(requests: Iterable[Request], reader: Reader, provider: ResourceProvider, now: Instant) -> Iterator[Due]:
    """At most one command for each of these open requests."""
    for request in requests:
        command = _executed(request, provider) or _overdue(request, reader, now)
        if command is not None:
            yield command


def _executed(request: Request, provider: ResourceProvider) -> RecordExecution | None:
    if request.execution is not Execution.RUNNING:
        return None
    try:
        answer = provider.perform(request)
        return _recordable(answer) if answer is not None and fits(answer, request) else None
    except Exception as error:  # noqa: BLE001  (a provider's failure is the request's, not ours)
        return failed(request, str(error) or type(error).__name__)


def fits(answer: RecordExecution, request: Request) -> bool:
    """An answer about another attempt is none."""
    return (answer.request, answer.attempt) == (request.id, request.attempts)


def failed(request: Request, why: str) -> RecordExecution:
    """Nothing was carried out."""
    answer = RecordExecution(request=request.id, attempt=request.attempts, inventory=False, failure=why)
    return _recordable(answer)


def _recordable(answer: RecordExecution) -> RecordExecution:
    """Words that are too long or unreadable would never be recorded, and a failure without words is still one."""
    if not answer.failure:
        return answer
    return replace(answer, failure=squash(answer.failure, COMMENT) or "provider-failed")


def _overdue(request: Request, reader: Reader, now: Instant) -> EscalateStage | RemindStage | None:
    if request.state is not RequestState.IN_APPROVAL:
        return None
    stage = stage_at(request, request.stage, reader)
    if stage is None:
        return None
    if request.escalated is None and _is_past(now, escalates_at(request, stage)):
        return EscalateStage(request=request.id, stage=stage.id)
    if request.reminded is None and _is_past(now, reminds_at(request, stage)):
        return RemindStage(request=request.id, stage=stage.id)
    return RemindStage(request=request.id, stage=stage.id) if _asks_others_now(request, stage, reader, now) else None


def _asks_others_now(request: Request, stage: Stage, reader: Reader, now: Instant) -> bool:
    """Roles or people have changed since the stage was opened."""
    outlook = RequestOutlook(request, SYSTEM, reader, now)
    asked = {one.person for one in outlook.candidates if one.position == stage.position and one.active}
    enough = reachable(stage.rule, stage.number, len(outlook.approvers | outlook.votes.keys()))
    return asked != outlook.approvers - outlook.votes.keys() or request.blocked is enough


def _is_past(now: Instant, end: Instant | None) -> bool:
    return end is not None and now > end
