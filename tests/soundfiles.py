"""A small sound file of each kind, the parts that it is made of, and whether it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from docfiles import doc, inner_row, row
from docfiles import p as p_doc
from doclists import listed, starts
from odtfiles import cell, items, numbered, odt, root, table
from pdffiles import pdf
from rtffiles import par, rtf
from rtffiles import row as row_rtf
from vanban.errors import Refused
from vanban.files.blocks import Content, Table
from wordfiles import levels, num, p, part, tbl, tc, word

BODY = (
    p("Sửa kè", num=(1, 0)) + p("Trồng tre", num=(1, 1)) + tbl(tc("TT") + tc("Việc"), tc("1") + tc("Dọn rác"))
)
DOCUMENT = part("document", f"<w:body>{BODY}</w:body>")
NUMBERING = part("numbering", levels("upperRoman %1.", "decimal %2.") + num(1, 1))
PAGE = (
    "<html><head><meta charset='utf-8'></head><body><p>Sửa kè<br>- Trồng tre</p><ol start='3'><li>Dọn rác</ol>"
    "<table><tr><td colspan='2'>Việc</td></tr><tr><td rowspan='3'>1</td><td>Họp&nbsp;dân</td></tr></table>"
)
LISTED = numbered("L", 'style:num-format="I" style:num-suffix="."')
TEXT = (
    items("<text:p>Sửa kè</text:p>", "<text:p>Trồng<text:tab/>tre</text:p>", style="L")
    + table(cell("TT") + cell("Việc"), cell("1") + cell("Dọn rác", marks=' table:number-columns-spanned="2"'))
)  # fmt: skip
RICH = (
    par(r"{\listtext\pard\plain I.\tab}Sửa {\b kè}{\*\bkmkstart a}") + par(r"Trồng\line tre {\footnote \pard Chú}")
    + row_rtf("TT", "Việc", edges=(900, 3000)) + row_rtf("1", "Dọn", r"r\'e1c", edges=(900, 2000, 3000))
)  # fmt: skip
LETTER = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: image/png\r\n'
    '\r\nx\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
    "\r\n{}\r\n--b--"
)


CONTENT = root(
    "document-content",
    f"<office:automatic-styles>{LISTED}</office:automatic-styles><office:body><office:text>{TEXT}</office:text></office:body>",
)


@cache
def sound() -> dict[str, bytes]:
    """A small sound file of each kind."""
    return {
        "docx": word(BODY, numbering=levels("upperRoman %1.", "decimal %2.") + num(1, 1)),
        "doc": doc(
            p_doc("Sửa kè", num=(1, 0)),
            row("TT", "Việc", flags=(0x60, 0)),
            row("1", [p_doc("Dọn"), *inner_row("a", "b"), p_doc("rác")], flags=(0x20, 0)),
            p_doc("Trồng tre \x13 IF \x14xong\x15", num=(1, 1)),
            notes=[p_doc("Từ 2030")],
            boxes=[(2, [p_doc("Khung")])],
            lists=listed(["upperRoman %1.", "decimal %2."], uses=[(0, starts(0, 2), 1)]),
        ),
        "pdf": pdf(lines=["Sửa kè suối Mây ở thôn Trúc trong quý I năm 2030"] * 4),
        "rtf": rtf(RICH),
        "odt": odt(TEXT, automatic=LISTED),
        "mht": LETTER.format(PAGE.replace("=", "=3D")).encode(),
        "html": PAGE.encode(),
        "text": "Sửa kè\nTrồng tre\n".encode(),
    }


def outcome(read: Callable[[], Content]) -> str:
    """ "read" or the code of the refusal; any other error goes through."""
    try:
        content = read()
    except Refused as refusal:
        assert str(refusal)
        return refusal.code
    for block in content.blocks:
        words = (
            [word for row in block.rows for cell in row for word in cell]
            if isinstance(block, Table)
            else None
        )
        for text in words if words is not None else [block.text]:
            assert unicodedata.is_normalized("NFC", text)
            text.encode()
        if isinstance(block, Table):
            assert len({len(row) for row in block.rows}) == 1
    return "read"
