from functools import partial

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Case, Value, When

ENDED = ("verified", "withdrawn", "superseded")
to = partial(models.ForeignKey, on_delete=django.db.models.deletion.PROTECT, db_index=False)


class Migration(migrations.Migration):
    """Lists are read in the order of days from an index of what has not ended, however much has."""

    dependencies = [("work", "0020_filters"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        *(
            migrations.RemoveIndex("occurrence", name)
            for name in ("occurrence_unit", "occurrence_giver", "occurrence_holder", "occurrence_state")
        ),
        migrations.AddField(
            "occurrence",
            "live",
            models.GeneratedField(
                expression=Case(When(state__in=ENDED, then=Value(0)), default=Value(1)),
                output_field=models.SmallIntegerField(),
                db_persist=True,
            ),
        ),
        migrations.AlterField("occurrence", "unit", to(related_name="occurrences", to="units.unit")),
        migrations.AlterField("occurrence", "giver", to(related_name="occurrences_given", to="units.unit")),
        migrations.AlterField(
            "occurrence", "holder", to(null=True, related_name="occurrences", to=settings.AUTH_USER_MODEL)
        ),
        migrations.AddIndex("task", models.Index(fields=["kind"], name="task_kind")),
        *(
            migrations.AddIndex("occurrence", models.Index(fields=fields, name=f"occurrence_{name}"))
            for name, fields in (
                ("unit", ["unit", "live", "due_on", "state"]),
                ("giver", ["giver", "live", "due_on"]),
                ("holder", ["holder", "live", "due_on"]),
                ("due", ["due_on", "id", "state"]),
                ("state", ["state", "due_on", "id"]),
                ("live_due", ["live", "due_on", "id"]),
                ("live_shown", ["live", "shown_at", "id"]),
                ("live_made", ["live", "made_at", "id"]),
            )
        ),
    ]
