"""C16: a desk whose server was not met for too long stays closed until its person signs in; nothing is lost."""

from pathlib import Path

import pytest

from agentdesk.clock import SystemClock
from agentdesk.desk import Desk, DeskError, open_desk
from agentdesk.desk.connecting import Joining, join
from agentdesk.desk.worker import Inline
from agentdesk.domain.values import DAY, Instant
from agentdesk.store import served
from agentdesk.sync.network import DIRECT
from agentdesk.sync.vault import Vault
from agentdesk.wire import Session
from tests.builders import MARA
from tests.sync.servers import answer, lying

DAYS = 3
TOLD = Session(access_token="a", refresh_token="r", expires_in=600, person=MARA, user_name="mara", offline_days=DAYS)


class Moved(SystemClock):
    """This computer's clock, put forward."""

    def __init__(self, by: Instant) -> None:
        self._by = by

    def now(self) -> Instant:
        return super().now() + self._by


def sign_in(place: Path, *each: int) -> None:
    """At a server that gives so many days, again and again."""
    with lying(b"") as server:
        for days in each or (DAYS,):
            server.raw = answer(TOLD.model_copy(update={"offline_days": days}).model_dump_json().encode())
            join(place, Joining(f"http://127.0.0.1:{server.port}", "mara", "x"), Vault(lambda: None), DIRECT)


def opened(place: Path, by: Instant, *, write: bool = True) -> Desk:
    return open_desk(place, clock=Moved(by), worker=Inline, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_c16_a_desk_opens_within_its_days_and_not_after_them(tmp_path: Path, write: bool) -> None:
    sign_in(tmp_path)
    opened(tmp_path, DAYS * DAY - 60_000, write=write).close()
    with pytest.raises(DeskError) as caught:
        opened(tmp_path, DAYS * DAY + 60_000, write=write)
    assert caught.value.code == "lease-ended"
    assert caught.value.data["days"] == DAYS


def test_c16_meeting_the_server_begins_the_days_anew(tmp_path: Path) -> None:
    sign_in(tmp_path)
    desk = opened(tmp_path, 0)
    met = SystemClock().now() + 2 * DAY
    desk.transact(lambda connection: (served.change(connection, last_pull=met), frozenset()))
    desk.close()
    opened(tmp_path, (2 + DAYS) * DAY - 60_000).close()
    with pytest.raises(DeskError, match="lease-ended"):
        opened(tmp_path, (2 + DAYS) * DAY + 60_000)


def test_c16_the_days_are_those_of_the_server_clock(tmp_path: Path) -> None:
    """A computer whose clock is a year fast is no laptop that was taken away."""
    sign_in(tmp_path)
    desk = opened(tmp_path, 0)
    desk.transact(lambda connection: (served.change(connection, clock_offset=-365 * DAY), frozenset()))
    desk.close()
    again = opened(tmp_path, 365 * DAY)
    assert (again.served is not None, again.notices) == (True, [])
    again.close()


def test_c16_signing_in_opens_it_again(tmp_path: Path) -> None:
    sign_in(tmp_path, 1, 5)
    again = opened(tmp_path, 4 * DAY)
    assert (again.served is not None, again.notices) == (True, [])
    again.close()


def test_c16_a_desk_without_a_server_knows_no_such_days(tmp_path: Path) -> None:
    open_desk(tmp_path, worker=Inline).close()
    again = opened(tmp_path, 10_000 * DAY)
    assert (again.served, again.notices) == (None, [])
    again.close()
