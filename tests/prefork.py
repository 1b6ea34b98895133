"""The pages served by processes that may be killed: python tests/prefork.py PORT WORKERS

The parent has loaded the system once; a child that dies is there again within milliseconds. Each child has threads.
"""

from __future__ import annotations

import os
import socket
import sys
from socketserver import ThreadingMixIn
from uuid import uuid4
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
    _warm_up()
    for _ in range(workers):
        _child(shared, application)
    while True:
        os.wait()
        _child(shared, application)


def _warm_up() -> None:
    """Do once what takes long the first time, so that a new child answers at once."""
    from django.db import connections
    from django.test import Client

    from caytre.core.models import User
    from caytre.documents.models import Document

    tab, paper = Client(headers={"Host": "127.0.0.1"}), Document.objects.filter(state="read").first()
    tab.force_login(User.objects.order_by("pk").first())
    if paper:
        tab.post(f"/documents/{paper.pk}/add/tasks/", {"once": str(uuid4())})
    connections.close_all()


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
