"""How passwords are hashed: by which method, and never more at a time than the machine bears."""

import time
import unicodedata
from statistics import median

import pytest
from django.contrib.auth.hashers import check_password, make_password

from caytre.core.models import User
from factories import person

WORDS = "cây tre trăm đốt"


@pytest.fixture(autouse=True)
def real(settings, own_folders):
    settings.PASSWORD_HASHERS = [
        "caytre.accounts.actions.hashing.Argon2id",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]


def test_new_hashes_are_argon2id_with_nineteen_mebibytes_two_passes_one_lane():
    assert make_password(WORDS).startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "older",
    ["django.contrib.auth.hashers.PBKDF2PasswordHasher", "django.contrib.auth.hashers.Argon2PasswordHasher"],
)
def test_an_older_hash_is_hashed_anew_when_its_owner_signs_in(settings, older):
    now = settings.PASSWORD_HASHERS
    settings.PASSWORD_HASHERS = [older]
    user = person()
    settings.PASSWORD_HASHERS = now
    assert user.check_password(WORDS) and not user.check_password("sai")
    assert User.objects.get().password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(("set_as", "typed_as"), [("NFC", "NFD"), ("NFD", "NFC"), ("NFD", "NFD")])
def test_a_password_is_the_same_however_its_marks_were_typed(set_as, typed_as):
    made = make_password(unicodedata.normalize(set_as, WORDS))
    assert check_password(unicodedata.normalize(typed_as, WORDS), made)
    assert not check_password("cay tre tram dot", made)


def test_an_unknown_name_takes_the_time_of_a_known_one(db):
    from django.contrib.auth import authenticate

    person()
    times = {"canbo": [], "khongco": []}
    for _ in range(15):
        for name, taken in times.items():
            start = time.process_time()
            assert authenticate(None, username=name, password="sai mật khẩu") is None
            taken.append(time.process_time() - start)
    known, unknown = map(median, times.values())
    assert 1 / 1.25 < known / unknown < 1.25, (
        "the count of hashes is the exact test; this one is for noisy machines"
    )
