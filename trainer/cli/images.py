"""view | project | inspect | import: real images in, pictures and pixels out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from trainer.cli.outcome import Outcome, Tell
from trainer.geometry.in_plane import OFF_PLANE_MM
from trainer.refusal import ExitCode, Refusal
from trainer.session import imports, interior
from trainer.session.radiograph_calibration import Measured
from trainer.session.radiograph_import import Calibrating, import_calibrated
from trainer.session.services import Services
from trainer.session.viewing import ViewRequest, exposure_to_file, project_points


def _request(args: argparse.Namespace) -> ViewRequest:
    return ViewRequest(args.scenario, args.oblique, args.tilt, args.view, args.size)


def view(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """One exposure as PNG or DICOM, or the inside as PNG."""
    tell("Building the patient and taking the picture ...")
    if args.solid:
        document = interior.solid_to_file(services, _request(args), args.output)
    elif args.slices:
        document = interior.slices_to_file(services, _request(args), args.output)
    else:
        document = exposure_to_file(services, _request(args), args.seed, args.output)
    return Outcome(document, (f"{document['path']}: {document['caption']}",))


def project(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """World points to pixels."""
    found = project_points(services, _request(args), args.points)
    lines = tuple(f"{row['world_mm']} -> {row['pixel']}" for row in found)
    return Outcome({"points": found}, lines)


def inspect(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """What a file or folder is."""
    document = imports.inspect(services, args.path)
    return Outcome(document, _described(document))


def import_ct(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """A CT becomes a patient folder."""
    tell("Reading the CT in a limited process ...")
    given = dict(args.landmarks)
    if len(given) != len(args.landmarks):
        raise Refusal(
            "--landmark", "one name is given twice", "Give each point once", code=ExitCode.USAGE
        )
    guidance = imports.Guidance(args.segmentation, args.numbering, given, args.confirm)
    document = imports.import_ct(services, args.path, args.out, guidance)
    lines = (*_described(document), *_landmark_lines(document), f"patient folder: {args.out}")
    return Outcome(document, lines)


# What a person is to look at before anything else; the JSON document lists all.
_SHOWN = ("tp_corner", "tp_tip", "pedicle", "sap_tp_notch")


def _landmark_lines(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The landmarks that matter most, level by level, with how far each may be off."""
    rows = [row for row in document["landmarks"] if str(row["name"]).rpartition(".")[2] in _SHOWN]
    if not rows:
        return ()
    lines = [f"  landmarks ({document['landmark_status']}), world mm:"]
    for row in rows:
        x, y, z = row["world_mm"]
        off = row["uncertainty_mm"]
        told = row["status"] if off is None else f"{row['status']} +-{off:g} mm"
        lines.append(f"    {row['name']:<24}{x:9.1f}{y:9.1f}{z:9.1f}  {told}")
    rest = len(document["landmarks"]) - len(rows)
    return (*lines, f"    and {rest} more (--json lists all)")


def import_radiograph(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Projection pictures become a patient folder."""
    if args.out is None and args.pictures is None:
        raise Refusal(
            "--out",
            "nothing says where to write",
            "Add --out DIR or --pictures DIR",
            code=ExitCode.USAGE,
        )
    tell("Reading the pictures in a limited process ...")
    how = _calibrating(args)
    if how == Calibrating() and args.pictures is None:
        document = imports.import_radiographs(services, args.paths, args.orientation, args.out)
        return Outcome(document, (*_described(document), f"patient folder: {args.out}"))
    document = import_calibrated(
        services, args.paths, how, args.orientation, args.out, args.pictures
    )
    folders = [
        f"{words}: {folder}"
        for words, folder in (("patient folder", args.out), ("pictures", args.pictures))
        if folder is not None
    ]
    return Outcome(document, (*_described(document), *_calibration_lines(document), *folders))


def _calibrating(args: argparse.Namespace) -> Calibrating:
    given = args.ruler or args.ball
    if given is None:
        return Calibrating(args.landmarks, args.landmarks_of)
    off_plane_mm = OFF_PLANE_MM if args.off_plane is None else args.off_plane
    ends = (given.first_px, given.second_px, given.length_mm)
    return Calibrating(
        of=args.landmarks_of, measured=Measured(*ends, off_plane_mm, args.oblique, args.tilt)
    )


def _calibration_lines(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Every landmark's error, and how well two pictures agree."""
    lines = []
    for name, geometry in document["geometry"].items():
        angles = f"oblique {geometry['oblique_deg']:.1f}°, tilt {geometry['tilt_deg']:.1f}°"
        lines.append(f"  {name}: {angles}")
        lines += [
            f"    {row['name']:<24}{row['error_px']:8.2f} px{row['error_mm']:8.2f} mm"
            for row in geometry["calibration"]["landmarks"]
        ]
    checks = document["cross_checks"]
    if checks:
        worst = max(checks, key=lambda row: row["off_mm"])
        lines.append(
            f"  {len(checks)} landmarks placed again by both pictures: at most "
            f"{worst['off_mm']:.2f} mm off ({worst['name']})"
        )
    return tuple(lines)


def _described(document: Mapping[str, Any]) -> tuple[str, ...]:
    shape = " x ".join(str(part) for part in document["shape"])
    spacing = " x ".join(f"{part:g}" for part in document["spacing_mm"])
    head = f"{document['kind']} ({document['modality']}), {shape} pixels, {spacing} mm"
    notes = [f"  note: {warning}" for warning in document["warnings"]]
    return (head, *notes, *([f"  sha256: {document['sha256']}"] if "sha256" in document else []))
