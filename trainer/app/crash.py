"""Our own failures: where they happened, without values, so without patient data."""

from __future__ import annotations

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from trainer import __version__
from trainer.storage.folders import user_folders


def write_crash_file(error: BaseException) -> Path | None:
    """Write files, lines and functions of a failure; no messages, no locals. None if impossible."""
    now = datetime.now(UTC)
    lines = [
        f"Rhizotomy Trainer {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"{now:%Y-%m-%dT%H:%M:%SZ} {type(error).__name__}",
        *(
            f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ),
    ]
    path = user_folders().logs / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path
