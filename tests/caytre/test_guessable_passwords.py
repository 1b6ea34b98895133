"""Passwords that are guessed first are refused, alone and made longer."""

import gzip
from pathlib import Path

import pytest
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from caytre.web.accounts.validators import Guessable


def judged(password):
    """Whether a password is refused for being guessed first."""
    try:
        Guessable().validate(password)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    "password",
    [
        "matkhau123456", "Mật khẩu 2031", "m@tkh4u#2031!", "AnhYeuEm123456", "nguyenvana1990", "vietnam@123456",
        "quantri@2031!!", "ubnd123456789", "qwertyuiop12", "1qaz2wsx3edc", "123456789012", "000000000000",
        "abcabcabcabc", "password2031!", "HàNội01012031", "laichau@laichau", "ĐăngNhậpHệThống1", "tre tre tre tre",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused(password):
    assert judged(password)


@pytest.mark.parametrize(
    "password",
    [
        "cây tre trăm đốt",
        "k7f3-m9x2-qp4h-w8aa",
        "bốn con sông chảy",
        "sáo diều trên đê cũ",
        "correct horse battery staple",
        "mưa rào tháng sáu ở bản",
    ],
)
def test_words_that_nobody_puts_together_are_taken(password):
    assert not judged(password)


def test_thousands_of_common_passwords_are_refused_as_they_are_and_made_longer():
    listed = Path(password_validation.__file__).parent / "common-passwords.txt.gz"
    common = gzip.decompress(listed.read_bytes()).decode().split()[:3500]
    validator = Guessable()
    for one in common:
        for password in (one, f"{one}2031", f"{one}@123456789", f"!!!{one.upper()}!!!"):
            with pytest.raises(ValidationError):
                validator.validate(password)
