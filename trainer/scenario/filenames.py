"""Which files and folders a scenario may name."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from trainer.scenario.text import unsafe_mark

ASSETS = "assets:images/"
NAME_LIMIT_BYTES = 255  # what the usual file systems hold
# Names that Windows gives to devices, whatever their ending (learn.microsoft.com, "Naming Files").
_DEVICES = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$", re.IGNORECASE)
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")


def bare_name(name: str) -> str:
    """A file's name without any folder. Raises ValueError, saying what is wrong with it."""
    mark = unsafe_mark(name)
    wrong = (
        (not name, "is empty"),
        (mark is not None, f"holds the invisible mark {mark}"),
        (any(sign in name for sign in '/\\:*?"<>|'), "may name no folder, drive or address"),
        (name.startswith((".", "~")), "may not begin with a dot or a tilde"),
        (name.endswith((".", " ")), "may not end with a dot or a space"),
        (bool(_DEVICES.match(name)), "is the name of a device on Windows"),
        (len(name.encode()) > NAME_LIMIT_BYTES, f"is longer than {NAME_LIMIT_BYTES} bytes"),
    )
    for broken, why in wrong:
        if broken:
            raise ValueError(f"{why}; give the bare name of a file beside scenario.yaml")
    return name


def _picture_file(name: str) -> str:
    bare_name(name.removeprefix(ASSETS))
    return name


def _patient_folder(folder: str) -> str:
    mark = unsafe_mark(folder)
    if mark is not None:
        raise ValueError(f"holds the invisible mark {mark}")
    if "://" in folder or folder.startswith(("\\\\", "//")):
        raise ValueError("may not be an address on another machine")
    if ".." in re.split(r"[\\/]", folder):
        raise ValueError("may not climb out of its folder with '..'")
    if not is_chosen_folder(folder):
        bare_name(folder)
    return folder


def is_chosen_folder(folder: str) -> bool:
    """Whether a patient folder is given from the root or the home rather than beside the file."""
    return folder.startswith(("/", "~/", "~\\")) or bool(_DRIVE.match(folder))


PictureFile = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(_picture_file)
]
PatientFolder = Annotated[
    str, StringConstraints(min_length=1, max_length=1000), AfterValidator(_patient_folder)
]
