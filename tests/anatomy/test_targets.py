"""A target is a name until the patient makes it a point."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from tests.anatomy.thorax import thorax
from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.targets import resolve_target
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
    with pytest.raises(Refusal, match=r"T3 left.*T7 left.*") as caught:
        resolve_target(thorax(), "T3", Side.LEFT, CHUA)
    assert caught.value.code is ExitCode.BAD_INPUT


def test_a_level_that_does_not_exist_is_refused() -> None:
    assert "T13" not in LEVELS
    with pytest.raises(Refusal, match=r"no level.*C7, T1"):
        resolve_target(thorax(), "T13", Side.LEFT, CHUA)


def test_another_convention_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"koutp-2022.*Use chua-bogduk-1995"):
        resolve_target(thorax(), "T7", Side.LEFT, "koutp-2022")


def test_a_patient_with_landmarks_only_has_a_point_and_no_nerve() -> None:
    bare = replace(thorax(), nerves=())
    found = resolve_target(bare, "T7", Side.LEFT, "any")
    assert found.nerve_world_mm is None
    assert found.point_world_mm.shape == (3,)


def test_a_patient_without_landmarks_says_so() -> None:
    bare = replace(thorax(), landmarks=MappingProxyType({}))
    with pytest.raises(Refusal, match=r"no landmark T7\.left\.tp_corner.*landmarks are placed"):
        resolve_target(bare, "T7", Side.LEFT, CHUA)
