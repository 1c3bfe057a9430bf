"""What is known of the sources, as it was first released.

Those tables were made one by one and without a record: a program that was killed in between left some of them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables that are not there."""
    op.create_table(
        "bezoeken",
        sa.Column("source", sa.String(40), primary_key=True),
        sa.Column("began", sa.String(32), nullable=False),
        sa.Column("succeeded", sa.String(32), nullable=False),
        sa.Column("trouble", sa.Text, nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "herkomst",
        sa.Column("source", sa.String(40), primary_key=True),
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("seen", sa.String(32), nullable=False),
        sa.Column("fetched", sa.String(32), nullable=False),
        sa.Column("final_address", sa.Text, nullable=False),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("gone_since", sa.String(32), nullable=False),
        sa.Column("offered", sa.String(32), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "lijsten",
        sa.Column("source", sa.String(40), primary_key=True),
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("modified", sa.Text, nullable=False),
        if_not_exists=True,
    )
