"""The words of `view`, `project`, `inspect`, `import`, `phantom`: patients and their pictures."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, Parser, noun, verb
from trainer.cli.grammar.radiographs import radiograph_options
from trainer.cli.grammar.values import landmark, number, points, size_px


def _pose_options(leaf: Parser) -> None:
    leaf.add_argument("scenario", metavar="SCENARIO", help="an id or the path of a scenario")
    leaf.add_argument("--oblique", type=number, metavar="DEG", help="+ patient's left")
    leaf.add_argument("--tilt", type=number, metavar="DEG", help="+ toward the head")
    leaf.add_argument("--view", metavar="NAME", help="a stored view of a radiograph patient")
    leaf.add_argument("--size", type=size_px, metavar="PX", help="pixels along the picture's edge")


def add_view(nouns: Nouns) -> None:
    """`view`, `project` and `inspect`."""
    view = verb(
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
    project = verb(nouns, "project", "images:project", "world mm to pixel (column, row)")
    _pose_options(project)
    project.add_argument("--points", type=points, required=True, metavar='"x,y,z;x,y,z"')
    inspect = verb(nouns, "inspect", "images:inspect", "say what an image or folder is")
    inspect.add_argument("path", type=Path, metavar="PATH")


def add_import(nouns: Nouns) -> None:
    """`import ct | radiograph`."""
    kinds = noun(nouns, "import", "make a patient from real images")
    _ct(kinds)
    _radiograph(kinds)


def _ct(kinds: Nouns) -> None:
    ct = verb(kinds, "ct", "images:import_ct", "a CT series, a NIfTI or an NRRD file")
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


def _radiograph(kinds: Nouns) -> None:
    radiograph = verb(kinds, "radiograph", "images:import_radiograph", "projection pictures")
    radiograph.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    radiograph.add_argument(
        "--orientation", metavar="ROW/COLUMN", help='where a file has none, e.g. "R/F" for AP'
    )
    radiograph_options(radiograph)


def add_phantom(nouns: Nouns) -> None:
    """`phantom`."""
    phantom = verb(nouns, "phantom", "phantom:phantom", "build and measure a synthetic patient")
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
