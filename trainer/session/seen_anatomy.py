"""A patient's anatomy as the machine saw it last: projected by pose, received by the beam.

Two shelves. What the C-arm's stance and the detail decide is projected; shutters and voltage under
a resting C-arm only ask the receptor anew. A few of each are kept, so that going back and forth
between two views is as quick as staying.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from trainer.anatomy.patient import Patient
from trainer.attempt.events import Exposed
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.exposure import AnatomyPaths, anatomy_paths_of
from trainer.imaging.projected import ProjectedPaths, projected
from trainer.imaging.projector import Projector, Quality
from trainer.imaging.thickness import OpenPart
from trainer.session.taken import sight_of, stance_of

KEPT_PROJECTED = 4  # two maps each: 8 MB at 512 x 512
KEPT_RECEIVED = 3  # seven maps each: 21 MB

Value = TypeVar("Value")


class SeenAnatomy:
    """What lies in the beam of one patient with a volume. Not for two threads at once."""

    def __init__(self, patient: Patient, projector: Projector) -> None:
        self._patient = patient
        self._projector = projector
        self._projected: _Newest[ProjectedPaths] = _Newest(KEPT_PROJECTED)
        self._received: _Newest[AnatomyPaths] = _Newest(KEPT_RECEIVED)

    def paths(
        self, exposed: Exposed, view: PinholeView, open_part: OpenPart, quality: Quality
    ) -> AnatomyPaths:
        """What the receptor gets of the anatomy, without steel. view : of the exposure."""

        def received() -> AnatomyPaths:
            seen = self._projected.get((stance_of(exposed), view.size_px, quality), project)
            return anatomy_paths_of(seen, exposed.tube_v / 1e3, open_part)

        def project() -> ProjectedPaths:
            return projected(self._patient, view, self._projector, quality)

        return self._received.get((sight_of(exposed), view.size_px, quality), received)


class _Newest(Generic[Value]):
    """The newest few values by key."""

    def __init__(self, kept: int) -> None:
        self._most = kept
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        if key not in self._values:
            self._values[key] = make()
        self._values.move_to_end(key)
        while len(self._values) > self._most:
            self._values.popitem(last=False)
        return self._values[key]
