"""A small learning record store on the loopback: real HTTP; it holds statements to the rules."""

from __future__ import annotations

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.exchange.xapi_rules import faults


class LrsServer:
    """Takes POST /xapi/statements. mood : "well", "slow", "busy", "detour" or "stranger"."""

    def __init__(self, sign_in: str = "station:secret") -> None:
        self.kept: dict[str, Any] = {}
        self.asked = 0
        self.mood = "well"
        self.sign_in = sign_in
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                owner.answer(self)

            def log_message(self, *_args: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/xapi"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked += 1
        data = request.rfile.read(int(request.headers["Content-Length"]))
        if self.mood == "slow":
            time.sleep(0.5)
        status, body = self._judged(request, data)
        request.send_response(status)
        if status == 302:
            request.send_header("Location", self.address + "/elsewhere")
        request.send_header("X-Experience-API-Version", "1.0.3")
        request.end_headers()
        try:
            request.wfile.write(body)
        except OSError:  # who was slow to answer may find nobody there
            return

    def _judged(self, request: BaseHTTPRequestHandler, data: bytes) -> tuple[int, bytes]:
        moods = {"busy": (503, b""), "detour": (302, b""), "stranger": (200, b"<html>hello")}
        if self.mood in moods:
            return moods[self.mood]
        told = "Basic " + base64.b64encode(self.sign_in.encode()).decode()
        if request.headers.get("Authorization") != told:
            return 401, b""
        if request.headers.get("X-Experience-API-Version") != "1.0.3":
            return 400, b"no version"
        if request.path != "/xapi/statements":
            return 404, b""
        statement = json.loads(data)
        wrong = faults(statement)
        if wrong:
            return 400, "; ".join(wrong).encode()
        if statement["id"] in self.kept:
            return 409, b"a statement of that id is here"
        self.kept[statement["id"]] = statement
        return 200, json.dumps([statement["id"]]).encode()
