"""Score the corpus once, in whatever surroundings this process has: one cell of the matrix.

Run: python -m tests.scoring.cell [--every N] [--threads N] [--control NAME]

Prints one JSON object: the digest of all digests, and what the surroundings really were. With a
control there is a second, spoiled digest, with something in it that scores must not depend on; it
must differ between the cells of the matrix, or their switches reach nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import locale
import math
import platform
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from tests.scoring.corpus import attempts
from trainer.attempt.log import parse
from trainer.scoring.score import score


def main() -> None:
    """Score, and say what came out."""
    parser = argparse.ArgumentParser(description="Score the golden corpus in one process.")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--control", choices=sorted(CONTROLS))
    args = parser.parse_args()
    with contextlib.suppress(locale.Error):  # not installed here: then the variable alone is set
        locale.setlocale(locale.LC_ALL, "")
    digests = scored(attempts(args.every), args.threads)
    found = {
        "digest": digest_of(digests),
        "spoiled": digest_of(digests, CONTROLS[args.control]()) if args.control else "",
        "logs": len(digests),
        "python": platform.python_version(),
        "locale": locale.setlocale(locale.LC_ALL),
        "zone": time.strftime("%z"),
        "optimised": not __debug__,
    }
    print(json.dumps(found))


def scored(logs: Iterable[tuple[str, bytes]], threads: int) -> dict[str, str]:
    """Each log's digest, by so many threads at once."""
    with ThreadPoolExecutor(threads) as pool:
        return dict(pool.map(_scored, logs))


def _scored(named: tuple[str, bytes]) -> tuple[str, str]:
    name, data = named
    return name, score(parse(data, name)).digest


def digest_of(digests: Mapping[str, str], spoil: str = "") -> str:
    """SHA-256 over every name and digest, in order of names."""
    text = "".join(f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256((text + spoil).encode()).hexdigest()


def _order_of_a_set() -> str:
    return " ".join({"pleura", "canal", "foramen", "skin", "bone"})


def _floats_of_the_library() -> str:
    """The last bits of the C library's functions, which has code for each kind of processor."""
    numbers = [0.1 + 0.001 * n for n in range(5_000)]
    worked = [math.sin(x) + math.pow(x, 1.7) + math.atan2(x, 3.0) for x in numbers]
    return repr([math.exp(x) for x in numbers] + worked)


def _floats_of_numpy() -> str:
    import numpy as np

    return bytes(np.exp(np.linspace(0.1, 5.0, 5_000, dtype=np.float32)).data).hex()


def _words_and_decimal_point() -> str:
    return locale.format_string("%.1f", 1.5) + time.strftime("%A", time.gmtime(0))


def _local_hour() -> str:
    return time.strftime("%Y-%m-%d %H", time.localtime(1_795_000_000))


def _assertions() -> str:
    return str(__debug__)


def _version() -> str:
    return platform.python_version()


CONTROLS: Mapping[str, Callable[[], str]] = {
    "set": _order_of_a_set,
    "libm": _floats_of_the_library,
    "numpy": _floats_of_numpy,
    "locale": _words_and_decimal_point,
    "hour": _local_hour,
    "assert": _assertions,
    "version": _version,
}


if __name__ == "__main__":
    main()
