"""The rules' no: a code that the window turns into words."""

from collections.abc import Mapping
from types import MappingProxyType


class Refused(Exception):
    """A command that the rules do not allow; nothing has been written.

    `code` is kebab-case and listed in CODES; `data` holds what the sentence needs (names, limits).
    """

    def __init__(self, code: str, **data: object) -> None:
        assert code in CODES, code
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, object] = MappingProxyType(data)


CODES = frozenset(
    {
        # what was asked for is not there, or not for this person
        "not-found",
        "not-allowed",
        "person-disabled",
        # the ticket's state says no
        "ticket-closed",
        "ticket-cancelled",
        "not-in-this-state",
        "handle-first",
        "already-handled",
        "already-handler",
        "no-email-thread",
        "handler-available",
        "no-form-needed",
        "already-rated",
        "rating-not-offered",
        "rating-too-early",
        "not-closed-yet",
        "already-exists",
        # what came with the command
        "bad-argument",
        "reason-required",
        "comment-required",
        "rating-required",
        "target-required",
        "text-required",
        "subject-required",
        "description-required",
        "type-required",
        "service-required",
        "agreement-required",
        "contact-required",
        "priority-required",
        "hours-only-with-mobile",
        "form-required",
        "mail-not-configured",
        "type-disabled",
        "service-disabled",
        "source-disabled",
        "not-a-handler",
        "wrong-source",
        "already-participant",
        "not-a-participant",
        "bad-link",
        # files
        "too-many-files",
        "file-too-large",
        "file-empty",
        "file-type-not-allowed",
        "file-type-mismatch",
        "file-damaged",
        "file-missing",
        "archive-unsafe",
        "file-infected",
        # channels
        "duplicate-message",
        "letter-too-large",
        # set-up
        "scheme-invalid",
        "scheme-state-removed",
        "scheme-unknown",
        "type-class-taken",
        "class-not-for-upstream",
        "name-taken",
        "name-required",
        "last-admin",
        "role-needs-scope",
        "unknown-command",
        "not-due",
        "needs-connection",
        # requests and their approval
        "already-decided",
        "request-withdrawn",
        "levels-not-here",
        "stage-not-open",
        "not-an-approver",
        "own-request",
        "operation-running",
        "not-decided-yet",
        "unknown-kind",
        "process-disabled",
        "not-within-your-rights",
        "not-a-member",
        "project-required",
        "domain-required",
        "role-required",
        "hosts-required",
        "vcpus-required",
        "memory-required",
        "size-required",
        "project-out-of-reach",
        "host-in-trash",
        "not-in-trash",
        "host-twice",
        "hosts-of-several-projects",
        "quota-exceeded",
        "quota-below-use",
        "provider-failed",
        "provider-timeout",
        "stage-required",
        "too-many-stages",
        "approver-required",
        "scope-not-for-kind",
        "number-required",
        "process-exists",
        "other-kind",
        "not-to-oneself",
        "bad-dates",
        # what only the server says
        "content-changed",
        "id-reuse",
        "too-old",
        "thread-too-long",
    }
)
