"""How far each quality of the projector is from the exact integral.

`python -m benchmarks.bench_errors` prints the table of docs/decisions/0009: over views of the
256 x 256 x 300 block, the largest root mean square error in percent of the true picture's peak. It
asserts nothing.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.bench_projectors import errors, stacked
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.block_phantom import block, pose
from trainer.imaging.slab_projector import FINE, LIVE, MOVING, SlabProjector

QUALITIES = {"moving": MOVING, "live": LIVE, "fine": FINE}
VIEWS_DEG = ((0.0, 0.0), (20.0, 0.0), (40.0, 0.0), (90.0, 0.0), (0.0, 30.0))  # oblique, tilt
STEEP_DEG = (45.0, 20.0)


def main() -> None:
    """One line a quality: the whole picture, bone alone, bone alone in the steep view."""
    volumes = block()
    print("| | whole picture | bone alone | bone, 45 degrees oblique and 20 tilted |")
    print("|---|---|---|---|")
    for name, quality in QUALITIES.items():
        project = stacked(SlabProjector(quality), volumes)
        plain = [errors(project, volumes, _view(*angles)) for angles in VIEWS_DEG]
        steep = errors(project, volumes, _view(*STEEP_DEG))
        whole = max(one["rms_percent"] for one in (*plain, steep))
        bone = max(one["bone_rms_percent"] for one in plain)
        print(f"| {name} | {whole:.2f} | {bone:.2f} | {steep['bone_rms_percent']:.2f} |")


def _view(oblique_deg: float, tilt_deg: float) -> PinholeView:
    return replace(pose(oblique_deg, 512), tilt_deg=tilt_deg).view


if __name__ == "__main__":
    main()
