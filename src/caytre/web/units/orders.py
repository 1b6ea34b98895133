"""The form of each kind of change: what it asks, and the change that its answers make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from caytre.units.rules import change
from caytre.units.rules.change import Change, Heirship, Moved
from caytre.units.rules.naming import short_of
from caytre.units.rules.outline import LEVELS, TREES
from caytre.web.units.sent import Sent
from caytre.web.units.wording import SCOPES


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a form. ``form``: "units" (one or ``many``; ``more`` as a picker has it), "line", "tree", "level",
    "scope", "check", "new" (rows of new units), "below" (where the units below go), "land" (blocks, one per unit)."""

    field: str
    form: str
    label: object = ""
    many: bool = False
    more: str = ""
    hint: object = ""


_UNIT = gettext_lazy("Đơn vị")
_NEW = gettext_lazy("Đơn vị mới")
FORMS: Mapping[str, tuple[Ask, ...]] = {
    "founding": (
        Ask("new", "new", _NEW), Ask("level", "level", gettext_lazy("Cấp")),
        Ask("tree", "tree", gettext_lazy("Hệ thống")),
        Ask("parent", "units", gettext_lazy("Trực thuộc")),
        Ask("seat", "units", gettext_lazy("Là cơ quan của đơn vị hành chính (nếu có)")),
    ),
    "rename": (
        Ask("unit", "units", _UNIT), Ask("name", "line", gettext_lazy("Tên mới, cả loại (ví dụ Phường Suối Trúc)")),
        Ask("kind", "line", gettext_lazy("Loại (ví dụ phường)")),
    ),
    "move": (
        Ask("unit", "units", _UNIT), Ask("tree", "tree", gettext_lazy("Hệ thống")),
        Ask("parent", "units", gettext_lazy("Cấp trên mới")),
    ),
    "merge": (
        Ask("units", "units", gettext_lazy("Các đơn vị chấm dứt"), many=True, more="part"),
        Ask("into", "units", gettext_lazy("Nhập vào đơn vị đã có"),
            hint=gettext_lazy("Hoặc ghi một đơn vị mới ở dưới.")),
        Ask("new", "new", _NEW),
    ),
    "split": (
        Ask("unit", "units", gettext_lazy("Đơn vị được chia")),
        Ask("into", "units", gettext_lazy("Chia cho đơn vị đã có"), many=True, more="default"),
        Ask("new", "new", _NEW, more="default"),
        Ask("goes_on", "check", gettext_lazy("Đơn vị vẫn còn, với phần còn lại")),
        Ask("below", "below", gettext_lazy("Các đơn vị trực thuộc về đâu")),
    ),
    "dissolution": (
        Ask("unit", "units", gettext_lazy("Đơn vị giải thể")),
        Ask("heirs", "units", gettext_lazy("Đơn vị tiếp nhận"), many=True, more="heir",
            hint=gettext_lazy("Để trống nếu văn bản chưa nói; việc đó sẽ được ghi là còn để ngỏ.")),
    ),
    "transfer": (
        Ask("unit", "units", gettext_lazy("Chuyển từ")), Ask("to", "units", gettext_lazy("Chuyển đến")),
        Ask("scope", "scope", gettext_lazy("Lĩnh vực")),
    ),
    "level-end": (
        Ask("units", "units", gettext_lazy("Các đơn vị của cấp kết thúc"), many=True,
            hint=gettext_lazy("Bấm Tìm sau khi đánh dấu, để ghi lãnh thổ và lĩnh vực của từng đơn vị.")),
        Ask("land", "land"),
    ),
}  # fmt: skip


def change_of(kind: str, *, sent: Sent) -> Change:
    """The change that a form describes; what is missing is in the ``problems`` of ``sent``."""
    return _MAKERS[kind](sent)


def _found(sent: Sent) -> Change:
    tree = sent.line("tree")
    parents = ((tree if tree in TREES else TREES[0], sent.unit("parent")),)
    seats = sent.units("seat", needed=False)
    level = sent.line("level")
    new = sent.newcomers(
        level=level if level in LEVELS else "", parents=parents, seat=seats[-1] if seats else None
    )
    if not new:
        sent.problems["new"] = _("Hãy ghi tên đơn vị mới.")
    return change.found(*new, basis=sent.basis())


def _rename(sent: Sent) -> Change:
    name, kind = (
        sent.line("name", needed=_("Hãy ghi tên mới.")),
        sent.line("kind", needed=_("Hãy ghi loại đơn vị.")),
    )
    unit, short = sent.unit("unit"), short_of(name, kind=kind)
    return change.rename(unit, name=name, kind=kind.lower(), short=short, basis=sent.basis())


def _move(sent: Sent) -> Change:
    tree = sent.line("tree")
    return change.move(
        sent.unit("unit"),
        parent=sent.unit("parent"),
        tree=tree if tree in TREES else TREES[0],
        basis=sent.basis(),
    )


def _merge(sent: Sent) -> Change:
    units = sent.units("units")
    into: list[UUID | change.Newcomer] = [*sent.units("into", needed=False)]
    into += sent.newcomers(like=units[0] if units else None)
    if len(into) != 1:
        sent.problems["into"] = _("Hãy chọn đúng một đơn vị tiếp nhận: đơn vị đã có, hoặc một đơn vị mới.")
    part = sent.sent.getlist("part.units")
    shares = {unit: "part" for unit in units if str(unit) in part}
    heir = into[0] if into else UUID(int=0)
    return change.merge(units, into=heir, basis=sent.basis(), shares=shares)


def _split(sent: Sent) -> Change:
    unit = sent.unit("unit")
    new = sent.newcomers(like=unit)
    into = [*sent.units("into", needed=False), *new]
    goes_on = "goes_on" in sent.sent
    if len(into) < (1 if goes_on else 2):
        sent.problems["into"] = _("Hãy ghi các đơn vị nhận từng phần.")
    ids = {str(one.id): one.id for one in new} | {str(one): one for one in into if isinstance(one, UUID)}
    default = ids.get(sent.sent.get("default.into", ""))
    moves = [
        Moved(UUID(field[3:]), ids[to])
        for field in sent.sent
        if field.startswith("to.") and (to := sent.sent[field]) in ids and sent.among.get(field[3:])
    ]
    return change.split(unit, into=into, default=default, goes_on=goes_on, moves=moves, basis=sent.basis())


def _dissolve(sent: Sent) -> Change:
    unit = sent.unit("unit")
    return change.dissolve(unit, heirs=sent.heirs("heirs", of=unit), basis=sent.basis())


def _transfer(sent: Sent) -> Change:
    scope = sent.line("scope")
    if scope not in SCOPES:
        sent.problems["scope"] = _("Hãy chọn lĩnh vực.")
    return change.transfer(sent.unit("unit"), to=sent.unit("to"), scope=scope, basis=sent.basis())


def _end_level(sent: Sent) -> Change:
    units = sent.units("units")
    territory = {
        unit: {
            one.successor: one.share or "whole"
            for one in sent.heirs(f"land.{unit}", of=unit)
            if one.successor
        }
        for unit in units
    }
    functions: list[Heirship] = [one for unit in units for one in sent.heirs(f"work.{unit}", of=unit)]
    return change.end_level(units, territory=territory, functions=functions, basis=sent.basis())


_MAKERS: Mapping[str, Callable[[Sent], Change]] = {
    "founding": _found, "rename": _rename, "move": _move, "merge": _merge, "split": _split,
    "dissolution": _dissolve, "transfer": _transfer, "level-end": _end_level,
}  # fmt: skip
