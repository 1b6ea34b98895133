"""From the boxes of a form to what a task shall say, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.units.queries.directory import directory
from caytre.units.rules.sheets import one_line
from caytre.web.plans.parties import packed
from caytre.web.plans.wording import KINDS, PARTS
from caytre.web.units.looking import NoDay, day
from caytre.web.units.picking import Picker, picker
from caytre.web.wording import EVERY, said
from caytre.work.rules.wanted import COORDINATE, LEAD, MEMBER, Taking, Wanted, settled
from vanban.schedule import Rule, Schedule

HELPING = (COORDINATE, "monitor", "through", "approve")
LABELS = {
    "text": gettext_lazy("Nội dung nhiệm vụ"),
    "product": gettext_lazy("Sản phẩm"),
    "kind": gettext_lazy("Loại thời hạn"),
    "answerable": gettext_lazy("Lãnh đạo chịu trách nhiệm"),
    "authority": gettext_lazy("Người có thẩm quyền quyết định"),
    "unclear": gettext_lazy("Lý do giao khi còn mục chưa rõ"),
    "basis": gettext_lazy("Căn cứ (nếu không theo văn bản)"),
    "starts": gettext_lazy("Từ ngày"),
    "due_on": gettext_lazy("Ngày cuối cùng phải xong"),
    "until": gettext_lazy("Đến hết ngày"),
    "every": gettext_lazy("Chu kỳ (định kỳ, thường xuyên)"),
    "month": gettext_lazy("Tháng thứ mấy của kỳ"),
    "day": gettext_lazy("Chậm nhất ngày (trong tháng; trong tuần 1 là thứ Hai)"),
}
LINES = ("answerable", "authority", "unclear", "basis")


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that name no single unit, which stay unless a person takes them out: a set with its members, or a name."""

    number: int
    part: str
    label: str
    members: int
    is_set: bool


class Form:
    """The form of one task, as it stands before (``base``) and as it was sent; ``problems`` are by field."""

    def __init__(self, base: Wanted, *, sent: QueryDict | None, today: date, within: str) -> None:
        self.base, self.sent, self.today, self.within = base, sent, today, within
        self.among = directory()
        self.problems: dict[str, str] = {}
        self.values = _shown(base) if sent is None else {name: sent.get(name, "") for name in _shown(base)}

    @property
    def kinds(self) -> list[tuple[str, object]]:
        return list(KINDS.items())

    @property
    def everies(self) -> list[tuple[str, object]]:
        return list(EVERY.items())

    @property
    def shown(self) -> dict[str, str]:
        """The boxes with what the task says now."""
        return _shown(self.base)

    @property
    def opened(self) -> dict[str, str]:
        """The boxes as they were when the form was opened."""
        now = self.shown
        return now if self.sent is None else {name: self.sent.get(f"was.{name}", "") for name in now}

    @property
    def takers(self) -> str:
        """Who took part when the form was opened, to be carried along."""
        return packed(self.base.takings) if self.sent is None else self.sent.get("was.takers", "")

    def kept(self) -> list[tuple[Kept, bool]]:
        """The words that stay, and whether each is to stay."""
        chosen = None if self.sent is None else self.sent.getlist("kept")
        return [(one, chosen is None or str(one.number) in chosen) for one in _kept(self.base.takings)]

    def pickers(self) -> list[Picker]:
        """Who leads, and who takes part otherwise."""
        return [
            picker(
                self._sent_units(part), field=part, label=str(PARTS[part]), among=self.among, on=self.today,
                within=self.within, many=part != LEAD, problem=self.problems.get(part, ""),
            )
            for part in (LEAD, *HELPING)
        ]  # fmt: skip

    def _sent_units(self, part: str) -> QueryDict:
        if self.sent is not None:
            return self.sent
        made = QueryDict(mutable=True)
        made.setlist(part, [str(one.uid) for one in _alone(self.base.takings) if one.part == part])
        return made

    def wanted(self) -> Wanted:
        """What the form says; look at ``problems`` afterwards."""
        text = _text(self.values["text"])
        if not text:
            self.problems["text"] = _("Hãy ghi nội dung nhiệm vụ.")
        return replace(
            self.base, text=text, product=_text(self.values["product"]), schedule=self._schedule(),
            takings=self.takings(self.base.takings), **{name: one_line(self.values[name])[:300] for name in LINES},
        )  # fmt: skip

    def takings(self, known: Sequence[Taking]) -> tuple[Taking, ...]:
        """Who is to take part by what was sent, where the form showed these."""
        return settled(self._takings(known, self.sent if self.sent is not None else QueryDict()))

    def take(self, takings: Sequence[Taking]) -> None:
        """Let who takes part be these, whatever was sent."""
        self.sent = sent = self.sent.copy() if self.sent is not None else QueryDict(mutable=True)
        for part in (LEAD, *HELPING):
            sent.setlist(part, [str(one.uid) for one in _alone(takings) if one.part == part])
        sent.setlist("kept", [str(one.number) for one in _kept(takings)])
        sent["was.takers"] = packed(takings)

    def _takings(self, known: Sequence[Taking], sent: QueryDict) -> Iterator[Taking]:
        staying = set(sent.getlist("kept"))
        lead = [uid for uid in sent.getlist(LEAD) if uid and self.among.get(uid)][-1:]
        written = next((one.written for one in known if one.part == LEAD), "")
        yield from (Taking(LEAD, UUID(uid), written) for uid in lead)
        words = _kept(known)
        leading = next((one for one in words if one.part == LEAD and str(one.number) in staying), None)
        for one in words:
            if str(one.number) not in staying or one.part == LEAD and (lead or one != leading):
                continue
            yield from _group(known, one)
        named = {(one.part, one.uid): one for one in known}
        for part in HELPING:
            for uid in dict.fromkeys(sent.getlist(part)):
                if uid and self.among.get(uid):
                    yield named.get((part, UUID(uid))) or Taking(part, UUID(uid))

    def _schedule(self) -> Schedule:
        kind = self.values["kind"] if self.values["kind"] in KINDS else "unspecified"
        starts, due_on, until = (self._day(name) for name in ("starts", "due_on", "until"))
        made = Schedule(kind, raw=self.base.schedule.raw)  # type: ignore[arg-type]
        if kind in ("deadline", "within"):
            if due_on is None:
                self.problems.setdefault("due_on", _("Hãy ghi ngày đến hạn."))
            elif starts and starts > due_on:
                self.problems["starts"] = _("Ngày bắt đầu phải trước ngày đến hạn.")
            return replace(made, starts=starts, due_on=due_on)
        if kind == "recurring":
            return replace(made, starts=starts, until=until, rule=self._rule(until))
        if kind == "continuous":
            every = self.values["every"] if self.values["every"] in EVERY else "quarter"
            return replace(made, starts=starts, until=until, review_every=every)  # type: ignore[arg-type]
        return replace(made, starts=starts, until=until) if kind == "ad_hoc" else made

    def _rule(self, until: date | None) -> Rule | None:
        every = self.values["every"]
        if every not in EVERY:
            self.problems["every"] = _("Hãy chọn chu kỳ.")
            return None
        old = self.base.schedule.rule
        month, number = (self._number(name) for name in ("month", "day"))
        try:
            rule = Rule(every, month, number, until=until)  # type: ignore[arg-type]
        except ValueError:
            self.problems["day"] = _("Ngày, tháng trong kỳ không hợp với chu kỳ đã chọn.")
            return None
        is_same = old and (old.every, old.month, old.day) == (rule.every, rule.month, rule.day)
        return replace(old, until=until) if old and is_same else rule

    def _number(self, name: str) -> int | None:
        written = self.values[name].strip()
        return int(written) if written.isascii() and written.isdigit() and len(written) < 4 else None

    def _day(self, name: str) -> date | None:
        written = self.values[name]
        if not written.strip():
            return None
        try:
            return day(written, default=self.today)
        except NoDay as refusal:
            self.problems[name] = said(refusal)
            return None


def _shown(wanted: Wanted) -> dict[str, str]:
    schedule, rule = wanted.schedule, wanted.schedule.rule
    days: dict[str, date | None] = {name: getattr(schedule, name) for name in ("starts", "due_on", "until")}
    return {
        "text": wanted.text, "product": wanted.product, "kind": schedule.kind,
        **{name: getattr(wanted, name) for name in LINES},
        **{name: f"{value:%d/%m/%Y}" if value else "" for name, value in days.items()},
        "every": (rule.every if rule else schedule.review_every) or "",
        "month": str(rule.month or "") if rule else "", "day": str(rule.day or "") if rule else "",
    }  # fmt: skip


def _kept(takings: Sequence[Taking]) -> list[Kept]:
    """A set stands for its members."""
    return [
        Kept(number, one.part, one.written, len(_members(takings, one)), one.is_set)
        for number, one in enumerate(takings)
        if one.uid is None
    ]


def _members(takings: Sequence[Taking], words: Taking) -> list[Taking]:
    part = MEMBER if words.part == LEAD else words.part
    if not words.is_set:
        return []
    return [one for one in takings if one.uid and one.part == part and one.written == words.written]


def _group(takings: Sequence[Taking], kept: Kept) -> list[Taking]:
    words = takings[kept.number]
    return [words, *_members(takings, words)]


def _alone(takings: Sequence[Taking]) -> list[Taking]:
    """The units that are no members of a set."""
    inside = {id(member) for one in takings if one.is_set for member in _members(takings, one)}
    return [one for one in takings if one.uid and id(one) not in inside]


def _text(written: str) -> str:
    return "\n".join(one_line(line) for line in written.replace("\0", "").splitlines()).strip()


def blank() -> Wanted:
    """A task of which nothing is said yet."""
    return Wanted("", Schedule("unspecified"))


def context(form: Form, **more: Any) -> dict[str, Any]:
    """What the template of the form needs."""
    return {"form": form, "problems": form.problems, "parts": PARTS, **more}
