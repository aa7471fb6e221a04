"""attempt score | verify: one file is enough, so neither patient nor imaging is loaded."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict

from trainer.cli.outcome import Outcome, Tell
from trainer.refusal import ExitCode
from trainer.scoring.score import Score, score_of
from trainer.scoring.view import view_of
from trainer.session.reading import Verdict, header_of, whole
from trainer.session.services import Services
from trainer.session.third_party import ThirdPartyValue


def score(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    """The score of an attempt, computed anew; on request with every metric's inputs.

    Of several, of a folder or with a scheduler: each one's, over a pool of workers.
    """
    path = args.attempts[0]
    if len(args.attempts) > 1 or args.scheduler is not None or path.is_dir():
        from trainer.cli.rescoring import rescore

        return rescore(args, services, tell)
    log = services.attempts.load(path)
    header_of(log, path.name)
    view = view_of(log)
    found = score_of(view)
    others = services.third_party.measure(log)
    beside = {"third_party": [one.document for one in others]} if others else {}
    if not args.explain:
        return Outcome({**found.document, **beside}, (*score_lines(found), *other_lines(others)))
    from trainer.cli.explained import explained_lines
    from trainer.scoring.explain import explain

    metrics = explain(view, found)
    document = {**found.document, **beside, "explain": [dict(one.document) for one in metrics]}
    lines = [line for one in metrics for line in explained_lines(one)]
    return Outcome(document, (*score_lines(found), *other_lines(others), "", *lines))


def score_lines(found: Score) -> tuple[str, ...]:
    """A score for people."""
    verdict = "passed" if found.passed else "not passed"
    lines = [f"score {found.score / 10:.1f} of 100, {verdict} (provisional, not for decisions)"]
    lines += [f"  critical at {c.t_ms / 1000:.1f} s: {c.why}" for c in found.critical]
    lines += [
        f"  {m.id:24} {'-' if m.value is None else m.value!s:>10} {m.unit:10} "
        + (f"mark {m.mark / 10:5.1f}  weight {m.weight}" if m.applies else "not asked here")
        for m in found.metrics
    ]
    return (*lines, f"digest {found.digest}")


def other_lines(others: Iterable[ThirdPartyValue]) -> tuple[str, ...]:
    """What plug-ins measured, marked as theirs."""
    return tuple(
        f"  {one.id}: {one.problem}"
        if one.problem
        else f"  {one.id}: {'-' if one.value is None else one.value} {one.unit}  "
        f"third-party ({one.source}), counts nothing"
        for one in others
    )


def verify(args: argparse.Namespace, services: Services, _tell: Tell) -> Outcome:
    """Chain, states and, on request, physics."""
    verdict = _verdict(args, services)
    good = not verdict.differences
    lines = [
        f"{args.attempt.name}: {verdict.records} records, "
        f"{'sealed' if verdict.sealed else 'not sealed'}, chain and states are whole",
    ]
    if verdict.signed_by:
        lines.append(f"  sealed in an exam with the station's key {verdict.signed_by}")
    if verdict.cut_bytes:
        lines.append(f"  the last {verdict.cut_bytes} bytes are half a record of a crash")
    if verdict.differences is not None:
        lines.append("  the physics agrees" if good else "  the physics disagrees:")
        lines += [f"  {difference}" for difference in verdict.differences]
    document = {"path": str(args.attempt), "ok": good, **asdict(verdict)}
    return Outcome(document, tuple(lines), ExitCode.OK if good else ExitCode.INTEGRITY)


def _verdict(args: argparse.Namespace, services: Services) -> Verdict:
    if not args.redecide:
        return whole(services, args.attempt)[1]
    from trainer.session import review

    return review.verify(services, args.attempt, with_physics=True)
