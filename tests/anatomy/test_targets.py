"""A target is a name until the patient makes it a point."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.anatomy.capsule_patient import capsule_patient
from tests.anatomy.thorax import thorax
from trainer.anatomy.curves import nearest_on
from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.tables import conventions
from trainer.anatomy.targets import convention_for, resolve_target
from trainer.refusal import ExitCode, Refusal

CHUA = "chua-bogduk-1995"


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("level", ["T6", "T7", "T8"])
def test_a_named_target_is_its_corner_and_the_nerve_that_crosses_it(level: str, side: Side) -> None:
    found = resolve_target(thorax(), level, side, CHUA)
    assert (found.level, found.side, found.convention) == (level, side, CHUA)
    assert found.nerve_name == nerve_at(level)
    assert tuple(found.point_world_mm) == thorax().landmarks[f"{level}.{side}.tp_corner"]
    assert found.nerve_world_mm is not None
    away = np.linalg.norm(found.nerve_world_mm - found.point_world_mm, axis=1)
    assert away.min() < 6.0


def test_left_is_left() -> None:
    assert resolve_target(thorax(), "T7", Side.LEFT, CHUA).point_world_mm[0] > 20.0
    assert resolve_target(thorax(), "T7", Side.RIGHT, CHUA).point_world_mm[0] < -20.0


def test_a_level_the_patient_lacks_is_refused_with_what_there_is() -> None:
    known = {k: v for k, v in thorax().landmarks.items() if not k.startswith("T3.")}
    bare = replace(thorax(), landmarks=MappingProxyType(known))
    with pytest.raises(Refusal, match=r"T3 left.*T7 left.*") as caught:
        resolve_target(bare, "T3", Side.LEFT, CHUA)
    assert caught.value.code is ExitCode.BAD_INPUT


def test_a_level_that_does_not_exist_is_refused() -> None:
    assert "T13" not in LEVELS
    with pytest.raises(Refusal, match=r"no level.*C7, T1"):
        resolve_target(thorax(), "T13", Side.LEFT, CHUA)


def test_another_convention_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"koutp-2022.*T10, T11, T12, L1 only.*Use chua-bogduk-1995"):
        resolve_target(thorax(), "T7", Side.LEFT, "koutp-2022")
    with pytest.raises(Refusal, match=r"no convention 'any'.*Use sap-tp-junction or koutp-2022"):
        resolve_target(thorax(), "L1", Side.LEFT, "any")


def test_a_nerve_that_is_not_drawn_is_refused_with_those_that_are() -> None:
    here = tuple(n for n in thorax().nerves if (n.level, n.side) == ("T7", "left"))
    other = replace(thorax(), nerves=tuple(replace(n, convention="koutp-2022") for n in here))
    with pytest.raises(Refusal, match=r"not drawn by the convention.*Use koutp-2022"):
        resolve_target(other, "T7", Side.LEFT, CHUA)


def test_a_patient_with_landmarks_only_has_a_point_and_no_nerve() -> None:
    bare = replace(thorax(), nerves=())
    found = resolve_target(bare, "T7", Side.LEFT, CHUA)
    assert found.nerve_world_mm is None
    assert found.point_world_mm.shape == (3,)


def test_a_patient_without_landmarks_says_so() -> None:
    bare = replace(thorax(), landmarks=MappingProxyType({}))
    with pytest.raises(Refusal, match=r"no landmark T7\.left\.tp_corner.*landmarks are placed"):
        resolve_target(bare, "T7", Side.LEFT, CHUA)


ACCEPTED = st.lists(st.sampled_from([*conventions(), "a new one"]), max_size=4)


@given(level=st.sampled_from(LEVELS), accepted=ACCEPTED)
def test_the_convention_of_a_level_is_the_first_accepted_one_that_speaks_of_it(
    level: str, accepted: list[str]
) -> None:
    found = convention_for(level, accepted)
    speaking = [n for n in accepted if n in conventions() and level in conventions()[n].levels]
    assert found == (speaking[0] if speaking else None)


def test_every_level_has_a_convention() -> None:
    assert all(convention_for(level, conventions()) for level in LEVELS)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_resolves_by_every_convention_that_speaks_of_it(level: str, side: Side) -> None:
    patient = capsule_patient()
    for name, source in conventions().items():
        if level in source.levels:
            found = resolve_target(patient, level, side, name)
            assert found.landmark in {course.target for course in source.courses_at(level)}
            assert found.nerve_world_mm is not None
            where = patient.landmarks[f"{level}.{side}.{found.landmark}"]
            assert tuple(found.point_world_mm) == where
            assert nearest_on(found.nerve_world_mm, found.point_world_mm)[1] < 6.0
