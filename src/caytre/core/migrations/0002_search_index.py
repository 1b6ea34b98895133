from django.db import migrations

SQLITE = "CREATE VIRTUAL TABLE core_search USING fts5(exact, folded, tokenize = 'unicode61 remove_diacritics 0')"
POSTGRES = """
CREATE TABLE core_search (
  id bigint PRIMARY KEY, exact tsvector NOT NULL, folded tsvector NOT NULL);
CREATE INDEX core_search_folded ON core_search USING gin (folded);
"""


def make(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE core_search")


class Migration(migrations.Migration):
    """The words of what can be found, under the id of its search entry."""

    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
