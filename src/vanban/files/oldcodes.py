"""What codes of the encodings from before Unicode mean, and which signs they have become in files of today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

from vanban.files import vni
from vanban.grammar.lexicon import table

Signs = dict[int, str]
"""Numbers of signs with the letters that they stand for, as ``str.translate`` takes them."""

_DATA = table("oldfonts")  # at import, since a child process opens no file later
_SYMBOLS = 0xF000
"""Symbol fonts show a code as the sign that is so much further on."""
_BLANK = 0xA0
_WESTERN = {code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0x100)}
_VIETNAMESE = {code: bytes([code]).decode("cp1258", errors="ignore") or chr(code) for code in _WESTERN}
_READ_AS_1258 = {ord(_VIETNAMESE[code]): sign for code, sign in _WESTERN.items() if sign != _VIETNAMESE[code]}
_ALIKE: dict[str, str] = _DATA["alike"]["anywhere"]
_WITHIN: dict[str, str] = _DATA["alike"]["within_words"]


def _codes(encoding: str) -> Signs:
    """Each code of an encoding with its letter."""
    return {
        int(first, 16) + at: letter
        for first, letters in _DATA[encoding].items()
        for at, letter in enumerate(letters)
    }


def _signs(letters: Signs) -> Signs:
    """The signs that a file of today may hold for codes, with the letters of the codes."""
    signs = {ord(sign): letter for code, letter in letters.items() for sign in _become(code)}
    return signs | {ord(sign): signs[ord(code)] for sign, code in _ALIKE.items() if ord(code) in signs}


def _become(code: int) -> Iterator[str]:
    """What a code has become; what was a blank that does not break has become a blank."""
    yield chr(_SYMBOLS + code)
    if code != _BLANK:
        yield chr(code)
        yield _WESTERN.get(code, chr(code))


_CODES = {name: _codes(name) for name in ("tcvn3", "viscii", "vps")}
_SIGNS = {name: _signs(letters) for name, letters in _CODES.items()} | {"cp1258": _signs(_VIETNAMESE)}
_OF_SYMBOLS = {_SYMBOLS + code: sign for code, sign in _WESTERN.items()}
_PLAIN = sorted({chr(sign) for signs in _SIGNS.values() for sign in signs if 0x7F < sign < _SYMBOLS})
FOREIGN = re.compile(f"[^\\x00-\\x7f\uf000-\uf0ff{''.join(_PLAIN)}{''.join(_WITHIN)}]")
"""A sign that no code of any of them has become."""

_TCVN3 = "A-Za-z" + "".join(map(chr, _SIGNS["tcvn3"]))
_DOTS = re.compile(f"(?<=[A-Za-z®§])[{''.join(sign for sign, code in _WITHIN.items() if code == '·')}]")
_MINUS = re.compile(f"(?<=[{_TCVN3}])−|−(?=[{_TCVN3}])")
_CAPITAL = "[À-ÖØ-ÞŒŠŽŸ]"


def _telling(signs: Signs) -> re.Pattern[str]:
    """A sign that is no letter beside a letter, or a capital with a mark among small letters."""
    strange = [chr(sign) for sign in signs if sign < _SYMBOLS and category(chr(sign)) not in ("Ll", "Lu")]
    sign = f"[{re.escape(''.join(strange))}µμ\uf000-\uf0ff]"
    return re.compile(f"[A-Za-z]{sign}|{sign}[A-Za-z]|[a-z]{_CAPITAL}|[A-Z]{_CAPITAL}[a-z]")


TELLING = {name: _telling(_SIGNS[name]) for name in _CODES} | {
    "cp1258": re.compile("[AEIOUYaeiouyÂâÊêÔôÃãÕõÝý][ÌÒÞìò]|[ðÐ][aeiou]"),
    "vni": vni.TELLING,
}
"""What stands in words of an encoding and in words of no language, or seldom."""
SAME = {
    name: frozenset(chr(sign) for sign, letter in signs.items() if chr(sign) == letter)
    for name, signs in _SIGNS.items()
} | {"vni": vni.SAME}
"""The signs that mean themselves."""
ENCODINGS = tuple(TELLING)
PAGES = ("viscii", "vps", "cp1258")
"""Those that were code pages of whole files; the other two are signs of Windows shown by fonts."""


def turned(text: str, *, encoding: str) -> str:
    """The text in Unicode and NFC, all of it being in the encoding."""
    if encoding == "vni":
        return normalize("NFC", vni.turned(text.translate(_OF_SYMBOLS)))
    text = restored(text) if encoding == "tcvn3" else text
    return normalize("NFC", text.translate(_SIGNS[encoding]))


def restored(text: str) -> str:
    """TCVN3 with its own signs for those that look like them; the text stays as long as it is."""
    if _WITHIN.keys().isdisjoint(text):
        return text
    return _MINUS.sub("\u00ad", _DOTS.sub("·", text))


def as_windows(data: bytes) -> str:
    """Bytes as the signs that Windows has for them, in which all of the encodings can still be told."""
    return data.decode("latin-1").translate(_WESTERN)


def decoded(data: bytes, *, encoding: str) -> str:
    """Bytes of an encoding that is a code page: VISCII, VPS or Windows-1258."""
    codes = _VIETNAMESE if encoding == "cp1258" else _CODES[encoding]
    return normalize("NFC", data.decode("latin-1").translate(codes))


def read_as_windows(text: str) -> str:
    """A text whose codes were read by the Windows page for Vietnamese, as the Western page has them."""
    return text.translate(_READ_AS_1258)
