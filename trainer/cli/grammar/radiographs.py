"""`import radiograph`: what a person says of pictures whose tags give no geometry."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from trainer.cli.grammar.values import number

MEASURE = '"x1,y1;x2,y2;mm"'
Pixel = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MeasureGiven:
    """Two ends in pixels and what lies between them."""

    first_px: Pixel
    second_px: Pixel
    length_mm: float


def measure(text: str) -> MeasureGiven:
    """Two pixels and a length: "x1,y1;x2,y2;mm"."""
    parts = [[number(piece) for piece in part.split(",")] for part in text.split(";")]
    if [len(part) for part in parts] != [2, 2, 1]:
        raise argparse.ArgumentTypeError(f"{text!r} is not {MEASURE}")
    first, second, (length_mm,) = parts
    return MeasureGiven((first[0], first[1]), (second[0], second[1]), length_mm)


def radiograph_options(leaf: argparse.ArgumentParser) -> None:
    """The options of `import radiograph` beside its paths and --orientation."""
    leaf.add_argument("--out", type=Path, metavar="DIR", help="write a patient folder")
    leaf.add_argument(
        "--pictures",
        type=Path,
        metavar="DIR",
        help="write clean DICOM files and patient.yaml, to put beside a scenario.yaml",
    )
    ways = leaf.add_mutually_exclusive_group()
    ways.add_argument(
        "--landmarks",
        type=Path,
        metavar="TABLE",
        help="CSV: picture,name,x_mm,y_mm,z_mm,column_px,row_px; 6 or more a picture",
    )
    ways.add_argument(
        "--ruler", type=measure, metavar=MEASURE, help="one picture: two ends of a ruler"
    )
    ways.add_argument(
        "--ball", type=measure, metavar=MEASURE, help="one picture: two ends of a ball's diameter"
    )
    leaf.add_argument(
        "--landmarks-of",
        metavar="PATIENT",
        help="a scenario or a patient folder whose landmarks the table names",
    )
    leaf.add_argument(
        "--off-plane",
        type=number,
        metavar="MM",
        help="how far the ruler or ball may lie before or behind the target (20)",
    )
    leaf.add_argument(
        "--oblique", type=number, default=0.0, metavar="DEG", help="of a ruler's view"
    )
    leaf.add_argument("--tilt", type=number, default=0.0, metavar="DEG", help="of a ruler's view")
