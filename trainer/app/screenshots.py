"""screenshots: every screen, headless."""

from __future__ import annotations

import argparse
import os

from trainer.cli.outcome import Outcome, Tell
from trainer.session.services import Services


def screenshots(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Draw every screen into a folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from trainer.app.desk import desk
    from trainer.app.display import require_qt
    from trainer.session.practice import Practice

    require_qt()
    from trainer.ui.presenters.settings import SettingsDesk
    from trainer.ui.screenshots import take_screenshots

    tell("Driving an attempt through the screens ...")
    own = desk()
    shown = SettingsDesk(own.store, own.house, lambda _settings: None)
    written = take_screenshots(args.out, Practice(services), desk=shown)
    document = {"folder": str(args.out), "screens": [str(path) for path in written]}
    return Outcome(document, tuple(str(path) for path in written))
