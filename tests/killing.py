"""Servers that are killed while forms come in."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections import Counter
from dataclasses import dataclass

from flows.installation import Installation, until
from sending import Told, keep_sending, served

WORKERS, SENDERS = 2, 4
PAPERS = 4


@dataclass(frozen=True)
class Outcome:
    """What is left after so many kills."""

    kills: int
    told: Told
    lost: int
    doubled: int
    stored: int


def kill(office: Installation, *, times: int, seed: int = 5) -> Outcome:
    """SIGKILL a process of the server that many times, while senders send and send again."""
    moment = random.Random(seed)
    with served(office, papers=PAPERS, workers=WORKERS) as made:
        told, over = Told(), threading.Event()
        senders = [
            threading.Thread(
                target=keep_sending, args=(made, told), kwargs={"number": number, "over": over}, daemon=True
            )
            for number in range(SENDERS)
        ]
        for sender in senders:
            sender.start()
        killed: set[int] = set()
        for _ in range(times):
            time.sleep(0.1 + moment.random() * 0.3)
            until(lambda: set(made.children) > killed)
            victim = moment.choice(sorted(set(made.children) - killed))
            os.kill(victim, signal.SIGKILL)
            killed.add(victim)
        over.set()
        for sender in senders:
            sender.join(60)
    marks = office.ask("' '.join(Correction.objects.exclude(why='').values_list('why', flat=True))").split()
    found = Counter(marks)
    lost = sum(1 for why in told.done if why not in found)
    return Outcome(times, told, lost, sum(count - 1 for count in found.values()), len(marks))
