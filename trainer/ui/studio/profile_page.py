"""The practice profile: which policy the score follows, readable beside the choice."""

from __future__ import annotations

from PySide6.QtWidgets import QTextBrowser

from trainer.scenario.tables import profile_named, profiles
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import Page


class ProfilePage(Page):
    """A choice and its text."""

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
        self.column.addWidget(self.text, 1)

    def _tell(self) -> None:
        name = str(self.presenter.value(("practice_profile",), "none"))
        profile = profile_named(name)
        if profile is None:
            self.text.setPlainText("")
            return
        lines = [profile.title, "", profile.text, ""]
        lines += [f"{path} = {value}" for path, value in profile.settings()]
        changes = self.presenter.value(("profile_changes",), []) or []
        if changes:
            lines += ["", tr("Changed in this case:")]
            lines += [f"{one.get('setting')} = {one.get('value')}" for one in changes]
        self.text.setPlainText("\n".join(lines))
