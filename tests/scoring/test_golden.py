"""Frozen attempts and their digests: a score can be computed again in ten years.

A changed digest is a changed meaning: raise the metric's version (or SCORING_VERSION), say so in
the changelog, and only then write the table anew with `python -m tests.scoring.test_golden`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.scoring.attempts import careful, file_of, film_header, one_film, reckless
from trainer.attempt.log import parse
from trainer.attempt.replay import last_state
from trainer.scoring.score import score

GOLDEN = REPOSITORY / "tests" / "golden"
TABLE = GOLDEN / "scores.json"
NAMES = ("careful.attempt", "reckless.attempt", "one-film.attempt")
SCORE_ALL = """
import sys
from pathlib import Path
from trainer.attempt.log import parse
from trainer.scoring.score import score
for name in sys.argv[1:]:
    print(score(parse(Path(name).read_bytes())).digest)
"""


def wanted() -> dict[str, dict[str, object]]:
    return json.loads(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_frozen_attempt_has_its_score_and_digest(name):
    found = score(parse((GOLDEN / name).read_bytes(), name))
    assert {"score": found.score, "passed": found.passed, "digest": found.digest} == wanted()[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_frozen_attempt_is_whole(name):
    log = parse((GOLDEN / name).read_bytes(), name)
    assert last_state(log, name).submitted is log.sealed
    assert log.sealed is (name != "one-film.attempt")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kolkata"},
    ],
    ids=["C", "Turkish"],
)
def test_the_digest_is_the_same_in_other_surroundings(surroundings):
    files = [str(GOLDEN / name) for name in NAMES]
    done = subprocess.run(
        [sys.executable, "-c", SCORE_ALL, *files],
        cwd=REPOSITORY,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [wanted()[name]["digest"] for name in NAMES]


def write() -> None:
    """Freeze attempts that are not frozen yet, and write the table of scores anew."""
    made = {
        "careful.attempt": file_of(careful()),
        "reckless.attempt": file_of(reckless()),
        "one-film.attempt": file_of(one_film(), film_header()),
    }
    table = {}
    for name, data in made.items():
        path = Path(GOLDEN / name)
        if not path.exists():
            path.write_bytes(data)
        found = score(parse(path.read_bytes(), name))
        table[name] = {"score": found.score, "passed": found.passed, "digest": found.digest}
    TABLE.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
