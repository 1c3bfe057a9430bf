"""How alembic runs the steps: on the connection, and with the record of versions, that `pipeline.store.migrating` hands it."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table=context.config.attributes["version_table"],
)
with context.begin_transaction():
    context.run_migrations()
