"""The open gold readings of real documents, scored by their own script. They are not part of this repository.

They are looked for beside the checkout, or where VANBAN_CORPUS says.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import vanban
from house.sources import ROOT
from vanban.jsonform import to_json

CORPUS = Path(os.environ.get("VANBAN_CORPUS") or ROOT.parent / "shared" / "reading")
BOUNDS = {
    "header": 0.97, "recipients": 0.96, "citations": 1.0, "citation dates": 1.0, "citation types": 1.0,
    "citation issuers": 0.96, "outline": 0.95, "section roles": 0.97, "tasks": 0.96, "lead": 0.95,
    "coordinators": 0.93, "time": 0.96, "product": 0.90, "reports": 0.90, "report addressees": 0.85,
    "spans": 1.0, "text kept": 0.98,
}  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (CORPUS / "score.py").is_file(), reason=f"no corpus of real documents at {CORPUS} (VANBAN_CORPUS)"
)


@pytest.fixture(scope="module")
def scores(tmp_path_factory):
    """What the corpus's own script says of our readings: {field: {precision, recall, f1}}."""
    folder = tmp_path_factory.mktemp("readings")
    for source in sorted((CORPUS / "corpus").iterdir()):
        (folder / f"{source.stem}.json").write_text(json.dumps(to_json(vanban.read(source))), "utf-8")
    command = [
        sys.executable, CORPUS / "score.py", "--gold", CORPUS / "gold", "--read", folder,
        "--corpus", CORPUS / "corpus", "--json",
    ]  # fmt: skip
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("field", BOUNDS)
def test_real_documents_are_read_well(scores, field):
    assert scores[field]["f1"] >= BOUNDS[field]


def test_no_field_is_left_out(scores):
    assert set(scores) == set(BOUNDS)
