"""The bill of materials names what is installed, and nothing of what only builds or tests it."""

from __future__ import annotations

from importlib.metadata import version

from tools.make_sbom import bill


def test_every_part_is_named_with_its_version_and_licence() -> None:
    made = bill()
    parts = {part["name"]: part for part in made["components"]}
    for name in ("numpy", "pydicom", "PySide6", "SQLAlchemy"):
        assert parts[name]["version"] == version(name)
        assert parts[name]["licenses"]
    assert "pytest" not in parts
    assert "mypy" not in parts
    known = {part["bom-ref"] for part in (*parts.values(), made["metadata"]["component"])}
    assert all(known.issuperset(each["dependsOn"]) for each in made["dependencies"])
