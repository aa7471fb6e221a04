"""How much a scenario package may hold, and the fence around the process that reads one.

All figures are design values (reliability.md 5.2 asks for at most 10,000 members and 2 GB).
"""

from __future__ import annotations

from trainer.session.fence import fence_in

MIB = 1 << 20

PACKAGE_BYTES = 1 << 30  # the whole file; members are stored as they are, so their sum is less
MEMBERS = 1_000
DEPTH = 2  # a name, or a name in the patient's folder
NAME_BYTES = 511  # two names of 255 bytes and the slash
DIRECTORY_BYTES = MEMBERS * (46 + NAME_BYTES)
MANIFEST_BYTES = MIB
SIGNATURE_BYTES = 4096
PROBLEMS = 50  # findings that are listed; more say nothing new
CHUNK_BYTES = MIB
HEADER_BYTES = MIB  # one message of the reading child

CHILD_MEMORY_BYTES = 1 << 30  # address space; it holds one chunk
CHILD_CPU_S = 120
CHILD_OPEN_FILES = 32
CHILD_TIMEOUT_S = 120.0  # wall clock, one package


def confine() -> tuple[str, ...]:
    """Fence this process in, for good; returns the limits now in force (`session.fence`)."""
    return fence_in(CHILD_MEMORY_BYTES, CHILD_CPU_S, CHILD_OPEN_FILES)
