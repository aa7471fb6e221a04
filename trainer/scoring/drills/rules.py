"""What each measure of a drill asks, in words: the text that a second scorer is written from."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "count": "The first declaration names `L` with a picture (by its number, not after it) in "
    "which, of all `body_centre` places, that of `L` lies nearest to the receptor's centre; and "
    "pictures not after it show `T1.body_centre` and `T12.body_centre`.",
    "end-plate": "The last picture shows `L.upper_plate_centre`, the ray to it stands at most "
    "`angle_mdeg` off the plate (90 degrees less its angle with the normal of left-right and "
    "front-back), and there are at most `shots` pictures.",
    "true-ap": "The last picture shows `L.spinous_tip`, whose place to the right differs from that "
    "of the middle between both pedicles of `L` (rounded down) by at most `off_um` at the "
    "middle's depth, and there are at most `shots` pictures.",
    "depth-view": "The last picture shows `L.body_centre`. At T1 to T4 its oblique, counted away "
    "from `S`, lies from `oblique_least_mdeg` to `oblique_most_mdeg`; elsewhere the ray to the "
    "body stands at most `angle_mdeg` off the line through both pedicles. Every picture of 45 "
    "degrees of oblique or more was taken from `receptor_side`, and there are at most `shots`.",
    "corners": "Each item was tapped in a picture of its own, and at least `hits` taps lie within "
    "`near_um` of the item's `tp_corner`, on the receptor and at the corner's depth.",
    "skin-mark": "There is a picture; the last mark on the skin lies within `off_um` of the line "
    "from the last picture's source to the first target; at most `shots` pictures.",
    "bullseye": "Since the needle last moved there is a picture with its tip in the field, in the "
    "last of which shaft and ray from tip to source differ by at most `angle_mdeg`, whichever "
    "way the shaft points; at most `shots` pictures.",
    "down-the-beam": "The needle stands on bone at the end (touched last, not lost), within "
    "`drift_um` of the line that it began on, and was never pushed on by more than `blind_um` "
    "without a picture of its tip; the first 10 mm of depth are free. What is pushed on is the "
    "depth after a move over that before it.",
    "walk-off": "Bone was touched, the last time within `corner_um` of `L.S.tp_corner`, and is "
    "lost at the end; after losing it the needle was never pushed on by more than `past_um` in "
    "all (`pushed_um`, counted from each touch and each loss); its tip ends `above_least_um` to "
    "`above_most_um` nearer to the head than the corner.",
    "first-minute": "Bone was touched and not lost, and the tip ends within `off_um` of the first "
    "target.",
    "tips": "Every item is done in a picture of its own, and for each pair of items the point "
    "midway between the two rays through what was tapped, where they come nearest (rounded down), "
    "lies within `near_um` of the needle's tip.",
    "contrast": "Every item is done; at least `right` items are answered with the pattern of their "
    "first `injection_began` and its act (planes: inject; vessel, foramen, epidural: move; "
    "intrathecal, pleura: stop); at most `dangerous` say inject where that is not the act.",
    "generator": "Every item is done; at least `right` items are answered as what happened before "
    "their first answer asks. With a lesion: stop where the patient said `band-burning`, else "
    "lesion. Else, by the first test of each frequency: lesion where a 50 Hz test of at most "
    "500 mV was felt in the `back` and no test was answered by band, intercostal-twitch, "
    "abdominal-twitch, limb-twitch or legs; else move. At most `dangerous` say lesion where the "
    "patient said `band-burning` or a test had such an answer.",
}
