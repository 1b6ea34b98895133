"""How a parser's child process and its parent talk: frames of bytes over pipes, blocks as JSON."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

from vanban.files.blocks import Block, Content, Paragraph, Table

SIZE = struct.Struct(">I")


def put(stream: IO[bytes], *, data: bytes) -> None:
    stream.write(SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def take(stream: IO[bytes]) -> bytes | None:
    """The next frame; None at the end."""
    head = stream.read(SIZE.size)
    if len(head) < SIZE.size:
        return None
    size = SIZE.unpack(head)[0]
    data = stream.read(size)
    return data if len(data) == size else None


def pack(content: Content) -> bytes:
    """As JSON; a paragraph of which only the words are known is its words alone."""
    blocks = [_packed(block) for block in content.blocks]
    value = [content.kind, blocks, content.pages, content.wrapped, content.remarks, content.pictured]
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _packed(block: Block) -> Any:
    if isinstance(block, Table):
        return [block.rows, block.page]
    if block.page or block.note or block.margin or block.strong:
        return list(block)
    return block.text


def unpack(data: bytes) -> Content:
    kind, blocks, pages, wrapped, remarks, pictured = json.loads(data.decode("utf-8", "replace"))
    made = tuple(Paragraph(block) if isinstance(block, str) else _unpacked(block) for block in blocks)
    return Content(kind, made, pages, wrapped, tuple(remarks), pictured=pictured)


def _unpacked(block: list[Any]) -> Block:
    if isinstance(block[0], str):
        return Paragraph(*block)
    return Table(tuple(tuple(tuple(cell) for cell in row) for row in block[0]), block[1])
