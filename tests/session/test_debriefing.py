"""Debrief, report and export of a file, with the patient and the reference log really there."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.attempt.commands import (
    Advance,
    DeclareLevel,
    Expose,
    Grip,
    LetGo,
    MovePointer,
    Submit,
    TakeNeedle,
)
from trainer.refusal import Refusal
from trainer.session import debriefing, playing
from trainer.session.services import Services
from trainer.storage.scenario_library import ScenarioLibrary

CASE = "place-t7-single"  # a radiograph: nothing to build


@pytest.fixture
def attempt(services: Services, tmp_path: Path) -> Path:
    commands = (
        Expose(0),
        DeclareLevel(900, "T7", "left"),
        MovePointer(1_000, 30_000, 5_000),
        TakeNeedle(2_000, "spinal-22g-90"),
        Grip(3_000),
        Advance(3_500, 20_000),
        LetGo(4_000),
        Expose(5_000),
        Submit(6_000),
    )
    path = tmp_path / "own.attempt"
    playing.play_script(services, services.scenarios.load(CASE), commands, 0, path)
    return path


def test_a_reference_log_is_found_drawn_and_shown(
    services: Services, attempt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attempt stands in for the reference log; everything else is as it ships."""
    ships = ScenarioLibrary.picture_path

    def beside(library: object, scenario: object, file: str) -> Path:
        return attempt if file == debriefing.REFERENCE else ships(library, scenario, file)  # type: ignore[arg-type]

    monkeypatch.setattr(ScenarioLibrary, "picture_path", beside)
    _, found = debriefing.debrief_file(services, attempt)
    assert all(expert is not None for expert in found.experts)
    out = tmp_path / "r.html"
    debriefing.report_to_file(services, attempt, out)
    text = out.read_text(encoding="utf-8")
    assert "Expert at " in text
    assert text.count("data:image/png;base64,") >= 3


def test_a_broken_reference_is_no_ones_mistake(
    services: Services, attempt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"no attempt\n")
    monkeypatch.setattr(ScenarioLibrary, "picture_path", lambda *_: broken)
    log, found = debriefing.debrief_file(services, attempt)
    assert log.records
    assert set(found.experts) == {None}


def test_the_pictures_of_moments_and_of_the_end_are_shown(
    services: Services, attempt: Path
) -> None:
    _, found = debriefing.debrief_file(services, attempt)
    shown = debriefing.shown_exposures(found)
    assert {1, 2} >= set(shown) >= {2}
    assert {moment.exposure for moment in found.moments} - {0} <= set(shown)


def test_what_is_no_attempt_is_refused(services: Services, tmp_path: Path) -> None:
    other = tmp_path / "x.attempt"
    other.write_bytes(b"no\n")
    for act in (
        lambda: debriefing.debrief_file(services, other),
        lambda: debriefing.report_to_file(services, other, tmp_path / "r.html"),
        lambda: debriefing.export_file(services, other, tmp_path / "e", "csv", None, bom=False),
    ):
        with pytest.raises(Refusal):
            act()
