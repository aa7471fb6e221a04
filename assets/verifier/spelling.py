"""How values and lines are spelt, hashed, and put under a root."""

from __future__ import annotations

import base64
import hashlib
import json

NOTHING = hashlib.sha256(b"").hexdigest()
BAD = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)


def sha256(data):
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    """The one spelling of a value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def more_than_a_line(tail):
    """Whether a last line without its end is a whole object and more: no crash leaves that."""
    text = tail.decode(errors="replace")
    try:
        body, end = json.JSONDecoder().raw_decode(text)
    except BAD:
        return False
    return isinstance(body, dict) and end < len(text)


def stored(body):
    """The stored line of an object."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass") + b"\n"


def told(what, body):
    """What the signature in a stored line signs: the line as it would be without it."""
    rest = {part: value for part, value in body.items() if part != "signature"}
    return b"rhizotomy-" + what.encode() + b" 1\n" + stored(rest)


def root_of(leaves):
    """The root (RFC 6962) of leaves, level by level: an odd one out waits for the next level."""
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = zip(level[0:-1:2], level[1::2])  # noqa: B905 - Python 3.9
        above = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0] if level else hashlib.sha256(b"").digest()


def receipt_of(root):
    """The receipt of a root (32 bytes)."""
    letters = base64.b32encode(root[:10]).decode()
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


def key_id(key):
    """The fingerprint of a public key (hexadecimal)."""
    return sha256(bytes.fromhex(key))[:16]
