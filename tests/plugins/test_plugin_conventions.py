"""A convention of another package is taken into a case whole: nobody else needs the package."""

from __future__ import annotations

import copy
import hashlib
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from tests.anatomy.thorax import PERSON, thorax
from tests.scenario.documents import SYNTHETIC, problems
from trainer.anatomy.levels import Side
from trainer.anatomy.patient import Patient
from trainer.attempt.header import from_json, to_json
from trainer.exchange.plugin_conventions import PluginConventions
from trainer.scenario.authoring import yaml_of
from trainer.scenario.brought import BroughtConvention, text_sha256
from trainer.scenario.canonical import from_document, sha256, to_document
from trainer.scenario.manuscript.tidy import tidy
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario
from trainer.session.brought_nerves import with_brought
from trainer.session.opening import open_attempt
from trainer.session.targets import resolve
from trainer.session.third_party import OfferedConvention

EXAMPLE = Path(__file__).parent / "example_convention"
FILE = EXAMPLE / "example_convention" / "high-arc-example.toml"
NAME = "example-convention/high-arc-example"
CHUA = "chua-bogduk-1995"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> OfferedConvention:
    monkeypatch.syspath_prepend(str(EXAMPLE))
    (one,) = PluginConventions().offered()
    return one


def brought_copy_of(name: str) -> BroughtConvention:
    """One of the program's own, as if another package had brought it."""
    folder = resources.files("trainer.anatomy").joinpath("conventions")
    text = folder.joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return BroughtConvention(
        id=f"copy/{name}", origin="copy 1", sha256=text_sha256(text), text=text
    )


def case_with(one: BroughtConvention) -> Scenario:
    document = copy.deepcopy(SYNTHETIC) | {
        "accepted_conventions": [one.id],
        "brought_conventions": [one.model_dump()],
    }
    return from_document(document)


@pytest.fixture(scope="module")
def twin() -> BroughtConvention:
    return brought_copy_of(CHUA)


@pytest.fixture(scope="module")
def patient(twin: BroughtConvention) -> Patient:
    text = FILE.read_text(encoding="utf-8")
    arc = BroughtConvention(id=NAME, origin="x 1", sha256=text_sha256(text), text=text)
    return with_brought(thorax(), (twin, arc), PERSON)


def test_without_plug_ins_nothing_is_offered():
    assert PluginConventions().offered() == ()


def test_the_example_is_offered_with_its_origin_its_hash_and_its_doubts(
    offered: OfferedConvention,
):
    assert (offered.id, offered.origin, offered.problem) == (NAME, "example-convention 1.0", "")
    assert offered.sha256 == hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert offered.reviewer == ""
    assert "without an anatomical source" in offered.citation
    assert offered.levels == ("T4", "T5", "T6", "T7", "T8", "T9")
    assert "example_convention" not in sys.modules, "a package of data is read, never run"


def test_the_same_data_draws_the_same_nerves(twin: BroughtConvention, patient: Patient):
    own = {(n.level, n.side): n for n in patient.nerves if n.convention == CHUA}
    brought = {(n.level, n.side): n for n in patient.nerves if n.convention == twin.id}
    assert own.keys() == brought.keys()
    for place, nerve in own.items():
        # Points are put onto bone together, until the last of them lies: some micrometres.
        assert np.abs(nerve.points_world_mm - brought[place].points_world_mm).max() < 0.05


def test_what_is_brought_leaves_all_else_of_the_patient_alone(patient: Patient):
    before = thorax()
    assert patient.nerves[: len(before.nerves)] == before.nerves
    assert patient.landmarks == before.landmarks
    assert patient.sha256 != before.sha256, "the log tells with which nerves it was made"


def test_an_attempt_is_opened_by_the_case_alone_and_keeps_the_text(
    twin: BroughtConvention, patient: Patient
):
    case = case_with(twin)
    mine = open_attempt(case, patient, build_sha256="0" * 64, created_utc="", seed=1).header
    (target,), (own,) = mine.targets, resolve(from_document(SYNTHETIC), patient)
    assert target.convention == twin.id
    assert target.point_um == own.point_um
    assert np.abs(np.subtract(target.nerve_um, own.nerve_um)).max() < 50
    kept = from_document(from_json(to_json(mine)).scenario).brought_conventions
    assert kept == (twin,)
    assert mine.provenance.scenario_sha256 == sha256(case)


def test_the_invented_arc_runs_above_the_corner(patient: Patient):
    corner = np.array(patient.landmarks["T7.left.tp_corner"])
    (arc,) = (
        nerve.points_world_mm
        for nerve in patient.nerves
        if (nerve.convention, nerve.level, nerve.side) == (NAME, "T7", Side.LEFT)
    )
    nearest = arc[np.linalg.norm(arc - corner, axis=1).argmin()]
    assert 1.0 < np.linalg.norm(nearest - corner) < 4.0
    assert nearest[2] > corner[2]


def test_a_case_that_brings_one_is_read_as_it_was_written(twin: BroughtConvention):
    case = case_with(twin)
    assert read_scenario(yaml_of(tidy(to_document(case))), "a-test").brought_conventions == (twin,)


def test_a_case_that_brings_none_keeps_its_hash():
    assert "brought_conventions" not in to_document(from_document(SYNTHETIC))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"sha256": "a" * 64}, "sha256 says aaaaaaaaaaaa"),
        ({"id": "copy/another-name"}, "is not the file's name"),
        ({"text": 'id = "x'}, "SHA-256"),
        ({"id": "no-slash"}, "does not fit the form"),
    ],
)
def test_a_brought_text_that_is_not_what_it_says_is_refused(
    twin: BroughtConvention, change: dict[str, str], why: str
):
    document = copy.deepcopy(SYNTHETIC) | {"brought_conventions": [twin.model_dump() | change]}
    ((where, message),) = problems(document).items()
    assert where.startswith("brought_conventions[0]")
    assert why in message


def test_an_accepted_convention_whose_text_is_missing_is_named(twin: BroughtConvention):
    document = copy.deepcopy(SYNTHETIC) | {
        "accepted_conventions": ["copy/chua-bogduk-1996"],
        "brought_conventions": [twin.model_dump()],
    }
    ((where, message),) = problems(document).items()
    assert where == "accepted_conventions[0]"
    assert "missing in brought_conventions" in message
    assert twin.id in message, "the nearest name is suggested"


@pytest.mark.parametrize(
    ("entry", "text", "why"),
    [
        ("high-arc = made_up", 'id = "high-arc"', "is missing"),
        ("high-arc = made_up", "id = ", "high-arc.toml"),
        ("high-arc = made_up", "\x1b[2J", "U+001B"),
        ("high-arc = made_up", "#" * 50_000, "longer than"),
        ("gone = made_up", "", "no gone.toml"),
        ("High_Arc = made_up", "", "small letters"),
        ("high-arc = no_such_package", "", "no high-arc.toml"),
    ],
)
def test_a_package_that_offers_nonsense_says_why_and_harms_nothing(
    entry: str, text: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    info, folder = tmp_path / "made_up-0.1.dist-info", tmp_path / "made_up"
    info.mkdir()
    folder.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 0.1\n")
    (info / "entry_points.txt").write_text(f"[rhizotomy_trainer.conventions]\n{entry}\n")
    (folder / "__init__.py").write_text("raise SystemExit('run')\n")
    (folder / "high-arc.toml").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    (one,) = PluginConventions().offered()
    assert why in one.problem


def test_the_page_shows_the_example_as_it_is():
    page = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") in page
    assert "rhizotomy_trainer.conventions" in page
