"""Where the files lie that this program ships with."""

from __future__ import annotations

from pathlib import Path

import trainer
from trainer.refusal import ExitCode, Refusal

_PACKAGE = Path(trainer.__file__).resolve().parent


def shipped_folder(name: str, package: Path = _PACKAGE) -> Path:
    """The folder "scenarios" or "assets": inside the installed wheel, or in the checkout.

    package : where the package `trainer` lies. Raises Refusal where the folder is in neither place.
    """
    for folder in (package / "_shipped" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise Refusal(
        "This installation is not whole",
        f"its folder {name!r} is missing",
        "Install Rhizotomy Trainer again",
        code=ExitCode.STORAGE,
    )
