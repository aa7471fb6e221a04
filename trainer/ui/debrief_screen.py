"""The debrief: verdict, three moments, the ribbon, as seen beside the truth and the expert."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.debrief_panel import DebriefPanel
from trainer.ui.debrief_panes import DebriefPanes, inside_note
from trainer.ui.debrief_picture_view import DebriefPicture
from trainer.ui.debrief_ribbon_view import (
    LEAST_HEIGHT_PX,
    MOST_HEIGHT_PX,
    DebriefRibbon,
)
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.presenters.debrief import (
    OWN,
    CardShown,
    ChoiceShown,
    DebriefedAttempt,
    DebriefPresenter,
    HeadShown,
)
from trainer.ui.presenters.debrief_pages import Ink, Pages
from trainer.ui.presenters.debrief_pictures import Drawer, Drawn, Shown, Wanted
from trainer.ui.presenters.solid import SolidPresenter
from trainer.ui.solid_view import SolidView
from trainer.ui.theme import LOOK
from trainer.ui.wrapped import ClampedLabel, ElidingLabel, WrappedButton

if TYPE_CHECKING:
    from trainer.session.debrief_room import InsideThen

BUTTONS = ("retry", "drill_this", "report", "again", "home")
PANEL_SHARE, LEAST_PANEL_PX, MOST_PANEL_PX = 0.29, 330, 620
GAP_PX, MARGIN_PX, CARD_PX, STORY_PX = 8, 8, 44, 70


class DebriefScreen(QWidget):
    """One debrief. It must be left: it owns threads."""

    drill_wanted = Signal(str)

    def __init__(self, attempt: DebriefedAttempt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("debrief")
        self.buttons = {name: ActionButton(name) for name in BUTTONS}
        names = ("headline", "verdict", "note", "counts", "judged", "title")
        self.labels: dict[str, QLabel] = {name: ElidingLabel() for name in names}
        self.labels["story"], self.labels["note"] = ClampedLabel(), QLabel()
        self.labels["note"].setWordWrap(True)  # a standing is never cut short
        self.cards: list[WrappedButton] = []
        self.ribbon = DebriefRibbon()
        self.seen = DebriefPicture("seen", self.tr("The picture as it was seen"))
        self.truth = DebriefPicture(
            "truth", self.tr("The same picture with what was true over it"), with_truth=True
        )
        self.expert = DebriefPicture(
            "expert", self.tr("The expert's picture at the same decision"), with_truth=True
        )
        self.solid: SolidView | None = None
        self.inside_note = inside_note()
        self._panel = DebriefPanel()
        self.pages = self._panel.pages
        self._standing = ""
        self._panes = DebriefPanes(self.seen, self.truth, self.expert, self.inside_note)
        self._thread = DrawingThread(Drawer(attempt).drawn, self._back, self)
        self.presenter = DebriefPresenter(attempt, self, self._thread.ask)
        self._lay_out()
        self._connect()
        self.ribbon.show_ribbon(attempt.debrief.ribbon, attempt.debrief.moments)
        self._panes.prefer(inside=self.presenter.inside_first)
        self.presenter.open(_ink())
        self.turn_to("changes")

    @property
    def is_drawn(self) -> bool:
        """Whether everything that is looked at is shown."""
        solid = self.solid is None or not self.solid.isVisible() or self.solid.is_drawn
        return solid and not self.presenter.missing

    def text_of(self, name: str) -> str:
        """What a label shows."""
        return self.labels[name].text()

    def leave(self) -> None:
        """Let the threads go."""
        self._thread.close()
        if self.solid is not None:
            self.solid.close_thread()

    # The presenter shows ---------------------------------------------------------------------

    def show_head(self, head: HeadShown) -> None:
        """Verdict and standing."""
        for name in ("headline", "verdict", "note", "counts", "judged"):
            self.labels[name].setText(getattr(head, name))
        self._standing = head.note
        self.labels["judged"].setVisible(bool(head.judged))

    def show_cards(self, cards: tuple[CardShown, ...]) -> None:
        """The moments."""
        for card in cards:
            button = WrappedButton(f"{card.text}\n{card.title}")
            button.setObjectName(f"moment_{card.number}")
            button.setAccessibleName(f"{card.text}: {card.title}")
            button.setToolTip(card.title)
            button.setCheckable(True)
            button.setFixedHeight(CARD_PX)
            button.setMinimumWidth(60)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, n=card.number: self.presenter.choose(n))
            self.cards.append(button)
            self._card_row.addWidget(button, 1)
        if not cards:
            self._card_row.addWidget(
                QLabel(self.tr("No moment stands out: look along the ribbon."))
            )

    def show_pages(self, pages: Pages) -> None:
        """Changes, score card, errors, own call."""
        self._panel.show_pages(pages)

    def show_choice(self, choice: ChoiceShown) -> None:
        """What is looked at now."""
        for number, button in enumerate(self.cards, start=1):
            button.setChecked(number == choice.card)
        self.labels["title"].setText(choice.title)
        self.labels["story"].setText(choice.story)
        self.ribbon.show_cursor(choice.t_ms)
        self._panes.heads["seen"].setText(choice.seen)
        drill = self.buttons["drill_this"]
        drill.setEnabled(bool(choice.drill))
        if choice.drill:
            words = self.tr("The drill for this: {title}").format(title=choice.drill)
            drill.setToolTip(words)
            drill.setAccessibleDescription(words)
        self.buttons["retry"].setAccessibleDescription(choice.retry)
        self.buttons["retry"].setToolTip(choice.retry)

    def show_picture(self, whose: str, shown: Shown | None, note: str) -> None:
        """A picture, or why there is none."""
        for view in (self.seen, self.truth) if whose == OWN else (self.expert,):
            view.show_picture(shown, note)

    def show_inside(self, inside: InsideThen | None, note: str) -> None:
        """The inside, or why there is none."""
        self.inside_note.setText(note)
        if inside is None:
            if self.solid is None or note:
                self._panes.show_solid(None)
            return
        if self.solid is None:
            self.solid = SolidView(SolidPresenter(inside.scene, inside.camera))
            self._panes.add_solid(self.solid)
        else:
            self.solid.presenter.show(inside.scene, inside.camera)
        self._panes.show_solid(self.solid)

    def show_busy(self, text: str) -> None:
        """What takes a while; "" when it is over."""
        self.labels["note"].setText(text or self._standing)

    # The hand --------------------------------------------------------------------------------

    def turn_to(self, name: str) -> None:
        """Turn to a page."""
        self._panel.turn_to(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 choose a moment; the arrows go along the ribbon."""
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= len(self.cards):
            self.presenter.choose(number)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.presenter.step(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures as large as the width allows; the ribbon takes what is left."""
        super().resizeEvent(event)
        panel = round(min(MOST_PANEL_PX, max(LEAST_PANEL_PX, self.width() * PANEL_SHARE)))
        self._panel.setFixedWidth(panel)
        side = (self.width() - panel - 2 * MARGIN_PX - 3 * GAP_PX) // 3
        head = max(46, self._head.heightForWidth(self.width() - 2 * MARGIN_PX))
        used = head + CARD_PX + STORY_PX + 26 + 2 * MARGIN_PX + 5 * GAP_PX
        left = self.height() - used - side
        self.ribbon.setFixedHeight(max(LEAST_HEIGHT_PX, min(MOST_HEIGHT_PX, left)))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the pages in its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._panel.is_written:
            self.presenter.write(_ink())

    def _follow(self, link: QUrl) -> None:
        kind, _, name = link.toString().partition(":")
        if kind == "drill":
            self.drill_wanted.emit(name)
        else:
            self.presenter.follow(link.toString())

    def _prefer(self, inside: bool) -> None:
        self._panes.prefer(inside=inside)
        self.presenter.prefer(inside)

    def _back(self, wanted: Wanted, drawn: Drawn) -> None:
        self.presenter.drawn(wanted, drawn)

    def _connect(self) -> None:
        self.ribbon.chosen.connect(self.presenter.look_at)
        self.ribbon.stepped.connect(self.presenter.step)
        self._panes.preferred.connect(self._prefer)
        self._panel.followed.connect(self._follow)

    # Where everything stands -----------------------------------------------------------------

    def _lay_out(self) -> None:
        self._card_row = QHBoxLayout()
        self._card_row.setSpacing(GAP_PX)
        self._head = self._head_widget()
        left = QVBoxLayout()
        left.setSpacing(GAP_PX)
        left.addLayout(self._card_row)
        left.addWidget(self.ribbon)
        left.addWidget(self._story_widget())
        left.addWidget(self._panes, 1)
        body = QHBoxLayout()
        body.setSpacing(GAP_PX)
        body.addLayout(left, 1)
        body.addWidget(self._panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        whole.setSpacing(GAP_PX)
        whole.addWidget(self._head)
        whole.addLayout(body, 1)
        self.ribbon.setToolTipDuration(20_000)

    def _head_widget(self) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(14)
        self.labels["headline"].setStyleSheet("font-size: 26px; font-weight: 600;")
        self.labels["verdict"].setProperty("role", "title")
        for name in ("headline", "verdict"):
            self.labels[name].setObjectName(f"debrief_{name}")
            line.addWidget(self.labels[name])
        words = QVBoxLayout()
        words.setSpacing(0)
        for name in ("note", "counts", "judged"):
            self.labels[name].setStyleSheet("font-size: 12px;")
            self.labels[name].setObjectName(f"debrief_{name}")
            self.labels[name].setProperty("role", "muted")
            words.addWidget(self.labels[name])
        line.addLayout(words, 1)
        acts = QHBoxLayout()
        acts.setSpacing(6)
        for button in self.buttons.values():
            button.setMinimumHeight(30)
            acts.addWidget(button)
        line.addLayout(acts)
        return head

    def _story_widget(self) -> QWidget:
        story = QWidget()
        story.setFixedHeight(STORY_PX)
        column = QVBoxLayout(story)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(1)
        self.labels["title"].setObjectName("debrief_title")
        self.labels["title"].setProperty("role", "heading")
        self.labels["story"].setObjectName("debrief_story")
        self.labels["story"].setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.labels["title"])
        column.addWidget(self.labels["story"], 1)
        return story


def _ink() -> Ink:
    return Ink(LOOK.muted, LOOK.line, LOOK.held)
