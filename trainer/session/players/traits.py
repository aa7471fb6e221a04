"""Who plays: how well each player sees, how steady the hand is, what is left out.

No study measured these for thoracic medial branches; every number is a design value [X], fixed
before any rubric was judged by the players, and leans on what was found elsewhere:

* aim: distance from target 12.0 mm (senior) and 15.2 mm (junior) in a percutaneous rhizotomy
  simulator, Shakur 2015; tip-apex distance 13 mm (expert) and 23 mm (novice), Kho 2015: a novice
  errs 1.3 to 1.8 times as far. Misses of 3-10 mm in 4 of 20 checked blocks, Greher 2015.
* counting: wrong in 16-43 %, Heo 2017 (ultrasound): `miscounts` of novice and trained.
* beam: 12.9 s without and 24.5 s with a resident performing, Soucy 2024: `pictures`.
* success: 72.5 % over a learner's first 40 procedures, Putzu and Marchesini 2021 (lumbar,
  ultrasound): about what `trained` is meant to reach.
* fewer pictures are not skill: novices took the fewest, FluoroSim UK: `novice` looks seldom.

Three kinds are an expert in all but one habit, so that a verdict on them judges that habit:
`image-happy` in pictures, `slow-but-safe` in pace and caution, `lucky-reckless` in what he skips.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """How a player errs. Chances are 0..1; errors are standard deviations.

    knows_mm : how far off he believes a target to lie, the same all the attempt, along each axis.
    sees_mm : of one reading of one picture, at the target's depth. rings_mm : of reading the depth
    on the shaft. aims_deg : of one turn of the hub. miscounts : chance to count one level off;
    a tenth of it where he counted from both ends. reads, understands : of a page of the case, of a
    finding on it. leaves_out : of any step that can be left out. leaves_hand : of a hand that
    stays at the hub under the beam. ends : whether he counts from both ends. pictures : at each
    look; pulse_hz : of live runs. look_every_mm : of advance between two looks; 0 = he never
    looks on the way.
    covers : the share of a nerve that he wants to see inside the lesion before he heats; 0 = he
    never asks.
    redirect_mm : off the line by more than this he redirects. tries : redirections at one target.
    short_mm : how far short of where he believes the target he stops. depth : whether he looks from
    the side once the needle is in. squares : whether he squares the end plate. pace_ms : between
    two acts.
    """

    knows_mm: float
    sees_mm: float
    rings_mm: float
    aims_deg: float
    miscounts: float
    reads: float
    understands: float
    leaves_out: float
    leaves_hand: float
    ends: bool
    pictures: int
    pulse_hz: int
    look_every_mm: float
    redirect_mm: float
    tries: int
    short_mm: float
    depth: bool
    squares: bool
    covers: float
    pace_ms: int


PLAYERS: Mapping[str, Traits] = {
    "novice": Traits(
        knows_mm=2.5, sees_mm=1.6, rings_mm=2.0, aims_deg=2.5, miscounts=0.30, reads=0.6,
        understands=0.6, leaves_out=0.25, leaves_hand=0.4, ends=False, pictures=1, pulse_hz=8,
        look_every_mm=15.0, redirect_mm=4.0, tries=4, short_mm=0.0, depth=True, squares=False,
        covers=0.0, pace_ms=5_000,
    ),
    "trained": Traits(
        knows_mm=1.2, sees_mm=0.8, rings_mm=1.0, aims_deg=1.2, miscounts=0.16, reads=0.9,
        understands=0.9, leaves_out=0.08, leaves_hand=0.1, ends=True, pictures=1, pulse_hz=8,
        look_every_mm=8.0, redirect_mm=2.0, tries=4, short_mm=0.0, depth=True, squares=True,
        covers=0.5, pace_ms=3_000,
    ),
    "expert": Traits(
        knows_mm=0.4, sees_mm=0.3, rings_mm=0.5, aims_deg=0.4, miscounts=0.0, reads=1.0,
        understands=1.0, leaves_out=0.0, leaves_hand=0.0, ends=True, pictures=1, pulse_hz=4,
        look_every_mm=8.0, redirect_mm=1.5, tries=3, short_mm=0.0, depth=True, squares=True,
        covers=0.7, pace_ms=1_500,
    ),
    "slow-but-safe": Traits(
        knows_mm=0.4, sees_mm=0.3, rings_mm=0.5, aims_deg=0.4, miscounts=0.0, reads=1.0,
        understands=1.0, leaves_out=0.0, leaves_hand=0.0, ends=True, pictures=1, pulse_hz=4,
        look_every_mm=5.0, redirect_mm=1.5, tries=4, short_mm=0.0, depth=True, squares=True,
        covers=0.7, pace_ms=4_500,
    ),
    "timid": Traits(
        knows_mm=1.2, sees_mm=0.8, rings_mm=1.0, aims_deg=1.2, miscounts=0.05, reads=1.0,
        understands=0.9, leaves_out=0.05, leaves_hand=0.0, ends=True, pictures=1, pulse_hz=4,
        look_every_mm=3.0, redirect_mm=2.0, tries=6, short_mm=9.0, depth=True, squares=True,
        covers=0.0, pace_ms=6_000,
    ),
    "image-happy": Traits(
        knows_mm=0.4, sees_mm=0.3, rings_mm=0.5, aims_deg=0.4, miscounts=0.0, reads=1.0,
        understands=1.0, leaves_out=0.0, leaves_hand=0.0, ends=True, pictures=4, pulse_hz=15,
        look_every_mm=4.0, redirect_mm=1.5, tries=3, short_mm=0.0, depth=True, squares=True,
        covers=0.7, pace_ms=1_500,
    ),
    "lucky-reckless": Traits(
        knows_mm=0.4, sees_mm=0.3, rings_mm=0.5, aims_deg=0.3, miscounts=0.0, reads=0.2,
        understands=0.5, leaves_out=0.6, leaves_hand=0.5, ends=False, pictures=1, pulse_hz=4,
        look_every_mm=0.0, redirect_mm=99.0, tries=0, short_mm=0.0, depth=False, squares=False,
        covers=0.0, pace_ms=1_000,
    ),
    # Presses anything; the eye's numbers are never asked.
    "random": Traits(
        knows_mm=0.0, sees_mm=0.0, rings_mm=0.0, aims_deg=0.0, miscounts=0.0, reads=0.0,
        understands=0.0, leaves_out=1.0, leaves_hand=1.0, ends=False, pictures=1, pulse_hz=4,
        look_every_mm=0.0, redirect_mm=99.0, tries=0, short_mm=0.0, depth=False, squares=False,
        covers=0.0, pace_ms=1_000,
    ),
}  # fmt: skip
KINDS = tuple(PLAYERS)
