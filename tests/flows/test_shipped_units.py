"""A new installation knows the units of the country."""

from __future__ import annotations


def test_set_up_loads_the_shipped_units_once(whole_office):
    said = whole_office.printed
    assert "Danh mục đơn vị" in said
    assert said.index("Danh mục đơn vị") < said.index("Tài khoản quản trị")
    assert "Danh mục đơn vị" not in whole_office.run("setup")
    assert (
        int(whole_office.ask("__import__('django').apps.apps.get_model('units.Unit').objects.count()"))
        > 14_000
    )
