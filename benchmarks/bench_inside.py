"""How long the inside takes to draw: `python -m benchmarks.bench_inside`.

Goals: a slice at 512 x 512 in 30 ms; the 3D view in 100 ms while turning and 400 ms fine, on two
cores. Milliseconds of this machine now, and ratios within the run, which a busy machine shifts
less: the 3D view over one slice, with and without skipping empty space. Asserts nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from trainer.app.wiring import wired
from trainer.imaging.slices import Cut, hounsfield_slice, plane_through
from trainer.imaging.solid_render import Detail, render_solid
from trainer.session.interior import look_inside

SCENARIO, SIZE, REPEATS = "place-t7-left", (512, 512), 7


def fastest_ms(work: Callable[[], object]) -> float:
    """The best of some: the others waited for somebody else."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return 1000.0 * min(times)


def main() -> None:
    """Measure and print."""
    inside = look_inside(wired(), SCENARIO)
    planes = [plane_through(cut, inside.target_world_mm, 0.25, SIZE) for cut in Cut]
    slices = [fastest_ms(partial(hounsfield_slice, inside.patient, plane)) for plane in planes]
    for cut, took in zip(Cut, slices, strict=True):
        print(f"slice {cut:10s} {took:7.1f} ms")
    one = float(np.median(slices))
    bone = inside.scene.bone
    careful = replace(inside.scene, bone=replace(bone, leap=np.zeros_like(bone.leap)))
    for detail in Detail:
        for name, scene in (("", inside.scene), (", no skipping", careful)):
            draw = partial(render_solid, scene, inside.camera, SIZE, detail=detail)
            took = fastest_ms(draw)
            print(f"3D {detail.name.lower()}{name:15s} {took:7.1f} ms  = {took / one:5.1f} slices")


if __name__ == "__main__":
    main()
