"""Where a case begins: from nothing but the house's usual settings, or from another case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.anatomy.synthetic.person import GENERATOR, GENERATOR_VERSION
from trainer.scenario.manuscript.edits import plain
from trainer.scenario.scenario import SCHEMA_VERSION

EXAM_TITLE = "Station"  # tells nothing; an exam numbers its stations itself


def blank(name: str, author: str) -> dict[str, Any]:
    """A document with what no author should have to think of, and neither patient nor target.

    name : its id. The numbers are those of the shipped placement cases.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "id": name,
        "version": 1,
        "exam_title": EXAM_TITLE,
        "authors": [author],
        "language": "en",
        "procedure": "placement",
        "targets": [],
        "accepted_conventions": ["chua-bogduk-1995"],
        # 5 mm is the pass limit proposed for block needles; the course is known to about 2 mm
        # (scenarios/place-t7-left).
        "tolerance_mm": 5.0,
        "target_uncertainty_mm": 2.0,
        # Magnified, the receptor some 20 cm above the back (scenarios/place-t7-left).
        "machine": {"sid_mm": 1020.0, "field_mm": 220.0, "sod_mm": 750.0},
        "practice_profile": "house-default",
        "time_limit_s": 1200,
    }


def synthetic(seed: int, **person: Any) -> dict[str, Any]:
    """The part `patient` of a person built from a seed. person : fields of SyntheticPatient."""
    return {
        "kind": "synthetic",
        "generator": GENERATOR,
        "generator_version": GENERATOR_VERSION,
        "seed": seed,
        **person,
    }


def forked(document: Mapping[str, Any], name: str, author: str) -> dict[str, Any]:
    """A copy of a case to go on from: its own id, version 1, its author first, then the others.

    The origin is not changed.
    """
    fresh: dict[str, Any] = plain(document)
    others = [one for one in fresh.get("authors") or () if isinstance(one, str) and one != author]
    fresh |= {"id": name, "version": 1, "authors": [author, *others][:32]}
    fresh.pop("order", None)  # it stands behind the shipped ones, as every own case does
    return fresh
