"""Blocks and rhizotomies made by hand, event by event; the needle is out at the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.scoring.attempts import (
    DOWN,
    E9,
    FAR,
    SKIN_Y_UM,
    TARGET,
    Hand,
    header,
    log_of,
    scenario,
    value_of,
)
from trainer.attempt.events import (
    ActDone,
    Aspirated,
    Blob,
    CaseDecided,
    CaseRead,
    Discussed,
    ElectrodeSet,
    Event,
    ImageSaved,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionStarted,
    ReasonGiven,
    SkinMarked,
    SkinPunctured,
    Stimulated,
    Told,
    TubingConnected,
    Vec3,
)
from trainer.attempt.events import Asked as AskedEvent
from trainer.attempt.header import Header
from trainer.scenario.canonical import from_document, to_document
from trainer.scoring.score import Score, score

CLEAR = (
    ("pleura", 9_000),
    ("canal", 14_000),
    ("foramen", 9_500),
    ("ventral-ramus", 4_000),
    ("nerve-root", 11_000),
    ("skin", 20_000),
)
NERVE: tuple[Vec3, ...] = tuple((24_000 + 1_000 * n, 40_000, 4_000) for n in range(9))
SECOND_UM: Vec3 = (28_000, 40_000, -20_000)
TARGETS = (
    replace(TARGET, nerve_um=NERVE),
    replace(
        TARGET,
        nerve="T7-mb",
        bone="T8",
        point_um=SECOND_UM,
        nerve_um=tuple((x, y, -20_000) for x, y, _ in NERVE),
    ),
)
NAMES = ("T6-mb left", "T7-mb left")
VIEWS = (
    {"role": "level", "oblique_deg": 0.0, "tilt_deg": 0.0, "tolerance_deg": 10.0},
    {"role": "working", "oblique_deg": 0.0, "tilt_deg": 0.0, "tolerance_deg": 10.0},
    {"role": "depth", "oblique_deg": 90.0, "tilt_deg": 0.0, "tolerance_deg": 10.0},
)
STORY: dict[str, Any] = {
    "history": "Back pain.",
    "decision": "proceed",
    "pages": [{"topic": "history", "text": "As told.", "findings": []}],
    "reasons": [{"reason": "axial-pain", "verdict": "required", "teaching": "It is."}],
    "consent_needed": ["evidence", "pneumothorax"],
}


def document(procedure: str, story: dict[str, Any] = STORY, **changes: Any) -> dict[str, Any]:
    """A whole scenario document of a block or a rhizotomy, judged by the shipped rubric."""
    made = scenario({"base": procedure, "version": 2}, VIEWS)
    wanted = [("T7", "T6-mb"), ("T8", "T7-mb")]
    made |= {
        "procedure": procedure,
        "story": story,
        "practice_profile": "house-default",
        "targets": [
            {"bone": bone, "side": "left", "nerve": nerve, "joint": "T7-T8"}
            for bone, nerve in wanted
        ],
    }
    return made | changes


def head(procedure: str = "rhizotomy", **changes: Any) -> Header:
    """The header of such an attempt with two targets: profile and rubric stand in it whole."""
    whole = to_document(from_document(document(procedure, **changes)))
    return header(whole, targets=TARGETS)


@dataclass(slots=True)
class Clinic(Hand):
    """A hand that also reads, asks, injects and heats."""

    lesions: int = 0
    taken: list[Vec3] = field(default_factory=list)

    def act(self, name: str, detail: str = "") -> Clinic:
        self.note(ActDone(self.t_ms, name, detail))
        return self

    def prepare(self) -> Clinic:
        """The case and the room, complete."""
        self.note(CaseRead(self.t_ms, "history"))
        self.note(ReasonGiven(self.t_ms, "axial-pain"))
        for point in ("evidence", "alternatives", "pneumothorax", "numbness"):
            self.note(Discussed(self.t_ms, point))
        self.note(CaseDecided(self.t_ms, "proceed"))
        for act in ("consent", "time-out", "monitors", "apron", "arms", "prep", "drape", "gloves"):
            self.act(act)
        for act in ("label-syringes", "pad", "pad-check"):
            self.act(act)
        self.turn(0).expose(tip_seen=False)
        self.note(ImageSaved(self.t_ms, "level", self.exposures))
        self.declare()
        return self

    def enter_at(self, point_um: Vec3) -> Clinic:
        """Mark, numb, puncture, go down to a target with looks, prove the depth."""
        x, _, z = point_um
        self.turn(0).expose(tip_seen=False)
        self.note(SkinMarked(self.t_ms, (x, SKIN_Y_UM, z)))
        self.act("skin-local", "lidocaine-1")
        self.take((x, SKIN_Y_UM, z)).expose()
        self.note(ImageSaved(self.t_ms, "working", self.exposures))
        self.note(SkinPunctured(self.t_ms, (x, SKIN_Y_UM, z)))
        for _ in range(4):
            self.push(10_000).expose()
        self.turn(90).expose()
        return self

    def inject(
        self,
        agent: str = "lidocaine-2",
        volume_ul: int = 500,
        pattern: str = "planes",
        numbed: tuple[tuple[str, int], ...] = (),
        watch: bool = False,
    ) -> Clinic:
        blobs = (Blob(self.tip_um, (4_000, 3_000, 5_000), 1_000, 0),)
        began = self.t_ms
        self.note(InjectionBegan(began, agent, volume_ul, 1, self.tip_um, 5_000, pattern, blobs))
        if watch:
            self.expose()
        self.note(Injected(self.t_ms, agent, volume_ul, began, False, pattern, blobs, numbed))
        return self

    def aspirate(self, found: str = "dry") -> Clinic:
        self.note(TubingConnected(self.t_ms, True))
        self.note(Aspirated(self.t_ms, found))
        return self

    def stimulate(
        self, hz: int, millivolts: int, *answers: str, nerve: str = "T6-mb left"
    ) -> Clinic:
        told = tuple((answer, nerve, 500) for answer in answers)
        self.note(Stimulated(self.t_ms, hz, millivolts, 200, told))
        return self

    def tested(self) -> Clinic:
        """Both tests, anaesthetic, the electrode back in, a look, a word."""
        self.stimulate(50, 300, "back").stimulate(2, 2_000, "paraspinal-twitch")
        self.aspirate().inject()
        self.note(ElectrodeSet(self.t_ms, True, 0))
        self.expose()
        self.note(Told(self.t_ms, "heat"))
        return self

    def heat(
        self,
        covered: tuple[int, int] = (0, 0),
        clearance: tuple[tuple[str, int], ...] = CLEAR,
        mode: str = "conventional",
        temperature_c: int = 80,
        seconds: int = 90,
        how: str = "done",
        semi_um: tuple[int, int] = (3_500, 6_500),
        axis_e9: Vec3 = (E9, 0, 0),
    ) -> Clinic:
        self.note(LesionStarted(self.t_ms, 200, 1))
        self.note(AskedEvent(self.t_ms, "band"))
        self.lesions += 1
        self.note(
            LesionEnded(
                self.t_ms,
                self.lesions,
                mode,
                temperature_c,
                seconds,
                how,
                1,
                self.tip_um,
                axis_e9,
                semi_um,
                self.tip_um,
                (8_000, 11_000),
                clearance,
                tuple(zip(NAMES, covered, strict=True)),
            )
        )
        return self

    def out(self) -> Clinic:
        self.remove()
        self.tip_um, self.axis_e9, self.depth_um = (0, SKIN_Y_UM, 0), DOWN, 0
        return self

    def close(self) -> list[Event]:
        """Plaster, observation, advice, note, diary; submit."""
        self.note(AskedEvent(self.t_ms, "relief"))
        for act in ("dress", "observe", "advise", "document", "diary"):
            self.act(act)
        return self.submit()


def good_rhizotomy() -> list[Event]:
    """Both nerves tested, numbed and covered; nothing left out; the needle out at the end."""
    clinic = Clinic().prepare()
    clinic.enter_at(TARGET.point_um).tested().heat((900, 0)).out()
    clinic.enter_at(SECOND_UM).tested().heat((0, 850)).out()
    return clinic.close()


def good_block() -> list[Event]:
    """Contrast watched, both nerves numbed with 0.4 mL each, the needle out at the end."""
    clinic = Clinic().prepare()
    for point_um, nerve in ((TARGET.point_um, NAMES[0]), (SECOND_UM, NAMES[1])):
        clinic.enter_at(point_um).aspirate().inject("iohexol-240", 200, watch=True)
        clinic.inject("bupivacaine-0.25", 400, numbed=((nerve, 950),)).out()
    return clinic.close()


def judged(events: list[Event], top: Header | None = None) -> Score:
    """The score of events under a rhizotomy's header, or another."""
    return score(log_of(events, top or head()))


def rf_value(metric: str, events: list[Event], top: Header | None = None) -> int | None:
    """What a metric measures in a rhizotomy."""
    return value_of(metric, events, top or head())


__all__ = ["CLEAR", "FAR", "NAMES", "NERVE", "SECOND_UM", "STORY", "TARGETS", "Clinic"]
