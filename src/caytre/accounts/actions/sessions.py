"""Sessions lie in the database beside whom they belong to, and end with what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from caytre.accounts.models import Session
from caytre.core.models import User
from caytre.prepared import Prepared

_SESSION = Prepared(lambda key: Session.objects.filter(session_key=key))


class SessionStore(DatabaseStore):
    """Django's sessions in the database, with columns for their owner; ``began`` and ``seen`` are seconds."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        session = _SESSION.first(key=self.session_key or "")
        if session is None or session.expire_date <= timezone.now():  # noqa: TID251 - as Django's own asks
            self._session_key = None
            return None
        return session

    def create_model_instance(self, data: Mapping[str, Any]) -> Session:
        session: Session = super().create_model_instance(data)  # type: ignore[assignment, arg-type]
        session.user_id = data.get(SESSION_KEY)
        session.began_at, session.seen_at = (_instant(data.get(key)) for key in ("began", "seen"))
        session.address = data.get("address", "")
        session.browser = data.get("browser", "")
        return session


def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def forget_expired(at: datetime) -> None:
    """Rows of sessions that nobody can use any more go, some at each sign-in."""
    with transaction.atomic():
        old = Session.objects.filter(expire_date__lt=at).order_by("session_key")
        keys = old.select_for_update(skip_locked=True).values_list("session_key", flat=True)[:100]
        Session.objects.filter(session_key__in=list(keys)).delete()


def end_sessions(user: User) -> None:
    """Every session of a person is over at once: after a change of password, of roles or of the second step.

    A door that goes on gives its session the new epoch (``django.contrib.auth.update_session_auth_hash``).
    """
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    Session.objects.filter(user=user).delete()
