"""Words as the fonts from before Unicode wrote them, from tables of the tests' own, in the order of the alphabet."""

# ruff: noqa: E501 -- a table stays on its lines

from __future__ import annotations

import random
from unicodedata import normalize

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
CODES = {
    "tcvn3": (
        "b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb ae cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 dc dd de df e1 e2 "
        "e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 fa fb fc fd fe"
    ),
    "viscii": (
        "e0 e4 e3 e1 d5 e5 a2 c6 c7 a1 a3 e2 a5 a6 e7 a4 a7 f0 e8 eb a8 e9 a9 ea ab ac ad aa ae ec ef ee ed b8 f2 f6 f5 "
        "f3 f7 f4 b0 b1 b2 af b5 bd b6 b7 de be fe f9 fc fb fa f8 df d7 d8 e6 d1 f1 cf d6 db fd dc"
    ),
    "vps": (
        "e0 e4 e3 e1 e5 e6 a2 a3 a4 a1 a5 e2 c0 c4 c5 c3 c6 c7 e8 c8 eb e9 cb ea 8a 8b cd 89 8c ec cc ef ed ce f2 d5 f5 "
        "f3 86 f4 d2 b0 87 d3 b6 d6 a9 aa ab a7 ae f9 fb db fa f8 dc d8 ba bb d9 bf ff 9b cf 9a 9c"
    ),
}
CAPITALS = {
    "viscii": (
        "c0 c4 c3 c1 80 c5 82 02 05 81 83 c2 85 86 06 84 87 d0 c8 cb 88 c9 89 ca 8b 8c 8d 8a 8e cc 9b ce cd 98 d2 99 a0 "
        "d3 9a d4 90 91 92 8f 93 b4 96 97 b3 95 94 d9 9c 9d da 9e bf bb bc ff ba b9 9f 14 19 dd 1e"
    ),
    "vps": (
        "80 81 82 c1 02 88 8e 8f f0 8d 04 c2 84 85 1c 83 03 f1 d7 de fe c9 05 ca 93 94 95 90 06 b5 b7 b8 b4 10 bc bd be "
        "b9 11 d4 97 98 99 96 12 f7 9e 9f a6 9d 13 a8 d1 ac da 14 d0 af b1 1d ad 15 b2 fd b3 dd 19"
    ),
}
VNI = (
    "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò oø oû oõ où oï "
    "oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î"
)
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times", "viscii": "VI Times", "vps": "VPS Times"}
PLAIN_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8), strict=True))  # all that TCVN3 has
TONES = {"\u0300": 0xCC, "\u0309": 0xD2, "\u0303": 0xDE, "\u0301": 0xEC, "\u0323": 0xF2}  # of Windows-1258


def written(text: str, *, encoding: str) -> bytes:
    """The bytes of a text in an encoding. TCVN3 writes capitals with tones as small letters."""
    if encoding == "vni":
        marks = dict(zip(LETTERS, VNI.split(), strict=True))
        marks |= {letter.upper(): signs.upper() for letter, signs in marks.items()}
        return "".join(marks.get(sign, sign) for sign in text).encode("cp1252")
    if encoding == "cp1258":
        return b"".join(map(_in_1258, text))
    codes = _codes(CODES[encoding])
    capitals = (
        _codes(CAPITALS[encoding])
        if encoding in CAPITALS
        else codes | {c.lower(): n for c, n in PLAIN_CAPITALS.items()}
    )
    known = codes | {letter.upper(): capitals[letter] for letter in LETTERS}
    return b"".join(bytes([known[sign]]) if sign in known else sign.encode("cp1252") for sign in text)


def _codes(said: str) -> dict[str, int]:
    return dict(zip(LETTERS, (int(code, 16) for code in said.split()), strict=True))


def _in_1258(sign: str) -> bytes:
    """A letter with its shape and, behind it, its tone."""
    parts = normalize("NFD", sign)
    tone = next((TONES[part] for part in parts if part in TONES), None)
    base = normalize("NFC", "".join(part for part in parts if part not in TONES))
    return base.encode("cp1258") + (bytes([tone]) if tone else b"")


def shown(text: str, *, encoding: str) -> str:
    """The signs that a program of today shows for a text in an encoding."""
    return "".join(
        bytes([code]).decode("cp1252", errors="ignore") or chr(code)
        for code in written(text, encoding=encoding)
    )


_WORDS = """sửa chữa cầu treo đường thôn xã huyện giữ gìn nguồn nước trồng cây rừng được những người ở vùng núi cao đã đến
trường học lớp sách vở thư viện tủ đọc ngày tháng năm quý đầu cuối báo cáo kết quả thực hiện nhiệm vụ giao cho phòng ban
ngành cơ quan tổ chức đơn vị phối hợp chủ trì kiểm tra giám sát tình hình nội dung kế hoạch quyết định nghị thông tư hướng dẫn
mưa lũ bão gió kè suối bến chợ đò mùa vụ lúa ngô khoai sắn chăn nuôi trâu bò dê lợn gà vịt thuỷ lợi kênh mương nghề dệt may
mẫu mã hoà thuận vui khoẻ tuổi già trẻ nhỏ phụ nữ thanh niên cựu chiến binh hội viên đoàn kết xây dựng đời sống văn hoá mới"""
WORDS = _WORDS.split()


def sentence(chance: random.Random, *, words: int) -> str:
    """Words of our own in no order that means anything."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."
