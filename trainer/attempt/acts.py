"""What can be done, asked, said, read and talked over with one press; the same for every case.

Because the tables are the same for every case, nothing in them tells what is right for this one.
The acts are those of teaching.md 1 and DESIGN 7; the wording is a design value (X).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoomAct:
    """One press. details : what can be chosen; the first stands where none is given."""

    title: str
    details: tuple[str, ...] = ("",)


ACTS: Mapping[str, RoomAct] = {
    "consent": RoomAct("Consent is signed", ("written", "spoken")),
    "time-out": RoomAct("Team time-out: who, what, which side and level, allergies"),
    "arms": RoomAct("Arms", ("overhead", "by-side", "hanging")),
    "pillow": RoomAct("Pillow", ("chest", "abdomen", "none")),
    "monitors": RoomAct("ECG, oxygen saturation, blood pressure"),
    "iv-access": RoomAct("A cannula in a vein"),
    "apron": RoomAct("Lead apron and collar"),
    "pad": RoomAct(
        "Return pad", ("thigh", "calf", "buttock", "bony", "scar", "loose", "across-implant", "off")
    ),
    "pad-check": RoomAct("The pad's whole face and its cable are checked"),
    "device-plan": RoomAct(
        "Plan for the implant", ("cardiology-agreed", "magnet", "reprogrammed", "switched-off")
    ),
    "sedation": RoomAct("Sedation", ("none", "light", "moderate", "deep")),
    "prep": RoomAct("Skin is prepared", ("chlorhexidine", "povidone-iodine", "alcohol")),
    "drape": RoomAct("Sterile drapes"),
    "gloves": RoomAct("Sterile gloves"),
    "label-syringes": RoomAct("Every syringe is labelled"),
    "skin-local": RoomAct("Local anaesthetic in the skin", ("lidocaine-1", "none")),
    "saline-stand-off": RoomAct("Saline lifts the skin off the electrode"),
    "dress": RoomAct("Plaster on the punctures"),
    "observe": RoomAct("Observed in recovery", ("30-min", "60-min", "overnight")),
    "advise": RoomAct("Advice on going home", ("written", "spoken")),
    "diary": RoomAct("Pain diary is given"),
    "document": RoomAct("Procedure note is written"),
}

# Question: what it asks of. The answers come from what is so (`answers`), never from the question.
QUESTIONS: Mapping[str, str] = {
    "comfortable": "Are you comfortable?",
    "pain": "Does anything hurt?",
    "band": "Do you feel anything round your ribs?",
    "legs": "Can you move both feet? Any tingling in the legs?",
    "breathing": "Can you breathe in deeply?",
    "taste": "Any odd taste, ringing ears, numb lips?",
    "faint": "Do you feel faint?",
    "skin": "Does the skin burn, at the needle or at the pad?",
    "relief": "Do the movement that hurts: how is it now?",
    "who": "Tell me your name, and where it hurts.",
}
WORDS: Mapping[str, str] = {
    "hold-still": "Hold still now.",
    "sting": "A small sting.",
    "pressure": "You will feel pressure.",
    "stimulate": "Tell me at once when you feel anything, and where.",
    "heat": "It is going to get warm; tell me if anything burns or shoots.",
    "speak-up": "Say stop whenever something is wrong.",
    "done": "We are done.",
    "reassure": "You are doing well; I am right here.",
}
CASE_TOPICS: Mapping[str, str] = {
    "referral": "Referral",
    "history": "History",
    "examination": "Examination",
    "imaging": "Imaging",
    "diary": "Block diary",
    "medication": "Medication",
    "allergies": "Allergies",
    "devices": "Implants",
    "general": "Fever, infection, pregnancy, general health",
    "wishes": "What the patient wants",
}
POINTS: Mapping[str, str] = {
    "aim": "What it is for, and what it is not",
    "steps": "What will happen",
    "alternatives": "What else there is, and doing nothing",
    "evidence": "How weak the evidence for thoracic procedures is",
    "chance": "How likely relief is",
    "duration": "How long relief lasts, and that nerves grow back",
    "soreness": "Soreness for a week or two",
    "neuritis": "Burning skin for weeks",
    "numbness": "A numb patch, rarely weakness",
    "pneumothorax": "Air round the lung, and when to come back",
    "bleeding-infection": "Bleeding and infection",
    "burns": "Burns at needle and pad",
    "radiation": "X-rays",
    "questions": "The patient's own questions",
}
REASONS: Mapping[str, str] = {
    "axial-pain": "Axial pain of a facet pattern",
    "conservative-failed": "Months of other treatment did not help",
    "blocks-positive": "The diagnostic blocks meet the profile",
    "blocks-insufficient": "The diagnostic blocks do not meet the profile",
    "earlier-relief": "The last rhizotomy helped long enough",
    "too-soon": "It is too soon to repeat it",
    "red-flag": "A red flag must be explained first",
    "other-source": "The pain comes from somewhere else",
    "infection": "There is an infection",
    "pregnancy": "A pregnancy is possible",
    "anticoagulant": "The anticoagulant must be planned",
    "bleeding-risk-low": "Low bleeding risk: the anticoagulant may go on",
    "device": "The implant needs a plan",
    "allergy": "An allergy must be worked round",
    "expectations": "Expectations must be settled first",
    "wish": "It is what the informed patient wants",
    "refusal": "The patient does not want it",
}
DECISIONS = ("proceed", "postpone", "decline")
ROLES = ("level", "working", "hub", "depth")
