"""The command run as a person runs it, for the tests of each command."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder, capsys, monkeypatch) -> Run:
    """Runs the command in the ``folder`` of the tests; gives its code, its output and what it said of errors."""
    monkeypatch.chdir(folder)

    def _run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return _run
