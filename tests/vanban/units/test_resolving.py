"""What a name in a document means: as of its day, seen from where it is from."""

from __future__ import annotations

from datetime import date

import pytest

from country import REFORM, country, uid
from vanban.units import national, resolve
from vanban.units.model import Record, State

BEFORE, AFTER = date(2024, 8, 15), date(2026, 11, 26)


@pytest.fixture(scope="module")
def made():
    return country()


FOUND = [
    # who leads a body, or a part of it, means the body
    ("91", "UBND tỉnh", "Tỉnh Bến Mây"),
    ("91", "Lãnh đạo UBND tỉnh", "Tỉnh Bến Mây"),
    ("901", "Ủy ban nhân dân huyện", "Huyện Mây Thượng"),
    ("901", "UBND tỉnh (b/c)", "Tỉnh Bến Mây"),
    ("90001", "UBND", "Xã Tân Thành"),
    ("91", "TTTU", "Thường trực Tỉnh ủy Bến Mây"),
    ("901", "Ban Thường vụ Huyện uỷ", "Ban Thường vụ Huyện ủy Mây Thượng"),
    ("91", "Thường trực Ban Chỉ đạo 35 tỉnh", "Ban Chỉ đạo 35 tỉnh Bến Mây"),
    # abbreviations, tone styles, case, separators
    ("91", "Sở TT&TT", "Sở Thông tin và Truyền thông tỉnh Bến Mây"),
    ("91", "Sở VH, TT & DL", "Sở Văn hóa, Thể thao và Du lịch tỉnh Bến Mây"),
    ("91", "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch tỉnh Bến Mây"),
    ("91", "BTG Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy Bến Mây"),
    ("91", "VP. UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh Bến Mây"),
    ("91", "ubnd tỉnh", "Tỉnh Bến Mây"),
    ("91", "so tai chinh", "Sở Tài chính tỉnh Bến Mây"),
    # where a body is: said, above, below, the whole country
    ("901", "Sở Tài chính", "Sở Tài chính tỉnh Bến Mây"),
    ("901", "Sở Tài chính tỉnh Suối Trúc", "Sở Tài chính tỉnh Suối Trúc"),
    ("91", "Báo Suối Trúc", "Báo Suối Trúc"),
    ("91", "Công an tỉnh", "Công an tỉnh Bến Mây"),
    ("901", "Công an huyện", "Công an huyện Mây Thượng"),
    ("91", "UBND xã Tân Thành, huyện Mây Hạ", "Xã Tân Thành"),
    ("901", "xã Tân Thành", "Xã Tân Thành"),
    ("91", "UBND thành phố Bến Mây", "Thành phố Bến Mây"),
    ("91", "UBND thành phố", "Thành phố Bến Mây"),
    ("90001", "Bộ Tài chính", "Bộ Tài chính"),
    (None, "tỉnh Suối Trúc", "Tỉnh Suối Trúc"),
    ("91", "Cục Kiểm soát thủ tục hành chính - Văn phòng Chính phủ", "Cục Kiểm soát thủ tục hành chính"),
    # a bare name is that of the issuer
    ("91", "Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh Bến Mây"),
    # one wrong letter in a long name
    ("91", "Sở Tài chnh", "Sở Tài chính tỉnh Bến Mây"),
    ("91", "Sở Thông tin và Truyền thong", "Sở Thông tin và Truyền thông tỉnh Bến Mây"),
    ("91", "Cổng Thông tin điện tử tính", "Cổng Thông tin điện tử tỉnh Bến Mây"),
    ("91", "huyện Mây Thượg", "Huyện Mây Thượng"),
    ("91", "Ban Chỉ đạo 35 tinh", "Ban Chỉ đạo 35 tỉnh Bến Mây"),
    ("91", "Sở Sở Tài chính", "Sở Tài chính tỉnh Bến Mây"),
]


@pytest.mark.parametrize(("within", "name", "expected"), FOUND)
def test_this_name_means_this_unit(made, within, name, expected):
    found = resolve(name, among=made, on=BEFORE, within=within and uid(within))
    assert found.unit, found.why
    assert found.unit.name == expected
    assert not (found.members or found.candidates or found.is_set or found.why)


OPEN = [
    # it may be several
    ("91", "UBND xã Tân Thành", ["Xã Tân Thành", "Xã Tân Thành"], "2 đơn vị"),
    ("91", "Mây Thượng", ["Huyện Mây Thượng", "Thị trấn Mây Thượng"], "2 đơn vị"),
    # several in one name
    ("91", "Sở Tài chính, Sở Nội vụ", ["Sở Tài chính tỉnh Bến Mây", "Sở Nội vụ tỉnh Bến Mây"], "nhiều"),
    ("91", "Đảng ủy, UBND tỉnh", ["Tỉnh Bến Mây"], "nhiều"),
    ("91", "UBMTTQ tỉnh và các đoàn thể", ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bến Mây"], "nhiều"),
    # a unit inside a body, which no list has
    ("91", "Văn phòng Sở Tài chính", ["Sở Tài chính tỉnh Bến Mây"], "một đơn vị thuộc"),
    ("91", "Đảng ủy Sở Y tế tỉnh Suối Trúc", ["Sở Y tế tỉnh Suối Trúc"], "một đơn vị thuộc"),
    ("91", "Vụ Pháp chế - Bộ Tài chính", ["Bộ Tài chính"], "một đơn vị thuộc"),
    (
        "91",
        "Phòng KGVX - Văn phòng UBND tỉnh",
        ["Văn phòng Ủy ban nhân dân tỉnh Bến Mây"],
        "một đơn vị thuộc",
    ),
    # a post
    ("91", "Chủ tịch UBND tỉnh", ["Tỉnh Bến Mây"], "chức danh"),
    ("91", "Giám đốc Sở Tài chính", ["Sở Tài chính tỉnh Bến Mây"], "chức danh"),
    ("91", "CT, các PCT UBND tỉnh", ["Tỉnh Bến Mây"], "chức danh"),
    # not there on that day
    (
        "91",
        "Sở Nông nghiệp và Môi trường",
        ["Sở Nông nghiệp và Môi trường tỉnh Bến Mây"],
        "có từ ngày 01/03/2025",
    ),
    (None, "phường Bến Mây", ["Phường Bến Mây"], "có từ ngày 01/07/2025"),
    # nobody knows
    ("91", "Phòng Y tế", [], "Chưa biết"),
    ("91", "Thường trực Đảng ủy xã", [], "Chưa biết"),
    ("91", "Sở Mây Bay", [], "Chưa biết"),
    ("91", "Ban Chỉ đạo 36 tỉnh", [], "Chưa biết"),  # a number is not mended
    ("901", "Thường v ụHuyện ủy Mây Thượng", [], "Chưa biết"),  # "v" is no abbreviation: two are wrong
    ("91", "Như trên", [], "Chưa biết"),
    ("91", "Cơ quan", [], "Chưa biết"),
    ("91", "cấp ủy, chính quyền", [], "Chưa biết"),
    ("91", "xã Mỹ Tho", [], "Chưa biết"),  # too short a name to be mended
    ("91", "", [], "Chưa biết"),
]


@pytest.mark.parametrize(("within", "name", "candidates", "why"), OPEN)
def test_this_name_is_left_open(made, within, name, candidates, why):
    found = resolve(name, among=made, on=BEFORE, within=within and uid(within))
    assert found.unit is None
    assert not found.members
    assert why in found.why
    assert [unit.name for unit in found.candidates] == candidates


NATIONAL = [
    (date(2024, 8, 15), "Ban cán sự đảng Bộ Y tế", "Ban cán sự đảng Bộ Y tế"),
    (date(2025, 11, 20), "Đảng ủy Bộ Nông nghiệp và Môi trường", "Đảng ủy Bộ Nông nghiệp và Môi trường"),
    (date(2018, 3, 1), "VCCI", "Phòng Thương mại và Công nghiệp Việt Nam"),
    (date(2025, 3, 1), "VCCI", "Liên đoàn Thương mại và Công nghiệp Việt Nam"),
    (date(2025, 11, 20), "Đài PT-TH Hà Nội", "Đài Phát thanh và Truyền hình Hà Nội"),
    (date(2026, 3, 1), "Báo và PTTH Hà Nội", "Cơ quan Báo và Phát thanh, Truyền hình Hà Nội"),
    (date(2024, 8, 15), "UBND huyện Ý Yên", "Huyện Ý Yên"),
    (date(2025, 11, 20), "xã Krông Á", "Xã Krông Á"),
    (date(2025, 11, 20), "Kiểm toán nhà nước khu vực 1", "Kiểm toán nhà nước khu vực I"),
    (date(2024, 8, 15), "UBND TP.HCM", "Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "UBND TP. HCM", "Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "UBND TPHCM", "Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "UBND thành phố HCM", "Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "Sở Y tế TPHCM", "Sở Y tế Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "Thành uỷ TPHCM", "Thành ủy Thành phố Hồ Chí Minh"),
    (date(2024, 8, 15), "UBND TPHN", "Thành phố Hà Nội"),
    (date(2024, 8, 15), "Sở Y tế HN", "Sở Y tế thành phố Hà Nội"),
    (date(2024, 8, 15), "UBND tỉnh BRVT", "Tỉnh Bà Rịa - Vũng Tàu"),
    (date(2024, 8, 15), "Sở Y tế tỉnh TTH", "Sở Y tế tỉnh Thừa Thiên Huế"),
    (date(2025, 11, 20), "KTNN khu vực 10", "Kiểm toán nhà nước khu vực X"),
    (date(2025, 11, 20), "KTNN KV 13", "Kiểm toán nhà nước khu vực XIII"),
    (date(2025, 4, 20), "Hải quan khu vực 3", "Chi cục Hải quan khu vực III"),
    (date(2025, 4, 20), "Bảo hiểm xã hội khu vực 2", "Bảo hiểm xã hội khu vực II"),
]


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("BTC", {"Bộ Tài chính", "Ban Tổ chức Tỉnh ủy Lai Châu"}),
        ("NHNN", {"Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước chi nhánh tỉnh Lai Châu"}),
        ("Ban Tổ chức", set()),
        ("Ngân hàng Nhà nước", set()),
    ],
)
def test_an_abbreviation_is_as_vague_as_its_words(name, candidates):
    place = resolve("tỉnh Lai Châu", among=national(), on=BEFORE).unit
    found = resolve(name, among=national(), on=BEFORE, within=place.uid)
    assert found.unit is None
    assert {one.name for one in found.candidates} == candidates


def test_a_committee_of_the_party_means_its_own_body_by_a_vague_name(made):
    party = made.body(uid("91"), "tinh-uy", on=BEFORE)
    for name in ("BTC", "Ban Tổ chức", "BTC Tỉnh ủy"):
        found = resolve(name, among=made, on=BEFORE, within=party.uid)
        assert found.unit.name == "Ban Tổ chức Tỉnh ủy Bến Mây"
    found = resolve("BTC", among=made, on=BEFORE, within=uid("91"))
    assert found.unit is None
    assert "Ban Tổ chức Tỉnh ủy Bến Mây" in {one.name for one in found.candidates}


@pytest.mark.parametrize("number", ["0", "14", "20", "XIV", "XX"])
def test_a_number_that_no_unit_has_means_no_other(number):
    found = resolve(f"Kiểm toán nhà nước khu vực {number}", among=national(), on=date(2025, 11, 20))
    assert (found.unit, found.members, found.candidates) == (None, (), ())


@pytest.mark.parametrize(("on", "name", "expected"), NATIONAL)
def test_the_national_set_knows_this_name(on, name, expected):
    assert resolve(name, among=national(), on=on).unit.name == expected


def test_a_short_name_is_not_mended_by_its_kind():
    """ "Mỹ Hòa" is too short to be mended; "xã Mỹ Hòa", an old name of a place, is no longer."""
    assert resolve("UBND xã aỹ Hòa", among=national(), on=BEFORE).unit is None


def test_a_mark_makes_another_name():
    """The nearest name is the one with the mark wrong only where there is no other: here there is one."""
    on = date(2024, 1, 1)
    found = resolve("thành phố Mỹ Tho", among=national(), on=on)
    assert found.unit.name == "Thành phố Mỹ Tho"
    assert resolve("xã Mỹ Thọ, huyện Cao Lãnh", among=national(), on=on).unit.name == "Xã Mỹ Thọ"


def test_an_old_name_may_still_stand_in_a_document_of_the_first_weeks(made):
    found = resolve("Sở Thông tin và Truyền thông", among=made, on=date(2025, 3, 20), within=uid("92"))
    assert found.unit is None
    assert [unit.name for unit in found.candidates] == ["Sở Thông tin và Truyền thông tỉnh Suối Trúc"]
    assert "còn dùng tên cũ" in found.why
    later = resolve("Sở Thông tin và Truyền thông", among=made, on=AFTER, within=uid("92"))
    assert "đến hết ngày 28/02/2025" in later.why


def test_heirs_are_those_of_today(made):
    found = resolve("Sở Y tế", among=made, on=BEFORE, within=uid("91"), today=AFTER)
    assert [(heir.unit.name, heir.share) for heir in found.heirs] == [("Sở Y tế tỉnh Suối Trúc", "whole")]
    assert resolve("Sở Y tế", among=made, on=BEFORE, within=uid("91"), today=BEFORE).heirs == ()
    assert resolve("Sở Y tế", among=made, on=BEFORE, within=uid("91")).heirs == ()


def test_a_unit_that_somebody_added_is_found_by_its_name_and_its_other_names():
    own = Record(
        uid="9d0f0a52-4b5c-4f55-a6a5-70d9b4c1b111",
        level="province",
        states=(State("Ban Điều phối Bến Mây Xanh tỉnh Bến Mây", "ban chỉ đạo", since=date(2020, 1, 1)),),
        seat=uid("91"),
        aliases=("BĐP Bến Mây Xanh",),
    )
    directory = country([own])
    for name in ("Ban Điều phối Bến Mây Xanh", "Ban Điều phối Bến Mây Xanh tỉnh", "BĐP Bến Mây Xanh"):
        assert resolve(name, among=directory, on=BEFORE, within=uid("91")).unit.uid == own.uid
    assert resolve("Ban Điều phối Bến Mây Xanh", among=directory, on=AFTER, within=uid("92")).unit is None


def test_within_may_be_a_body_and_seen_from_nobody_only_what_is_alone_is_found(made):
    party = made.body(uid("901"), "huyen-uy", on=BEFORE)
    found = resolve("Ban Tổ chức", among=made, on=BEFORE, within=party.uid)
    assert found.unit.name == "Ban Tổ chức Huyện ủy Mây Thượng"
    assert resolve("Ban Tổ chức", among=made, on=BEFORE, within=uid("901")).unit is None
    assert resolve("Sở Tài chính", among=made, on=BEFORE).unit is None
    assert resolve("UBND tỉnh", among=made, on=AFTER, within="nobody").unit is None
    assert resolve("UBND tỉnh", among=made, on=REFORM, within=uid("92")).unit.name == "Tỉnh Suối Trúc"


def test_a_name_of_any_length_is_answered(made):
    for name in ("sở ban ngành " * 60 + "mây", "các " * 500, "Sở A, " * 300, "T" * 5_000, "xã " * 400):
        assert resolve(name, among=made, on=BEFORE, within=uid("91")).unit is None


@pytest.mark.parametrize(
    ("on", "name", "candidates"),
    [
        (date(2026, 6, 1), "UBND tỉnh Đồng Nai", ["Thành phố Đồng Nai", "Tỉnh Đồng Nai"]),
        (date(2025, 4, 10), "Sở Y tế tỉnh Thừa Thiên Huế", ["Sở Y tế thành phố Huế"]),
        (date(2022, 5, 1), "Thị xã Phổ Yên", ["Thành phố Phổ Yên"]),
        (date(2022, 5, 1), "UBND thị xã Phổ Yên, tỉnh Thái Nguyên", ["Thành phố Phổ Yên"]),
        (date(2021, 5, 1), "Thành phố Phổ Yên", ["Thị xã Phổ Yên"]),
    ],
)
def test_a_unit_that_goes_by_another_name_on_the_day_is_offered_first(on, name, candidates):
    found = resolve(name, among=national(), on=on)
    assert found.unit is None
    assert [one.name for one in found.candidates] == candidates
    assert found.why == f"Đơn vị này đã đổi tên; vào ngày của văn bản tên là {candidates[0]}."


def test_a_unit_that_lay_elsewhere_is_no_other_name():
    found = resolve("thị xã Phổ Yên, tỉnh Lai Châu", among=national(), on=date(2022, 5, 1))
    assert (found.unit, found.candidates) == (None, ())
