"""The skin's movement with breathing: a pure function of simulated time.

Nothing happens at idle (docs/decisions/0002): the displacement is worked out where something is
looked at or touched. Docs: docs/physics/needle.md.
"""

from __future__ import annotations

import math

# [X] 1-3 mm in all (DESIGN 6); quiet breathing of an adult 12-20 a minute [M].
PERIOD_MS = 4_200
RISE_UM = 2_000  # of the back's skin, posterior
GLIDE_UM = 1_200  # of the back's skin, to the head
HOLD_MS = 20_000  # [X] a prone patient breathes again after about 20 s


def is_held(now_ms: int, asked_ms: int | None) -> bool:
    """Whether a breath asked for at `asked_ms` is held now."""
    return asked_ms is not None and asked_ms <= now_ms < asked_ms + HOLD_MS


def skin_shift_um(now_ms: int, asked_ms: int | None) -> tuple[int, int, int]:
    """Where breathing has moved the skin of the back, world um; (0, 0, 0) at the end of expiration.

    A breath held on request is held where it was at rest: at the end of expiration, at once.
    """
    if is_held(now_ms, asked_ms):
        return 0, 0, 0
    share = math.sin(math.pi * (now_ms % PERIOD_MS) / PERIOD_MS) ** 2
    return 0, round(RISE_UM * share), round(GLIDE_UM * share)
