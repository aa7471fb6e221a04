"""An attempt as tidy tables: one row an observation, one column a variable; whole numbers only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.attempt import header as headers
from trainer.attempt.events import NAMES, Event, Exposed
from trainer.attempt.events import to_json as event_json
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.exchange.csv_text import Cell
from trainer.scoring.debrief.debrief import Debrief

__all__ = ["TABLES", "Column", "Source", "Table", "rows_of"]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What tables are made of."""

    log: AttemptLog
    header: Header
    debrief: Debrief

    @classmethod
    def of(cls, log: AttemptLog, debrief: Debrief) -> Source:
        """A log and its debrief."""
        return cls(log, headers.from_json(log.header), debrief)


@dataclass(frozen=True, slots=True)
class Column:
    """A variable. kind : "number", "yes/no" (1 or 0) or "text"; an empty cell means unknown."""

    name: str
    kind: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One file. rows : without the attempt's id, which is every table's first column."""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: Callable[[Source], Iterator[Row]]


def rows_of(table: Table, source: Source) -> Iterator[Row]:
    """The rows of a table as they are written, the attempt's id first."""
    return ((source.header.attempt_id, *row) for row in table.rows(source))


def _text(name: str, meaning: str) -> Column:
    return Column(name, "text", "", meaning)


def _number(name: str, unit: str, meaning: str) -> Column:
    return Column(name, "number", unit, meaning)


def _yes(name: str, meaning: str) -> Column:
    return Column(name, "yes/no", "", meaning)


ATTEMPT = _text("attempt_id", "which attempt; the same in every table")


def _summary(source: Source) -> Iterator[Row]:
    score, header = source.debrief.score, source.header
    judgement = score.judgement
    yield (
        header.created_utc,
        header.mode,
        header.provenance.version,
        score.scenario_id,
        int(header.scenario["version"]),
        score.scenario_sha256,
        score.rubric_id,
        score.rubric_version,
        score.standing,
        score.complete,
        score.performed,
        score.score,
        score.pass_mark,
        None if judgement is None else judgement.score,
        None if judgement is None else judgement.pass_mark,
        score.passed,
        len(score.critical),
        len(score.major),
        source.debrief.ribbon.end_ms,
        score.digest,
    )


def _metrics(source: Source) -> Iterator[Row]:
    score = source.debrief.score
    judged = () if score.judgement is None else score.judgement.metrics
    for metric in (*score.metrics, *judged):
        line = metric.value, metric.unit, metric.mark, metric.weight, metric.applies
        yield metric.id, metric.version, metric.part, *line


def _errors(source: Source) -> Iterator[Row]:
    for error in source.debrief.score.critical:
        yield "critical", error.id, error.t_ms, error.exposure, None, error.why
    for major in source.debrief.score.major:
        yield "major", major.id, major.t_ms, major.exposure, major.cost, major.why


def _events(source: Source) -> Iterator[Row]:
    number = 0
    for record in source.log.records:
        for event in record.events:
            number += 1
            first = record.seq, number, event.t_ms, NAMES[type(event)]
            for name, value in _parts(event):
                yield *first, name, *((None, value) if isinstance(value, str) else (value, None))


def _parts(event: Event) -> Iterator[tuple[str, Cell]]:
    """Every scalar of an event; one empty part where it has none, so that no event is lost."""
    stored = {key: part for key, part in event_json(event).items() if key not in ("event", "t_ms")}
    found = tuple(_flat("", stored))
    yield from found or (("", None),)


def _flat(name: str, value: Any) -> Iterator[tuple[str, Cell]]:
    """Scalars of a nested value by their way, e.g. "tip_um.0"."""
    if not isinstance(value, Mapping | list | tuple):
        yield name, value
        return
    for key, part in value.items() if isinstance(value, Mapping) else enumerate(value):
        yield from _flat(f"{name}.{key}" if name else str(key), part)


_EXPOSURE = (
    _number("number", "count", "from 1"),
    _number("t_ms", "ms", "when, since the attempt began"),
    _text("view", "the stored picture's name; empty for a C-arm"),
    _number("oblique_mdeg", "mdeg", "+ turns the receptor toward the patient's left"),
    _number("tilt_mdeg", "mdeg", "+ turns the receptor toward the head"),
    _number("rotation_mdeg", "mdeg", "+ turns the picture counter-clockwise"),
    _number("sid_um", "um", "source to receptor"),
    _number("field_um", "um", "edge of the receptor field in use"),
    _text("mode", "low, normal, boost, or spot for a single picture"),
    _number("tube_v", "V", "tube voltage"),
    _number("charge_nas", "nAs", "tube charge"),
    _number("pulse_us", "us", "length of the pulse"),
    _number("water_mgcm2", "mg/cm2", "thickness of water that the technique was made for"),
    _number("kerma_ngy", "nGy", "reference air kerma, simulated, uncalibrated"),
    _number("kap_pgym2", "pGym2", "kerma-area product, simulated, uncalibrated"),
    _number("operator_psv", "pSv", "to an unshielded operator, simulated, uncalibrated"),
    _yes("hand_in_beam", "the gripped hub lay inside the open rectangle"),
    _yes("tip_in_field", "the needle's tip lay inside the open rectangle"),
)


def _exposures(source: Source) -> Iterator[Row]:
    for event in source.log.events:
        if isinstance(event, Exposed):
            yield tuple(getattr(event, column.name) for column in _EXPOSURE)


_CALL = (
    _number("target", "count", "from 1, in the briefing's order"),
    _text("direction", "where the trainee says that the tip is from the target"),
    _number("off_um", "um", "how far the trainee says that it is off"),
    _text("true_direction", "where it was; on-target within the scenario's tolerance"),
    _number("true_off_um", "um", "how far it was off"),
    _number("error_um", "um", "from the said place of the tip to the true one"),
    _yes("direction_right", "said and true direction agree"),
    _yes("safe", "the trainee says that every danger zone was spared"),
    _yes("truly_safe", "it was"),
    _yes("safe_right", "both agree"),
    _number("sure_percent", "percent", "how sure of that, 50 (a guess) to 100"),
    _number("brier", "1/10000", "Brier score of that: 0 best, 2500 a guess, 10000 worst"),
)


def _calls(source: Source) -> Iterator[Row]:
    known = source.debrief.own_call
    for call in () if known is None else known.calls:
        yield tuple(getattr(call, column.name) for column in _CALL)


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            "summary",
            "one row: what came of the attempt",
            (
                _text("created_utc", "when the attempt began, UTC"),
                _text("mode", "practice or exam"),
                _text("program_version", "of the program that recorded it"),
                _text("scenario_id", "which scenario"),
                _number("scenario_version", "count", "which version of it"),
                _text("scenario_sha256", "hash of the scenario"),
                _text("rubric_id", "by which rubric it is marked"),
                _number("rubric_version", "count", "which version of it"),
                _text("standing", "what the cut may be used for"),
                _yes("complete", "the attempt was submitted"),
                _yes("performed", "a procedure was performed; if not, the case was declined"),
                _number("score", "permille", "the mark of the performance, 0 to 1000"),
                _number("pass_mark", "permille", "its cut"),
                _number("judgement_score", "permille", "the mark for judging the case"),
                _number("judgement_pass_mark", "permille", "its cut"),
                _yes("passed", "both marks at their cuts and nothing critical"),
                _number("critical_errors", "count", "acts that fail whatever the mark"),
                _number("major_errors", "count", "acts that cost a fixed part of the mark"),
                _number("end_ms", "ms", "when it was submitted, or the last event"),
                _text("digest", "SHA-256 of the score document"),
            ),
            _summary,
        ),
        Table(
            "metrics",
            "one row for each metric of the rubric; codebook.csv says what each one is",
            (
                _text("metric", "which"),
                _number("version", "count", "of the metric's definition"),
                _text("part", "part of the rubric; empty where it has none"),
                _number("value", "as in unit", "what was measured; empty: nothing to measure"),
                _text("unit", "of value"),
                _number("mark", "permille", "what it earned, 0 to 1000"),
                _number("weight", "percent", "its share of the mark"),
                _yes("applies", "the scenario can be measured so"),
            ),
            _metrics,
        ),
        Table(
            "errors",
            "one row for each critical or major act",
            (
                _text("severity", "critical or major"),
                _text("error", "which kind"),
                _number("t_ms", "ms", "when, since the attempt began"),
                _number("exposure", "count", "the picture then on the monitor; 0 before any"),
                _number("cost", "permille", "what it took off the mark; empty where it fails"),
                _text("why", "one sentence"),
            ),
            _errors,
        ),
        Table(
            "events",
            "one row for each field of each event",
            (
                _number("seq", "count", "of the log's record"),
                _number("event_number", "count", "from 1, over the whole attempt"),
                _number("t_ms", "ms", "when, since the attempt began"),
                _text("event", "kind (docs/attempt-format.md)"),
                _text("field", "its field; parts of a list by number from 0, e.g. tip_um.0"),
                _number("number", "by the field's name", "value of a number or a yes/no (1, 0)"),
                _text("text", "value of a text"),
            ),
            _events,
        ),
        Table("exposures", "one row for each picture", _EXPOSURE, _exposures),
        Table("own_calls", "one row for each call that the trainee made", _CALL, _calls),
    )
}
