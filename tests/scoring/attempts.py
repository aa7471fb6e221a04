"""Attempts made by hand, event by event: what `decide` would write, without patient or physics."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import isqrt
from typing import Any

from trainer.attempt import header as headers
from trainer.attempt.commands import Submit, Tick
from trainer.attempt.events import (
    CArmMoved,
    Event,
    Exposed,
    HazardEntered,
    LevelDeclared,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    Submitted,
    Vec3,
)
from trainer.attempt.evolve import evolve
from trainer.attempt.header import Hazard, Header, Provenance, Target
from trainer.attempt.log import (
    NOTHING,
    AttemptLog,
    Record,
    hash_of,
    header_body,
    line_of,
    record_body,
    seal_body,
)
from trainer.attempt.state import State
from trainer.scoring.score import Score, score

E9 = 1_000_000_000
DOWN: Vec3 = (0, -E9, 0)  # straight anterior: +y is posterior
TARGET_UM: Vec3 = (28_000, 40_000, 4_000)
SKIN_Y_UM = 80_000
ENTRY_UM: Vec3 = (28_000, SKIN_Y_UM, 4_000)
SOD_UM = 530_000
ONTO_BONE = (("pleura", 52_000), ("bone", 30_000))
TOWARD_PLEURA = (("pleura", 12_000), ("bone", -1))
FAR = (("pleura", 30_000),)
LANDMARKS_UM: dict[str, Vec3] = {
    "T6.left.tp_corner": (28_000, 40_000, 28_000),
    "T7.left.tp_corner": TARGET_UM,
    "T7.right.tp_corner": (-28_000, 40_000, 4_000),
    "T7.body_centre": (0, 0, 0),
    "T8.left.tp_corner": (28_000, 40_000, -20_000),
}
METRICS: tuple[tuple[str, int, int, int], ...] = (
    ("hazard_clearance_um", 18, 5_000, 0),
    ("blind_advance_um", 14, 10_000, 50_000),
    ("hand_in_beam", 8, 0, 3),
    ("tip_to_target_um", 30, 3_000, 8_000),
    ("level_and_side", 5, 1, 0),
    ("view_depth", 10, 1, 0),
    ("kerma_ngy", 10, 1_650_000, 7_060_000),
    ("redirections", 3, 3, 12),
    ("time_ms", 2, 300_000, 900_000),
    ("tip_lateral_um", 0, 2_000, 8_000),
    ("tip_depth_um", 0, 2_000, 8_000),
    ("coaxial_mdeg", 0, 2_000, 10_000),
    ("path_in_tissue_um", 0, 50_000, 200_000),
    ("exposures", 0, 12, 60),
)
CRITICAL = ("wrong_level", "wrong_side", "hazard_entered", "no_depth_view")
CARM_VIEWS = (
    {"role": "working", "oblique_deg": 0.0, "tilt_deg": 0.0, "tolerance_deg": 4.0},
    {"role": "depth", "oblique_deg": 90.0, "tilt_deg": 0.0, "tolerance_deg": 10.0},
)


def rubric(
    metrics: Iterable[tuple[str, int, int, int]] = METRICS,
    critical: Sequence[str] = CRITICAL,
    pass_mark: int = 700,
) -> dict[str, Any]:
    """A rubric document; each metric as (id, weight, full_at, zero_at)."""
    names = ("id", "weight", "full_at", "zero_at")
    return {
        "id": "by-hand",
        "version": 1,
        "pass_mark": pass_mark,
        "note": "provisional, not for decisions",
        "metrics": [dict(zip(names, metric, strict=True)) for metric in metrics],
        "critical": list(critical),
    }


def only(metric: str, full_at: int, zero_at: int, **changes: Any) -> dict[str, Any]:
    """A rubric of one metric that carries the whole mark."""
    return rubric([(metric, 100, full_at, zero_at)], **changes)


def scenario(
    judged_by: dict[str, Any] | None = None, views: Sequence[dict[str, Any]] = CARM_VIEWS
) -> dict[str, Any]:
    """A whole scenario document on the synthetic thorax."""
    return {
        "schema_version": 1,
        "id": "by-hand",
        "version": 1,
        "order": 1000,
        "title": "Made by hand",
        "exam_title": "Station Z",
        "authors": ["The Rhizotomy Trainer authors"],
        "language": "en",
        "summary": "An attempt that a test wrote down.",
        "patient": {
            "kind": "synthetic",
            "generator": "synthetic_thorax",
            "generator_version": 1,
            "seed": 7,
        },
        "procedure": "placement",
        "targets": [{"bone": "T7", "side": "left", "nerve": "T6-mb", "joint": "T7-T8"}],
        "accepted_conventions": ["chua-bogduk-1995"],
        "tolerance_mm": 5.0,
        "target_uncertainty_mm": 2.0,
        "hazards": [{"structure": "pleura", "margin_mm": 5.0}],
        "equipment": {"needles": ["spinal-22g-90"]},
        "start_pose": {"oblique_deg": 0.0, "tilt_deg": 6.0, "isocentre": "T7.body_centre"},
        "story": {"history": "Back pain.", "decision": "proceed"},
        "practice_profile": "none",
        "required_views": list(views),
        "rubric": judged_by or rubric(),
        "teaching": "Look before you push.",
    }


TARGET = Target("T7-T8", "T6-mb", "T7", "left", "chua-bogduk-1995", TARGET_UM)


def header(document: dict[str, Any] | None = None, **changes: Any) -> Header:
    """The header of an attempt by hand."""
    made = Header(
        attempt_id="00000000-0000-4000-8000-000000000001",
        created_utc="2026-11-23T08:15:00Z",
        mode="practice",
        seed=1,
        provenance=Provenance("0.1.0", "b" * 64, "a" * 64, "7" * 64, "5" * 64),
        scenario=document or scenario(),
        targets=(TARGET,),
        hazards=(Hazard("pleura", 5_000),),
        tolerance_um=5_000,
        uncertainty_um=2_000,
        start=State(0, 6_000, (0, 0, 0)),
        landmarks_um=LANDMARKS_UM,
    )
    return replace(made, **changes)


def log_of(events: Iterable[Event], head: Header | None = None) -> AttemptLog:
    """A log that scoring can read; a record for each event, without state hashes."""
    records = tuple(
        Record(seq, _command(event), (event,), "") for seq, event in enumerate(events, start=1)
    )
    document = json.loads(json.dumps(headers.to_json(head or header())))
    return AttemptLog(header_body({**document, "prev": NOTHING}), records, True, NOTHING)


def file_of(events: Iterable[Event], head: Header | None = None) -> bytes:
    """A whole .attempt file with true states and chain, sealed where it was submitted."""
    head = head or header()
    line = line_of(header_body(headers.to_json(head)), NOTHING)
    lines, state, seq = [line], head.start, 0
    for seq, event in enumerate(events, start=1):
        state = evolve(state, event)
        record = Record(seq, _command(event), (event,), state.sha256)
        lines.append(line_of(record_body(record), hash_of(lines[-1])))
    if state.submitted:
        lines.append(line_of(seal_body(seq), hash_of(lines[-1])))
    return b"".join(lines)


def scored(events: Iterable[Event], head: Header | None = None) -> Score:
    """The score of events."""
    return score(log_of(events, head))


def value_of(metric: str, events: Iterable[Event], head: Header | None = None) -> int | None:
    """What one metric measures in events."""
    from trainer.scoring.metrics import METRICS as KNOWN
    from trainer.scoring.view import view_of

    return KNOWN[metric].measure(view_of(log_of(events, head)))


def _command(event: Event) -> Tick | Submit:
    return Submit(event.t_ms) if isinstance(event, Submitted) else Tick(event.t_ms)


@dataclass(slots=True)
class Hand:
    """Writes an attempt down, two seconds an act."""

    events: list[Event] = field(default_factory=list)
    oblique_mdeg: int = 0
    tilt_mdeg: int = 0
    tip_um: Vec3 = ENTRY_UM
    axis_e9: Vec3 = DOWN
    depth_um: int = 0
    exposures: int = 0

    @property
    def t_ms(self) -> int:
        return 2_000 * (len(self.events) + 1)

    def note(self, event: Event) -> Hand:
        self.events.append(event)
        return self

    def turn(self, oblique_deg: int, tilt_deg: int = 0) -> Hand:
        self.oblique_mdeg, self.tilt_mdeg = oblique_deg * 1000, tilt_deg * 1000
        return self.note(CArmMoved(self.t_ms, self.oblique_mdeg, self.tilt_mdeg, (0, 0, 0)))

    def expose(self, *, tip_seen: bool = True, hand: bool = False, picture: str = "") -> Hand:
        self.exposures += 1
        lateral = abs(self.oblique_mdeg) >= 45_000
        direction: Vec3 = (E9, 0, 0) if lateral else (0, E9, 0)
        source: Vec3 = (-SOD_UM, 0, 0) if lateral else (0, -SOD_UM, 0)
        shot = Exposed(
            t_ms=self.t_ms,
            number=self.exposures,
            view=picture,
            oblique_mdeg=self.oblique_mdeg,
            tilt_mdeg=self.tilt_mdeg,
            source_um=source,
            direction_e9=direction,
            right_e9=(-E9, 0, 0),
            down_e9=(0, 0, -E9),
            rotation_mdeg=0,
            sid_um=1_020_000,
            field_um=298_000,
            shutters_um=(-149_000, 149_000, -149_000, 149_000),
            mode="spot",
            tube_v=75_000,
            charge_nas=320_000,
            pulse_us=32_000,
            water_mgcm2=19_000,
            kerma_ngy=50_000,
            kap_pgym2=620_000,
            operator_psv=9_300,
            hand_in_beam=hand,
            tip_in_field=tip_seen,
        )
        return self.note(shot)

    def declare(self, level: str = "T7", side: str = "left") -> Hand:
        return self.note(LevelDeclared(self.t_ms, level, side, self.exposures))

    def take(self, tip_um: Vec3 = ENTRY_UM) -> Hand:
        self.tip_um, self.axis_e9, self.depth_um = tip_um, DOWN, 0
        return self.note(NeedleTaken(self.t_ms, "spinal-22g-90", tip_um, DOWN))

    def push(
        self,
        distance_um: int,
        ahead: tuple[tuple[str, int], ...] = ONTO_BONE,
        clearance: tuple[tuple[str, int], ...] = FAR,
    ) -> Hand:
        """Along the axis; the skin is a plane at the entry, so depth is travel."""
        dx, dy, dz = (_share(part * distance_um) for part in self.axis_e9)
        x, y, z = self.tip_um
        before, self.depth_um = self.depth_um, max(0, self.depth_um + distance_um)
        self.tip_um = (x + dx, y + dy, z + dz)
        how = "advance" if distance_um >= 0 else "withdraw"
        return self._moved(how, distance_um, abs(self.depth_um - before), ahead, clearance)

    def aim(self, axis: Vec3, ahead: tuple[tuple[str, int], ...] = ONTO_BONE) -> Hand:
        """Turn the needle about its tip; axis of any length."""
        size = isqrt(sum(part * part for part in axis) * E9 * E9)
        x, y, z = (part * E9 * E9 // size for part in axis)
        self.axis_e9 = (x, y, z)
        return self._moved("tilt", 0, 0, ahead, FAR)

    def _moved(
        self,
        how: str,
        pushed_um: int,
        in_tissue_um: int,
        ahead: tuple[tuple[str, int], ...],
        clearance: tuple[tuple[str, int], ...],
    ) -> Hand:
        return self.note(
            NeedleMoved(
                t_ms=self.t_ms,
                how=how,
                tip_um=self.tip_um,
                axis_e9=self.axis_e9,
                pushed_um=pushed_um,
                in_tissue_um=in_tissue_um,
                depth_um=self.depth_um,
                tissue="soft" if self.depth_um else "air",
                clearance_um=clearance,
                ahead_um=ahead,
            )
        )

    def enter(self, structure: str = "pleura") -> Hand:
        return self.note(HazardEntered(self.t_ms, structure, self.tip_um))

    def remove(self) -> Hand:
        return self.note(NeedleRemoved(self.t_ms))

    def submit(self) -> list[Event]:
        return self.note(Submitted(self.t_ms)).events


def _share(product: int) -> int:
    """A part of a push in whole micrometres, toward zero."""
    return product // E9 if product >= 0 else -(-product // E9)


def careful() -> list[Event]:
    """Level counted, three looks on the way down, depth proved: 0.5 mm beside the target."""
    hand = Hand().turn(0).expose(tip_seen=False).declare().take((28_500, SKIN_Y_UM, 4_000)).expose()
    for _ in range(4):
        hand.push(10_000).expose()
    return hand.turn(90).expose().submit()


def reckless() -> list[Event]:
    """Wrong side named, blind past the edge into the pleura, hands in the beam, no lateral."""
    hand = Hand().turn(0).expose(tip_seen=False).declare("T7", "right").take((36_000, SKIN_Y_UM, 0))
    hand.push(30_000, TOWARD_PLEURA, (("pleura", 8_000),)).expose(hand=True)
    hand.enter().push(25_000, TOWARD_PLEURA, (("pleura", -3_000),))
    hand.push(-12_000, TOWARD_PLEURA, (("pleura", -3_000),)).aim((1, -8, 0), TOWARD_PLEURA)
    return hand.push(4_000, TOWARD_PLEURA, (("pleura", 2_000),)).expose(hand=True).submit()


FILM_METRICS = (
    ("in_plane_um", 60, 3_000, 8_000),
    ("level_and_side", 20, 1, 0),
    ("exposures", 10, 6, 30),
    ("redirections", 10, 2, 10),
)


def film_header() -> Header:
    """One radiograph is the patient: depth along its ray is unknown."""
    document = scenario(
        rubric(FILM_METRICS, ("wrong_level", "wrong_side")), [{"role": "working", "view": "AP"}]
    )
    document["patient"] = {
        "kind": "radiograph",
        "pictures": [{"name": "AP", "file": "ap.dcm", "sha256": "c" * 64}],
        "skin_depth_mm": 40.0,
    }
    document["targets"][0]["picture_points"] = {"AP": [512.0, 400.0]}
    document["hazards"] = []
    document["start_pose"] = {"view": "AP"}
    target = replace(TARGET, line_of_sight_um=(0, -SOD_UM, 0))
    start = State(0, 0, (0, 0, 0), "AP")
    return header(document, targets=(target,), hazards=(), landmarks_um={}, start=start)


def one_film() -> list[Event]:
    """A placement on one radiograph, left unsubmitted: 10 mm too shallow, which no film shows."""
    hand = Hand().expose(tip_seen=False, picture="AP").declare().take((29_000, SKIN_Y_UM, 4_000))
    return hand.push(30_000, (), ()).expose(picture="AP").events
