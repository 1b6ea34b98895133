"""docs/reference/checks.md is made from the pages of the codes."""

from __future__ import annotations

import checkpages


def test_the_page_of_the_findings_is_what_the_data_say():
    assert checkpages.TARGET.read_text("utf-8") == checkpages.page(), "run: python tools/checkpages.py"
