"""``caytre serve``: the pages and the worker, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

ADDRESS = "127.0.0.1"
TARGET = "caytre.wsgi:application"


class Command(BaseCommand):
    help = "Chạy trang web ở 127.0.0.1 cùng tiến trình đọc, đến khi bấm Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        port = int(os.environ.get("CAYTRE_PORT") or 8000)
        parser.add_argument("--port", type=int, default=port, help="cổng (mặc định CAYTRE_PORT hoặc 8000)")
        parser.add_argument(
            "--threads", type=int, default=settings.THREADS,
            help="số yêu cầu phục vụ cùng lúc (mặc định CAYTRE_THREADS hoặc 16)",
        )  # fmt: skip

    def handle(self, *args: Any, port: int, threads: int, **options: Any) -> None:
        if _answers(port):
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port 8080.", returncode=2
            )
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _interrupt)
        os.environ["CAYTRE_THREADS"] = str(threads)  # a quarter of them never waits for people who sign in
        commands = {
            "server": _server(port, threads),
            "worker": [sys.executable, "-m", "caytre.cli.main", "worker"],
        }
        running = {name: _start(command) for name, command in commands.items()}
        try:
            self._wait_for(port, running["server"])
            self.stdout.write(f"Cây Tre đang chạy tại http://{ADDRESS}:{port}/  (dừng bằng Ctrl-C)")
            self.stdout.flush()
            while True:
                time.sleep(0.5)
                for name, process in running.items():
                    if process.poll() is not None:
                        time.sleep(1)  # what dies at once shall not keep the machine busy
                        running[name] = _start(commands[name])
        except KeyboardInterrupt:
            self.stdout.write("Đang dừng…")
        finally:
            _end(list(running.values()))

    def _wait_for(self, port: int, server: subprocess.Popen[bytes]) -> None:
        for _ in range(300):
            if _answers(port):
                return
            if server.poll() is not None:
                break
            time.sleep(0.1)
        raise CommandError("Trang web không khởi động được; xem thông báo ở trên.")


def _server(port: int, threads: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", ADDRESS, "--port", str(port),
        "--workers", "1", "--blocking-threads", str(threads), "--log-level", "error", "--no-ws", TARGET,
    ]  # fmt: skip


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """A process in a group of its own: Ctrl-C reaches it through us only."""
    return subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(8)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _answers(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.settimeout(1)
        return attempt.connect_ex((ADDRESS, port)) == 0


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
