"""C-arm angles in the words of a pain room: `OBL L 15.0° (ipsilateral)`, `CEPH 10.0°`.

Signs are those of docs/conventions.md: oblique + receptor to the patient's left, tilt + to the
head.
"""

from __future__ import annotations

import re

from trainer.ui.presenters.texts import decimal, tr

_TYPED = re.compile(r"^\s*([a-z]*)\s*([+-]?\d+(?:[.,]\d+)?)\s*°?\s*$", re.IGNORECASE)
# What a hand may type before the number, and the sign that it stands for.
OBLIQUE_WORDS = {"": 1, "L": 1, "R": -1, "OBLL": 1, "OBLR": -1}
TILT_WORDS = {"": 1, "CEPH": 1, "CRAN": 1, "CAUD": -1, "H": 1, "F": -1}


def tenths(mdeg: int) -> int:
    """Thousandths of a degree as tenths, halves away from zero."""
    return (abs(mdeg) + 50) // 100 * (1 if mdeg >= 0 else -1)


def oblique_text(oblique_mdeg: int, target_side: str | None = None) -> str:
    """The oblique angle; with the side to be treated also whether the receptor leans to it."""
    shown = tenths(oblique_mdeg)
    if shown == 0:
        return tr("OBL 0.0°")
    side = "left" if shown > 0 else "right"
    text = decimal(f"OBL {side[0].upper()} {abs(shown) / 10:.1f}°")
    if target_side is None:
        return text
    return f"{text} ({tr('ipsilateral') if side == target_side else tr('contralateral')})"


def tilt_text(tilt_mdeg: int) -> str:
    """The tilt toward head (CEPH) or feet (CAUD)."""
    shown = tenths(tilt_mdeg)
    if shown == 0:
        return tr("TILT 0.0°")
    return decimal(f"{'CEPH' if shown > 0 else 'CAUD'} {abs(shown) / 10:.1f}°")


def typed_angle(text: str, words: dict[str, int]) -> int | None:
    """Thousandths of a degree from what was typed ("L 15", "-7,5", "caud 10"), None if unclear."""
    found = _TYPED.match(text)
    if found is None or found[1].upper() not in words:
        return None
    return words[found[1].upper()] * round(float(found[2].replace(",", ".")) * 1000)
