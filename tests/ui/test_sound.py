"""Tones: silent at their ends, told apart, never needed; what sounds is what is seen."""

from __future__ import annotations

import subprocess
import sys
import wave
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from trainer.ui import sound
from trainer.ui.preferences import PREFER
from trainer.ui.presenters.feel import BONE, FIRM, POP, FeelSample
from trainer.ui.sound import RATE_HZ, TONES, player_of, samples, wav_of
from trainer.ui.sound_twins import SoundTwins


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    tones: list[str] = []
    monkeypatch.setattr(sound, "play", lambda name: tones.append(name) or True)
    return tones


@pytest.fixture
def twins(dressed: QtBot) -> Iterator[SoundTwins]:
    owner = QObject()
    yield SoundTwins(owner)


@pytest.mark.parametrize("name", TONES)
def test_a_tone_has_its_length_and_begins_and_ends_in_silence(name: str) -> None:
    tone = TONES[name]
    data = samples(tone)
    assert len(data) == RATE_HZ * tone.lasts_ms // 1000
    assert (data[0], data[-1]) == (0, 0)
    assert 2_000 < max(data) <= 32_767 // 4 + 1
    crossings = sum(a < 0 <= b for a, b in pairwise(data))
    assert crossings == pytest.approx(tone.hertz * tone.lasts_ms / 1000.0, abs=1.5)


def test_a_tones_file_can_be_read_by_anybody() -> None:
    with wave.open(str(wav_of("bone"))) as told:
        assert (told.getnchannels(), told.getsampwidth(), told.getframerate()) == (1, 2, RATE_HZ)
        assert told.getnframes() == len(samples(TONES["bone"]))


@pytest.mark.parametrize(
    ("platform", "there", "player"),
    [
        ("win32", (), ()),
        ("darwin", ("afplay",), ("afplay",)),
        ("linux", ("aplay", "paplay"), ("paplay",)),
        ("linux", ("aplay",), ("aplay", "-q")),
        ("linux", (), None),
    ],
)
def test_each_system_has_its_own_player_or_none(
    platform: str, there: tuple[str, ...], player: tuple[str, ...] | None
) -> None:
    assert player_of(platform, lambda name: name if name in there else None) == player


def test_without_a_player_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "_player", lambda: None)
    assert sound.play("beam") is False


def test_a_player_that_cannot_be_started_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "_player", lambda: ("no-such-player",))
    assert sound.play("beam") is False


def test_bone_and_pop_are_struck_once_and_firm_tissue_is_silent(
    twins: SoundTwins, heard: list[str]
) -> None:
    felt = (FeelSample(1.0, FIRM), FeelSample(2.0, POP))
    for _ in range(3):
        twins.feel(felt)
    twins.feel((*felt, FeelSample(3.0, BONE)))
    twins.feel((*felt, FeelSample(4.0, FIRM)))
    assert heard == ["pop", "bone"]


@pytest.mark.parametrize("name", ["beam", "signal", "heat"])
def test_what_lasts_sounds_as_long_as_it_is_seen(
    twins: SoundTwins, heard: list[str], name: str
) -> None:
    for on in (True, True, False):
        getattr(twins, name)(on)
    assert heard == [name]
    assert not twins._timers[name].isActive()


def test_whoever_wants_no_tones_hears_none(
    twins: SoundTwins, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PREFER, "sound", False)
    twins.beam(True)
    twins.silence()
    assert heard == []


def test_opening_the_program_loads_no_sound() -> None:
    code = (
        "import sys, trainer.ui.main_window; "
        "assert not any('Multimedia' in name or name == 'trainer.ui.sound' for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
