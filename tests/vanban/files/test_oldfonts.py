"""Words in fonts from before Unicode: by the fonts that a file names, and by the words alone."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oldwriting import FONTS, LETTERS, WORDS, sentence, shown, written
from vanban.files import load
from vanban.files.blocks import Content, Paragraph, Table
from vanban.files.oldfonts import REMARK, each_said, encoding_of, face_of, is_old, mended, said
from vanban.grammar.lexicon import table
from vanban.syllables import syllables

TEXT = [sentence(random.Random(seed), words=14) for seed in range(12)]
BY_WORDS = ["tcvn3", "vni", "viscii", "vps", "cp1258"]


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False), (".VnTimeH", "tcvn3", True), (".VnArial NarrowH", "tcvn3", True),
        (" '.vntime' ", "tcvn3", False), ("ABCDEF+.VnTime,Bold", "tcvn3", False), ("VnTimeHBold", "tcvn3", True),
        (".VnTimeH,BoldItalic", "tcvn3", True), ("XYZABC+VnTime-Italic", "tcvn3", False),
        ("VNI-Times", "vni", False), ("VNI Helve", "vni", False), ("vni-times,Bold", "vni", False),
        ("VPS Times", "vps", False), ("VPS Times Hoa", "vps", True), ("VI Times", "viscii", False),
        ("VI Arial H", "viscii", True), ("HoangYen", "viscii", False), ("Times New Roman", None, False),
        ("Vnu Sans", None, False), ("Verdana", None, False), ("VIC Sans", None, False), ("Symbol", None, False),
        ("UVnTime", None, False), ("", None, False), ("VINHTRUC", None, False),
    ],
)  # fmt: skip
def test_a_font_tells_by_its_name(font, encoding, capitals):
    assert encoding_of(font) == encoding
    assert is_old(font) is (encoding is not None)
    assert encoding is None or face_of(font) == (encoding, capitals)


@pytest.mark.parametrize("row", table("oldfonts")["font"], ids=lambda row: row["encoding"])
def test_the_samples_of_the_data_file_are_fonts_of_their_encoding(row):
    assert {encoding_of(name) for name in row["samples"]} == {row["encoding"]}


@pytest.mark.parametrize("encoding", FONTS)
def test_every_letter_is_the_one_that_was_typed(encoding):
    small = " ".join(f"b{letter}n" for letter in LETTERS)
    assert said([(shown(small, encoding=encoding), FONTS[encoding])]) == small
    capitals = " ".join(f"{letter.upper()}n" for letter in LETTERS if letter != "õ")  # Õ is a blank today
    if encoding != "tcvn3":
        assert said([(shown(capitals, encoding=encoding), FONTS[encoding])]) == capitals
    plain = "Ăn Ân Ên Ôn Ơn Ưn Đn"
    assert said([(shown(plain, encoding=encoding), FONTS[encoding])]) == plain


@pytest.mark.parametrize("encoding", FONTS)
@given(words=st.lists(st.sampled_from(sorted(syllables())), min_size=1, max_size=30), cuts=st.randoms())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_syllables_come_back_whatever_the_pieces(encoding, words, cuts):
    signs = shown(" ".join(words), encoding=encoding)
    pieces = []
    while signs:
        size = cuts.randint(1, 9)
        pieces.append((signs[:size], FONTS[encoding]))
        signs = signs[size:]
    assert said(pieces) == "".join(each_said(pieces)) == " ".join(words)


T, H, V, N = ".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("QuyÕt ®Þnh", H)], "QUYẾT ĐỊNH"),
        ([("Trång c", H), ("©y", H), (" vµ gi÷ rõng", T)], "TRỒNG CÂY và giữ rừng"),
        ([("HéI §åNG X·", T)], "HỘI ĐỒNG XÃ"),
        ([("UûY BAN TØNH", T)], "UỶY BAN TỈNH"),
        ([("Su", V), ("", N), ("oá", V), ("i truùc", V)], "Suối trúc"),
        ([("nö", V), ("ô", V), ("ùc", V)], "nước"),
        ([("a", V), (" – ", N), ("ùo", V)], "a – ùo"),
        ([("đã trồng cây", T)], "đã trồng cây"),
        ([("Đã trồng cây", H)], "Đã trồng cây"),
        ([("và", T)], "và"),
        ([("câ\u0300u treo", V)], "câ\u0300u treo"),
        ([("cÇu treo", T), (" đã sửa", N)], "cầu treo đã sửa"),
        ([("cÇu treo đã söa l¹i råi", T)], "cầu treo đã sửa lại rồi"),
        ([("th−ëng, −u tiªn, −¬m c©y, tõ −5 ®Õn 3", T)], "thưởng, ưu tiên, ươm cây, từ −5 đến 3"),
        ([("x∙, ®• tr¶, l•nh", T), (" ∙ ", T)], "xã, đã trả, lãnh ∙ "),
        ([("\uf0ae\uf0b7 s\uf0f6a", T)], "đã sửa"),
        ([("\x91trång\x92 – “c©y”", T)], "\x91trồng\x92 – “cây”"),
        ([("cÇu ≥ 5 mÐt", T)], "cầu ≥ 5 mét"),
        ([("§iÒu 1", T), ("", T)], "Điều 1"),
        ([("Sua cau", H), (" treo", N)], "SUA CAU treo"),
        ([("Sửa cầu", N)], "Sửa cầu"),
        ([], ""),
    ],
)  # fmt: skip
def test_pieces_of_a_paragraph(pieces, text):
    assert said(pieces) == text


def test_codes_that_the_vietnamese_page_of_windows_has_read():
    text = "Thôn giữ gìn nguồn nước và chế độ trực đêm"
    signs = written(text, encoding="tcvn3").decode("cp1258", errors="replace")
    assert said([(signs, T)]) == text


def content(*texts: str) -> Content:
    return Content("docx", tuple(map(Paragraph, texts)))


def texts(made: Content) -> list[str]:
    return [block.text for block in made.blocks]


@pytest.mark.parametrize("encoding", BY_WORDS)
def test_a_document_whose_fonts_do_not_tell(encoding):
    made = mended(content(*(shown(one, encoding=encoding) for one in TEXT)))
    assert texts(made) == TEXT
    assert made.remarks == (REMARK,)


@pytest.mark.parametrize("encoding", BY_WORDS)
@given(words=st.lists(st.sampled_from(WORDS), min_size=20, max_size=60, unique=True))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_words_in_any_order_come_back(encoding, words):
    text = " ".join(["đã", *words])
    assert texts(mended(content(shown(text, encoding=encoding)))) == [text]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_only_what_is_old_is_turned(encoding):
    new = [
        "Căn cứ tình hình thực tế của thôn.",
        "và tôi là",
        "Café Genève là tên một quán.",
        "12/2030 – § 5 · ½",
    ]
    mixed = [shown(TEXT[0], encoding=encoding), new[0], shown(TEXT[1], encoding=encoding), *new[1:]]
    assert texts(mended(content(*mixed))) == [TEXT[0], new[0], TEXT[1], *new[1:]]


def test_words_left_over_in_a_paragraph_in_unicode_are_turned_where_they_are_sure():
    lines = [
        *(shown(one, encoding="tcvn3") for one in TEXT),
        "Căn cứ mÉu số 2, cã tôi; của TSC§, café, a·b và m²",
    ]
    assert texts(mended(content(*lines)))[-1] == "Căn cứ mẫu số 2, cã tôi; của TSCĐ, café, a·b và m²"


def test_a_reader_that_has_said_it_is_not_repeated():
    made = Content("rtf", content(*(shown(one, encoding="vni") for one in TEXT)).blocks, remarks=(REMARK,))
    assert mended(made).remarks == (REMARK,)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_short_texts_follow_the_document(encoding):
    rows = ((("TT",), ("Số",), ("Có",)), (("1",), (), ("Hà",)))
    old = tuple(tuple(tuple(shown(one, encoding=encoding) for one in cell) for cell in row) for row in rows)
    blocks = (*content(*(shown(one, encoding=encoding) for one in TEXT)).blocks, Table(old, page=2))
    assert mended(Content("pdf", blocks)).blocks[-1] == Table(rows, page=2)


def test_two_encodings_in_one_document():
    parts = [
        *(shown(one, encoding="tcvn3") for one in TEXT[:6]),
        *(shown(one, encoding="vni") for one in TEXT[6:]),
    ]
    assert texts(mended(content(*parts))) == TEXT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CéNG HOµ X· HéI", "CỘNG HOÀ XÃ HỘI"), ("§éC LËP - Tù DO", "ĐỘC LẬP - TỰ DO"),
        ("ñY BAN NH¢N D¢N X· Hµ M¢Y", "ỦY BAN NHÂN DÂN XÃ HÀ MÂY"), ("HéI §åNG X· Hµ NéI", "HỘI ĐỒNG XÃ HÀ NỘI"),
        ("Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND"), ("UBND x· Hµ Mai", "UBND xã Hà Mai"), ("PHÇN I. VÒ Ký", "PHẦN I. VỀ KÝ"),
        ("t¹i Hµ NéI", "tại Hà NỘI"), ("a) §é s¹ch", "a) Độ sạch"), ("c¸c Bé, ngµnh", "các Bộ, ngành"),
    ],
)  # fmt: skip
def test_capitals_of_tcvn3_are_those_that_were_meant(old, new):
    made = mended(content(*(shown(one, encoding="tcvn3") for one in TEXT), old))
    assert texts(made)[-1] == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cña Genève, Québec vµ Microsoft©", "của Genève, Québec và Microsoft©"), ("nghiªncøu s¸ch", "nghiêncứu sách"),
        ("®) §¬n vÞ; · b¸o c¸o – 5 × 3 ± 2", "đ) Đơn vị; · báo cáo – 5 × 3 ± 2"), ("xe « t« ë bÕn", "xe ô tô ở bến"),
        ("“Trång c©y”, ‘gi÷ rõng’…", "“Trồng cây”, ‘giữ rừng’…"),
    ],
)  # fmt: skip
def test_words_and_signs_of_others_stay(old, new):
    made = mended(content(*(shown(one, encoding="tcvn3") for one in TEXT), old))
    assert texts(made)[-1] == new


def test_a_few_words_are_not_enough():
    few = content("QuyÕt ®Þnh", "Số 12")
    assert mended(few) is few


def test_bold_reaches_as_far_as_before():
    bold, rest = shown("Trồng cây:", encoding="vni"), shown(" mỗi thôn một vườn", encoding="vni")
    blocks = (
        *content(*(shown(one, encoding="vni") for one in TEXT)).blocks,
        Paragraph(bold + rest, strong=len(bold)),
    )
    made = mended(Content("docx", blocks)).blocks[-1]
    assert made.text[: made.strong] == "Trồng cây:"


@pytest.mark.parametrize("encoding", BY_WORDS)
def test_bytes_of_a_plain_file(encoding):
    lines = [*TEXT, "MẪU SỐ MỘT CỦA XÃ", "Ở nơi ấy"]
    read = load(written("\n".join(lines), encoding=encoding))
    if encoding == "tcvn3":
        lines[-1] = lines[-1].lower()
    assert texts(read) == lines
    assert read.remarks == ((REMARK,) if encoding in ("tcvn3", "vni") else ())


@pytest.mark.parametrize(
    "text",
    [
        "Le café est fermé l’été à Genève ; où êtes-vous ?",
        "Die schöne Straße, größer für Übung",
        "El niño pequeño",
    ],
)
def test_bytes_of_other_languages_stay_what_they_are(text):
    assert texts(load(text.encode("cp1252"))) == [text]
