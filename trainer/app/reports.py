"""Reports and exports to files: laid out by exchange, made safe by storage."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.attempt.log import AttemptLog
    from trainer.exchange.report_facts import Facts
    from trainer.scoring.debrief.debrief import Debrief
    from trainer.session.ports import Pictured
    from trainer.session.services import Services

WEB = frozenset({".html", ".htm"})


class ReportFiles:
    """Implements `trainer.session.ports.ReportWriter`."""

    def write(
        self,
        path: Path,
        log: AttemptLog,
        debrief: Debrief,
        pictures: Sequence[Pictured],
        missing: str,
    ) -> None:
        """HTML where the name ends in .html, else PDF; whole or not at all. Raises Refusal."""
        from trainer.exchange.report_facts import facts_of
        from trainer.exchange.report_web import report_web
        from trainer.imaging.png import encode_png
        from trainer.storage.atomic import atomic_write_bytes

        shots = [(one.whose, one.exposed, encode_png(one.picture)) for one in pictures]
        facts = facts_of(log, debrief, shots, missing)
        web = path.suffix.lower() in WEB
        atomic_write_bytes(path, report_web(facts) if web else _pdf(facts))

    def export(
        self,
        path: Path,
        log: AttemptLog,
        debrief: Debrief,
        form: str,
        table: str | None,
        *,
        bom: bool,
    ) -> tuple[Path, ...]:
        """Tables or one document, each file whole or not at all. Raises Refusal."""
        from trainer.exchange.export import all_tables, json_bytes, table_bytes
        from trainer.storage.atomic import atomic_write_bytes

        if form == "json":
            files = {path: json_bytes(log, debrief)}
        elif table is not None:
            files = {path: table_bytes(table, log, debrief, bom=bom)}
        else:
            tables = all_tables(log, debrief, bom=bom)
            files = {path / name: data for name, data in tables.items()}
        for file, data in files.items():
            atomic_write_bytes(file, data)
        return tuple(files)

    def write_session(self, path: Path, services: Services, session_id: str) -> None:
        """A session's report as a PDF, whole or not at all. Raises Refusal."""
        from trainer.exchange.session_report import SessionFacts, session_pdf
        from trainer.session.exams.reading import results_of, verified
        from trainer.storage.atomic import atomic_write_bytes

        session = services.exams.read(session_id)
        verdict = verified(services, session)
        results = results_of(services, session.header, session.state)
        facts = SessionFacts(session.header, session.state, results, verdict)
        atomic_write_bytes(path, _laid_out(functools.partial(session_pdf, facts)))


def _pdf(facts: Facts) -> bytes:
    from trainer.exchange.report_pdf import report_bytes

    return _laid_out(functools.partial(report_bytes, facts))


def _laid_out(make: Callable[[], bytes]) -> bytes:
    from trainer.app.display import has_display, require_qt

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    require_qt()
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    application = QGuiApplication.instance() or QApplication([])
    data = make()
    del application
    return data
