"""The addresses of notices."""

from __future__ import annotations

from django.urls import path

from caytre.web.notices import feeds, inbox, letters

urlpatterns = [
    path("notices/", inbox.show, name="notices"),
    path("notices/settings/", inbox.settings, name="notice-settings"),
    path("notices/feeds/", feeds.show, name="feeds"),
    path("notices/letters/", letters.show, name="letters"),
    path("notices/letters/<uuid:key>.docx", letters.letter, name="letter"),
    path("feeds/<str:token>.ics", feeds.feed, name="feed"),
]
