"""The fields of the form of a change, filled with what was sent so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from caytre.core.models import User
from caytre.units.rules.outline import node_of, parts
from caytre.web.units.looking import NoDay, day
from caytre.web.units.orders import FORMS, Ask
from caytre.web.units.own import own_units
from caytre.web.units.picking import Picker, picker
from caytre.web.units.sent import ROWS, new_id
from caytre.web.units.wording import LEVELS, SCOPES, TREES
from vanban.units import Directory


@dataclass(frozen=True, slots=True)
class Question:
    """One field: ``value`` is a picker, a text, rows of new units, or units below with their choices."""

    field: str
    form: str
    label: object
    value: Any
    choices: tuple[tuple[str, object], ...] = ()
    more: str = ""
    problem: str = ""


def questions(
    kind: str, *, sent: QueryDict, among: Directory, today: date, by: User, problems: Mapping[str, str]
) -> list[Question]:  # fmt: skip
    """The fields of a form in their order."""
    try:
        on = day(sent.get("effective", ""), default=today)
    except NoDay:
        on = today
    own = own_units(by, among=among, on=today)
    asking = _Asking(sent, among, on, own[0].uid if own else "", problems)
    return [question for ask in FORMS[kind] for question in asking.of(ask)]


class _Asking:
    def __init__(
        self, sent: QueryDict, among: Directory, on: date, within: str, problems: Mapping[str, str]
    ) -> None:
        self.sent, self.among, self.on, self.within, self.problems = sent, among, on, within, problems

    def of(self, ask: Ask) -> Iterator[Question]:
        make = {"units": self._units, "new": self._new, "below": self._below, "land": self._land}
        if ask.form in make:
            yield from make[ask.form](ask)
        else:
            choices = {"tree": TREES, "level": LEVELS, "scope": SCOPES}.get(ask.form, {})
            value = self.sent.get(ask.field, "")
            yield Question(
                ask.field, "choice" if choices else ask.form, ask.label, value, tuple(choices.items()),
                problem=self.problems.get(ask.field, ""),
            )  # fmt: skip

    def _units(self, ask: Ask) -> Iterator[Question]:
        yield Question(
            ask.field, "units", ask.label, self._picker(ask.field, ask.label, ask.many, ask.more, ask.hint)
        )

    def _picker(self, field: str, label: object, many: bool, more: str, hint: object = "") -> Picker:  # noqa: FBT001
        return picker(
            self.sent, field=field, label=str(label), among=self.among, on=self.on, within=self.within, many=many,
            more=more, problem=self.problems.get(field, ""), hint=str(hint),
        )  # fmt: skip

    def _new(self, ask: Ask) -> Iterator[Question]:
        number = 1 if not ask.more else ROWS
        rows = [
            {part: self.sent.get(f"new.{row}.{part}", "") for part in ("kind", "name", "code")}
            | {"row": row, "id": str(new_id(self.sent, row=row))}
            for row in range(number)
        ]
        problem = next((text for field, text in self.problems.items() if field.startswith("new")), "")
        default = (("default", self.sent.get("default.into", "")),)
        yield Question(ask.field, "new", ask.label, rows, default, more=ask.more, problem=problem)

    def _below(self, ask: Ask) -> Iterator[Question]:
        """The units below, each with a choice of where it goes; once the unit and who gets a part are known."""
        unit = self.sent.get("unit", "")
        if not unit or not self.among.get(unit):
            return
        known = [uid for uid in self.sent.getlist("into") if self.among.get(uid)]
        new = [(str(new_id(self.sent, row=row)), self.sent.get(f"new.{row}.name", "")) for row in range(ROWS)]
        targets = [*((uid, self._name(uid)) for uid in known), *((uid, name) for uid, name in new if name)]
        lower = parts(self.among, of=unit, on=self.on).get("state")
        nodes = [*lower.bodies, *lower.places] if lower else []
        rows = [(node, self.sent.get(f"to.{node.uid}", "")) for node in nodes]
        if targets and rows:
            yield Question(
                ask.field, "below", ask.label, rows, (("", _("theo đơn vị nhận phần còn lại")), *targets),
                problem=self.problems.get(ask.field, ""),
            )  # fmt: skip

    def _land(self, ask: Ask) -> Iterator[Question]:
        """For each unit that ends: to whom its territory goes, and its fields of work."""
        for uid in dict.fromkeys(self.sent.getlist("units")):
            if self.among.get(uid):
                name = {"name": self._name(uid)}
                for field, label, more in (
                    (f"land.{uid}", _("Lãnh thổ của %(name)s về các đơn vị") % name, "part"),
                    (f"work.{uid}", _("Lĩnh vực của %(name)s về các cơ quan") % name, "heir"),
                ):
                    yield Question(field, "units", label, self._picker(field, label, True, more))

    def _name(self, uid: str) -> str:
        record = self.among.get(uid)
        return node_of(record, on=self.on).name if record else uid
