"""How alike two duties are: a table, and what a sketch finds."""

import random

import pytest

from vanban.likeness import likeness, runs, sketch

REVIEW = "Rà soát, sửa chữa các cầu treo dân sinh trên địa bàn trước mùa mưa lũ"
WORDS = (  # noqa: SIM905
    "trồng tre ven suối rà soát hồ sơ đất đai kiểm tra hướng dẫn tập huấn phòng chống sạt lở mùa mưa"
).split()


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (REVIEW, REVIEW.upper(), 1, 1),
        (REVIEW, "Sửa chữa các cầu treo dân sinh trước mùa mưa lũ năm 2031", 0.5, 0.8),
        (REVIEW, "Rà soát hồ sơ đất đai của các hộ dân trên địa bàn", 0, 0.4),
        (REVIEW, "Tổ chức tập huấn nghiệp vụ văn thư cho công chức cấp xã", 0, 0.05),
        # What is too short is like nothing.
        ("Trồng tre", "Trồng tre", 0, 0),
    ],
)
def test_how_alike_two_duties_are(one, other, least, most):
    assert least <= likeness(one, other=other) <= most
    assert likeness(one, other=other) == likeness(other, other=one)


def test_composed_and_decomposed_letters_are_the_same():
    assert runs("Sửa cầu", length=2) == runs("Su\u031b\u0309a ca\u0302\u0300u", length=2)


def test_sketches_of_like_texts_share_something():
    """Of texts half of whose pairs are shared, nineteen in twenty are found."""
    chance = random.Random(7)
    found = 0
    for _ in range(500):
        same = [f"chung{chance.random()}" for _ in range(14)]
        one, other = (" ".join([*same, *chance.choices(WORDS, k=14)]) for _ in range(2))
        found += bool(set(sketch(one)) & set(sketch(other)))
    assert found >= 475
