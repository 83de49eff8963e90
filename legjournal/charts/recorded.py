"""What the chart over time is drawn from: which lines and lanes there are, and what they are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from legjournal.charts.scene import Role, Shape
from legjournal.trends.by_day import ByDay
from legjournal.trends.facts import Outcome
from legjournal.trends.period import Period
from legjournal.words import text

if TYPE_CHECKING:
    from legjournal.trends.numbers import Numbers


class Series(StrEnum):
    """What can be drawn, in the order of drawing."""

    PAIN_LEFT = "pain_left"
    PAIN_RIGHT = "pain_right"
    URGE = "urge"
    EFFECT = "effect"
    ASLEEP = "asleep"
    WOKEN_BY_LEGS = "woken_by_legs"
    SESSIONS = "sessions"
    CHANGES = "changes"
    APPOINTMENTS = "appointments"


SCORES = {
    Series.PAIN_LEFT: (Role.FIRST, Shape.DISC),
    Series.PAIN_RIGHT: (Role.SECOND, Shape.SQUARE),
    Series.URGE: (Role.THIRD, Shape.TRIANGLE),
    Series.EFFECT: (Role.FOURTH, Shape.DIAMOND),
}
BARS = (Series.ASLEEP, Series.WOKEN_BY_LEGS, Series.SESSIONS)
OF_THE_NIGHT = (Series.ASLEEP, Series.WOKEN_BY_LEGS)
SAID = (Series.CHANGES, Series.APPOINTMENTS)


def names() -> dict[Series, str]:
    """What each is called."""
    return {
        Series.PAIN_LEFT: text("left leg pain"),
        Series.PAIN_RIGHT: text("right leg pain"),
        Series.URGE: text("urge to move"),
        Series.EFFECT: text("effect on the day"),
        Series.ASLEEP: text("hours asleep"),
        Series.WOKEN_BY_LEGS: text("woken by the legs"),
        Series.SESSIONS: text("sessions"),
        Series.CHANGES: text("medicines and therapies"),
        Series.APPOINTMENTS: text("appointments"),
    }


@dataclass(frozen=True)
class OverTime:
    """What to draw of the days of `period`. whole: all the days there are, where that is more.

    shown: some of those in `values` and `said`. smooth: whether with 7-day averages.
    values: scores 0 to 10, minutes asleep, times woken, and 1 for a day with a session.
    """

    period: Period
    shown: frozenset[Series]
    values: Mapping[Series, ByDay]
    said: Mapping[Series, Mapping[date, tuple[str, ...]]] = field(default_factory=dict)
    smooth: bool = False
    whole: Period | None = None

    @property
    def scores(self) -> list[Series]:
        """The lines on the scale."""
        return [series for series in SCORES if series in self.shown]

    @property
    def bars(self) -> list[Series]:
        """The lanes of bars."""
        return [series for series in BARS if series in self.shown]

    @property
    def marks(self) -> list[Series]:
        """The lanes of marks."""
        return [series for series in SAID if series in self.shown]

    @property
    def lines(self) -> list[Series]:
        """Whatever has a value a day."""
        return [*self.scores, *self.bars]

    @property
    def lanes(self) -> list[Series]:
        """The lanes from top to bottom."""
        return [*self.bars, *self.marks]

    def dated(self, series: Series) -> list[tuple[date, str]]:
        """What is said of which days, the earliest first."""
        period, found = self.period, self.said.get(series, {})
        return [(day, "; ".join(found[day])) for day in sorted(found) if day in period]


def values_of(numbers: "Numbers", series: Series) -> ByDay:
    """What is drawn of a line or a lane of bars: scores, minutes asleep, times woken, 1 for a session."""
    return numbers.sessions if series is Series.SESSIONS else numbers.values[Outcome(series.value)]


def over_time_of(
    numbers: "Numbers",
    period: Period,
    shown: frozenset[Series],
    *,
    smooth: bool,
    whole: Period | None = None,
) -> OverTime:
    """The chart of these days from what the journal says by day."""
    return OverTime(
        period=period,
        shown=shown,
        values={series: values_of(numbers, series) for series in (*SCORES, *BARS)},
        said={Series.CHANGES: numbers.changes, Series.APPOINTMENTS: numbers.appointments},
        smooth=smooth,
        whole=whole,
    )
