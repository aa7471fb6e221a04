"""Home's cards are kept by the hash of their file, and never believed against it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.refusal import Refusal
from trainer.session.cards import ScenarioCard
from trainer.storage.card_index import CardIndex
from trainer.storage.scenario_library import FILE, ScenarioLibrary
from trainer.storage.shipped import shipped_folder

CARD = ScenarioCard(
    "one", "One", "A case.", "block", ("T7-T8",), ("T7-T8: MB T6 on the T7 TP, left",), "synthetic"
)
SHIPPED = shipped_folder("scenarios")


def shelf(folder: Path, *names: str) -> Path:
    """Some shipped cases in a folder of their own."""
    for name in names:
        (folder / name).mkdir(parents=True)
        (folder / name / FILE).write_bytes((SHIPPED / name / FILE).read_bytes())
    return folder


def test_a_card_is_found_again_by_the_hash_of_its_file(tmp_path: Path) -> None:
    index = CardIndex(tmp_path / "cards.json", lambda: "this build")
    index.put("ab", 3, CARD)
    index.keep()
    assert CardIndex(tmp_path / "cards.json", lambda: "this build").find("ab") == (3, CARD)


def test_what_another_program_wrote_is_not_believed(tmp_path: Path) -> None:
    index = CardIndex(tmp_path / "cards.json", lambda: "this build")
    index.put("ab", 3, CARD)
    index.keep()
    assert CardIndex(tmp_path / "cards.json", lambda: "another").find("ab") is None


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[]",
        b"{",
        b'{"made_by": "m"}',
        b'{"made_by": "m", "cards": {"ab": {"order": 1}}}',
        b'{"made_by": "m", "cards": {"ab": 7}}',
        b'{"made_by": "m", "cards": []}',
    ],
)
def test_a_damaged_index_is_no_index(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "cards.json").write_bytes(damage)
    assert CardIndex(tmp_path / "cards.json", lambda: "m").find("ab") is None


def test_a_card_with_another_type_in_it_is_not_shown(tmp_path: Path) -> None:
    index = CardIndex(tmp_path / "cards.json", lambda: "m")
    index.put("ab", 3, CARD)
    index.keep()
    document = json.loads((tmp_path / "cards.json").read_bytes())
    document["cards"]["ab"]["title"] = 7
    (tmp_path / "cards.json").write_text(json.dumps(document))
    assert CardIndex(tmp_path / "cards.json", lambda: "m").find("ab") is None


def test_the_library_lists_the_same_cards_from_the_index_and_reads_no_file_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = shelf(tmp_path / "cases", "place-t7-left", "find-t7")
    at = tmp_path / "cards.json"
    first = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m"))
    read = first.cards()
    assert [card.id for card in read if isinstance(card, ScenarioCard)] == [*first.identifiers()]
    later = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m"))
    monkeypatch.setattr(later, "_load", lambda _file: pytest.fail("a known file was read"))
    assert later.cards() == read


def test_a_changed_case_has_its_new_card_at_once(tmp_path: Path) -> None:
    cases = shelf(tmp_path / "cases", "place-t7-left")
    at, file = tmp_path / "cards.json", cases / "place-t7-left" / FILE
    (before,) = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m")).cards()
    assert isinstance(before, ScenarioCard)
    file.write_text(file.read_text().replace(before.title, "Another name"))
    (after,) = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m")).cards()
    assert isinstance(after, ScenarioCard)
    assert after.title == "Another name"


def test_a_case_that_cannot_be_read_says_why_each_time(tmp_path: Path) -> None:
    cases = shelf(tmp_path / "cases", "place-t7-left", "find-t7")
    (cases / "find-t7" / FILE).write_text("title: broken\n")
    at = tmp_path / "cards.json"
    for _start in range(2):
        good, bad = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m")).cards()
        assert isinstance(good, ScenarioCard)
        assert isinstance(bad, Refusal)
        assert bad.problems


def test_a_known_case_in_a_folder_of_another_name_is_refused_as_it_is_when_read(
    tmp_path: Path,
) -> None:
    cases, at = shelf(tmp_path / "cases", "place-t7-left"), tmp_path / "cards.json"
    ScenarioLibrary([cases], index=CardIndex(at, lambda: "m")).cards()
    (cases / "place-t7-left").rename(cases / "elsewhere")
    (moved,) = ScenarioLibrary([cases], index=CardIndex(at, lambda: "m")).cards()
    assert isinstance(moved, Refusal)
    assert "elsewhere" in moved.problems[0].message
