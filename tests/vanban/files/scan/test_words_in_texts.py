"""What scans lose is put back in most places, and of real texts only typing errors are changed."""

from __future__ import annotations

import json
import os
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from house.sources import ROOT
from vanban.files.scan.wordforms import DOT, TOKEN, TONES
from vanban.files.scan.words import mended_words

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
# Words of real texts that are changed, and how many different ones. Each was looked at, and is a typing error; two of
# them stand at the foot of 53 pages of one site.
TYPED = {"corpus": (5, 5), "wild/full": (28, 14), "wild/pages": (101, 13), "gold": (2, 2)}

PROSE = """
Căn cứ chức năng, nhiệm vụ được giao, các sở, ban, ngành và Ủy ban nhân dân các xã, phường chủ động xây dựng kế hoạch.
Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan hướng dẫn, kiểm tra, đôn đốc việc thực hiện Kế hoạch này.
Kinh phí thực hiện được bố trí trong dự toán ngân sách nhà nước hằng năm theo quy định của pháp luật hiện hành.
Định kỳ hằng năm, trước ngày 15 tháng 12, các đơn vị tổng hợp, báo cáo kết quả về Sở Tài chính để theo dõi.
Tăng cường công tác tuyên truyền, phổ biến giáo dục pháp luật, nâng cao nhận thức của cán bộ, công chức và người dân.
Trong quá trình triển khai thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về Văn phòng để tổng hợp.
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
TỔ CHỨC THỰC HIỆN NGHỊ QUYẾT CỦA HỘI ĐỒNG NHÂN DÂN
Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này.
Phấn đấu hoàn thành các chỉ tiêu phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh và trật tự an toàn xã hội.
Đẩy mạnh cải cách hành chính, ứng dụng công nghệ thông tin, chuyển đổi số trong hoạt động của cơ quan nhà nước.
"""


def damaged(word: str, chance: random.Random) -> str:
    """The word as a faint scan may be read: what stands over a dot lost, the tone lost or another one."""
    signs = unicodedata.normalize("NFD", word)
    tone = next((sign for sign in signs if sign in TONES), "")
    if not tone:
        return word
    if tone == DOT:
        ways = [signs.replace("\u0302", "")] * 3 + [signs.replace(tone, "")]
    else:
        ways = [signs.replace(tone, other) for other in ("", *sorted(TONES - {DOT, tone}))]
    return unicodedata.normalize("NFC", chance.choice(ways))


def shares(lines: list[str], *, rate: float) -> tuple[float, float, float]:
    """Of damaged words the shares that are repaired and that become a third word, of the others what is made worse."""
    chance = random.Random(7)
    hurt = repaired = third = whole = worse = 0
    for line in lines:
        sound = TOKEN.findall(mended_words(line)[0])
        seen = [damaged(word, chance) if chance.random() < rate else word for word in sound]
        now = TOKEN.findall(mended_words(" ".join(seen))[0])
        for meant, was, is_now in zip(sound, seen, now, strict=True):
            hurt += was != meant
            repaired += was != meant == is_now
            third += was != meant and is_now not in (was, meant)
            whole += was == meant
            worse += was == meant != is_now
    return repaired / hurt, third / hurt, worse / whole


def test_most_damage_is_repaired_and_none_is_done():
    repaired, third, worse = shares(PROSE.strip().splitlines() * 20, rate=0.05)
    assert repaired > 0.8
    assert third < 0.01
    assert worse == 0


def sound_lines(folder: str) -> Iterator[str]:
    """The lines of the sound texts of a folder; of JSON, its strings."""
    for path in sorted((CORPUS / folder).iterdir()):
        if path.suffix in (".md", ".txt", ".json"):
            text = unicodedata.normalize("NFC", path.read_text("utf-8"))
            yield from strings(json.loads(text)) if path.suffix == ".json" else text.split("\n")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real texts at {CORPUS} (VANBAN_CORPUS)")
@pytest.mark.parametrize("folder", TYPED)
def test_of_real_texts_only_typing_errors_are_changed(folder):
    mends = [mend for line in sound_lines(folder) for mend in mended_words(line)[1]]
    assert (len(mends), len({mend[:2] for mend in mends})) == TYPED[folder]


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real texts at {CORPUS} (VANBAN_CORPUS)")
def test_of_damaged_real_texts_most_is_repaired():
    repaired, third, worse = shares([*sound_lines("corpus"), *sound_lines("wild/full")], rate=0.02)
    assert repaired > 0.65
    assert third < 0.003
    assert worse < 0.00003
