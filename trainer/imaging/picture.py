"""One exposure as a value: what was detected and what a monitor shows of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging.projector import PathMap
from trainer.imaging.pulse import Pulse

STORED_LOG_SPAN = 11.0  # ln units over 16 bits: exp(-11) of the open field is beyond any patient


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """A picture, shape (rows, columns).

    log_signal : ln(I / I0) after averaging, scatter correction and noise reduction. picture : for
    a monitor, dense dark, mostly 0..1; `trainer.imaging.look.grey_of` makes 8 bits of it.
    display : its plain 8-bit grey. pulse : what was read out, to be handed to the next exposures;
    None of a stored picture.
    """

    log_signal: PathMap
    picture: PathMap
    display: NDArray[np.uint8]
    pulse: Pulse | None = None

    @property
    def transmission(self) -> PathMap:
        """I / I0 as detected."""
        return np.exp(self.log_signal)

    @property
    def stored(self) -> NDArray[np.uint16]:
        """16-bit log signal for DICOM: 65535 is the open field, dense is low."""
        scaled = 65535.0 * (1.0 + self.log_signal / STORED_LOG_SPAN)
        return np.asarray(np.rint(np.clip(scaled, 0.0, 65535.0)), dtype=np.uint16)
