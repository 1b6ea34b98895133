"""The plan, the proposal or the task of an address."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from caytre.core.access import NotFound, fetch
from caytre.web.session import person
from caytre.work.models import Plan, Proposal, Task
from caytre.work.rules.permissions import can_confirm


def plan_of(request: HttpRequest, *, key: UUID) -> Plan:
    """Raises NotFound."""
    return fetch(Plan.objects.select_related("document", "made_by", "issued_by"), by=person(request), id=key)


def plan_to_confirm(request: HttpRequest, *, key: UUID) -> Plan:
    """The plan, if the person may confirm and edit its tasks. Raises NotFound, MayNotConfirm."""
    found = plan_of(request, key=key)
    can_confirm(person(request), unit=found.unit_id).or_raise()
    return found


def proposal_of(plan: Plan, *, number: int) -> Proposal:
    """Raises NotFound."""
    found = plan.proposals.filter(pk=number).first()
    if found is None:
        raise NotFound
    found.plan = plan
    return found


def task_of(request: HttpRequest, *, task: UUID) -> Task:
    """Raises NotFound."""
    above = ("plan__document", "parent__plan__document", "instead", "made_by")
    return fetch(Task.objects.select_related(*above), by=person(request), id=task)


def task_to_confirm(request: HttpRequest, *, task: UUID) -> Task:
    """The task, if the person may edit what its unit gives. Raises NotFound, MayNotConfirm."""
    found = task_of(request, task=task)
    can_confirm(person(request), unit=found.unit_id).or_raise()
    return found
