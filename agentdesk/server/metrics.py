"""Figures for Prometheus, on a port of their own: how often, how long, how far behind."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SLOW = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Upper ends of the histogram, in seconds."""


class Metrics:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._commands: Counter[str] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()
        self.gauges: dict[str, Callable[[], float]] = {}
        """Name -> what it is now."""

    def answered(self, route: str, status: int, seconds: float) -> None:
        with self._lock:
            self._requests[route, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]  # a sum, not a count
            for end in _SLOW:
                self._buckets[route, end] += seconds <= end

    def judged(self, status: str) -> None:
        with self._lock:
            self._commands[status] += 1

    def text(self) -> str:
        with self._lock:
            lines = list(self._lines())
        lines += [f"agentdesk_{name} {read()}" for name, read in self.gauges.items()]
        return "\n".join(lines) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# TYPE agentdesk_requests_total counter"
        for (route, status), count in sorted(self._requests.items()):
            yield f'agentdesk_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# TYPE agentdesk_commands_total counter"
        for outcome, count in sorted(self._commands.items()):
            yield f'agentdesk_commands_total{{outcome="{outcome}"}} {count}'
        yield "# TYPE agentdesk_request_seconds histogram"
        for route, total in sorted(self._seconds.items()):
            for end in _SLOW:
                yield f'agentdesk_request_seconds_bucket{{route="{route}",le="{end}"}} {self._buckets[route, end]}'
            count = sum(n for (name, _), n in self._requests.items() if name == route)
            yield f'agentdesk_request_seconds_bucket{{route="{route}",le="+Inf"}} {count}'
            yield f'agentdesk_request_seconds_sum{{route="{route}"}} {total}'
            yield f'agentdesk_request_seconds_count{{route="{route}"}} {count}'


def serve_metrics(metrics: Metrics, place: tuple[str, int]) -> ThreadingHTTPServer:
    """Answers GET /metrics on a thread of its own until it is shut down."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = metrics.text().encode() if self.path == "/metrics" else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Whoever reads figures every ten seconds is no news."""

    server = ThreadingHTTPServer(place, Handler)
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()
    return server
