"""The pages of formats name what the program writes."""

from __future__ import annotations

import re

import pytest

from tools.docs_pages import ROOT
from trainer.anatomy.patient import Tissue
from trainer.storage.patient_document import ArrayPart, PatientPart, RadiographPart, StrandPart
from trainer.storage.patient_folder import DOCUMENT, OWN_HASH

PAGE = (ROOT / "docs" / "patient-format.md").read_text(encoding="utf-8")


def test_the_patients_page_names_every_field_of_the_document_and_no_other() -> None:
    table = PAGE.split(f"## `{DOCUMENT}`")[1].split("##")[0]
    told = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert told == PatientPart.model_fields.keys() | {OWN_HASH}


@pytest.mark.parametrize("part", [ArrayPart, RadiographPart, StrandPart])
def test_the_patients_page_names_every_field_of_its_parts(part: type[PatientPart]) -> None:
    assert [name for name in part.model_fields if f"`{name}`" not in PAGE] == []


def test_the_patients_page_names_every_tissue_by_its_number() -> None:
    line = next(line for line in PAGE.splitlines() if line.startswith("Tissues:"))
    assert [int(number) for number in re.findall(r"\d+", line)] == [int(each) for each in Tissue]


def test_the_patients_page_states_the_schema_that_is_written() -> None:
    written = PatientPart.model_fields["schema_version"].default
    assert f"| `schema_version` | {written};" in PAGE
