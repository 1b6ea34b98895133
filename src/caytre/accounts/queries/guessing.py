"""What is known of attempts to sign in."""

from __future__ import annotations

from datetime import datetime

from caytre.accounts.models import Guesses, KnownAddress
from caytre.accounts.rules.guessing import Attempt, budgets_of, network


def is_address_known(name: str, *, address: str) -> bool:
    """Whether the account ``name`` was signed in to from this address before; the same work for a name nobody has."""
    return KnownAddress.objects.filter(user__username=name, address=network(address)).exists()


def rests_until(attempt: Attempt, *, at: datetime) -> datetime | None:
    """When the next guess is heard, where a budget is used up; else None."""
    most = {budget.key: budget.most for budget in budgets_of(attempt)}
    rows = Guesses.objects.filter(key__in=most, until__gt=at)
    return max((row.until for row in rows if row.count >= most[row.key]), default=None)
