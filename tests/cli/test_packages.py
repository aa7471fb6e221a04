"""scenario pack | verify | install | key new | new, and the worked example of the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "package-format.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a case of one's own."""
    text = (REPOSITORY / "scenarios/place-t7-left/scenario.yaml").read_text(encoding="utf-8")
    home = tmp_path / "own-case"
    home.mkdir()
    own = text.replace("id: place-t7-left", "id: own-case")
    (home / "scenario.yaml").write_text(own, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_worked_example_of_the_page_works(run: Run, desk: Path, own_home: Path) -> None:
    (desk / "levels.csv").write_text(blocks("csv")[0], encoding="utf-8")
    lines = [line for line in blocks("")[0].splitlines() if line.startswith("scenario")]
    assert len(lines) == 9
    said = [run(*line.split()) for line in lines]
    assert [one.code for one in said] == [0] * 9, [one.err for one in said]
    assert "installed in" in said[4].out
    assert "nothing was done" in said[5].out
    assert "signed by key" in said[3].out
    installed = {path.parent.name for path in (own_home / "scenarios").glob("*/scenario.yaml")}
    assert installed == {"own-case", "place-t5-right"}
    shown = (own_home / "scenarios/place-t5-right/scenario.yaml").read_text(encoding="utf-8")
    assert "bone: T5" in shown
    assert "side: right" in shown


def test_packing_twice_gives_the_same_bytes(run: Run, desk: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert run("scenario", "pack", "own-case", "-o", name, "--json").code == 0
    assert (desk / "a.zip").read_bytes() == (desk / "b.zip").read_bytes()


def test_a_damaged_package_ends_with_5_and_one_sentence(run: Run, desk: Path) -> None:
    run("scenario", "pack", "own-case", "-o", "a.zip")
    data = bytearray((desk / "a.zip").read_bytes())
    data[1500] ^= 1
    (desk / "a.zip").write_bytes(bytes(data))
    said = run("scenario", "install", "a.zip", "--json")
    assert said.code == 5
    assert said.document["error"]["kind"] == "integrity"
    assert said.err.count("\n") == 1
    assert "scenario.yaml" in said.err


def test_what_is_no_package_ends_with_3(run: Run, desk: Path) -> None:
    said = run("scenario", "verify", "own-case/scenario.yaml")
    assert said.code == 3
    assert "it is no zip" in said.err


def test_other_content_ends_with_4(run: Run, desk: Path) -> None:
    run("scenario", "pack", "own-case", "-o", "a.zip")
    run("scenario", "install", "a.zip")
    (desk / "own-case" / "notes.md").write_text("more\n", encoding="utf-8")
    run("scenario", "pack", "./own-case", "-o", "b.zip")
    assert run("scenario", "install", "b.zip").code == 4


def test_an_exam_package_asks_for_its_passphrase(run: Run, desk: Path) -> None:
    (desk / "words").write_text("four words of thorax\n", encoding="utf-8")
    sealed = ("scenario", "pack", "own-case", "-o", "e.zip", "--encrypt")
    assert run(*sealed).code == 2
    assert run(*sealed, "--passphrase-file", "words").code == 0
    assert run("scenario", "verify", "e.zip").code == 2
    said = run("scenario", "verify", "e.zip", "--passphrase-file", "words", "--json")
    assert said.document["encrypted"]
    assert said.document["scenario_id"] == "own-case"


def test_every_problem_of_a_table_is_listed_and_nothing_is_written(run: Run, desk: Path) -> None:
    (desk / "t.csv").write_text(
        "id,joint,side,bmi,title\n"
        "ok-one,T5-T6,left,25,One\n"
        "../up,T5-T6,left,25,Two\n"
        "three,T5-T7,lefft,25,Three\n"
        "four,T5-T6,left,900,Four\n"
        "ok-one,T5-T6,left,25,Five\n"
        ",T5-T6,left,25,Six\n",
        encoding="utf-8",
    )
    said = run("scenario", "new", "--template", "own-case", "--table", "t.csv", "-o", "s", "--json")
    assert said.code == 3
    found = {(one["where"], one["line"]) for one in said.document["error"]["problems"]}
    assert found == {
        ("row 2 (../up), column id", 3),
        ("row 3 (three), column joint", 4),
        ("row 3 (three), column side", 4),
        ("row 4 (four), column bmi", 5),
        ("row 5 (ok-one), column id", 6),
        ("row 6, column id", 7),
    }
    assert not (desk / "s").exists()


def test_an_unknown_column_names_the_nearest(run: Run, desk: Path) -> None:
    (desk / "t.csv").write_text("id,jiont,seeed\nx-one,T5-T6,3\n", encoding="utf-8")
    said = run("scenario", "new", "--template", "own-case", "--table", "t.csv", "-o", "s")
    assert said.code == 3
    assert "did you mean 'joint'" in said.err
    assert "did you mean 'seed'" in said.err
