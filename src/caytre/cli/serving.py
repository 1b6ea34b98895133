"""``caytre serve``: the pages and the worker, until Ctrl-C. It only watches over both, and loads nothing for that."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence

ADDRESS = "127.0.0.1"
TARGET = "caytre.wsgi:application"
TAKEN = "Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port 8080."
FAILED = "Trang web không khởi động được; xem thông báo ở trên."
SERVES = "Cây Tre đang chạy tại http://{address}:{port}/  (dừng bằng Ctrl-C)"


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="caytre serve",
        description="Chạy trang web ở 127.0.0.1 cùng tiến trình đọc, đến khi bấm Ctrl-C.",
    )
    made.add_argument(
        "--port", type=int, default=os.environ.get("CAYTRE_PORT") or "8000",
        help="cổng (mặc định CAYTRE_PORT hoặc 8000)",
    )  # fmt: skip
    made.add_argument(
        "--threads", type=int, default=os.environ.get("CAYTRE_THREADS") or "16",
        help="số yêu cầu phục vụ cùng lúc (mặc định CAYTRE_THREADS hoặc 16)",
    )  # fmt: skip
    return made


def serve(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit code: 0 stopped, 1 the pages did not start, 2 usage."""
    asked = parser().parse_args(arguments)
    if _answers(asked.port):
        print(TAKEN.format(port=asked.port), file=sys.stderr)
        return 2
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    os.environ["CAYTRE_THREADS"] = str(asked.threads)  # a quarter of them never waits for people who sign in
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        running["server"] = _start(_server(asked.port, asked.threads))
        if not _is_up(asked.port, running["server"]):
            print(FAILED, file=sys.stderr)
            return 1
        running["worker"] = _start(_WORKER)
        print(SERVES.format(address=ADDRESS, port=asked.port), flush=True)
        _watch(running, {"server": _server(asked.port, asked.threads), "worker": _WORKER})
    except KeyboardInterrupt:
        print("Đang dừng…", flush=True)
    finally:
        _end(list(running.values()))
    return 0


_WORKER = (sys.executable, "-m", "caytre.cli.main", "worker")


def _server(port: int, threads: int) -> tuple[str, ...]:
    return (
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", ADDRESS, "--port", str(port),
        "--workers", "1", "--blocking-threads", str(threads), "--log-level", "error", "--no-ws", TARGET,
    )  # fmt: skip


def _is_up(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Wait until the pages answer; false where they do not within half a minute."""
    for _ in range(600):
        if _answers(port):
            return True
        if server.poll() is not None:
            return False
        time.sleep(0.05)
    return False


def _watch(running: dict[str, subprocess.Popen[bytes]], commands: dict[str, tuple[str, ...]]) -> None:
    """Start again what dies, until somebody interrupts."""
    while True:
        time.sleep(0.5)
        for name, process in running.items():
            if process.poll() is not None:
                time.sleep(1)  # what dies at once shall not keep the machine busy
                running[name] = _start(commands[name])


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process in a group of its own: Ctrl-C reaches it through us only."""
    return subprocess.Popen(command, start_new_session=True, stdin=subprocess.DEVNULL)


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
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
