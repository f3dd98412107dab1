"""The first schema, as plain SQL so that no later change of the code can change the past."""

from importlib.resources import files

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    name = f"migrations/versions/0001_first.{connection.dialect.name}.sql"
    for statement in files("agentdesk.server").joinpath(name).read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
