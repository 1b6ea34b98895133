"""Lists of units and of people that come as a spreadsheet, checked cell by cell before anything changes."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from caytre.core.refusals import gettext_noop
from caytre.units.rules import capacity

UNIT_SHEET = gettext_noop("Đơn vị")
UNIT_COLUMNS = ("Tên đơn vị", "Loại", "Cấp trên", "Mã", "Từ ngày", "Căn cứ")
PEOPLE_SHEET = gettext_noop("Tài khoản")
PEOPLE_COLUMNS = ("Tên đăng nhập", "Họ và tên", "Đơn vị", "Vai trò", "Từ ngày")
ROLES = {said: role for role, said in capacity.ROLES.items()}
_ALSO = {"thanh tra": "inspector", "quản trị": "administrator"}
LOGIN = re.compile(r"[A-Za-z0-9@.+_-]{3,150}")
LONGEST_NAME = 150
LONG_NAME = gettext_noop("Họ và tên dài hơn %(limit)s chữ. Hãy viết gọn lại.")
BAD_LOGIN = gettext_noop("“%(value)s” không dùng được: chỉ chữ không dấu, số và . _ - +, từ 3 ký tự.")
LATE_PARENT = gettext_noop("Cấp trên của đơn vị này mới có từ ngày %(day)s. Hãy ghi ngày đó hoặc muộn hơn.")
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
    """A unit to be founded. ``parent`` is a uid, or "" where the parent is the row ``parent_row`` of the sheet; ``uid``
    is that of a unit that is there already."""

    row: int
    name: str
    kind: str
    parent: str
    parent_row: int
    code: str
    since: date
    legal_basis: str
    uid: str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.uid)


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
    lines: Iterable[Line], *, find: Find, existing: Callable[[str, str, date], str], on: date
) -> tuple[list[UnitLine], list[Fault]]:
    """The units of a sheet, and what is wrong in it; nothing may be founded while anything is.

    ``find`` says what a name means; ``existing(name, parent uid, day)`` is the uid of such a unit under that parent,
    "" for none. A parent may also be a unit in a row above.
    """
    sheet = _Sheet([])
    above: dict[str, list[UnitLine]] = defaultdict(list)
    rows: dict[tuple[str, str, int], int] = {}
    found: list[UnitLine] = []
    for line in lines:
        name, kind = one_line(sheet.needed(line, "Tên đơn vị")), one_line(sheet.needed(line, "Loại"))
        parent, row = _parent(sheet, line, above, find)
        since = sheet.day(line, "Từ ngày", on)
        begun = next((one.since for one in found if one.row == row), since)
        if begun > since:
            sheet.wrong(line, "Từ ngày", LATE_PARENT, day=f"{begun:%d/%m/%Y}")
        key = (name.casefold(), parent, row)
        if name and key in rows:
            sheet.wrong(line, "Tên đơn vị", gettext_noop("Đơn vị này đã có ở dòng %(row)s."), row=rows[key])
        rows.setdefault(key, line.number)
        one = UnitLine(
            line.number, name, kind.casefold(), parent, row, line.cells["Mã"], since, one_line(line.cells["Căn cứ"]),
            uid=existing(name, parent, since) if parent else "",
        )  # fmt: skip
        above[name.casefold()].append(one)
        found.append(one)
    return found, sheet.faults


def _parent(sheet: _Sheet, line: Line, above: Mapping[str, list[UnitLine]], find: Find) -> tuple[str, int]:
    """The uid of the parent that a row names, or the number of the row that founds it."""
    said = one_line(line.cells["Cấp trên"])
    rows = above.get(said.casefold(), []) if said else []
    if len(rows) > 1:
        places = "; ".join(str(one.row) for one in rows)
        sentence = gettext_noop("Có nhiều đơn vị tên “%(value)s” ở các dòng %(rows)s. Hãy ghi tên khác nhau.")
        sheet.wrong(line, "Cấp trên", sentence, value=said, rows=places)
    if rows:
        return rows[0].uid, 0 if rows[0].uid else rows[0].row
    return sheet.unit(line, "Cấp trên", find).uid, 0


def check_people(
    lines: Iterable[Line], *, find: Find, logins: Callable[[str], bool], on: date
) -> tuple[list[PersonLine], list[Fault]]:
    """The accounts and posts of a sheet, and what is wrong in it. ``logins`` says whether an account exists.

    A login may stand in several rows: one account with several posts. Capital letters in it are made small.
    """
    sheet = _Sheet([])
    found: list[PersonLine] = []
    for line in lines:
        said = sheet.needed(line, "Tên đăng nhập")
        login = said.lower()
        if said and not logins(login) and not LOGIN.fullmatch(said):
            sheet.wrong(line, "Tên đăng nhập", BAD_LOGIN, value=said)
        unit = sheet.unit(line, "Đơn vị", find)
        role = _role(sheet, line)
        since = sheet.day(line, "Từ ngày", on)
        shown = one_line(line.cells["Họ và tên"])
        if len(shown) > LONGEST_NAME:
            sheet.wrong(line, "Họ và tên", LONG_NAME, limit=LONGEST_NAME)
        is_known = logins(login)
        if not shown and not is_known and all(one.login != login for one in found):
            sheet.wrong(line, "Họ và tên", gettext_noop("Thiếu “%(column)s”."), column="Họ và tên")
        found.append(PersonLine(line.number, login, shown, unit.uid, unit.name, role, since, is_known))
    return found, sheet.faults


def _role(sheet: _Sheet, line: Line) -> str:
    said = one_line(sheet.needed(line, "Vai trò"))
    role = (_ALSO | {name.casefold(): key for name, key in ROLES.items()}).get(said.casefold(), "")
    if said and not role:
        sheet.wrong(
            line, "Vai trò", gettext_noop("Không có vai trò “%(value)s”. Hãy chọn một trong: %(roles)s."),
            value=said, roles=", ".join(ROLES),
        )  # fmt: skip
    return role


def one_line(text: str) -> str:
    """A name as it is kept: composed letters, one blank between words, nothing that does not show."""
    shown = "".join(" " if sign.isspace() else sign for sign in text)
    kept = "".join(sign for sign in shown if unicodedata.category(sign)[0] != "C")
    return " ".join(unicodedata.normalize("NFC", kept).split())


def order(cell: str) -> tuple[int, int, str]:
    """Cells in the order of reading: the row, then the column."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), len(letters), letters
