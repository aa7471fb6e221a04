"""The receipt: a hash short enough to print, write down and compare by eye."""

from __future__ import annotations

import base64

# Design value [X]: 80 bits are 16 letters; who wants another record under a given receipt has 2**80
# to try.
RECEIPT_BYTES, _GROUP = 10, 4


def receipt_code(root: bytes) -> str:
    """The first 80 bits of a hash in base32 (RFC 4648: no 0, 1, 8, 9), e.g. `ABCD-EFGH-IJKL-MNOP`.

    Raises ValueError where the hash is shorter.
    """
    if len(root) < RECEIPT_BYTES:
        raise ValueError(f"{len(root)} bytes make no receipt")
    letters = base64.b32encode(root[:RECEIPT_BYTES]).decode("ascii")
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def same_receipt(typed: str, code: str) -> bool:
    """Whether what a person typed is the code; blanks, dashes and case do not matter."""
    return _letters(typed) == _letters(code)


def _letters(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())
