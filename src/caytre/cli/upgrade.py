"""The database is brought to the schema of this version, all of it or none."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection, transaction


def upgrade() -> None:
    """Run every migration that is missing in one transaction: whoever cuts it off leaves the database as it was.

    Each by itself, as Django does it, may be cut off between what it did and the note that it was done.
    """
    with connection.constraint_checks_disabled(), transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # A table whose rows wait to be checked at the end could not be altered any more.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        call_command("migrate", interactive=False, verbosity=0)
