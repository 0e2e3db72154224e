"""Runs the migrations on the connection that `data.store.schema` hands over."""

from alembic import context
from alembic.operations.ops import CreateTableOp

from data.store import Base


def without_info(_context, _revision, directives) -> None:
    """The privacy rule of a table belongs to the code, not to its migration."""
    for step in directives[0].upgrade_ops.ops:
        if isinstance(step, CreateTableOp):
            step.info.clear()


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    user_module_prefix="base.",
    process_revision_directives=without_info,
)
with context.begin_transaction():
    context.run_migrations()
