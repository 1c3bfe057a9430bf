"""Keys that name versions may be of any length: a long name of a pipeline or extractor does not fit in 64 characters.

PostgreSQL holds a column to its length. SQLite never did, and to change a column it copies the whole table, the contents of all
papers among it; so there the declared length stays and nothing is copied.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEYS = (("readings", "extractor"), ("passages", "division"), ("scores", "model"), ("understood", "model"))


def upgrade() -> None:
    """Take the limit off."""
    if op.get_bind().dialect.name == "postgresql":
        for table, column in KEYS:
            op.alter_column(table, column, type_=sa.Text)
    op.execute("UPDATE schema SET version = 2")
