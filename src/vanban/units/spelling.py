"""Names made comparable: in which ways the same name may be written.

A name becomes *atoms*. A word is one atom, in small letters with its tone behind it ("hoà", "hòa" → "hoa`"), so that
both tone styles, NFC and NFD are one. An abbreviation is parted into its letters, one capital atom each ("UBND" →
"U", "B", "N", "D"): a letter stands for any word that begins with it. Punctuation, "và" and "của" are no atoms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final, NamedTuple
from unicodedata import is_normalized, normalize

Atoms = tuple[str, ...]

_TONES: Final = {"\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "."}
_SIGNS: Final = "".join(_TONES.values())
_TOKEN = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*|[,;&/–—-]")
_HARD: Final = frozenset((",", ";", "&", "/", "va`"))
_SOFT: Final = frozenset(("-", "–", "—"))
_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_NUMERAL = re.compile(r"0*(\d+)|x{0,3}(?:ix|iv|v?i{1,3}|v)|x{2,3}")
FILLERS: Final = frozenset(("cua?", *_HARD, *_SOFT))
_MOST_WAYS: Final = 8
_MOST_SEEN: Final = 32_768
_LONG: Final = 6  # shorter words are not mended: too many others are near
LONGEST: Final = 400
"""No name has more letters; what is longer is none."""


def nfc(text: str) -> str:
    """The text in composed letters; the Icelandic letter that looks like Đ is Đ."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text.replace("Ð", "Đ").replace("ð", "đ")


@lru_cache(maxsize=32_768)
def folded(word: str) -> str:
    """One word in small letters, its tone behind it, without apostrophes; numbers without zeros before them."""
    parts = normalize("NFD", _APOSTROPHE.sub("", word).lower())
    tones = "".join(_TONES[sign] for sign in parts if sign in _TONES)
    letters = normalize("NFC", "".join(sign for sign in parts if sign not in _TONES))
    if letters.isdigit():
        letters = letters.lstrip("0") or "0"
    return letters + tones


@lru_cache(maxsize=32_768)
def bare(word: str) -> str:
    """A folded word without any marks: "đương`" → "duong"."""
    letters = "".join(sign for sign in normalize("NFD", word.rstrip(_SIGNS)) if sign.isalnum())
    return letters.replace("đ", "d")


@lru_cache(maxsize=32_768)
def initial(word: str) -> str:
    """The letter that stands for an atom in an abbreviation, without marks."""
    return bare(word.lower())[:1] or word[:1]


def initials(atoms: Iterable[str]) -> str:
    """The initial of every atom: the same for a name and for all its abbreviations."""
    return "".join(map(initial, atoms))


def words(name: str) -> Atoms:
    """The atoms of a name that is written out: no token is an abbreviation."""
    return tuple(word for token in _TOKEN.findall(nfc(name)) if (word := folded(token)) not in FILLERS)


class Form(NamedTuple):
    """A name that others are compared with: letters of an abbreviation in it stand for no words. ``seams`` are the
    places between its words where something parts them."""

    atoms: Atoms
    seams: frozenset[int] = frozenset()


def is_abbreviation(token: str) -> bool:
    """Whether a token of a name in small and capital letters is an abbreviation."""
    word = folded(token)
    return token.isupper() and len(token) > 1 and not is_numeral(word) and word[-1] not in _SIGNS


def abbreviations(name: str) -> set[str]:
    """The abbreviations in a name, folded."""
    return {folded(token) for token in _TOKEN.findall(nfc(name)) if is_abbreviation(token)}


def form(name: str) -> Form:
    """A name that others are compared with."""
    found: list[str] = []
    seams: set[int] = set()
    for token in _TOKEN.findall(nfc(name)):
        word = folded(token)
        if word in _HARD or word in _SOFT:
            seams.add(len(found))
        elif is_abbreviation(token):
            found.extend(word.upper())
        elif word not in FILLERS:
            found.append(word)
    return Form(tuple(found), frozenset(seams))


class Written(NamedTuple):
    """A name as atoms; ``inside`` are the places within an abbreviation, where its letters may be parted, ``breaks``
    those where a comma or "và" parts two words, ``letters`` those of the letters of abbreviations."""

    atoms: Atoms
    inside: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    initials: str = ""
    letters: frozenset[int] = frozenset()

    def tail(self, start: int) -> tuple[Atoms, tuple[int, ...], tuple[int, ...]]:
        """What is written from a place on: atoms, places within abbreviations and breaks, counted from there."""
        inside = tuple(sorted([at - start for at in self.inside if at >= start]))
        breaks = tuple(sorted([at - start for at in self.breaks if at >= start]))
        return self.atoms[start:], inside, breaks


class Piece(NamedTuple):
    """One way to read a token: its atoms and their initials; ``is_letters`` where it is an abbreviation."""

    atoms: Atoms
    initials: str
    is_letters: bool = False


Pieces = tuple[Piece, ...]
_NOTHING: Final = Piece((), "")
_BREAK: Final = Piece((), "", is_letters=True)


class Writer:
    """Turns names into atoms. It keeps what each token is: names are made of few words.

    ``known`` are folded words: in a name all in capitals they tell words from abbreviations. ``shorts`` are folded
    abbreviations, with the words that they stand for where these are more than its initials.
    """

    def __init__(self, *, known: frozenset[str], shorts: Mapping[str, Sequence[Atoms]]) -> None:
        self._known, self._shorts = known, shorts
        self._seen: tuple[dict[str, Pieces], dict[str, Pieces]] = ({}, {})

    def written(self, name: str) -> tuple[Written, ...]:
        """A name as atoms, in every way that it can be read; the first takes each abbreviation for initials."""
        tokens = _TOKEN.findall(nfc(name[:LONGEST]))
        is_loud = _is_loud(tokens)
        seen = self._seen[is_loud]
        ways = [seen.get(token) or self._look_at(token, is_loud=is_loud) for token in tokens]
        return tuple(map(_joined, islice(product(*ways), _MOST_WAYS)))

    def _look_at(self, token: str, *, is_loud: bool) -> Pieces:
        word, seen = folded(token), self._seen[is_loud]
        if len(seen) >= _MOST_SEEN:
            seen.clear()
        if word in FILLERS:
            pieces: Pieces = (_BREAK if word in _HARD else _NOTHING,)
        elif _is_short(token, word, is_loud=is_loud, known=self._known, shorts=self._shorts):
            letters = tuple(word.rstrip(_SIGNS).upper())
            longs = tuple(Piece(long, initials(long)) for long in self._shorts.get(word, ()))
            pieces = (Piece(letters, initials(letters), letters[0].isupper()), *longs)
        else:
            pieces = (Piece((word,), initial(word)),)
        seen[token] = pieces
        return pieces


def _is_loud(tokens: Iterable[str]) -> bool:
    """Whether no letter is small; most names show that soon."""
    return not any(token.islower() for token in tokens) and not any(map(str.islower, "".join(tokens)))


def without(name: Written, *, at: int) -> Written:
    """A name without the atom at a place, a whole word."""
    atoms = name.atoms[:at] + name.atoms[at + 1 :]
    inside, breaks, letters = (
        frozenset(one - (one > at) for one in places) for places in (name.inside, name.breaks, name.letters)
    )
    return Written(atoms, inside, breaks, initials(atoms), letters)


def _joined(pieces: Sequence[Piece]) -> Written:
    atoms: list[str] = []
    breaks: list[int] = []
    letters: list[int] = []
    inside: list[int] = []
    for piece in pieces:
        found, _, is_letters = piece
        if piece is _BREAK:
            breaks.append(len(atoms))
        elif is_letters:
            at, end = len(atoms), len(atoms) + len(found)
            letters.extend(range(at, end))
            inside.extend(range(at + 1, end))
        atoms += found
    return Written(
        tuple(atoms),
        frozenset(inside),
        frozenset(breaks),
        "".join([piece.initials for piece in pieces]),
        frozenset(letters),
    )


def _is_short(
    token: str, word: str, *, is_loud: bool, known: frozenset[str], shorts: Mapping[str, Sequence[Atoms]]
) -> bool:
    if not token.isalpha() or is_numeral(word):
        return len(token) == 1 and token.isupper()  # "v" may be a number, and stands for no word
    if len(token) == 1:
        return token.isupper() and word[-1] not in _SIGNS  # "Ý Yên", "Krông Á"
    if token.isupper():
        return word[-1] not in _SIGNS and not (is_loud and word in known)
    return word in shorts and word not in known


def is_numeral(word: str) -> bool:
    """Whether a folded word is a number: no letter stands for it."""
    return _NUMERAL.fullmatch(word) is not None


def _stands_for(atom: str, word: str) -> bool:
    return atom == word or atom.isupper() and _is_letter_of(atom, word)


@lru_cache(maxsize=32_768)
def _is_letter_of(letter: str, word: str) -> bool:
    letter = letter.lower()
    if letter == word:
        return True
    first = "d" if word[0] == "đ" else word[0]
    return word.islower() and not is_numeral(word) and first == ("d" if letter == "đ" else letter)


def matches(found: Atoms, *, form: Atoms) -> bool:
    """Whether atoms of the same number say the words of ``form``, written out or as letters."""
    return found == form or all(map(_stands_for, found, form))


def letters(found: Iterable[str]) -> int:
    """How many of the atoms are letters of abbreviations."""
    return sum(map(str.isupper, found))


@lru_cache(maxsize=65_536)
def squeezed(found: Atoms) -> str:
    """The atoms as one small word with their marks, so that it does not count how a name is parted: "Phan Rang -
    Tháp Chàm", "Phanrang - Tháp Chàm"."""
    return "".join(found).lower()


@lru_cache(maxsize=65_536)
def unmarked(found: Atoms) -> str:
    """The atoms as one word without marks."""
    return "".join(map(bare, found)).lower()


def is_near(one: str, *, other: str) -> bool:
    """Whether two folded words are the same but for their tones and at most one letter: put in, left out, another
    one, or two in the wrong order. A number is near nothing: another number is another name."""
    if is_numeral(one.lower()) or is_numeral(other.lower()):
        return False
    first, second = one.rstrip(_SIGNS), other.rstrip(_SIGNS)
    if first == second:
        return True
    if abs(len(first) - len(second)) > 1:
        return False
    at = 0
    while at < min(len(first), len(second)) and first[at] == second[at]:
        at += 1
    a, b = first[at:], second[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def is_long(found: Iterable[str]) -> bool:
    """Whether a name is long enough that one wrong letter leaves no doubt of what was meant."""
    return sum(len(atom.rstrip(_SIGNS)) for atom in found if not atom.isupper()) >= _LONG
