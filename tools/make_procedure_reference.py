"""Write docs/procedure.md from the tables: ``python -m tools.make_procedure_reference``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trainer.attempt.acts import ACTS, QUESTIONS, WORDS
from trainer.attempt.complications import COMPLICATIONS, RESPONSES, Complication
from trainer.attempt.step_kinds import Phase, Step
from trainer.attempt.steps import STEPS
from trainer.therapy.voice import SAYINGS

PAGE = Path(__file__).resolve().parents[1] / "docs" / "procedure.md"
HEAD = """# The procedure

<!-- Written by `python -m tools.make_procedure_reference`; change the tables instead. -->

What the program expects of a thoracic medial branch block and rhizotomy, to be read beside a
guideline. Nothing stops a trainee from doing it in another order: the order is scored. No clinician
has reviewed it yet. Tags: S read at the source, V seen, M from memory, X design value; weights,
times and lists of responses are X throughout. For training, not for planning real treatment.

A step is *done by* one of its events, is asked for *before* each event named, and must be done
again after the one named under *since*.
"""
PHASES = {
    Phase.CASE: "Case, decision, consent",
    Phase.ROOM: "Room",
    Phase.LEVEL: "Level and entry",
    Phase.NEEDLE: "Needle",
    Phase.BLOCK: "Injection",
    Phase.LESION: "Stimulation and heat",
    Phase.END: "End",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page."""
    parts = [HEAD, *(line for phase in Phase for line in _phase(phase))]
    return "\n".join([*parts, *_acts(), *_talk(), *_complications(), *_responses(), ""])


def _phase(phase: Phase) -> Iterator[str]:
    yield from (f"## {PHASES[phase]}", "")
    yield "| step | done by | before | since | weight | left out, it risks | of | source |"
    yield "|---|---|---|---|---|---|---|---|"
    yield from (_row(step) for step in STEPS if step.phase is phase)
    yield ""


def _row(step: Step) -> str:
    by = " or ".join(map(str, step.done_by))
    of = "both" if len(step.procedures) == 2 else step.procedures[0]
    cells = (f"**{step.id}** {step.title}", by, step.before, step.since or "", step.weight.value)
    return "| " + " | ".join(map(str, (*cells, step.left_out, of, step.source))) + " |"


def _acts() -> Iterator[str]:
    yield from ("## Acts of one press", "", "| act | what | details |", "|---|---|---|")
    for name, act in ACTS.items():
        yield f"| `{name}` | {act.title} | {', '.join(f'`{one}`' for one in act.details if one)} |"
    yield ""


def _talk() -> Iterator[str]:
    yield from ("## Questions and words", "", "| id | words |", "|---|---|")
    yield from (f"| ask `{name}` | {words} |" for name, words in QUESTIONS.items())
    yield from (f"| tell `{name}` | {words} |" for name, words in WORDS.items())
    yield ""


def _complications() -> Iterator[str]:
    yield from ("## Complications", "")
    yield "Each follows from a cause in the log (`trainer/attempt/causes.py`), never from dice."
    yield ""
    yield "| complication | it shows as | ended by one of each | helpful too | unanswered |"
    yield "|---|---|---|---|---|"
    yield from (_complication(name, kind) for name, kind in COMPLICATIONS.items())
    yield ""


def _complication(name: str, kind: Complication) -> str:
    saying = SAYINGS[kind.sign]
    shows = "; ".join(part for part in (saying.words, saying.seen) if part)
    needed = "; ".join(" or ".join(group) for group in kind.needed)
    becomes = "stays"
    if kind.worse:
        becomes = f"after {kind.worse_s // 60} min {kind.worse}"
    elif kind.passes_s:
        becomes = f"passes after {_long(kind.passes_s)}"
    return f"| `{name}` {kind.title} | {shows} | {needed} | {', '.join(kind.helpful)} | {becomes} |"


def _long(seconds: int) -> str:
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _responses() -> Iterator[str]:
    yield from ("## Responses", "", "| id | what |", "|---|---|")
    yield from (f"| `{name}` | {words} |" for name, words in RESPONSES.items())


if __name__ == "__main__":
    main()
