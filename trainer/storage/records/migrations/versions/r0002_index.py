"""What can be computed from a record's lines: it may be dropped and is made again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index, empty."""
    op.create_table(
        "index_record",
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.Column("scoring", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(200), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.record"], "fk_index_record_record"),
        sa.PrimaryKeyConstraint("record", name="pk_index_record"),
    )
