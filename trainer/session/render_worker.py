"""Draw in the background, and only the newest: what is older when its turn comes is dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Request = TypeVar("Request")
Result = TypeVar("Result")


class RenderWorker(Generic[Request, Result]):
    """One thread that renders the newest request and hands the result over.

    deliver is called on the worker's thread; results come in the order of their requests. A failure
    of `render` is kept in `broken` and ends the thread: it is our bug, never swallowed.
    overtaking : what to render when a newer request (second) finds an older one still waiting.
    """

    def __init__(
        self,
        render: Callable[[Request], Result],
        deliver: Callable[[Result], None],
        overtaking: Callable[[Request, Request], Request] = lambda _older, newer: newer,
    ) -> None:
        self._render = render
        self._deliver = deliver
        self._overtaking = overtaking
        self._newest: Request | None = None
        self._change = threading.Condition()
        self._closing = False
        self._busy = False
        self.dropped = 0
        self.broken: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="render", daemon=True)
        self._thread.start()

    def ask(self, request: Request) -> None:
        """Render this next, instead of anything that still waits. Returns at once."""
        with self._change:
            if self._newest is not None:
                self.dropped += 1
                request = self._overtaking(self._newest, request)
            self._newest = request
            self._change.notify_all()

    def settle(self, timeout_s: float = 10.0) -> bool:
        """Wait until nothing waits and nothing is being drawn; False when that took too long."""
        with self._change:
            return self._change.wait_for(
                lambda: self.broken is not None or (self._newest is None and not self._busy),
                timeout_s,
            )

    def close(self) -> None:
        """Finish what is being drawn, forget what waits, end the thread."""
        with self._change:
            self._closing = True
            self._newest = None
            self._change.notify_all()
        self._thread.join()

    def _run(self) -> None:
        try:
            while (request := self._next()) is not None:
                self._deliver(self._render(request))
                with self._change:
                    self._busy = False
                    self._change.notify_all()
        except BaseException as error:  # a thread has nobody above it
            with self._change:
                self.broken = error
                self._change.notify_all()
            threading.excepthook(
                threading.ExceptHookArgs((type(error), error, error.__traceback__, self._thread))
            )

    def _next(self) -> Request | None:
        with self._change:
            self._change.wait_for(lambda: self._closing or self._newest is not None)
            if self._closing:
                return None
            request, self._newest = self._newest, None
            self._busy = True
            return request
