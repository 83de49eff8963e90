"""Telling how far a piece of work is, and hearing that it is given up."""

from collections.abc import Callable

Progress = Callable[[float], None]  # is told how much is done, 0 to 1; what it raises ends the work


def unheard(_done: float) -> None:
    """For work whose progress nobody follows."""
