"""Help: F1 opens the page of the screen one is at; a search looks through all. No network."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.presenters.guides import FIRST, Page, search

SIZE_PX = (980, 580)
LIST_PX = 270
AIR_PX = 7
_ID = Qt.ItemDataRole.UserRole


class HelpScreen(QDialog):
    """Pages at the left, the chosen one at the right."""

    def __init__(
        self, pages: tuple[Page, ...], page: str = FIRST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(self.tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = {each.id: each for each in pages}
        self.search, self.list, self.text = QLineEdit(), QListWidget(), QTextBrowser()
        self._lay_out()
        self._list_all()
        self.search.textChanged.connect(self._look)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.text.anchorClicked.connect(self._follow)
        self.open_page(page if page in self._pages else FIRST)

    def open_page(self, page: str) -> None:
        """Show this page."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == page:
                self.list.setCurrentRow(row)

    @property
    def page(self) -> str:
        """The id of the page that is shown."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_ID))

    def _list_all(self) -> None:
        self.list.clear()
        for page in self._pages.values():
            self._add(page.id, page.title, "")

    def _look(self, wanted: str) -> None:
        if not wanted.strip():
            self._list_all()
            self.list.setCurrentRow(0)
            return
        self.list.clear()
        for found in search(self._pages.values(), wanted):
            self._add(found.page, f"{found.title}\n{found.excerpt}", found.excerpt)
        if not self.list.count():
            self.text.setPlainText(self.tr("No page has all of these words."))
        self.list.setCurrentRow(0)

    def _add(self, page: str, text: str, tip: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_ID, page)
        item.setToolTip(tip)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.text.setMarkdown(self._pages[item.data(_ID)].text)
        _air(self.text.document())
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        for word in self.search.text().split()[:1]:
            self.text.find(word)

    def _follow(self, url: QUrl) -> None:
        """Links lead to other pages; nothing is fetched from anywhere."""
        page = url.path().removesuffix(".md")
        if page in self._pages:
            self.search.clear()
            self.open_page(page)

    def _lay_out(self) -> None:
        self.search.setObjectName("help_search")
        self.search.setPlaceholderText(self.tr("Search all pages"))
        self.search.setAccessibleName(self.tr("Search all pages"))
        self.search.setClearButtonEnabled(True)
        self.list.setObjectName("help_pages")
        self.list.setAccessibleName(self.tr("Help pages"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setObjectName("help_text")
        self.text.setAccessibleName(self.tr("Help page"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(14)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("help_close")
        close.setAccessibleName(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        side = QWidget()
        side.setFixedWidth(LIST_PX)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        right = QVBoxLayout()
        right.addWidget(self.text, 1)
        right.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(side)
        row.addLayout(right, 1)
        self.resize(*SIZE_PX)


def _air(document: QTextDocument) -> None:
    """Room between paragraphs, which Markdown asks for and Qt leaves out."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        if cursor.currentTable() is None:
            shape = block.blockFormat()
            shape.setBottomMargin(AIR_PX)
            cursor.setBlockFormat(shape)
        block = block.next()
