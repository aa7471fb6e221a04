"""The fence around a child process that reads a foreign file."""

from __future__ import annotations


def fence_in(memory_bytes: int, cpu_s: int, open_files: int) -> tuple[str, ...]:
    """Fence this process in for the rest of its life; returns the limits now in force.

    memory_bytes : of address space. The process can write no file at all (a file size limit of
    zero; pipes are not files) and leaves no core dump, which would hold a patient's picture. Where
    the platform has no `resource` module (Windows) or knows a limit only by name (macOS and
    memory), the parent's time-out is what remains.
    """
    try:
        import resource
    except ImportError:
        return ()
    wanted = {
        "RLIMIT_AS": memory_bytes,
        "RLIMIT_CPU": cpu_s,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": open_files,
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
