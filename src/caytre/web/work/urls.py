"""The addresses of what units do."""

from __future__ import annotations

from django.urls import path

from caytre.web.work import calling, evidence, inbox, occurrence, stepping

urlpatterns = [
    path("work/inbox/", inbox.show, name="inbox"),
    path("work/<uuid:key>/", occurrence.show, name="occurrence"),
    path("work/<uuid:key>/evidence/<uuid:evidence>/", evidence.show, name="evidence"),
    path("work/call/<uuid:called>/", calling.show, name="call-task"),
    path("work/<uuid:key>/<str:deed>/", stepping.show, name="step"),
]
