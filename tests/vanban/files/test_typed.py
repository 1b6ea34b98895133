"""RTF files and OpenDocument texts that were typed in fonts from before Unicode."""

from __future__ import annotations

import pytest

from odtfiles import odt, p, span, style
from rtffiles import rtf
from vanban.files import oldfonts, parse

TURNS = oldfonts.encoding_of(".VnTime") is not None
pytestmark = pytest.mark.skipif(not TURNS, reason="the reader of fonts from before Unicode is not there yet")

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fswiss\fcharset0 .VnTime;}{\f2\fswiss\fcharset0 .VnTimeH;}"
    r"{\f3\fswiss\fcharset162 .VnTime Tur;}{\f4\fnil\fcharset2 .VnTime;}{\f5\fswiss\fcharset0 VNI-Times;}}"
    r"{\stylesheet{\s1\f1 \snext0 Body Text;}}"
)


def read(data, kind):
    content = parse(data, kind=kind)
    return [block.text for block in content.blocks], content.remarks


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"{\f1 K\'d5 ho\'b9ch s\'f6a k\'cc }{\f2 th\'abn}{\f0  2030}", "Kế hoạch sửa kè THÔN 2030"),
        (r"{\f3 C\'e9ng h\'dfa c\'c7u \'ae\'d0p}", "Cộng hòa cầu đép"),
        (r"{\f4 K\'d5 ho\'b9ch}", "Kế hoạch"),
        (r"{\f4 K\u61653 ? ho\u61625 ?ch}", "Kế hoạch"),
        (r"{\f1 ph\'ad\'acng \-u ti\'aan}", "phương ưu tiên"),
        (r"{\f5 Ke}{\b\f5 \'e1 hoa\'efch}", "Kế hoạch"),
        (r"\s1 {K\'d5 ho\'b9ch}", "Kế hoạch"),
        (r"{\listtext\pard\plain\f1 \'a7i\'d2u 1.\tab}{S\u7917 ?a}", "Điều 1. Sửa"),
        (r"{\f1 \ldblquote K\'d5\rdblquote \endash  12/N\'a7\_CP}", "“Kế”– 12/NĐ-CP"),
    ],
)
def test_an_rtf_file(body, words):
    assert read(rtf(rf"\pard\plain {body}\par", FONTS), "rtf") == ([words], ("old-font",))


def test_an_rtf_file_in_unicode_has_no_remark():
    assert read(rtf(r"\pard\plain {\f0 Kế hoạch}\par", FONTS), "rtf") == (["Kế hoạch"], ())


LOOKS = (
    style("Old", text='style:font-name=".VnTime1"')
    + style("Named", text='fo:font-family=".VnTimeH"')
    + style("Body", "paragraph", text='style:font-name=".VnTime1"')
    + style("New", text='style:font-name="Arial"')
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p(f"{span('KÕ ho¹ch', 'Old')} {span('söa', 'Named')} 2030"), "Kế hoạch SỬA 2030"),
        (p(f"KÕ<text:s/>ho¹ch {span('Kế', 'New')}", "Body"), "Kế hoạch Kế"),
    ],
)
def test_a_text(body, words):
    assert read(odt(body, automatic=LOOKS), "odt") == ([words], ("old-font",))


def test_a_text_in_unicode_has_no_remark():
    assert read(odt(p(span("Kế hoạch", "New")), automatic=LOOKS), "odt") == (["Kế hoạch"], ())
