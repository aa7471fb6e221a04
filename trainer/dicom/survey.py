"""What lies in a folder: slices, pictures, volumes, and what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer.dicom.allowlist import FileFacts
from trainer.dicom.asking import Asking
from trainer.dicom.findings import count
from trainer.dicom.folder import list_files, shown
from trainer.dicom.volume_facts import VolumeFacts
from trainer.refusal import Problem, Refusal

PROJECTION_MODALITIES = ("XA", "RF", "DX", "CR")
_ENHANCED = ("enhanced ct", "enhanced xa", "enhanced rf")


@dataclass(slots=True)
class Survey:
    """Findings of one folder, or of a few files.

    slices : CT images; pictures : projection images; volumes : NIfTI and NRRD files.
    skipped : reason to count, without names. problems : files that should have been readable.
    """

    slices: list[tuple[Path, FileFacts]] = field(default_factory=list)
    pictures: list[tuple[Path, FileFacts]] = field(default_factory=list)
    volumes: list[tuple[Path, VolumeFacts]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def skipped_note(self) -> str | None:
        """A sentence with counts and reasons, None where nothing was skipped."""
        if not self.skipped:
            return None
        reasons = ", ".join(f"{number} {reason}" for reason, number in self.skipped.most_common())
        return f"{count(self.skipped.total(), 'file')} skipped: {reasons}"


def survey_folder(folder: Path, asking: Asking, deep: bool = True) -> Survey:
    """Look at every file in a folder, and (deep) in the folders below it."""
    listing = list_files(folder, deep)
    survey = survey_files(listing.files, asking)
    survey.skipped.update(listing.skipped)
    survey.problems[:0] = listing.problems
    return survey


def survey_files(files: Sequence[Path], asking: Asking) -> Survey:
    """Look at these files."""
    survey = Survey()
    for done, path in enumerate(files):
        asking.progress(done, len(files))
        try:
            _sort_in(survey, path, asking.look(path))
        except Refusal as refusal:
            survey.problems.append(Problem(f"'{shown(path)}'", refusal.why))
    return survey


def _sort_in(survey: Survey, path: Path, found: FileFacts | VolumeFacts | None) -> None:
    if found is None:
        survey.skipped["not DICOM, NIfTI or NRRD"] += 1
    elif isinstance(found, VolumeFacts):
        survey.volumes.append((path, found))
    elif found.sop_class in _ENHANCED:
        survey.skipped[f"{found.sop_class} (multi-frame), which is not read"] += 1
    elif "LOCALIZER" in found.words.get("ImageType", ()):
        survey.skipped["localizer"] += 1
    elif found.sop_class == "ct" and found.modality == "CT":
        survey.slices.append((path, found))
    elif found.modality in PROJECTION_MODALITIES and found.sop_class != "secondary capture":
        survey.pictures.append((path, found))
    else:
        survey.skipped[_other(found)] += 1


def _other(facts: FileFacts) -> str:
    if facts.sop_class in ("secondary capture", "directory"):
        return f"DICOM {facts.sop_class}"
    modality = "without a known modality" if facts.modality == "?" else facts.modality
    return f"other DICOM ({modality})"
