"""The way in: with a display, without one, and without Qt's libraries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from trainer.app import main as entrance
from trainer.app.display import QT_PACKAGES, XCB_PACKAGES, has_display


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may lack a display")
def test_a_display_is_what_the_environment_says(
    environment: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_display() is shown


def test_the_readme_lists_every_library_that_the_error_names() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert f"{QT_PACKAGES} {XCB_PACKAGES}" in readme


def test_ci_installs_the_same_libraries() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert QT_PACKAGES in script
    assert XCB_PACKAGES in script


def test_a_missing_library_is_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lacks(_args: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(entrance, "_run", lacks)
    assert entrance.main(["scenario", "list"]) == 70
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert "apt-get install" in said
    assert "Traceback" not in said


def test_the_demo_goes_on_without_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from trainer.app.display import missing_library

    def refuse() -> None:
        raise missing_library(ImportError("libEGL.so.1: cannot open shared object file"))

    monkeypatch.setattr("trainer.app.display.require_qt", refuse)
    assert entrance.main(["demo", "--out", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert "apt-get install" in err
    assert "not written" in out
    assert len(list((tmp_path / "frames").glob("*.png"))) >= 5


def test_the_importer_switch_is_the_import_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trainer.dicom.importer_child.main", lambda: 17)
    assert entrance.main(["--importer"]) == 17
