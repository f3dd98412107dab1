"""What the server found in the bytes of a file; those that were there before had passed all there was."""

from alembic import op
from sqlalchemy import Column, String

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("blob", Column("verdict", String, nullable=False, server_default="good"))
