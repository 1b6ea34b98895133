"""The form of an act."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from caytre.documents.models import Act
from caytre.documents.rules.acts import LONGEST, ActFacts, numbers_of
from caytre.units.rules.sheets import one_line
from caytre.web.graph.wording import STATUSES
from caytre.web.people.forms import ISO


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        help_text=help_text,
        input_formats=[ISO, "%d/%m/%Y"],
        widget=forms.DateInput(format=ISO, attrs={"type": "date"}),
    )


def _line(label: Any, *, required: bool = False, help_text: Any = "", most: int = LONGEST) -> forms.CharField:
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=most)


class ActForm(forms.Form):
    """What is known of an act."""

    number = _line(gettext_lazy("Số, ký hiệu"), required=True, most=100)
    issued = _day(gettext_lazy("Ngày ban hành"))
    issuer = _line(gettext_lazy("Cơ quan ban hành"))
    type = _line(gettext_lazy("Loại văn bản"), most=100)
    title = _line(gettext_lazy("Trích yếu"), most=1000)
    status = forms.ChoiceField(label=gettext_lazy("Tình trạng"), choices=STATUSES.items())
    ended = _day(gettext_lazy("Hết hiệu lực từ ngày"), gettext_lazy("Ngày đầu tiên không còn hiệu lực."))
    replaced_by = _line(
        gettext_lazy("Văn bản thay thế"),
        help_text=gettext_lazy("Số, ký hiệu; nhiều văn bản thì cách nhau bằng dấu phẩy."),
    )
    source = _line(
        gettext_lazy("Biết từ đâu"),
        required=True,
        help_text=gettext_lazy("Ví dụ: Công báo số mấy, trang thông tin nào, xem ngày nào."),
        most=1000,
    )

    @staticmethod
    def of(act: Act) -> dict[str, Any]:
        """What a form about this act says first; where it is known from has to be said anew."""
        names = ("number", "issued", "issuer", "type", "title", "status", "ended")
        return {**{name: getattr(act, name) for name in names}, "replaced_by": ", ".join(act.replaced_by)}

    def facts(self) -> ActFacts:
        """What was written; the form is valid."""
        sent = self.cleaned_data
        lines = {name: one_line(sent[name]) for name in ("number", "issuer", "type", "title", "source")}
        return ActFacts(
            **lines, issued=sent["issued"], status=sent["status"], ended=sent["ended"],
            replaced_by=numbers_of(sent["replaced_by"]),
        )  # fmt: skip
