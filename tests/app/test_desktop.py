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
import time
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


def _put_a_folder_at(place: Path, program_text: str) -> Path:
    """A built folder as far as the menus see it; its program is a script of our own."""
    folder = place / "rhizotomy-trainer"
    share = folder / "_internal" / "share"
    shutil.copytree(DESKTOP / "linux", share)
    shutil.copy(REPOSITORY / "assets" / "icons" / "app.svg", share)
    program = folder / "rhizotomy-trainer"
    program.write_text(program_text, encoding="utf-8")
    program.chmod(0o755)
    return program


def _install(program: Path, data: Path, *options: str) -> Path:
    """Run the folder's own installer for a data folder; the menu entry it makes."""
    script = program.parent / "_internal" / "share" / "install"
    settings = {**os.environ, "XDG_DATA_HOME": str(data)}
    subprocess.run(["sh", str(script), *options], check=True, env=settings)
    return data / "applications" / "rhizotomy-trainer.desktop"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no shell script")
def test_the_folder_is_put_into_the_menus_and_taken_away_again(tmp_path: Path) -> None:
    program = _put_a_folder_at(tmp_path / "a folder", "#!/bin/sh\n")
    data = tmp_path / "data"
    entry = _install(program, data)
    assert f'Exec="{program}" %f' in entry.read_text(encoding="utf-8").splitlines()
    assert (data / "mime" / "packages" / KIND.name).read_bytes() == KIND.read_bytes()
    _install(program, data, "--remove")
    assert not entry.exists()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed"
)
@pytest.mark.parametrize("name", ["plain", 'with $ ` " | & 50% and \\ in it'])
def test_the_desktop_s_own_checker_has_no_complaint_of_the_entry(name: str, tmp_path: Path) -> None:
    entry = _install(_put_a_folder_at(tmp_path / name, "#!/bin/sh\n"), tmp_path / "data")
    told = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
def test_a_file_that_is_opened_reaches_the_program_wherever_the_folder_lies(
    tmp_path: Path,
) -> None:
    # The name has no % here: GLib itself finds no program whose path has one.
    seen = tmp_path / "seen"
    text = f"#!/bin/sh\nprintf %s \"$*\" >'{seen}.part' && mv '{seen}.part' '{seen}'\n"
    entry = _install(_put_a_folder_at(tmp_path / 'a $ ` " | & \\ b', text), tmp_path / "data")
    opened = tmp_path / "my own.attempt"
    opened.touch()
    subprocess.run(["gio", "launch", str(entry), str(opened)], check=True)
    for _ in range(600):
        if seen.exists():
            break
        time.sleep(0.1)
    assert seen.read_text(encoding="utf-8") == str(opened)
