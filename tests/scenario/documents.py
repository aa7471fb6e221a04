"""Whole, valid documents to break."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from trainer.refusal import Problem, Refusal
from trainer.scenario.reading import Judge, read_scenario

Document = dict[str, Any]
Place = tuple[str | int, ...]

SYNTHETIC: Document = {
    "schema_version": 1,
    "id": "a-test",
    "version": 1,
    "title": "A test on T7",
    "exam_title": "Station X",
    "authors": ["Somebody"],
    "summary": "A scenario for tests.",
    "patient": {
        "kind": "synthetic",
        "generator": "synthetic_thorax",
        "generator_version": 1,
        "seed": 7,
    },
    "procedure": "placement",
    "targets": [{"joint": "T7-T8", "nerve": "T6-mb", "bone": "T7", "side": "left"}],
    "accepted_conventions": ["chua-bogduk-1995"],
    "tolerance_mm": 5,
    "target_uncertainty_mm": 2.0,
    "hazards": [{"structure": "pleura", "margin_mm": 5.0}],
    "machine": {"pulse_rate_hz": 8},
    "equipment": {"needles": ["spinal-22g-90"]},
    "start_pose": {"oblique_deg": 0.0, "tilt_deg": 6.0, "isocentre": "T7.body_centre"},
    "story": {"history": "A case.", "decision": "proceed"},
    "required_views": [
        {"role": "depth", "oblique_deg": 90.0, "tilt_deg": 0.0, "tolerance_deg": 10.0}
    ],
    "rubric": {
        "id": "one",
        "version": 1,
        "pass_mark": 700,
        "metrics": [
            {"id": "tip_to_target_um", "weight": 70, "full_at": 3000, "zero_at": 8000},
            {"id": "exposures", "weight": 30, "full_at": 5, "zero_at": 50},
        ],
        "critical": ["wrong_level"],
    },
    "time_limit_s": 600,
    "teaching": "One\nparagraph.",
}
CT: Document = copy.deepcopy(SYNTHETIC) | {
    "patient": {"kind": "ct", "folder": "patient-1", "sha256": "a" * 64},
    "targets": [
        {
            **SYNTHETIC["targets"][0],
            "point_world_mm": [29.0, 36.5, -12.0],
        }
    ],
}
RADIOGRAPH: Document = {
    **{k: v for k, v in copy.deepcopy(SYNTHETIC).items() if k not in ("hazards", "machine")},
    "patient": {
        "kind": "radiograph",
        "pictures": [
            {"name": "AP", "file": "ap.dcm", "sha256": "b" * 64},
            {"name": "LAT", "file": "assets:images/lat.dcm", "sha256": "c" * 64},
        ],
        "skin_depth_mm": 33.0,
    },
    "targets": [
        {**SYNTHETIC["targets"][0], "picture_points": {"AP": [500.5, 480], "LAT": [300.0, 480.0]}}
    ],
    "start_pose": {"view": "AP"},
    "required_views": [{"role": "depth", "view": "LAT"}],
}
ALL = {"synthetic": SYNTHETIC, "ct": CT, "radiograph": RADIOGRAPH}


def changed(document: Document, *changes: tuple[Place, Any]) -> Document:
    """A copy with other values at some places."""
    fresh = copy.deepcopy(document)
    for place, value in changes:
        inner(fresh, place)[place[-1]] = copy.deepcopy(value)
    return fresh


def without(document: Document, *places: Place) -> Document:
    """A copy that lacks some places."""
    fresh = copy.deepcopy(document)
    for place in places:
        del inner(fresh, place)[place[-1]]
    return fresh


def inner(document: Any, place: Place) -> Any:
    """What holds a place."""
    for step in place[:-1]:
        document = document[step]
    return document


def as_file(document: object) -> bytes:
    """The document as a file: JSON is YAML 1.2."""
    return json.dumps(document, indent=1).encode()


def refused(data: bytes | Document, judge: Judge | None = None) -> Refusal:
    """The refusal of a file or a document that must be refused."""
    with pytest.raises(Refusal) as caught:
        read_scenario(data if isinstance(data, bytes) else as_file(data), "x.yaml", judge)
    assert caught.value.problems
    return caught.value


def problems(data: bytes | Document, judge: Judge | None = None) -> dict[str, str]:
    """Field path to message of everything wrong with it."""
    return {problem.where: problem.message for problem in refused(data, judge).problems}


def only_problem(data: bytes | Document) -> Problem:
    """The one problem of a file that has one."""
    (problem,) = refused(data).problems
    return problem


Change = Callable[[Document], Document]
