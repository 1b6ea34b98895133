"""Never more hashes at a time than the machine bears, in the order in which they came."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password

from caytre.accounts.actions import hashing
from caytre.accounts.actions.hashing import TooManySigningIn, turn

SRC = Path(__file__).parents[2] / "src"
WORDS = "cây tre trăm đốt"


@pytest.fixture(autouse=True)
def real(settings, own_folders):
    settings.PASSWORD_HASHERS = ["caytre.accounts.actions.hashing.Argon2id"]


def test_in_one_process_so_many_hash_as_are_allowed_and_the_rest_wait_their_turn(settings):
    settings.HASHES, settings.HASHES_WAITING = 2, 10
    inside, most = [], []

    def work(number):
        with turn():
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.01)
            inside.remove(number)
        return number

    with ThreadPoolExecutor(12) as pool:
        assert sorted(pool.map(work, range(12))) == list(range(12))
    assert max(most) == 2


def test_more_than_may_wait_are_told_to_come_back(settings):
    settings.HASHES, settings.HASHES_WAITING = 1, 1

    def work(_):
        try:
            with turn():
                time.sleep(0.2)
        except TooManySigningIn as refusal:
            return refusal.status, refusal.retry_after
        return "hashed"

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(work, range(6)))
    assert sorted(map(str, answers)) == ["(503, 5)"] * 4 + ["hashed"] * 2
    assert hashing._here == 0
    assert make_password(WORDS)


@pytest.mark.parametrize(
    ("threads", "hashes", "expected"), [(16, 3, (3, 9)), (16, 63, (11, 1)), (1, 1, (1, 1))]
)
def test_a_quarter_of_the_threads_is_left_however_many_cores_there_are(threads, hashes, expected):
    program = "from caytre import settings; print((settings.HASHES, settings.HASHES_WAITING))"
    given = {"CAYTRE_THREADS": str(threads), "CAYTRE_HASHES": str(hashes), "PYTHONPATH": str(SRC)}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | given, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == str(expected)


OTHER = """
import sys, time
from django.conf import settings
settings.configure(DATA=sys.argv[1], HASHES=1, HASHES_WAITING=9)
from caytre.accounts.actions.hashing import turn
with turn():
    print("in", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def other(folder, *, seconds):
    """Another process that hashes for so long; it has its turn."""
    run = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder), str(seconds)], stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(SRC)},
    )  # fmt: skip
    assert run.stdout.readline() == "in\n"
    return run


def test_another_process_is_waited_for_and_a_killed_one_is_not(settings, own_folders):
    settings.HASHES = 1
    for seconds, kill in ((0.5, False), (60, True)):
        busy = other(own_folders, seconds=seconds)
        if kill:
            busy.kill()
        start = time.monotonic()
        with turn():
            waited = time.monotonic() - start
        busy.wait()
        assert waited < 5 and (kill or waited > 0.2)


def test_the_login_page_is_honest_about_a_long_queue_and_keeps_the_name(client, officer, settings):
    settings.HASHES, settings.HASHES_WAITING = 0, 0
    answer = client.post("/login/", {"username": "canbo", "password": WORDS})
    assert answer.status_code == 503 and answer["Retry-After"] == "5"
    page = answer.content.decode()
    assert "Đang có nhiều người đăng nhập cùng lúc" in page and 'value="canbo"' in page and WORDS not in page


def test_other_pages_do_not_wait_for_those_who_sign_in(client, officer, settings):
    client.force_login(officer)
    settings.HASHES, settings.HASHES_WAITING = 0, 0
    assert client.get("/").status_code == 200
