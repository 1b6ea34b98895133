"""What holds for every page: who asks, its language, that no cache keeps it, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from caytre.core.refusals import Refused, gettext_noop
from caytre.web.wording import in_parts, said

Respond = Callable[[HttpRequest], HttpResponse]


FORWARDED = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
)


def forwarded(get_response: Respond) -> Respond:
    """What a web server in front says of the request is believed of a trusted one only, and forgotten of others.

    ``REMOTE_ADDR`` becomes the address that the last trusted server was asked from.
    """
    trusted = [ip_network(one) for one in settings.TRUSTED_PROXIES]

    def is_trusted(address: str) -> bool:
        try:
            return any(ip_address(address) in network for network in trusted)
        except ValueError:
            return False

    def respond(request: HttpRequest) -> HttpResponse:
        if is_trusted(request.META.get("REMOTE_ADDR", "")):
            hops = [
                hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()
            ]
            while hops and is_trusted(request.META["REMOTE_ADDR"]):
                request.META["REMOTE_ADDR"] = hops.pop()
        else:
            for name in FORWARDED:
                request.META.pop(name, None)
        return get_response(request)

    return respond


def language(get_response: Respond) -> Respond:
    """Vietnamese unless this browser chose otherwise; what the browser itself prefers does not count."""
    known = dict(settings.LANGUAGES)

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = get_response(request)
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            return response

    return respond


def private(get_response: Respond) -> Respond:
    """No page is kept by a browser or a proxy."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return respond


class refusals:  # noqa: N801 - a middleware is named as a function
    """A refusal becomes a page that says what was refused and what to do."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        if request.headers.get("HX-Request"):
            # A part of a page asks how things are, and what it is about is gone: the whole page says so.
            return HttpResponse(headers={"HX-Refresh": "true"})
        context = {"heading": in_parts(exception.heading), "message": said(exception)}
        answer = render(request, "web/refused.html", context, status=exception.status)
        if exception.retry_after:
            answer["Retry-After"] = str(exception.retry_after)
        return answer


class Unreadable(Refused):
    """A request holds what no text holds: the character NUL, or half of a character."""

    status = 400
    sentence = gettext_noop(
        "Nội dung gửi có ký tự không phải là chữ nên hệ thống không nhận. Hãy xóa đoạn vừa dán rồi gõ lại."
    )


class readable:  # noqa: N801 - a middleware is named as a function
    """Only text comes in: neither database can hold the rest, nor say so in words."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        sent = [*request.GET.lists(), *(request.POST.lists() if request.method == "POST" else ())]
        if all(_is_text(name) and all(map(_is_text, values)) for name, values in sent):
            return None
        return refusals(self.get_response).process_exception(request, Unreadable())


def _is_text(value: str) -> bool:
    return "\0" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)
