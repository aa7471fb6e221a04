"""Shipped cases set on a CT patient: the same text, another body, targets still by name."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import REPOSITORY
from trainer.anatomy.patient import Patient
from trainer.scenario.scenario import Scenario
from trainer.session.services import Services


def on_ct(services: Services, shipped: str, patient: Patient, folder: Path) -> Path:
    """The scenario file of a shipped case whose patient is a stored CT."""
    if not (folder / "ct").exists():
        services.patient_store.save(patient, folder / "ct")
    text = (REPOSITORY / "scenarios" / shipped / "scenario.yaml").read_text(encoding="utf-8")
    ct = f'patient:\n  kind: ct\n  folder: {folder / "ct"}\n  sha256: "{patient.sha256}"\n\n'
    text = re.sub(r"patient:\n(?: .*\n|\n)+", ct, text, count=1)
    text = text.replace(f"id: {shipped}\n", f"id: {shipped}-ct\n", 1)
    path = folder / f"{shipped}-ct" / "scenario.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def loaded(services: Services, path: Path) -> Scenario:
    """The scenario of a file."""
    return services.scenarios.load(str(path))
