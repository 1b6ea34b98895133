"""Words that were typed in the fonts from before Unicode (TCVN3, VNI, VISCII, VPS, CP1258), in Unicode.

Where a file names the fonts of its words they tell (:func:`said`), else the words themselves (:func:`mended`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import NamedTuple

from vanban.files.blocks import Content, changed, text_of
from vanban.files.capitals import raised
from vanban.files.oldcodes import read_as_windows, turned
from vanban.files.oldwords import (
    encodings_in,
    holds_words,
    is_mostly_old,
    is_old_text,
    sure_words_turned,
    weigh,
    words_turned,
)
from vanban.files.vni import BASES, MARKS
from vanban.grammar.lexicon import table

REMARK = "old-font"
"""What a reader adds to the remarks of a content whose words :func:`said` has turned."""
_LONGEST = 100
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[ ,-]*(?:Bold|Italic|Oblique|Regular|Normal|MT))+$|,.*$", re.IGNORECASE)
_FONTS = [
    (
        row["encoding"],
        re.compile(row["pattern"], re.IGNORECASE),
        re.compile(row["capitals"]) if "capitals" in row else None,
    )
    for row in table("oldfonts")["font"]
]
_DOUBTFUL = "®µ¸ñäöðÞÇÜ\uf0ae"
"""Signs of which every text in an old encoding soon has one, and a Vietnamese text in Unicode none."""
_VIETNAMESE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")
"""Letters of Vietnamese that Unicode has and Windows has not."""


class Face(NamedTuple):
    """What a font shows: letters of an encoding; ``capitals`` where it shows all of them as capitals."""

    encoding: str
    capitals: bool = False


@lru_cache(maxsize=1024)
def face_of(font: str) -> Face | None:
    """What an old font shows; None for a font of Unicode."""
    name = _STYLE.sub("", _SUBSET.sub("", font[:_LONGEST].strip(" \"'\x00")))
    for encoding, pattern, capitals in _FONTS:
        if pattern.match(name):
            return Face(encoding, capitals is not None and capitals.search(name) is not None)
    return None


REMARK = "old-font"
"""What a reader adds to the remarks of a content whose words :func:`said` has turned."""


def encoding_of(font: str) -> str | None:
    """The encoding that a font's name stands for: "tcvn3", "vni", …; None for a font of Unicode."""
    face = face_of(font)
    return face.encoding if face else None


@cache
def font_of(encoding: str) -> str:
    """The name of a font of the encoding; "" where it was a code page that no font stands for."""
    return next((row["samples"][0] for row in table("oldfonts")["font"] if row["encoding"] == encoding), "")


def is_old(font: str) -> bool:
    """Whether the font is one from before Unicode. It costs next to nothing when asked again."""
    return face_of(font) is not None


def said(runs: Iterable[tuple[str, str]]) -> str:
    """The words of ``(text, font)`` pieces in order, in Unicode. A piece may end within a letter."""
    return "".join(each_said(runs))


def each_said(runs: Iterable[tuple[str, str]]) -> list[str]:
    """The same, piece for piece: a letter that two pieces share stands in the first.

    Words that are in Unicode already, whatever their font, stay as they are.
    """
    pieces = list(runs)
    texts = [text for text, _ in pieces]
    faces = [face_of(font) for _, font in pieces]
    for encoding in {face.encoding for face in faces if face}:
        own = {at: face for at, face in enumerate(faces) if face and face.encoding == encoding}
        if encoding == "vni":
            _move_marks(texts, list(own))
        turn = _turning("".join(texts[at] for at in own), encoding)
        if turn is not None:
            made = _each([texts[at] for at in own], turn)
            made = _each(made, raised) if encoding == "tcvn3" else made
            for (at, face), text in zip(own.items(), made, strict=True):
                texts[at] = text.upper() if face.capitals else text
    return texts


def _move_marks(texts: list[str], own: list[int]) -> None:
    """A mark that stands apart from its vowel goes to it."""
    last = -1
    for at in own:
        text = texts[at]
        if last >= 0 and text[:1] in MARKS and texts[last][-1] in BASES and not any(texts[last + 1 : at]):
            texts[last], texts[at] = texts[last] + text[0], text[1:]
        if texts[at]:
            last = at


def _turning(text: str, encoding: str) -> Callable[[str], str] | None:
    """How words of one paragraph, whose fonts say that they are in the encoding, are turned; None where they
    are in Unicode."""
    weight = weigh(text, encoding=encoding)
    if not _VIETNAMESE.search(text):
        return partial(turned, encoding=encoding) if weight.old >= weight.now else None
    if weight.old <= weight.now:
        return None
    if _is_misread(text, encoding):
        return lambda piece: turned(read_as_windows(piece), encoding=encoding)
    return partial(words_turned, encoding=encoding)


def _is_misread(text: str, encoding: str) -> bool:
    """Whether all that looks like Vietnamese is what the Windows page for Vietnamese made of codes."""
    signs = {sign: read_as_windows(sign) for sign in _VIETNAMESE.findall(text)}
    return all(turned(meant, encoding=encoding) not in (sign, meant) for sign, meant in signs.items())


def _each(texts: list[str], change: Callable[[str], str]) -> list[str]:
    """Pieces changed as one text where that stays as long as it is, so that a sign knows those beside it."""
    whole, at, pieces = change("".join(texts)), 0, []
    if len(whole) != sum(map(len, texts)):
        return list(map(change, texts))
    for text in texts:
        pieces.append(whole[at : at + len(text)])
        at += len(text)
    return pieces


def is_doubtful(text: str) -> bool:
    """Whether a text may hold words in an old encoding: a quick look that passes over nearly all texts."""
    return any(sign in text for sign in _DOUBTFUL)


def mended(content: Content) -> Content:
    """The content in Unicode where its words, whose fonts did not tell, are plainly of another encoding."""
    words = text_of(content.blocks)
    encodings = encodings_in(words) if is_doubtful(words) else ()
    if not encodings:
        return content
    mender = _Mender(encodings, words)
    blocks = tuple(changed(block, change=mender.text) for block in content.blocks)
    remarks = content.remarks if REMARK in content.remarks else (*content.remarks, REMARK)
    return replace(content, blocks=blocks, remarks=remarks)


class _Mender:
    """Turns the texts of a document one after the other, each by what its own words say.

    Where they say nothing, it follows the text before it, if hardly any word of the document is in Unicode.
    """

    def __init__(self, encodings: tuple[str, ...], words: str) -> None:
        self.encodings = encodings
        self.last = encodings[0]
        self.mostly = any(is_mostly_old(weigh(words, encoding=name)) for name in encodings)

    def text(self, text: str) -> str:
        if text.isascii():
            return text
        encoding = self._encoding(text)
        if encoding is None:
            for name in self.encodings:
                text = sure_words_turned(text, encoding=name)
            return text
        text = words_turned(text, encoding=encoding)
        return raised(text) if encoding == "tcvn3" else text

    def _encoding(self, text: str) -> str | None:
        weights = {name: weigh(text, encoding=name) for name in self.encodings}
        best = max(weights, key=lambda name: (weights[name].old - weights[name].now, name == self.last))
        if not any(weights[best]):
            return best if self.mostly and holds_words(text) else None
        if not is_old_text(weights[best]):
            return None
        self.last = best
        return best
