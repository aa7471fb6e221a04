"""Whose keys a record may be signed with: enrolled, replaced, revoked - and from when."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Role = Literal["station", "examiner"]
Act = Literal["enrolled", "rotated", "revoked"]
ROLES: tuple[Role, ...] = get_args(Role)
_ACTS: tuple[Act, ...] = get_args(Act)
KEY_BYTES, SIGNATURE_BYTES = 32, 64
_TEXT = ("role", "name", "public_key", "at_utc", "reason", "replaces")


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """What happened to a key.

    name : of the station or person, as enrolled. public_key : 64 hexadecimal digits. replaces : the
    public key before a rotation, "" else. reason : of a rotation or revocation.
    """

    event: Act
    role: Role
    name: str
    public_key: str
    at_utc: str
    reason: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key of the list. revoked_utc : from when it counts no more, "" while it does."""

    role: Role
    name: str
    public_key: str
    since_utc: str
    revoked_utc: str = ""

    @property
    def key_id(self) -> str:
        """Its fingerprint."""
        return key_id(self.public_key)


def key_id(public_key: str) -> str:
    """What people compare: the first 16 hexadecimal digits of the SHA-256 of the 32 bytes."""
    return hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:16]


def known_keys(events: Iterable[KeyEvent]) -> Mapping[str, KnownKey]:
    """The keys by public key. A rotated key stays known: what it signed before still counts."""
    found: dict[str, KnownKey] = {}
    for one in events:
        if one.event == "revoked" and one.public_key in found:
            old = found[one.public_key]
            found[one.public_key] = KnownKey(
                old.role, old.name, old.public_key, old.since_utc, one.at_utc
            )
        elif one.event != "revoked":
            found[one.public_key] = KnownKey(one.role, one.name, one.public_key, one.at_utc)
    return found


def current_key(events: Iterable[KeyEvent], role: Role) -> KnownKey | None:
    """The newest key of a role that was not revoked."""
    usable = [one for one in known_keys(events).values() if one.role == role]
    usable = usable[-1:]
    return usable[0] if usable and not usable[0].revoked_utc else None


def is_signed(public_key: str, message: bytes, signature: str) -> bool:
    """Whether the signature (128 hexadecimal digits) of `message` is that key's (RFC 8032)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def event_to_json(event: KeyEvent) -> dict[str, Any]:
    """The event as the list of keys stores it."""
    return {"event": event.event, **{name: getattr(event, name) for name in _TEXT}}


def event_from_json(stored: Mapping[str, Any]) -> KeyEvent:
    """An event of the list. Raises ValueError where it is none."""
    parts = {name: stored.get(name, "") for name in _TEXT}
    if stored.get("event") not in _ACTS or parts["role"] not in ROLES:
        raise ValueError(f"{stored.get('event')!r} of {parts['role']!r} is no act on a key")
    if not all(isinstance(part, str) for part in parts.values()):
        raise ValueError("a part is no text")
    if len(bytes.fromhex(parts["public_key"])) != KEY_BYTES:
        raise ValueError("the public key does not have 32 bytes")
    return KeyEvent(event=cast(Act, stored["event"]), **parts)
