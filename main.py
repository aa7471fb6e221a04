"""Start Rhizotomy Trainer: ``python main.py`` opens the app, ``python main.py --help`` the rest."""

from __future__ import annotations

import sys

from trainer.app.main import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # workers of a double-click build begin here, too
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main(sys.argv[1:]))
