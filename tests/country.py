"""A small country that does not exist, for the tests: two provinces, of which one takes over the other."""

from __future__ import annotations

from datetime import date

from vanban.units import agencies
from vanban.units.directory import Directory
from vanban.units.model import Link, Record, State, Succession, place_uid
from vanban.units.places import ROOT

REFORM = date(2025, 7, 1)


def uid(code: str) -> str:
    """The uid of one of these places; its level is told by the length of the code."""
    return place_uid(code, level={2: "province", 3: "district", 5: "commune"}[len(code)], since=None)


def place(code: str, kind: str, name: str, *, over: str = ROOT, since=None, until=None) -> Record:
    """An administrative unit."""
    return Record(
        uid=uid(code),
        level={2: "province", 3: "district", 5: "commune"}[len(code)],
        states=(State(f"{kind.capitalize()} {name}", kind, name, since, until),),
        links=(Link(over, "state", since, until),),
        code=code,
    )


PLACES = (
    place("91", "tỉnh", "Bến Mây", until=REFORM),
    place("92", "tỉnh", "Suối Trúc"),
    place("901", "huyện", "Mây Thượng", over=uid("91"), until=REFORM),
    place("902", "huyện", "Mây Hạ", over=uid("91"), until=REFORM),
    place("903", "thành phố", "Bến Mây", over=uid("91"), until=REFORM),
    place("90001", "xã", "Tân Thành", over=uid("901"), until=REFORM),
    place("90002", "xã", "Tân Thành", over=uid("902"), until=REFORM),
    place("90003", "thị trấn", "Mây Thượng", over=uid("901"), until=REFORM),
    place("90004", "xã", "Mỹ Thọ", over=uid("902"), until=REFORM),
    place("90010", "xã", "Mây Thượng", over=uid("92"), since=REFORM),
    place("90011", "phường", "Bến Mây", over=uid("92"), since=REFORM),
)
SUCCESSIONS = (
    Succession(uid("91"), uid("92"), REFORM, share="whole", source="01/2025/NQ"),
    Succession(uid("901"), uid("90010"), REFORM, share="part", source="02/2025/NQ"),
    Succession(uid("901"), uid("90011"), REFORM, share="part", source="02/2025/NQ"),
    Succession(uid("90001"), uid("90010"), REFORM, share="whole", source="02/2025/NQ"),
    Succession(uid("90002"), "", REFORM),
)


def country(records=(), successions=()) -> Directory:
    """The directory of this country, with more records or successions."""
    return Directory(
        (*PLACES, *agencies.central(), *records),
        (*SUCCESSIONS, *successions),
        agencies.templates().values(),
    )
