"""Alembic runs this: on the connection, and inside the transaction, of `schema.upgrade`."""

from __future__ import annotations

from alembic import context

from trainer.storage.records.schema import VERSION_TABLE
from trainer.storage.records.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
