"""What has been done so far beyond moving steel: acts, syringe, generator, complications.

Two clocks: `t_ms` is the log's; simulated time is that plus what `Wait` let pass. Names end in
`_sim_ms` where simulated time is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events import Blob, Vec3


@dataclass(frozen=True, slots=True)
class Injecting:
    """The plunger moves. began_ms : on the log's clock, for the picture."""

    agent: str
    volume_ul: int
    needle: int
    tip_um: Vec3
    began_ms: int
    began_sim_ms: int
    lasts_ms: int
    pattern: str
    blobs: tuple[Blob, ...]


@dataclass(frozen=True, slots=True)
class Deposit:
    """What lies in the patient since `at_sim_ms`; numbed_permille : at its peak."""

    agent: str
    volume_ul: int
    needle: int
    tip_um: Vec3
    pattern: str
    began_ms: int
    at_sim_ms: int
    blobs: tuple[Blob, ...]
    numbed_permille: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Generator:
    """How the generator is set."""

    mode: str = "conventional"
    temperature_c: int = 80
    seconds: int = 90


@dataclass(frozen=True, slots=True)
class RunningLesion:
    """Heat is on. reads : panel readings so far, one every five simulated seconds.

    warned : how many there were when the patient first said that it burns round the ribs, -1 =
    that was not said.
    """

    needle: int
    mode: str
    temperature_c: int
    seconds: int
    began_sim_ms: int
    reads: int = 0
    warned: int = -1


@dataclass(frozen=True, slots=True)
class LesionMade:
    """A lesion that was made; what it reached and covered."""

    number: int
    mode: str
    temperature_c: int
    seconds: int
    needle: int
    centre_um: Vec3
    axis_e9: Vec3
    semi_um: tuple[int, int]
    isotherm_centre_um: Vec3
    isotherm_um: tuple[int, int]
    clearance_um: tuple[tuple[str, int], ...]
    covered_permille: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Harm:
    """A complication that is on its way and shows at `shows_sim_ms`."""

    complication: str
    cause: str
    shows_sim_ms: int


@dataclass(frozen=True, slots=True)
class OpenComplication:
    """A complication that shows and is not over. answers : right responses so far."""

    complication: str
    cause: str
    began_sim_ms: int
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure:
    """Everything of the procedure that `decide` must remember.

    waited_ms : simulated time that the clock did not run. acts : (act, detail) in order, again
    where repeated. read, discussed, told, reasons : in order, each once. decision : "" before it.
    saved : (role, exposure), the last of each role. tubing : number of the needle that tubing
    hangs on, 0 = none. brewing : harm that does not show yet. open : complications that show.
    over : those that ended. judged : how many deposits a block's diary has told of.
    """

    waited_ms: int = 0
    acts: tuple[tuple[str, str], ...] = ()
    read: tuple[str, ...] = ()
    discussed: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    decision: str = ""
    saved: tuple[tuple[str, int], ...] = ()
    tubing: int = 0
    injecting: Injecting | None = None
    deposits: tuple[Deposit, ...] = ()
    generator: Generator = Generator()
    running: RunningLesion | None = None
    lesions: tuple[LesionMade, ...] = ()
    brewing: tuple[Harm, ...] = ()
    open: tuple[OpenComplication, ...] = ()
    over: tuple[str, ...] = ()
    judged: int = 0

    def detail_of(self, act: str) -> str | None:
        """The detail of the last time that an act was done; None where it was not."""
        return next((detail for done, detail in reversed(self.acts) if done == act), None)


NOTHING_DONE = Procedure()
