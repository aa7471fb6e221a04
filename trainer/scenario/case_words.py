"""The words in which every case is told, asked and decided: the same tables for all of them.

What can be opened, talked over or given as a reason is the same in every case, so nothing in the
list of choices tells what is right for this one (DESIGN 10).
"""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    """What to do with the case."""

    PROCEED = "proceed"
    POSTPONE = "postpone"
    DECLINE = "decline"


class Verdict(StrEnum):
    """What a reason, a point or an act is worth in this case."""

    REQUIRED = "required"
    ACCEPTABLE = "acceptable"
    WRONG = "wrong"


class CaseTopic(StrEnum):
    """What can be opened in the case file (command `read_case`)."""

    REFERRAL = "referral"
    HISTORY = "history"
    EXAMINATION = "examination"
    IMAGING = "imaging"
    DIARY = "diary"
    MEDICATION = "medication"
    ALLERGIES = "allergies"
    DEVICES = "devices"
    GENERAL = "general"  # fever, infection, pregnancy, general health
    WISHES = "wishes"


class Reason(StrEnum):
    """What can be said for a decision (command `give_reason`)."""

    AXIAL_PAIN = "axial-pain"
    CONSERVATIVE_FAILED = "conservative-failed"
    BLOCKS_POSITIVE = "blocks-positive"
    BLOCKS_INSUFFICIENT = "blocks-insufficient"
    EARLIER_RELIEF = "earlier-relief"
    TOO_SOON = "too-soon"
    RED_FLAG = "red-flag"
    OTHER_SOURCE = "other-source"
    INFECTION = "infection"
    PREGNANCY = "pregnancy"
    ANTICOAGULANT = "anticoagulant"
    BLEEDING_RISK_LOW = "bleeding-risk-low"
    DEVICE = "device"
    ALLERGY = "allergy"
    EXPECTATIONS = "expectations"
    WISH = "wish"
    REFUSAL = "refusal"


class Point(StrEnum):
    """What can be talked over before consent (command `discuss`)."""

    AIM = "aim"
    STEPS = "steps"
    ALTERNATIVES = "alternatives"
    EVIDENCE = "evidence"
    CHANCE = "chance"
    DURATION = "duration"
    SORENESS = "soreness"
    NEURITIS = "neuritis"
    NUMBNESS = "numbness"
    PNEUMOTHORAX = "pneumothorax"
    BLEEDING_INFECTION = "bleeding-infection"
    BURNS = "burns"
    RADIATION = "radiation"
    QUESTIONS = "questions"
