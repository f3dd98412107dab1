"""What the hosts of a request were called when it was asked for."""

from alembic import op
from sqlalchemy import Column, Text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("request", Column("host_names", Text, nullable=False, server_default=""))
