"""What was asked for before somebody changed it."""

from importlib.resources import files

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    name = f"migrations/versions/0004_changes.{connection.dialect.name}.sql"
    for statement in files("agentdesk.server").joinpath(name).read_text("utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
