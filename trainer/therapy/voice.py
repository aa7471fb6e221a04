"""What the patient says and does, by what happens: the words of the teaching model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.therapy.stimulation import Answer


@dataclass(frozen=True, slots=True)
class Saying:
    """Words as heard, and a line for those who do not hear: what is seen."""

    words: str
    seen: str = ""


SAYINGS: Mapping[str, Saying] = {
    "skin-prick": Saying("Ow. That stings."),
    "bone": Saying("I feel you knocking on something."),
    "deep-ache": Saying("That is sore, deep in my back."),
    Answer.BACK: Saying("Yes - that is my pain, right there."),
    Answer.BAND: Saying("Ooh, it shoots round my ribs to the front!"),
    Answer.PARASPINAL: Saying("It jumps beside my spine.", "a twitch beside the spine"),
    Answer.INTERCOSTAL: Saying("My ribs are jerking.", "a rib space twitches"),
    Answer.ABDOMINAL: Saying("My belly is jumping.", "the abdominal wall twitches"),
    Answer.LIMB: Saying("My hand is twitching!", "the hand twitches"),
    Answer.LEGS: Saying("Both my legs tingle!", "both legs twitch"),
    "nothing-felt": Saying("No, I do not feel anything."),
    "band-burning": Saying("It burns, all round my chest - stop, please!"),
    "heat": Saying("It gets warm and aches, but I can stand it."),
    "heat-raw": Saying("That hurts a lot!"),
    "cough": Saying("(coughs) It is hard to breathe in.", "coughs, breathes fast and shallow"),
    "faint": Saying("I feel sick ... everything goes grey.", "pale, sweating, pulse 42"),
    "metallic": Saying("My lips are numb and I taste metal.", "confused, restless"),
    "legs-heavy": Saying("I cannot move my legs properly.", "both legs weak"),
    "headache": Saying("My head aches when I sit up."),
    "skin-hot": Saying("My skin burns at the needle!", "the skin reddens at the needle"),
    "pad-hot": Saying("The pad burns my leg!", "the skin under the pad is red"),
    "sleepy": Saying("Mm?", "hardly answers"),
    "band-numb": Saying("There is a numb stripe round my ribs."),
    "itch": Saying("I itch all over, and my throat is tight.", "flushed, wheals, wheezing"),
    "silent": Saying("", "does not answer, no pulse"),
    "skin-raw": Saying("My skin feels sunburnt, even my shirt hurts."),
    "feverish": Saying("I feel feverish, and the spot is red and sore."),
    "fine": Saying("I am all right."),
    "better": Saying("I can twist without that pain."),
    "same": Saying("It is the same as before."),
}
