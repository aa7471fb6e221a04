"""The debrief's pages beside its pictures: what to change, score card, errors, own call."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from trainer.ui.debrief_panes import page_tab
from trainer.ui.debrief_ribbon_view import legend
from trainer.ui.presenters.debrief_pages import Pages
from trainer.ui.wrapped import ClampedLabel

GAP_PX = 8
PAGES = ("changes", "card", "errors", "call")


class DebriefPanel(QWidget):
    """Four pages, one at a time, and what the signs of ribbon and pictures mean."""

    followed = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__()
        self.pages = {name: self._page(name) for name in PAGES}
        self.tabs = {name: page_tab(f"tab_{name}", text) for name, text in self._words().items()}
        self._html: dict[str, str] = {}
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def is_written(self) -> bool:
        """Whether the pages have been shown once."""
        return bool(self._html)

    def show_pages(self, pages: Pages) -> None:
        """Fill them; where one had read to stays."""
        for name, page in self.pages.items():
            html = getattr(pages, name)
            if html != self._html.get(name):
                bar = page.verticalScrollBar()
                at = bar.value()
                page.setHtml(html)
                bar.setValue(at)
                self._html[name] = html

    def turn_to(self, name: str) -> None:
        """Turn to a page."""
        self._stack.setCurrentWidget(self.pages[name])
        for each, tab in self.tabs.items():
            tab.setChecked(each == name)

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.turn_to(name))
            tabs.addWidget(tab, 1)
        for page in self.pages.values():
            self._stack.addWidget(page)
        signs = ClampedLabel(legend())
        signs.setObjectName("debrief_legend")
        signs.setWordWrap(True)
        signs.setProperty("role", "muted")
        signs.setStyleSheet("font-size: 11px;")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_PX)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(signs)

    def _page(self, name: str) -> QTextBrowser:
        spoken = {
            "changes": self.tr("What to change"),
            "card": self.tr("Score card"),
            "errors": self.tr("Errors"),
            "call": self.tr("Your own call"),
        }
        page = QTextBrowser()
        page.setObjectName(f"page_{name}")
        page.setAccessibleName(spoken[name])
        page.setOpenLinks(False)
        page.anchorClicked.connect(self.followed)
        page.document().setDocumentMargin(8)
        return page

    def _words(self) -> dict[str, str]:
        return {
            "changes": self.tr("To change"),
            "card": self.tr("Score card"),
            "errors": self.tr("Errors"),
            "call": self.tr("Your call"),
        }
