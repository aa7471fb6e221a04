"""Which series or volume a path means; where it could mean several, the person chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.dicom.allowlist import FileFacts
from trainer.dicom.asking import Asking
from trainer.dicom.findings import EXPORT_AGAIN, count, named, refused
from trainer.dicom.folder import shown
from trainer.dicom.slice_facts import Slice
from trainer.dicom.survey import Survey, survey_folder
from trainer.dicom.volume_facts import VolumeFacts
from trainer.refusal import Problem, Refusal

CHOOSE_CT = "Choose a CT series (folder, or one file of it), a NIfTI or an NRRD volume"
_ONE_SERIES = "Choose one file of the wanted series, or a folder that holds nothing else"
_MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """A series picked out: its slices and files in the same order, and what was passed over."""

    slices: tuple[Slice, ...]
    files: tuple[Path, ...]
    skipped_note: str | None


def find_ct(path: Path, asking: Asking) -> Chosen | tuple[Path, VolumeFacts]:
    """The one series or volume that a path means; Refusal where there is none, or several."""
    if path.is_dir():
        survey = survey_folder(path, asking)
        if not survey.slices and not survey.problems and len(survey.volumes) == 1:
            return survey.volumes[0]
        return _chosen(path, survey, None)
    found = asking.look(path)
    if isinstance(found, VolumeFacts):
        return path, found
    if found is None:
        raise Refusal(
            f"'{shown(path)}' was not read", "it is neither DICOM nor NIfTI nor NRRD", CHOOSE_CT
        )
    if found.sop_class != "ct" or found.modality != "CT":
        raise Refusal(f"'{shown(path)}' was not read", _not_ct(found), CHOOSE_CT)
    return _around(path, found, asking)


def _around(path: Path, facts: FileFacts, asking: Asking) -> Chosen:
    """The series that a single file belongs to, gathered from its folder."""
    survey = survey_folder(path.absolute().parent, asking, deep=False)
    wanted = facts.tokens.get("SeriesInstanceUID", "")
    kept = [one for one in survey.slices if one[1].tokens.get("SeriesInstanceUID", "") == wanted]
    if others := len(survey.slices) - len(kept):
        survey.skipped["slices of other series"] = others
    survey.slices = kept
    return _chosen(path, survey, wanted)


def _chosen(path: Path, survey: Survey, wanted: str | None) -> Chosen:
    what = f"No CT was read from '{shown(path)}'"
    if survey.slices and wanted is None:
        _ask_which(what, survey)
    if not survey.slices:
        raise _nothing(what, survey)
    if survey.problems:
        raise refused(what, survey.problems, EXPORT_AGAIN)
    slices = tuple(Slice(shown(file), facts) for file, facts in survey.slices)
    return Chosen(slices, tuple(file for file, _ in survey.slices), survey.skipped_note)


def _ask_which(what: str, survey: Survey) -> None:
    """Refuse several series, listed; never guess."""
    series: dict[str, list[tuple[Path, FileFacts]]] = {}
    for one in survey.slices:
        series.setdefault(one[1].tokens.get("SeriesInstanceUID", ""), []).append(one)
    if len(series) < 2:
        return
    listed = [
        Problem(named([shown(file) for file, _ in group]), _series_in_words(group))
        for group in series.values()
    ]
    raise Refusal(
        what, f"it holds {len(series)} series", _ONE_SERIES, problems=(*listed, *survey.problems)
    )


def _series_in_words(group: Sequence[tuple[Path, FileFacts]]) -> str:
    first = group[0][1]
    size = f"{first.number('Columns') or 0:g} x {first.number('Rows') or 0:g}"
    spacing = first.vector("PixelSpacing")
    pitch = f", {spacing[0]:.2f} mm" if spacing else ""
    return f"a series of {count(len(group), 'slice')}, {size}{pitch}"


def _nothing(what: str, survey: Survey) -> Refusal:
    """No CT image: say what is there instead."""
    there = [count(len(survey.pictures), "projection image")] if survey.pictures else []
    if survey.volumes:
        there.append(f"{count(len(survey.volumes), 'volume file')}: " + _names(survey.volumes))
    there += [note] if (note := survey.skipped_note) else []
    why = "there is no CT image; " + ("; ".join(there) or "there are no files")
    if survey.problems and not there:
        return refused(what, survey.problems, EXPORT_AGAIN)
    return Refusal(what, why, CHOOSE_CT, problems=tuple(survey.problems))


def _names(volumes: Sequence[tuple[Path, VolumeFacts]]) -> str:
    return ", ".join(f"'{shown(path)}'" for path, _ in volumes[:_MOST_LISTED])


def _not_ct(facts: FileFacts) -> str:
    kind = facts.sop_class if facts.sop_class not in ("other", "ct") else facts.modality
    return f"it is no CT image but {kind.upper() if kind != '?' else 'of an unknown kind'}"
