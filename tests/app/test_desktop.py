"""What a desktop is told of the program: entry, kind of file, version, document types."""

from __future__ import annotations

import ast
import configparser
import importlib.util
import os
import plistlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import REPOSITORY
from trainer import __version__
from trainer.session.opened_file import is_attempt

DESKTOP = REPOSITORY / "desktop"
ENTRY = DESKTOP / "linux" / "rhizotomy-trainer.desktop"
KIND = DESKTOP / "linux" / "rhizotomy-trainer.xml"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def looks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("looks", DESKTOP / "looks.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_version_is_that_of_the_sources(looks: ModuleType) -> None:
    assert looks.version(REPOSITORY) == __version__


def test_windows_is_told_four_numbers(looks: ModuleType, tmp_path: Path) -> None:
    made = Path(looks.windows_version("1.20.3", tmp_path)).read_text(encoding="utf-8")
    call = ast.parse(made, mode="eval").body
    assert isinstance(call, ast.Call)
    assert "filevers=(1, 20, 3, 0)" in made


def test_one_kind_of_file_is_ours_on_every_system_and_the_program_opens_it(
    looks: ModuleType,
) -> None:
    _, ending, mime = looks.ATTEMPT
    kind = ElementTree.parse(KIND).getroot().find(f"{SPACE}mime-type")
    assert kind is not None and kind.get("type") == mime
    glob = kind.find(f"{SPACE}glob")
    assert glob is not None and glob.get("pattern") == f"*.{ending}"
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ENTRY, encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"{mime};"
    (told,) = plistlib.loads(plistlib.dumps(looks.mac_document_types()))[
        "UTExportedTypeDeclarations"
    ]
    assert told["UTTypeTagSpecification"]["public.filename-extension"] == [ending]
    assert is_attempt(f"own.{ending}")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_the_folder_is_put_into_the_menus_and_taken_away_again(tmp_path: Path) -> None:
    folder = tmp_path / "a folder" / "rhizotomy-trainer"
    share = folder / "_internal" / "share"
    shutil.copytree(DESKTOP / "linux", share)
    shutil.copy(REPOSITORY / "assets" / "icons" / "app.svg", share)
    program = folder / "rhizotomy-trainer"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    data = tmp_path / "data"
    command = ["sh", str(share / "install")]
    settings = {**os.environ, "XDG_DATA_HOME": str(data)}
    subprocess.run(command, check=True, env=settings)
    entry = data / "applications" / "rhizotomy-trainer.desktop"
    assert f'Exec="{program}" %f' in entry.read_text(encoding="utf-8").splitlines()
    assert (data / "mime" / "packages" / KIND.name).read_bytes() == KIND.read_bytes()
    subprocess.run([*command, "--remove"], check=True, env=settings)
    assert not entry.exists()
