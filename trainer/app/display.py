"""Whether a window can be shown, and what to install where Qt cannot be loaded."""

from __future__ import annotations

import os
import platform

from trainer.refusal import ExitCode, Refusal

QT_PACKAGES = "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0"
XCB_PACKAGES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "
    "libxkbcommon-x11-0 libx11-xcb1"
)


def has_display() -> bool:
    """Whether a window could be shown."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def require_qt() -> None:
    """Import Qt, or refuse with the line that installs what it lacks."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        raise missing_library(error) from None


def missing_library(error: ImportError) -> Refusal:
    """What to say of an import that failed for want of a system library (Qt's or OpenCV's)."""
    return Refusal(
        "A system library is missing",
        str(error),
        f"On Debian or Ubuntu: sudo apt-get install -y {QT_PACKAGES} {XCB_PACKAGES}",
        code=ExitCode.INTERNAL,
    )
