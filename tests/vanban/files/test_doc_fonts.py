"""Binary Word files that were typed in fonts from before Unicode."""

from __future__ import annotations

import pytest

from docfiles import P, Style, doc, p, r, sprm
from doclists import level, listed
from olddocs import old_doc, old_run
from vanban.files import parse

FONTS = ["Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times"]


def read(*body, **said):
    content = parse(doc(*body, fonts=FONTS, **said), kind="doc")
    return [block.text for block in content.blocks], content.remarks


@pytest.mark.parametrize("narrow", [True, False])
def test_words_are_turned_by_the_fonts_of_their_runs(narrow):
    body = p(
        r("KÕ ho¹ch ", font=1), r("söa kÌ ", font=1), r("th«n", font=2), r(" 2030", font=0), narrow=narrow
    )
    assert read(body) == (["Kế hoạch sửa kè THÔN 2030"], ("old-font",))


def test_a_letter_and_its_mark_may_stand_in_two_runs():
    assert read(p(r("Ke", font=3), r("á hoaïch", font=3)))[0] == ["Kế hoạch"]


def test_the_font_of_a_style_holds():
    style = Style(letters=sprm(0x4A4F, "H", 1) + sprm(0x4A51, "H", 1))
    assert read(p("KÕ ho¹ch th\xad ký"), styles=[style])[0] == ["Kế hoạch thư ký"]


def test_the_number_of_a_list_has_a_font_of_its_own_or_its_paragraph_s():
    lists = listed([level("decimal §iÒu %1.", font=1)])
    assert read(p(r("Sửa kè", font=0), num=(1, 0)), lists=lists)[0] == ["Điều 1. Sửa kè"]
    mark = P((r("Söa kÌ", font=1),), p(num=(1, 0)).changes, end_changes=r("", font=1).changes)
    assert read(mark, lists=listed(["decimal §iÒu %1."]))[0] == ["Điều 1. Sửa kè"]


def test_how_much_is_bold_is_counted_in_unicode():
    (block,) = parse(
        doc(p(r("Chñ tr×:", font=1, bold=1), r(" Së A", font=1)), fonts=FONTS), kind="doc"
    ).blocks
    assert block.text[: block.strong] == "Chủ trì:"


def test_a_file_of_word_6():
    content = parse(old_doc(P((old_run("KÕ ho¹ch", font=1),)), fonts=FONTS), kind="doc")
    assert content.blocks[0].text == "Kế hoạch"


def test_words_in_unicode_have_no_remark():
    assert read(p(r("Kế hoạch", font=0))) == (["Kế hoạch"], ())
