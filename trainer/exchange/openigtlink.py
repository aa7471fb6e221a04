"""A tracker over OpenIGTLink: its TRANSFORM messages, read by a thread of their own.

The format of the messages is the library pyigtl's (OpenIGTLink protocol, versions 1 to 3,
openigtlink.org/protocols): big-endian, a header of 58 bytes, a body, CRC-64 over the body. The
connection is ours: it is limited, checks the sum, and comes back after the server went.
"""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import numpy as np

from trainer.refusal import ExitCode, Refusal
from trainer.session.tracking import LOST_AFTER_S, Signal, ToolPose, TrackerAddress, is_rigid

HEADER_BYTES, CRC_AT = 58, 50
MOST_BODY_BYTES = 4 << 20  # design value: pictures that a server sends along are read over
CONNECT_S, AGAIN_S, LOOK_S = 2.0, 0.5, 0.1  # design values
# How a server of the Plus toolkit tells that the tool is out of sight, in the metadata of header
# version 2 ([M], to be verified with one).
_SEEN: Mapping[str, str] = {"TransformStatus": "OK", "TransformValid": "TRUE"}
_KIND = "TRANSFORM"


class NoTrackerError(Exception):
    """What was received is not OpenIGTLink, or damaged."""


class OpenIgtLinkTracker:
    """One connection; a `trainer.session.tracking.Tracker`. clock : seconds, monotonic."""

    def __init__(
        self, address: TrackerAddress, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._address, self._clock = address, clock
        self._newest: ToolPose | None = None
        self._seen_s = -1e9
        self._state, self._why = Signal.CONNECTING, ""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tracker", daemon=True)
        self._thread.start()

    @property
    def signal(self) -> Signal:
        """How it stands now."""
        if self._state is not Signal.TRACKED:
            return self._state
        fresh = self._clock() - self._seen_s <= LOST_AFTER_S
        return Signal.TRACKED if fresh else Signal.LOST

    @property
    def why(self) -> str:
        """A reason where it stands badly, else ""."""
        return self._why

    def pose(self) -> ToolPose | None:
        """The newest pose; None unless it is tracked now."""
        newest = self._newest
        return newest if self.signal is Signal.TRACKED else None

    def close(self) -> None:
        """End it; the thread ends within a moment."""
        self._ended.set()
        self._thread.join(CONNECT_S + AGAIN_S)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                with self._connected() as line:
                    self._listen(line)
            except NoTrackerError as error:
                self._stands(Signal.BROKEN, str(error))
            except OSError as error:
                lost = self._newest is not None
                self._stands(Signal.LOST if lost else Signal.CONNECTING, error.strerror or "")
            self._ended.wait(AGAIN_S)

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        place = (self._address.host, self._address.port)
        with socket.create_connection(place, timeout=CONNECT_S) as line:
            line.settimeout(LOOK_S)
            with suppress(OSError):
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._state is not Signal.LOST:
                self._stands(Signal.WAITING, "")
            yield line

    def _listen(self, line: socket.socket) -> None:
        while not self._ended.is_set():
            header = self._read(line, HEADER_BYTES)
            if header is None:
                return
            fields = header_of(header)
            body = self._read(line, fields["body_size"])
            if body is None:
                return
            self._take(fields, body)

    def _read(self, line: socket.socket, count: int) -> bytes | None:
        """So many bytes; None once it is ended. Raises OSError where the server is gone."""
        got = bytearray()
        while len(got) < count:
            if self._ended.is_set():
                return None
            try:
                part = line.recv(min(count - len(got), 1 << 16))
            except TimeoutError:
                continue
            if not part:
                raise OSError(0, "the tracker closed the connection")
            got += part
        return bytes(got)

    def _take(self, fields: Mapping[str, Any], body: bytes) -> None:
        """A pose, where the message is one of the tool that is meant."""
        wanted = self._address.device
        if fields["message_type"] != _KIND or wanted not in ("", fields["device_name"]):
            return
        found = transform_of(fields, body)
        if found is None:
            return  # out of sight: what stays silent is lost after a moment
        number = 1 + (self._newest.number if self._newest else 0)
        self._newest = ToolPose(fields["device_name"], found, number)
        self._seen_s = self._clock()
        self._stands(Signal.TRACKED, "")

    def _stands(self, state: Signal, why: str) -> None:
        self._state, self._why = state, why


class OpenIgtLink:
    """Opens connections; a `trainer.session.tracking.Trackers`."""

    def connect(self, address: TrackerAddress) -> OpenIgtLinkTracker:
        """Begin to connect. Raises Refusal (USAGE) where the extra is not installed."""
        _messages()
        return OpenIgtLinkTracker(address)


def header_of(header: bytes) -> dict[str, Any]:
    """The fields of 58 bytes, `crc` among them. Raises NoTrackerError where they are no header."""
    try:
        fields: dict[str, Any] = _messages().MessageBase.parse_header(header)
    except (struct.error, UnicodeDecodeError):
        raise NoTrackerError("what is sent there is not OpenIGTLink") from None
    if fields["header_version"] not in (1, 2, 3):
        raise NoTrackerError("what is sent there is not OpenIGTLink")
    if fields["body_size"] > MOST_BODY_BYTES:
        raise NoTrackerError("a message there is too large")
    return fields | {"crc": struct.unpack_from("> Q", header, CRC_AT)[0]}


def transform_of(fields: Mapping[str, Any], body: bytes) -> np.ndarray | None:
    """The matrix (4, 4) of a TRANSFORM message; None where the tool was out of sight.

    Raises NoTrackerError where the message is damaged.
    """
    messages = _messages()
    if messages.CRC64(body) != fields["crc"]:
        raise NoTrackerError("a message came damaged: its check sum is wrong")
    message = messages.TransformMessage()
    try:
        message.unpack(fields, body)
    except (struct.error, ValueError, IndexError):
        raise NoTrackerError("a TRANSFORM message has not its form") from None
    told = {key: value.upper() for key, value in message.metadata.items()}
    if any(told.get(key, good) != good for key, good in _SEEN.items()):
        return None
    matrix = np.asarray(message.matrix, dtype=np.float64)
    return matrix if is_rigid(matrix) else None


def _messages() -> Any:
    """The library of the extra `tracker`. Raises Refusal (USAGE) where it is missing."""
    try:
        from pyigtl import messages
    except ModuleNotFoundError as missing:
        raise Refusal(
            "No tracker can be followed",
            f"the library {(missing.name or 'pyigtl').split('.')[0]} is not installed here",
            "Start with 'uv run' from the sources, or there: pip install '.[tracker]'",
            code=ExitCode.USAGE,
        ) from None
    return messages
