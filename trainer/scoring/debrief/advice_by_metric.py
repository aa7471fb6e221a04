"""What to say about the loss of a metric, by its id."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scoring.debrief.advice import CASE, DEPTH, DEPTH_DO, HAND, LEVEL, REF, Advice

_PLACE = Advice(
    "place",
    "You left the tip {value} from the target, mostly {direction}.",
    "A lesion is about 5 to 7 mm wide: a tip this far off may leave the nerve untouched.",
    "Put the tip on the corner in the working view, then check it from the side before you stop.",
    f"Cosman 2014, derived; {REF} 3.5",
    "D",
)
_COVER = Advice(
    "place",
    "Your lesions covered {value} of the nerve's stretch where it covered least.",
    "What is not heated keeps conducting, and the pain comes back early.",
    "Lay the active tip along the nerve, and make a second lesion where one does not reach.",
    f"Cosman 2014 (lesion widths, derived); {REF} 3.5",
    "D",
)
_HAZARD = Advice(
    "hazard",
    "Your tip came to {clearance} of the {hazard}'s margin, {depth} deep.",
    "Beside the transverse process there is no bone between the needle and the pleura.",
    "Stay on bone: touch the process first, walk off by 2 mm at most, and look from the side.",
    f"paravertebral depths, derived; {REF} 1.6",
    "D",
)
_BLIND = Advice(
    "blind",
    "You advanced {length} between two pictures, with {ahead} ahead.",
    "What you cannot see you cannot stop: past the bone's edge the next thing is the pleura.",
    "Look at least every 8 mm, and before every advance that no bone will stop.",
    f"drill 8 limits a blind run to 10 mm (design value); {REF} 1.6",
    "X",
)
_DOSE = Advice(
    "dose",
    "{what}: {value}; the full mark ends at {limit}.",
    "Dose falls with collimation, pulse rate and fewer repeats; the patient and you both keep it.",
    "Collimate to two levels, use 1 to 4 pulses a second, and move the machine with the beam off.",
    f"pulsed fluoroscopy: 121 to 35 µSv from continuous to 1 pulse a second; {REF} 5.2",
    "S",
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
    "You needed {value} ({what}); the full mark ends at {limit}.",
    "Every correction in tissue hurts and bleeds a little; time under the drape tires the patient.",
    "Plan entry and direction on the picture, so that the first advance goes where you look.",
    "redirections are counted in most needle simulators, field reference 2",
    "S2",
)
_SETTINGS = Advice(
    "settings",
    "{value} of your lesions were set as the stated policy asks.",
    "A cooler or shorter lesion is narrower: 80 °C for 90 s is what the width is known for.",
    "Read settings aloud against the policy before you press.",
    f"rapm 49/Suppl_1/A173.3; {REF} 3.5",
    "S",
)
_AXIS = Advice(
    "place",
    "Your active tip lay {value} off the nerve where it lay worst.",
    "A lesion is a narrow egg about the tip: laid across or beside the nerve it misses most of it.",
    "Bring the tip in along the nerve's course, and look from the side and down the hub at it.",
    f"Cosman 2014 (lesion widths, derived); {REF} 3.5",
    "D",
)
_BLOCK = Advice(
    "place",
    "Your block reached {value} where it reached least.",
    "A block that misses its nerve says nothing about the joint, and sends a patient home wrong.",
    "Put the tip on the corner, watch the contrast cover it, then inject.",
    f"0.25 mL is more selective, Wahezi 2018 (lumbar); {REF} 3.1",
    "S",
)
_SPREAD = Advice(
    "drug",
    "Your block numbed {value} nerves that were no target.",
    "A block that spreads to other nerves can be positive for the wrong joint.",
    "Keep to 0.3 to 0.5 mL, and stop when the contrast leaves the process.",
    f"Cohen 2010: 7 against 16 aberrant spreads with half the volume; {REF} 3.1",
    "S",
)
_VOLUME = Advice(
    "drug",
    "{value} of your injections kept to the volume of the stated policy.",
    "Too much spreads to other nerves and the foramen; too little misses its own.",
    "Read volume and agent aloud against the policy before you push.",
    f"Cohen 2010 (cervical): 7 against 16 aberrant spreads; {REF} 3.1",
    "S",
)
_HUB = Advice(
    "view",
    "{value} of your treatments had that view of the needle before them.",
    "A needle that is not seen end-on drifts off its line without showing it.",
    "Turn the machine until shaft and hub are one dot, then advance.",
    "drill 7: 2 degrees at most (design value)",
    "X",
)
_LEVEL_VIEW = Advice(
    "level",
    "Before the needle you declared no level on a level view.",
    "Counting goes wrong in 16 to 43 %, and no later view shows it.",
    "Count from both ends on the picture, say level and side aloud, then declare it.",
    "Heo 2017 (ultrasound counting), field reference 2.4",
    "S2",
)
_DEPTH_SHARE = Advice(
    "depth-view",
    "{value} of your treatments had their depth looked at after the last movement.",
    "One view hides a whole dimension: the tip can be anterior and look perfect from behind.",
    DEPTH_DO,
    f"Furman atlas ch. 22B: depth in AP and lateral; {REF} 3.3",
    "S",
)
_CLEARANCE = Advice(
    "hazard",
    "Your tip came within {value} of it, margins left aside.",
    "Beside the transverse process there is no bone between the needle and the pleura.",
    "Stay on bone: touch the process first, walk off by 2 mm at most, and look from the side.",
    f"paravertebral depths, derived; {REF} 1.6",
    "D",
)
_HEAT = Advice(
    "hazard",
    "45 °C came within {value} of what must not be heated.",
    "Heat does not know the nerve that you meant: 45 °C held for half a minute destroys any.",
    "Keep the active tip behind the foramen's line and on the process; check it from the side.",
    f"neurodestruction at 45 °C for 20 to 30 s; {REF} 4.2",
    "M",
)
_SKIN = Advice(
    "burn",
    "45 °C came within {value} of the skin.",
    "Current or heat that leaves through skin burns it, and the patient feels it for weeks.",
    "Keep the active tip deep under thin skin, and lift the skin off with saline.",
    f"{REF} 3.7 (burns)",
    "M",
)
_ORDER = Advice(
    "room",
    "{value} steps were out of their place or left out.",
    "Wrong patient, wrong side, infection and missed collapse all begin before the needle.",
    "Keep one fixed order: time-out, monitors, pad, prep, drape; say each aloud.",
    "teaching reference 1; procedure table (design values)",
    "X",
)
_TESTED = Advice(
    "stimulation",
    "{value} of your lesions were tested as asked before heat.",
    "Without the test you do not know whether a motor nerve lies in what you are about to heat.",
    "Test at 50 Hz, then at 2 Hz up to the policy's limit, and heat only after both.",
    f"Koh 2017, PMC5665742; {REF} 3.4",
    "S",
)
_NUMBED = Advice(
    "anaesthetic",
    "{value} of your lesions were numbed first, in time and in full.",
    "Heat without anaesthetic hurts, and a patient in pain moves the needle for you.",
    "Inject 0.5 to 1 mL through the cannula, wait, look once more, then heat.",
    f"Furman atlas; {REF} 3.5",
    "S",
)
_ANSWERED = Advice(
    "complication",
    "{value} of what went wrong was answered in time.",
    "What is not recognised gets worse while you look at the monitor.",
    "Stop, look at the patient, treat, call for help, and write it down, in this order.",
    "teaching reference 1 (response commands)",
    "M",
)
_CONSENT = Advice(
    "consent",
    "You talked over {value} of what this patient needs to know.",
    "Consent without the risks and the thin evidence is no consent.",
    "Say aim, alternatives, chance and each risk in plain words before the signature.",
    "ANZCA FPM on thoracic evidence; teaching reference 1",
    "S",
)
_READ = Advice(
    "case",
    "You had read {value} of the file when you decided.",
    "The page that was not opened holds the anticoagulant, the implant or the wrong diagnosis.",
    "Open every page before you decide.",
    "teaching reference 1 and 4",
    "M",
)
_REASONS = Advice(
    "case",
    "You gave {value} of the reasons that the decision rests on.",
    "A decision without its reasons cannot be checked by anyone, nor by you next time.",
    "Name each finding that speaks for or against, and leave out what does not.",
    "teaching reference 1; design value",
    "X",
)

_DRILL = Advice(
    "drill",
    "You did not meet the drill's criterion.",
    "What does not hold alone will not hold inside a whole procedure.",
    "Do the drill again until it holds three times, on two patients and two days.",
    "mastery as teaching reference 3 has it; design value",
    "X",
)

METRIC_ADVICE: Mapping[str, Advice] = {
    "tip_to_target_um": _PLACE,
    "tip_lateral_um": _PLACE,
    "tip_depth_um": _PLACE,
    "in_plane_um": _PLACE,
    "level_and_side": LEVEL,
    "view_depth": DEPTH,
    "coaxial_mdeg": _VIEW,
    "hazard_clearance_um": _HAZARD,
    "blind_advance_um": _BLIND,
    "redirections": _ECONOMY,
    "path_in_tissue_um": _ECONOMY,
    "time_ms": _ECONOMY,
    "exposures": _DOSE,
    "kerma_ngy": _DOSE,
    "hand_in_beam": HAND,
    "case_decision": CASE,
    "case_reasons": CASE,
    "tip_at_act_um": _PLACE,
    "tip_at_act_lateral_um": _PLACE,
    "tip_at_act_depth_um": _PLACE,
    "axis_to_nerve_um": _AXIS,
    "parallel_mdeg": _AXIS,
    "nerve_covered_permille": _COVER,
    "nerve_in_lesions_permille": _COVER,
    "block_covered_permille": _BLOCK,
    "injectate_at_targets_permille": _BLOCK,
    "others_numbed": _SPREAD,
    "block_volume_permille": _VOLUME,
    "view_level": _LEVEL_VIEW,
    "view_working_permille": _HUB,
    "view_hub_permille": _HUB,
    "view_depth_permille": _DEPTH_SHARE,
    "coaxial_at_acts_mdeg": _VIEW,
    "clearance_pleura_um": _CLEARANCE,
    "clearance_canal_um": _CLEARANCE,
    "clearance_foramen_um": _CLEARANCE,
    "lesion_clearance_um": _HEAT,
    "lesion_skin_um": _SKIN,
    "order_broken": _ORDER,
    "steps_left_out": _ORDER,
    "lesion_settings_permille": _SETTINGS,
    "stimulation_permille": _TESTED,
    "anaesthetic_first_permille": _NUMBED,
    "complications_answered_permille": _ANSWERED,
    "unnecessary_exposures": _DOSE,
    "beam_ms": _DOSE,
    "kap_pgym2": _DOSE,
    "operator_psv": _DOSE,
    "punctures": _ECONOMY,
    "swept_mdeg": _ECONOMY,
    "reversals_per_m": _ECONOMY,
    "time_case_ms": _ECONOMY,
    "time_level_ms": _ECONOMY,
    "time_needle_ms": _ECONOMY,
    "time_treat_ms": _ECONOMY,
    "time_end_ms": _ECONOMY,
    "reasons_permille": _REASONS,
    "consent_permille": _CONSENT,
    "pages_permille": _READ,
    "drill_criterion": _DRILL,
}
