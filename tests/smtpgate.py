"""A mail gateway on this machine that behaves as it is told: well, refusing, away, slow, or losing its answers."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class Gate(socketserver.ThreadingTCPServer):
    """``answers`` are the statuses for the next messages (after them 250): 0 closes the connection when the message
    has been taken, without a word. It says its first word after ``wait`` seconds. What it took is in ``taken``."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.answers: list[int] = []
        self.taken: list[EmailMessage] = []
        self.wait = 0.0

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    server: Gate

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self) -> None:
        time.sleep(self.server.wait)
        self.say("220 gate")
        while line := self.rfile.readline():
            word = line.decode().split()[0].upper()
            if word == "DATA":
                if not self.take():
                    return
            elif word == "QUIT":
                self.say("221 bye")
                return
            elif word == "RCPT" and self.server.answers and self.server.answers[0] in (450, 550):
                self.say(f"{self.server.answers.pop(0)} no such person")
            else:
                self.say("250 ok")

    def take(self) -> bool:
        """Take a message; whether the talk goes on."""
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        answer = self.server.answers.pop(0) if self.server.answers else 250
        if answer in (0, 250):
            self.server.taken.append(message_from_bytes(b"".join(lines), policy=policy.default))  # type: ignore[arg-type]
        if answer:
            self.say(f"{answer} so be it")
        return bool(answer)


@contextmanager
def gate() -> Iterator[Gate]:
    with Gate() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()
