"""Where the bundled content lies: the same place from source, a wheel and a frozen program."""

from pathlib import Path

ASSETS = Path(__file__).parents[1] / "assets"
