"""One hash says which program this is, however it was installed."""

from __future__ import annotations

from pathlib import Path

from trainer.storage.build import sha256_below


def package(root: Path) -> Path:
    for name, text in (("__init__.py", ""), ("scoring/marks.py", "A = 1\n"), ("tables.toml", "")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_what_an_installation_lays_into_the_package_does_not_change_it(tmp_path: Path) -> None:
    checkout, installed = package(tmp_path / "a"), package(tmp_path / "b")
    (installed / "_shipped" / "assets").mkdir(parents=True)
    (installed / "_shipped" / "assets" / "ed25519.py").write_text("B = 2\n", encoding="utf-8")
    assert sha256_below(installed) == sha256_below(checkout)


def test_a_changed_source_a_new_name_and_another_room_are_other_programs(tmp_path: Path) -> None:
    root = package(tmp_path / "a")
    seen = {sha256_below(root), sha256_below(root, "scoring")}
    (root / "scoring" / "marks.py").write_text("A = 2\n", encoding="utf-8")
    seen.add(sha256_below(root))
    (root / "scoring" / "marks.py").rename(root / "scoring" / "rubric.py")
    seen.add(sha256_below(root))
    assert len(seen) == 4
