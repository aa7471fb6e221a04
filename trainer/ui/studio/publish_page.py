"""Publish: title and summary, a last look at the whole, try it, put it into the library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser

from trainer.session.studio.publishing import next_version
from trainer.session.studio.trial import expert_check, reference_state
from trainer.ui.presenters.studio_forms import FormsDesk
from trainer.ui.presenters.studio_summary import expert_words, summary_words
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.forms_dialog import FormsDialog
from trainer.ui.studio.page import Page, button

REFERENCE = {
    "none": "No reference run yet: try it, then keep the run.",
    "current": "There is a reference run of the case as it stands.",
    "outdated": "The reference run is of an older state of the case.",
}


class PublishPage(Page):
    """The last page."""

    try_wanted, publish_wanted = Signal(), Signal()

    id = "publish"

    def build(self) -> None:
        """Words, summary, acts."""
        for place, text in (
            ("title", self.tr("Title, shown in practice")),
            ("exam_title", self.tr("Neutral title, shown in exams")),
            ("summary", self.tr("One sentence for the list")),
            ("id", self.tr("Its id: small letters, digits, hyphens")),
        ):
            self.column.addWidget(self.fields.line((place,), place, text))
        self.column.addWidget(self.fields.line(("authors", 0), "author", self.tr("First author")))
        self.text = QTextBrowser()
        self.text.setObjectName("publish_summary")
        self.text.setAccessibleName(self.tr("The case in short"))
        self.text.setMinimumHeight(110)
        self.column.addWidget(self.text, 1)
        self.state = QLabel()
        self.state.setObjectName("publish_state")
        self.state.setWordWrap(True)
        self.column.addWidget(self.state)
        self.fill_button = button(
            "studio_fill", self.tr("Fill in what is missing"),
            self.tr("The program proposes everything that patient and targets allow"),
        )  # fmt: skip
        self.try_button = button("studio_try", self.tr("Try it as a trainee"))
        self.expert_button = button("studio_expert", self.tr("Let the expert play it"))
        self.publish_button = button("studio_publish", self.tr("Publish"))
        self.forms_button = button(
            "studio_forms", self.tr("Parallel forms"),
            self.tr("The same case at other levels and sides, as forms of an exam"),
        )  # fmt: skip
        self.fill_button.clicked.connect(self.presenter.complete)
        self.try_button.clicked.connect(self.try_wanted)
        self.expert_button.clicked.connect(self._expert)
        self.publish_button.clicked.connect(self.publish_wanted)
        self.forms_button.clicked.connect(self.open_forms)
        row = QHBoxLayout()
        acts = (self.fill_button, self.try_button, self.expert_button, self.publish_button)
        for one in (*acts, self.forms_button):
            row.addWidget(one)
        self.column.addLayout(row)
        self._expert_said = ""

    def refresh(self) -> None:
        """As the document has it."""
        super().refresh()
        bench = self.presenter.bench
        self.text.setPlainText(summary_words(self.presenter.document))
        lines = [
            tr(REFERENCE[reference_state(bench)]),
            self.tr("It will be version {version} in your library.").format(
                version=next_version(bench)
            ),
        ]
        if self._expert_said:
            lines.append(self._expert_said)
        self.state.setText("\n".join(lines))
        self.try_button.setEnabled(bool(self.presenter.kind))
        self.expert_button.setEnabled(bool(self.presenter.kind) and not self.presenter.building)

    def open_forms(self) -> FormsDialog:
        """Plan parallel forms of the case."""
        dialog = FormsDialog(FormsDesk(self.presenter.bench), self.presenter.run, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _expert(self) -> None:
        bench = self.presenter.bench
        self.presenter.background(
            self.tr("The expert plays the case"),
            lambda waiting: expert_check(bench, waiting),
            self._played,
        )
        self.refresh()

    def _played(self, found: object) -> None:
        self._expert_said = expert_words(found)
        self.refresh()
