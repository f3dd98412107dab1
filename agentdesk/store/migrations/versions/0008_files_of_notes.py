"""Files of notes in the search index, which knew those of what everybody sees only."""

from importlib.resources import files

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    statements = files("agentdesk.store").joinpath("migrations/versions/0008_files_of_notes.sql").read_text("utf-8")
    for statement in statements.split(";\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
