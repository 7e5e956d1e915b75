"""Alembic runs on the connection it is handed, inside the caller's transaction."""

from alembic import context

from bot.db.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=False,
    transactional_ddl=False,  # the caller's transaction holds everything
)
context.run_migrations()
