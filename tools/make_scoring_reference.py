"""Write docs/scoring.md from the tables: ``python -m tools.make_scoring_reference``.

With ``--freeze`` it also registers the SHA-256 of shipped rubrics that are not registered yet; one
that is registered and has changed is refused, for attempts were scored by it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from trainer.scenario.rubric_parts import Gate, RubricOfParts, ValuedMetric
from trainer.scenario.rubric_tables import rubric_sha256, shipped_rubrics
from trainer.scoring.drills.rules import RULES
from trainer.scoring.error_kinds import ErrorKind
from trainer.scoring.errors import ERRORS
from trainer.scoring.metric import Metric
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import SCORING_VERSION

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "scoring.md"
FROZEN = ROOT / "trainer" / "scenario" / "rubrics" / "frozen.json"

HEAD = f"""# How an attempt is scored

<!-- Written by `python -m tools.make_scoring_reference`; change the tables instead. -->

A score is a function of the log and of the rubric in its header, and of nothing else: integers and
exact operations, so the same log gives the same document and the same digest on every machine and
in every year. This is version {SCORING_VERSION} of the document. **No validity evidence yet: no
metric here has been shown to measure skill, every weight and limit is a design value unless a
source stands beside it, and every shipped cut is provisional, not for decisions.**

## From events to a mark

1. A *metric* measures one thing (table below). It *applies* where the scenario can be measured so;
   that is a question to header and scenario, never to what was done. Where it does not apply, it
   counts neither way and the others of its part share the points.
2. A *value function* turns the value into a mark of 0 to 1000: straight between its knots, flat
   outside, rounded down. `full_at` and `zero_at` are the two knots of the simple form. With *per
   target*, the knots are multiplied by the number of targets. A value of None earns 0.
3. Metrics marked *needs work* earn 0 until the work was done: a needle left in the patient
   (placement), an anaesthetic injected (block), a lesion (rhizotomy). Doing nothing is neither safe
   nor sparing. Where one should not go on with the case, leaving the patient alone is the work.
   **An unsafe act costs and never earns.** An injection or a lesion is *unsafe* where an error
   that the rubric lists as critical bears a time from its beginning to its end (of one that still
   runs: its beginning). It is no work and fulfils no step. What metrics marked *of acts* earn is
   the least of their marks without the unsafe acts and with each of them alone beside the safe
   ones, and a gate on such a metric shuts if it shuts in any of these; the value shown is that of
   all acts. An injection or lesion that ended without having begun counts nowhere.
4. A *part* is the mean of its metrics' marks by weight, rounded down; the performance is the mean
   of its parts by weight, rounded down; parts in which nothing applies and weighs are left aside.
5. A *gate* that shuts (value beyond its limit, or None) caps its part or the whole, or fails.
6. Each *major error* takes its cost off the performance, up to a limit for its kind and one for
   all, not below 0. Errors are acts, in order of time.
7. *Judgement* is a second mark of the same making. An attempt passes that was submitted, whose two
   marks reach their cuts, in which no gate fails it and no listed *critical error* happened.
8. Who rightly did not go on, where the story also accepts that, and touched nobody, has performed
   nothing: the judgement's mark stands alone.

The document: `score`, `pass_mark`, `passed`, `complete`, `performed`, `standing`, `note`,
`scenario`, `rubric` {{id, version, sha256}}, `critical` [{{id, t_ms, exposure, why}}], `major` [the
same and cost], `parts` [{{id, title, mark, weight}}], `gates` [{{metric, value, part, cap, fails,
why}}], `metrics` [{{id, version, value, unit, mark, weight, part, applies}}], `judgement` {{score,
pass_mark, passed, metrics, gates}} or null, and `digest`: SHA-256 of the document without it,
with sorted keys, no spaces, ASCII. `exposure` is the number of the last picture
in the log that was taken not later than the error, 0 where there is none.

Attempts with a rubric of the first form (one list of metrics, each earning only with a needle in
the patient at the end, no parts, gates, major errors or judgement) keep version 1 of the document
and their digests.

## Which rubric

A scenario names a shipped one (`rubric: {{base: rhizotomy, version: 3}}`), changes single settings
of it under a name of its own (`changes`, each with its reason), or holds a whole one
([authoring.md](authoring.md)). The header of an attempt holds the whole of it. A rubric that was
used is never edited: shipped ones are registered by their SHA-256 (below), a scenario that calls
another one by a registered id and version is refused, and an attempt cannot be opened where
records on this computer know the same id and version with another content. A cut reads
"provisional, not for decisions" until a `standard_setting` record stands in the rubric: method,
number of judges, date, cut, and who answers for it.
"""

DRILL_WORDS = """Everything is in micrometres and thousandths of a degree. A *picture* is an
`exposed` event; it *shows* a place that lies before its source and inside its open rectangle (edges
included), where the place falls on the receptor: right and down are its components along
`right_e9` and `down_e9`, times `sid_um` and divided by its depth along `direction_e9`, rounded
down. A length on the receptor is brought to a place's depth by that place's depth over `sid_um`,
rounded down. `L` is the bone of the first target, `S` its side; places are the header's
landmarks. *Answers* are `answered` events; an item's events are those from its `item_set` to the
next, its picture the last among them, and it is *done* when it has as many subjects answered as
it asks; the last answer to a subject counts. What was not possible did not happen."""


def main(arguments: Iterable[str] = ()) -> None:
    """Write the page, and with --freeze the register."""
    if "--freeze" in arguments:
        FROZEN.write_text(frozen_text(), encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def frozen_text() -> str:
    """The register with every shipped rubric in it. Raises ValueError where one has changed."""
    known: dict[str, dict[str, str]] = json.loads(FROZEN.read_text(encoding="utf-8"))
    for (name, version), rubric in shipped_rubrics().items():
        sha = rubric_sha256(rubric)
        if known.setdefault(name, {}).setdefault(str(version), sha) != sha:
            raise ValueError(f"{name} {version} is registered with other content: count up")
    return json.dumps(known, indent=1, sort_keys=True) + "\n"


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_metrics(METRICS), *_drills(), *_errors(ERRORS), *_rubrics()])


def _metrics(metrics: Mapping[str, Metric]) -> Iterator[str]:
    yield "## Metrics\n"
    yield "All of them are unvalidated. Lengths are micrometres, angles thousandths of a degree,"
    yield "shares thousandths; rounding is always down.\n"
    for metric in metrics.values():
        work = "; needs work" if metric.needs_needle else ""
        yield f"### `{metric.id}`: {metric.title}\n"
        work += "; of acts" if metric.of_acts else ""
        yield f"Version {metric.version}, unit {metric.unit}, {metric.better} is better{work}.\n"
        yield f"{metric.formula}\n"
        yield f"*Source: {metric.citation}.*\n"


def _drills() -> Iterator[str]:
    yield "## Drills\n"
    yield "A drill's criterion, by its measure; the limits stand in the header (`drill.limits`).\n"
    yield f"{DRILL_WORDS}\n"
    yield from (f"- `{name}`: {rule}" for name, rule in RULES.items())
    yield ""


def _errors(errors: Mapping[str, ErrorKind]) -> Iterator[str]:
    yield "## Errors\n"
    yield "Each is found as acts with a time, the picture seen last and a sentence. A rubric may"
    yield "list any of them as critical or as major; the column says what it is by itself. A twitch"
    yield "beside the spine is a good sign; uptake recognised and repositioned is no error.\n"
    yield "| id | what | by itself | source |\n|---|---|---|---|"
    for kind in errors.values():
        yield f"| `{kind.id}` | {kind.title} | {kind.severity} | {kind.citation} |"
    yield "\nPrecisely, with the time that each act bears. Served views are those of the scenario's"
    yield "`required_views`: the stored picture of that name, or oblique (to either side) and tilt"
    yield "both within the tolerance.\n"
    yield from (f"- `{kind.id}`: {kind.rule}" for kind in errors.values())
    yield ""


def _rubrics() -> Iterator[str]:
    for rubric in shipped_rubrics().values():
        yield f"## Rubric `{rubric.id}` version {rubric.version}: {rubric.title}\n"
        sha = rubric_sha256(rubric)
        yield f"Pass mark {rubric.pass_mark}; {rubric.standing}. SHA-256 `{sha}`.\n"
        yield from _parts(rubric)
        yield from _second(rubric)


def _parts(rubric: RubricOfParts) -> Iterator[str]:
    head = "| metric | weight | value: mark |\n|---|---|---|"
    for part in rubric.parts:
        yield f"**{part.title}** (`{part.id}`, {part.weight} of 100)\n"
        yield head
        yield from map(_line, part.metrics)
        yield ""
    if rubric.judgement is not None:
        yield f"**Judgement** (a second mark, cut {rubric.judgement.pass_mark})\n"
        yield head
        yield from map(_line, rubric.judgement.metrics)
        yield ""


def _second(rubric: RubricOfParts) -> Iterator[str]:
    gates = [*rubric.gates, *(rubric.judgement.gates if rubric.judgement else ())]
    if gates:
        yield "Gates:\n"
        yield from (f"- {_gate(gate)}" for gate in gates)
        yield ""
    yield "Critical: " + (", ".join(f"`{one}`" for one in rubric.critical) or "none") + ".\n"
    costs = [
        f"`{one.id}` {one.cost}" + (f" (at most {one.limit})" if one.limit != one.cost else "")
        for one in rubric.major
    ]
    if costs:
        yield f"Major, thousandths off for each act: {', '.join(costs)}; "
        yield f"all together at most {rubric.major_most}.\n"


def _line(metric: ValuedMetric) -> str:
    knots = ", ".join(f"{value:,}: {mark}" for value, mark in metric.line)
    weight = str(metric.weight) if metric.weight else "shown only"
    return f"| `{metric.id}` | {weight} | {knots}{' (per target)' if metric.per_target else ''} |"


def _gate(gate: Gate) -> str:
    limit = f"below {gate.below:,}" if gate.below is not None else f"above {gate.above:,}"
    where = f"part `{gate.part}`" if gate.part else "the whole mark"
    does = [f"caps {where} at {gate.cap}"] if gate.cap < 1000 else []
    does += ["fails"] if gate.fails else []
    return f"`{gate.metric}` {limit}: {' and '.join(does)}. {gate.why}"


if __name__ == "__main__":
    main(sys.argv[1:])
