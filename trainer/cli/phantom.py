"""phantom: build a synthetic patient and measure what came out."""

from __future__ import annotations

import argparse
import sys
from itertools import groupby

from trainer.anatomy.measure.rows import Row
from trainer.cli.outcome import Outcome, Tell
from trainer.session.person_settings import person_with
from trainer.session.phantom import Phantom, keep, measured, refuse_taken
from trainer.session.services import Services


def phantom(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """Build, measure, print; write the patient, the table and two pictures where asked."""
    person = person_with(args.seed, args.settings)
    if args.out is not None:
        refuse_taken(args.out)
    found = measured(services, person, tell)
    document = found.document(peak_mb())
    kept = keep(services, found, document, args.out) if args.out is not None else ()
    return Outcome(document, (*_lines(found), *(f"written: {path}" for path in kept)))


def peak_mb() -> float | None:
    """The most memory this process has held; None where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def _lines(found: Phantom) -> list[str]:
    document = found.document(peak_mb())
    made = "from the cache" if found.from_cache else "built"
    lines = [
        f"seed {found.person.seed}: {made} in {found.build_s:.1f} s, "
        f"measured in {found.measure_s:.1f} s, peak {document['peak_mb']} MB",
        f"sha256 {document['volume_sha256']}",
        f"{document['in_tolerance']} of {document['counted']} rows in tolerance "
        f"({document['share_in_tolerance']:.1%}); M: the target is from memory, to be verified",
        "",
    ]
    counted = [row for row in found.rows if not row.anchor]
    apart = [row for row in found.rows if row.anchor]
    return [*lines, *_table(counted), "", "Other populations, reported apart:", *_table(apart)]


def _table(rows: list[Row]) -> list[str]:
    lines = []
    ordered = sorted(rows, key=lambda row: row.target.key.name)
    for name, group in groupby(ordered, key=lambda row: row.target.key.name):
        lines.append(name)
        lines += [_line(row) for row in group]
    return lines


def _line(row: Row) -> str:
    target = row.target
    mark = "  " if row.ok else "! "
    value = f"{row.value:9.2f}" if row.value == row.value else "not found"
    return (
        f"  {mark}{target.key.level:8}{target.key.side:6} {value} {target.unit:4} "
        f"target {target.value:7.2f} +- {target.tolerance:5.2f}  {target.tag:2}  {target.source}"
    )
