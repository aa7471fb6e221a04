"""Pictures that name somebody do not travel: looked at before packing and before installing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trainer.refusal import Problem, Refusal
from trainer.scenario.scenario import Scenario
from trainer.session.packages import PictureCheck
from trainer.storage.package_folder import is_named_picture
from trainer.storage.package_names import shown

ENDINGS = (".png", ".jpg", ".jpeg", ".dcm")
_MOST_TOLD = 6  # findings of one file; more say nothing new
_STEP = (
    "Save PNG and JPEG anew without texts, camera data and captions; make DICOM pictures by "
    "'import radiograph FILE --pictures FOLDER', which keeps the picture alone"
)


def refuse_speaking_pictures(
    check: PictureCheck | None, home: Path, names: Iterable[str], scenario: Scenario, what: str
) -> None:
    """Raise a Refusal where a picture of a folder says more than its picture, naming each.

    home : where the files lie; names : those that belong to the package, in it. what : "X was".
    """
    wanted = [name for name in names if _is_picture(name, scenario)]
    if check is None or not wanted:
        return
    told = check.leftovers_of([home / name for name in wanted])
    problems = tuple(
        Problem(shown(name), f"holds {_listed(found)}")
        for name, found in zip(wanted, told, strict=True)
        if found
    )
    if problems:
        why = f"{len(problems)} of its pictures may name a person"
        raise Refusal(f"{what} not taken", why, _STEP, problems=problems)


def _is_picture(name: str, scenario: Scenario) -> bool:
    return name.casefold().endswith(ENDINGS) or is_named_picture(name, scenario)


def _listed(found: tuple[str, ...]) -> str:
    first = ", ".join(found[:_MOST_TOLD])
    rest = len(found) - _MOST_TOLD
    return first if rest < 1 else f"{first} and {rest} more"
