"""What a rater is asked: a checklist and two overall ratings, in words of our own.

Design values [X] throughout: nobody has shown that these items measure competence
(docs/marking.md). Each is tied to steps of the procedure's table, and asks only for what pictures
and timeline can show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = 1  # count up with any change of words; marks keep the version they were given under
ANSWERS: Mapping[str, int | None] = {"done": 2, "partly": 1, "not-done": 0, "not-seen": None}
ANSWER_TEXTS: Mapping[str, str] = {
    "done": "Done well",
    "partly": "In part, or late",
    "not-done": "Not done, or done wrongly",
    "not-seen": "Cannot be judged here",
}
OVERALL: Mapping[int, str] = {
    1: "Somebody would have had to take the needle over",
    2: "Needed to be stopped or corrected more than once",
    3: "Got there, with detours that cost time, dose or safety",
    4: "Sound, with small things to polish",
    5: "As I would want it done on me",
}
VERDICTS: Mapping[str, str] = {
    "fail": "Clearly not enough",
    "borderline": "Just on the line",
    "pass": "Clearly enough",
}
PLACEMENT, BLOCK, RHIZOTOMY = "placement", "block", "rhizotomy"
_ALL, _WHOLE = (PLACEMENT, BLOCK, RHIZOTOMY), (BLOCK, RHIZOTOMY)


@dataclass(frozen=True, slots=True)
class Item:
    """One question. steps : ids of the procedure's table that it looks at."""

    id: str
    text: str
    steps: tuple[str, ...]
    procedures: tuple[str, ...]


ITEMS: tuple[Item, ...] = (
    Item(
        "decision",
        "Reads what speaks for and against, and tells the patient what a decision needs",
        ("read-history", "read-imaging", "read-medication", "decide", "consent"),
        _WHOLE,
    ),
    Item(
        "level-shown",
        "A picture shows how the level was counted before anything sharp is used",
        ("level-picture", "declare"),
        _ALL,
    ),
    Item(
        "ready-room",
        "Skin, drapes, gloves and numbing are done before the needle goes in",
        ("time-out", "prep", "drape", "gloves", "skin-local"),
        _WHOLE,
    ),
    Item(
        "working-view",
        "Turns the machine until the way to the bone is free in the picture",
        ("working-view",),
        _ALL,
    ),
    Item(
        "short-stretches",
        "Goes on in short stretches and looks in between",
        ("working-view", "depth-before-injection"),
        _ALL,
    ),
    Item(
        "corrects",
        "Sees when the tip leaves its way, stops, and corrects before going on",
        ("working-view",),
        _ALL,
    ),
    Item(
        "depth-proved",
        "Proves the depth in a second view before the tip is called in place",
        ("depth-before-injection", "depth-before-heat"),
        _ALL,
    ),
    Item(
        "safe-injection",
        "Draws back, then watches contrast while it goes in, before the anaesthetic",
        ("aspirate", "contrast-first", "contrast-live"),
        (BLOCK,),
    ),
    Item(
        "tested",
        "Tests feeling and movement and acts on the answer before any heat",
        ("sensory-test", "motor-test", "check-after-electrode"),
        (RHIZOTOMY,),
    ),
    Item(
        "heat-with-care",
        "Numbs, warns, and stays with the patient while it is hot",
        ("anaesthetic-before-heat", "warn-of-heat", "ask-during-heat"),
        (RHIZOTOMY,),
    ),
    Item(
        "finished",
        "Ends it: needle out, wound covered, patient watched and told what comes next",
        ("remove", "dress", "observe", "advise"),
        _WHOLE,
    ),
    Item(
        "written-down",
        "What was done is written down so that another can go on from it",
        ("document",),
        _WHOLE,
    ),
)


def items_for(procedure: str) -> tuple[Item, ...]:
    """The questions for a procedure ("placement", "block" or "rhizotomy"), in their order."""
    return tuple(item for item in ITEMS if procedure in item.procedures)
