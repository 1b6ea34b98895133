"""The pages served by processes that may be killed: python tests/prefork.py PORT WORKERS

The parent has loaded the system once; a child that dies is there again within milliseconds. Each child has threads.
"""

from __future__ import annotations

import os
import socket
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer


class Quiet(WSGIRequestHandler):
    def log_message(self, *said: object) -> None:
        pass


class Threads(ThreadingMixIn, WSGIServer):
    """A server on a socket that its parent has opened."""

    daemon_threads = True


def serve(port: int, *, workers: int) -> None:
    """Keep so many children at work on a port; the number of each new one is printed."""
    from caytre.wsgi import application

    shared = socket.socket()
    shared.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    shared.bind(("127.0.0.1", port))
    shared.listen(128)
    for _ in range(workers):
        _child(shared, application)
    while True:
        os.wait()
        _child(shared, application)


def _child(shared: socket.socket, application: object) -> None:
    number = os.fork()
    if number:
        print(number, flush=True)
        return
    server = Threads(("127.0.0.1", 0), Quiet, bind_and_activate=False)
    server.socket.close()
    server.socket = shared
    server.server_name, server.server_port = "127.0.0.1", shared.getsockname()[1]
    server.setup_environ()
    server.set_app(application)  # type: ignore[arg-type]
    server.serve_forever(0.05)


if __name__ == "__main__":
    serve(int(sys.argv[1]), workers=int(sys.argv[2]))
