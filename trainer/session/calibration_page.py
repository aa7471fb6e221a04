"""A calibration as a page that people read, with its drawing and its numbers beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from trainer.assessment.separation import Separation
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.canonical import sha256
from trainer.session.calibrating import Calibration
from trainer.session.calibration_drawing import drawing
from trainer.session.calibration_facts import LABEL, Facts, KindFacts, document_of


def keep(found: Calibration, facts: Facts, folder: Path) -> tuple[Path, ...]:
    """Write <id>.md, <id>.svg and <id>.json, over older ones. Raises Refusal."""
    name = found.scenario.id
    numbers = json.dumps(document_of(found, facts), ensure_ascii=False, indent=1) + "\n"
    texts = {
        f"{name}.svg": drawing(found, facts),
        f"{name}.json": numbers,
        f"{name}.md": page(found, facts),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_written(folder / file, text) for file, text in texts.items())
    except OSError as error:
        raise Refusal(
            f"The calibration cannot be kept in {folder}",
            os.strerror(error.errno or 0),
            "Choose another folder",
            code=ExitCode.STORAGE,
        ) from None


def _written(path: Path, text: str) -> Path:
    """Whole or not at all: what is there is replaced at once."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
    return path


def page(found: Calibration, facts: Facts) -> str:
    """The page in Markdown; the same for the same marks."""
    return "\n".join((*_head(found), *_expectations(facts), *_body(found, facts), ""))


def _head(found: Calibration) -> Iterator[str]:
    name, plan = found.scenario.id, found.plan
    yield f"# {found.scenario.title} (`{name}`)"
    yield ""
    yield f"**{LABEL}**"
    yield ""
    yield (
        f"`calibrate {name} --trainees {plan.trainees} --seed {plan.seed}` · rubric "
        f"{found.rubric}, cut {found.pass_mark / 10:g}, {found.standing} · scenario version "
        f"{found.scenario.version}, {sha256(found.scenario)[:12]} · {_numbers(found)}"
    )
    yield ""
    yield f"![Marks of each kind of player]({name}.svg)"
    yield ""


def _numbers(found: Calibration) -> str:
    return f"[every attempt's mark and digest]({found.scenario.id}.json)"


def _expectations(facts: Facts) -> Iterator[str]:
    yield "## What was to be expected"
    yield ""
    yield from _table(
        ("expected", "", "found"),
        ((one.says, "yes" if one.holds else "**no**", one.found) for one in facts.expectations),
    )


def _body(found: Calibration, facts: Facts) -> Iterator[str]:
    yield from ("## Marks", "")
    yield from _table(
        ("player", "passed (exact 95 %)", "median", "quartiles", "range", "minutes", "pictures"),
        (_marks(one) for one in facts.kinds),
    )
    if found.parts:
        yield from ("Mean marks by part, of 100; the weight stands behind its name.", "")
        judged = any(one.judgement is not None for one in facts.kinds)
        heads = [f"{part} ({weight})" for part, weight in found.parts.items()]
        yield from _table(
            ("player", *heads, *(("case",) if judged else ())),
            (_parts(one, judged=judged) for one in facts.kinds),
        )
    yield from _errors("Critical errors", [(one.kind, one.critical) for one in facts.kinds])
    yield from _errors("Major errors", [(one.kind, one.major) for one in facts.kinds])
    yield from _separations(facts)
    yield from _items(found, facts)


def _marks(one: KindFacts) -> tuple[str, ...]:
    marks, share = one.marks, one.passed
    return (
        one.kind,
        f"{share.hits} of {share.count} ({share.low:.2f}-{share.high:.2f})",
        _of_100(marks.median),
        f"{_of_100(marks.quarter)}-{_of_100(marks.three_quarters)}",
        f"{_of_100(marks.least)}-{_of_100(marks.most)}",
        f"{one.minutes:.1f}",
        f"{one.exposures:.0f}",
    )


def _parts(one: KindFacts, *, judged: bool) -> tuple[str, ...]:
    case = "-" if one.judgement is None else _of_100(one.judgement)
    return (one.kind, *(_of_100(mark) for mark in one.parts.values()), *((case,) if judged else ()))


def _errors(title: str, shares: Sequence[tuple[str, object]]) -> Iterator[str]:
    """Which errors how often, where any happened; columns are kinds of error."""
    known = [(kind, dict(found)) for kind, found in shares if isinstance(found, dict)]
    errors = sorted({error for _, found in known for error in found})
    yield from (f"## {title}", "")
    if not errors:
        yield from ("None happened.", "")
        return
    yield from ("Share of attempts in which it happened at least once.", "")
    yield from _table(
        ("error", *(kind for kind, _ in known)),
        ((error, *(_percent(found.get(error)) for _, found in known)) for error in errors),
    )


def _percent(share: float | None) -> str:
    return "" if not share else f"{share:.0%}"


def _separations(facts: Facts) -> Iterator[str]:
    yield from ("## Separation and difficulty", "")
    yield (
        "Area under the ROC curve of the mark: the chance that one of the better group has more "
        "(0.5: no difference); interval by 2,000 resamples within the groups."
    )
    yield ""
    yield from _table(
        ("groups", "area", "95 % interval"),
        (
            (f"{better} over {lesser}", f"{one.area:.3f}", _interval(one))
            for (lesser, better), one in facts.separations.items()
        ),
    )
    if facts.difficulty is not None:
        yield (
            f"Difficulty, 1 less the mean mark of novice, trained and expert together: "
            f"{facts.difficulty:.2f}."
        )
        yield ""


def _interval(one: Separation) -> str:
    if one.low is None or one.high is None:
        return "too few"
    if one.complete:
        return "the groups do not overlap: resampling cannot tell how sure that is"
    return f"{one.low:.3f}-{one.high:.3f}"


def _items(found: Calibration, facts: Facts) -> Iterator[str]:
    if not facts.items:
        return
    yield from ("## The rubric's lines", "")
    yield (
        "Of novice, trained and expert together. Difficulty: 1 less the mean mark. Correlation "
        "with the sum of the other lines; difference between the best and the worst 27 %. A dash: "
        "it does not vary, or there are too few."
    )
    yield ""
    yield from _table(
        ("line", "weight", "difficulty", "correlation", "difference"),
        (
            (
                f"`{one.id}`",
                str(found.metrics[one.id]),
                f"{one.difficulty:.2f}",
                _maybe(one.rest_correlation),
                _maybe(one.outer_difference),
            )
            for one in facts.items
        ),
    )


def _maybe(number: float | None) -> str:
    return "-" if number is None else f"{number:.2f}"


def _of_100(mark: float) -> str:
    return f"{mark / 10:.1f}"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""
