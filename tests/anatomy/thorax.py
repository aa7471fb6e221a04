"""A synthetic thorax, cropped to three levels, built once per test run."""

from __future__ import annotations

from functools import lru_cache

from trainer.anatomy.patient import Patient
from trainer.anatomy.synthetic.person import Person
from trainer.anatomy.synthetic.thorax import synthetic_thorax
from trainer.storage.build import build_sha256
from trainer.storage.folders import user_folders
from trainer.storage.generated_patients import GeneratedPatientFolder

PERSON = Person(seed=7)
SPAN = ("T6", "T8")


@lru_cache(maxsize=1)
def thorax() -> Patient:
    """All landmarks and nerves; voxels from T6 to T8."""
    kept = GeneratedPatientFolder(
        user_folders().cache / "patients", lambda: build_sha256("anatomy")
    )
    patient = kept.load("tests") or synthetic_thorax(PERSON, span=SPAN)
    kept.save("tests", patient)
    return patient
