"""The grammar of the command line. Imports nothing heavy: --help answers at once.

Each leaf names its function as "module:function"; it is imported only when it is run.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import NoReturn

from trainer import __version__
from trainer.cli.exchange_grammar import add_lrs, add_pacs, add_person, add_session_report
from trainer.cli.radiograph_grammar import radiograph_options
from trainer.cli.sealed_grammar import add_keys, add_seal
from trainer.refusal import ExitCode
from trainer.session.players.traits import KINDS

# The names of trainer.exchange.export, which the grammar must not load (a test compares).
EXPORT_TABLES = (
    "summary", "metrics", "errors", "events", "exposures", "own_calls", "codebook",
)  # fmt: skip
TABLES_HELP = f"only one, into the file OUT: {', '.join(EXPORT_TABLES)}"

EPILOG = """exit codes: 0 ok, 2 usage, 3 bad input, 4 storage, 5 integrity, 6 in use, 70 internal.
For training; not for planning real treatment; no validity evidence yet."""


class Parser(argparse.ArgumentParser):
    """argparse with whole option names only: an abbreviation of today is a clash of tomorrow."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["allow_abbrev"] = False
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and end with 2."""
        self.exit(ExitCode.USAGE, f"{self.prog}: {message}\nTry: {self.prog} --help\n")


def number(text: str) -> float:
    """A finite decimal number; no NaN, no other digits than 0-9."""
    value = float(text)
    if not text.isascii() or not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a finite number")
    return value


def size_px(text: str) -> int:
    """A picture's edge, 64 to 2048 pixels."""
    value = int(text)
    if not 64 <= value <= 2048:
        raise argparse.ArgumentTypeError(f"{value} is not between 64 and 2048")
    return value


def count(text: str) -> int:
    """How often, 1 to 1000."""
    value = int(text)
    if not 1 <= value <= 1000:
        raise argparse.ArgumentTypeError(f"{value} is not between 1 and 1000")
    return value


def workers(text: str) -> int:
    """How many processes, 1 to 64."""
    value = int(text)
    if not 1 <= value <= 64:
        raise argparse.ArgumentTypeError(f"{value} is not between 1 and 64")
    return value


def scheduler(text: str) -> str:
    """The address of a Dask scheduler, tcp:// or tls:// with host and port."""
    scheme, found, place = text.partition("://")
    host, colon, port = place.rpartition(":")
    if scheme not in ("tcp", "tls") or not (found and colon and host and port.isascii()):
        raise argparse.ArgumentTypeError(f"{text!r} is not like tcp://host:8786")
    if not port.isdigit() or not 1 <= int(port) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not like tcp://host:8786")
    return text


def points(text: str) -> tuple[tuple[float, float, float], ...]:
    """World points "x,y,z;x,y,z" in mm."""
    found = []
    for part in text.split(";"):
        numbers = [number(piece) for piece in part.split(",")]
        if len(numbers) != 3:
            raise argparse.ArgumentTypeError(f"{part!r} is not x,y,z")
        found.append((numbers[0], numbers[1], numbers[2]))
    return tuple(found)


def landmark(text: str) -> tuple[str, tuple[float, float, float]]:
    """A named point "T7.left.tp_corner=x,y,z", world mm."""
    name, equals, place = text.partition("=")
    found = points(place) if equals else ()
    if len(found) != 1 or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=x,y,z")
    return name.strip(), found[0]


def build_parser() -> Parser:
    """The whole grammar."""
    parser = Parser(prog="rhizotomy-trainer", description=__doc_short__, epilog=EPILOG)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--importer", action="store_true", help=argparse.SUPPRESS)
    nouns = parser.add_subparsers(dest="noun", metavar="COMMAND", parser_class=Parser)
    _demo(nouns)
    _scenario(nouns)
    _images(nouns)
    _attempt(nouns)
    _phantom(nouns)
    _calibrate(nouns)
    _exam(nouns)
    add_keys(_group(nouns, "keys", "who signs exam records on this computer"), _leaf)
    add_seal(_group(nouns, "seal", "seal exam records, and check them"), _leaf)
    _records(nouns)
    add_lrs(_group(nouns, "lrs", "results to a learning record store (xAPI)"), _leaf)
    add_pacs(_group(nouns, "pacs", "pictures and reports to a hospital's archive"), _leaf)
    bench = _leaf(nouns, "bench", "bench:bench", "measure how long a picture takes here")
    bench.add_argument(
        "--size", type=size_px, metavar="PX", help="only this edge, not 512 and 1024"
    )
    bench.add_argument("--repeats", type=count, default=9, metavar="N", help="of each measurement")
    shots = _leaf(nouns, "screenshots", "app:screenshots", "draw every screen, headless")
    shots.add_argument("--out", type=Path, required=True, metavar="DIR")
    return parser


__doc_short__ = (
    "A simulator for fluoroscopy-guided needle placement in thoracic facet rhizotomy. "
    "Without a command it opens the app; with no display it runs the demo."
)


def _leaf(nouns: argparse._SubParsersAction[Parser], name: str, run: str, what: str) -> Parser:
    leaf = nouns.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    leaf.add_argument("--json", action="store_true", help="one JSON document on standard output")
    leaf.set_defaults(run=run)
    return leaf


def _group(
    nouns: argparse._SubParsersAction[Parser], name: str, what: str
) -> argparse._SubParsersAction[Parser]:
    group = nouns.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    return group.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=Parser)


def _demo(nouns: argparse._SubParsersAction[Parser]) -> None:
    demo = _leaf(nouns, "demo", "demo:demo", "play a reference attempt, headless")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where frames and report go")


def _scenario(nouns: argparse._SubParsersAction[Parser]) -> None:
    verbs = _group(nouns, "scenario", "the scenario library")
    _leaf(verbs, "list", "scenarios:list_all", "list the scenarios")
    show = _leaf(verbs, "show", "scenarios:show", "show a whole scenario, start pose resolved")
    show.add_argument("scenario", metavar="ID")
    validate = _leaf(verbs, "validate", "scenarios:validate", "find every problem of a file")
    validate.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    _leaf(verbs, "schema", "scenarios:schema", "print the JSON Schema of scenario files")
    _packages(verbs)
    new = _leaf(verbs, "new", "packages:new", "make scenarios from a template and a table")
    new.add_argument("--template", required=True, metavar="ID", help="an id or a path")
    new.add_argument("--table", type=Path, required=True, metavar="T.csv", help="a row a scenario")
    new.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="a new folder")


def _packages(verbs: argparse._SubParsersAction[Parser]) -> None:
    pack = _leaf(verbs, "pack", "packages:pack", "put a scenario and its files into one file")
    pack.add_argument("scenario", metavar="ID", help="an id or the path of a scenario")
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="F.zip")
    pack.add_argument("--sign", type=Path, metavar="KEY", help="a private key file")
    pack.add_argument("--encrypt", action="store_true", help="for an exam; needs --passphrase-file")
    verify = _leaf(verbs, "verify", "packages:verify", "check a package, keep nothing")
    install = _leaf(verbs, "install", "packages:install", "put a package's scenario into the list")
    for leaf in (verify, install):
        leaf.add_argument("package", type=Path, metavar="F.zip")
        leaf.add_argument(
            "--trust", type=Path, metavar="KEY.pub", help="refuse what this key did not sign"
        )
    for leaf in (pack, verify, install):
        leaf.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="its first line; - reads it here"
        )
    install.add_argument(
        "--replace", action="store_true", help="a higher version takes the place of a lower one"
    )
    keys = _group(verbs, "key", "keys that sign packages")
    key = _leaf(keys, "new", "packages:new_key", "make a private key and its public one, KEY.pub")
    key.add_argument("-o", "--output", type=Path, required=True, metavar="KEY")


def _pose_options(leaf: Parser) -> None:
    leaf.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a scenario")
    leaf.add_argument("--oblique", type=number, metavar="DEG", help="+ patient's left")
    leaf.add_argument("--tilt", type=number, metavar="DEG", help="+ toward the head")
    leaf.add_argument("--view", metavar="NAME", help="a stored view of a radiograph patient")
    leaf.add_argument("--size", type=size_px, metavar="PX", help="pixels along the picture's edge")


def _images(nouns: argparse._SubParsersAction[Parser]) -> None:
    view = _leaf(
        nouns,
        "view",
        "images:view",
        "take one exposure of a scenario's patient, or show its inside",
    )
    _pose_options(view)
    view.add_argument("--seed", type=int, default=0, metavar="N", help="of the noise")
    inside = view.add_mutually_exclusive_group()
    inside.add_argument("--solid", action="store_true", help="no exposure: the inside in 3D (PNG)")
    inside.add_argument(
        "--slices", action="store_true", help="no exposure: three slices through the target (PNG)"
    )
    view.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.png|OUT.dcm")
    project = _leaf(nouns, "project", "images:project", "world mm to pixel (column, row)")
    _pose_options(project)
    project.add_argument("--points", type=points, required=True, metavar='"x,y,z;x,y,z"')
    inspect = _leaf(nouns, "inspect", "images:inspect", "say what an image or folder is")
    inspect.add_argument("path", type=Path, metavar="PATH")
    kinds = _group(nouns, "import", "make a patient from real images")
    ct = _leaf(kinds, "ct", "images:import_ct", "a CT series, a NIfTI or an NRRD file")
    ct.add_argument("path", type=Path, metavar="PATH")
    ct.add_argument("--out", type=Path, required=True, metavar="DIR")
    ct.add_argument(
        "--segmentation",
        type=Path,
        metavar="FILE",
        help="a label map in TotalSegmentator's numbers (NIfTI, NRRD) or a DICOM SEG",
    )
    ct.add_argument(
        "--numbering", choices=("v1", "v2"), help="of the label map; told from its ribs if absent"
    )
    ct.add_argument(
        "--landmark",
        dest="landmarks",
        action="append",
        type=landmark,
        default=[],
        metavar="NAME=x,y,z",
        help="a point you placed, e.g. T7.left.tp_corner=12,80,-140 (world mm); two of a level "
        "suffice; may be repeated",
    )
    ct.add_argument(
        "--confirm", action="store_true", help="you have looked at every proposed landmark"
    )
    radiograph = _leaf(kinds, "radiograph", "images:import_radiograph", "projection pictures")
    radiograph.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    radiograph.add_argument(
        "--orientation", metavar="ROW/COLUMN", help='where a file has none, e.g. "R/F" for AP'
    )
    radiograph_options(radiograph)


def _phantom(nouns: argparse._SubParsersAction[Parser]) -> None:
    phantom = _leaf(nouns, "phantom", "phantom:phantom", "build and measure a synthetic patient")
    phantom.add_argument("--seed", type=int, default=0, metavar="N", help="all that chance decides")
    phantom.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="of the person, e.g. sex=male, height_cm=180, kyphosis_deg=55; may be repeated",
    )
    phantom.add_argument(
        "--out", type=Path, metavar="DIR", help="patient folder, table and pictures go here"
    )


def _calibrate(nouns: argparse._SubParsersAction[Parser]) -> None:
    leaf = _leaf(nouns, "calibrate", "calibrate:calibrate", "let many scripted players play")
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


def _attempt(nouns: argparse._SubParsersAction[Parser]) -> None:
    verbs = _group(nouns, "attempt", "play, score, check and replay attempts")
    run = _leaf(verbs, "run", "attempts:run", "play a script of commands")
    run.add_argument("scenario", metavar="SCENARIO")
    run.add_argument("--script", type=Path, required=True, metavar="S.jsonl")
    run.add_argument("-o", "--output", type=Path, required=True, metavar="A.attempt")
    run.add_argument("--seed", type=int, default=0, metavar="N")
    play = _leaf(verbs, "play", "attempts:play", "let a scripted player play a scenario")
    play.add_argument("scenario", metavar="SCENARIO")
    play.add_argument(
        "--player", choices=KINDS, required=True, metavar="KIND", help=", ".join(KINDS)
    )
    play.add_argument("-o", "--output", type=Path, required=True, metavar="A.attempt")
    play.add_argument("--seed", type=int, default=0, metavar="N", help="of the player's luck")
    score = _leaf(verbs, "score", "scores:score", "compute the score of an attempt")
    verify = _leaf(verbs, "verify", "scores:verify", "check an attempt's chain and states")
    verify.add_argument("--redecide", action="store_true", help="run the physics again, compare")
    replay = _leaf(verbs, "replay", "attempts:replay", "draw every exposure of an attempt")
    debrief = _leaf(verbs, "debrief", "debriefs:debrief", "say what an attempt teaches")
    report = _leaf(verbs, "report", "debriefs:report", "a report of an attempt, PDF or HTML")
    export = _leaf(verbs, "export", "debriefs:export", "tables or one document of an attempt")
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


def _exam(nouns: argparse._SubParsersAction[Parser]) -> None:
    verbs = _group(nouns, "exam", "exams: define, open, look at, verify; they are held in the app")
    define = _leaf(verbs, "define", "exams:define", "pin the scenarios and draw the forms")
    define.add_argument("source", type=Path, metavar="EXAM.yaml", help="docs/exams.md")
    define.add_argument("-o", "--output", type=Path, required=True, metavar="EXAM.json")
    define.add_argument(
        "--encrypt", action="store_true", help="with its scenarios; needs --passphrase-file"
    )
    begin = _leaf(verbs, "open", "exams:open_session", "open a session of a defined exam")
    begin.add_argument("definition", type=Path, metavar="EXAM.json")
    begin.add_argument("--by", required=True, metavar="NAME", help="the first examiner's pseudonym")
    begin.add_argument("--workstation", metavar="NAME", help="default: this computer's name")
    begin.add_argument(
        "--pin-file", type=Path, required=True, metavar="FILE", help="a new file for the PIN"
    )
    for leaf in (define, begin):
        leaf.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="its first line; - reads it here"
        )
    add_session_report(verbs, _leaf)
    status = _leaf(verbs, "status", "exams:status", "list sessions, or say where one stands")
    status.add_argument("session", nargs="?", metavar="ID")
    results = _leaf(verbs, "results", "exams:results", "what was released")
    verify = _leaf(verbs, "verify", "exams:verify", "check a session's log, attempts and receipts")
    for leaf in (results, verify):
        leaf.add_argument("session", metavar="ID")


def _records(nouns: argparse._SubParsersAction[Parser]) -> None:
    verbs = _group(nouns, "records", "copies of attempts and sessions that stations share")
    listed = _leaf(verbs, "list", "records:list_all", "list what the store holds")
    export = _leaf(verbs, "export", "records:export", "write records as the files they were")
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    for leaf in (listed, export):
        leaf.add_argument("--session", dest="session_id", metavar="ID", help="only of this session")
        leaf.add_argument("--candidate", metavar="NAME", help="only of this pseudonym")
        leaf.add_argument("--attempt", dest="subject_id", metavar="ID", help="only this one")
    verify = _leaf(verbs, "verify", "records:verify", "check every record in the store")
    verify.add_argument("--scores", action="store_true", help="compute every score again, too")
    verify.add_argument(
        "--keys", type=Path, metavar="KEYS", help="a list of the stations' keys: who else signed?"
    )
    verify.add_argument(
        "--files", nargs="*", type=Path, metavar="PATH", help="compare with files; without: yours"
    )
    upload = _leaf(verbs, "upload", "records:upload", "send files to the store")
    rebuild = _leaf(verbs, "rebuild", "records:rebuild", "fill the store from files, index it anew")
    for leaf in (upload, rebuild):
        leaf.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="default: yours")
    backup = _leaf(verbs, "backup", "records:backup", "copy a good store; older copies are thinned")
    backup.add_argument("-o", "--output", type=Path, metavar="F.sqlite", help="this file alone")
    restore = _leaf(verbs, "restore", "records:restore", "put a good copy in the store's place")
    restore.add_argument("backup", nargs="?", type=Path, metavar="F.sqlite", help="default: newest")
    upgrade = _leaf(verbs, "upgrade", "records:upgrade", "make the tables, prove that they hold")
    upgrade.add_argument("--exam", action="store_true", help="as strictly as an exam asks")
    add_person(_group(verbs, "person", "who a pseudonym is; all about one person"), _leaf)
    roles = _leaf(verbs, "roles", "records:roles", "roles that can add records, not change them")
    roles.add_argument("--sql", action="store_true", help="the script that makes them")
    alone = _leaf(verbs, "verifier", "records:verifier", "write the checker that needs no app")
    alone.add_argument("-o", "--output", type=Path, metavar="F.py", required=True)
    for leaf in (listed, export, verify, upload, rebuild, backup, restore, upgrade, roles):
        leaf.add_argument("--at", metavar="ADDRESS", help="a file or a URL; default: your own")
