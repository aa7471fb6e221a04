"""The long runs over wrong inputs, each with its negative control."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from tests.trust import scenarios, zips
from tests.trust.verdicts import Verdicts

CONTROL = 300  # inputs that an unthinking reader must trip over


def many_zips(count: int, seed: int) -> int:
    """Mutated packages through the installer; the number of findings."""
    return _long(
        f"zips, seed {seed}",
        lambda: zips.run(count, seed),
        lambda: zips.run(CONTROL, seed, reading=zips.naive),
    )


def many_scenarios(count: int, seed: int) -> int:
    """Mutated scenario files, shipped ones among them; the number of findings."""
    return _long(
        f"scenarios, seed {seed}",
        lambda: scenarios.run(count, seed, shipped=True),
        lambda: scenarios.run(CONTROL, seed, naive=True),
    )


def _long(what: str, run: Callable[[], Verdicts], control: Callable[[], Verdicts]) -> int:
    before_mb, began = _peak_mb(), time.process_time()
    verdicts = run()
    spent_s, grown_mb = time.process_time() - began, _peak_mb() - before_mb
    print(*verdicts.told(what), sep="\n")
    print(f"  {spent_s:.0f} s of computing, memory grew by {grown_mb} MB")
    caught = len(control().found)
    print(f"  negative control, an unthinking reader: {caught} finding(s) in {CONTROL}")
    return len(verdicts.found) + (caught == 0)


def _peak_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
