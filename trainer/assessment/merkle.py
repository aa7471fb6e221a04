"""A Merkle tree over records: one hash for all, and a short path that proves one of them inside.

As in RFC 6962, section 2.1: SHA-256, leaves hashed behind 0x00 and nodes behind 0x01, so that no
node can pass for a leaf; the left half is the largest power of two below the number of leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

_LEAF, _NODE = b"\x00", b"\x01"


def leaf_hash(leaf: bytes) -> bytes:
    """The 32 bytes of one leaf; also the root of a tree that holds nothing else."""
    return hashlib.sha256(_LEAF + leaf).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The 32 bytes that stand for all leaves in their order; of no leaves, the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    half = _left(len(leaves))
    return _node(root(leaves[:half]), root(leaves[half:]))


def inclusion_path(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The neighbours' hashes from leaf `index` (from 0) up to the root.

    Raises ValueError where there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise ValueError(f"leaf {index} of {len(leaves)}")
    if len(leaves) == 1:
        return ()
    half = _left(len(leaves))
    if index < half:
        return (*inclusion_path(leaves[:half], index), root(leaves[half:]))
    return (*inclusion_path(leaves[half:], index - half), root(leaves[:half]))


def verify_inclusion(
    leaf: bytes, index: int, count: int, path: Sequence[bytes], expected_root: bytes
) -> bool:
    """Whether `leaf` is number `index` (from 0) of `count` leaves under `expected_root`."""
    if not 0 <= index < count:
        return False
    return _root_from(leaf_hash(leaf), index, count, tuple(path)) == expected_root


def _root_from(found: bytes, index: int, count: int, path: tuple[bytes, ...]) -> bytes | None:
    if count == 1:
        return None if path else found
    if not path:
        return None
    half, beside = _left(count), path[-1]
    if index < half:
        left = _root_from(found, index, half, path[:-1])
        return None if left is None else _node(left, beside)
    right = _root_from(found, index - half, count - half, path[:-1])
    return None if right is None else _node(beside, right)


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()


def _left(count: int) -> int:
    """The largest power of two below `count`, which is at least 2."""
    half: int = 1 << ((count - 1).bit_length() - 1)
    return half
