"""How much a scenario package may hold, and the fence around the process that reads one.

All figures are design values (reliability.md 5.2 asks for at most 10,000 members and 2 GB).
"""

from __future__ import annotations

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
    """Fence this process in for the rest of its life; returns the limits now in force.

    It can write no file and leaves no core dump. Where the platform has no `resource` module
    (Windows) the parent's time-out is what remains.
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
