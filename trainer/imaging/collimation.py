"""Iris and shutters: what they shut off stays black on the picture."""

from __future__ import annotations

import numpy as np

from trainer.imaging._cv import FloatImage
from trainer.imaging.thickness import OpenPart

# A blade stands nearer the focal spot than the patient, so its edge is blurred by the spot: about a
# millimetre on the receptor for 0.3-0.6 mm spots (clinical.md 5.1), a third of a percent of the
# field (design value).
EDGE_SHARE = 1.0 / 300.0


def collimated(picture: FloatImage, open_part: OpenPart) -> FloatImage:
    """A picture, dense dark, shape (rows, columns), black outside its open part.

    open_part : left, top, right, bottom as shares of the picture, 0..1. The same picture comes back
    where all of it is open.
    """
    left, top, right, bottom = open_part
    if left <= 0.0 and top <= 0.0 and right >= 1.0 and bottom >= 1.0:
        return picture
    rows, columns = picture.shape
    across, down = _open_along(left, right, columns), _open_along(top, bottom, rows)
    return np.asarray(picture * down[:, None] * across, dtype=np.float32)


def _open_along(first: float, last: float, count: int) -> FloatImage:
    """How far each pixel of a line is open, 0..1; an edge of the picture itself is not softened."""
    middle = (np.arange(count, dtype=np.float32) + 0.5) / count
    soft = max(EDGE_SHARE, 1.0 / count)
    opened = np.ones(count, np.float32)
    if first > 0.0:
        opened *= np.clip((middle - first) / soft + 0.5, 0.0, 1.0)
    if last < 1.0:
        opened *= np.clip((last - middle) / soft + 0.5, 0.0, 1.0)
    return opened
