"""Settings: in force at once, taken back by Cancel; keys never doubled; help and about."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import REPOSITORY
from tests.ui.rooms import EmptyHouse, MemoryStore, Rooms, memory_desk
from trainer.app.desk import chosen_folders, desk
from trainer.refusal import Refusal
from trainer.session.settings import CHOICES, KEEP_DAYS, Settings, settings_document, settings_from
from trainer.storage.folders import Folders
from trainer.storage.house import HouseFolders
from trainer.storage.settings_file import SettingsFile
from trainer.ui.actions import ACTIONS, BY_ID
from trainer.ui.bindings import clashes, keys_of, plain, tip_of, use_keys
from trainer.ui.help_screen import HelpScreen
from trainer.ui.key_map import suite_keys
from trainer.ui.presenters.about import evidence_html, libraries
from trainer.ui.presenters.amounts import kap_text, use_kap_unit
from trainer.ui.presenters.guides import PAGES, read_pages, search
from trainer.ui.presenters.settings import SettingsDesk, clash_text
from trainer.ui.wearing import put_on

GUIDES = REPOSITORY / "docs" / "guides"


@pytest.fixture(autouse=True)
def as_it_came() -> Iterator[None]:
    yield
    app = QApplication.instance()
    use_keys({})
    use_kap_unit("µGy·m²")
    if isinstance(app, QApplication):
        put_on(app, Settings(language="en"))


any_settings = st.builds(
    Settings,
    **{name: st.sampled_from(values) for name, values in CHOICES.items()},
    sound=st.booleans(), keep_days=st.sampled_from(KEEP_DAYS), notice_read=st.booleans(),
    attempts_folder=st.text(max_size=9),
    keys=st.sampled_from([(), (("spot", ("Ctrl+F9",)),)]),
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)


@given(any_settings)
def test_settings_read_back_as_they_were_written(settings: Settings) -> None:
    assert settings_from(settings_document(settings)) == settings


@given(st.dictionaries(st.sampled_from([*settings_document(Settings()), "later"]), json_values))
def test_whatever_a_file_holds_settings_come_of_it(document: dict[str, Any]) -> None:
    read = settings_from(document)
    assert all(getattr(read, name) in values for name, values in CHOICES.items())


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": 3}', b"[" * 90_000])
def test_a_damaged_file_counts_as_nothing_set(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    assert SettingsFile(path).read() == Settings()


def test_settings_that_cannot_be_kept_are_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")
    with pytest.raises(Refusal):
        SettingsFile(tmp_path / "in the way" / "settings.json").write(Settings())


def test_a_change_holds_at_once_and_cancel_takes_all_of_it_back() -> None:
    held: list[Settings] = []
    own = SettingsDesk(MemoryStore(), EmptyHouse(), held.append)
    own.change(theme="light")
    own.change(sound=False)
    assert [each.theme for each in held] == ["light", "light"]
    own.cancel()
    assert held[-1] == own.kept == own.now
    assert held[-1].theme == "dark" and held[-1].sound


def test_what_was_saved_is_there_at_the_next_start() -> None:
    store = MemoryStore()
    own = SettingsDesk(store, EmptyHouse(), lambda _settings: None)
    own.change(theme="contrast")
    own.save()
    own.change(theme="light")
    own.cancel()
    assert SettingsDesk(store, EmptyHouse(), lambda _settings: None).now.theme == "contrast"


def test_saving_the_screen_keeps_what_was_set_elsewhere_meanwhile() -> None:
    store = MemoryStore()
    own = SettingsDesk(store, EmptyHouse(), lambda _settings: None)
    store.write(replace(store.read(), tracker_address="10.0.0.7:18945/Stylus"))
    own.change(theme="light")
    own.save()
    kept = store.read()
    assert (kept.theme, kept.tracker_address) == ("light", "10.0.0.7:18945/Stylus")


def test_the_table_itself_binds_no_key_twice() -> None:
    assert clashes({}) == ()


def test_a_key_that_another_action_has_is_refused_by_its_name() -> None:
    own = memory_desk()
    found = own.bind("spot", ("F",))
    assert own.now.keys == ()
    assert "Beam" in clash_text(found[0], "spot")


@pytest.mark.parametrize("spelling", ["ctrl+shift+del", "Shift+Ctrl+Delete", "Ctrl+Shift+Del"])
def test_a_chord_has_one_spelling(spelling: str) -> None:
    assert plain(spelling) == "ctrl+shift+del"


def test_a_key_bound_anew_acts_and_is_said(dressed: QtBot) -> None:
    use_keys({"spot": ("Ctrl+F9",)})
    chord = QKeySequence("Ctrl+F9")[0]  # type: ignore[index]  # PySide's stubs lack it
    found = suite_keys()[chord.key().value, chord.keyboardModifiers().value]
    assert found.id == "spot"
    assert "Ctrl+F9" in tip_of(BY_ID["spot"])
    use_keys({})
    assert keys_of(BY_ID["spot"]) == ("S",)


def test_a_key_is_bound_by_pressing_it_in_the_settings(dressed: QtBot) -> None:
    with Rooms(dressed) as rooms:
        page = rooms.enter("settings, keys").keys
        page.choose("spot")
        page.press.setFocus()
        dressed.keyClick(page.press, Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
        page.buttons["bind"].click()
        assert rooms.window.desk_screens.desk.own_keys == {"spot": ("Ctrl+F9",)}
        page.buttons["restore"].click()
        assert rooms.window.desk_screens.desk.own_keys == {}


def test_a_theme_is_put_on_at_once_and_taken_off_by_escape(dressed: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Rooms(dressed) as rooms:
        rooms.window.desk_screens.desk._apply = partial(put_on, app)
        screen = rooms.enter("settings")
        theme = screen.general.choices["theme"]
        theme.setCurrentIndex(theme.findData("light"))
        theme.activated.emit(theme.currentIndex())
        assert app.palette().color(QPalette.ColorRole.Window).lightness() > 200
        dressed.keyClick(screen, Qt.Key.Key_Escape)
        assert app.palette().color(QPalette.ColorRole.Window).lightness() < 60


def test_another_language_is_spoken_at_once_by_settings_and_home(dressed: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with Rooms(dressed) as rooms:
        rooms.window.desk_screens.desk._apply = partial(put_on, app)
        language = rooms.enter("settings").general.choices["language"]
        language.setCurrentIndex(language.findData("de"))
        language.activated.emit(language.currentIndex())
        dressed.waitUntil(lambda: rooms.dialog().windowTitle() == "Einstellungen")
        rooms.dialog().save()
        dressed.waitUntil(lambda: rooms.window.home.inside_button.text() == "Hineinsehen")


def test_kerma_area_product_is_written_in_the_chosen_unit() -> None:
    texts = []
    for unit in CHOICES["kap_unit"]:
        use_kap_unit(unit)
        texts.append(kap_text(123_400_000))
    assert texts == ["123.4 µGy·m²", "123.4 cGy·cm²", "1.234 Gy·cm²"]


def test_folders_that_were_chosen_are_used_at_the_next_start(own_home: Path) -> None:
    own = desk()
    own.store.write(Settings(attempts_folder=str(own_home / "elsewhere")))
    assert desk().house.folders.attempts == own_home / "elsewhere"
    placed = chosen_folders(Folders(own_home, own_home / "c"), Settings(cache_folder="/x"))
    assert (placed.cache, placed.scenarios) == (Path("/x"), own_home / "scenarios")


def test_sizes_are_counted_and_the_cache_can_be_emptied(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "cache")
    (folders.cache / "deep").mkdir(parents=True)
    (folders.cache / "deep" / "a").write_bytes(b"x" * 1000)
    house = HouseFolders(folders, tmp_path / "settings.json")
    assert {each.name: each.bytes for each in house.kept()}["cache"] == 1000
    assert house.clear_cache() == 1000
    assert list(folders.cache.iterdir()) == []


def test_only_finished_attempts_grow_old(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "cache")
    folders.attempts.mkdir()
    (folders.attempts / "not-readable.attempt").write_bytes(b"no log at all")
    house = HouseFolders(folders, tmp_path / "s", now_s=lambda: 4e9)
    assert house.old_attempts(90) == () and house.old_attempts(0) == ()


def test_a_file_with_a_date_of_a_wrong_clock_is_never_old(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "cache")
    folders.attempts.mkdir()
    source = next((REPOSITORY / "tests" / "golden").glob("*.attempt"))
    days = {"old": "2026-03-01", "new": "2026-11-20", "before": "2025-12-30", "ahead": "2027-02-01"}
    for name, day in days.items():
        path = folders.attempts / f"{name}.attempt"
        shutil.copyfile(source, path)
        at_s = datetime.fromisoformat(f"{day}T12:00").timestamp()
        os.utime(path, (at_s, at_s))
    now_s = datetime.fromisoformat("2026-11-23T12:00").timestamp()
    house = HouseFolders(folders, tmp_path / "s", now_s=lambda: now_s)
    assert date.fromordinal(house.kept_from(90)).isoformat() == "2026-08-25"
    assert [path.stem for path in house.old_attempts(90)] == ["old"]
    assert (house.count_old(90), house.count_old(0), house.old_attempts(0)) == (1, 0, ())
    assert house.delete(house.old_attempts(90)) == 1
    assert {path.stem for path in folders.attempts.iterdir()} == {"new", "before", "ahead"}


def test_a_start_says_what_is_kept_too_long_and_from_which_day() -> None:
    kept = memory_desk()
    assert kept.old_words == ""
    house = kept.house
    assert isinstance(house, EmptyHouse)
    house.old = (Path("a"), Path("b"))
    assert kept.old_words == "", "attempts are kept for ever"
    kept.change(keep_days=90)
    assert "2 finished attempts are from before 2026-08-25" in kept.old_words


def test_support_gets_logs_and_settings_and_no_attempt_nor_patient(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path / "cache")
    for folder in (folders.logs, folders.attempts, folders.patients):
        folder.mkdir()
        (folder / "a.attempt").write_text("patient words")
    (folders.logs / "crash-1.txt").write_text(f"at {Path.home()}/x.py:3")
    SettingsFile(tmp_path / "settings.json").write(Settings())
    out = tmp_path / "support.zip"
    names = HouseFolders(folders, tmp_path / "settings.json").collect(out)
    assert set(names) == {"about.txt", "settings.json", "logs/crash-1.txt"}
    with zipfile.ZipFile(out) as packed:
        assert packed.read("logs/crash-1.txt") == b"at ~/x.py:3"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_help_page_is_there_in_both_languages_and_links_lead_somewhere(language: str) -> None:
    pages = {page.id: page for page in read_pages(GUIDES, language)}
    assert tuple(pages) == PAGES
    assert {path.stem for path in (GUIDES / language).glob("*.md")} == set(PAGES)
    for page in pages.values():
        links = {part.split(".md)")[0] for part in page.text.split("](")[1:]}
        assert links <= set(PAGES), page.id
        assert "{keys" not in page.text


def test_esc_empties_the_key_field_and_then_closes_the_settings(dressed: QtBot) -> None:
    with Rooms(dressed) as rooms:
        dialog = rooms.enter("settings, keys")
        field = dialog.keys.press
        field.setFocus()
        dressed.keyClick(field, Qt.Key.Key_F9)
        assert not field.keySequence().isEmpty()
        dressed.keyClick(field, Qt.Key.Key_Escape)
        assert field.keySequence().isEmpty() and dialog.isVisible()
        dressed.keyClick(field, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


def test_every_action_has_a_key() -> None:
    assert [action.id for action in ACTIONS if not action.keys] == []


def test_the_help_page_of_keys_has_every_action_as_it_is_bound_now() -> None:
    use_keys({"spot": ("Ctrl+F9",)})
    (keys,) = (page for page in read_pages(GUIDES, "en") if page.id == "keys")
    assert all(action.tip in keys.text for action in ACTIONS if keys_of(action))
    assert "| Ctrl+F9 |" in keys.text


def test_a_search_finds_pages_with_all_words_and_shows_them_in_place() -> None:
    pages = read_pages(GUIDES, "en")
    found = search(pages, "fascia shaft")
    assert [each.page for each in found] == ["needle"]
    assert "fascia" in found[0].excerpt
    assert search(pages, "fascia xylophone") == () == search(pages, "  ")


def test_help_opens_at_the_screen_one_is_at_and_follows_links(dressed: QtBot) -> None:
    with Rooms(dressed) as rooms:
        rooms.suite()
        rooms.window.acts["help"]()
        page = rooms.dialog(HelpScreen)
        assert page.page == "suite"
        page.search.setText("disputed")
        assert page.list.count() >= 2
        page.open_page("evidence")
        assert "disputed" in page.text.toPlainText()


def test_about_names_every_convention_and_the_licence_of_every_library() -> None:
    told = evidence_html()
    assert "[V]" in told and "chua" in told.casefold()
    licences = {name: licence for name, _, licence in libraries()}
    assert {"pyside6", "numpy"} <= set(licences)
    assert all(licences.values())


def test_the_notice_is_shown_once(dressed: QtBot) -> None:
    with Rooms(dressed) as rooms:
        desk_screens = rooms.window.desk_screens
        desk_screens.desk.change(notice_read=False)
        desk_screens.greet()
        rooms.dialog().yes.click()
        assert desk_screens.desk.kept == replace(Settings(), notice_read=True)


def test_the_author_of_the_case_begun_last_stands_ready_in_the_studio_and_at_homes_fork(
    qtbot: QtBot,
) -> None:
    with Rooms(qtbot) as rooms:
        front = rooms.enter("studio").front
        rooms.window.places["studio"].screen._opened = lambda _make: None  # nothing is begun here
        front.author.setText("Dr Weber")
        front.new_button.click()
        desk_now = rooms.window.desk_screens.desk
        desk_now.change(theme="light")
        desk_now.save()
        assert rooms.window.author == desk_now._store.read().author == "Dr Weber"
        rooms.window.go_home()
        qtbot.waitUntil(rooms.window.rests, timeout=30_000)
        assert rooms.enter("studio").front.author.text() == "Dr Weber"
        asked: list[tuple[str, ...]] = []
        rooms.window.navigation.fork = lambda *told: asked.append(told)
        rooms.window.home.fork.emit("rf-t7-8")
        assert asked == [("rf-t7-8", "Dr Weber")]


def test_a_store_that_takes_no_author_says_so_and_the_case_begins(qtbot: QtBot) -> None:
    with Rooms(qtbot) as rooms:
        front = rooms.enter("studio").front
        begun: list[object] = []
        rooms.window.places["studio"].screen._opened = begun.append

        def full(_settings: Settings) -> None:
            raise Refusal("The settings were not kept", "the disk is full", "Make room")

        rooms.window.desk_screens.desk._store.write = full
        front.author.setText("Dr Weber")
        front.new_button.click()
        assert "the disk is full" in rooms.window.notice.sentence
        assert len(begun) == 1
