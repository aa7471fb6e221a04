"""What the parts of a scenario owe each other: one small function a rule, and the table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trainer.scenario.brought import is_brought
from trainer.scenario.case_rules import CASE_RULES
from trainer.scenario.draft import Draft, Finding, Place
from trainer.scenario.neutral import telling_words
from trainer.scenario.patient import GENERATORS, Picture
from trainer.scenario.profile_rules import the_changes_fit, the_profile_is_known
from trainer.scenario.rubric_rules import a_shipped_rubric_stays_as_it_is, the_rubric_is_known
from trainer.scenario.spelling import nearest

Rule = Callable[[Draft], Iterator[Finding]]

POSE_FIELDS = ("oblique_deg", "tilt_deg")


def _exam_title_is_neutral(draft: Draft) -> Iterator[Finding]:
    told = telling_words(draft.get("exam_title") or "")
    if told:
        yield ("exam_title",), f"tells {told[0]!r}; an exam shows no level, side or procedure"


def _tolerance_holds_the_uncertainty(draft: Draft) -> Iterator[Finding]:
    tolerance, uncertainty = draft.get("tolerance_mm"), draft.get("target_uncertainty_mm")
    if tolerance is not None and uncertainty is not None and uncertainty > tolerance:
        why = f"{uncertainty:g} is more than tolerance_mm ({tolerance:g}), which includes it"
        yield ("target_uncertainty_mm",), why


def _generator_has_this_version(draft: Draft) -> Iterator[Finding]:
    patient = draft.get("patient")
    if draft.kind == "synthetic" and patient.generator_version not in GENERATORS[patient.generator]:
        versions = ", ".join(map(str, GENERATORS[patient.generator]))
        why = f"{patient.generator} {patient.generator_version} cannot be built; known: {versions}"
        yield ("patient", "generator_version"), why


def _pictures_are_told_apart(draft: Draft) -> Iterator[Finding]:
    for index, name in _repeated(draft.picture_names):
        yield ("patient", "pictures", index, "name"), f"{name!r} is already another picture's name"


def _targets_are_told_apart(draft: Draft) -> Iterator[Finding]:
    targets = draft.items("targets")
    for index, which in _repeated([f"{part.bone} {part.side}" for _, part in targets]):
        yield targets[index][0], f"{which} is already a target"


def _hazards_are_told_apart(draft: Draft) -> Iterator[Finding]:
    hazards = draft.items("hazards")
    for index, structure in _repeated([part.structure for _, part in hazards]):
        yield hazards[index][0], f"{structure} is already listed"


def _conventions_are_told_apart(draft: Draft) -> Iterator[Finding]:
    conventions = draft.items("accepted_conventions")
    for index, name in _repeated([part for _, part in conventions]):
        yield conventions[index][0], f"{name!r} is already listed"


def _brought_conventions_are_there(draft: Draft) -> Iterator[Finding]:
    brought = draft.items("brought_conventions")
    names = [part.id for _, part in brought]
    for index, name in _repeated(names):
        yield (*brought[index][0], "id"), f"{name!r} is already brought"
    for place, name in draft.items("accepted_conventions"):
        if is_brought(name) and name not in names:
            why = f"{name!r} is another package's: its text is missing in brought_conventions"
            yield place, f"{why}{nearest(name, names)}"


def _targets_lie_as_the_patient_says(draft: Draft) -> Iterator[Finding]:
    wanted = {"synthetic": None, "ct": "point_world_mm", "radiograph": "picture_points"}
    if draft.kind is None:
        return
    for place, target in draft.items("targets"):
        for field in ("point_world_mm", "picture_points"):
            given, needed = getattr(target, field) is not None, wanted[draft.kind] == field
            # A CT's target may be a landmark's name: the patient folder knows where it lies.
            if needed and not given and draft.kind != "ct":
                yield (*place, field), f"is missing; a {draft.kind} patient's targets need it"
            if given and not needed:
                why = "a synthetic patient's targets are names" if draft.kind == "synthetic" else ""
                yield (*place, field), why or f"does not belong to a {draft.kind} patient"


def _target_pictures_exist(draft: Draft) -> Iterator[Finding]:
    if draft.kind != "radiograph":
        return
    for place, target in draft.items("targets"):
        for name in target.picture_points or ():
            yield from _known_picture(draft, (*place, "picture_points", name), name)


def _targets_share_their_pictures(draft: Draft) -> Iterator[Finding]:
    used = [(place, set(part.picture_points or ())) for place, part in draft.items("targets")]
    for place, names in used[1:]:
        if names != used[0][1]:
            why = f"uses the pictures {sorted(names)}, the first target {sorted(used[0][1])}"
            yield (*place, "picture_points"), why


def _pictures_stand_in_one_world(draft: Draft) -> Iterator[Finding]:
    """Tags, landmarks and scales each place the patient their own way: they do not mix."""
    if draft.kind != "radiograph":
        return
    pictures = draft.get("patient").pictures
    worlds = [_world_of(picture) for picture in pictures]
    for index, world in enumerate(worlds[1:], start=1):
        if world != worlds[0]:
            why = "places the patient in another way than the first picture: their rays do not meet"
            yield ("patient", "pictures", index, "calibration"), why
    if len(pictures) > 1 and worlds[0][0] == "in-plane":
        why = "has a scale in one plane only; such a picture stands alone"
        yield ("patient", "pictures", 0, "calibration"), why


def _world_of(picture: Picture) -> tuple[str, object]:
    if picture.calibration is None:
        return "tags", (0.0, 0.0, 0.0)
    return str(picture.calibration.method), picture.calibration.table_origin_mm


def _start_pose_fits(draft: Draft) -> Iterator[Finding]:
    pose = draft.get("start_pose")
    if pose is not None:
        yield from _pose_or_view(draft, ("start_pose",), pose, (*POSE_FIELDS, "isocentre"))


def _required_views_fit(draft: Draft) -> Iterator[Finding]:
    for place, view in draft.items("required_views"):
        yield from _pose_or_view(draft, place, view, (*POSE_FIELDS, "tolerance_deg"))


def _pose_or_view(
    draft: Draft, place: Place, part: object, numbers: tuple[str, ...]
) -> Iterator[Finding]:
    """A C-arm stands at angles, a radiograph has a name: one needs these, the other that."""
    if draft.kind is None:
        return
    pictures = draft.kind == "radiograph"
    needed, refused = (("view",), numbers) if pictures else (numbers, ("view",))
    for field in needed:
        if getattr(part, field) is None:
            yield (*place, field), f"is missing; a {draft.kind} patient needs it"
    for field in refused:
        if getattr(part, field) is not None:
            yield (*place, field), f"does not belong to a {draft.kind} patient"
    name = getattr(part, "view", None)
    if pictures and name is not None:
        yield from _known_picture(draft, (*place, "view"), name)


def _known_picture(draft: Draft, place: Place, name: str) -> Iterator[Finding]:
    if name not in draft.picture_names:
        yield place, f"there is no picture {name!r}{nearest(name, draft.picture_names)}"


def _radiographs_have_no_hazards(draft: Draft) -> Iterator[Finding]:
    if draft.kind == "radiograph" and draft.get("hazards"):
        yield (
            ("hazards",),
            "a radiograph shows no depth, so no distance to a hazard can be measured",
        )


def _repeated(values: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each value that came before, with its index."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index, value
        seen.add(value)


RULES: tuple[Rule, ...] = (
    _exam_title_is_neutral,
    _tolerance_holds_the_uncertainty,
    _generator_has_this_version,
    _pictures_are_told_apart,
    _targets_are_told_apart,
    _hazards_are_told_apart,
    _conventions_are_told_apart,
    _brought_conventions_are_there,
    _targets_lie_as_the_patient_says,
    _target_pictures_exist,
    _targets_share_their_pictures,
    _pictures_stand_in_one_world,
    _start_pose_fits,
    _required_views_fit,
    _radiographs_have_no_hazards,
    the_profile_is_known,
    the_changes_fit,
    the_rubric_is_known,
    a_shipped_rubric_stays_as_it_is,
    *CASE_RULES,
)


def broken_rules(draft: Draft) -> list[Finding]:
    """Every rule that the sound parts break, each with its place."""
    return [finding for rule in RULES for finding in rule(draft)]
