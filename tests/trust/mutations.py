"""Bytes made wrong: blindly, and at the places where formats keep their lies."""

from __future__ import annotations

import random
from collections.abc import Callable

Mutation = Callable[[random.Random, bytes], bytes]

# Integers at the edges of their types; what parsers trust too early.
_EDGES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
# Words that some reader somewhere takes for something else.
WORDS = (
    *(
        b"null",
        b"true",
        b"-1",
        b"0",
        b"1e999",
        b".nan",
        b".inf",
        b'""',
        b"[]",
        b"{}",
        b"~",
        b"!!x y",
    ),
    *(b"../../etc/passwd", b"C:\\x", b"CON", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"&a [*a]"),
    *(
        "\u202e".encode(),
        b"9" * 5000,
        b"[" * 200,
        b"T13",
        b"T0",
        b"- - -",
        b"? :",
        b"\t",
        b"%YAML 9",
    ),
)


def flipped(dice: random.Random, data: bytes) -> bytes:
    """A few bits turned."""
    wrong = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 3, 20))):
        wrong[dice.randrange(len(wrong))] ^= 1 << dice.randrange(8)
    return bytes(wrong)


def cut(dice: random.Random, data: bytes) -> bytes:
    """The end, the beginning or a piece of the middle is gone."""
    a, b = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return dice.choice((data[:a], data[a:], data[:a] + data[b:]))


def doubled(dice: random.Random, data: bytes) -> bytes:
    """A piece is there twice, or has moved."""
    a, b = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[a:b] + data[at:]


def edged(dice: random.Random, data: bytes) -> bytes:
    """An integer of one, two or four bytes is extreme."""
    size = dice.choice((1, 2, 4))
    value = dice.choice(_EDGES) & ((1 << 8 * size) - 1)
    at = dice.randrange(max(1, len(data) - size))
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def worded(dice: random.Random, data: bytes) -> bytes:
    """A word of the list stands somewhere, in place of as much or in between."""
    word, at = dice.choice(WORDS), dice.randrange(len(data) + 1)
    return data[:at] + word + data[at + dice.choice((0, len(word))) :]


BLIND: tuple[Mutation, ...] = (flipped, cut, doubled, edged, worded)
