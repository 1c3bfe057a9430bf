"""A dossier has a key that says what it was made from, so that only those are made again of which that changed.

Those that are there have none, and are made again once.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the key, and what is kept beside a dossier."""
    op.add_column("dossiers", sa.Column("key", sa.String(64), nullable=False, server_default=""))
    op.add_column("dossiers", sa.Column("beside", sa.Text, nullable=False, server_default="{}"))
    op.execute("UPDATE schema SET version = 3")
