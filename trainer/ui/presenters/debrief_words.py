"""The debrief in the user's words: times, places, verdict; no number is made here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trainer.attempt.events import Exposed
from trainer.attempt.header import Target
from trainer.scoring.debrief.calls import Call
from trainer.scoring.debrief.expert import ExpertView
from trainer.scoring.debrief.stages import STAGES
from trainer.scoring.debrief.truth import Off, Truth
from trainer.scoring.debrief.words import amount, marks
from trainer.ui.presenters.angles import oblique_text, tilt_text
from trainer.ui.presenters.texts import decimal, tr, tr_sentence

KINDS: Mapping[str, str] = {
    "critical": "Critical error",
    "major": "Major error",
    "loss": "Marks lost",
    "good": "Keep doing this",
}
SIGNS: Mapping[str, str] = {"critical": "✗✗", "major": "✗", "loss": "−", "good": "✓"}
DIRECTIONS: Mapping[str, str] = {
    "on-target": "On target",
    "short": "Too short",
    "deep": "Too deep",
    "medial": "Too medial",
    "lateral": "Too lateral",
    "cranial": "Too cranial",
    "caudal": "Too caudal",
}
STRUCTURES: Mapping[str, str] = {
    "pleura": "Pleura",
    "canal": "Spinal canal",
    "foramen": "Foramen",
    "dura": "Dura",
    "cord": "Spinal cord",
    "ventral-ramus": "Ventral ramus",
    "nerve-root": "Nerve root",
    "skin": "Skin",
    "artery": "Artery",
    "vein": "Vein",
}
# Words of the log that a sentence carries.
PLACED: Mapping[str, str] = {
    "lateral": "Lateral of it",
    "medial": "Medial of it",
    "short": "Short of it",
    "deep": "Deep to it",
    "cranial": "Cranial of it",
    "caudal": "Caudal of it",
}
CONFIDENCE: Mapping[str, str] = {
    "S": "A source was read",
    "S2": "Second-hand",
    "D": "Derived",
    "M": "From memory, to be verified by a clinician",
    "X": "Design value",
}
TISSUES: Mapping[str, str] = {
    "air": "Outside the body",
    "soft": "Soft tissue",
    "bone": "Bone",
    "lung": "Lung",
    "canal": "Spinal canal",
    "foramen": "Foramen",
}


def at_text(t_ms: int) -> str:
    """A time within the attempt, e.g. ``2:05``."""
    return f"{t_ms // 60_000}:{t_ms % 60_000 // 1000:02d}"


def amount_of(value: int, unit: str) -> str:
    """A value with its unit, as the user's language writes it."""
    return decimal(amount(value, unit)) if unit != "1" else tr("yes") if value else tr("no")


def marks_text(thousandths: int) -> str:
    """Marks of a hundred."""
    return decimal(marks(thousandths))


def sentence(text: str) -> str:
    """A whole sentence of the rooms below, begun with a capital and ended."""
    said = tr_sentence(text.strip())
    return f"{said[:1].upper()}{said[1:]}" + ("" if said.endswith((".", "!", "?")) else ".")


def structure_text(name: str) -> str:
    """A danger structure's name."""
    return tr(STRUCTURES[name]) if name in STRUCTURES else name


def target_text(target: Target) -> str:
    """The triple of a target, with its side."""
    return tr_sentence(
        f"{target.joint}: MB {target.nerve.removesuffix('-mb')} on the {target.bone} TP, "
        f"{target.side}"
    )


def pose_text(shot: Exposed) -> str:
    """How a picture was taken."""
    if shot.view:
        return tr("view {name}").format(name=shot.view)
    return f"{oblique_text(shot.oblique_mdeg)}, {tilt_text(shot.tilt_mdeg)}"


def truth_text(truth: Truth | None) -> str:
    """What was so at a moment, in one sentence."""
    if truth is None:
        return tr("No needle was in hand.")
    return "; ".join(_truths(truth)) + "."


def _truths(truth: Truth) -> Iterator[str]:
    where = "" if truth.off is None else f" ({off_text(truth.off)})"
    yield (
        tr("Truth: the tip was {mm} from target {number}").format(
            mm=amount_of(truth.tip_to_target_um, "um"), number=truth.target
        )
        + where
    )
    if truth.nerve_um is not None:
        yield tr("{mm} from the nerve").format(mm=amount_of(truth.nerve_um, "um"))
    for what, um, _margin in sorted(truth.hazards, key=lambda one: one[1])[:2]:
        yield f"{structure_text(what)} {amount_of(um, 'um')}"


def off_text(off: Off) -> str:
    """An offset by its parts, e.g. "0.8 mm lateral of it, 1.9 mm deep to it"."""
    ways = (
        (off.lateral_um, "lateral", "medial"),
        (off.short_um, "short", "deep"),
        (off.cranial_um, "cranial", "caudal"),
    )
    parts = [
        f"{amount_of(abs(um), 'um')} {_placed(plus if um > 0 else minus)}"
        for um, plus, minus in ways
        if abs(um) >= 50
    ]
    return ", ".join(parts) or tr("exactly there")


def _placed(way: str) -> str:
    said = tr(PLACED[way])
    return f"{said[:1].lower()}{said[1:]}"


def expert_text(expert: ExpertView | None) -> str:
    """What the expert did at the same decision."""
    if expert is None:
        return tr("No reference attempt ships with this scenario, so there is no expert to show.")
    stage = tr_sentence(STAGES[expert.stage])
    told = tr("The expert at {stage} ({at})").format(stage=stage, at=at_text(expert.t_ms))
    if expert.depth_um:
        deep = amount_of(expert.depth_um, "um")
        told += tr(", needle {mm} deep").format(mm=deep)
    return f"{told}."


def call_text(call: Call) -> str:
    """A call and what was true, in two sentences."""
    said = tr("Target {number}: you said {where}, {safe}, {percent} % sure.").format(
        number=call.target,
        where=_where(call.direction, call.off_um),
        safe=_safe(call.safe),
        percent=call.sure_percent,
    )
    if call.true_off_um is None:
        return f"{said} {tr('No needle was in the patient.')}"
    truth = tr("It was {where}").format(where=_where(call.true_direction, call.true_off_um))
    if call.truly_safe is not None:
        truth += f", {_safe(call.truly_safe)}"
    if call.error_um is not None:
        missed = amount_of(call.error_um, "um")
        truth += "; " + tr("your call missed by {mm}").format(mm=missed)
    return f"{said} {truth}."


def _where(direction: str, off_um: int) -> str:
    if not direction:
        return tr("{mm} off").format(mm=amount_of(off_um, "um"))
    word = tr(DIRECTIONS[direction])
    said = f"{word[:1].lower()}{word[1:]}"
    return said if not off_um else f"{said} ({amount_of(off_um, 'um')})"


def _safe(safe: bool) -> str:
    return tr("safe") if safe else tr("not safe")
