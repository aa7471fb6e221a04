"""One chain of reading children for a whole module: starting one costs most of a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from trainer.dicom.reader import LimitedImageReader


@pytest.fixture(scope="module")
def reader() -> Iterator[LimitedImageReader]:
    with LimitedImageReader(files_per_child=1_000_000) as kept:
        yield kept
