"""One line per door."""

from __future__ import annotations

from django.urls import include, path

handler500 = "caytre.web.faults.failed"
urlpatterns = [path("", include("caytre.web.urls"))]
