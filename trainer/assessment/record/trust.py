"""What whoever checks a record brings from elsewhere: keys, anchors, receipts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.assessment.keys import KnownKey, Role, key_id
from trainer.assessment.record.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Trust:
    """keys : the list of keys by public key, empty where nobody brought one.

    anchors : what was carried away when the session was sealed. receipts : as candidates hold them.
    signatures : False switches the signatures off; only a test of the tests does that.
    """

    keys: Mapping[str, KnownKey] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    receipts: tuple[str, ...] = ()
    signatures: bool = True

    def key_problem(self, public_key: str, role: Role, at_utc: str) -> str | None:
        """Why a key may not have signed this as `role` at that time, None where it may."""
        if not self.keys:
            return None
        known = self.keys.get(public_key)
        if known is None:
            return f"it is signed with key {key_id(public_key)}, which was never enrolled"
        if known.role != role:
            return f"it is signed with the {known.role} key {known.key_id}, not a {role}'s"
        if known.revoked_utc and at_utc >= known.revoked_utc:
            return f"its key {known.key_id} was revoked {known.revoked_utc}"
        return None


NOTHING_BROUGHT = Trust()
