"""Where things go in the daily chart: one x for a day, one y for a score, one for hours of sleep."""

from datetime import date

from legjournal.trends.period import Period

MOST_HOURS = 12  # top of the sleep panel
_ROW = 1.25  # from one row of words to the next, in heights of the text
_LEGEND_ROW = 1.4  # the same below the chart
_NARROW, _BROAD = frozenset(" ijlIftr1.,:;'|()/-"), frozenset("mwMW%…")


def length(words: str) -> float:
    """About how long words are on one line, in heights of the text; a geometry has no typeface to ask."""
    return sum(map(_letter, words))


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.35
    if letter in _BROAD:
        return 0.95
    return 0.72 if letter.isupper() else 0.62


class Across:
    """From left to right: the days of `period` in a chart of `width`, for text of height `em`.

    scale: the room left of it for the words of a scale, in heights of the text.
    """

    def __init__(self, period: Period, width: float, em: float, scale: float = 2.2) -> None:
        self.period, self.width, self.em = period, width, em
        self.left = scale * em
        self.right = width - 0.8 * em
        self.step = (self.right - self.left) / max(1, len(period) - 1)
        self._first = self.left if len(period) > 1 else (self.left + self.right) / 2

    def x(self, day: date) -> float:
        """The middle of a day; a lonely one stands midway."""
        return self._first + self.step * (day - self.period.first).days


class Down:
    """From top to bottom: rows of changes, scale, disturbed nights, sleep panel, time axis, rows of legend.

    It is laid out from the legend upwards, and the scale has what is left of `height`.
    lanes: the heights of the text that are kept free above the time axis.
    """

    def __init__(
        self,
        height: float,
        em: float,
        *,
        changes: int,
        legend: int,
        asleep: bool,
        disturbed: bool,
        lanes: float = 0.0,
    ) -> None:
        self.em = em
        self.legend_top = height - 0.4 * em - _LEGEND_ROW * em * (legend - 1)
        self.ticks_y = self.legend_top - 1.8 * em
        self.sleep_bottom = self.ticks_y - 1.3 * em
        self.sleep_top = self.sleep_bottom - (0.3 * height if asleep else 0.0)
        self.marks_y = self.sleep_top - (0.9 * em if disturbed else lanes * em)
        self.bottom = self.marks_y - (1.5 * em if asleep else 0.9 * em if disturbed else 0)
        self.axis_y = self.sleep_bottom if asleep or lanes else self.bottom
        self.top = (1.8 + _ROW * (changes - 1)) * em if changes else 0.8 * em

    def y(self, score: float) -> float:
        """The height of a score, 0 to 10."""
        return self.bottom - (self.bottom - self.top) * score / 10

    def sleep_y(self, minutes: float) -> float:
        """The height of minutes asleep; more than the panel has hours for stop at its top."""
        share = min(minutes / 60, MOST_HOURS) / MOST_HOURS
        return self.sleep_bottom - (self.sleep_bottom - self.sleep_top) * share

    def change_y(self, row: int) -> float:
        """The base line of a row of words above the scale, counted upwards."""
        return self.top - (0.7 + _ROW * row) * self.em

    def legend_y(self, row: int) -> float:
        """The base line of a row of the legend, counted downwards."""
        return self.legend_top + _LEGEND_ROW * self.em * row
