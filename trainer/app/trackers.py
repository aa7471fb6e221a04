"""Trackers over OpenIGTLink; where the last one was is kept among the settings."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from trainer.exchange.openigtlink import OpenIgtLink
from trainer.refusal import Refusal
from trainer.session.settings import SettingsStore
from trainer.session.tracking import Tracker, TrackerAddress, Trackers


class RememberedTrackers:
    """Opens connections and keeps where to; a `trainer.session.tracking.Trackers`."""

    def __init__(self, store: SettingsStore, opened: Trackers | None = None) -> None:
        self._store = store
        self._opened = opened or OpenIgtLink()

    def last(self) -> TrackerAddress:
        """Where the last connection went; this computer where there was none."""
        return TrackerAddress.read(self._store.read().tracker_address)

    def connect(self, address: TrackerAddress) -> Tracker:
        """Begin to connect. Raises Refusal where what it takes is not installed."""
        tracker = self._opened.connect(address)
        with suppress(Refusal):  # a disk that takes no setting is no reason to do without a tracker
            self._store.write(replace(self._store.read(), tracker_address=str(address)))
        return tracker
