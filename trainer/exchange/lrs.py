"""One statement to a learning record store by HTTP (Experience API 1.0.3, part three, 2.1)."""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from trainer.exchange.xapi import VERSION
from trainer.refusal import ExitCode, Refusal
from trainer.session.loopback import is_loopback
from trainer.session.lrs import Answer

WAIT_S = 10.0  # design value: a store that takes longer is asked again another time
MOST_ANSWER_BYTES = 64 * 1024


class _NoDetour(urllib.request.HTTPRedirectHandler):
    """A redirected POST comes back as a GET that stores nothing, so none is followed."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


class LearningRecordStore:
    """Implements `trainer.session.lrs.LearningStore` for one address.

    address : ``https://host/path``, to which ``/statements`` is added; plain http only on this
    computer's loopback. sign_in : "user:password" for Basic authentication, "" for none.
    Raises Refusal (USAGE) for an address that cannot be used.
    """

    def __init__(self, address: str, sign_in: str = "", wait_s: float = WAIT_S) -> None:
        self._url = checked_address(address) + "/statements"
        self._headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
            **_basic(sign_in),
        }
        self._wait_s = wait_s
        self._opener = urllib.request.build_opener(_NoDetour)

    def post(self, statement_id: str, data: bytes) -> Answer:
        """Send one statement; every answer of the world is a value, never an error."""
        request = urllib.request.Request(  # noqa: S310 - the address was checked
            self._url, data=data, headers=self._headers, method="POST"
        )
        try:
            with self._opener.open(request, timeout=self._wait_s) as reply:
                return _taken(reply.status, reply.read(MOST_ANSWER_BYTES), statement_id)
        except urllib.error.HTTPError as error:
            with error:
                return _answer(error.code, error.read(MOST_ANSWER_BYTES))
        except TimeoutError:
            return Answer("later", f"it did not answer within {self._wait_s:g} s")
        except (OSError, http.client.HTTPException) as error:
            return Answer("later", f"it cannot be reached: {_short(error)}")


def checked_address(address: str) -> str:
    """The address without its last slash. Raises Refusal (USAGE)."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise _unusable("it is no address") from None
    if parts.scheme not in ("http", "https") or not host:
        raise _unusable("it does not begin with https:// and a host")
    if parts.username or parts.password:
        raise _unusable("it holds a name or password, which others could read")
    if parts.query or parts.fragment:
        raise _unusable("it goes on after the path with ? or #")
    if parts.scheme == "http" and not is_loopback(host):
        raise _unusable("plain http to another computer can be read on the way")
    return address.rstrip("/")


def _unusable(why: str) -> Refusal:
    return Refusal(
        "The address of the server cannot be used",
        why,
        "Give it as https://host/path, and the sign-in by its own variable (docs/exchange.md)",
        code=ExitCode.USAGE,
    )


def _basic(sign_in: str) -> Mapping[str, str]:
    if not sign_in:
        return {}
    return {"Authorization": "Basic " + base64.b64encode(sign_in.encode()).decode("ascii")}


def _taken(status: int, body: bytes, statement_id: str) -> Answer:
    """Taken only where the store says so as the standard tells it to: a list with the id."""
    if status == 204:
        return Answer("taken")
    try:
        named = json.loads(body)
    except ValueError:
        named = None
    if status == 200 and isinstance(named, list) and statement_id in named:
        return Answer("taken")
    return Answer("later", "what answers there is no learning record store")


def _answer(status: int, body: bytes) -> Answer:
    if status == 409:  # it has a statement of this id, and ids are made of content
        return Answer("there")
    if status in (400, 413, 422):
        return Answer("refused", f"{status}: {_words(body)}")
    if status in (401, 403):
        return Answer("later", f"it does not let this station in ({status})")
    return Answer("later", f"it answers with {status}")


def _words(body: bytes) -> str:
    return " ".join(body.decode("utf-8", "replace").split())[:200] or "no reason given"


def _short(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    return str(getattr(reason, "strerror", None) or reason)[:120]
