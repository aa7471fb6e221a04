"""The studio: a case is made, looked at, tried, checked and published, and its origin stays."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import nibabel as nib
import numpy as np
import pytest

from tests.anatomy.generated_ct import chest_ct
from trainer.app.wiring import wired
from trainer.attempt.commands import Expose
from trainer.imaging.png import encode_png
from trainer.imaging.slices import Cut
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.manuscript.blank import synthetic
from trainer.scenario.manuscript.notes import Section, Weight
from trainer.scenario.manuscript.target_parts import target_on, targets_of_joint
from trainer.session import review
from trainer.session.debriefing import REFERENCE, debrief_file, pictures_beside
from trainer.session.practice import Practice
from trainer.session.services import Services
from trainer.session.studio import forms, images, preview, publishing, trial
from trainer.session.studio.studio import Studio
from trainer.session.studio.workbench import Workbench
from trainer.session.waiting import Waiting
from trainer.storage.folders import Folders, user_folders

AUTHOR = b"Author\x00Mrs Adler"
ORIGIN, PICTURES = "place-t7-left", "place-t7-biplane"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """A house of its own: what is published here is seen by no other test."""
    return wired(Folders(tmp_path_factory.mktemp("studio"), user_folders().cache))


@pytest.fixture
def studio(own: Services) -> Studio:
    return Studio(own)


@pytest.fixture(scope="module")
def bench(own: Services) -> Iterator[Workbench]:
    """A fork of the first case, its patient built."""
    found = Studio(own).fork(ORIGIN, "my-place", "Dr Me")
    found.build_patient()
    yield found
    found.close()


def png(services: Services, folder: Path, author: bytes) -> bytes:
    """A small picture, with a line about who made it where one is given."""
    services.pictures.write_png(folder / "a.png", np.zeros((8, 8), np.uint8))
    whole = (folder / "a.png").read_bytes()
    (folder / "a.png").unlink()
    if not author:
        return whole
    text = b"tEXt" + author
    chunk = struct.pack(">I", len(author)) + text + struct.pack(">I", zlib.crc32(text))
    return whole[:33] + chunk + whole[33:]


def stops(found: Workbench) -> list[str]:
    return [str(one) for one in found.notes() if one.stops]


def test_a_case_of_three_acts_is_whole_and_comes_back(studio: Studio) -> None:
    made = studio.new("three-acts", "Dr Me")
    assert made.stand_in() is None
    made.set(("patient",), synthetic(7, age_years=58.0))
    made.set(("targets",), targets_of_joint("T7-T8", "left"))
    made.set(("procedure",), "block")
    made.complete("Fill in")
    assert stops(made) == []
    for bmi in range(20, 40):
        made.set(("patient", "bmi"), float(bmi), stroke="drag 1")
    assert made.value(("patient", "bmi")) == 39.0
    made.undo()
    assert made.value(("patient", "bmi")) is None
    made.redo()
    made.vary(1, other_side=True)
    assert [one["bone"] for one in made.value(("targets",))] == ["T8", "T9"]
    assert made.value(("title",)) == "A block at T8-T9 on the right"
    with pytest.raises(Refusal, match="leave C7 to L1"):
        made.vary(9)
    last = made.manuscript
    made.close()
    again = studio.reopen(made.key)
    assert again.manuscript == last
    again.close()


def test_what_changes_nothing_is_no_step(bench: Workbench) -> None:
    steps = len(bench.manuscript.done)
    assert not bench.set(("title",), bench.value(("title",)))
    assert not bench.remove(("no-such-field",))
    assert len(bench.manuscript.done) == steps


def test_an_id_is_refused_before_anything_is_made(studio: Studio) -> None:
    before = studio.unfinished()
    for name in ("Not A Slug", ORIGIN):
        with pytest.raises(Refusal):
            studio.new(name, "Dr Me")
    assert studio.unfinished() == before
    assert studio.free_id("Place T7 left!") == f"{ORIGIN}-2"


def test_only_an_own_case_is_revised(studio: Studio) -> None:
    with pytest.raises(Refusal, match="not one of your own"):
        studio.revise(ORIGIN)


def test_two_studios_never_hold_one_case(studio: Studio, bench: Workbench) -> None:
    with pytest.raises(Refusal) as refused:
        studio.reopen(bench.key)
    assert refused.value.code == ExitCode.IN_USE


def test_a_picture_shows_all_that_counts_as_reached(bench: Workbench) -> None:
    seen = preview.exposed(bench, size_px=256)
    assert not seen.free
    assert preview.exposed(bench, oblique_deg=15.0, size_px=256).free
    (mark,) = seen.marks
    assert np.allclose(seen.view.project(mark.world_mm), mark.at_px)
    rays = seen.view.ray_directions(mark.tolerance_px)
    away_mm = np.linalg.norm(np.cross(mark.world_mm - seen.view.source_world_mm, rays), axis=1)
    assert np.allclose(away_mm, bench.value(("tolerance_mm",)), rtol=1e-3)


def test_a_slice_shows_the_ring_and_the_margins(bench: Workbench) -> None:
    margins = preview.margins_of(bench)
    world = preview.exposed(bench, size_px=64).marks[0].world_mm
    seen = preview.sliced(bench, Cut.AXIAL, world, size_px=160, margins=margins)
    (mark,) = seen.marks
    ring = seen.plane.world_of(mark.tolerance_px)
    assert np.allclose(np.linalg.norm(ring - mark.world_mm, axis=1), 5.0)
    assert preview.world_of_slice(seen.plane, mark.at_px) == pytest.approx(tuple(world), abs=0.01)
    for line in (one for margin in seen.margins for one in margin.lines_px):
        assert line.shape[1] == 2
    for margin in seen.margins:
        points = [seen.plane.world_of(line) for line in margin.lines_px]
        found = margins.blocks[margin.structure].at(np.vstack(points))
        assert np.median(np.abs(found - margin.margin_mm)) < 0.2
    above = world + np.array([0.0, 0.0, 30.0])
    beside = preview.sliced(bench, Cut.AXIAL, above, size_px=64)
    assert len(beside.marks[0].tolerance_px) == 0


def test_two_clicks_are_a_point_and_clicks_at_two_places_are_none(bench: Workbench) -> None:
    one = preview.exposed(bench, size_px=64)
    other = preview.exposed(bench, oblique_deg=90.0, size_px=64)
    world = one.marks[0].world_mm
    clicks = [(seen.view, seen.view.project(world)) for seen in (one, other)]
    found, gap_mm = preview.world_of_clicks(clicks)
    assert found == pytest.approx(tuple(world), abs=0.05)
    assert gap_mm < 0.01
    for wrong in (
        [clicks[0], (clicks[1][0], clicks[1][1] + [0.0, 5.0])],
        [clicks[0], clicks[0]],
    ):
        with pytest.raises(Refusal, match="cannot be placed"):
            preview.world_of_clicks(wrong)


def test_a_target_that_the_patient_lacks_stops_the_case(bench: Workbench) -> None:
    bench.set(("accepted_conventions",), ["koutp-2022"])  # speaks of T10 and T11 only
    bench.set(("targets",), [target_on("T3", "left")])
    assert any(one.section is Section.TARGETS and one.stops for one in bench.notes())
    bench.undo()
    bench.undo()
    assert stops(bench) == []


def test_a_try_is_a_real_attempt_that_counts_nowhere(own: Services, bench: Workbench) -> None:
    before = own.attempts.unfinished(), own.attempts.finished()
    live = trial.try_out(bench, seed=1)
    live.runner.send(Expose)
    verdict = trial.verdict(bench, live)
    assert not verdict.complete
    exposures = next(one for one in verdict.metrics if one.id == "exposures")
    assert exposures.value == 1
    live.close()
    assert (own.attempts.unfinished(), own.attempts.finished()) == before
    with pytest.raises(Refusal, match="not submitted"):
        trial.keep_reference(bench, live.path)


def test_a_case_is_checked_published_counted_up_and_its_origin_stays(
    own: Services, studio: Studio, bench: Workbench, tmp_path: Path
) -> None:
    origin = own.packages.scenario_text(ORIGIN)
    check = trial.expert_check(bench)
    assert check.passed
    trial.keep_reference(bench, check.path)
    bench.set(("title",), "My own first corner")  # words do not outdate a run
    assert trial.reference_state(bench) == trial.CURRENT
    (tmp_path / "corner.png").write_bytes(encode_png(np.zeros((8, 8), np.uint8)))
    images.bring_picture(bench, tmp_path / "corner.png")

    made = publishing.publish(bench)
    assert (made.version, made.replaced) == (1, None)
    assert own.scenarios.validate(made.folder) == ()
    assert "my-place" in own.scenarios.identifiers()
    assert next(one for one in studio.unfinished() if one.key == bench.key).published == 1
    assert any(one.title == "My own first corner" for one in Practice(own).library()[0])
    _, debrief = debrief_file(own, check.path)
    assert any(debrief.experts)
    log = own.attempts.load(made.folder / REFERENCE)
    debriefed = review.scenario_of(review.header_of(log, REFERENCE), REFERENCE)
    beside = pictures_beside(own, debriefed)
    assert [path.read_bytes() for path in beside] == [(tmp_path / "corner.png").read_bytes()]

    with pytest.raises(Refusal, match="Publish it as version 2"):
        publishing.publish(bench)
    publishing.count_up(bench)
    bench.set(("tolerance_mm",), 4.0)
    assert trial.reference_state(bench) == trial.OUTDATED
    made = publishing.publish(bench)
    assert (made.version, made.replaced) == (2, 1)
    assert not (made.folder / REFERENCE).exists()
    assert own.packages.scenario_text(ORIGIN) == origin
    assert own.packages.pack("my-place", tmp_path / "p.zip").version == 2
    revised = studio.revise("my-place")
    assert revised.value(("version",)) == 3
    revised.close()
    studio.discard(revised.key)
    assert own.scenarios.load("my-place").version == 2


def test_an_unfinished_case_is_not_published_and_nothing_is_left(
    own: Services, studio: Studio
) -> None:
    made = studio.fork(ORIGIN, "half-done", "Dr Me")
    made.set(("exam_title",), "Left T7")
    with pytest.raises(Refusal, match="not published") as refused:
        publishing.publish(made)
    assert [one.where for one in refused.value.problems] == ["exam_title"]
    assert not own.manuscripts.own("half-done")
    made.undo()
    made.set(("id",), ORIGIN)
    with pytest.raises(Refusal, match="ships with this program"):
        publishing.publish(made)
    made.close()


def test_forms_share_their_anchors_and_nothing_else(bench: Workbench, tmp_path: Path) -> None:
    places = (("T6", "left"), ("T8", "right"), ("T7", "right"), ("T9", "left"))
    batch = forms.make_forms(bench, forms.FormPlan(places, 2, (ORIGIN,)), tmp_path / "batch")
    one, other = ({each.scenario for each in form.stations} for form in batch.forms)
    assert one & other == {ORIGIN}
    assert one | other == {ORIGIN, *batch.ids}
    assert (tmp_path / "batch" / forms.FORMS).is_file()
    for name in batch.ids:
        assert bench.services.scenarios.validate(tmp_path / "batch" / name) == ()
    alone = forms.make_forms(bench, forms.FormPlan(places, 2), tmp_path / "alone")
    assert any(one.where == "anchors" for one in alone.cautions)
    for plan in (forms.FormPlan(places[:3], 2), forms.FormPlan((("Q8", "left"),), 1)):
        with pytest.raises(Refusal):
            forms.make_forms(bench, plan, tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_radiographs_are_forked_looked_at_and_clicked(studio: Studio) -> None:
    made = studio.fork(PICTURES, "my-biplane", "Dr Me")
    made.build_patient()
    ap, lateral = (preview.exposed(made, picture=name, size_px=128) for name in ("AP", "LAT"))
    assert (ap.free, lateral.free) == (False, True)
    clicks = [(seen.view, seen.marks[0].at_px) for seen in (ap, lateral)]
    found, _ = preview.world_of_clicks(clicks)
    assert found == pytest.approx(tuple(ap.marks[0].world_mm), abs=0.05)
    with pytest.raises(Refusal, match="nothing to cut"):
        preview.margins_of(made)
    with pytest.raises(Refusal, match="no picture"):
        preview.exposed(made, picture="PA")
    made.close()


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated chest as a zip of one NIfTI file."""
    folder, one = tmp_path_factory.mktemp("scan"), chest_ct()
    flip = np.diag([-1.0, -1.0, 1.0, 1.0])
    image = nib.Nifti1Image(one.hu.transpose(2, 1, 0), flip @ one.grid.world_from_index)
    nib.save(image, folder / "chest.nii.gz")
    with zipfile.ZipFile(folder / "chest.zip", "w") as archive:
        archive.write(folder / "chest.nii.gz", "deep/chest.nii.gz")
    return folder / "chest.zip"


def test_a_ct_comes_into_a_case_and_goes_with_it(own: Services, studio: Studio, scan: Path) -> None:
    made = studio.new("my-ct", "Dr Me")
    told: list[str] = []
    images.bring_ct(made, scan, waiting=Waiting(lambda _done, words: told.append(words)))
    assert told[-1] == "Saving the patient"
    made.set(("targets",), [target_on("T7", "left", point_world_mm=[28.0, 82.0, 0.0])])
    made.complete()
    made.build_patient()
    assert stops(made) == []
    made.add(("hazards",), {"structure": "canal", "margin_mm": 5.0})  # the scan names none
    (note,) = [one for one in made.notes() if one.stops]
    assert (note.section, note.weight) == (Section.HAZARDS, Weight.WRONG)
    made.undo()
    telling, plain = (png(own, scan.parent, text) for text in (AUTHOR, b""))
    picture = images.keep_bytes(made, "advice.png", telling)
    with pytest.raises(Refusal, match="may name a person"):
        publishing.publish(made)
    picture = images.keep_bytes(made, "advice.png", plain)
    folder = publishing.publish(made).folder
    assert {one.name for one in folder.iterdir()} == {"patient", picture.name, "scenario.yaml"}
    made.close()
    studio.discard(made.key)
    Practice(own).start("my-ct", seed=1).forget()  # from the library alone


def test_a_picture_that_may_name_somebody_is_not_taken(bench: Workbench, tmp_path: Path) -> None:
    plain, told = tmp_path / "plain.png", tmp_path / "told.png"
    plain.write_bytes(png(bench.services, tmp_path, b""))
    told.write_bytes(png(bench.services, tmp_path, AUTHOR))
    assert images.bring_picture(bench, plain).name == "plain.png"
    with pytest.raises(Refusal, match="may name a person"):
        images.bring_picture(bench, told)
    assert not (bench.folder / "told.png").exists()
    (bench.folder / "plain.png").unlink()


def test_a_cancelled_import_leaves_the_case_as_it_was(studio: Studio, scan: Path) -> None:
    made = studio.new("not-imported", "Dr Me")
    with pytest.raises(Refusal, match="cancelled"):
        images.bring_ct(made, scan, waiting=Waiting(cancelled=lambda: True))
    assert made.value(("patient",)) is None
    assert list(made.folder.iterdir()) == []
    for name in ("../out.png", "con", ""):
        with pytest.raises(Refusal):
            images.keep_bytes(made, name, b"")
    made.close()
