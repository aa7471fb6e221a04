"""About: version, intended use, evidence, licences, and what support needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.ui.presenters.about import about_html, evidence_html, licences_html
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.settings import SettingsDesk

SIZE_PX = (860, 560)


class AboutScreen(QDialog):
    """Three pages and one button."""

    def __init__(self, desk: SettingsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About Rhizotomy Trainer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.tabs, self._told = QTabWidget(), QLabel()
        self.tabs.setObjectName("about_pages")
        self.tabs.setAccessibleName(self.tr("About"))
        for name, html in (
            (self.tr("Intended use"), about_html(desk.house.build)),
            (self.tr("Evidence and sources"), evidence_html()),
            (self.tr("Licences"), licences_html()),
        ):
            self.tabs.addTab(_page(name, html), name)
        self._told.setWordWrap(True)
        self.collect = self._button("collect", self.tr("Collect for support"), self.ask_collect)
        self.collect.setToolTip(
            self.tr("Logs, crash files and settings in one zip, without patient data")
        )
        self._lay_out()

    def ask_collect(self) -> None:
        """Ask where the zip goes."""
        suggested = str(Path.home() / "rhizotomy-support.zip")
        dialog = QFileDialog(self, self.tr("Collect for support"), suggested)
        dialog.setObjectName("save_support")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(lambda path: self.write(Path(path)))
        dialog.open()

    def write(self, out: Path) -> None:
        """Write the zip and say so."""
        try:
            words = self._desk.collect(out)
        except Refusal as refusal:
            words = refused_text(refusal)
        self._told.setText(words)
        self._told.setAccessibleName(words)

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"about_{name}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.collect)
        row.addWidget(self._told, 1)
        row.addWidget(self._button("close", self.tr("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.tabs, 1)
        column.addLayout(row)
        self.resize(*SIZE_PX)


def _page(name: str, html: str) -> QTextBrowser:
    browser = QTextBrowser()
    browser.setAccessibleName(name)
    browser.setOpenLinks(False)
    browser.document().setDocumentMargin(14)
    browser.setHtml(html)
    return browser
