"""The mean of the last seven days, as a second line beside the days themselves.

It is of a day and the six before it, never of days to come: a line that looks ahead would begin to fall three
days before the medicine was started, and its last days would change once more each time a day is added. It
lags behind the days instead, which can be said: "mean of the last 7 days".

It is drawn only on days with an answer, and where at least four of the seven days have one. A gap of more
than three days ends a line; the next begins anew and knows nothing of the days before the gap.
"""

from collections import deque
from collections.abc import Mapping
from datetime import date

DAYS = 7
LEAST = 4  # answers in seven days
LONGEST_GAP = 3  # days without an answer that a line may cross

Line = list[tuple[date, float]]


def weekly_mean(values: Mapping[date, float]) -> list[Line]:
    """The lines of the mean of the last seven days, each unbroken; none where there is too little."""
    lines: list[Line] = []
    week: deque[tuple[date, float]] = deque()
    for day, value in sorted(values.items()):
        if week and _gap(week[-1][0], day) > LONGEST_GAP:
            week.clear()
        week.append((day, value))
        while (day - week[0][0]).days >= DAYS:
            week.popleft()
        if len(week) >= LEAST:
            _continue(lines, day, sum(value for _, value in week) / len(week))
    return lines


def _continue(lines: list[Line], day: date, mean: float) -> None:
    if not lines or _gap(lines[-1][-1][0], day) > LONGEST_GAP:
        lines.append([])
    lines[-1].append((day, mean))


def _gap(before: date, after: date) -> int:
    """Days between two days."""
    return (after - before).days - 1
