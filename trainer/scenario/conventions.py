"""Where the nerve is taken to run: the conventions a scenario may accept.

The course is disputed (clinical.md 2.2), so each convention is named after what it rests on. The
full table with courses, confidence and reviewers will belong to anatomy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from trainer.scenario.part import one_of

CONVENTIONS: Mapping[str, str] = {
    "chua-bogduk-1995": "Over the superolateral corner of the transverse process; T5-T8 above it "
    "(Chua & Bogduk 1995, Acta Neurochir 136:140).",
    "sap-tp-junction": "The junction of superior articular and transverse process, as at lumbar "
    "levels (Furman, Atlas of Image-Guided Spinal Procedures, ch. 22B, for T11 and T12).",
    "koutp-2022": "T10 on the tip of the transverse process or above it, T11 in an osteofibrous "
    "canal (Koutp 2022, Pain Med 23:1863).",
}

ConventionId = Annotated[
    str,
    AfterValidator(one_of(CONVENTIONS, "convention")),
    Field(json_schema_extra={"enum": list(CONVENTIONS)}),
]
