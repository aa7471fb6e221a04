"""One pulse as the receptor reads it out, and the mean of several as the monitor shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import FloatImage, sixteen_bits, strips
from trainer.imaging.detector import COUNTS, DetectorModel

MOST_EARLIER = 4
ALL = slice(None)
# What the monitor shows while the beam is on is a running mean, as C-arms keep it against noise:
# weights of this pulse and up to four earlier ones (design values).
AVERAGING = (0.40, 0.25, 0.16, 0.11, 0.08)


@dataclass(frozen=True, slots=True, eq=False)
class Pulse:
    """The picture of one pulse; shapes (rows, columns).

    clean : I / I0 that noise and lag met, read-only by convention. detected : counts read out.
    per_count : I / I0 of one count.
    """

    clean: FloatImage
    detected: NDArray[np.uint16]
    per_count: float


@dataclass(frozen=True, slots=True)
class Gain:
    """How many quanta and counts I / I0 = 1 is worth in a pixel.

    quanta : detected per pixel in the open field. electronic : I / I0 whose quantum noise equals
    that of the electronics. full_scale : I / I0 at which the counts end.
    """

    quanta: float
    electronic: float
    full_scale: float


def detect(
    clean: FloatImage,
    chance: FloatImage,
    gain: Gain,
    model: DetectorModel,
    earlier: Sequence[Pulse] = (),
) -> Pulse:
    """Read one pulse out: noise, what shines on from earlier pulses (newest first), 16 bits.

    chance : unit noise, see `trainer.imaging.noise`.
    """
    per_count = gain.full_scale / COUNTS
    lagging = list(zip(model.lag, alike(earlier, clean), strict=False))
    counts = np.empty(clean.shape, np.uint16)
    for part in strips(clean.shape[0]):
        signal = _with_noise(clean[part], chance[part], gain)
        if lagging:
            signal *= np.float32(1.0 - sum(share for share, _ in lagging))
        for share, before in lagging:
            signal += np.float32(share * before.per_count) * before.detected[part]
        counts[part] = sixteen_bits(signal, 1.0 / per_count)
    return Pulse(clean, counts, per_count)


def _with_noise(clean: FloatImage, chance: FloatImage, gain: Gain) -> FloatImage:
    signal = np.maximum(clean, np.float32(0.0))
    signal += np.float32(gain.electronic)
    np.sqrt(signal, out=signal)
    signal *= chance
    signal *= np.float32(1.0 / gain.quanta**0.5)
    signal += clean
    return signal


def averaged(
    pulse: Pulse, earlier: Sequence[Pulse] = (), rows: slice = ALL
) -> tuple[FloatImage, FloatImage]:
    """The running mean of what was detected and of what it would be without noise; I / I0.

    rows : the part of the picture that is wanted.
    """
    pulses = [pulse, *alike(earlier, pulse.clean)]
    weights = np.array(AVERAGING[: len(pulses)])
    weights /= weights.sum()
    detected = np.zeros_like(pulse.clean[rows])
    for weight, one in zip(weights, pulses, strict=True):
        detected += np.float32(weight * one.per_count) * one.detected[rows]
    if all(one.clean is pulse.clean and one.per_count == pulse.per_count for one in pulses):
        return detected, _held(pulse, rows)
    clean = np.zeros_like(detected)
    for weight, one in zip(weights, pulses, strict=True):
        clean += np.float32(weight) * _held(one, rows)
    return detected, clean


def _held(pulse: Pulse, rows: slice) -> FloatImage:
    """The clean picture, ending where the counts end."""
    return np.minimum(pulse.clean[rows], np.float32(pulse.per_count * COUNTS))


def alike(earlier: Sequence[Pulse], like: FloatImage) -> list[Pulse]:
    """The newest few; none from a picture of another size on."""
    alike: list[Pulse] = []
    for pulse in earlier[:MOST_EARLIER]:
        if pulse.clean.shape != like.shape:
            break
        alike.append(pulse)
    return alike
