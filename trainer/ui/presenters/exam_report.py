"""The report of a session in plain lines: receipts of all, results of those released. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trainer.assessment.exams.cautions import cautions
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.results import CandidateResult, Outcome
from trainer.assessment.exams.state import SessionState
from trainer.ui.presenters.exam import PHASES, standing_text
from trainer.ui.presenters.texts import tr

VERDICTS = {
    True: "passed",
    False: "not passed",
    None: "undecided: a voided station lacks a resit",
}


def report_text(
    definition: ExamDefinition, state: SessionState, results: Sequence[CandidateResult]
) -> str:
    """The report; who is not released has a phase and a receipt, and no number."""
    lines = [
        f"{definition.title}, {tr('version {number}').format(number=definition.version)}",
        standing_text(definition),
        "",
    ]
    for one in results:
        lines += _candidate(one)
    if state.closed is not None:
        lines += ["", tr("Receipt of the session: {receipt}").format(receipt=state.closed.receipt)]
    said = cautions(definition, len(results))
    return "\n".join((*lines, "", *said))


def _candidate(result: CandidateResult) -> Iterator[str]:
    receipt = result.receipt or "-"
    if result.outcome is None:
        yield tr("{who}: {phase}, receipt {receipt}, results withheld").format(
            who=result.candidate, phase=tr(PHASES[result.phase.value]), receipt=receipt
        )
        return
    yield tr("{who}: {verdict}, mean mark {mean} of 1000, receipt {receipt}").format(
        who=result.candidate,
        verdict=tr(VERDICTS[result.outcome.passed]),
        mean=result.outcome.mean_mark,
        receipt=receipt,
    )
    yield from _stations(result.outcome)
    for attempt_id in result.changed:
        yield "  " + tr("{attempt}: its score is another now than when it was released").format(
            attempt=attempt_id
        )


def _stations(outcome: Outcome) -> Iterator[str]:
    for number, one in enumerate(outcome.stations, start=1):
        title = tr("Station {number}").format(number=number)
        if one.mark is None:
            yield f"  {title}: {tr('nothing counts')}"
            continue
        critical = tr(", critical error") if one.mark.critical else ""
        yield f"  {title}: {one.mark.score} / 1000{critical}"
