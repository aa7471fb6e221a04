"""Progress: each attempt is scored once, believed only for its bytes, and counts by the rules."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.corpus import PLAYERS, in_archive
from tests.session.made_attempts import with_header, without_submit, write
from tests.session.made_facts import TODAY, drilled, made
from trainer.app.progress_files import ProgressFolder
from trainer.attempt.log import parse
from trainer.scoring.score import score
from trainer.session.progress import (
    Left,
    SeriesId,
    Wanted,
    evidence_of,
    progress_of,
    series_of,
    table_of,
)
from trainer.session.progress_facts import document_of, facts_from, facts_of
from trainer.session.progress_index import ProgressIndex, Read
from trainer.session.waiting import Waiting
from trainer.storage.attempt_folder import AttemptFolder


@pytest.fixture(scope="module")
def logs() -> Mapping[str, bytes]:
    """Real attempts of players at one placement, by player and number."""
    found = dict(in_archive(PLAYERS / "place-t7-single.tar.xz"))
    return {name.partition("/")[2]: data for name, data in found.items()}


class Files(ProgressFolder):
    """The real files with a scoring that a test can change."""

    version = "1"

    def __init__(self, index: Path) -> None:
        super().__init__(index)
        self.scoring = lambda: self.version  # type: ignore[assignment]


class House:
    """A folder of attempts with its index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "attempts"
        self.index = folder / "cache" / "progress.json"
        self.files = Files(self.index)

    def put(self, data: bytes, name: str = "a", **changes: object) -> Path:
        return write(self.folder, name, with_header(data, **changes) if changes else data)

    def read(self, waiting: Waiting | None = None) -> Read:
        found = ProgressIndex(AttemptFolder(self.folder), self.files)
        return found.read() if waiting is None else found.read(waiting)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def two(house: House, logs: Mapping[str, bytes]) -> tuple[Path, Path]:
    return house.put(logs["expert-1"], "a"), house.put(logs["random-1"], "b")


def test_facts_are_what_the_score_says(logs: Mapping[str, bytes]) -> None:
    for name in ("expert-1", "random-1"):
        log = parse(logs[name])
        facts, scored = facts_of(log), score(log)
        assert (facts.score, facts.passed, facts.complete) == (
            scored.score, scored.passed, scored.complete,
        )  # fmt: skip
        assert facts.marks == {part.id: part.mark for part in scored.parts}
        assert facts.critical == len(scored.critical)
        assert facts.levels == ("T7",)
        assert facts.measures["time_ms"] > 0


def test_facts_come_back_from_the_index_as_they_went(logs: Mapping[str, bytes]) -> None:
    facts = facts_of(parse(logs["expert-1"]))
    assert facts_from(json.loads(json.dumps(document_of(facts)))) == facts


def test_what_was_scored_once_is_remembered(house: House, logs: Mapping[str, bytes]) -> None:
    two(house, logs)
    first, again = house.read(), house.read()
    assert (first.scored, again.scored) == (2, 0)
    assert first.facts == again.facts
    house.put(logs["timid-1"], "c")
    assert house.read().scored == 1


def test_a_known_folder_is_read_without_a_single_log(
    house: House, logs: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    two(house, logs)
    before = house.read().facts

    def never(*_args: object) -> Any:
        raise AssertionError("a log was read")

    monkeypatch.setattr(AttemptFolder, "load", never)
    monkeypatch.setattr(ProgressFolder, "sha256", never)
    assert house.read().facts == before


def test_other_bytes_or_another_scoring_are_scored_anew(
    house: House, logs: Mapping[str, bytes]
) -> None:
    two(house, logs)
    house.read()
    house.put(logs["timid-1"], "a")
    assert house.read().scored == 1
    house.files.version = "2"
    assert house.read().scored == 2


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"version":1,"stamps":[],"facts":7}'])
def test_a_damaged_index_is_made_anew(
    house: House, logs: Mapping[str, bytes], broken: bytes
) -> None:
    two(house, logs)
    right = house.read().facts
    house.index.write_bytes(broken)
    assert house.read().facts == right


def test_a_bent_fact_is_scored_anew(house: House, logs: Mapping[str, bytes]) -> None:
    two(house, logs)
    right = house.read().facts
    document = json.loads(house.index.read_text())
    for facts in document["facts"].values():
        del facts["score"]
    house.index.write_text(json.dumps(document))
    assert house.read() == Read(right, 0, 2)


def test_what_no_file_holds_leaves_the_index(house: House, logs: Mapping[str, bytes]) -> None:
    first, _ = two(house, logs)
    house.read()
    first.unlink()
    assert len(house.read().facts) == 1
    document = json.loads(house.index.read_text())
    assert (len(document["stamps"]), len(document["facts"])) == (1, 1)


def test_a_copy_is_no_second_attempt(house: House, logs: Mapping[str, bytes]) -> None:
    house.put(logs["expert-1"], "a")
    house.put(logs["expert-1"], "copy of a")
    found = house.read()
    assert (len(found.facts), found.scored) == (1, 1)


def test_a_damaged_log_is_counted_and_stops_nothing(
    house: House, logs: Mapping[str, bytes]
) -> None:
    path, _ = two(house, logs)
    path.write_bytes(path.read_bytes().replace(b'"t_ms":', b'"t_mz":', 1))
    found = house.read()
    assert (len(found.facts), found.unread) == (1, 1)
    assert house.read().scored == 0  # nor is it tried again and again


def test_cancelling_keeps_what_was_scored(house: House, logs: Mapping[str, bytes]) -> None:
    two(house, logs)
    asked = iter((False, True))
    found = house.read(Waiting(cancelled=lambda: next(asked)))
    assert (found.facts, found.scored) == ((), 1)
    assert house.read().scored == 1


def test_an_index_that_cannot_be_kept_is_no_failure(
    house: House, logs: Mapping[str, bytes]
) -> None:
    two(house, logs)
    house.index.parent.write_text("a file where a folder should be")
    assert len(house.read().facts) == 2


def test_real_attempts_count_or_not_by_their_logs(house: House, logs: Mapping[str, bytes]) -> None:
    expert = logs["expert-1"]
    house.put(expert, "a", seed=1, created_utc="2026-01-01T08:00:00Z")
    house.put(expert, "b", seed=1, created_utc="2026-01-02T08:00:00Z")
    house.put(expert, "c", seed=2, created_utc="2026-01-03T08:00:00Z", parent=["0" * 64, 3])
    house.put(without_submit(expert), "d", seed=3, created_utc="2026-01-04T08:00:00Z")
    house.put(expert, "e", seed=4, created_utc="2026-01-05T08:00:00Z")
    progress = progress_of(house.read().facts, TODAY)
    assert [one.seed for one in progress.counted] == [1, 4]
    assert progress.left_out == {Left.SAME_SEED: 1, Left.UNDONE: 1, Left.INCOMPLETE: 1}


# --- what counts ---------------------------------------------------------------------------------

kinds = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.booleans(), st.integers(0, 4)), max_size=15
)


@settings(max_examples=40, deadline=None)
@given(kinds)
def test_every_attempt_is_counted_or_left_out_for_one_reason(
    drawn: list[tuple[bool, bool, bool, int]],
) -> None:
    facts = [
        made(number, aided=aided, undone=undone, complete=complete, seed=seed, scenario_id="one")
        for number, (aided, undone, complete, seed) in enumerate(drawn)
    ]
    progress = progress_of(facts, TODAY)
    assert len(progress.counted) + sum(progress.left_out.values()) == len(facts)
    assert len({one.seed for one in progress.counted}) == len(progress.counted)
    assert not any(one.aided or one.undone or not one.complete for one in progress.counted)


def test_a_seed_first_seen_with_an_aid_never_counts_again() -> None:
    facts = [made(1, aided=True, seed=5, scenario_id="one"), made(2, seed=5, scenario_id="one")]
    assert progress_of(facts, TODAY).left_out == {Left.AIDED: 1, Left.SAME_SEED: 1}
    facts = [made(1, seed=5, scenario_id="one"), made(2, seed=5, scenario_id="two")]
    assert len(progress_of(facts, TODAY).counted) == 2  # another case is another task


def test_series_show_units_that_people_read() -> None:
    counted = [made(number) for number in range(12)]
    time, dose = (series_of(counted, name) for name in (SeriesId.TIME, SeriesId.DOSE))
    assert time.values[0] == pytest.approx(15.0)
    assert dose.values[0] == pytest.approx(2.5)
    safety = series_of(counted, SeriesId.SAFETY)
    assert safety.values[-1] == pytest.approx(94.2)
    assert safety.curve is not None
    assert 0.0 <= safety.curve.plateau <= 100.0
    assert max(safety.curve.high) <= 100.0


def test_who_rightly_did_not_begin_has_a_mark_but_neither_dose_nor_craft() -> None:
    counted = [made(1), made(2, performed=False), made(3, measures={}, marks={})]
    lengths = {name: len(series_of(counted, name).values) for name in SeriesId}
    assert lengths == {name: 3 if name is SeriesId.SCORE else 1 for name in SeriesId}


def test_evidence_is_of_the_attempts_that_are_wanted() -> None:
    progress = progress_of([made(number) for number in range(20)], TODAY)
    chosen = progress.chosen(Wanted(procedure="rhizotomy", level="T8"))
    assert {one.scenario_id for one in chosen} == {"rf-t7-8"}
    found = evidence_of(chosen)
    assert (found.n, found.failures) == (10, sum(not one.passed for one in chosen))
    assert progress.chosen(Wanted(scenario="nowhere")) == ()


def test_drills_enter_no_curve_and_are_mastered_and_tested_again() -> None:
    facts = [drilled("d01", day) for day in (1, 2, 3)] + [drilled("d02", 4, passed=False)]
    progress = progress_of(facts, TODAY)
    assert progress.counted == ()
    first, second = progress.drills["d01"], progress.drills["d02"]
    assert first.retention.next_due is not None
    assert first.retention.overdue(TODAY)
    assert not second.mastery.mastered
    assert second.retention.next_due is None


def test_the_table_opens_in_a_spreadsheet_as_it_was_meant(tmp_path: Path) -> None:
    counted = [made(1), made(2, scenario_id='=cmd|"x"', measures={})]
    out = tmp_path / "progress.csv"
    ProgressFolder(tmp_path / "index").save_table(out, *table_of(counted))
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["score_permille"] for row in rows] == ["650", "767"]
    assert rows[1]["scenario"].startswith("'=")
    assert rows[1]["time_ms"] == ""
    assert rows[0]["levels"] == "T7"
