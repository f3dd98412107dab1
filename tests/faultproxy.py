"""A network that fails: between desks and two replicas, by a seed (trust.md T2)."""

import asyncio
import socket
import struct
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

_PIECE = 16 * 1024
FAULTS = (
    "latency", "throttle", "reset in the answer", "half close", "black hole", "answer cut after commit", "replay",
    "reset in the request",
)  # fmt: skip
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass
class Plan:
    """What happens to one connection; `after` counts bytes in the direction that fails."""

    fault: str = ""
    after: int = 0
    wait: float = 0.0
    sent: bytearray = field(default_factory=bytearray)


class FaultyNetwork:
    """Listens on `port` and carries each connection to one of the replicas, or fails it."""

    def __init__(self, replicas: Sequence[int], rng: Random) -> None:
        self.replicas, self.rng = tuple(replicas), rng
        self.healthy = False
        self.hit: Counter[str] = Counter()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name="network", daemon=True)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._thread.start()
        self._ready.wait()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._end())
        self._loop.close()

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # ------------------------------------------------------------------ one connection

    def _plan(self) -> Plan:
        if self.healthy or self.rng.random() < 0.35:
            return Plan()
        plan = Plan(self.rng.choice(FAULTS), self.rng.randrange(4_000), self.rng.uniform(0.001, 0.02))
        self.hit[plan.fault] += 1
        return plan

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                await self._carry((reader, writer), self._plan())
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _carry(self, desk: Streams, plan: Plan) -> None:
        if plan.fault == "black hole":
            await desk[0].read()  # it is heard, and nobody answers
            return
        server = await asyncio.open_connection("127.0.0.1", self.rng.choice(self.replicas))
        ways = [asyncio.ensure_future(way) for way in (self._up(desk, server, plan), self._down(desk, server, plan))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            server[1].close()
        if plan.fault == "replay":
            await self._replay(bytes(plan.sent))

    async def _up(self, desk: Streams, server: Streams, plan: Plan) -> None:
        while piece := await desk[0].read(_PIECE):
            if plan.fault == "reset in the request" and len(plan.sent) + len(piece) > plan.after:
                server[1].write(piece[: max(plan.after - len(plan.sent), 0)])
                _reset(desk[1])
                return
            plan.sent += piece
            server[1].write(piece)
            await server[1].drain()
            if plan.fault == "half close" and len(plan.sent) > plan.after:
                server[1].write_eof()

    async def _down(self, desk: Streams, server: Streams, plan: Plan) -> None:
        told = 0
        while piece := await server[0].read(256 if plan.fault == "throttle" else _PIECE):
            if plan.fault == "answer cut after commit" and told + len(piece) > plan.after:
                return  # the server has done it, and nobody hears of it
            if plan.fault == "reset in the answer" and told + len(piece) > plan.after:
                desk[1].write(piece[: max(plan.after - told, 0)])
                await desk[1].drain()
                _reset(desk[1])
                return
            if plan.fault in ("latency", "throttle"):
                await asyncio.sleep(plan.wait if plan.fault == "latency" else plan.wait / 20)
            told += len(piece)
            desk[1].write(piece)
            await desk[1].drain()

    async def _replay(self, sent: bytes) -> None:
        """The same bytes once more, to a replica of chance."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.rng.choice(self.replicas))
        writer.write(sent)
        with suppress(TimeoutError):
            await asyncio.wait_for(reader.read(1), 1)
        writer.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Hangs up with RST."""
    raw: socket.socket = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@contextmanager
def faulty(replicas: Sequence[int], rng: Random) -> Iterator[FaultyNetwork]:
    network = FaultyNetwork(replicas, rng)
    network.start()
    try:
        yield network
    finally:
        network.stop()
