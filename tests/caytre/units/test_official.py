"""An official list laid over what is kept."""

from __future__ import annotations

import pytest

from caytre.core.models import Event
from caytre.units.actions.official import import_list
from caytre.units.queries.directory import directory
from caytre.units.queries.official import compared
from caytre.units.queries.planning import known
from caytre.units.rules.official import Listed
from countries import AT, TODAY, unit
from factories import person

SOURCE = "Quyết định số 19/QĐ-TTg"


@pytest.fixture
def rows(country):
    hoa = unit("Xã Hoà Sim", kind="xã", level="commune", code="91113", state=country.ben_may)
    lo = unit("Xã Lò Gạch", kind="xã", level="commune", code="91114", state=country.ben_may)
    listed = [
        Listed(2, "91", "Tỉnh Bến Mây", "Tỉnh"),
        Listed(3, "91110", "Suối Trúc", "Xã", "91"),  # the name without its kind
        Listed(4, "91199", "Phường Ghềnh Sỏi", "Phường", "91"),  # another code
        Listed(5, "91113", "Xã Hòa Sim", "Xã", "91"),  # the other tone style
        Listed(6, "91114", "Phường Lò Gạch", "Phường", "91"),  # another kind
        Listed(7, "92110", "Xã Núi Đá", "Xã", "92"),  # quite another name
        Listed(8, "92120", "Xã Đồng Xa", "Xã", "92"),
        Listed(9, "91110", "Xã Suối Trúc", "Xã", "91"),
    ]
    return country, hoa, lo, listed


def test_a_dry_run_says_of_every_row_what_it_means(rows):
    country, hoa, lo, listed = rows
    found = compared(listed, on=TODAY)
    assert {one.id for one in found.confirmed} == {country.ben_may.pk, country.suoi_truc.pk, hoa.pk}
    assert [(one.id, row.row) for one, row in found.recoded] == [(country.ghenh_soi.pk, 4)]
    assert [(one.id, row.row) for one, row in found.respelled] == [(lo.pk, 6)]
    assert [(one.id, row.row) for one, row in found.doubtful] == [(country.nui_xanh.pk, 7)]
    assert [row.row for row in found.unknown] == [8]
    assert [row.row for row in found.twice] == [9]
    assert [one.id for one in found.missing] == [country.doi_cao.pk]


def test_the_list_verifies_and_corrects_with_its_source(rows):
    country, hoa, lo, listed = rows
    import_list(listed, on=TODAY, source=SOURCE, by=person(), at=AT)
    for one in (country.suoi_truc, country.ghenh_soi, hoa, lo):
        one.refresh_from_db()
        assert one.code_is_verified
    assert country.ghenh_soi.code == "91199"
    assert Event.objects.get(name="units.code.corrected").details == {"old": "91111", "new": "91199"}
    state = lo.states.open().get()
    assert (state.name, state.kind, state.legal_basis) == ("Phường Lò Gạch", "phường", SOURCE)
    assert lo.states.count() == 2
    assert hoa.states.get().name == "Xã Hoà Sim"
    assert directory().get(str(country.ghenh_soi.pk)).code == "91199"


def test_what_is_doubtful_or_unknown_is_left_alone(rows):
    country, *_, listed = rows
    import_list(listed, on=TODAY, source=SOURCE, by=person(), at=AT)
    country.nui_xanh.refresh_from_db()
    assert not country.nui_xanh.code_is_verified
    assert known(country.nui_xanh.pk).name(TODAY) == "Xã Núi Xanh"


def test_the_same_list_again_changes_nothing_more(rows):
    *_, listed = rows
    who = person()
    import_list(listed, on=TODAY, source=SOURCE, by=who, at=AT)
    events = Event.objects.count()
    again = import_list(listed, on=TODAY, source=SOURCE, by=who, at=AT)
    assert (len(again.confirmed), again.recoded, again.respelled) == (5, (), ())
    assert Event.objects.count() == events
