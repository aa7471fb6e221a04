"""Everything the ruler reads off one patient."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.measure.body import rim_heights
from trainer.anatomy.measure.column import (
    Disc,
    cobb_deg,
    coronal_cobb_deg,
    disc_above,
    tilt_deg,
    wedge_deg,
)
from trainer.anatomy.measure.cord import cord_size
from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.facet import facet_of
from trainer.anatomy.measure.lamina import lamina_of
from trainer.anatomy.measure.pedicle import pedicle_of
from trainer.anatomy.measure.spinous import spinous_of
from trainer.anatomy.measure.transverse import transverse_of
from trainer.anatomy.measure.trunk import outline_mm, rib_count, skin_depth_mm, skin_to_pleura_mm
from trainer.anatomy.measure.vertebra import SIGN, Vertebra, found
from trainer.anatomy.patient import Basis, LabelVolume, Patient
from trainer.geometry.pinhole import FloatArray

THORACIC = LEVELS[1:13]
CENTRE = "{}.body_centre"
CORD_LEVELS = ("T1", "T5", "T9")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a reading is of. side : "" where there is none; level : a level, joint or range."""

    name: str
    level: str
    side: str = ""


Readings = dict[Key, float]


def spine_of(density: Density, centres: Mapping[str, FloatArray]) -> dict[str, Vertebra]:
    """The vertebrae round points near their bodies' middles, C7 to L1; what is not found is out."""
    known = [level for level in LEVELS if level in centres]
    line = np.array([centres[level] for level in known], dtype=np.float64)
    spine = {}
    for n, level in enumerate(known):
        above, below = line[max(0, n - 1)], line[min(len(known) - 1, n + 1)]
        up = above - below if len(known) > 1 else np.array([0.0, 0.0, 1.0])
        one = found(density, level, line[n], up, np.array([1.0, 0.0, 0.0]))
        if one is not None:
            spine[level] = one
    return spine


def centres_of(patient: Patient) -> dict[str, FloatArray]:
    """Where the search starts: the patient's landmarks, rough or exact."""
    names = {level: CENTRE.format(level) for level in LEVELS}
    return {
        level: np.array(patient.landmarks[name])
        for level, name in names.items()
        if name in patient.landmarks
    }


def read(patient: Patient, centres: Mapping[str, FloatArray] | None = None) -> Readings:
    """Every reading of a patient; NaN where something was not found.

    centres : near the bodies' middles, world mm; by default the patient's landmarks.
    Raises ValueError where the patient has no bone volume.
    """
    density = Density.of(patient)
    spine = spine_of(density, centres_of(patient) if centres is None else centres)
    readings: Readings = {}
    for level, one in spine.items():
        readings |= _body(level, one)
        readings |= _arch(level, one, patient.labels)
    readings |= _discs(spine)
    readings |= dict(_curves(spine))
    for side, sign in SIGN.items():
        readings[Key("rib count", "T1-L1", side)] = rib_count(density, spine, sign)
    if patient.labels is not None:
        readings |= dict(_trunk(patient.labels, spine))
    return readings | _cord(patient, spine)


def _body(level: str, one: Vertebra) -> Readings:
    behind, before = (
        rim_heights(one.density, one.body, one.upper, one.lower, behind=where)[0]
        for where in (True, False)
    )
    named = {
        "posterior body height": behind,
        "anterior body height": before,
        "anterior / posterior body height": before / behind,
        "upper end-plate width": one.upper.width_mm,
        "upper end-plate depth": one.upper.depth_mm,
        "lower end-plate width": one.lower.width_mm,
        "lower end-plate depth": one.lower.depth_mm,
        "body waist width": 2.0 * one.body.half_width_mm,
        "canal width": one.canal.width_mm,
        "canal depth": one.canal.depth_mm,
        "ventral wedging": wedge_deg(one),
        "square tilt": tilt_deg(one.axes.up),
    }
    return {Key(name, level): value for name, value in named.items()}


def _arch(level: str, one: Vertebra, labels: LabelVolume | None) -> Readings:
    margin = rim_heights(one.density, one.body, one.upper, one.lower, behind=True)[1]
    spinous = spinous_of(one, margin)
    readings = {
        Key("spinous process length", level): spinous.length_mm,
        Key("spinous process slope", level): spinous.down_deg,
    }
    for side, sign in SIGN.items():
        readings |= {
            Key(name, level, side): value for name, value in _side(one, sign, labels).items()
        }
    reach = [readings[Key("transverse process reach", level, side)] for side in Side]
    readings[Key("transverse process span", level)] = sum(reach)
    return readings


def _side(one: Vertebra, sign: float, labels: LabelVolume | None) -> dict[str, float]:
    pedicle = pedicle_of(one, sign)
    process = transverse_of(one, sign, pedicle.width_mm)
    lamina = lamina_of(one, sign)
    facet = facet_of(one, sign)
    named = {
        "pedicle width": pedicle.width_mm,
        "pedicle height": pedicle.height_mm,
        "pedicle convergence": pedicle.converge_deg,
        "transverse process reach": process.reach_mm,
        "transverse process length": process.length_mm,
        "transverse process backward": process.back_deg,
        "transverse process upward": process.up_deg,
        "transverse process height": process.height_mm,
        "transverse process thickness": process.thickness_mm,
        "lamina height": lamina.height_mm,
        "lamina thickness": lamina.thickness_mm,
        "facet joint space": facet.gap_mm,
        "facet joint off frontal": facet.off_frontal_deg,
        "facet joint lean": facet.lean_deg,
        "facet joint from mid-line": facet.off_midline_mm,
        "facet joint width": facet.width_mm,
        "facet joint height": facet.height_mm,
    }
    if labels is not None and np.isfinite(process.skin_side_y_mm):
        x, _, z = process.tip_local_mm
        surface = one.axes.world(np.array([x - sign * 4.0, process.skin_side_y_mm, z]))
        named["skin to transverse process"] = skin_depth_mm(labels, surface)
    return named


def _discs(spine: Mapping[str, Vertebra]) -> Readings:
    readings, discs = {}, dict[str, Disc]()
    for upper, lower in pairwise(LEVELS):
        if upper in spine and lower in spine:
            disc = discs[lower] = disc_above(spine[lower])
            joint = f"{upper}-{lower}"
            readings[Key("anterior disc height", joint)] = disc.anterior_mm
            readings[Key("posterior disc height", joint)] = disc.posterior_mm
            readings[Key("central disc height", joint)] = disc.central_mm
    inside = [discs[level] for level in THORACIC[1:] if level in discs]
    if inside:
        for name, values in (
            ("anterior disc height", [disc.anterior_mm for disc in inside]),
            ("posterior disc height", [disc.posterior_mm for disc in inside]),
        ):
            readings[Key(f"mean {name}", "T1-T12")] = float(np.nanmean(values))
    return readings


def _curves(spine: Mapping[str, Vertebra]) -> Iterator[tuple[Key, float]]:
    for top, bottom in (("T1", "T12"), ("T2", "T11"), ("T3", "T10")):
        yield Key("kyphosis", f"{top}-{bottom}"), cobb_deg(spine, top, bottom)
    yield Key("coronal curve", "C7-L1"), coronal_cobb_deg(spine)
    if "T7" in spine:
        middle = tilt_deg(spine["T7"].axes.up)
        for level, one in spine.items():
            yield Key("square tilt from T7", level), tilt_deg(one.axes.up) - middle


def _trunk(labels: LabelVolume, spine: Mapping[str, Vertebra]) -> Iterator[tuple[Key, float]]:
    for side, sign in SIGN.items():
        if "T5" in spine:
            beside = spine["T5"].axes.origin_world_mm + np.array([sign * 45.0, 0.0, 0.0])
            yield Key("skin to pleura", "T5", side), skin_to_pleura_mm(labels, beside)
    if "T8" in spine:
        width, depth = outline_mm(labels, spine["T8"].axes.origin_world_mm)
        yield Key("chest width", "T8"), width
        yield Key("chest depth", "T8"), depth


def _cord(patient: Patient, spine: Mapping[str, Vertebra]) -> Readings:
    if not any(volume.basis is Basis.WATER for volume in patient.volumes):
        return {}
    water, readings = Density.of(patient, Basis.WATER), {}
    for level in CORD_LEVELS:
        if level in spine:
            width, depth = cord_size(water, spine[level])
            readings[Key("cord width", level)] = width
            readings[Key("cord depth", level)] = depth
    return readings
