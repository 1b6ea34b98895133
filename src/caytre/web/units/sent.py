"""What somebody filled into the form of a change, as values; what is missing is noted by field."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import QueryDict
from django.utils.translation import gettext as _

from caytre.units.rules.change import Basis, Heirship, Newcomer
from caytre.units.rules.naming import short_of
from caytre.units.rules.sheets import one_line
from caytre.web.units.looking import NoDay, day
from caytre.web.units.wording import SCOPES
from caytre.web.wording import said
from vanban.units import Directory
from vanban.units.directory import covers
from vanban.units.model import Record

ROWS = 3
_LONGEST = {"name": 300, "kind": 40, "code": 16, "legal_basis": 300, "why": 500}


class Sent:
    """The fields of one form; ``problems`` are sentences by field."""

    def __init__(self, sent: QueryDict, *, among: Directory, today: date) -> None:
        self.sent = sent
        self.among = among
        self.problems: dict[str, str] = {}
        self.effective = self._effective(today)

    def _effective(self, today: date) -> date:
        try:
            return day(self.sent.get("effective", ""), default=today)
        except NoDay as refusal:
            self.problems["effective"] = said(refusal)
            return today

    def basis(self) -> Basis:
        """From which day, by which act."""
        if not self.sent.get("effective", "").strip():
            self.problems["effective"] = _("Hãy ghi ngày có hiệu lực.")
        return Basis(
            self.effective, self.line("legal_basis"), is_verified="is_verified" in self.sent, why=self.line("why")
        )  # fmt: skip

    def line(self, field: str, *, needed: str = "") -> str:
        """One line of text; ``needed`` is what to say where it is blank."""
        text = one_line(self.sent.get(field, ""))
        if not text and needed:
            self.problems[field] = needed
        return text[: _LONGEST.get(field.rpartition(".")[2], 300)]

    def units(self, field: str, *, needed: bool = True) -> list[UUID]:
        """The units that were chosen, each once."""
        known = [uid for uid in dict.fromkeys(self.sent.getlist(field)) if uid and self.among.get(uid)]
        if not known and needed:
            self.problems[field] = _("Hãy chọn đơn vị.")
        return [UUID(uid) for uid in known]

    def unit(self, field: str) -> UUID:
        """The one unit that was chosen; the last where several were. A zero stands for what is missing."""
        return (self.units(field) or [UUID(int=0)])[-1]

    def record(self, unit: UUID) -> Record | None:
        return self.among.get(str(unit)) if unit.int else None

    def heirs(self, field: str, *, of: UUID) -> list[Heirship]:
        """The units that take over, with what each gets."""
        default = self.sent.get(f"default.{field}", "")
        part = self.sent.getlist(f"part.{field}")
        return [
            Heirship(
                of, unit, scope=self._scope(f"scope.{field}.{unit}"),
                share="part" if str(unit) in part else "", is_default=str(unit) == default,
            )
            for unit in self.units(field, needed=False)
        ]  # fmt: skip

    def _scope(self, field: str) -> str:
        """The field of work that was chosen, "*" for everything."""
        asked = self.sent.get(field, "")
        return asked if asked in SCOPES else "*"

    def newcomers(self, *, like: UUID | None = None, level: str = "", parents: tuple[tuple[str, UUID], ...] = (),
        seat: UUID | None = None) -> list[Newcomer]:  # fmt: skip
        """The new units of the rows; ``like`` is one of which they have level, parents and seat."""
        before = self.record(like) if like else None
        if before:
            level, seat = before.level, UUID(before.seat) if before.seat else None
            parents = parents or self._links(before)
        found = []
        for row in range(ROWS):
            name = self.line(f"new.{row}.name")
            if name:
                kind = self.line(f"new.{row}.kind", needed=_("Hãy ghi loại đơn vị."))
                code = self.line(f"new.{row}.code")
                unit, short = new_id(self.sent, row=row), short_of(name, kind=kind)
                found.append(Newcomer(unit, level, name, kind.lower(), short, code, seat, "", parents))
        return found

    def _links(self, record: Record) -> tuple[tuple[str, UUID], ...]:
        """To whom a unit belongs on the day before the change."""
        before = max(self.effective, date.min + timedelta(days=1)) - timedelta(days=1)
        return tuple((link.tree, UUID(link.parent)) for link in record.links if covers(link, on=before))


def new_id(sent: QueryDict, *, row: int) -> UUID:
    """The uid of the new unit in a row of a form: the same each time that the form is sent."""
    return uuid5(NAMESPACE_URL, f"{sent.get('token', '')}/{row}")
