"""Makes the tones of the guided session in assets/sounds: soft sines that swell in, ring and fade."""

import wave
from array import array
from math import exp, pi, sin
from pathlib import Path

SOUNDS = Path(__file__).parents[1] / "assets" / "sounds"
RATE = 22_050  # samples a second
LOUDEST = 0.25  # of what a sound card can do
SWELLS_IN, FADES_OUT = 0.02, 0.1  # seconds: no tone begins or ends with a click

# The notes of each tone one after another: hertz, and how many seconds each sounds.
TONES = {
    "count": ((523.25, 0.14),),
    "begin": ((659.25, 0.16), (783.99, 0.4)),
    "hold_over": ((587.33, 0.35),),
    "rest_over": ((523.25, 0.16), (659.25, 0.4)),
}


def main() -> None:
    """Write every tone."""
    SOUNDS.mkdir(exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(SOUNDS / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            for pitch, seconds in notes:
                file.writeframes(note(pitch, seconds).tobytes())


def note(pitch: float, seconds: float) -> "array[int]":
    """One note as 16-bit samples."""
    samples = array("h")
    for number in range(round(RATE * seconds)):
        moment = number / RATE
        swell = min(1.0, moment / SWELLS_IN, (seconds - moment) / FADES_OUT)
        samples.append(
            round(32_767 * LOUDEST * swell * sin(2 * pi * pitch * moment) * exp(-3 * moment / seconds))
        )
    return samples


if __name__ == "__main__":
    main()
