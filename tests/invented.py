"""Invented places of every kind, and days that matter."""

from __future__ import annotations

from datetime import date

from vanban.units.model import Record, State

REFORM, TWO_TIERS = date(2025, 3, 1), date(2025, 7, 1)
PROVINCE = State("Tỉnh Bến Mây", "tỉnh", "Bến Mây")
CITY = State("Thành phố Bến Mây", "thành phố", "Bến Mây")
CAPITAL = State("Thành phố Hồ Chí Minh", "thành phố", "Hồ Chí Minh")
DISTRICT = State("Huyện Mây Trắng", "huyện", "Mây Trắng")
QUARTER = State("Quận 3", "quận", "3")
TOWN = State("Thị xã Mây Trắng", "thị xã", "Mây Trắng")
COMMUNE = State("Xã Suối Trúc", "xã", "Suối Trúc")
WARD = State("Phường 5", "phường", "5")
ZONE = State("Đặc khu Hòn Trúc", "đặc khu", "Hòn Trúc")
KINDS = {
    "central": [None],
    "province": [PROVINCE, CITY, CAPITAL],
    "district": [DISTRICT, QUARTER, TOWN, State("Thành phố Mây Trắng", "thành phố", "Mây Trắng")],
    "commune": [COMMUNE, WARD, ZONE, State("Thị trấn Suối Trúc", "thị trấn", "Suối Trúc")],
}


def place(level, *states, code="99", links=()):
    return Record(uid=f"{level}-{code}", level=level, states=states, links=tuple(links), code=code)


def is_alive(template, *, on):
    return (template.since or date.min) <= on < (template.until or date.max)
