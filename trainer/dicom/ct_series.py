"""A CT series to a scan: every problem at once, then the pixels slice by slice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.ct import CtScan
from trainer.dicom import limits
from trainer.dicom.asking import Asking
from trainer.dicom.axes import along_world
from trainer.dicom.ct_choice import CHOOSE_CT, Chosen
from trainer.dicom.findings import EXPORT_AGAIN, count, grouped, refused
from trainer.dicom.folder import shown
from trainer.dicom.hounsfield import Counts
from trainer.dicom.pixel_facts import note_of_loss
from trainer.dicom.plausibility import counted, plausibility
from trainer.dicom.series import SeriesPlan, mixture_problems, planned
from trainer.dicom.slice_facts import Slice, slice_problems
from trainer.refusal import Problem, Refusal

_MOST_LISTED = 10


def series_problems(chosen: Chosen) -> tuple[list[Problem], SeriesPlan | None]:
    """Everything that forbids a series, and its plan where slices can be put in order."""
    slices = chosen.slices
    alone = [(one.name, problem) for one in slices for problem in slice_problems(one)]
    mixed = mixture_problems(slices)
    problems = grouped(alone) + [Problem("the series", problem) for problem in mixed]
    placed = all(one.position_mm and one.orientation and one.spacing_mm for one in slices)
    turned = {tuple(round(n, 4) for n in one.orientation or ()) for one in slices}
    if not placed or len(turned) > 1:
        return problems, None
    plan = planned(slices)
    problems += [Problem("the series", problem) for problem in plan.problems]
    rows, columns = slices[0].size
    if len(plan.places) * rows * columns * 2 > limits.PIXEL_BYTES:
        most = f"more than {limits.PIXEL_BYTES // limits.MIB} MiB"
        problems.append(Problem("the series", f"{len(plan.places)} slices need {most}"))
    return problems, plan


def scan_of_series(path: Path, chosen: Chosen, asking: Asking) -> CtScan:
    """The scan of a chosen series; raises one Refusal with every problem."""
    what = f"The CT series in '{shown(path)}' was not imported"
    problems, plan = series_problems(chosen)
    if problems or plan is None:
        raise refused(what, problems, EXPORT_AGAIN)
    hu, counts, dropped = _slices_hu(what, chosen, plan, asking)
    problem, doubts = plausibility(hu)
    if problem:
        raise Refusal(what, problem, CHOOSE_CT)
    grid, turned = along_world(hu, plan.world_from_index)
    notes = [
        f"{count(len(plan.places), 'slice')} read",
        chosen.skipped_note,
        f"{count(dropped, 'doubled slice')} with the same pixels dropped" if dropped else None,
        *losses(chosen.slices),
        *plan.notes,
        *counted(counts),
        *doubts,
    ]
    return CtScan(grid, turned, tuple(note for note in notes if note))


def _slices_hu(
    what: str, chosen: Chosen, plan: SeriesPlan, asking: Asking
) -> tuple[NDArray[np.int16], Counts, int]:
    """All slices stacked in the order of the plan; doubles compared and dropped."""
    shape = chosen.slices[0].size
    hu = np.empty((len(plan.places), *shape), dtype=np.int16)
    counts, dropped, problems = Counts(), 0, list[tuple[str, str]]()
    for k, place in enumerate(plan.places):
        asking.progress(k, len(plan.places))
        try:
            hu[k], seen = asking.slice_hu(chosen.files[place[0]], shape)
            counts += seen
            for other in place[1:]:
                again, _ = asking.slice_hu(chosen.files[other], shape)
                dropped += 1
                if not np.array_equal(again, hu[k]):
                    problems.append(_two_at_one_place(chosen, place[0], other))
        except Refusal as refusal:
            problems.append((chosen.slices[place[0]].name, refusal.why))
        if len(problems) >= _MOST_LISTED:
            break
    if problems:
        raise refused(what, grouped(problems), EXPORT_AGAIN)
    return hu, counts, dropped


def _two_at_one_place(chosen: Chosen, first: int, second: int) -> tuple[str, str]:
    one, other = chosen.slices[first], chosen.slices[second]
    runs = {slice_.facts.number("AcquisitionNumber") for slice_ in (one, other)}
    hint = " (of two acquisitions)" if len(runs) > 1 else ""
    return one.name, f"'{other.name}' lies at the same place with other pixels{hint}"


def losses(slices: Sequence[Slice]) -> list[str]:
    """Sentences on lossy compression, with how many slices have it."""
    losses = Counter(note for one in slices if (note := note_of_loss(one.facts)))
    return [f"{note} ({count(number, 'slice')})" for note, number in losses.items()]
