"""Servers that are killed while forms come in: python benchmarks/kills.py [--check]

Four senders add tasks through the pages and send again, under the same token, what got no answer; a process of the
server gets SIGKILL 300 times. What was acknowledged and is not there is lost; what is there twice was doubled.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rows import Row, tell

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "caytre.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
KILLS = 300


def killed() -> Iterator[Row]:
    """SIGKILL of processes of the server"""
    import django

    django.setup()
    from flows.installation import installation
    from killing import kill

    logging.disable()
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder)) as office:
        office.run("setup")
        found = kill(office, times=KILLS)
    yield Row("kills", found.kills, least=KILLS)
    yield Row("forms that were acknowledged", len(found.told.done), least=1)
    yield Row("connections that broke", found.told.broken)
    yield Row("acknowledged and lost", found.lost, most=0)
    yield Row("doubled", found.doubled, most=0)
    yield Row("other answers", len(found.told.wrong), most=0)


if __name__ == "__main__":
    sys.exit(tell((killed,), arguments=sys.argv[1:]))
