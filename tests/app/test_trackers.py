"""Where the last tracker was is known at the next start."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from trainer.app.trackers import RememberedTrackers
from trainer.session.tracking import MOST_PORT, Tracker, TrackerAddress
from trainer.storage.settings_file import SettingsFile

hosts = st.text("abc.:-0123456789", min_size=1)
addresses = st.builds(TrackerAddress, hosts, st.integers(1, MOST_PORT), st.text(max_size=20))


class Anywhere:
    def last(self) -> TrackerAddress:
        return TrackerAddress()

    def connect(self, _address: TrackerAddress) -> Tracker:
        return cast(Tracker, object())


@given(addresses)
def test_an_address_is_read_as_it_was_kept(address: TrackerAddress) -> None:
    assert TrackerAddress.read(str(address)) == address


@given(st.text())
def test_what_is_no_address_is_this_computer(text: str) -> None:
    found = TrackerAddress.read(text)
    assert found == TrackerAddress() or text.startswith(f"{found.host}:")


def test_the_next_start_offers_where_the_last_tracker_was(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    trackers = RememberedTrackers(file, Anywhere())
    assert trackers.last() == TrackerAddress()
    trackers.connect(TrackerAddress("10.0.0.7", 18_945, "Stylus"))
    again = RememberedTrackers(SettingsFile(tmp_path / "settings.json"), Anywhere())
    assert again.last() == TrackerAddress("10.0.0.7", 18_945, "Stylus")


def test_a_disk_that_keeps_nothing_does_not_stop_the_tracker(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file")
    trackers = RememberedTrackers(SettingsFile(tmp_path / "in the way" / "s.json"), Anywhere())
    assert trackers.connect(TrackerAddress()) is not None
