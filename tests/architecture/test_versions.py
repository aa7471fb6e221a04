"""What is pinned where."""

from __future__ import annotations

import tomllib
from importlib.metadata import distributions, version

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import REPOSITORY

PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def pinned() -> list[str]:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_uv_gets_the_same_pins_as_constraints_txt() -> None:
    assert PROJECT["tool"]["uv"]["constraint-dependencies"] == pinned()


def test_every_core_dependency_is_pinned() -> None:
    names = {canonicalize_name(Requirement(line).name) for line in pinned()}
    wanted = {
        canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]
    }
    assert wanted <= names


def test_pyside_stays_below_the_release_that_aborts() -> None:
    wanted = {Requirement(line).name: line for line in PROJECT["project"]["dependencies"]}
    assert not Requirement(wanted["pyside6"]).specifier.contains("6.12.0")
    assert version("pyside6") < "6.12"


def test_there_is_exactly_one_opencv() -> None:
    found = {
        str(found.metadata["Name"]).lower()
        for found in distributions()
        if str(found.metadata["Name"]).lower().startswith("opencv")
    }
    assert found == {"opencv-python"}


def test_qt_addons_are_left_out() -> None:
    names = {str(found.metadata["Name"]).lower() for found in distributions()}
    assert "pyside6-addons" not in names or "pyside6-essentials" in names
    assert PROJECT["tool"]["uv"]["exclude-dependencies"] == ["pyside6-addons"]
