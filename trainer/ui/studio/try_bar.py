"""Over a try-out: the rubric's verdict while one plays, the run as reference, the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from trainer.refusal import Refusal
from trainer.scoring.score import Score
from trainer.session.live_attempt import LiveAttempt
from trainer.session.studio.trial import keep_reference, verdict
from trainer.session.studio.workbench import Workbench
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.studio import Run
from trainer.ui.presenters.studio_summary import verdict_words
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import button
from trainer.ui.wrapped import ElidingLabel

EVERY_MS = 2000


class TryBar(QFrame):
    """One line above the suite. It belongs to one try of one case."""

    back_wanted = Signal()
    told = Signal(str)

    def __init__(
        self, bench: Workbench, live: LiveAttempt, run: Run, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.bench, self._live, self._run = bench, live, run
        self._asking = False
        self.verdict = ElidingLabel(self.tr("Nothing is marked yet"))
        self.verdict.setObjectName("try_verdict")
        self.keep_button = button("try_keep", self.tr("Keep this run as reference"))
        self.back_button = button("try_back", self.tr("Back to the studio"))
        self.keep_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.back_wanted)
        heading = QLabel(self.tr("Try-out"))
        heading.setProperty("role", "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(10)
        row.addWidget(heading)
        row.addWidget(self.verdict, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.back_button)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()

    def ask(self) -> None:
        """What the rubric makes of it now, computed elsewhere."""
        if not self._asking:
            self._asking = True
            self._run(lambda: verdict(self.bench, self._live), self._show, self._missed)

    def keep(self) -> None:
        """Make it the reference."""
        try:
            keep_reference(self.bench, self._live.path)
        except Refusal as refusal:
            self.told.emit(refused_text(refusal))
            return
        self.told.emit(tr("This run is the case's reference now."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes: the case is let go."""
        if event.type() == QEvent.Type.Close:
            self.stop()
            self.bench.close()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """No more verdicts."""
        self._timer.stop()

    def _show(self, score: Score) -> None:
        self._asking = False
        self.verdict.setText(verdict_words(score))

    def _missed(self, _refusal: Refusal) -> None:
        self._asking = False
