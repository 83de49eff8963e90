"""Which fill a value has: a few bands for each measure, what is more is denser, the same in every month."""

from collections.abc import Sequence
from dataclasses import dataclass

from legjournal.charts.recorded import BARS, SCORES, Series
from legjournal.charts.scene import Fill
from legjournal.words import text

MEASURES: tuple[Series, ...] = (*SCORES, *BARS)  # whatever has a number a day


@dataclass(frozen=True, slots=True)
class Shade:
    """From `least`, in the unit of the measure, up to the next shade."""

    least: float
    fill: Fill
    words: str


def shades(series: Series) -> Sequence[Shade]:
    """Those of a measure, the least first. A nought has an empty frame, so that it is not a blank."""
    match series:
        case Series.ASLEEP:
            return (
                Shade(0, Fill.EMPTY, text("no sleep")),
                Shade(1, Fill.SPARSE, text("under 4 hours")),
                Shade(240, Fill.CROSSED, text("4 to under 6 hours")),
                Shade(360, Fill.DENSE, text("6 to under 8 hours")),
                Shade(480, Fill.SOLID, text("8 hours or more")),
            )
        case Series.WOKEN_BY_LEGS:
            return (
                Shade(0, Fill.EMPTY, text("0 times")),
                Shade(1, Fill.SPARSE, text("once")),
                Shade(2, Fill.CROSSED, text("2 or 3 times")),
                Shade(4, Fill.DENSE, text("4 or 5 times")),
                Shade(6, Fill.SOLID, text("6 times or more")),
            )
        case Series.SESSIONS:
            return (Shade(1, Fill.SOLID, text("a session")),)
    return (
        Shade(0, Fill.EMPTY, text("0")),
        Shade(1, Fill.SPARSE, text("1 to 3")),
        Shade(4, Fill.CROSSED, text("4 to 6")),
        Shade(7, Fill.DENSE, text("7 or 8")),
        Shade(9, Fill.SOLID, text("9 or 10")),
    )


def fill(series: Series, value: float) -> Fill:
    """How a day with this value is filled."""
    return next(shade.fill for shade in reversed(shades(series)) if value >= shade.least)
