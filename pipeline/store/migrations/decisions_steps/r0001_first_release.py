"""The log of decisions as it was first released."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the log."""
    op.create_table(
        "beoordelingen",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("content", sa.Text, nullable=False),
    )
