"""What codes of the encodings from before Unicode mean, and which signs they have become in files of today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, normalize

from vanban.grammar.lexicon import table

_DATA = table("oldfonts")  # at import, since a child process opens no file later
_ALIKE = {sign: code for sign, code in _DATA["alike"].items() if isinstance(code, str)}
_WITHIN = _DATA["alike"]["within_words"]
_SYMBOLS = 0xF000
"""Symbol fonts show a code as the sign that is so much further on."""
_BLANK = 0xA0
_WINDOWS = {code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0x100)}


def _letters(encoding: str) -> dict[int, str]:
    """Each code of an encoding with its letter."""
    return {
        int(first, 16) + at: letter
        for first, letters in _DATA[encoding].items()
        for at, letter in enumerate(letters)
    }


def _signs_of(code: int) -> Iterator[str]:
    """The signs that a file of today may hold for a code; a blank that does not break is a blank."""
    yield chr(_SYMBOLS + code)
    if code != _BLANK:
        yield chr(code)
        yield _WINDOWS.get(code, chr(code))


def _map(letters: dict[int, str]) -> dict[int, str]:
    """For ``str.translate``."""
    signs = {ord(sign): letter for code, letter in letters.items() for sign in _signs_of(code)}
    return signs | {ord(sign): signs[ord(code)] for sign, code in _ALIKE.items() if ord(code) in signs}


_CODES = {name: _letters(name) for name in ("tcvn3", "viscii", "vps")}
_MAPS = {name: _map(letters) for name, letters in _CODES.items()}
_MAPS["cp1258"] = _map(
    {code: bytes([code]).decode("cp1258", errors="ignore") or sign for code, sign in _WINDOWS.items()}
)
_READ_AS_1258 = {
    ord(as_1258): sign
    for code, sign in _WINDOWS.items()
    if (as_1258 := bytes([code]).decode("cp1258", errors="ignore")) not in ("", sign)
}
_TCVN3 = "A-Za-z" + "".join(map(chr, _MAPS["tcvn3"]))
_DOTS = re.compile(f"(?<=[A-Za-z®§])[{''.join(sign for sign, code in _WITHIN.items() if code == '·')}]")
_MINUS = re.compile(f"(?<=[{_TCVN3}])−|−(?=[{_TCVN3}])")


def _both_cases(signs: dict[str, str]) -> dict[str, str]:
    return signs | {sign.upper(): letter.upper() for sign, letter in signs.items()}


_SINGLE = _both_cases(_DATA["vni"]["letters"])
_MARKS = _both_cases(_DATA["vni"]["marks"])
BASES = frozenset("aeouyAEOUY") | {sign for sign, letter in _SINGLE.items() if letter in "ơưƠƯ"}
"""The vowels of VNI behind which a mark may stand."""
MARKS = frozenset(_MARKS)


def _pairs() -> Iterator[tuple[str, str]]:
    for base in BASES:
        for mark, added in _MARKS.items():
            letter = normalize("NFC", _SINGLE.get(base, base) + added)
            if len(letter) == 1:
                yield base + mark, letter


_VNI = dict(_pairs()) | _SINGLE
_VNI_SIGNS = re.compile(f"[{''.join(sorted(BASES))}][{''.join(sorted(MARKS))}]|[{''.join(_SINGLE)}]")
_PLAIN_SIGNS = {_SYMBOLS + code: sign for code, sign in _WINDOWS.items()}

_SIGN = "".join(sorted({chr(sign) for signs in _MAPS.values() for sign in signs}))


def _telling(signs: dict[int, str]) -> re.Pattern[str]:
    """A sign that is no letter beside a letter, or a capital behind a small letter."""
    strange = "".join(chr(sign) for sign in signs if category(chr(sign)) not in ("Ll", "Lu"))
    return re.compile(f"[A-Za-z][{re.escape(strange)}µμ]|[{re.escape(strange)}µμ][A-Za-z]|[a-z][À-ÖØ-ÞŒŠŽŸ]")


TELLING = {name: _telling(signs) for name, signs in _MAPS.items()} | {
    "vni": re.compile("|".join(pair for pair in _VNI if len(pair) == 2)),
    "cp1258": re.compile("[AEIOUYaeiouyÂâÊêÔôÃãÕõÝý][ÌÒÞìò]|[ðÐ][aeiou]"),
}
"""What stands in words of an encoding and in words of no language, such as two vowels of VNI."""
SAME = {
    name: frozenset(chr(sign) for sign, letter in signs.items() if chr(sign) == letter)
    for name, signs in _MAPS.items()
} | {"vni": frozenset(sign for sign, letter in _SINGLE.items() if sign == letter)}
"""The signs that mean themselves."""
ENCODINGS = tuple(TELLING)
PAGES = ("viscii", "vps", "cp1258")
"""Those that were code pages of whole files; the other two are signs of Windows shown by fonts."""
FOREIGN = re.compile(f"[^\\x00-\\x7f{re.escape(_SIGN)}{''.join(_WITHIN)}]")
"""A sign that no code of any of them has become."""


def turned(text: str, *, encoding: str) -> str:
    """The text in Unicode, all of it being in the encoding."""
    if encoding == "vni":
        return _VNI_SIGNS.sub(_of_vni, text.translate(_PLAIN_SIGNS))
    text = restored(text) if encoding == "tcvn3" else text
    text = text.translate(_MAPS[encoding])
    return normalize("NFC", text) if encoding == "cp1258" else text


def _of_vni(found: re.Match[str]) -> str:
    """A vowel with its mark; where the two make no letter, each on its own."""
    signs = found[0]
    return _VNI.get(signs) or "".join(_SINGLE.get(sign, sign) for sign in signs)


def restored(text: str) -> str:
    """TCVN3 with its own signs for those that look like them; the text stays as long as it is."""
    if _WITHIN.keys().isdisjoint(text):
        return text
    text = _DOTS.sub("·", text)
    return _MINUS.sub("\u00ad", text)


def as_windows(data: bytes) -> str:
    """Bytes as the signs that Windows has for them, in which all of the encodings can still be told."""
    return data.decode("latin-1").translate(_WINDOWS)


def decoded(data: bytes, *, encoding: str) -> str:
    """Bytes of an encoding that is a code page: VISCII, VPS or Windows-1258."""
    if encoding == "cp1258":
        return normalize("NFC", data.decode("cp1258", errors="replace"))
    return data.decode("latin-1").translate(_CODES[encoding])


def read_as_windows(text: str) -> str:
    """A text whose codes were read by the Windows page for Vietnamese, as the Western page has them."""
    return text.translate(_READ_AS_1258)
