"""What came of many wrong inputs: refused, taken, or what must never happen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.trust.figures import Batch
from trainer.refusal import ExitCode, Refusal

SLOW_S = 10.0  # reliability.md G10: longer is a hang
CODES = (ExitCode.BAD_INPUT, ExitCode.INTEGRITY)


@dataclass(slots=True)
class Verdicts:
    """refused : by the first words of the reason. found : what must not be, as sentences."""

    refused: Counter[str] = field(default_factory=Counter)
    taken: int = 0
    slowest_s: float = 0.0
    found: list[str] = field(default_factory=list)

    def add(self, name: str, attempt: Callable[[], str | None]) -> None:
        """Try one input. attempt : does it; returns what is wrong with having taken it."""
        began = time.process_time()
        try:
            wrong = attempt()
            self.taken += 1
        except Refusal as refusal:
            wrong = _unclear(refusal)
            self.refused[refusal.why.split(":")[-1].strip()[:40]] += 1
        except Exception as error:
            wrong = f"crashed with {type(error).__name__}: {error}"
        spent = time.process_time() - began
        self.slowest_s = max(self.slowest_s, spent)
        if spent > SLOW_S:
            wrong = wrong or f"took {spent:.1f} s"
        if wrong is not None:
            self.found.append(f"{name}: {wrong}")

    def batch(self, what: str) -> Batch:
        """As a figure."""
        refused = sum(self.refused.values())
        counts = {"refused": refused, "taken, sound or with a note": self.taken}
        note = f"in the last batch at most {self.slowest_s * 1000:.0f} ms of computing"
        return Batch(what, refused + self.taken, tuple(self.found), counts, note)


def _unclear(refusal: Refusal) -> str | None:
    """Why a refusal is not a clear one; None where it is."""
    if refusal.code not in CODES:
        return f"is refused with code {refusal.code}"
    if not (refusal.what and refusal.why and refusal.next_step):
        return "is refused without what, why and next step"
    told = str(refusal)
    return None if told.replace("\n", " ").isprintable() else f"is refused unprintably: {told!r}"
