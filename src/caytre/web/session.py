"""Who is asking, and how they sign in."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _

from caytre.core.models import User
from caytre.units.queries.standing import acting

CHOSEN = "post"
TRIES = 10
MINUTES = 15


def person(request: HttpRequest) -> User:
    """The signed-in person with reach, posts and capacity of today; the middleware lets nobody else get this far."""
    user = cast(User, request.user)
    if not hasattr(user, "reach"):
        acting(user, on=timezone.localdate(), first=request.session.get(CHOSEN))
    return user


def open_to_all(view: Any) -> Any:
    """A view that needs no login: it reads nothing."""
    return login_not_required(view)


class Login(auth.LoginView):
    """The login page; after ten wrong passwords for a name from one address it rests for a quarter of an hour."""

    template_name = "web/login.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if cache.get(self._key(), 0) >= TRIES:
            form = AuthenticationForm(request)
            message = _("Đăng nhập sai quá nhiều lần. Hãy đợi %(minutes)s phút rồi thử lại.") % {
                "minutes": MINUTES
            }
            return self.render_to_response(self.get_context_data(form=form, rest=message), status=429)
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        key = self._key()
        cache.add(key, 0, MINUTES * 60)
        cache.incr(key)
        return super().form_invalid(form)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        cache.delete(self._key())
        return super().form_valid(form)

    def _key(self) -> str:
        name = self.request.POST.get("username", "")[:150].casefold()
        return f"login:{self.request.META.get('REMOTE_ADDR', '')}:{name.encode().hex()}"


class Password(auth.PasswordChangeView):
    """A person changes their password."""

    template_name = "web/password.html"
    success_url = reverse_lazy("documents")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Đã đổi mật khẩu."))
        return super().form_valid(form)
