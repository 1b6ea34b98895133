"""The addresses of people."""

from __future__ import annotations

from django.urls import path

from caytre.web.people import account, care, confirming, listing, me, new, posts, sheet

urlpatterns = [
    path("people/", listing.show, name="people"),
    path("people/me/", me.show, name="own-posts"),
    path("people/new/", new.show, name="new-person"),
    path("people/import/", sheet.show, name="import-people"),
    path("people/import/confirm/", confirming.confirm, name="import-people-confirm"),
    path("people/template.xlsx", sheet.template, name="people-template"),
    path("people/<int:who>/", account.show, name="person"),
    path("people/<int:who>/posts/", posts.give_post, name="give-post"),
    path("people/<int:who>/posts/<int:post>/end/", posts.end_post, name="end-post"),
    path("people/<int:who>/password/", care.give_password, name="give-password"),
    path("people/<int:who>/second-step/off/", care.take_second_step_back, name="take-second-step-back"),
    path("people/<int:who>/close/", care.close, name="close-account"),
    path("people/<int:who>/reopen/", care.reopen, name="reopen-account"),
]
