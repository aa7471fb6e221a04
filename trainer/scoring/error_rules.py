"""What each error is, precisely: the words that a second scorer is written from.

Times are those of the log; "when it began" is the event that began it. Steps are those of
procedure.md as the scenario's practice profile asks for them.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "wrong_level": (
        "The level of the last declaration is that of no target: at that declaration. Or, where "
        "the attempt was submitted with a needle inside the skin (in hand, else the one left "
        "last), the level of the place nearest to its tip is that of no target: at submit. Places "
        "are the targets, which win a tie, and the landmarks `tp_corner`. Nothing without "
        "targets, nor, of the needle, where a target is known in a single picture only."
    ),
    "wrong_side": ("As `wrong_level`, of the side."),
    "hazard_entered": (
        "One error for each structure with an event `hazard_entered`, at the first one."
    ),
    "no_depth_view": (
        "Submitted with a needle inside the skin, the scenario asks for a depth view, and since "
        "the needle was last taken or led elsewhere (another tip or axis) no exposure with the "
        "tip in its field served one: at submit."
    ),
    "lesion_after_bad_response": (
        "A lesion began; of the tests since its needle was taken, no stronger than the profile's "
        "`motor_most_mv` and 2,000 mV, whichever is more, the last one at 2 Hz was answered by "
        "intercostal-twitch, abdominal-twitch, limb-twitch or legs, or the last one at 50 Hz by "
        "band or legs: when the lesion began."
    ),
    "band_pain_ignored": (
        "Each event `harm_done` with band-pain-ignored: heat went on after the patient had named "
        "pain round the ribs."
    ),
    "injected_after_uptake": (
        "Anything but contrast was injected after the last finished contrast had spread as "
        "vessel, foramen, epidural, intrathecal or pleura, unless the tip then was 1 mm or more "
        "from where it was at that contrast: when the injection began. Where either tip is not "
        "known, the tip has not moved."
    ),
    "treated_wrong_level": (
        "A lesion that left something dead (at its centre), or an injection of anything but "
        "contrast (at the tip), lay nearest to a place whose level is that of no target: when it "
        "began. Places as in `wrong_level`."
    ),
    "treated_wrong_side": ("As `treated_wrong_level`, of the side."),
    "lesion_reached_danger": (
        "For each lesion and each of ventral-ramus, nerve-root, foramen, canal and pleura whose "
        "clearance from the 45 C isotherm is negative: when the lesion ended."
    ),
    "lesion_without_depth_view": (
        "A lesion began, the scenario asks for a depth view, and since its needle was last led "
        "elsewhere no exposure with the tip in its field served one: when it began."
    ),
    "injected_after_aspirate": (
        "An injection began when the last aspiration had not been dry and the tip had not moved "
        "in tissue since: when it began, each time."
    ),
    "injection_without_depth_view": (
        "In a block: an anaesthetic was injected, the scenario asks for a depth view, and since "
        "the needle was last led elsewhere no exposure with the tip in its field served one: when "
        "it began."
    ),
    "lesion_at_skin": (
        "Before saline was put under the skin (`saline-stand-off`): a lesion whose 45 C isotherm "
        "has a negative clearance to the skin, when it ended. After that: each `harm_done` with "
        "skin-burn."
    ),
    "dose_over_most": (
        "The first finished injection at which the sum over all agents, of what was given as a "
        "share of the agent's most, exceeds 1: when it ended. An agent's most is the smaller of "
        "`most_mg` and `most_ug_per_kg` times the weight of the story's person, where that is "
        "told; an agent without a most counts nothing."
    ),
    "sedation_too_deep": (
        "In a block or rhizotomy: skin was punctured, an injection or a lesion began while the "
        "last sedation given was deeper than the profile allows for the procedure: once until "
        "another depth is given."
    ),
    "complication_unanswered": (
        "A complication ended otherwise than answered, or had not ended by the end: when it began."
    ),
    "hand_in_beam": (
        "The first exposure with a hand in the beam of each stay; a stay ends with any movement "
        "of the needle."
    ),
    "needle_left": (
        "In a block or rhizotomy: submitted while a needle that had been taken, in hand or left "
        "standing, was not removed: at submit, once. Nothing where no needle was taken."
    ),
    "needle_against_decision": (
        "The story accepts no going on, and skin was punctured: at the first puncture."
    ),
    "pad_burn": ("Each event `harm_done` with pad-burn."),
    "implant_unplanned": ("Each event `harm_done` with implant-interference."),
    "allergen_given": ("Each event `harm_done` with anaphylaxis."),
    "particles_in_vessel": ("Each event `harm_done` with spinal-cord-infarct."),
    "anaesthetic_astray": (
        "Each event `harm_done` with foraminal-block or epidural-block or intrathecal-block or "
        "local-anaesthetic-toxicity."
    ),
    "no_time_out": (
        "The first moment at which the procedure asked for `time-out` and it was not done "
        "(procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "no_consent": (
        "The first moment at which the procedure asked for `consent` and it was not done "
        "(procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "not_sterile": (
        "The first moment at which the procedure asked for `prep` or `drape` or `gloves` and it "
        "was not done (procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "not_monitored": (
        "The first moment at which the procedure asked for `monitors` and it was not done "
        "(procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "level_not_declared": (
        "The first moment at which the procedure asked for `declare` and it was not done "
        "(procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "no_pad": (
        "The first moment at which the procedure asked for `pad` and it was not done "
        "(procedure.md; `steps_left_out` says how steps are walked)."
    ),
    "no_aspiration": (
        "Each moment at which the procedure asked for `aspirate` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
    "contrast_omitted": (
        "Each moment at which the procedure asked for `contrast-first` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
    "contrast_unwatched": (
        "Each moment at which the procedure asked for `contrast-live` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
    "no_anaesthetic_before_heat": (
        "Each moment at which the procedure asked for `anaesthetic-before-heat` and it was not "
        "done (procedure.md); nothing where the practice profile does not ask for it."
    ),
    "no_sensory_test": (
        "Each moment at which the procedure asked for `sensory-test` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
    "no_motor_test": (
        "Each moment at which the procedure asked for `motor-test` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
    "no_check_after_electrode": (
        "Each moment at which the procedure asked for `check-after-electrode` and it was not done "
        "(procedure.md); nothing where the practice profile does not ask for it."
    ),
}
