"""Why the rules say no to a request or a decision."""

from collections.abc import Mapping
from types import MappingProxyType

from ui.words.phrase import QT_TRANSLATE_NOOP, say

APPROVING: Mapping[str, str] = MappingProxyType(
    {
        "already-decided": QT_TRANSLATE_NOOP("Refusals", "This has already been decided."),
        "request-withdrawn": QT_TRANSLATE_NOOP("Refusals", "The request was withdrawn by its applicant."),
        "levels-not-here": QT_TRANSLATE_NOOP(
            "Refusals",
            "The levels of this request have not been read from the server yet. Try again in a moment.",
        ),
        "stage-not-open": QT_TRANSLATE_NOOP(
            "Refusals", "This level is not open yet; the one before it must pass first."
        ),
        "not-an-approver": QT_TRANSLATE_NOOP("Refusals", "You do not decide this level."),
        "own-request": QT_TRANSLATE_NOOP("Refusals", "Nobody decides their own request here."),
        "operation-running": QT_TRANSLATE_NOOP("Refusals", "The operation is running. Wait until it ends."),
        "not-decided-yet": QT_TRANSLATE_NOOP("Refusals", "The request has not passed all levels yet."),
        "unknown-kind": QT_TRANSLATE_NOOP("Refusals", "There are no requests of this kind. File a ticket instead."),
        "process-disabled": QT_TRANSLATE_NOOP(
            "Refusals", "Nobody is set up to approve this, so it cannot be requested now."
        ),
        "not-within-your-rights": QT_TRANSLATE_NOOP(
            "Refusals", "Your role does not include this. An administrator can do it."
        ),
        "not-a-member": QT_TRANSLATE_NOOP("Refusals", "You are not a member of this project. Apply to join it first."),
        "project-required": QT_TRANSLATE_NOOP("Refusals", "Choose a project."),
        "domain-required": QT_TRANSLATE_NOOP("Refusals", "Choose a domain."),
        "role-required": QT_TRANSLATE_NOOP("Refusals", "Choose a role."),
        "hosts-required": QT_TRANSLATE_NOOP("Refusals", "Choose at least one host."),
        "vcpus-required": QT_TRANSLATE_NOOP("Refusals", "Say how many vCPUs."),
        "memory-required": QT_TRANSLATE_NOOP("Refusals", "Say how much memory."),
        "size-required": QT_TRANSLATE_NOOP("Refusals", "Give at least one size."),
        "project-out-of-reach": QT_TRANSLATE_NOOP(
            "Refusals", "This project is not of the applicant's domain. Choose another one."
        ),
        "host-in-trash": QT_TRANSLATE_NOOP("Refusals", "The host “{name}” is in the trash. Restore it first."),
        "not-in-trash": QT_TRANSLATE_NOOP("Refusals", "“{name}” is not in the trash."),
        "host-twice": QT_TRANSLATE_NOOP("Refusals", "A host is named twice."),
        "hosts-of-several-projects": QT_TRANSLATE_NOOP(
            "Refusals", "The hosts belong to several projects. Make one request for each."
        ),
        "quota-exceeded": QT_TRANSLATE_NOOP(
            "Refusals", "The quota does not allow this ({size}). Ask for a larger quota, or for less."
        ),
        "quota-below-use": QT_TRANSLATE_NOOP("Refusals", "More is in use already than this quota allows ({size})."),
        "provider-failed": QT_TRANSLATE_NOOP(
            "Refusals", "Whoever carries it out gave no reason. Try again; if it fails once more, ask an administrator."
        ),
        "provider-timeout": QT_TRANSLATE_NOOP(
            "Refusals", "Whoever carries it out did not answer in time. Nothing is lost: try again later."
        ),
        "stage-required": QT_TRANSLATE_NOOP("Refusals", "Add at least one level."),
        "too-many-stages": QT_TRANSLATE_NOOP("Refusals", "At most {most} levels are possible here."),
        "approver-required": QT_TRANSLATE_NOOP("Refusals", "Choose a role or a person for the level “{name}”."),
        "scope-not-for-kind": QT_TRANSLATE_NOOP("Refusals", "This kind of request has no approvers of that range."),
        "number-required": QT_TRANSLATE_NOOP("Refusals", "Say how many must pass the level “{name}”."),
        "process-exists": QT_TRANSLATE_NOOP("Refusals", "There is already a process for this kind. Change that one."),
        "other-kind": QT_TRANSLATE_NOOP("Refusals", "The process is for another kind of request."),
        "not-to-oneself": QT_TRANSLATE_NOOP("Refusals", "Choose somebody else."),
        "bad-dates": QT_TRANSLATE_NOOP("Refusals", "The end must lie after the beginning, and in the future."),
    }
)
_UNSIZED: Mapping[str, str] = MappingProxyType(
    {
        "quota-exceeded": QT_TRANSLATE_NOOP(
            "Refusals", "The quota does not allow this. Ask for a larger quota, or for less."
        ),
        "quota-below-use": QT_TRANSLATE_NOOP("Refusals", "More is in use already than this quota allows."),
    }
)
_SIZES: Mapping[str, str] = MappingProxyType(
    {
        "vcpus": QT_TRANSLATE_NOOP("Refusals", "vCPU"),
        "memory_gib": QT_TRANSLATE_NOOP("Refusals", "Memory"),
        "disk_gib": QT_TRANSLATE_NOOP("Refusals", "Disk"),
    }
)


def of_quota(code: str, values: Mapping[str, object]) -> str | None:
    """Which size it is about, where that is known: of what failed only the code is kept. None: another matter."""
    if code not in _UNSIZED:
        return None
    size = _SIZES.get(str(values.get("size")))
    if size is None:
        return say("Refusals", _UNSIZED[code])
    return say("Refusals", APPROVING[code], {"size": say("Refusals", size)})
