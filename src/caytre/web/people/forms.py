"""The forms of people: name and login, a post, and the mark by which a form that is sent twice is known."""

from __future__ import annotations

from datetime import date
from secrets import token_urlsafe
from typing import Any

from django import forms
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.core.refusals import Refused, gettext_noop
from caytre.units.queries.directory import directory
from caytre.units.rules import sheets
from caytre.units.rules.capacity import ROLES
from caytre.units.rules.reach import ADMINISTRATOR
from caytre.web.session import person
from caytre.web.units import looking
from caytre.web.units.picking import Picker, picker

AGE = 3600  # seconds during which a form counts
ISO = "%Y-%m-%d"


class FormTooOld(Refused):
    """Somebody sends a form again that they got long ago."""

    status = 409
    sentence = gettext_noop("Biểu mẫu này đã cũ. Chưa có gì được ghi. Hãy tải lại trang rồi làm lại.")


def new_mark() -> str:
    """What tells one form from another: who sends it twice does it once."""
    return signing.TimestampSigner(salt=__name__).sign(token_urlsafe(16))


def mark_of(request: HttpRequest) -> str:
    """The mark of the form that was sent, for this person. Raises :class:`FormTooOld`."""
    try:
        mark = signing.TimestampSigner(salt=__name__).unsign(request.POST.get("mark", ""), max_age=AGE)
    except signing.BadSignature:
        raise FormTooOld from None
    return f"{mark} {person(request).pk}"


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


def unit_picker(request: HttpRequest, *, problem: str = "") -> Picker:
    """The choice of the unit of a post, among those of its first day; at first the one that the person administers."""
    user, among, today = person(request), directory(), timezone.localdate()
    own = next((str(post.unit) for post in user.held if post.role == ADMINISTRATOR), "")
    sent = request.POST if request.method == "POST" else QueryDict(f"unit={own}")
    return picker(
        sent, field="unit", label=_("Đơn vị"), among=among, on=_day(sent, default=today), within=own, problem=problem
    )  # fmt: skip


def _day(sent: QueryDict, *, default: date) -> date:
    try:
        return looking.day(sent.get("effective", ""), default=default)
    except looking.NoDay:
        return default


def chosen(shown: Picker) -> str:
    """The uid of the unit that was chosen, "" for none."""
    return next((pick.hit.node.uid for pick in shown.chosen), "")
