"""Alembic's way in: the upgrade runs inside the transaction its caller holds, or not at all."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
