"""Start Rhizotomy Trainer: ``python main.py`` opens the app, ``python main.py --help`` the rest."""

from __future__ import annotations

import sys

from trainer.app.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
