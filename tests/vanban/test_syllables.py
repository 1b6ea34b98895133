"""Which words can be Vietnamese syllables, and how much of a text they are."""

# ruff: noqa: E501 -- words stay on their lines

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from house.sources import ROOT
from oldwriting import sentence, shown
from vanban.syllables import syllables, validity

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
TEXT = "\n".join(sentence(random.Random(seed), words=30) for seed in range(60))

VALID = """
a ạ à ừ ý ỷ y ơ ông anh ách ích ít ỉa ôm ưng ướp yêu yến uể oải oẳn uyên ước ai áo ấm ăn
hòa hoà khỏe khoẻ thủy thuỷ ủy uỷ quý quí kỹ kĩ lý lí mỹ sỹ tỷ vỹ hy
gì gìn giếng giềng giết già giữa giường giỏi quốc quyết quạnh quở quên quỳnh quýt qua
nghiêng nghỉ nghề ngoằn ngoèo ngủ người ghế ghi gà gỗ cá của kéo kiến xoong khuỷu khuya huých xuýt khuếch uỵch tuyết chuyện
đường được những trường thuở huơ boong rượu hươu cừu mía múa mưa thìa
"""
INVALID = """
cac hop ich ket mach cá̀ ké̉o ngi nghà ghà kà ci cê q qa quu gx w foo zip wifi jun bc đđ aa ôô ươi̛ thuơng nguời phảp cáh têt
vieät ñoäc quyÕt h¹nh l­îng ngiêng kuốc giiêng iêu
"""


@pytest.mark.parametrize("word", VALID.split())
def test_a_syllable(word):
    assert word in syllables()
    assert validity(word.upper()) == validity(word.capitalize()) == 1


@pytest.mark.parametrize("word", INVALID.split())
def test_no_syllable(word):
    assert word not in syllables()


def test_sound_text_is_far_from_text_in_an_old_encoding():
    assert validity(TEXT) == 1
    assert validity(shown(TEXT, encoding="tcvn3")) < 0.5
    assert validity(shown(TEXT, encoding="vni")) < 0.5


def test_abbreviations_and_labels_are_no_words():
    assert validity("a) UBND xã, HĐND; b) QĐ, NĐ-CP: 12/KH-UBND") == 1
    assert validity("") == validity("12/2030 – §") == 1
    assert validity("cầu treo Oxford") == pytest.approx(2 / 3)
    assert validity("ca\u0302\u0300u") == 1


@pytest.mark.skipif(not (CORPUS / "corpus").is_dir(), reason="no corpus here (VANBAN_CORPUS)")
def test_real_documents_are_sound():
    shares = [validity(path.read_text("utf-8")) for path in (CORPUS / "corpus").iterdir()]
    assert min(shares) > 0.97
