"""How much a foreign file may cost, and the fence around the process that reads it.

All figures are design values (DESIGN 13; reliability.md F6, 5.3-5.5, G10).
"""

from __future__ import annotations

from trainer.session.fence import fence_in

GIB = 1 << 30
MIB = 1 << 20

CHILD_MEMORY_BYTES = 3 * GIB  # address space, libraries included (about 0.3 GiB)
CHILD_CPU_S = 300  # of one child's whole life
CHILD_OPEN_FILES = 64
FILES_PER_CHILD = 200
LOOK_TIMEOUT_S = 20.0  # wall clock, headers of one file
PIXELS_TIMEOUT_S = 60.0  # wall clock, pixels of one file or volume
START_TIMEOUT_S = 60.0  # a cold disk imports the libraries slowly

FILE_BYTES = GIB
PIXEL_BYTES = 512 * MIB  # rows x columns x frames x bytes, as declared and as delivered
INFLATED_BYTES = 128 * MIB  # of a deflated DICOM file
ELEMENTS = 200_000  # in one DICOM file, top level
FACT_BYTES = 64 * 1024  # one allowed element
MOST_LABEL = 1000  # larger numbers than any label map's are an image's values
HEADER_BYTES = MIB  # one message across the border
FILES_PER_FOLDER = 50_000


def confine() -> tuple[str, ...]:
    """Fence this process in, for good; returns the limits now in force (`session.fence`)."""
    return fence_in(CHILD_MEMORY_BYTES, CHILD_CPU_S, CHILD_OPEN_FILES)
