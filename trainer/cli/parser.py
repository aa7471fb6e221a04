"""The whole grammar of the command line. Imports nothing heavy: --help answers at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from trainer import __version__
from trainer.cli.grammar.attempts import add_attempt, add_calibrate
from trainer.cli.grammar.exams import add_exam
from trainer.cli.grammar.exchange import add_lrs, add_pacs
from trainer.cli.grammar.images import add_import, add_phantom, add_view
from trainer.cli.grammar.parts import Nouns, Parser, verb
from trainer.cli.grammar.records import add_records
from trainer.cli.grammar.scenarios import add_scenario
from trainer.cli.grammar.seals import add_keys, add_seal
from trainer.cli.grammar.values import count, size_px

WHAT = (
    "A simulator for fluoroscopy-guided needle placement in thoracic facet rhizotomy. "
    "Without a command it opens the app; with no display it runs the demo."
)
EPILOG = """exit codes: 0 ok, 2 usage, 3 bad input, 4 storage, 5 integrity, 6 in use, 70 internal.
For training; not for planning real treatment; no validity evidence yet."""
NO_PLUG_INS = """
This is the double-click build: it loads no plug-ins and asks no cluster. An installation by uv does
(docs/installing.md)."""


def build_parser() -> Parser:
    """Every noun, in the order in which --help lists them."""
    frozen = getattr(sys, "frozen", False)
    epilog = EPILOG + (NO_PLUG_INS if frozen else "")
    parser = Parser(prog="rhizotomy-trainer", description=WHAT, epilog=epilog)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--importer", action="store_true", help=argparse.SUPPRESS)
    nouns = parser.add_subparsers(dest="noun", metavar="COMMAND", parser_class=Parser)
    for add in NOUNS:
        add(nouns)
    return parser


def _add_demo(nouns: Nouns) -> None:
    demo = verb(nouns, "demo", "demo:demo", "play a reference attempt, headless")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where frames and report go")


def _add_bench(nouns: Nouns) -> None:
    bench = verb(nouns, "bench", "bench:bench", "measure how long a picture takes here")
    bench.add_argument(
        "--size", type=size_px, metavar="PX", help="only this edge, not 512 and 1024"
    )
    bench.add_argument("--repeats", type=count, default=9, metavar="N", help="of each measurement")


def _add_screenshots(nouns: Nouns) -> None:
    shots = verb(nouns, "screenshots", "app:screenshots", "draw every screen, headless")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")


NOUNS = (
    _add_demo,
    add_scenario,
    add_view,
    add_import,
    add_attempt,
    add_phantom,
    add_calibrate,
    add_exam,
    add_keys,
    add_seal,
    add_records,
    add_lrs,
    add_pacs,
    _add_bench,
    _add_screenshots,
)
