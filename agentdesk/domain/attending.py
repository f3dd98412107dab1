"""Waiting for a provider that somebody else runs: apart from everybody else's work, and not for ever."""

from collections.abc import Callable
from dataclasses import dataclass

from agentdesk.domain.commands import RecordExecution
from agentdesk.domain.entities import Request
from agentdesk.domain.request_due import ResourceProvider, failed, fits
from agentdesk.domain.values import Id, Instant

LIMIT: Instant = 10 * 60_000
"""So long an attempt may take."""
TOO_SLOW = "provider-timeout"
Apart = Callable[[Callable[[], None]], None]
"""Does a job elsewhere: whoever calls it goes on at once."""


@dataclass(slots=True)
class _Attempt:
    number: int
    began: Instant
    asking: bool = False
    """A call has not come back yet; until it has, there is no second one."""
    answer: RecordExecution | None = None


class Attended:
    """A provider whose calls may block, raise or never come back, as one that answers at once.

    Each look fetches what was answered since the last one. An attempt without an answer after `limit` milliseconds has
    failed; what is said of it later is not heard, and the applicant tries again (HZ-06).
    """

    def __init__(
        self, provider: ResourceProvider, apart: Apart, now: Callable[[], Instant], limit: Instant = LIMIT
    ) -> None:
        self._provider, self._apart, self._now, self._limit = provider, apart, now, limit
        self._attempts: dict[Id, _Attempt] = {}

    def perform(self, request: Request) -> RecordExecution | None:
        attempt = self._attempt_of(request)
        if attempt.answer is None and not attempt.asking:
            self._ask(request, attempt)
        if attempt.answer is None and self._now() - attempt.began > self._limit:
            attempt.answer = failed(request, TOO_SLOW)
        return attempt.answer

    def _attempt_of(self, request: Request) -> _Attempt:
        known = self._attempts.get(request.id)
        if known is None or known.number != request.attempts:
            self._forget_old()
            known = self._attempts[request.id] = _Attempt(request.attempts, self._now())
        return known

    def _ask(self, request: Request, attempt: _Attempt) -> None:
        attempt.asking = True

        def job() -> None:
            try:
                answer = self._provider.perform(request)
            except Exception as error:  # noqa: BLE001  (a provider's failure is the request's, not ours)
                answer = failed(request, str(error) or type(error).__name__)
            if attempt.answer is None and answer is not None and fits(answer, request):
                attempt.answer = answer
            attempt.asking = False

        self._apart(job)

    def _forget_old(self) -> None:
        """Of what was answered long ago; it has been recorded, or is asked again."""
        end = self._now() - 2 * self._limit
        for id in [id for id, one in self._attempts.items() if one.answer is not None and one.began < end]:
            del self._attempts[id]
