"""Live minus mask: the difference of two displayed pictures around mid grey.

`Exposure.picture` follows the logarithm of the signal, so a plain difference leaves what was added
between the two, contrast or steel. It is honest only for one pose and an unmoved patient.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trainer.ui.presenters.shown import Picture
from trainer.ui.presenters.texts import tr

MIDDLE = np.float32(0.5)


def fits(picture: Picture, mask: Picture) -> bool:
    """Whether both have the same matrix."""
    return picture.values.shape == mask.values.shape


def same_view(picture: Picture, mask: Picture) -> bool:
    """Whether both were taken from one place."""
    return picture.pose == mask.pose


def subtracted(picture: Picture, mask: Picture) -> Picture:
    """The picture less the mask; it says what it is."""
    values = picture.values - mask.values + MIDDLE
    words = tr("SUBTRACTED  EXP {number} - {mask}").format(number=picture.number, mask=mask.number)
    if not same_view(picture, mask):
        words = tr("{words}  (poses differ)").format(words=words)
    return replace(picture, values=values, lines=(*picture.lines, words))
