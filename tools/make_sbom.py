"""The software bill of materials: what is installed here, as CycloneDX JSON.

Run: python -m tools.make_sbom [OUT.json]

Read from the installed packages' own metadata; nothing is asked of any server. Without a name it is
printed. Only what this program needs is listed, its extras included where they are installed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

OURS = "rhizotomy-trainer"


def main() -> int:
    """Print it, or write it to a file."""
    text = json.dumps(bill(), indent=2, sort_keys=True) + "\n"
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def bill(name: str = OURS) -> dict[str, Any]:
    """The document (CycloneDX 1.5)."""
    found = parts(name)
    root = found[canonical(name)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**component(root), "type": "application"}},
        "components": [component(part) for key, part in sorted(found.items()) if part is not root],
        "dependencies": [
            {"ref": purl(part), "dependsOn": [purl(found[key]) for key in needed(part, found)]}
            for _, part in sorted(found.items())
        ],
    }


def parts(name: str) -> dict[str, Distribution]:
    """A package and all that it needs, as installed; by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = [canonical(name)]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue  # an extra or another platform's part, not installed here
        waiting += requirements(found[key])
    return found


def requirements(part: Distribution) -> Iterator[str]:
    """What a package may need, by canonical name; of tools for its development none."""
    for line in part.requires or ():
        wanted = Requirement(line)
        extras = (
            ["", *(part.metadata.get_all("Provides-Extra") or ())] if part.name == OURS else [""]
        )
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": one}) for one in extras):
            yield canonical(wanted.name)


def needed(part: Distribution, found: dict[str, Distribution]) -> list[str]:
    """Which of what was found a package needs."""
    return sorted({key for key in requirements(part) if key in found})


def component(part: Distribution) -> dict[str, Any]:
    """One entry: name, version, licence as the package states it."""
    about: Any = part.metadata  # an email.message.Message, which the stubs do not say
    said = about.get("License-Expression") or about.get("License") or ""
    licence = said.strip().splitlines()[0][:100] if said.strip() else _classified(part)
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl(part),
        "purl": purl(part),
        "name": part.name,
        "version": part.version,
    }
    return {**entry, "licenses": [{"license": {"name": licence}}]} if licence else entry


def _classified(part: Distribution) -> str:
    classes = part.metadata.get_all("Classifier") or ()
    return next((one.split(" :: ")[-1] for one in classes if one.startswith("License ::")), "")


def purl(part: Distribution) -> str:
    """The package's address in the form that audits understand."""
    return f"pkg:pypi/{canonical(part.name)}@{part.version}"


def canonical(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main())
