"""Archives of pictures (PACS): spoken to by dicom, found where this user was told."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.refusal import ExitCode, Refusal
from trainer.session.pacs import ADDRESS_VARIABLE, SIGN_IN_VARIABLE

if TYPE_CHECKING:
    from trainer.session.pacs import Archive, ReportFacts
    from trainer.session.settings import Settings


class ArchiveDesk:
    """Implements `trainer.session.pacs.Archives`. settings : read when asked."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings

    def at(self, address: str | None) -> Archive:
        """The archive at an address, None for the one that was set. Raises Refusal."""
        from trainer.dicom.archives import archive_at

        found = address or os.environ.get(ADDRESS_VARIABLE) or self._settings().pacs_address
        if not found:
            raise Refusal(
                "No archive was asked",
                "none was named",
                f"Give --at dicom://TITLE@host:port or https://host/dicom-web, or set "
                f"{ADDRESS_VARIABLE} or pacs_address in the settings file",
                code=ExitCode.USAGE,
            )
        return archive_at(found, os.environ.get(SIGN_IN_VARIABLE, ""))

    def write_report(self, out: Path, facts: ReportFacts) -> None:
        """A DICOM SR file, whole or not at all. Raises Refusal."""
        from trainer.dicom.sr import report_bytes
        from trainer.storage.atomic import atomic_write_bytes

        atomic_write_bytes(out, report_bytes(facts))
