"""Whether the program and the stand-alone verifier see what was done to a sealed record.

G5 of the reliability goals: every change found by both, no alarm on what is good, and a verifier
whose signature check is switched off must miss what was made anew as a whole.
"""

from __future__ import annotations

import contextlib
import random
import tempfile
import types
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.attempt.worlds import START, WORLD
from tests.trust.figures import Batch
from tests.trust.record_changes import CHANGES, Change, made_anew
from tests.trust.sealed_records import COMMANDS, KEYS, Sealed, sealed
from trainer.assessment.keys import is_signed
from trainer.assessment.record.session_record import SessionFiles, session_report
from trainer.assessment.record.trust import Trust
from trainer.attempt.step import run
from trainer.storage.verifier import verifier_text

RECORDS = tuple(run(START, COMMANDS, WORLD)[0])
PROGRAM = verifier_text()


def alone() -> Any:
    """The stand-alone verifier as `records verifier` writes it, as a module."""
    module = types.ModuleType("verify_records")
    exec(compile(PROGRAM, "verify_records.py", "exec"), module.__dict__)
    return module


ALONE: Any = alone()
OWN_ED25519 = ALONE.ed25519_holds


@contextlib.contextmanager
def quick_signatures() -> Iterator[None]:
    """OpenSSL instead of the verifier's own Ed25519, which has tests of its own and is slow."""
    ALONE.ed25519_holds = lambda key, message, signature: is_signed(
        key.hex(), message, signature.hex()
    )
    try:
        yield
    finally:
        ALONE.ed25519_holds = OWN_ED25519


def trust_of(made: Sealed) -> Trust:
    """All that an examiner can bring: the list of keys, the anchor, the candidates' receipts."""
    return Trust(KEYS, (made.anchor,), made.receipts)


def app_finds(files: SessionFiles, trust: Trust) -> bool:
    """Whether the program says that something is wrong."""
    return not session_report(files, trust, replay=False).sound


def alone_finds(files: SessionFiles, trust: Trust) -> bool:
    """Whether the stand-alone verifier does."""
    checks = ALONE.Checks({key: (one.role, one.revoked_utc) for key, one in trust.keys.items()})
    anchors = [asdict(anchor) for anchor in trust.anchors]
    parts = (files.log, files.attempts, files.seals, anchors, trust.receipts)
    more = (files.marks, files.locked)
    return bool(ALONE.check(checks, *parts, *more))


def good(length: int | None = None) -> Sealed:
    """A sound record; of attempts of so many records, None = all there are."""
    with tempfile.TemporaryDirectory() as folder:
        return sealed(Path(folder), RECORDS[:length])


@dataclass(slots=True)
class Count:
    """Figures of one run."""

    tried: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    good: int = 0
    alarms: int = 0

    def __str__(self) -> str:
        changes = sum(self.tried.values())
        return (
            f"{changes} changes of {len(self.tried)} kinds, missed {len(self.missed)}; "
            f"{self.good} good records, false alarms {self.alarms}"
        )


def changes(count: int, seed: int, made: Sealed, kinds: Mapping[str, Change] = CHANGES) -> Count:
    """`count` of each kind of change, each asked of both verifiers."""
    found, trust = Count(), trust_of(made)
    rng = random.Random(seed)
    with quick_signatures():
        for kind, change in kinds.items():
            for _ in range(count):
                files = change(rng, made)
                if files != made.files:
                    _ask(kind, files, trust, found)
    return found


def _ask(kind: str, files: SessionFiles, trust: Trust, found: Count) -> None:
    found.tried[kind] = found.tried.get(kind, 0) + 1
    if not app_finds(files, trust):
        found.missed.append(f"{kind}: the program")
    if not alone_finds(files, trust):
        found.missed.append(f"{kind}: the verifier")


def flips(made: Sealed, names: list[str], every: int = 1) -> Count:
    """Every bit (or every n-th) of these attempts, asked of both."""
    found, trust = Count(), trust_of(made)
    with quick_signatures():
        for name in names:
            data = made.files.attempts[name]
            for bit in range(0, 8 * len(data), every):
                at = bit // 8
                flipped = data[:at] + bytes([data[at] ^ (1 << bit % 8)]) + data[at + 1 :]
                files = replace(made.files, attempts={**made.files.attempts, name: flipped})
                _ask("bit flip", files, trust, found)
    return found


def good_ones(count: int, seed: int) -> Count:
    """Sound records of many lengths: no alarm."""
    rng, found = random.Random(seed), Count()
    for _ in range(count):
        made = good(rng.randrange(len(RECORDS) + 1))
        found.good += 1
        trust = trust_of(made)
        found.alarms += app_finds(made.files, trust) + alone_finds(made.files, trust)
    return found


def batch(count: int, seed: int) -> Batch:
    """So many changes, each kind as often, and a hundredth as many good records of all lengths."""
    found = changes(-(-count // len(CHANGES)), seed, good())
    sound = good_ones(max(1, count // 100), seed)
    wrong = (*(f"missed: {miss}" for miss in found.missed), *["a false alarm"] * sound.alarms)
    tried = sum(found.tried.values())
    return Batch("changes", tried, wrong, {"good records": sound.good}, f"{len(found.tried)} kinds")


def control() -> int:
    """How many records made anew as a whole pass where nobody looks at signatures."""
    made, dice = good(), random.Random(4)
    files = [made_anew(None, None)(dice, made) for _ in range(3)]
    return sum(not app_finds(each, Trust(signatures=False)) for each in files)
