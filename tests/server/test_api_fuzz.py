"""T10: requests that nobody would think of, made from the server's own description of itself."""

import socket
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from agentdesk.server import limits
from agentdesk.server.access import ROUTES
from agentdesk.server.database import connect
from agentdesk.server.migrate import migrate
from tests.builders import MARA
from tests.server.doors import Door, replica
from tests.server.worlds import furnish

PER_CHANGE, NIGHTLY = 25, 100
"""Requests to each operation."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
ENDLESS, NOTHING_TO_ASK = {"events"}, {"healthz", "hello"}
"""Without end, and without a single field to get wrong."""


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    url = f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limits, "PER_MINUTE", MappingProxyType(dict.fromkeys(limits.PER_MINUTE, 1 << 30)))
        with replica(engine) as one:
            yield one
    engine.dispose()


@pytest.fixture(scope="module")
def operations(door: Door) -> dict[str, Any]:
    """Name of the route -> how schemathesis knows it."""
    schema = schemathesis.openapi.from_url(f"{door.address}/openapi.json")
    found = [result.ok() for result in schema.get_all_operations()]
    return {operation.definition.raw["operationId"].partition("_v1")[0]: operation for operation in found}


def test_the_description_names_every_route(operations: dict[str, Any]) -> None:
    named = {name.removesuffix("_healthz_get") for name in operations}
    assert named == set(ROUTES)


@pytest.mark.parametrize("name", sorted(set(ROUTES) - ENDLESS - NOTHING_TO_ASK))
def test_no_request_is_a_fault_of_the_server(door: Door, operations: dict[str, Any], name: str, nightly: bool) -> None:
    @settings(
        max_examples=NIGHTLY if nightly else PER_CHANGE, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operations[name].as_strategy())
    def run(case: Any) -> None:
        headers = door.headers(MARA) if ROUTES[name].signed_in else {}
        answers.append(case.call_and_validate(headers=headers, checks=CHECKS, timeout=20).status_code)

    answers: list[int] = []
    run()
    assert answers, "nothing was asked"
    assert max(answers) < 500


@pytest.mark.parametrize(
    "raw", [b"\x00" * 100, b"GET", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"]
)
def test_bytes_that_are_no_request_leave_the_server_standing(door: Door, raw: bytes) -> None:
    host, _, port = door.address.removeprefix("http://").rpartition(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(raw)
        connection.shutdown(socket.SHUT_WR)
        connection.settimeout(20)
        answer = connection.recv(1_000)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4")
    assert requests.get(f"{door.address}/healthz", timeout=20).status_code == 200
