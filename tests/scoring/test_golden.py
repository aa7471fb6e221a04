"""Frozen attempts and their digests: a score can be computed again in ten years.

A changed digest is a changed meaning: raise the metric's version (or SCORING_VERSION), say so in
the changelog, and only then write the tables anew: `python -m tests.scoring.test_golden` for the
three attempts by hand, `python -m tools.make_goldens table` for the players'.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.scoring.attempts import careful, file_of, film_header, one_film, reckless
from tests.scoring.corpus import FIRST_RUBRICS, MOST_BYTES, PLAYERS, attempts, row_of, table
from tools.make_goldens import archive, cut
from trainer.attempt.log import parse
from trainer.attempt.replay import last_state
from trainer.scoring.score import score
from trainer.session.players.traits import KINDS

GOLDEN = REPOSITORY / "tests" / "golden"
TABLE = GOLDEN / "scores.json"
NAMES = ("careful.attempt", "reckless.attempt", "one-film.attempt")
SAMPLE = 7  # every seventh of the players' logs; the whole corpus is the matrix's


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


def test_attempts_under_the_first_rubrics_score_as_on_the_day_they_were_played():
    frozen = table(FIRST_RUBRICS)
    assert len(frozen) == 70
    for name, data in attempts(2, FIRST_RUBRICS):
        assert row_of(score(parse(data, name)).document) == frozen[name], name


def test_their_document_keeps_the_shape_of_version_1():
    for name in NAMES:
        document = score(parse((GOLDEN / name).read_bytes(), name)).document
        assert document["scoring_version"] == 1
        assert set(document) == {
            *("scoring_version", "standing", "note", "scenario", "rubric", "complete", "score"),
            *("pass_mark", "passed", "critical", "metrics", "digest"),
        }
        assert set(document["rubric"]) == {"id", "version"}
        for line in document["metrics"]:
            assert set(line) == {"id", "version", "value", "unit", "mark", "weight"}
        for error in document["critical"]:
            assert set(error) == {"id", "t_ms", "why"}


def test_the_corpus_holds_every_player_at_every_scenario_three_times():
    names = sorted(table())
    played = {tuple(name.rsplit("-", 1)[0].split("/")) for name in names}
    scenarios = {scenario for scenario, _ in played}
    assert len(scenarios) >= 10
    assert played == {(scenario, kind) for scenario in scenarios for kind in KINDS}
    assert len(names) == 3 * len(played) >= 200


def test_players_attempts_have_their_scores_and_digests():
    frozen = table()
    for name, data in attempts(SAMPLE):
        assert len(data) <= MOST_BYTES
        assert row_of(score(parse(data, name)).document) == frozen[name], name


def test_players_attempts_are_whole_or_broken_off_at_a_record():
    complete = {name for name, row in table().items() if row["complete"]}
    assert len(complete) > 0.8 * len(table())
    for name, data in attempts(3 * SAMPLE):
        log = parse(data, name)
        assert log.cut_bytes == 0
        assert last_state(log, name).submitted is log.sealed is (name in complete)


def test_a_log_that_is_too_long_ends_with_a_whole_line():
    data = b"".join(b"%d" % n * 999 + b"\n" for n in range(900))
    assert len(cut(data)) <= MOST_BYTES
    assert data.startswith(cut(data))
    assert cut(data).endswith(b"\n")
    assert data.index(b"\n", len(cut(data))) >= MOST_BYTES
    assert cut(b"short\n") == b"short\n"


def test_the_same_logs_make_the_same_archive_in_any_order(tmp_path: Path):
    logs = {"b.attempt": b"2\n" * 90, "a.attempt": b"1\n"}
    turned = dict(reversed(logs.items()))
    (tmp_path / "x.tar.xz").write_bytes(archive(logs))
    assert archive(logs) == archive(turned)
    assert dict(attempts(folder=tmp_path)) == {"x/a": b"1\n", "x/b": b"2\n" * 90}
    assert PLAYERS.is_dir()


def write() -> None:
    """Freeze attempts that are not frozen yet, and write the table of scores anew."""
    made = {
        "careful.attempt": file_of(careful()),
        "reckless.attempt": file_of(reckless()),
        "one-film.attempt": file_of(one_film(), film_header()),
    }
    frozen = {}
    for name, data in made.items():
        path = Path(GOLDEN / name)
        if not path.exists():
            path.write_bytes(data)
        found = score(parse(path.read_bytes(), name))
        frozen[name] = {"score": found.score, "passed": found.passed, "digest": found.digest}
    TABLE.write_text(json.dumps(frozen, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
