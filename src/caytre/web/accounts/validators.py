"""What Django asks of a new password."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from caytre.accounts.rules.guessable import is_guessable, plain_of, vietnamese


class Guessable(CommonPasswordValidator):
    """Refuses what :func:`caytre.accounts.rules.guessable.is_guessable` finds, by 20,000 common passwords
    of Django and Vietnamese words."""

    def __init__(self) -> None:
        super().__init__()
        self.common = frozenset(map(plain_of, self.passwords)) | vietnamese()

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if is_guessable(password, common=self.common):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        return str(
            _(
                "Mật khẩu này dễ đoán: nó gồm một, hai từ nhiều người hay dùng, hoặc các phím liền nhau. Hãy chọn bốn "
                "từ không liên quan với nhau."
            )
        )

    def get_help_text(self) -> str:
        return str(_("Không dùng từ nhiều người hay đặt làm mật khẩu, kể cả khi thêm số, năm hay dấu vào."))
