"""The fast projector is made in the background; an attempt waits for it."""

from __future__ import annotations

import threading

import numpy as np

from tests.imaging.test_projector import ALIGNED, POSES, smooth_volume
from trainer.anatomy.patient import Basis
from trainer.imaging.projector import Projector
from trainer.imaging.slab_projector import SlabProjector
from trainer.imaging.slab_warm_up import warm_projector
from trainer.imaging.slice_projector import SliceProjector
from trainer.session.projectors import FastPictures

VIEW = POSES["oblique"].view.resized((96, 96))
VOLUME = smooth_volume(ALIGNED)


def seen(projector: Projector) -> np.ndarray:
    return projector.path_lengths([VOLUME], VIEW)[Basis.WATER]


def test_an_attempt_waits_for_the_fast_projector_and_says_so() -> None:
    begun, may_go_on = threading.Event(), threading.Event()
    made = SlabProjector()

    def slow_compile() -> Projector:
        begun.set()
        may_go_on.wait(10.0)
        return made

    fast = FastPictures(slow_compile)
    assert fast.progress == ""
    fast.warm_up()
    assert begun.wait(10.0)
    said: list[str] = []
    threading.Timer(0.05, may_go_on.set).start()
    assert fast.for_attempts(said.append) is made
    assert "Preparing" in said[0]
    assert fast.progress == ""
    assert fast.for_attempts(said.append) is made
    assert len(said) == 1


def test_the_step_from_one_to_the_other_cannot_be_seen() -> None:
    plain, fast = seen(SliceProjector()), seen(SlabProjector())
    assert 100.0 * np.sqrt(np.mean(np.square(plain - fast))) / plain.max() < 0.15


def test_one_compilation_serves_every_view() -> None:
    from trainer.imaging.slab_kernels import add_seen, base_rows

    warm_projector()
    known = len(base_rows.signatures), len(add_seen.signatures)
    for pose in POSES.values():
        SlabProjector().path_lengths([VOLUME, smooth_volume(ALIGNED, 2)], pose.view)
    assert (len(base_rows.signatures), len(add_seen.signatures)) == known == (1, 1)


def test_a_machine_that_cannot_compile_goes_on_with_the_plain_one() -> None:
    def broken() -> Projector:
        raise OSError("no compiler here")

    fast = FastPictures(broken)
    fast.warm_up()
    assert not fast.wait()
    assert fast.failure == "OSError: no compiler here"
    assert (seen(fast.for_attempts()) == seen(SliceProjector())).all()


def test_it_is_compiled_once_however_often_it_is_asked_for() -> None:
    asked = []

    def counted() -> Projector:
        asked.append(1)
        return SliceProjector()

    fast = FastPictures(counted)
    for _ in range(3):
        fast.warm_up()
    assert fast.wait()
    assert len(asked) == 1
