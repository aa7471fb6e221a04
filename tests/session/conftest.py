"""Use cases on the real edges, in a folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.app.wiring import wired
from trainer.session.practice import Practice
from trainer.session.services import Services
from trainer.storage.folders import Folders, user_folders


@pytest.fixture(scope="package")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The program's own wiring; patients stay built for the whole package."""
    home = tmp_path_factory.mktemp("services")
    return wired(Folders(home, user_folders().cache))


@pytest.fixture
def practice(services: Services) -> Practice:
    return Practice(services)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"
