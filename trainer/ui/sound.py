"""Tones of the room, each of which is also seen. Nothing here is imported before it sounds.

Qt's own sound needs libraries that many systems lack, so short WAV files are written once into a
folder of the run and given to the system's player: `winsound` on Windows, `afplay` on macOS, one of
`pw-play`, `paplay`, `aplay` on Linux. Where there is none the room is silent and says the same by
light: lamp and frame (beam), the feel trace (bone, pop), a button (five minutes), orange (heat).
"""

from __future__ import annotations

import math
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RATE_HZ = 22_050
LOUD = 0.25  # of full scale: heard beside a voice; design value
FADE_MS = 6  # no click at either end


@dataclass(frozen=True, slots=True)
class Tone:
    """A sine that fades: hertz and how long, milliseconds. Design values, told apart by ear."""

    hertz: float
    lasts_ms: int
    dies: bool = False  # struck, not held


TONES: Mapping[str, Tone] = {
    "beam": Tone(1_000.0, 160),
    "bone": Tone(190.0, 70, dies=True),
    "pop": Tone(620.0, 45, dies=True),
    "signal": Tone(1_760.0, 500),
    "heat": Tone(440.0, 220),
}
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))


def samples(tone: Tone) -> tuple[int, ...]:
    """16-bit samples, the first and the last silent."""
    count = RATE_HZ * tone.lasts_ms // 1000
    fade = RATE_HZ * FADE_MS / 1000
    return tuple(
        round(
            32_767 * LOUD * math.sin(2.0 * math.pi * tone.hertz * at / RATE_HZ)
            * min(1.0, at / fade, (count - 1 - at) / fade)
            * (math.exp(-4.0 * at / count) if tone.dies else 1.0)
        )
        for at in range(count)
    )  # fmt: skip


@cache
def wav_of(name: str) -> Path:
    """The tone's file, written the first time. Raises OSError where it cannot be."""
    path = Path(tempfile.mkdtemp(prefix="rhizotomy-tone-")) / f"{name}.wav"
    data = samples(TONES[name])
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(struct.pack(f"<{len(data)}h", *data))
    return path


def player_of(
    platform: str = sys.platform, found: Callable[[str], str | None] = shutil.which
) -> Sequence[str] | None:
    """The command that plays a file on this system; () is Windows' own; None: there is none."""
    if platform == "win32":
        return ()
    if platform == "darwin":
        return ("afplay",) if found("afplay") else None
    return next((each for each in PLAYERS if found(each[0])), None)


_player = cache(player_of)
_playing: list[subprocess.Popen[bytes]] = []  # until they have ended


def play(name: str) -> bool:
    """Sound a tone and go on at once; False where this system cannot."""
    player = _player()
    if player is None:
        return False
    try:
        path = wav_of(name)
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC)
        else:
            silent = subprocess.DEVNULL
            _playing[:] = [each for each in _playing if each.poll() is None]
            _playing.append(
                subprocess.Popen([*player, str(path)], stdin=silent, stdout=silent, stderr=silent)
            )
    except OSError:
        return False
    return True
