"""The words of `attempt` and `calibrate`: what is played, and what comes of it."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, Parser, noun, verb
from trainer.cli.grammar.values import count, scheduler, workers
from trainer.session.players.traits import KINDS

# The names of trainer.exchange.export, which the grammar must not load (a test compares).
EXPORT_TABLES = (
    "summary", "metrics", "errors", "events", "exposures", "own_calls", "codebook",
)  # fmt: skip
TABLES_HELP = f"only one, into the file OUT: {', '.join(EXPORT_TABLES)}"


def add_attempt(nouns: Nouns) -> None:
    """`attempt run | play | score | verify | replay | debrief | report | export`."""
    verbs = noun(nouns, "attempt", "play, score, check and replay attempts")
    run = verb(verbs, "run", "attempts:run", "play a script of commands")
    run.add_argument("scenario", metavar="SCENARIO")
    run.add_argument("--script", type=Path, required=True, metavar="S.jsonl")
    run.add_argument("-o", "--output", type=Path, required=True, metavar="A.attempt")
    run.add_argument("--seed", type=int, default=0, metavar="N")
    play = verb(verbs, "play", "attempts:play", "let a scripted player play a scenario")
    play.add_argument("scenario", metavar="SCENARIO")
    play.add_argument(
        "--player", choices=KINDS, required=True, metavar="KIND", help=", ".join(KINDS)
    )
    play.add_argument("-o", "--output", type=Path, required=True, metavar="A.attempt")
    play.add_argument("--seed", type=int, default=0, metavar="N", help="of the player's luck")
    score = verb(verbs, "score", "scores:score", "compute the score of an attempt")
    verify = verb(verbs, "verify", "scores:verify", "check an attempt's chain and states")
    verify.add_argument("--redecide", action="store_true", help="run the physics again, compare")
    replay = verb(verbs, "replay", "attempts:replay", "draw every exposure of an attempt")
    debrief = verb(verbs, "debrief", "debriefs:debrief", "say what an attempt teaches")
    report = verb(verbs, "report", "debriefs:report", "a report of an attempt, PDF or HTML")
    export = verb(verbs, "export", "debriefs:export", "tables or one document of an attempt")
    for leaf in (verify, replay, debrief, report, export):
        leaf.add_argument("attempt", type=Path, metavar="A.attempt")
    score.add_argument(
        "attempts", nargs="+", type=Path, metavar="A.attempt", help="files, or folders of them"
    )
    _pool_options(score)
    score.add_argument("--explain", action="store_true", help="every metric with its inputs")
    replay.add_argument("--out", type=Path, required=True, metavar="DIR")
    replay.add_argument("--dicom", action="store_true", help="XA objects, one a run, not PNGs")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="R.pdf|R.html")
    _export_options(export)


def _export_options(export: Parser) -> None:
    export.add_argument("--format", choices=("csv", "json", "xapi", "sr", "xa"), required=True)
    export.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="a file; of csv and xa a folder",
    )
    export.add_argument("--as", dest="pseudonym", metavar="NAME", help="whose it is, for xapi")
    export.add_argument("--table", choices=EXPORT_TABLES, metavar="NAME", help=TABLES_HELP)
    export.add_argument("--bom", action="store_true", help="a byte order mark before CSV")


def add_calibrate(nouns: Nouns) -> None:
    """`calibrate`."""
    leaf = verb(nouns, "calibrate", "calibrate:calibrate", "let many scripted players play")
    leaf.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a scenario")
    leaf.add_argument(
        "--trainees", type=count, required=True, metavar="N", help="players of each kind"
    )
    leaf.add_argument(
        "--kinds", nargs="+", choices=KINDS, default=KINDS, metavar="KIND", help=", ".join(KINDS)
    )
    _pool_options(leaf)
    leaf.add_argument("--seed", type=int, default=1, metavar="N", help="of the first of each kind")
    leaf.add_argument("-o", "--output", type=Path, metavar="DIR", help="page, drawing and numbers")


def _pool_options(leaf: Parser) -> None:
    who = leaf.add_mutually_exclusive_group()
    who.add_argument("--workers", type=workers, default=2, metavar="N", help="processes")
    who.add_argument(
        "--scheduler",
        type=scheduler,
        metavar="URL",
        help="a Dask cluster instead, e.g. tcp://host:8786",
    )
