"""How what belongs to plans and tasks is said."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from caytre.web import wording

STANDINGS = {
    "draft": gettext_lazy("Dự thảo"),
    "issued": gettext_lazy("Đã giao"),
    "withdrawn": gettext_lazy("Đã rút"),
    "superseded": gettext_lazy("Đã thay thế"),
}
DECISIONS = {
    "new": gettext_lazy("Chưa quyết định"),
    "accepted": gettext_lazy("Đã nhận"),
    "edited": gettext_lazy("Đã nhận, có sửa"),
    "refused": gettext_lazy("Đã bỏ"),
    "gone": gettext_lazy("Văn bản không còn nêu"),
}
SIX = {
    "people": gettext_lazy("rõ người"),
    "work": gettext_lazy("rõ việc"),
    "time": gettext_lazy("rõ thời gian"),
    "answerable": gettext_lazy("rõ trách nhiệm"),
    "authority": gettext_lazy("rõ thẩm quyền"),
    "product": gettext_lazy("rõ sản phẩm"),
}
PARTS = {
    "lead": gettext_lazy("Chủ trì"),
    "member": gettext_lazy("Cùng thực hiện"),
    "coordinate": gettext_lazy("Phối hợp"),
    "monitor": gettext_lazy("Theo dõi"),
    "through": gettext_lazy("Gửi qua"),
    "approve": gettext_lazy("Phê duyệt"),
    "inform": gettext_lazy("Để biết"),
}
KINDS = {"unspecified": gettext_lazy("Chưa rõ thời gian"), **wording.KINDS}
DIFFERS = {
    "text": gettext_lazy("nội dung"),
    "product": gettext_lazy("sản phẩm"),
    "lead": gettext_lazy("chủ trì"),
    "coordinators": gettext_lazy("phối hợp"),
    "time": gettext_lazy("thời gian"),
}
