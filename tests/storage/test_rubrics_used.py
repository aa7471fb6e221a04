"""A used rubric is never edited: the records of a folder know what they were opened under."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.scoring.attempts import header, rubric, scenario
from trainer.refusal import ExitCode, Refusal
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.rubrics_used import INDEX


def opened(folder: Path, number: int, path: Path | None = None, **changes: Any) -> None:
    judged = rubric(**changes)
    top = replace(header(scenario(judged)), attempt_id=f"attempt-{number}")
    AttemptFolder(folder).create(top, path).close()


def test_the_same_rubric_opens_again_and_another_content_is_refused(tmp_path: Path) -> None:
    opened(tmp_path, 1)
    opened(tmp_path, 2)
    with pytest.raises(Refusal, match="another rubric by-hand 1") as refused:
        opened(tmp_path, 3, pass_mark=650)
    assert refused.value.code is ExitCode.BAD_INPUT
    assert "Count the rubric's version up" in refused.value.next_step
    assert sorted(file.name for file in tmp_path.glob("*.attempt")) == [
        "attempt-1.attempt",
        "attempt-2.attempt",
    ]


def test_what_is_written_elsewhere_is_no_record(tmp_path: Path) -> None:
    opened(tmp_path / "records", 1)
    opened(tmp_path / "records", 2, tmp_path / "tried.attempt", pass_mark=650)
    opened(tmp_path / "records", 3)


@pytest.mark.parametrize("index", [None, b"", b"[1]", b"{"], ids=["gone", "empty", "list", "cut"])
def test_the_index_is_made_again_from_the_attempts(tmp_path: Path, index: bytes | None) -> None:
    opened(tmp_path, 1)
    if index is None:
        (tmp_path / INDEX).unlink()
    else:
        (tmp_path / INDEX).write_bytes(index)
    (tmp_path / "damaged.attempt").write_bytes(b"no header")
    with pytest.raises(Refusal, match="another rubric"):
        opened(tmp_path, 2, pass_mark=650)


def test_a_new_version_is_another_rubric(tmp_path: Path) -> None:
    opened(tmp_path, 1)
    next_one = scenario(rubric(pass_mark=650) | {"version": 2})
    AttemptFolder(tmp_path).create(replace(header(next_one), attempt_id="two")).close()
