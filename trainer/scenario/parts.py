"""Which part stands where in a scenario file, as pydantic names places (list indices left out)."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scenario.agent import Agent
from trainer.scenario.brought import BroughtConvention
from trainer.scenario.calibration import CalibrationLandmark, PictureCalibration
from trainer.scenario.case_choices import (
    HiddenVessel,
    JudgedReason,
    Plan,
    PlannedAct,
    TalkPoint,
)
from trainer.scenario.case_file import CaseFinding, CasePage, CasePain, CasePerson, DiaryEntry
from trainer.scenario.machine import Equipment, Machine
from trainer.scenario.part import Part
from trainer.scenario.patient import CtPatient, Picture, RadiographPatient, SyntheticPatient
from trainer.scenario.profile import Difference, Evidence, Profile
from trainer.scenario.profile_changes import ProfileChange
from trainer.scenario.profile_policies import (
    BleedingPolicy,
    BlockPolicy,
    DevicePolicy,
    LesionPolicy,
    LesionSetting,
    RepeatPolicy,
    SedationPolicy,
    StimulationPolicy,
    ViewPolicy,
)
from trainer.scenario.rubric import MarkedMetric, Rubric
from trainer.scenario.rubric_named import NamedRubric, RubricChange
from trainer.scenario.rubric_parts import (
    Gate,
    JudgementMark,
    MajorCost,
    RubricOfParts,
    RubricPart,
    StandardSetting,
    ValuedMetric,
)
from trainer.scenario.scenario import Scenario
from trainer.scenario.story import Story
from trainer.scenario.target import Hazard, Target
from trainer.scenario.views import RequiredView, StartPose

_PROFILE: Mapping[tuple[str, ...], type[Part]] = {
    (): Profile,
    ("blocks",): BlockPolicy,
    ("repeat",): RepeatPolicy,
    ("agents",): Agent,
    ("stimulation",): StimulationPolicy,
    ("lesion",): LesionPolicy,
    ("lesion", "settings"): LesionSetting,
    ("bleeding",): BleedingPolicy,
    ("devices",): DevicePolicy,
    ("views",): ViewPolicy,
    ("sedation",): SedationPolicy,
    ("evidence",): Evidence,
    ("differences",): Difference,
}
PARTS: Mapping[tuple[str, ...], type[Part]] = {
    (): Scenario,
    ("patient", "synthetic"): SyntheticPatient,
    ("patient", "ct"): CtPatient,
    ("patient", "radiograph"): RadiographPatient,
    ("patient", "radiograph", "pictures"): Picture,
    ("patient", "radiograph", "pictures", "calibration"): PictureCalibration,
    ("patient", "radiograph", "pictures", "calibration", "landmarks"): CalibrationLandmark,
    ("targets",): Target,
    ("brought_conventions",): BroughtConvention,
    ("hazards",): Hazard,
    ("machine",): Machine,
    ("equipment",): Equipment,
    ("start_pose",): StartPose,
    ("story",): Story,
    ("story", "person"): CasePerson,
    ("story", "pages"): CasePage,
    ("story", "pages", "findings"): CaseFinding,
    ("story", "diary"): DiaryEntry,
    ("story", "pain"): CasePain,
    ("story", "reasons"): JudgedReason,
    ("story", "consent"): TalkPoint,
    ("story", "plans"): Plan,
    ("story", "plans", "needed"): PlannedAct,
    ("story", "vessels"): HiddenVessel,
    ("profile_changes",): ProfileChange,
    ("required_views",): RequiredView,
    ("rubric", "named"): NamedRubric,
    ("rubric", "named", "changes"): RubricChange,
    ("rubric", "of_parts"): RubricOfParts,
    ("rubric", "of_parts", "parts"): RubricPart,
    ("rubric", "of_parts", "parts", "metrics"): ValuedMetric,
    ("rubric", "of_parts", "gates"): Gate,
    ("rubric", "of_parts", "major"): MajorCost,
    ("rubric", "of_parts", "judgement"): JudgementMark,
    ("rubric", "of_parts", "judgement", "metrics"): ValuedMetric,
    ("rubric", "of_parts", "judgement", "gates"): Gate,
    ("rubric", "of_parts", "standard_setting"): StandardSetting,
    ("rubric", "flat"): Rubric,
    ("rubric", "flat", "metrics"): MarkedMetric,
    **{("stated_profile", *place): part for place, part in _PROFILE.items()},
}
