"""RTF files written by hand, in the shapes that Word and LibreOffice write."""

from __future__ import annotations

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}"
    r"{\f1\fswiss\fcharset163\fprq2 Arial (Vietnamese);}{\f2\froman\fcharset2\fprq2 Symbol;}"
    r"{\f3\fnil\fcharset134\fprq2 SimSun{\*\falt \'cb\'ce\'cc\'e5};}{\f4\fswiss\cpg1250\fprq2 Arial CE;}}"
)
COLORS = r"{\colortbl;\red0\green0\blue0;\red0\green0\blue255;}"
STYLES = (
    r"{\stylesheet{\ql\nowidctlpar \fs24\cgrid \snext0 Normal;}{\s1\keepn \b\f1\fs28 \sbasedon0 \snext0 heading 1;}"
    r"{\*\cs10 \additive Default Paragraph Font;}{\s2\qj \fs26 \sbasedon1 \snext2 Title;}}"
)
INFO = r"{\info{\title B\'e1o c\'e1o}{\author An}{\creatim\yr2030\mo7\dy10}{\nofpages6}}"


def rtf(body: str, head: str = FONTS + COLORS + STYLES + INFO) -> bytes:
    """A file with this body. Letters that ASCII lacks are written as Word does it."""
    return written(
        rf"{{\rtf1\ansi\ansicpg1252\uc1 \deff0\deflang1033{head}\paperw11907\widowctrl\sectd {body}}}"
    )


def written(text: str) -> bytes:
    """Letters beyond ASCII as their numbers, behind each a sign for readers that know no Unicode."""
    return "".join(
        sign if sign.isascii() else rf"\u{code - 65_536 if (code := ord(sign)) > 32_767 else code}\'3f"
        for sign in text
    ).encode("ascii")


def par(words: str, marks: str = r"\pard\plain \qj\nowidctlpar \fs26") -> str:
    """A paragraph with a run of these words."""
    return marks + " {" + words + "\r\n\\par }"


def row(*cells: str, edges: tuple[int, ...], marks: dict[int, str] | None = None) -> str:
    """A row of a table; ``marks`` stand before the edge of a cell."""
    form = "".join(
        rf"{(marks or {}).get(at, '')}\clvertalt\cltxlrtb \cellx{edge}" for at, edge in enumerate(edges)
    )
    inner = "".join(f"{{{cell}\\cell }}" for cell in cells)
    return (
        rf"\trowd \trgaph108\trleft0 {form}\pard\plain \nowidctlpar\intbl \fs26 {inner}\pard \intbl {{\row }}"
    )
