"""How much a foreign file may cost, and the fence around the process that reads it.

All figures are design values (DESIGN 13; reliability.md F6, 5.3-5.5, G10).
"""

from __future__ import annotations

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
    """Fence this process in for the rest of its life; returns the limits now in force.

    The process can write no file at all (a file size limit of zero; pipes are not files) and
    leaves no core dump, which would hold a patient's picture. Where the platform has no `resource`
    module (Windows) or knows a limit only by name (macOS and memory), the parent's time-out is
    what remains.
    """
    try:
        import resource
    except ImportError:
        return ()
    wanted = {
        "RLIMIT_AS": CHILD_MEMORY_BYTES,
        "RLIMIT_CPU": CHILD_CPU_S,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": CHILD_OPEN_FILES,
        "RLIMIT_CORE": 0,
    }
    held = []
    for name, value in wanted.items():
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (AttributeError, ValueError, OSError):
            continue
        held.append(name)
    return tuple(held)
