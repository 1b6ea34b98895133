"""One line per door."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("caytre.web.urls"))]
