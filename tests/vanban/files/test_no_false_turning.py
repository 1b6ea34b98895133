"""No text in Unicode, Vietnamese or of another language, is ever taken for one in an old encoding."""

# ruff: noqa: E501 -- words stay on their lines

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from house.sources import ROOT
from oldwriting import WORDS
from pdffiles import pdf
from vanban.errors import NotYetReadable
from vanban.files import parse
from vanban.files.blocks import Content, Paragraph, text_of
from vanban.files.oldfonts import REMARK, mended
from vanban.files.oldwords import encodings_in
from wordfiles import p, tbl, tc, word

FRENCH = """le café été où êtes-vous à Genève né thé blé pré île dîner tôt côté hôtel forêt même fête tête prêt coût août goût mûr sûr dû
français garçon ça façon leçon reçu Noël naïf maïs haïr ambiguë aiguë œuvre cœur bœuf sœur déjà voilà là très près après élève père
mère frère crème règle Québec Français Élysée À l’école où l’été s’achève « Bonjour » « déjà-vu » n° 5 1ère année 20 °C"""
ENGLISH = """the café naïve façade résumé rôle fiancée über coöperate Zoë Brontë jalapeño piñata São Paulo Málaga § 5 © 2030 Acme® Foo™ it’s
“quoted” ‘single’ – dash — 5 × 3 ± 2 ½ cup ¼ mile 20 °C µm 10 µg £5 €7 ¥9 ¢ m² m³ a·b co·op ÷ ¬ ¦ Ångström Øre déjà vu"""
GERMAN = """für über möchte schön Straße größer Übung Ärzte Öl süß Fuß groß daß muß hören König Mühe Tür Bär nähe fährt läßt weiß heißt
äußere Maß Spaß „Zitat“ ‚ja‘ können würde müßte Zürich Köln München Düsseldorf früh spät"""
NORTHERN = """så må nå få gå på stå år når også være før største død gøre køb læse ære sjö nöt röd blå grå å ö ä är för och på så då två
þú það ég ár ást mjög fæði öll við höfum sé mér tók nýr bíó él jól ól ís"""
SOUTHERN = """niño año señor mañana él está así también aún país río más qué cómo não são mãe põe coração ação é à às avó avô três mês você
più può ciò cioè città perché è là lì dì sì però già così caffè cçedilla col·lecció raïm països"""
SIGNS = [
    "12/2030/NĐ-CP",
    "1.",
    "a)",
    "-",
    "·",
    "•",
    "§",
    "§ 5",
    "“",
    "”",
    "…",
    "(",
    ")",
    "3.500.000 đ",
    "20 °C",
    "½",
    "®",
    "«",
    "»",
    "½.",
    "\u00ad",
]
MIXED = [
    "Genève",
    "café",
    "naïve",
    "São",
    "Côte",
    "Ñam",
    "Bétông",
    "rôbốt",
    "Ê-đê",
    "Đắk",
    "Lắk",
    "Ña",
    "HĐND",
    "TTĐT",
    "µm",
    "m²",
]
POOLS = {
    "Vietnamese": [*WORDS, *(one.upper() for one in WORDS)],
    "Vietnamese without marks of tone": [one for one in WORDS if all(sign < "\u0100" for sign in one)],
    "Vietnamese with names from abroad": [*WORDS, *MIXED, *SIGNS],
    "French": FRENCH.split(), "English": ENGLISH.split(), "German": GERMAN.split(), "northern": NORTHERN.split(), "southern": SOUTHERN.split(),
    "all": [*" ".join((FRENCH, ENGLISH, GERMAN, NORTHERN, SOUTHERN)).split(), *SIGNS],
    "signs": SIGNS,
}  # fmt: skip
SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 60, 120, 200)
EACH = 12
KINDS = ("text", "docx", "html", "pdf")
CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
SHARED = sorted(
    path
    for folder in ("corpus", "gold", "wild/full", "wild/pages")
    for path in (CORPUS / folder).glob("*")
    if path.suffix in (".txt", ".md", ".json", ".docx", ".htm", ".pdf")
)
SCANS = 200_000  # bytes of a PDF above which it may be a scan


def texts(pool: list[str]) -> Iterator[list[str]]:
    """Lines of words from a pool: of all lengths, some like the rows of a table."""
    chance = random.Random(len(pool))
    for size in SIZES:
        for _ in range(EACH):
            words = [chance.choice(pool) for _ in range(size)]
            wide = chance.randint(1, 14)
            gap = chance.choice([" ", " ", " | ", "; "])
            yield [gap.join(words[at : at + wide]) for at in range(0, size, wide)]


CASES = {name: list(texts(pool)) for name, pool in POOLS.items()}


def test_there_are_a_thousand_texts():
    assert sum(map(len, CASES.values())) >= 1_000


@pytest.mark.parametrize("name", POOLS)
def test_no_text_of_a_language_is_turned(name):
    for lines in CASES[name]:
        content = Content("text", tuple(map(Paragraph, lines)))
        assert encodings_in("\n".join(lines)) == ()
        assert mended(content) is content


def as_html(lines: list[str]) -> bytes:
    return "".join(f"<p>{line}</p>" for line in lines).encode()


def as_docx(lines: list[str]) -> bytes:
    return word("".join(map(p, lines)) + tbl(tc(*lines[:1]) + tc(*lines[-1:])))


def as_pdf(lines: list[str]) -> bytes:
    return pdf(lines=[*lines, "x" * 60])


FILES: dict[str, Callable[[list[str]], bytes]] = {
    "text": lambda lines: "\n".join(lines).encode(),
    "docx": as_docx,
    "html": as_html,
    "pdf": as_pdf,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", POOLS)
def test_no_reader_turns_a_text_of_a_language(name, kind):
    for lines in CASES[name]:
        content = parse(FILES[kind](lines), kind=kind)
        assert REMARK not in content.remarks
        words = text_of(content.blocks)
        for line in lines if kind != "pdf" else ():
            assert set(line.replace("\u00ad", "").split()) <= set(words.split()) | set("•-")


@pytest.mark.parametrize("path", SHARED, ids=lambda path: f"{path.parent.name}-{path.name}")
@pytest.mark.skipif(not SHARED, reason=f"no real documents at {CORPUS} (VANBAN_CORPUS)")
def test_no_real_document_is_turned(path):
    kind = {".docx": "docx", ".htm": "html", ".pdf": "pdf"}.get(path.suffix, "text")
    try:
        assert REMARK not in parse(path.read_bytes(), kind=kind).remarks
    except NotYetReadable:
        assert path.stat().st_size > SCANS
