"""OpenDocument texts written by hand, in the shapes that LibreOffice writes."""

from __future__ import annotations

import io
import zipfile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{short}="{_OASIS}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("manifest", "manifest"),
    )
) + ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'  # fmt: skip
FACES = (
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"/>'
    '<style:font-face style:name=".VnTime1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls>'
)
KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, *, automatic: str = "", styles: str = "", masters: str = "", soft: str = "") -> bytes:
    """A text with this body. ``automatic`` and ``styles`` are its styles, ``masters`` its kinds of pages."""
    text = f"<office:text{soft}>{body}</office:text>"
    inner = f"{FACES}<office:automatic-styles>{automatic}</office:automatic-styles><office:body>{text}</office:body>"
    common = (
        f"{FACES}<office:styles>{styles}</office:styles><office:automatic-styles/>"
        f"<office:master-styles>{masters}</office:master-styles>"
    )
    manifest = (
        f'<manifest:manifest {_SPACES}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>'
    )
    return packed(
        {
            "content.xml": root("document-content", inner),
            "styles.xml": root("document-styles", common),
            "META-INF/manifest.xml": manifest,
        }
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A package of these parts; what kind it is stands at its start, not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        for name, xml in parts.items():
            made.writestr(name, xml)
    return stream.getvalue()


def root(name: str, inner: str) -> str:
    """A part with the usual namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{name} {_SPACES}>{inner}</office:{name}>'


def p(inner: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def h(inner: str, level: int = 1, marks: str = "") -> str:
    """A heading."""
    return f'<text:h text:style-name="Standard" text:outline-level="{level}"{marks}>{inner}</text:h>'


def span(inner: str, style: str) -> str:
    """Words in a style of their own."""
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def items(*inner: str, style: str = "", marks: str = "") -> str:
    """A list; each item is what stands in it."""
    named = f' text:style-name="{style}"' if style else ""
    made = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f"<text:list{named}{marks}>{made}</text:list>"


def style(name: str, family: str = "text", text: str = "", paragraph: str = "", marks: str = "") -> str:
    """A style with these properties."""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{marks}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {text}/></style:style>"
    )


def numbered(name: str, *levels: str, kind: str = "list-style") -> str:
    """A list style; each level is its marks, with a sign for bullets."""
    start = "outline" if kind == "outline-style" else "list"
    made = "".join(
        f'<text:list-level-style-bullet text:level="{at}" text:bullet-char="{said}"/>'
        if "=" not in said
        else f'<text:{start}-level-style{"" if start == "outline" else "-number"} text:level="{at}" {said}/>'
        for at, said in enumerate(levels, 1)
    )
    return f'<text:{kind} style:name="{name}">{made}</text:{kind}>'


def cell(*paragraphs: str, marks: str = "") -> str:
    """A cell."""
    return f"<table:table-cell{marks}>{''.join(map(p, paragraphs))}</table:table-cell>"


def table(*rows: str) -> str:
    """A table; each row is its cells joined."""
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="2"/>{made}</table:table>'
