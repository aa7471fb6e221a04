"""Write docs/codebook.md from tables and metrics: ``python -m tools.make_codebook``."""

from __future__ import annotations

from pathlib import Path

from trainer.exchange.codebook import codebook_page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "codebook.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(codebook_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
