"""Whose password alone is not enough."""

from __future__ import annotations

from collections.abc import Collection

# Roles of a post that approve or administer (caytre.units.models.Role).
ROLES = frozenset({"leader", "administrator"})


def needs_second_step(roles: Collection[str], *, is_superuser: bool) -> bool:
    """Whether a person with these roles today must show a code of their telephone when they sign in."""
    return is_superuser or not ROLES.isdisjoint(roles)


def may_go_on_without(*, is_only_account: bool, is_administering: bool) -> bool:
    """Whether somebody who needs a second step and has none yet may do what they are about to.

    Where one person has the system to themselves, they may look at it, read and bring in documents at once; they set
    up the second step before they administer, or when a second account is made.
    """
    return is_only_account and not is_administering
