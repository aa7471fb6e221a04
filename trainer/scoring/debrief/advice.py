"""What to say about an error or a loss: what was done, what it risked, what to do instead.

Sentences are in the second person, short and calm. Each risk rests on a source with the confidence
of the project's clinical reference: S sourced, S2 second-hand, D derived, M from memory (to be
checked by a clinician), X a design value. Nothing here has been reviewed by a clinician yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of the table.

    theme : only one change of a theme is told. did : a template; "" where the error's own sentence
    says it. Its fields are {value}, {limit} (what earns the full mark), {direction}, {hazard},
    {clearance}, {length}, {ahead}, {depth}. source, confidence : of `risked`.
    """

    theme: str
    did: str
    risked: str
    do: str
    source: str
    confidence: str


_DEPTH_DO = "Take the depth view after every last movement, with the tip in the field, then act."
_REF = "clinical reference"
_LEVEL = Advice(
    "level",
    "You declared another level or side than the target's, or none on a picture.",
    "A perfect needle at the wrong level treats a healthy joint; 16 to 43 % of counts are wrong.",
    "Count from both ends on the picture, say level and side aloud, then declare it.",
    "Heo 2017 (ultrasound counting), field reference 2.4",
    "S2",
)
_PLACE = Advice(
    "place",
    "You left the tip {value} from the target, mostly {direction}.",
    "A lesion is about 5 to 7 mm wide: a tip this far off may leave the nerve untouched.",
    "Put the tip on the corner in the working view, then check it from the side before you stop.",
    f"Cosman 2014, derived; {_REF} 3.5",
    "D",
)
_COVER = Advice(
    "place",
    "Your lesions covered {value} of the nerve's stretch where it covered least.",
    "What is not heated keeps conducting, and the pain comes back early.",
    "Lay the active tip along the nerve, and make a second lesion where one does not reach.",
    f"Cosman 2014 (lesion widths, derived); {_REF} 3.5",
    "D",
)
_HAZARD = Advice(
    "hazard",
    "Your tip came to {clearance} of the {hazard}'s margin, {depth} deep.",
    "Beside the transverse process there is no bone between the needle and the pleura.",
    "Stay on bone: touch the process first, walk off by 2 mm at most, and look from the side.",
    f"paravertebral depths, derived; {_REF} 1.6",
    "D",
)
_BLIND = Advice(
    "blind",
    "You advanced {length} between two pictures, with {ahead} ahead.",
    "What you cannot see you cannot stop: past the bone's edge the next thing is the pleura.",
    "Look at least every 8 mm, and before every advance that no bone will stop.",
    f"drill 8 limits a blind run to 10 mm (design value); {_REF} 1.6",
    "X",
)
_DEPTH = Advice(
    "depth-view",
    "After the last movement you did not look at the depth.",
    "One view hides a whole dimension: the tip can be anterior and look perfect from behind.",
    _DEPTH_DO,
    f"Furman atlas ch. 22B: depth in AP and lateral; {_REF} 3.3",
    "S",
)
_DOSE = Advice(
    "dose",
    "The pictures cost {value}; the full mark ends at {limit}.",
    "Dose falls with collimation, pulse rate and fewer repeats; the patient and you both keep it.",
    "Collimate to two levels, use 1 to 4 pulses a second, and move the machine with the beam off.",
    f"pulsed fluoroscopy: 121 to 35 µSv from continuous to 1 pulse a second; {_REF} 5.2",
    "S",
)
_HAND = Advice(
    "hand",
    "Your hand was in the beam in {value} pictures.",
    "Skin in the primary beam gets a hundred times what scatter brings; it adds up over years.",
    "Let go of the hub, or hold it with a forceps, before you step on the pedal.",
    "DESIGN 5; the factor is an estimate from memory",
    "M",
)
_VIEW = Advice(
    "view",
    "The nearest end-on view of the needle was {value} off.",
    "A needle that is not seen end-on drifts off its line without showing it.",
    "Turn the machine until shaft and hub are one dot, then advance.",
    "drill 7: 2 degrees at most (design value)",
    "X",
)
_ECONOMY = Advice(
    "economy",
    "You needed {value}; the full mark ends at {limit}.",
    "Every correction in tissue hurts and bleeds a little; time under the drape tires the patient.",
    "Plan entry and direction on the picture, so that the first advance goes where you look.",
    "redirections are counted in most needle simulators, field reference 2",
    "S2",
)
_SQUARE = Advice(
    "view",
    "The end plate was {value} off square.",
    "In a tilted view the process that you aim at is not at the level that you counted.",
    "Tilt until the upper end plate is one line, then centre the spinous process.",
    "drill 2: 2 degrees at most (design value)",
    "X",
)
_CASE = Advice(
    "case",
    "Your decision about the case was not the one that its story asks for.",
    "A needle placed well for the wrong reason helps nobody; single blocks mislead in about half.",
    "Read every page of the file, name your reasons, and hold them against the stated policy.",
    f"Manchikanti 2004 (false positives about 55 %); {_REF} 3.1",
    "M",
)
_SETTINGS = Advice(
    "settings",
    "Generator or syringe were not set as the stated policy asks: {value}.",
    "A cooler or shorter lesion is narrower: 80 °C for 90 s is what the width is known for.",
    "Read settings aloud against the policy before you press.",
    f"rapm 49/Suppl_1/A173.3; {_REF} 3.5",
    "S",
)

_ASTRAY = Advice(
    "injection",
    "",
    "What follows the contrast into a vessel or the canal does harm there and nothing here.",
    "Uptake is no error, it happens in 8 %: stop, move the needle, look again, then inject.",
    f"Dreyfuss 1997 (lumbar); {_REF} 3.1",
    "S",
)
_TEST = Advice(
    "stimulation",
    "",
    "Without the test you do not know whether a motor nerve lies in what you are about to heat.",
    "Test at 50 Hz, then at 2 Hz up to the policy's limit, and heat only after both.",
    f"Koh 2017, PMC5665742; {_REF} 3.4",
    "S",
)
_TWITCH = Advice(
    "stimulation",
    "",
    "A twitch between the ribs or in the belly means the ventral ramus is in reach of the heat.",
    "Withdraw or turn the needle, test again at 2 Hz, and heat only when it stays away.",
    f"motor test to 2 V without intercostal or abdominal contraction; {_REF} 3.4",
    "M",
)
_BAND = Advice(
    "stimulation",
    "",
    "Pain round the chest is the ventral ramus or the root telling you that it burns.",
    "Stop the heat at the first such word, withdraw a little, and test again.",
    "DESIGN 9; teaching reference 1",
    "M",
)
_ROOM = Advice(
    "room",
    "",
    "Wrong patient, wrong side, infection and missed collapse all begin before the needle.",
    "Keep one fixed order: time-out, monitors, pad, prep, drape; say each aloud.",
    "teaching reference 1; procedure table (design values)",
    "X",
)
_BURN = Advice(
    "burn",
    "",
    "Current or heat that leaves through skin burns it, and the patient feels it for weeks.",
    "Put the pad flat on well-perfused muscle, and keep the active tip deep under thin skin.",
    f"{_REF} 3.7 (burn at the pad)",
    "M",
)
_DRUG = Advice(
    "drug",
    "",
    "Too much, the wrong agent or the wrong place turns an anaesthetic into a complication.",
    "Label the syringes, say agent, volume and allergy aloud, and stay under the policy's most.",
    "the practice profile's limits; teaching reference 1",
    "M",
)
_SEDATION = Advice(
    "sedation",
    "",
    "A patient who cannot answer cannot warn you, and every test you make tells you nothing.",
    "Sedate as little as the policy allows, and keep talking with the patient.",
    "teaching reference 1",
    "M",
)

METRIC_ADVICE: Mapping[str, Advice] = {
    "tip_to_target_um": _PLACE,
    "tip_lateral_um": _PLACE,
    "tip_depth_um": _PLACE,
    "in_plane_um": _PLACE,
    "level_and_side": _LEVEL,
    "view_depth": _DEPTH,
    "coaxial_mdeg": _VIEW,
    "hazard_clearance_um": _HAZARD,
    "blind_advance_um": _BLIND,
    "redirections": _ECONOMY,
    "path_in_tissue_um": _ECONOMY,
    "time_ms": _ECONOMY,
    "exposures": _DOSE,
    "kerma_ngy": _DOSE,
    "hand_in_beam": _HAND,
    "case_decision": _CASE,
    "case_reasons": _CASE,
}

ERROR_ADVICE: Mapping[str, Advice] = {
    "wrong_level": _LEVEL,
    "wrong_side": _LEVEL,
    "treated_wrong_level": _LEVEL,
    "treated_wrong_side": _LEVEL,
    "level_not_declared": _LEVEL,
    "no_depth_view": _DEPTH,
    "lesion_without_depth_view": _DEPTH,
    "injection_without_depth_view": _DEPTH,
    "no_check_after_electrode": Advice(
        "depth-view",
        "",
        "The tip shifts when the electrode goes in: what you saw before is no longer there.",
        _DEPTH_DO,
        "teaching reference 1 (electrode in can shift the tip)",
        "M",
    ),
    "hazard_entered": Advice(
        "hazard",
        "",
        "Air in the chest, blood or a block in the canal: these are the dreaded complications.",
        "Stop at bone, never go past its edge unseen; look from the side before each deeper step.",
        f"oxfordmedicine ch. 15 (pneumothorax the most feared); {_REF} 3.7",
        "S",
    ),
    "lesion_reached_danger": Advice(
        "hazard",
        "",
        "Heat does not know the nerve that you meant: 45 °C held for half a minute destroys any.",
        "Keep the active tip behind the foramen's line and on the process; check it from the side.",
        f"neurodestruction at 45 °C for 20 to 30 s; {_REF} 4.2",
        "M",
    ),
    "lesion_after_bad_response": _TWITCH,
    "band_pain_ignored": _BAND,
    "no_sensory_test": _TEST,
    "no_motor_test": _TEST,
    "injected_after_uptake": _ASTRAY,
    "contrast_omitted": _ASTRAY,
    "contrast_unwatched": _ASTRAY,
    "no_aspiration": _ASTRAY,
    "injected_after_aspirate": _ASTRAY,
    "particles_in_vessel": _ASTRAY,
    "anaesthetic_astray": _ASTRAY,
    "no_anaesthetic_before_heat": Advice(
        "anaesthetic",
        "",
        "Heat without anaesthetic hurts, and a patient in pain moves the needle for you.",
        "Inject 0.5 to 1 mL through the cannula, wait, look once more, then heat.",
        f"Furman atlas; {_REF} 3.5",
        "S",
    ),
    "no_time_out": _ROOM,
    "no_consent": _ROOM,
    "not_sterile": _ROOM,
    "not_monitored": _ROOM,
    "needle_left": _ROOM,
    "no_pad": _BURN,
    "pad_burn": _BURN,
    "lesion_at_skin": _BURN,
    "implant_unplanned": Advice(
        "implant",
        "",
        "Radiofrequency near an implant can pace, inhibit or reset it.",
        "Agree a device plan before the day; lay the pad so that no current crosses the implant.",
        f"{_REF} 3.7 (implants need planning)",
        "M",
    ),
    "allergen_given": _DRUG,
    "dose_over_most": _DRUG,
    "sedation_too_deep": _SEDATION,
    "complication_unanswered": Advice(
        "complication",
        "",
        "What is not recognised gets worse while you look at the monitor.",
        "Stop, look at the patient, treat, call for help, and write it down, in this order.",
        "teaching reference 1 (response commands)",
        "M",
    ),
    "hand_in_beam": _HAND,
    "needle_against_decision": _CASE,
}
