"""Questions that the tests of the shipped schemes ask them."""

from collections.abc import Mapping

from agentdesk.domain.scheme import ACTIONS, Scheme, Transition, parse_scheme
from agentdesk.schemes import shipped

IDS = ("agentdesk", "cloudpods", "customer-hub", "guance", "guance-current", "qiankun", "reseller")
SCHEMES: Mapping[str, Scheme] = {id_: parse_scheme(text, f"{id_}.toml") for id_, text in shipped().items()}
GUANCE, CURRENT, QIANKUN = SCHEMES["guance"], SCHEMES["guance-current"], SCHEMES["qiankun"]
CLOUDPODS, RESELLER, HUB, OWN = (SCHEMES[id_] for id_ in ("cloudpods", "reseller", "customer-hub", "agentdesk"))
EVERYWHERE = {"add_note"}
FILING = {"set_priority", "set_tags", "move_ticket", "add_participant", "remove_participant", "share_link"}
"""What sorts a ticket without moving it on."""
LATER = {
    *("append_chat", "schedule_conference", "accept_conference", "set_proxy_login"),
    *("grant_authorization", "refuse_authorization", "revoke_authorization"),
    *("advance_escalation", "set_escalation_estimate", "confirm_fix", "report_not_fixed", "sync_link"),
}
"""What goes on beside the ticket's own states."""


def found(scheme: Scheme, state: str, action: str, by: str, answer: str | None = None) -> Transition:
    transition = scheme.find(state, action, by, answer)
    assert transition is not None, (scheme.id, state, action, by)
    return transition


def offered(scheme: Scheme, state: str, by: str, besides: set[str] = EVERYWHERE) -> set[str]:
    return {action for action in ACTIONS if scheme.find(state, action, by)} - besides


def leads(scheme: Scheme, action: str, by: str, answer: str | None = None) -> dict[str, str]:
    """State -> next state, in every state where this part may do it."""
    here = {state.id: scheme.find(state.id, action, by, answer) for state in scheme.states}
    return {state: one.to or state for state, one in here.items() if one}


def kinds(scheme: Scheme) -> dict[str, str]:
    return {state.id: state.kind.value for state in scheme.states}


def open_states(scheme: Scheme) -> set[str]:
    return {state.id for state in scheme.states if state.kind.open}
