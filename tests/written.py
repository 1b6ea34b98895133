"""Invented documents to be written, so that a test says only what it changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import docx
from lxml import etree

from vanban.model import Signatory
from vanban.writing import Annex, Block, Carrier, Paper, Row, annex

HEADINGS = {"II": "NHIỆM VỤ", "II.1": "Tuyên truyền", "II.2": "Thông tin trên mạng"}
ROWS = (
    Row(
        "Tổ chức hội nghị phổ biến Kế hoạch đến các thôn",
        "Phòng Văn hóa - Xã hội",
        "Văn phòng HĐND và UBND xã",
        "Trước ngày 15/3/2031",
        "Biên bản hội nghị",
        section="II.1",
    ),
    Row("Biên soạn tờ gấp giới thiệu xã", "Phòng Kinh tế", "Các thôn", "Quý II/2031", "Tờ gấp", section="II.1"),
    Row("Mở chuyên mục về rừng tre", "Văn phòng HĐND và UBND xã", "", "Thường xuyên", "Chuyên mục", section="II.2"),
)  # fmt: skip
CARRIER = Carrier("Kế hoạch", "Ủy ban nhân dân xã Suối Trúc", "KH-UBND", "31", date(2031, 2, 5))


def task_annex(**changes: Any) -> Annex:
    """An annex of three tasks under three headings."""
    return replace(annex(ROWS, headings=HEADINGS, carrier=CARRIER), **changes)


def plan(**changes: Any) -> Paper:
    """A plan of the invented commune, its annex with it."""
    paper = Paper(
        style="nd30",
        issuer="Ủy ban nhân dân xã Suối Trúc",
        symbol="KH-UBND",
        title="Thông tin đối ngoại năm 2031",
        type="Kế hoạch",
        number="31",
        place="Suối Trúc",
        date=date(2031, 2, 5),
        body=(
            Block("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "basis"),
            Block("Ủy ban nhân dân xã ban hành Kế hoạch thông tin đối ngoại năm 2031 như sau:"),
            Block("MỤC ĐÍCH, YÊU CẦU", "heading", "I."),
            Block(
                "Giới thiệu suối và rừng tre của xã với bạn bè trong và ngoài tỉnh; thông tin đúng, đủ và kịp thời."
            ),
            Block("NHIỆM VỤ", "heading", "II."),
            Block("Nhiệm vụ được phân công tại Phụ lục kèm theo Kế hoạch này."),
            Block("Trên đây là Kế hoạch thông tin đối ngoại năm 2031./."),
        ),
        signatory=Signatory("Lê Văn Trúc", "PHÓ CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
        recipients=("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH"),
        annexes=(task_annex(),),
    )
    return replace(paper, **changes)


def party_plan(**changes: Any) -> Paper:
    """The same of the Party's committee."""
    changed: dict[str, Any] = {
        "style": "hd36",
        "issuer": "Đảng ủy xã Suối Trúc",
        "parent": "Tỉnh ủy Bến Mây",
        "symbol": "KH/ĐU",
        "number": "7",
        "signatory": Signatory("Trần Thị Mây", "BÍ THƯ", ("T/M BAN THƯỜNG VỤ",)),
        "recipients": ("Tỉnh ủy (b/c)", "Các chi bộ", "Lưu Văn phòng Đảng ủy"),
    }
    return plan(**(changed | changes))


def letter(**changes: Any) -> Paper:
    """A letter, which has no type."""
    changed = {"type": None, "symbol": "UBND-VX", "title": "mượn phòng đọc", "annexes": ()}
    return plan(**(changed | {"addressees": ("Thư viện tỉnh",)} | changes))


def opened(data: bytes) -> Any:
    """The document as python-docx sees it."""
    return docx.Document(io.BytesIO(data))


def edited(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The bytes after ``change`` was made to the document."""
    document = opened(data)
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(data: bytes) -> list[str]:
    """Every paragraph with words, those in tables too, blanks kept."""
    paragraphs = opened(data).element.body.iter("{*}p")
    texts = ("".join(node.text or "" for node in one.iter("{*}t")) for one in paragraphs)
    return [text for text in texts if text]


def part(data: bytes, name: str) -> Any:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))
