"""Marks on disk: one chained file a session that only grows."""

from __future__ import annotations

from pathlib import Path

from trainer.assessment.marking.mark import Mark, from_json, to_json
from trainer.attempt.log import damaged
from trainer.storage.chained_file import ChainedFile

MARKS = "marks.jsonl"


class MarksFolder:
    """Implements `trainer.session.marking.MarkStore` on the exams' folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def marks(self, session_id: str) -> tuple[Mark, ...]:
        """All that was ever signed off, oldest first. Raises Refusal."""
        file = self._file(session_id)
        try:
            return tuple(from_json(line) for line in file.lines())
        except ValueError as error:
            raise damaged(MARKS, "a line", str(error)) from None

    def sign_off(self, mark: Mark) -> None:
        """Keep a mark for good. Raises Refusal."""
        self._file(mark.session_id).append([to_json(mark)])

    def _file(self, session_id: str) -> ChainedFile:
        return ChainedFile(self.folder / session_id / MARKS)
