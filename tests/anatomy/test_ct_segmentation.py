"""A label map makes a CT a patient with levels, landmarks, nerves and dangers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.anatomy.labelled_ct import (
    AORTA_MM,
    bare_patient,
    grid,
    label_map,
    labelled_patient,
    scan,
    stored_otherwise,
    with_contrast,
    world_of,
)
from tests.anatomy.thorax import thorax
from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_landmarks import placed
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.ct_size import refuse_thick, within_limit
from trainer.anatomy.distance import blocks_near
from trainer.anatomy.label_numbers import (
    NAMES,
    NUMBER_OF,
    RIB,
    VERTEBRA,
    Numbering,
    number_of_segment,
    renumbered,
)
from trainer.anatomy.levels import Side
from trainer.anatomy.mask_landmarks import Found
from trainer.anatomy.patient import Basis, Patient, Tissue
from trainer.anatomy.segmentation import LabelMap, segmentation_on
from trainer.anatomy.targets import resolve_target
from trainer.geometry.grid import VoxelGrid
from trainer.refusal import Refusal

OFFERED = ("T6", "T7")  # of the generated scan; T8 and T5 are cut by its ends
CORNERS = ("T7.left.tp_corner", "T7.right.tp_corner")


def off_mm(patient: Patient, name: str) -> float:
    return float(np.linalg.norm(np.array(patient.landmarks[name]) - thorax().landmarks[name]))


def tissue_near(patient: Patient, point: tuple[float, float, float]) -> Tissue:
    assert patient.labels is not None
    i, j, k = np.rint(patient.labels.grid.index_of(np.array(point))).astype(int)
    return Tissue(patient.labels.tissues[k, j, i])


def test_both_tables_name_the_same_bones() -> None:
    shared = set(NAMES[Numbering.V1].values())
    assert shared <= set(NAMES[Numbering.V2].values())
    assert {f"vertebrae_T{n}" for n in range(1, 13)} <= shared
    assert sum(name.startswith("rib_") for name in shared) == 24


@pytest.mark.parametrize(
    ("numbering", "number", "name"),
    [
        (Numbering.V2, 43, "vertebrae_T1"),
        (Numbering.V2, 32, "vertebrae_T12"),
        (Numbering.V2, 31, "vertebrae_L1"),
        (Numbering.V2, 44, "vertebrae_C7"),
        (Numbering.V2, 79, "spinal_cord"),
        (Numbering.V2, 92, "rib_left_1"),
        (Numbering.V2, 115, "rib_right_12"),
        (Numbering.V2, 116, "sternum"),
        (Numbering.V1, 34, "vertebrae_T1"),
        (Numbering.V1, 23, "vertebrae_T12"),
        (Numbering.V1, 58, "rib_left_1"),
        (Numbering.V1, 81, "rib_right_12"),
    ],
)
def test_numbers_are_those_of_the_published_tables(
    numbering: Numbering, number: int, name: str
) -> None:
    assert NAMES[numbering][number] == name
    assert renumbered(np.array([number]), numbering)[0] == NUMBER_OF[name]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("vertebrae_T7", "vertebrae_T7"),
        ("T7 vertebra", "vertebrae_T7"),
        ("Vertebra T7", "vertebrae_T7"),
        ("Thoracic vertebra 7", "vertebrae_T7"),
        ("Rib 7 left", "rib_left_7"),
        ("Left Rib 7", "rib_left_7"),
        ("Spinal cord", "spinal_cord"),
    ],
)
def test_segments_are_told_by_the_names_people_give_them(label: str, name: str) -> None:
    assert number_of_segment(label) == NUMBER_OF[name]


def test_a_segment_of_another_organ_has_no_number() -> None:
    assert number_of_segment("Liver") == 0


def test_levels_are_named_and_stand_where_their_labels_stand() -> None:
    patient, labels = labelled_patient(), label_map()
    assert [n for n in patient.landmarks if n.endswith("body_centre")] == [
        f"{level}.body_centre" for level in OFFERED
    ]
    world = world_of(labels.grid)
    for level in OFFERED:
        mask = labels.numbers == VERTEBRA[level]
        # The body alone: in front of the canal, which the generator knows.
        canal = thorax().landmarks[f"{level}.canal_centre"]
        body = mask & (world[..., 1] < canal[1] - 9.0)
        centre = world[body].mean(axis=0)
        assert np.linalg.norm(centre - patient.landmarks[f"{level}.body_centre"]) < 3.0


@pytest.mark.parametrize("level", OFFERED)
@pytest.mark.parametrize("side", Side)
def test_the_proposed_corner_is_the_generator_s_corner(level: str, side: Side) -> None:
    assert off_mm(labelled_patient(), f"{level}.{side}.tp_corner") < 2.0
    assert off_mm(labelled_patient(), f"{level}.{side}.tp_tip") < 2.5


def test_proposals_lie_within_what_they_are_said_to_be_off() -> None:
    patient = labelled_patient()
    shared = [name for name in patient.proposed if name in thorax().landmarks]
    within = [off_mm(patient, name) <= 1.5 * patient.proposed[name] for name in shared]
    assert len(shared) >= 50
    assert np.mean(within) >= 0.9


def test_everything_is_proposed_until_somebody_has_looked() -> None:
    patient = labelled_patient()
    assert set(patient.proposed) == set(patient.landmarks)
    assert any("not confirmed" in note for note in patient.notes)
    confirmed = patient_from_ct(scan(), label_map(), confirmed=True)
    assert not confirmed.proposed
    assert confirmed.sha256 == patient.sha256


def test_a_given_landmark_comes_before_the_proposed_one() -> None:
    x, y, z = labelled_patient().landmarks["T7.left.tp_corner"]
    given = {"T7.left.tp_corner": (x + 1.0, y, z)}
    patient = labelled_patient()
    assert patient.labels is not None
    proposals = {
        name: Found(np.array(at), patient.proposed[name]) for name, at in patient.landmarks.items()
    }
    found = placed(proposals, given, None, patient.labels)
    assert found.landmarks["T7.left.tp_corner"] == given["T7.left.tp_corner"]
    assert "T7.left.tp_corner" not in found.uncertainty_mm
    assert "T7.right.tp_corner" in found.uncertainty_mm


def test_target_and_nerve_follow_by_convention() -> None:
    found = resolve_target(labelled_patient(), "T7", Side.LEFT, "chua-bogduk-1995")
    assert found.landmark == "tp_corner"
    assert found.nerve_world_mm is not None
    away = np.linalg.norm(found.nerve_world_mm - found.point_world_mm, axis=1)
    assert away.min() < 6.0


def test_the_dangers_of_a_synthetic_patient_are_there() -> None:
    patient = labelled_patient()
    corner = np.array(patient.landmarks["T7.left.tp_corner"])
    blocks = blocks_near(patient, corner[None])
    assert set(blocks) == {"skin", "bone", "pleura", "canal", "foramen"}
    assert float(blocks["canal"].at(np.array(patient.landmarks["T7.canal_centre"]))) < -3.0
    assert float(blocks["foramen"].at(np.array(patient.landmarks["T6.left.foramen"]))) < 1.0
    assert {strand.side for strand in patient.strands} == set(Side)


def test_canal_and_bone_agree_with_the_patient_the_scan_was_made_of() -> None:
    patient, truth = labelled_patient(), thorax()
    assert patient.labels is not None
    assert truth.labels is not None
    low, high = (thorax().landmarks[f"{level}.canal_centre"][2] for level in ("T7", "T6"))
    world = world_of(patient.labels.grid)
    near = (np.abs(world[..., 0]) < 25) & (world[..., 2] > low) & (world[..., 2] < high)
    canal = near & (patient.labels.tissues == Tissue.CANAL)
    index = np.rint(truth.labels.grid.index_of(world[canal])).astype(int)
    really = truth.labels.tissues[index[:, 2], index[:, 1], index[:, 0]]
    assert canal.sum() > 1000
    assert np.isin(really, [Tissue.CANAL, Tissue.FORAMEN]).mean() > 0.75
    assert (really == Tissue.LUNG).mean() == 0.0


def test_the_map_may_lie_on_another_grid_with_other_axes() -> None:
    own = segmentation_on(grid(), label_map())
    other = segmentation_on(grid(), stored_otherwise(label_map()))
    assert other.levels == own.levels
    assert np.mean(other.numbers != own.numbers) < 0.002


def test_the_older_numbering_is_told_by_its_ribs() -> None:
    back = {NUMBER_OF[name]: number for number, name in NAMES[Numbering.V1].items()}
    table = np.array([back.get(n, 0) for n in range(256)], dtype=np.uint8)
    older = LabelMap(grid(), table[label_map().numbers])
    seg = segmentation_on(grid(), older)
    assert seg.levels == OFFERED
    assert any("TotalSegmentator v1" in note for note in seg.notes)


def test_without_ribs_the_newer_numbering_is_taken_and_said() -> None:
    bare = np.where(np.isin(label_map().numbers, list(RIB.values())), 0, label_map().numbers)
    seg = segmentation_on(grid(), LabelMap(grid(), bare.astype(np.uint8)))
    assert any("No rib is labelled" in note for note in seg.notes)


def test_a_map_of_another_patient_is_refused() -> None:
    matrix = np.array(grid().world_from_index)
    matrix[2, 3] += 900.0
    elsewhere = LabelMap(VoxelGrid(matrix, grid().shape_kji), label_map().numbers)
    with pytest.raises(Refusal, match="none of its labelled bones lies inside the scan"):
        segmentation_on(grid(), elsewhere)


def test_levels_in_an_order_no_spine_has_are_refused() -> None:
    turned = LabelMap(grid(), np.ascontiguousarray(label_map().numbers[::-1]), Numbering.V2)
    with pytest.raises(Refusal, match="lies below its"):
        segmentation_on(grid(), turned)


def iodine_left(patient: Patient, x: float, y: float) -> float:
    """Mean bone density where a vessel full of contrast was drawn, g/cm3."""
    bone = next(part for part in patient.volumes if part.basis is Basis.BONE)
    line = np.array([[x, y, z] for z in np.arange(-30.0, 30.0, 4.0)])
    i, j, k = np.rint(bone.grid.index_of(line)).astype(int).T
    return float(bone.counts[k, j, i].mean()) * bone.g_cm3_per_count


def test_vessels_full_of_contrast_become_soft_tissue_and_bone_stays() -> None:
    with_it = patient_from_ct(with_contrast())
    for x, y in (AORTA_MM[:2], (25.0, -55.0)):
        assert iodine_left(with_it, x, y) < 0.02
        assert tissue_near(with_it, (x, y, 0.0)) is Tissue.SOFT
    assert any("contrast" in note for note in with_it.notes)
    plain = bare_patient()
    assert plain.labels is not None
    assert with_it.labels is not None
    lost = (plain.labels.tissues == Tissue.BONE) & (with_it.labels.tissues != Tissue.BONE)
    assert lost.mean() < 1e-4


def test_metal_in_the_spine_stays_and_is_told() -> None:
    hu = scan().hu.copy()
    pedicle = np.array(thorax().landmarks["T7.left.pedicle"])
    hu[np.linalg.norm(world_of(grid()) - pedicle, axis=-1) < 5.0] = 3071
    patient = patient_from_ct(CtScan(grid(), hu))
    assert any("metal in or beside the spine" in note for note in patient.notes)
    assert tissue_near(patient, tuple(pedicle)) is Tissue.BONE


def test_a_scan_too_large_to_keep_is_coarsened_and_says_so() -> None:
    small = within_limit(scan(), most_voxels=1_000_000)
    assert small.hu.size <= 1_000_000
    assert any("Resampled from" in note for note in small.notes)
    assert np.allclose(
        small.grid.corners_world_mm, scan().grid.corners_world_mm, atol=max(SPACINGS) + 0.01
    )
    assert within_limit(scan()) is scan()


SPACINGS = (2.4, 2.4, 4.0)


def test_slices_further_apart_than_half_a_process_are_refused() -> None:
    shape = (4, 4, 4)
    thick = VoxelGrid.aligned((0.0, 0.0, 0.0), (1.0, 1.0, 5.1), shape)
    with pytest.raises(Refusal, match=r"slices are 5\.1 mm apart, at most 5 mm"):
        refuse_thick(CtScan(thick, np.zeros(shape, np.int16)))


def test_proposed_landmarks_must_be_landmarks() -> None:
    with pytest.raises(ValueError, match="not there"):
        replace(labelled_patient(), proposed={"T99.nothing": 1.0})
