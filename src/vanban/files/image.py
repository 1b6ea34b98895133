"""Stub."""

from __future__ import annotations

from vanban.errors import NotYetReadable
from vanban.files.blocks import Content


def read_image(data: bytes) -> Content:
    raise NotYetReadable
