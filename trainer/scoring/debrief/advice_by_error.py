"""What to say about a critical or major error, by its id."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scoring.debrief.advice import CASE, DEPTH, DEPTH_DO, HAND, LEVEL, REF, Advice

_ASTRAY = Advice(
    "injection",
    "",
    "What follows the contrast into a vessel or the canal does harm there and nothing here.",
    "Uptake is no error, it happens in 8 %: stop, move the needle, look again, then inject.",
    f"Dreyfuss 1997 (lumbar); {REF} 3.1",
    "S",
)
_TEST = Advice(
    "stimulation",
    "",
    "Without the test you do not know whether a motor nerve lies in what you are about to heat.",
    "Test at 50 Hz, then at 2 Hz up to the policy's limit, and heat only after both.",
    f"Koh 2017, PMC5665742; {REF} 3.4",
    "S",
)
_TWITCH = Advice(
    "stimulation",
    "",
    "A twitch between the ribs or in the belly means the ventral ramus is in reach of the heat.",
    "Withdraw or turn the needle, test again at 2 Hz, and heat only when it stays away.",
    f"motor test to 2 V without intercostal or abdominal contraction; {REF} 3.4",
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
    f"{REF} 3.7 (burn at the pad)",
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

ERROR_ADVICE: Mapping[str, Advice] = {
    "wrong_level": LEVEL,
    "wrong_side": LEVEL,
    "treated_wrong_level": LEVEL,
    "treated_wrong_side": LEVEL,
    "level_not_declared": LEVEL,
    "no_depth_view": DEPTH,
    "lesion_without_depth_view": DEPTH,
    "injection_without_depth_view": DEPTH,
    "no_check_after_electrode": Advice(
        "depth-view",
        "",
        "The tip shifts when the electrode goes in: what you saw before is no longer there.",
        DEPTH_DO,
        "teaching reference 1 (electrode in can shift the tip)",
        "M",
    ),
    "hazard_entered": Advice(
        "hazard",
        "",
        "Air in the chest, blood or a block in the canal: these are the dreaded complications.",
        "Stop at bone, never go past its edge unseen; look from the side before each deeper step.",
        f"oxfordmedicine ch. 15 (pneumothorax the most feared); {REF} 3.7",
        "S",
    ),
    "lesion_reached_danger": Advice(
        "hazard",
        "",
        "Heat does not know the nerve that you meant: 45 °C held for half a minute destroys any.",
        "Keep the active tip behind the foramen's line and on the process; check it from the side.",
        f"neurodestruction at 45 °C for 20 to 30 s; {REF} 4.2",
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
        f"Furman atlas; {REF} 3.5",
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
        f"{REF} 3.7 (implants need planning)",
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
    "hand_in_beam": HAND,
    "needle_against_decision": CASE,
}
