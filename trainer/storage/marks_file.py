"""Marks on disk: one chained file a session that only grows, each row signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.assessment.marking.mark import Mark, from_json, to_json
from trainer.assessment.marking.signed import MARKS, bare_row, signature_problem, signed_row
from trainer.attempt.log import damaged
from trainer.storage.chained_file import ChainedFile

if TYPE_CHECKING:
    from trainer.session.ports import Signer


def nobody() -> None:
    """No key is here: rows are chained and not signed."""


class MarksFolder:
    """Implements `trainer.session.marking.MarkStore` on the exams' folder.

    signer : the examiner's key of this computer, else the station's; None signs nothing.
    """

    def __init__(self, folder: Path, signer: Callable[[], Signer | None] = nobody) -> None:
        self.folder = folder
        self._signer = signer

    def marks(self, session_id: str) -> tuple[Mark, ...]:
        """All that was ever signed off, oldest first. Raises Refusal.

        INTEGRITY where a row is not what was written, or what was signed.
        """
        found = []
        for number, (row, prev) in enumerate(self._file(session_id).chained(), start=1):
            problem = signature_problem(row, prev)
            if problem is not None:
                raise damaged(MARKS, f"line {number}", problem)
            try:
                found.append(from_json(bare_row(row)))
            except ValueError as error:
                raise damaged(MARKS, f"line {number}", str(error)) from None
        return tuple(found)

    def sign_off(self, mark: Mark) -> None:
        """Keep a mark for good. Raises Refusal."""
        signer, row = self._signer(), to_json(mark)

        def written(prev: str) -> Mapping[str, Any]:
            if signer is None:
                return row
            return signed_row(row, prev, signer.public_bytes.hex(), signer.sign)

        self._file(mark.session_id).append([written])

    def _file(self, session_id: str) -> ChainedFile:
        return ChainedFile(self.folder / session_id / MARKS)
