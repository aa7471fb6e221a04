"""ITK-RTK's Joseph on the block: run by a Python that has `itk-rtk`, see `bench_projectors`.

`python -m benchmarks.peer_rtk VOLUMES.npz SIZE REPEATS OUT.npz`. The AP view only: RTK turns about
its own y, so y takes our z, and its source at +z is our -y.
"""

from __future__ import annotations

import json
import sys
import time

import itk
import numpy as np
from itk import RTK as rtk  # noqa: N811

IMAGE = itk.Image[itk.F, 3]


def picture(array: np.ndarray, spacing: list[float], origin: list[float]) -> object:
    """An ITK image of an array (z, y, x)."""
    made = itk.image_from_array(np.ascontiguousarray(array, dtype=np.float32))
    made.SetSpacing(spacing)
    made.SetOrigin(origin)
    return made


def main() -> None:
    """Project every volume `repeats` times; print milliseconds, write the last pictures."""
    stored, size, repeats = np.load(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    itk.MultiThreaderBase.SetGlobalDefaultNumberOfThreads(2)
    si, sj, sk = (float(mm) for mm in stored["spacing_mm"])
    sources = []
    for counts in stored["counts"]:  # (z, y, x) of ours to RTK's (z = -y, y = z, x = x)
        turned = counts.transpose(1, 0, 2)[::-1]
        origin = [-(n - 1) / 2 * mm for n, mm in zip(turned.shape[::-1], (si, sk, sj), strict=True)]
        sources.append(picture(turned, [si, sk, sj], origin))
    geometry = rtk.ThreeDCircularProjectionGeometry.New()
    geometry.AddProjection(700.0, 1100.0, 0.0)
    pitch = 400.0 / size
    at = -(size - 1) / 2 * pitch
    spent_ms, found = [], []
    for _ in range(repeats):
        begun, found = time.perf_counter(), []
        for source in sources:
            empty = picture(np.zeros((1, size, size)), [pitch, pitch, 1.0], [at, at, 0.0])
            project = rtk.JosephForwardProjectionImageFilter[IMAGE, IMAGE].New()
            project.SetInput(0, empty)
            project.SetInput(1, source)
            project.SetGeometry(geometry)
            project.Update()
            found.append(itk.array_from_image(project.GetOutput())[0])
        spent_ms.append((time.perf_counter() - begun) * 1000.0)
    np.savez(sys.argv[4], paths=np.stack(found))
    print(json.dumps({"ms": spent_ms}))


if __name__ == "__main__":
    main()
