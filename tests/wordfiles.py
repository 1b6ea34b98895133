"""Word files written by hand, so that a test says which XML it is about."""

from __future__ import annotations

import io
import zipfile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, inner: str) -> str:
    """A part with the usual namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{inner}</w:{root}>'


def word(body: str, **parts: str) -> bytes:
    """A .docx with this body; ``parts`` are the insides of other parts by the name of their root."""
    names = {"hdr": "header1", "ftr": "footer1"}
    files: dict[str, str | bytes] = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{names.get(root, root)}.xml": part(root, inner) for root, inner in parts.items()}
    return package(files)


def package(files: dict[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def p(*runs: str, num: tuple[int, int] | None = None, style: str = "", mark: str = "") -> str:
    """A paragraph; a run that is no XML is its words. ``num`` is its list and level."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        named += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p><w:pPr>{named}{mark}</w:pPr>{inner}</w:p>"


def r(words: str) -> str:
    """A run of words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def bold(words: str) -> str:
    """A run of bold words."""
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(*paragraphs: str, props: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(map(p, paragraphs))}</w:tc>"


def tbl(*rows: str) -> str:
    """A table; each row is its cells joined."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def levels(*said: str, number: int = 1) -> str:
    """A list whose levels are said as "form text"; ``number`` is its pattern and its list."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, _, text) in enumerate(one.partition(" ") for one in said)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


def num(number: int, pattern: int, override: str = "") -> str:
    """A list that follows a pattern."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>{override}</w:num>'
