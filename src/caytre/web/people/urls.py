"""The addresses of people."""

from __future__ import annotations

from django.urls import path

from caytre.web.people import account, listing, me, new, sheet

urlpatterns = [
    path("people/", listing.show, name="people"),
    path("people/me/", me.show, name="own-posts"),
    path("people/new/", new.show, name="new-person"),
    path("people/import/", sheet.show, name="import-people"),
    path("people/import/confirm/", sheet.confirm, name="import-people-confirm"),
    path("people/template.xlsx", sheet.template, name="people-template"),
    path("people/<int:who>/", account.show, name="person"),
    path("people/<int:who>/posts/", account.give_post, name="give-post"),
    path("people/<int:who>/posts/<int:post>/end/", account.end_post, name="end-post"),
    path("people/<int:who>/password/", account.give_password, name="give-password"),
    path("people/<int:who>/second-step/off/", account.take_second_step_back, name="take-second-step-back"),
    path("people/<int:who>/close/", account.close, name="close-account"),
    path("people/<int:who>/reopen/", account.reopen, name="reopen-account"),
]
