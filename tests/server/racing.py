"""Many connections of two replicas that send commands at the same moment, each command twice."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from sqlalchemy import Engine

from agentdesk.domain.values import Id
from agentdesk.server.authority import accept
from agentdesk.wire import Result, WireCommand
from tests.server.worlds import World, device

AT_ONCE = 16
Sent = tuple[Id, WireCommand]
Race = Callable[[Sequence[Sent]], list[Result]]


@contextmanager
def racing(world: World, replicas: tuple[Engine, Engine]) -> Iterator[Race]:
    """Sends each command twice, once to each replica, all at the same moment; answers what the pairs were told."""
    with ThreadPoolExecutor(AT_ONCE) as pool:

        def run(sent: Sequence[Sent]) -> list[Result]:
            assert 2 * len(sent) == AT_ONCE
            start = Barrier(AT_ONCE)

            def one(number: int) -> Result:
                person, command = sent[number // 2]
                start.wait()
                told = accept(replicas[number % 2], person, device(person), [command], world.now).results[0]
                while told.status == "retry":  # as a desk does
                    told = accept(replicas[number % 2], person, device(person), [command], world.now).results[0]
                return told

            told = list(pool.map(one, range(AT_ONCE)))
            for first, second in zip(told[::2], told[1::2], strict=True):
                assert first == second, "two deliveries of one command were told differently"
            return told[::2]

        yield run
