"""Alembic's entry: the connection is the server's own."""

from alembic import context

from agentdesk.server.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, transaction_per_migration=False
)
with context.begin_transaction():
    context.run_migrations()
