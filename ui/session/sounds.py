"""Soft tones through the player that the computer has; without one, or a sound card, silence."""

import subprocess
import sys
from pathlib import Path
from queue import SimpleQueue
from shutil import which
from threading import Thread

from legjournal.places import ASSETS
from legjournal.routine.phases import Tone

PLAYERS = ("afplay", "pw-play", "paplay", "aplay")  # of macOS; of PipeWire, PulseAudio and ALSA on Linux
PATIENCE = 5  # seconds: a player that takes longer for half a second of sound hangs


class Sounds:
    """Plays on a thread of its own. on: whether the tones are to be heard.

    player: the program that is given a file to play; None for what the computer has.
    """

    def __init__(self, *, on: bool, player: str | None = None) -> None:
        self.on = on
        self._player = player
        self._waiting: SimpleQueue[Tone | None] = SimpleQueue()
        self._thread = Thread(target=self._play_all, daemon=True)

    def begin(self) -> None:
        """Be ready to play; returns at once."""
        self._thread.start()

    def play(self, tone: Tone) -> None:
        """Let a tone be heard; returns at once."""
        if self.on:
            self._waiting.put(tone)

    def end(self) -> None:
        """Play no more."""
        self.on = False
        self._waiting.put(None)

    def _play_all(self) -> None:
        """Until it is over, or something is wrong with the sound: then there is none in this session."""
        player = self._player or next(filter(None, map(which, PLAYERS)), None)
        while (tone := self._waiting.get()) is not None:
            if not _play(file_of(tone), player):
                return


def file_of(tone: Tone) -> Path:
    """Where a tone lies; packaging/make_sounds.py makes them."""
    return ASSETS / "sounds" / f"{tone}.wav"


def _play(file: Path, player: str | None) -> bool:
    """Play a file to its end; False where that cannot be done."""
    if sys.platform == "win32" and player is None:
        import winsound

        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
        except RuntimeError:
            return False
        return True
    if player is None:
        return False
    nothing = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603 - a program of the computer's own, with a file of ours
            [player, str(file)], stdin=nothing, stdout=nothing, stderr=nothing, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
