"""view | project | inspect | import: real images in, pictures and pixels out."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode, Refusal
from trainer.session import imports, interior
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
    tell("Reading the pictures in a limited process ...")
    document = imports.import_radiographs(services, args.paths, args.orientation, args.out)
    return Outcome(document, (*_described(document), f"patient folder: {args.out}"))


def _described(document: Mapping[str, Any]) -> tuple[str, ...]:
    shape = " x ".join(str(part) for part in document["shape"])
    spacing = " x ".join(f"{part:g}" for part in document["spacing_mm"])
    head = f"{document['kind']} ({document['modality']}), {shape} pixels, {spacing} mm"
    notes = [f"  note: {warning}" for warning in document["warnings"]]
    return (head, *notes, *([f"  sha256: {document['sha256']}"] if "sha256" in document else []))
