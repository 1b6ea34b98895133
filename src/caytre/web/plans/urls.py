"""The addresses of plans and their tasks."""

from __future__ import annotations

from django.urls import path

from caytre.web.plans import editing, issuing, listing, plan, queue, task
from caytre.web.plans.annex import pages as annex

urlpatterns = [
    path("documents/<uuid:key>/plan/", plan.make, name="make-plan"),
    path("plans/", listing.show, name="plans"),
    path("plans/<uuid:key>/", plan.show, name="plan"),
    path("plans/<uuid:key>/proposals/", queue.show, name="queue"),
    path("plans/<uuid:key>/proposals/again/", queue.again, name="propose-again"),
    path("plans/<uuid:key>/proposals/undo/", queue.undo, name="undo"),
    path("plans/<uuid:key>/proposals/<int:proposal>/", queue.answer, name="answer"),
    path("plans/<uuid:key>/proposals/<int:proposal>/edit/", editing.proposal, name="edit-proposal"),
    path("plans/<uuid:key>/proposals/<int:proposal>/split/", editing.split, name="split"),
    path("plans/<uuid:key>/add/", editing.add, name="add-task"),
    path("plans/<uuid:key>/fill/", plan.fill, name="fill"),
    path("plans/<uuid:key>/issue/", issuing.issue, name="issue"),
    path("plans/<uuid:key>/annex/", annex.show, name="annex"),
    path("plans/<uuid:key>/annex/confirm/", annex.confirm, name="annex-confirm"),
    path("plans/<uuid:key>/annex.docx", annex.as_docx, name="annex-docx"),
    path("plans/<uuid:key>/annex.xlsx", annex.as_xlsx, name="annex-xlsx"),
    path("plans/tasks/new/", editing.alone, name="new-task"),
    path("plans/tasks/<uuid:task>/", task.show, name="task"),
    path("plans/tasks/<uuid:task>/edit/", editing.draft, name="edit-task"),
    path("plans/tasks/<uuid:task>/part/", editing.part, name="add-part"),
    path("plans/tasks/<uuid:task>/issue/", issuing.issue_task, name="issue-task"),
    path("plans/tasks/<uuid:task>/withdraw/", task.withdraw, name="withdraw-task"),
    path("plans/tasks/<uuid:task>/revise/", task.revise, name="revise-task"),
    path("plans/tasks/<uuid:task>/discard/", task.discard, name="discard-task"),
]
