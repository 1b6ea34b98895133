"""Lists of units and of people that come as a spreadsheet, checked cell by cell before anything changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from caytre.core.refusals import gettext_noop

UNIT_SHEET = gettext_noop("Đơn vị")
UNIT_COLUMNS = ("Tên đơn vị", "Loại", "Cấp trên", "Mã", "Từ ngày", "Căn cứ")
PEOPLE_SHEET = gettext_noop("Tài khoản")
PEOPLE_COLUMNS = ("Tên đăng nhập", "Họ và tên", "Đơn vị", "Vai trò", "Từ ngày")
ROLES = {
    "Cán bộ đầu mối": "focal",
    "Cán bộ thực hiện": "implementer",
    "Lãnh đạo": "leader",
    "Biên tập viên": "editor",
    "Người phát ngôn": "spokesperson",
    "Văn thư": "clerk",
    "Thanh tra": "inspector",
    "Quản trị": "administrator",
}
_LOGIN = re.compile(r"[A-Za-z0-9@.+_-]{3,150}")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


class Line(Protocol):
    """One row of a sheet: its number, its cells by heading, and where each stands ("B7")."""

    @property
    def number(self) -> int: ...
    @property
    def cells(self) -> Mapping[str, str]: ...
    @property
    def places(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell; ``values`` fill the places of the sentence."""

    cell: str
    sentence: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Found:
    """What a name in a cell means: a unit, or else what it may mean."""

    uid: str = ""
    name: str = ""
    candidates: tuple[str, ...] = ()


Find = Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit to be founded. ``parent`` is a uid, or "" where the parent is the row ``parent_row`` of the sheet."""

    row: int
    name: str
    kind: str
    parent: str
    parent_row: int
    code: str
    since: date
    legal_basis: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """An account, new or known, and a post for it."""

    row: int
    login: str
    shown: str
    unit: str
    unit_name: str
    role: str
    since: date
    is_known: bool


@dataclass(slots=True)
class _Sheet:
    """Collects what is wrong while rows are looked at."""

    faults: list[Fault]

    def wrong(self, line: Line, heading: str, sentence: str, **values: object) -> None:
        self.faults.append(Fault(line.places[heading], sentence, values))

    def needed(self, line: Line, column: str) -> str:
        value = line.cells[column]
        if not value:
            self.wrong(line, column, gettext_noop("Thiếu “%(column)s”."), column=column)
        return value

    def day(self, line: Line, column: str, default: date) -> date:
        """The date in a cell, "05/3/2031" or ISO; where it is blank, ``default``."""
        value = line.cells[column]
        found = _DAY.fullmatch(value)
        try:
            if found:
                return date(int(found[3]), int(found[2]), int(found[1]))
            return date.fromisoformat(value) if value else default
        except ValueError:
            self.wrong(
                line,
                column,
                gettext_noop("“%(value)s” không phải là ngày. Hãy ghi như 05/3/2031."),
                value=value,
            )
            return default

    def unit(self, line: Line, column: str, find: Find) -> Found:
        """The unit that a cell names."""
        value = self.needed(line, column)
        found = find(value) if value else Found()
        if value and not found.uid:
            if found.candidates:
                sentence = gettext_noop("Chưa rõ “%(value)s” là đơn vị nào. Có thể là: %(candidates)s.")
            else:
                sentence = gettext_noop("Không có đơn vị nào tên “%(value)s” vào ngày này.")
            self.wrong(line, column, sentence, value=value, candidates="; ".join(found.candidates[:5]))
        return found


def check_units(
    lines: Iterable[Line], *, find: Find, existing: Callable[[str, str], bool], on: date
) -> tuple[list[UnitLine], list[Fault]]:
    """The units of a sheet, and what is wrong in it; nothing may be founded while anything is.

    ``find`` says what a name means; ``existing(name, parent uid)`` whether there is such a unit under that parent.
    A parent may also be a unit in a row above.
    """
    sheet = _Sheet([])
    rows: dict[str, int] = {}
    found = []
    for line in lines:
        name, kind = sheet.needed(line, "Tên đơn vị"), sheet.needed(line, "Loại")
        key = name.casefold()
        if name and key in rows:
            sheet.wrong(line, "Tên đơn vị", gettext_noop("Đơn vị này đã có ở dòng %(row)s."), row=rows[key])
        above = rows.get(line.cells["Cấp trên"].casefold(), 0)
        parent = Found() if above else sheet.unit(line, "Cấp trên", find)
        since = sheet.day(line, "Từ ngày", on)
        rows.setdefault(key, line.number)
        is_known = bool(parent.uid) and existing(name, parent.uid)
        found.append(
            UnitLine(
                line.number, name, kind.casefold(), parent.uid, above, line.cells["Mã"], since,
                line.cells["Căn cứ"], is_known,
            )
        )  # fmt: skip
    return found, sheet.faults


def check_people(
    lines: Iterable[Line], *, find: Find, logins: Callable[[str], bool], on: date
) -> tuple[list[PersonLine], list[Fault]]:
    """The accounts and posts of a sheet, and what is wrong in it. ``logins`` says whether an account exists.

    A login may stand in several rows: one account with several posts.
    """
    sheet = _Sheet([])
    found: list[PersonLine] = []
    for line in lines:
        login = sheet.needed(line, "Tên đăng nhập")
        if login and not _LOGIN.fullmatch(login):
            sheet.wrong(
                line, "Tên đăng nhập",
                gettext_noop("“%(value)s” không dùng được: chỉ chữ không dấu, số và . _ - +, từ 3 ký tự."),
                value=login,
            )  # fmt: skip
        unit = sheet.unit(line, "Đơn vị", find)
        role = _role(sheet, line)
        since = sheet.day(line, "Từ ngày", on)
        shown = line.cells["Họ và tên"]
        is_known = logins(login)
        if not shown and not is_known and all(one.login != login for one in found):
            sheet.wrong(line, "Họ và tên", gettext_noop("Thiếu “%(column)s”."), column="Họ và tên")
        found.append(PersonLine(line.number, login, shown, unit.uid, unit.name, role, since, is_known))
    return found, sheet.faults


def _role(sheet: _Sheet, line: Line) -> str:
    said = sheet.needed(line, "Vai trò")
    role = {name.casefold(): key for name, key in ROLES.items()}.get(said.casefold(), "")
    if said and not role:
        sheet.wrong(
            line, "Vai trò", gettext_noop("Không có vai trò “%(value)s”. Hãy chọn một trong: %(roles)s."),
            value=said, roles=", ".join(ROLES),
        )  # fmt: skip
    return role
