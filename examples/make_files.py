"""Make the example that Word numbers by itself and the one that is a PDF: python examples/make_files.py"""

from __future__ import annotations

import datetime
from pathlib import Path

import typst
from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
MADE = datetime.datetime(2031, 4, 10, 8, 0, tzinfo=datetime.UTC)
FORMATS = [("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-")]
BODY: list[tuple[int | None, str]] = [
    (None, "Thực hiện Kế hoạch số 45/KH-UBND ngày 20/3/2031 của Ủy ban nhân dân tỉnh về sức khỏe học đường, "
           "Sở Y tế ban hành Kế hoạch như sau:"),
    (0, "MỤC ĐÍCH, YÊU CẦU"),
    (2, "Phát hiện sớm răng sâu ở học sinh tiểu học."),
    (2, "Không để học sinh nào bỏ học vì đau răng."),
    (0, "NHIỆM VỤ"),
    (1, "Khám và điều trị"),
    (2, "Khám răng cho toàn bộ học sinh tiểu học trong quý III/2031."),
    (2, "Trám răng sữa bị sâu ngay tại trường."),
    (1, "Truyền thông"),
    (2, "Dạy học sinh chải răng đúng cách."),
    (0, "TỔ CHỨC THỰC HIỆN"),
    (1, "Bệnh viện Răng Hàm Mặt tỉnh"),
    (2, "Chủ trì, phối hợp với Trung tâm Kiểm soát bệnh tật tổ chức các đội khám lưu động."),
    (2, "Báo cáo kết quả về Sở Y tế trước ngày 10/11/2031."),
    (1, "Trung tâm Kiểm soát bệnh tật"),
    (2, "In và phát tờ hướng dẫn cho các trường./."),
]  # fmt: skip
FOOT = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Sở Giáo dục và Đào tạo;\n- Các đơn vị trực thuộc;\n- Lưu: VT, NVY."
ANNEX = [
    ["TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm"],
    ["1", "Lập danh sách trường cần khám", "Phòng Nghiệp vụ Y", "Sở Giáo dục và Đào tạo",
     "Trước ngày 15/5/2031", "Danh sách trường"],
    ["2", "Mua ghế khám lưu động", "Phòng Kế hoạch - Tài chính", "Bệnh viện Răng Hàm Mặt tỉnh",
     "Tháng 6/2031", "Hợp đồng mua sắm"],
    ["3", "Kiểm tra chất lượng khám", "Thanh tra Sở", "", "Thường xuyên", ""],
]  # fmt: skip


def make_docx(path: Path) -> None:
    """A plan whose numbers are nowhere in its text: Word counts them."""
    document = Document()
    number = _numbering(document)
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "UBND TỈNH BẾN MÂY\nSỞ Y TẾ\n\nSố: 62/KH-SYT"
    head.cell(
        0, 1
    ).text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nBến Mây, ngày 10 tháng 4 năm 2031"
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Chăm sóc răng miệng cho học sinh năm 2031")
    for level, text in BODY:
        paragraph = document.add_paragraph(text)
        if level is not None:
            _count(paragraph, number=number, level=level)
    foot = document.add_table(1, 2)
    foot.cell(0, 0).text = FOOT
    foot.cell(0, 1).text = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\nHà Văn Ví Dụ"
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _annex(document)
    document.core_properties.author = "Cây Tre"
    document.core_properties.created = document.core_properties.modified = MADE
    document.save(str(path))


def _annex(document: Document) -> None:  # type: ignore[valid-type]
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    document.add_paragraph("(Kèm theo Kế hoạch số 62/KH-SYT ngày 10 tháng 4 năm 2031 của Sở Y tế)")
    table = document.add_table(len(ANNEX), len(ANNEX[0]))
    for row, words in zip(table.rows, ANNEX, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word


def _numbering(document: Document) -> int:  # type: ignore[valid-type]
    """Add a list of three levels to the document; returns its number."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(FORMATS)
    )
    numbering = document.part.numbering_part.element
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>')
    numbering.insert(0, abstract)
    return int(numbering.add_num(90).numId)


def _count(paragraph: Paragraph, *, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def make_pdf(path: Path) -> None:
    """A plan of several small pages: lines are wrapped, a sentence runs over the page break."""
    typst.compile(str(HERE / "08-ke-hoach.typ"), output=str(path))


if __name__ == "__main__":
    make_docx(HERE / "07-ke-hoach-tu-dong.docx")
    make_pdf(HERE / "08-ke-hoach.pdf")
