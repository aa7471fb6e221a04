"""Write trainer/therapy/lesions.npz: every lesion that the shipped generator can make.

Run: uv run python -m tools.make_lesions (about ten minutes on two cores)
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion_program import Mode
from trainer.therapy.lesion_track import SAMPLE_S, Track, tracked

OUT = Path(__file__).resolve().parents[1] / "trainer" / "therapy" / "lesions.npz"
CONVENTIONAL_C = tuple(range(40, 91, 5))
COOLED_C = (50, 55, 60, 65)
LONGEST_S = 180.0
COOLED = (Electrode(17, 4.0, cooled=True), Electrode(17, 5.5, cooled=True))


def electrodes() -> Iterator[tuple[Electrode, tuple[int, ...]]]:
    """Each electrode with the temperatures it is tabulated at."""
    for gauge in (22, 20, 18, 16):
        for tip_mm in (5.0, 10.0):
            yield Electrode(gauge, tip_mm), CONVENTIONAL_C
    for cooled in COOLED:
        yield cooled, COOLED_C


def _one(job: tuple[Electrode, int]) -> Track:
    electrode, temperature_c = job
    mode = Mode.COOLED if electrode.cooled else Mode.CONVENTIONAL
    return tracked(electrode, mode, float(temperature_c), LONGEST_S)


def main() -> None:
    """Solve all and write them."""
    rows = [(electrode, warm) for electrode, warms in electrodes() for warm in warms]
    with ProcessPoolExecutor(2) as pool:
        tracks = list(pool.map(_one, rows))
    np.savez_compressed(
        OUT,
        allow_pickle=False,
        sample_s=np.float32(SAMPLE_S),
        gauge=np.array([one.gauge for one, _ in rows], np.int16),
        tip_mm=np.array([one.active_tip_mm for one, _ in rows], np.float32),
        cooled=np.array([one.cooled for one, _ in rows]),
        temperature_c=np.array([warm for _, warm in rows], np.float32),
        coagulated_mm=_stacked(tracks, "coagulated_mm"),
        isotherm_mm=_stacked(tracks, "isotherm_mm"),
        watt=_stacked(tracks, "watt"),
        ohm=_stacked(tracks, "ohm"),
        electrode_c=_stacked(tracks, "electrode_c"),
        hottest_c=_stacked(tracks, "hottest_c"),
    )
    print(f"{OUT.name}: {len(rows)} programs, {OUT.stat().st_size / 1000:.0f} kB")


def _stacked(tracks: list[Track], name: str) -> np.ndarray:
    return np.stack([getattr(track, name) for track in tracks]).astype(np.float32)


if __name__ == "__main__":
    main()
