"""The practice profile: which policy the score follows, readable beside the choice."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from trainer.scenario.tables import profile_named, profiles
from trainer.ui.studio.page import Page
from trainer.ui.studio.rows_table import RowsTable

COLUMNS = (("setting", "Setting"), ("value", "Value"), ("why", "Why"))


class ProfilePage(Page):
    """A choice, its text, and what this case changes of it."""

    id = "profile"

    def build(self) -> None:
        """Names and words."""
        options = [("none", self.tr("None: nothing depends on one"))]
        for name, profile in profiles().items():
            if name != "none":
                options.append((name, profile.title))
        self.column.addWidget(
            self.fields.choice(
                ("practice_profile",),
                "profile",
                self.tr("Practice profile"),
                options,
                default="none",
            )
        )
        self.text = QTextBrowser()
        self.text.setObjectName("profile_text")
        self.text.setAccessibleName(self.tr("What the profile says"))
        self.fields.also(self._tell)
        self.column.addWidget(self.text, 2)
        self.heading(self.tr("Changed in this case"))
        self.changes = RowsTable(
            self.fields,
            ("profile_changes",),
            "profile_changes",
            self.tr("Changed in this case"),
            COLUMNS,
            {"setting": "", "value": "", "why": ""},
            frozenset({"setting", "why"}),
        )
        self.column.addWidget(self.changes, 1)

    def _tell(self) -> None:
        name = str(self.presenter.value(("practice_profile",), "none"))
        profile = profile_named(name)
        if profile is None:
            self.text.setPlainText("")
            return
        lines = [profile.title, "", profile.text, ""]
        lines += [f"{path} = {value}" for path, value in profile.settings()]
        self.text.setPlainText("\n".join(lines))
