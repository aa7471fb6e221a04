"""Complications: how each shows, what answers it, and what becomes of it if nobody answers.

Teaching model. Kinds are those of teaching.md 1 and clinical reference 3.7; every time and every
list of needed responses is a design value (X) until a clinician has reviewed it. Which event leads
to which complication stands in `causes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

RESPONSES: Mapping[str, str] = {
    "stop": "Stop what is being done",
    "withdraw": "Withdraw the needle",
    "oxygen": "Oxygen",
    "legs-up": "Legs up, head down",
    "airway": "Open the airway",
    "wake": "Speak to and rouse the patient",
    "reversal": "Reverse the sedation",
    "chest-view": "Look at the chest under fluoroscopy or on a film",
    "ultrasound": "Look at the lung by ultrasound",
    "decompress": "Needle decompression of the chest",
    "lipid": "Lipid emulsion",
    "adrenaline": "Adrenaline",
    "atropine": "Atropine",
    "fluids": "Fluids",
    "medicate": "Treat the pain",
    "magnet": "Magnet on the implant, and its clinic",
    "cool": "Cool the skin",
    "press": "Press on the puncture",
    "observe": "Observe, test nerves again",
    "bed-rest": "Lie flat",
    "explain": "Explain what has happened",
    "call": "Call for help",
    "resuscitate": "Resuscitate",
    "transfer": "Transfer to hospital",
    "document": "Write it down",
}


@dataclass(frozen=True, slots=True)
class Complication:
    """One complication.

    sign : id of what the patient says or does when it shows. needed : groups of responses; one of
    each group ends it. helpful : further right ones. passes_s : simulated seconds after which it
    passes by itself, 0 = never. worse, worse_s : what it becomes unanswered, and after how long.
    answers : what the patient answers while it lasts, by question.
    """

    title: str
    sign: str
    needed: tuple[tuple[str, ...], ...]
    helpful: tuple[str, ...] = ()
    passes_s: int = 0
    worse: str = ""
    worse_s: int = 0
    answers: tuple[str, ...] = ("comfortable",)

    def is_right(self, action: str) -> bool:
        """Whether a response fits."""
        return action in self.helpful or any(action in group for group in self.needed)

    def is_answered(self, actions: tuple[str, ...]) -> bool:
        """Whether nothing needed is missing."""
        return all(any(action in group for action in actions) for group in self.needed)


_NOTE = ("document",)
_HOUR, _DAY = 3_600, 86_400
COMPLICATIONS: Mapping[str, Complication] = {
    "pneumothorax": Complication(
        "Pneumothorax",
        "cough",
        (("oxygen",), ("chest-view", "ultrasound"), ("call", "transfer")),
        ("stop", "withdraw", "observe", "explain", *_NOTE),
        worse="tension-pneumothorax",
        worse_s=1_800,
        answers=("breathing", "comfortable"),
    ),
    "tension-pneumothorax": Complication(
        "Tension pneumothorax",
        "cough",
        (("oxygen",), ("decompress",), ("call",), ("transfer",)),
        ("stop", "withdraw", *_NOTE),
        answers=("breathing", "comfortable"),
    ),
    "vasovagal": Complication(
        "Vasovagal reaction",
        "faint",
        (("stop",), ("legs-up",)),
        ("oxygen", "fluids", "atropine", "call", "withdraw", "explain", *_NOTE),
        passes_s=300,
        answers=("faint", "comfortable"),
    ),
    "local-anaesthetic-toxicity": Complication(
        "Local anaesthetic toxicity",
        "metallic",
        (("stop",), ("call",), ("oxygen",), ("lipid",)),
        ("airway", "withdraw", "fluids", "transfer", *_NOTE),
        worse="cardiac-arrest",
        worse_s=600,
        answers=("taste", "comfortable"),
    ),
    "anaphylaxis": Complication(
        "Anaphylaxis",
        "itch",
        (("stop",), ("call",), ("adrenaline",), ("oxygen",)),
        ("fluids", "legs-up", "airway", "transfer", *_NOTE),
        worse="cardiac-arrest",
        worse_s=600,
        answers=("breathing", "comfortable", "skin"),
    ),
    "cardiac-arrest": Complication(
        "Cardiac arrest",
        "silent",
        (("call",), ("resuscitate",)),
        ("lipid", "adrenaline", "oxygen", "airway", "transfer", *_NOTE),
        answers=(),
    ),
    "foraminal-block": Complication(
        "Anaesthetic in the foramen",
        "band-numb",
        (("stop", "withdraw"), ("observe",)),
        ("explain", "call", *_NOTE),
        passes_s=2 * _HOUR,
        answers=("band",),
    ),
    "epidural-block": Complication(
        "Epidural block",
        "legs-heavy",
        (("stop", "withdraw"), ("observe",)),
        ("fluids", "oxygen", "call", "explain", *_NOTE),
        passes_s=2 * _HOUR,
        answers=("legs",),
    ),
    "intrathecal-block": Complication(
        "Spinal block",
        "legs-heavy",
        (("stop", "withdraw"), ("call",), ("oxygen",), ("fluids",)),
        ("airway", "observe", "transfer", *_NOTE),
        passes_s=3 * _HOUR,
        answers=("legs", "breathing"),
    ),
    "spinal-cord-infarct": Complication(
        "Particles in a vessel of the cord",
        "legs-heavy",
        (("stop",), ("call",), ("transfer",)),
        ("withdraw", "observe", "explain", *_NOTE),
        answers=("legs",),
    ),
    "dural-puncture": Complication(
        "Headache after dural puncture",
        "headache",
        (("bed-rest", "fluids"), ("explain",)),
        ("medicate", "call", "observe", *_NOTE),
        passes_s=7 * _DAY,
        answers=("pain",),
    ),
    "haematoma": Complication(
        "Haematoma",
        "deep-ache",
        (("press",), ("observe",)),
        ("stop", "withdraw", "call", *_NOTE),
        passes_s=3 * _DAY,
        answers=("pain",),
    ),
    "pad-burn": Complication(
        "Burn under the pad",
        "pad-hot",
        (("stop",), ("cool",), _NOTE),
        ("explain", "call"),
        answers=("skin", "pain"),
    ),
    "skin-burn": Complication(
        "Burn of the skin at the needle",
        "skin-hot",
        (("stop",), ("cool",), _NOTE),
        ("explain", "call", "withdraw"),
        answers=("skin", "pain"),
    ),
    "band-pain-ignored": Complication(
        "Heat went on against radiating pain",
        "band-burning",
        (("stop",), ("observe",), _NOTE),
        ("withdraw", "explain", "call"),
        answers=("band", "pain"),
    ),
    "ventral-ramus-lesion": Complication(
        "Ventral ramus heated",
        "band-numb",
        (("observe",), ("explain",), _NOTE),
        ("stop", "withdraw", "medicate", "call"),
        answers=("band",),
    ),
    "root-lesion": Complication(
        "Nerve root or foramen heated",
        "band-numb",
        (("observe",), ("call",), _NOTE),
        ("stop", "withdraw", "explain", "transfer", "medicate"),
        answers=("band", "legs"),
    ),
    "cord-lesion": Complication(
        "Cord heated",
        "legs-heavy",
        (("call",), ("transfer",), _NOTE),
        ("stop", "withdraw", "observe", "explain"),
        answers=("legs",),
    ),
    "pleura-heated": Complication(
        "Pleura heated",
        "cough",
        (("chest-view", "ultrasound"), ("observe", "transfer")),
        ("stop", "withdraw", "oxygen", "call", "explain", *_NOTE),
        answers=("breathing",),
    ),
    "neuritis": Complication(
        "Neuritis: burning skin",
        "skin-raw",
        (("explain",), ("medicate",)),
        ("observe", *_NOTE),
        passes_s=42 * _DAY,
        answers=("pain", "skin"),
    ),
    "infection": Complication(
        "Infection of the puncture",
        "feverish",
        (("medicate", "transfer"), ("explain",)),
        ("observe", "call", *_NOTE),
        answers=("pain", "skin"),
    ),
    "implant-interference": Complication(
        "The implant misread the current",
        "faint",
        (("stop",), ("magnet",), ("call",)),
        ("oxygen", "observe", "transfer", *_NOTE),
        answers=("faint",),
    ),
    "oversedation": Complication(
        "Too deeply sedated",
        "sleepy",
        (("oxygen",), ("wake", "reversal"), ("airway", "call")),
        ("stop", "observe", *_NOTE),
        passes_s=1_800,
        answers=(),
    ),
    "sedation-masks": Complication(
        "Tested in a patient who cannot answer",
        "sleepy",
        (("wake", "reversal"),),
        ("stop", "observe", *_NOTE),
        passes_s=1_800,
        answers=(),
    ),
}
