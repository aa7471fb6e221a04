"""The procedure's table of steps: readable beside a guideline (docs/procedure.md).

Nothing stops a trainee from doing it in the wrong order; `walked` tells from the log what was done
in its place, what came too late and what was left out, and the score follows. Sources carry the
tags of the clinical reference: S read, V seen, M memory, X design value. Weights are X until a
panel of clinicians has set them.
"""

from __future__ import annotations

from trainer.attempt.step_kinds import Mark, Phase, Step, Weight, mark

NUMBING = (
    *("lidocaine-1", "lidocaine-2", "bupivacaine-0.25", "bupivacaine-0.5", "ropivacaine-0.2"),
)
CONTRAST = ("iohexol-180", "iohexol-240", "iohexol-300")
BY_HAND = ("advance", "withdraw", "tilt", "turn")
PUNCTURE, DECISION, HEAT, END = (
    mark("skin_punctured"),
    mark("case_decided"),
    mark("lesion_started"),
    mark("submitted"),
)
NUMBED = mark("injection_began", agent=NUMBING)
MOVED, AIMED = mark("needle_moved"), mark("needle_moved", how=BY_HAND)
RHIZOTOMY, BLOCK = ("rhizotomy",), ("block",)
TEACHING, CLINICAL = "teaching reference 1 (M)", "clinical reference 3"


def _read(
    topic: str, title: str, left_out: str, procedures: tuple[str, ...] = (*BLOCK, *RHIZOTOMY)
) -> Step:
    by = (mark("case_read", topic=topic),)
    return Step(
        f"read-{topic}",
        title,
        Phase.CASE,
        by,
        DECISION,
        None,
        Weight.MAJOR,
        left_out,
        TEACHING,
        procedures,
    )


def _talk(topic: str, title: str, left_out: str, source: str = TEACHING) -> Step:
    by = (mark("discussed", topic=topic),)
    signed = mark("act_done", act="consent")
    return Step(
        f"talk-{topic}", title, Phase.CASE, by, signed, None, Weight.MAJOR, left_out, source
    )


def _act(
    act: str,
    title: str,
    phase: Phase,
    before: Mark,
    weight: Weight,
    left_out: str,
    procedures: tuple[str, ...] = (*BLOCK, *RHIZOTOMY),
) -> Step:
    by = (mark("act_done", act=act),)
    return Step(act, title, phase, by, before, None, weight, left_out, TEACHING, procedures)


_CASE = (
    _read("history", "Read the history", "red flags and other sources of pain are missed"),
    _read("examination", "Read the examination", "the level is treated on a picture alone"),
    _read("imaging", "Read the imaging", "tumour, fracture, infection or a fusion is missed"),
    _read("medication", "Read the medication", "an anticoagulant is met by surprise"),
    _read("allergies", "Read the allergies", "contrast, anaesthetic or prep is given regardless"),
    _read("devices", "Read about implants", "current disturbs a pacemaker or stimulator"),
    _read("general", "Ask for fever and pregnancy", "a needle goes through an infected patient"),
    _read("diary", "Read the block diary", "nerves are burnt that were not the source", RHIZOTOMY),
    _talk(
        "evidence",
        "Say how weak the evidence is",
        "consent rests on a promise that nobody can make",
        "ANZCA FPM: no recommendation for thoracic procedures (V)",
    ),
    _talk("alternatives", "Name the alternatives", "consent without a choice"),
    _talk("pneumothorax", "Name the pneumothorax", "a breathless patient does not come back"),
    _talk("numbness", "Name numbness and weakness", "a numb patch comes as a shock"),
    Step(
        "decide",
        "Decide about the case",
        Phase.CASE,
        (DECISION,),
        PUNCTURE,
        None,
        Weight.MAJOR,
        "a reflex instead of a decision",
        TEACHING,
    ),
    _act("consent", "Consent", Phase.CASE, PUNCTURE, Weight.MAJOR, "a procedure without consent"),
)
_ROOM = (
    _act(
        "time-out",
        "Time-out",
        Phase.ROOM,
        PUNCTURE,
        Weight.MAJOR,
        "wrong patient, side or level goes unnoticed",
    ),
    _act("monitors", "Monitors", Phase.ROOM, PUNCTURE, Weight.MAJOR, "a faint is seen too late"),
    _act("arms", "Arms", Phase.ROOM, PUNCTURE, Weight.MINOR, "scapulae hide the upper levels"),
    _act("apron", "Lead apron", Phase.ROOM, mark("exposed"), Weight.MINOR, "dose to the operator"),
    _act("prep", "Skin preparation", Phase.ROOM, PUNCTURE, Weight.MAJOR, "infection"),
    _act("drape", "Drapes", Phase.ROOM, PUNCTURE, Weight.MAJOR, "infection"),
    _act("gloves", "Sterile gloves", Phase.ROOM, PUNCTURE, Weight.MAJOR, "infection"),
    _act(
        "label-syringes",
        "Labelled syringes",
        Phase.ROOM,
        mark("injection_began"),
        Weight.MINOR,
        "the wrong syringe",
    ),
    _act(
        "pad",
        "Return pad on a good site",
        Phase.ROOM,
        HEAT,
        Weight.MAJOR,
        "no circuit, or a burn under the pad",
        RHIZOTOMY,
    ),
    _act(
        "pad-check",
        "Pad and cable checked",
        Phase.ROOM,
        HEAT,
        Weight.MINOR,
        "a high impedance that is not understood; a pad burn",
        RHIZOTOMY,
    ),
)
_LEVEL = (
    Step(
        "level-picture",
        "A picture that proves the level",
        Phase.LEVEL,
        (mark("image_saved", role="level"),),
        PUNCTURE,
        None,
        Weight.MAJOR,
        "nobody can check the count",
        TEACHING,
    ),
    Step(
        "declare",
        "Declare level and side",
        Phase.LEVEL,
        (mark("level_declared"),),
        PUNCTURE,
        None,
        Weight.MAJOR,
        "wrong level or side",
        TEACHING,
    ),
    Step(
        "mark-skin",
        "Mark the entry under the pointer",
        Phase.LEVEL,
        (mark("skin_marked"),),
        PUNCTURE,
        None,
        Weight.MINOR,
        "a second puncture",
        TEACHING,
    ),
    Step(
        "skin-local",
        "Numb the skin",
        Phase.LEVEL,
        (mark("act_done", act="skin-local", detail="lidocaine-1"),),
        PUNCTURE,
        None,
        Weight.MINOR,
        "pain, a moving patient, a faint",
        TEACHING,
    ),
)
_NEEDLE = (
    Step(
        "working-view",
        "Keep the working view",
        Phase.NEEDLE,
        (mark("image_saved", role=("working", "hub")),),
        mark("submitted"),
        None,
        Weight.MINOR,
        "the placement cannot be reviewed",
        f"{CLINICAL}.3 (S, Furman)",
    ),
    Step(
        "depth-before-injection",
        "A picture since the needle last moved, before anaesthetic",
        Phase.NEEDLE,
        (mark("exposed"),),
        NUMBED,
        MOVED,
        Weight.MAJOR,
        "an injection that nobody has seen the place of",
        f"{CLINICAL}.3 (S, Furman: depth in AP and lateral)",
    ),
    Step(
        "depth-before-heat",
        "A picture since the needle last moved, before heat",
        Phase.NEEDLE,
        (mark("exposed"),),
        HEAT,
        MOVED,
        Weight.CRITICAL,
        "heat at an unknown depth: ramus, foramen or pleura",
        f"{CLINICAL}.3 (S, Furman: depth in AP and lateral)",
        RHIZOTOMY,
    ),
)
_BLOCK = (
    Step(
        "tubing",
        "Inject through tubing",
        Phase.BLOCK,
        (mark("tubing_connected", connected=True),),
        NUMBED,
        mark("needle_taken"),
        Weight.MINOR,
        "the syringe moves the tip; the hand lies in the beam",
        TEACHING,
    ),
    Step(
        "aspirate",
        "Aspirate since the needle last moved",
        Phase.BLOCK,
        (mark("aspirated"),),
        NUMBED,
        MOVED,
        Weight.MAJOR,
        "blood, fluid or air at the tip goes unseen",
        TEACHING,
    ),
    Step(
        "contrast-first",
        "Contrast before anaesthetic",
        Phase.BLOCK,
        (mark("injected", agent=CONTRAST),),
        NUMBED,
        MOVED,
        Weight.MAJOR,
        "a block into a vessel is a false negative, or worse",
        "vascular uptake in 8 %, Dreyfuss 1997, lumbar (S)",
        BLOCK,
    ),
    Step(
        "contrast-live",
        "Watch the contrast while it runs",
        Phase.BLOCK,
        (mark("exposed"),),
        mark("injected", agent=CONTRAST),
        mark("injection_began", agent=CONTRAST),
        Weight.MAJOR,
        "uptake into a vessel is washed away before anyone looks",
        "teaching reference 1 (M); live contrast in the library's first block",
        BLOCK,
    ),
    Step(
        "relief",
        "Ask for the relief",
        Phase.BLOCK,
        (mark("asked", question="relief"),),
        END,
        None,
        Weight.MINOR,
        "the block tells nothing",
        f"{CLINICAL}.1 (M)",
        BLOCK,
    ),
    _act("diary", "Give the diary", Phase.BLOCK, END, Weight.MINOR, "relief is guessed", BLOCK),
)
_LESION = (
    Step(
        "sensory-test",
        "50 Hz since the needle was last aimed",
        Phase.LESION,
        (mark("stimulated", hz=50),),
        HEAT,
        AIMED,
        Weight.MAJOR,
        "the nerve may be nowhere near",
        "cut-off 0.5 V, Koh 2017, PMC5665742 (S); required or not is local policy",
        RHIZOTOMY,
    ),
    Step(
        "motor-test",
        "2 Hz since the needle was last aimed",
        Phase.LESION,
        (mark("stimulated", hz=2),),
        HEAT,
        AIMED,
        Weight.MAJOR,
        "a ventral ramus within reach of the heat",
        "to 2 V or 2-3 times sensory (M); required or not is local policy",
        RHIZOTOMY,
    ),
    Step(
        "anaesthetic-before-heat",
        "Anaesthetic through the cannula",
        Phase.LESION,
        (mark("injected", agent=NUMBING),),
        HEAT,
        AIMED,
        Weight.MAJOR,
        "heat in an awake nerve",
        "0.5-1 mL, Furman, other regions (S)",
        RHIZOTOMY,
    ),
    Step(
        "check-after-electrode",
        "A picture since the electrode went in",
        Phase.LESION,
        (mark("exposed"),),
        HEAT,
        mark("electrode_set", inserted=True),
        Weight.MAJOR,
        "changing syringe and electrode has moved the tip",
        TEACHING,
        RHIZOTOMY,
    ),
    Step(
        "warn-of-heat",
        "Tell the patient about the heat",
        Phase.LESION,
        (mark("told", words=("heat", "speak-up")),),
        HEAT,
        None,
        Weight.MINOR,
        "a start at the wrong moment; warning signs are kept back",
        TEACHING,
        RHIZOTOMY,
    ),
    Step(
        "ask-during-heat",
        "Ask during the heat",
        Phase.LESION,
        (mark("asked", question=("band", "pain", "comfortable", "skin")),),
        mark("lesion_ended"),
        HEAT,
        Weight.MINOR,
        "pain round the ribs goes unheard",
        TEACHING,
        RHIZOTOMY,
    ),
)
_END = (
    Step(
        "remove",
        "Take the needle out",
        Phase.END,
        (mark("needle_removed"),),
        END,
        mark("needle_taken"),
        Weight.MAJOR,
        "a needle left behind",
        TEACHING,
    ),
    _act("dress", "Plaster", Phase.END, END, Weight.MINOR, "bleeding into the clothes"),
    _act(
        "observe",
        "Observe",
        Phase.END,
        END,
        Weight.MAJOR,
        "faint, toxicity and pneumothorax happen on the way home",
    ),
    _act(
        "advise",
        "Advise",
        Phase.END,
        END,
        Weight.MAJOR,
        "a delayed pneumothorax or neuritis is not recognised",
    ),
    _act("document", "Write the note", Phase.END, END, Weight.MINOR, "the next one knows nothing"),
)
STEPS: tuple[Step, ...] = (*_CASE, *_ROOM, *_LEVEL, *_NEEDLE, *_BLOCK, *_LESION, *_END)
