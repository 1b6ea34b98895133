"""Words whose marks were lost or changed ("yêu câu", "NỌI DUNG"), mended by the words that stand beside them.

Known are compounds, and words that stand alone. A word that is neither says that something is wrong where it stands: if
the letters there are those of one compound, its marks are put in. What can soundly be meant is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from vanban.files.scan.compounds import Run, vocabulary
from vanban.files.scan.inline import Doubt, Words, looked_up
from vanban.files.scan.oneword import word_of
from vanban.files.scan.seen import Mend
from vanban.files.scan.slips import Slip, put_right
from vanban.files.scan.wordforms import BOTH, LOST, TOKEN, cased_like, step
from vanban.syllables import syllables

_OF_MANY, _OF_TWO, _ALONE = 0.99, 0.97, 0.98
"""How sure a mend is: of a longer phrase, of a pair, of a word that can be nothing else. In seven real scans all 231
were right, in texts damaged on purpose 998 of 1000."""
_FIRM = 4  # a phrase of so many words is meant, though single words could stand there too
_NEAR = 3  # so many words beside the end of a line say what its last and the next one's first are
_BARE = 4  # letters of a word that has lost all its marks, where its neighbour kept its own


Fix = tuple[str, float]
"""A word as it should be, and how sure that is."""


def mended_words(line: str) -> tuple[str, tuple[Mend, ...]]:
    """A line in NFC as mended, and what was mended in it."""
    text, mends = put_right(line, slips=list(slips_of([line])))
    return text, tuple(mends)


def slips_of(lines: Sequence[str]) -> Iterator[Slip]:
    """Words that compounds, or the syllables of the language, write with other marks."""
    for number, line in enumerate(lines):
        tokens = TOKEN.findall(line)
        fixes = _fixes(tokens) if tokens else {}
        if fixes:
            for at, found in enumerate(TOKEN.finditer(line)):
                if at in fixes:
                    spelled, sure = fixes[at]
                    yield Slip(number, *found.span(), cased_like(spelled, token=found[0]), sure, "word")
    yield from _across(lines)


def _across(lines: Sequence[str]) -> Iterator[Slip]:
    """The last word of a line and the first of the next, where they are one compound and belong to no other."""
    for number, (line, after) in enumerate(pairwise(lines)):
        if not (line[-1:].isalpha() and after[:1].isalpha()):
            continue
        tail, head = list(TOKEN.finditer(line))[-_NEAR:], list(islice(TOKEN.finditer(after), _NEAR))
        fixes = _fixes([found[0] for found in (*tail, *head)])
        for at, place, found in ((len(tail) - 1, number, tail[-1]), (len(tail), number + 1, head[0])):
            if at in fixes:
                spelled, sure = fixes[at]
                yield Slip(place, *found.span(), cased_like(spelled, token=found[0]), sure, "word")


def _fixes(tokens: list[str]) -> dict[int, Fix]:
    """What to put in the place of words, by their number in the line."""
    keys, forms, free, must = zip(*map(word_of, tokens), strict=True)
    fixes: dict[int, Fix] = {}
    if any(must):
        fixes = {at: (word, _ALONE) for at, word in enumerate(must) if word}
        whole = [word or token for word, token in zip(must, tokens, strict=True)]
        keys, forms, free, _ = zip(*map(word_of, whole), strict=True)
    sound, doubts = looked_up(keys, forms=forms)
    if doubts:
        fixes |= _of_compounds(Words(tokens, keys, forms, free, sound), doubts)
    return fixes


def _of_compounds(words: Words, doubts: list[Doubt]) -> dict[int, Fix]:
    """The compounds to put in: those first that change no known word, then the longest."""
    known = words.known()
    doubts = [one for one in doubts if one.end - one.start >= _FIRM or not all(known[one.start : one.end])]
    cut = words.cut() if doubts else set()
    found = [(doubt, _fix(words, doubt)) for doubt in doubts]
    needed = [(doubt, fix) for doubt, fix in found if fix and _is_needed(doubt, fix, known, cut)]
    needed.sort(key=lambda one: (sum(known[at] for at in one[1]), one[0].start - one[0].end))
    fixes: dict[int, Fix] = {}
    settled: set[int] = set()
    for doubt, fix in needed:
        place = range(doubt.start, doubt.end)
        if settled.isdisjoint(place):
            fixes |= fix
            settled.update(place)
    return fixes


def _fix(words: Words, doubt: Doubt) -> dict[int, Fix]:
    """The words of the compound that must be meant, in the place of those that are not as they should be."""
    written = words.forms[doubt.start : doubt.end]
    forms = _nearest(written, doubt.here)
    spelled = doubt.here[forms] if forms else ()
    if not spelled:
        return {}
    changed = [at for at, form in enumerate(written, doubt.start) if form != forms[at - doubt.start]]
    watched = changed if len(spelled) > 2 else range(doubt.start, doubt.end)
    if any(words.is_crossed(doubt, at=at) for at in watched) or _is_name(words, doubt, spelled, changed):
        return {}
    sure = _OF_MANY if len(spelled) > 2 else _OF_TWO
    return {at: (spelled[at - doubt.start], sure) for at in changed}


def _is_needed(doubt: Doubt, fix: dict[int, Fix], known: list[bool], cut: set[int]) -> bool:
    """Whether what is written cannot well be meant."""
    length = doubt.end - doubt.start
    if length == len(known) or length > 2 and cut.isdisjoint(fix):
        cut = set()
    if length >= _FIRM and cut.isdisjoint(fix):
        return True
    return not all(known[at] or at in cut for at in range(doubt.start, doubt.end))


def _nearest(written: Run, here: Iterable[Run]) -> Run:
    """The one compound that is nearest of those for which this may have been read; () for none."""
    far = {}
    for forms in here:
        steps = [step(form, right=right) for form, right in zip(written, forms, strict=True)]
        if _may_be_read(written, steps):
            far[forms] = sum(steps)
    least = min(far.values(), default=0)
    nearest = [forms for forms, steps in far.items() if steps == least]
    return nearest[0] if len(nearest) == 1 else ()


def _may_be_read(written: Run, steps: list[int]) -> bool:
    """Whether words that are so far from others may still have been read for them."""
    kept = [form for form, far in zip(written, steps, strict=True) if not far]
    if not kept:
        return min(steps) == LOST and max(steps) < BOTH
    if all(map(str.isascii, written)) and not syllables().isdisjoint(kept):
        return False  # a text without marks
    if max(steps) < BOTH or len(kept) >= 2:
        return True
    bare = [form for form, far in zip(written, steps, strict=True) if far == BOTH]
    return all(form.isascii() and len(form) >= _BARE for form in bare) and not kept[0].isascii()


def _is_name(words: Words, doubt: Doubt, spelled: Run, changed: list[int]) -> bool:
    """Whether the run may be of a person's or a place's name, as its capitals say or what stands before it."""
    run = words.tokens[doubt.start : doubt.end]
    if all(word[0].isupper() for word in spelled):
        if not all(token[0].isupper() for token in run):
            return True
        return len(run) == 2 and any(words.forms[at] in vocabulary() for at in changed)
    if len(run) > 2 or not run[0][0].isupper():
        return False
    return words.may_be_name(doubt.start, first=changed[0] == doubt.start)
