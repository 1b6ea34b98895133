"""Pages for what is not there and what broke. They show nothing of the inside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def not_found(request: HttpRequest, *, exception: Exception) -> HttpResponse:
    """No such address."""
    message = _("Không có trang này. Hãy kiểm tra địa chỉ hoặc quay lại sổ văn bản.")
    return render(request, "web/refused.html", {"message": message}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """The system failed; nothing of the request is shown."""
    message = _(
        "Hệ thống gặp lỗi, việc vừa rồi có thể chưa được ghi. Hãy quay lại và kiểm tra trước khi làm lại."
    )
    return render(request, "web/refused.html", {"message": message}, status=500)
