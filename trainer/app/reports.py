"""Reports to files: laid out by exchange, made safe by storage."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.log import AttemptLog


class ReportFiles:
    """Implements `trainer.session.ports.ReportWriter`."""

    def write(self, path: Path, log: AttemptLog, frames: Sequence[NDArray[np.uint8]]) -> None:
        """A PDF, whole or not at all. Raises Refusal."""
        from trainer.app.display import has_display, require_qt

        if not has_display():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        require_qt()
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtWidgets import QApplication

        from trainer.exchange.report_pdf import report_bytes
        from trainer.imaging.png import encode_png
        from trainer.scoring.score import score
        from trainer.storage.atomic import atomic_write_bytes

        application = QGuiApplication.instance() or QApplication([])
        pictures = [encode_png(frame) for frame in frames]
        atomic_write_bytes(path, report_bytes(score(log), log, pictures))
        del application
