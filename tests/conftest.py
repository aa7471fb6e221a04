"""What every test shares: an isolated home, the real images, a Qt that must stay silent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the developer's own folders."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RHIZOTOMY_HOME", str(home))
    return home


@pytest.fixture
def real_data() -> Path:
    """The folder of real test images; the test skips, saying so, where it is absent."""
    default = REPOSITORY.parent / "shared" / "data"
    folder = Path(os.environ.get("RHIZOTOMY_TEST_DATA", default))
    if not folder.is_dir():
        pytest.skip("real test images are absent (RHIZOTOMY_TEST_DATA)")
    return folder
