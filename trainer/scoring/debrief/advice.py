"""What to say about an error or a loss: what was done, what it risked, what to do instead.

Sentences are in the second person, short and calm. Each risk rests on a source with the confidence
of the project's clinical reference: S sourced, S2 second-hand, D derived, M from memory (to be
checked by a clinician), X a design value. Nothing here has been reviewed by a clinician yet.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of the table.

    theme : only one change of a theme is told. did : a template; "" where the error's own sentence
    says it. Its fields are {what} (the metric), {value}, {limit} (what earns the full
    mark), {direction}, {hazard}, {clearance}, {length}, {ahead}, {depth}. source, confidence : of
    `risked`.
    """

    theme: str
    did: str
    risked: str
    do: str
    source: str
    confidence: str


DEPTH_DO = "Take the depth view after every last movement, with the tip in the field, then act."
REF = "clinical reference"
LEVEL = Advice(
    "level",
    "You declared another level or side than the target's, or none on a picture.",
    "A perfect needle at the wrong level treats a healthy joint; 16 to 43 % of counts are wrong.",
    "Count from both ends on the picture, say level and side aloud, then declare it.",
    "Heo 2017 (ultrasound counting), field reference 2.4",
    "S2",
)
DEPTH = Advice(
    "depth-view",
    "After the last movement you did not look at the depth.",
    "One view hides a whole dimension: the tip can be anterior and look perfect from behind.",
    DEPTH_DO,
    f"Furman atlas ch. 22B: depth in AP and lateral; {REF} 3.3",
    "S",
)
HAND = Advice(
    "hand",
    "Your hand was in the beam in {value} pictures.",
    "Skin in the primary beam gets a hundred times what scatter brings; it adds up over years.",
    "Let go of the hub, or hold it with a forceps, before you step on the pedal.",
    "DESIGN 5; the factor is an estimate from memory",
    "M",
)
CASE = Advice(
    "case",
    "Your decision about the case was not the one that its story asks for.",
    "A needle placed well for the wrong reason helps nobody; single blocks mislead in about half.",
    "Read every page of the file, name your reasons, and hold them against the stated policy.",
    f"Manchikanti 2004 (false positives about 55 %); {REF} 3.1",
    "M",
)
