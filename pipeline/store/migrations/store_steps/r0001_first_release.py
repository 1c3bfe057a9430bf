"""The store as it was first released."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty store."""
    schema = op.create_table("schema", sa.Column("version", sa.Integer, primary_key=True))
    op.create_table(
        "files",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("mtime_ns", sa.BigInteger, nullable=False),
        sa.Column("inode", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("extractor", sa.String(64), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "passages",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("division", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("passages_division", "passages", ["division"])
    op.create_table(
        "scores",
        sa.Column("hash", sa.String(32), primary_key=True),
        sa.Column("model", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("scores_model", "scores", ["model"])
    op.create_table(
        "papers",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_table(
        "dossiers",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "understood",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("model", sa.String(64), primary_key=True),
    )
    op.create_table(
        "moments",
        sa.Column("what", sa.String(32), primary_key=True),
        sa.Column("day", sa.String(10), nullable=False),
    )
    op.bulk_insert(schema, [{"version": 1}])
