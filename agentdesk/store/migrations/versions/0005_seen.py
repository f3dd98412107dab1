"""What somebody saw who decided."""

from importlib.resources import files

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    statements = files("agentdesk.store").joinpath("migrations/versions/0005_seen.sql").read_text("utf-8")
    for statement in statements.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
