"""Files with a fault of any kind are read or refused: no other error, no other process left, no letter broken."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odtfiles import packed, root
from soundfiles import CONTENT, DOCUMENT, LISTED, NUMBERING, outcome, sound
from vanban.files import load, parse
from wordfiles import package

TRIES = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
FAULTS = st.lists(
    st.tuples(
        st.sampled_from(("change", "cut", "double", "put", "swap")),
        st.floats(0, 1),
        st.floats(0, 1),
        st.binary(max_size=6),
    ),
    min_size=1,
    max_size=6,
)


def mutated(data: bytes, faults: list[tuple[str, float, float, bytes]]) -> bytes:
    """The bytes with the faults, one after the other; the two numbers say where, from 0 = start to 1 = end."""
    for fault, one, other, put in faults:
        first, last = sorted((int(one * len(data)), int(other * len(data))))
        if fault == "change":
            data = data[:first] + put + data[first + len(put) :]
        elif fault == "cut":
            data = data[:first] + data[min(last, first + 200) :]
        elif fault == "double":
            data = data[:last] + data[first : first + 2000] + data[last:]
        elif fault == "put":
            data = data[:first] + put + data[first:]
        else:
            data = data[:first] + data[last : last + 40] + data[first + 40 :]
    return data


@pytest.mark.parametrize("kind", ["docx", "doc", "rtf", "odt", "pdf", "html", "mht", "text"])
def test_the_sound_file_is_read(kind):
    assert outcome(lambda: load(sound()[kind])) == "read"


@pytest.mark.parametrize("kind", ["docx", "doc", "rtf", "odt", "pdf", "html", "mht", "text"])
@TRIES
@given(faults=FAULTS)
def test_a_faulty_file_is_read_or_refused(kind, faults):
    data = mutated(sound()[kind], faults)
    assert outcome(lambda: load(data)) != "parser-killed"


@pytest.mark.parametrize(("name", "xml"), [("document", DOCUMENT), ("numbering", NUMBERING)])
@TRIES
@given(faults=FAULTS)
def test_a_faulty_part_is_read_or_refused(name, xml, faults):
    parts = {"word/document.xml": DOCUMENT, "word/numbering.xml": NUMBERING}
    data = package({**parts, f"word/{name}.xml": mutated(xml.encode(), faults)})
    assert outcome(lambda: parse(data, kind="docx")) != "parser-killed"


@TRIES
@given(faults=FAULTS)
def test_a_faulty_part_of_a_text_is_read_or_refused(faults):
    data = packed(
        {"content.xml": mutated(CONTENT.encode(), faults), "styles.xml": root("document-styles", LISTED)}
    )
    assert outcome(lambda: parse(data, kind="odt")) != "parser-killed"


@TRIES
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    assert outcome(lambda: load(data)) != "parser-killed"
    assert outcome(lambda: load(b"<html>" + data)) != "parser-killed"
    assert outcome(lambda: load(b"{\\rtf1 " + data)) != "parser-killed"
