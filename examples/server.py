"""The server that the example cassettes are recorded against.

It listens on any free loopback port and also takes requests as a plain HTTP proxy would. So the
recorders ask for `http://api.example.test/...` by way of it, and no port number, which would
differ from run to run, ever reaches a cassette.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from examples.answers import Answer, answer

ORIGIN = "http://api.example.test"
"""The origin in every recorded address; the top-level domain `test` never resolves (RFC 6761)."""

DATE = "Tue, 14 Nov 2023 22:13:20 GMT"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        self._reply()

    def do_POST(self) -> None:
        self._reply()

    def version_string(self) -> str:
        return "example"

    def date_time_string(self, timestamp: float | None = None) -> str:
        return DATE

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test that records should print nothing."""

    def _reply(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        reply = answer(self.command, urlsplit(self.path).path, body)
        self._send_head(reply)
        self._send_body(reply)

    def _send_head(self, reply: Answer) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers:
            self.send_header(name, value)
        if len(reply.pieces) > 1:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(reply.pieces[0])))
        self.end_headers()

    def _send_body(self, reply: Answer) -> None:
        if len(reply.pieces) == 1:
            self.wfile.write(reply.pieces[0])
            return
        for piece in (*reply.pieces, b""):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            self.wfile.flush()


@contextmanager
def serving(port: int = 0) -> Iterator[str]:
    """Serve until the block ends; gives the base URL, such as `http://127.0.0.1:40721`.

    Port 0 takes any free one. Raises OSError when a port asked for is taken.
    """
    with ThreadingHTTPServer(("127.0.0.1", port), _Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
