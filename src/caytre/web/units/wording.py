"""How roles, levels and changes of units are said to people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from caytre.units.rules import capacity
from vanban.units.agencies import scopes

ROLES = {role: gettext_lazy(name) for role, name in capacity.ROLES.items()}
LEVELS = {
    "central": gettext_lazy("Trung ương"),
    "province": gettext_lazy("Tỉnh"),
    "district": gettext_lazy("Huyện"),
    "commune": gettext_lazy("Xã"),
}
EVENTS = {
    "founding": gettext_lazy("Thành lập"),
    "rename": gettext_lazy("Đổi tên"),
    "move": gettext_lazy("Đổi cơ quan cấp trên"),
    "merge": gettext_lazy("Hợp nhất, sáp nhập"),
    "split": gettext_lazy("Chia tách"),
    "dissolution": gettext_lazy("Giải thể"),
    "transfer": gettext_lazy("Chuyển lĩnh vực"),
    "level-end": gettext_lazy("Kết thúc một cấp"),
}
EFFECTS = {
    "founding": gettext_lazy("Lập đơn vị mới."),
    "rename": gettext_lazy("Đơn vị tiếp tục với tên hoặc loại khác (ví dụ xã thành phường)."),
    "move": gettext_lazy("Đơn vị tiếp tục, trực thuộc cấp trên khác."),
    "merge": gettext_lazy("Nhiều đơn vị chấm dứt, một đơn vị tiếp nhận tất cả."),
    "split": gettext_lazy("Đơn vị được chia cho nhiều đơn vị; có thể chấm dứt hoặc còn phần còn lại."),
    "dissolution": gettext_lazy("Đơn vị chấm dứt; ghi ai tiếp nhận việc gì, hoặc để ngỏ."),
    "transfer": gettext_lazy("Một lĩnh vực chuyển sang đơn vị khác; cả hai tiếp tục."),
    "level-end": gettext_lazy("Một cấp hành chính kết thúc: địa bàn và lĩnh vực về những đơn vị tiếp nhận."),
}
SCOPES = {"*": gettext_lazy("mọi việc"), **scopes()}
THINGS = {"units.post": gettext_lazy("Chức vụ"), "work.occurrence": gettext_lazy("Việc đang làm")}
TREES = {
    "state": gettext_lazy("Chính quyền"),
    "party": gettext_lazy("Đảng"),
    "mass": gettext_lazy("Mặt trận, đoàn thể"),
}
