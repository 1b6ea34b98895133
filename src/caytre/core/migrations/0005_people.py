"""Who made an account, and what it takes to find and sort people."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import PROTECT, ForeignKey

from caytre.core.words import folded, name_key


def fill(apps, schema_editor):
    for user in apps.get_model("core", "User").objects.only("username", "first_name", "last_name").iterator():
        shown = f"{user.last_name} {user.first_name}".strip() or user.username
        user.findable, user.name_key = folded(f" {shown} {user.username}")[:460], name_key(shown)[:300]
        user.save(update_fields=["findable", "name_key"])


class Migration(migrations.Migration):
    dependencies = [("core", "0004_sessions")]
    operations = [
        migrations.AddField(
            "user", "findable", models.CharField(default="", editable=False, max_length=460)
        ),
        migrations.AddField(
            "user", "name_key", models.CharField(db_index=True, default="", editable=False, max_length=300)
        ),
        migrations.AddField(
            "user",
            "made_by",
            ForeignKey(
                editable=False, null=True, on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
