"""Family F: the components of form, against what the state (nd30) or the Party (hd36) asks."""

from __future__ import annotations

from vanban.checks.form import looks as looks
from vanban.checks.form import missing as missing
from vanban.checks.form import written as written
