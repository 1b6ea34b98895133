"""The forms of people: name and login, and a post."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.units.rules import sheets
from caytre.units.rules.capacity import ROLES

ISO = "%Y-%m-%d"


def day_field(label: Any) -> forms.DateField:
    """A day, as a browser sends it or as a person writes it."""
    return forms.DateField(
        label=label,
        input_formats=[ISO, "%d/%m/%Y"],
        widget=forms.DateInput(format=ISO, attrs={"type": "date"}),
    )


def roles() -> list[tuple[str, str]]:
    """Every role with its name."""
    return [(role, _(name)) for role, name in ROLES.items()]


class PostForm(forms.Form):
    """A role from a day on."""

    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=lambda: [("", ""), *roles()])
    effective = day_field(gettext_lazy("Từ ngày"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, initial={"effective": timezone.localdate()}, **kwargs)


class PersonForm(PostForm):
    """Somebody new, with a first post."""

    shown = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=sheets.LONGEST_NAME)
    login = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"),
        max_length=150,
        help_text=gettext_lazy("Chữ không dấu, số và . _ - +, ví dụ an.tran"),
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        ),
    )
    field_order = ("shown", "login", "role", "effective")

    def clean_shown(self) -> str:
        shown = sheets.one_line(self.cleaned_data["shown"])
        if not shown:
            raise forms.ValidationError(_("Thiếu “%(column)s”.") % {"column": _("Họ và tên")})
        return shown

    def clean_login(self) -> str:
        login: str = self.cleaned_data["login"]
        if not sheets.LOGIN.fullmatch(login):
            raise forms.ValidationError(_(sheets.BAD_LOGIN) % {"value": login})
        return login.lower()
