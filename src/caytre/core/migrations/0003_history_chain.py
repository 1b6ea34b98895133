from django.db import migrations, models

from caytre.core import chain

# The database itself keeps the history; whoever gets round that is found by the chain.
LOCK = {
    "sqlite": [
        f"CREATE TRIGGER core_event_no_{what} BEFORE {what.upper()} ON core_event "
        "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"
        for what in ("update", "delete")
    ],
    "postgresql": [
        """
CREATE FUNCTION core_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the history is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
""",
        "CREATE TRIGGER core_event_kept BEFORE UPDATE OR DELETE ON core_event "
        "FOR EACH ROW EXECUTE FUNCTION core_event_kept()",
        "CREATE TRIGGER core_event_not_emptied BEFORE TRUNCATE ON core_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION core_event_kept()",
    ],
}
UNLOCK = {
    "sqlite": ["DROP TRIGGER core_event_no_update", "DROP TRIGGER core_event_no_delete"],
    "postgresql": [
        "DROP TRIGGER core_event_kept ON core_event",
        "DROP TRIGGER core_event_not_emptied ON core_event",
        "DROP FUNCTION core_event_kept()",
    ],
}


def lock(apps, schema_editor):
    for sql in LOCK[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def unlock(apps, schema_editor):
    for sql in UNLOCK[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def link(apps, schema_editor):
    """Chain the events that are there, in the order in which they were written."""
    previous, made = chain.FIRST, []
    for number, name, about, at, by, capacity, details, _, _ in chain.rows():
        columns = (number, name, about, at, by, capacity, chain.canonical(details), previous)
        digest = chain.digest_of(columns)
        made.append((previous, digest, number))
        previous = digest
        if len(made) == 5000:
            _write(schema_editor.connection, made)
            made = []
    _write(schema_editor.connection, made)


def _write(connection, made):
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE core_event SET previous = %s, digest = %s WHERE id = %s", made)


class Migration(migrations.Migration):
    """Each event names the post in which somebody acted, and holds the digest of the event before it."""

    dependencies = [("core", "0002_search_index")]
    operations = [
        migrations.AddField("event", "capacity", models.CharField(blank=True, max_length=200, default=""), False),
        migrations.AddField("event", "previous", models.CharField(max_length=64, default=""), False),
        migrations.AddField("event", "digest", models.CharField(max_length=64, default=""), False),
        migrations.RunPython(link, migrations.RunPython.noop),
        migrations.AddConstraint(
            "event", models.UniqueConstraint(fields=["previous"], name="one_event_after_another")
        ),
        migrations.RunPython(lock, unlock),
    ]
