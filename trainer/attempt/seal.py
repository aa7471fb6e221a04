"""The seal line: how many records there are, and in exams whose they are, signed by the station.

What is signed is the seal line as it will be stored, without its signature. It holds `prev`, the
hash of the line before it, and through that every byte of the file (docs/attempt-format.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any

from trainer.attempt.chain import line_of
from trainer.attempt.sitting import Sitting

SIGNED = b"rhizotomy-attempt-seal 1\n"  # so that a signature of something else is none of a seal
_SITTING = tuple(field.name for field in fields(Sitting))
_KEY_HEX, _SIGNATURE_HEX = 64, 128


def seal_body(count: int) -> dict[str, Any]:
    """The content of a seal in practice: how many records there are."""
    return {"kind": "seal", "count": count}


def signed_seal_body(
    count: int, sitting: Sitting, head: str, key: str, sign: Callable[[bytes], bytes]
) -> dict[str, Any]:
    """The content of a seal in an exam.

    head : hash of the line before it. key : the station's public key, 64 hexadecimal digits.
    """
    body = {**seal_body(count), **asdict(sitting), "key": key}
    return {**body, "signature": sign(signed_bytes(body, head)).hex()}


def signed_bytes(body: Mapping[str, Any], prev: str) -> bytes:
    """What the signature of a seal with this content signs."""
    told = {name: value for name, value in body.items() if name not in ("signature", "prev")}
    return SIGNED + line_of(told, prev)


def sitting_problem(body: Mapping[str, Any], header: Mapping[str, Any]) -> str | None:
    """What is wrong with the seal of an exam's attempt, None where nothing is.

    Whether the signature is true is asked elsewhere, with the key.
    """
    sitting = header.get("sitting")
    if sitting is None:
        return None
    if not isinstance(sitting, Mapping) or any(
        body.get(name) != sitting.get(name) for name in _SITTING
    ):
        return "it seals another sitting than the header's"
    if not (_is_hex(body.get("key"), _KEY_HEX) and _is_hex(body.get("signature"), _SIGNATURE_HEX)):
        return "it is not signed, as an exam's is"
    return None


def _is_hex(value: object, length: int) -> bool:
    return isinstance(value, str) and len(value) == length and set(value) <= set("0123456789abcdef")
