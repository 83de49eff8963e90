"""The routine week by week: a box for each day with a session, a line for what was planned."""

from collections.abc import Iterator, Sequence
from math import ceil

from legjournal import phrases
from legjournal.charts import legend
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Box, Label, Line, Role, Scene
from legjournal.routine.adherence import DAY, Week
from legjournal.trends.period import Period
from legjournal.words import plural, text

LEAST_ROWS = 4  # so that one session does not fill the picture
_PART = 0.76  # of a column's width that its boxes take
_SHORT = "p"  # where a column has no room for the word


def draw(weeks: Sequence[Week], width: float, height: float, em: float) -> Scene:
    """Lay `weeks`, at least one and in their order, out in `width` by `height`, for text of height `em`."""
    across = Across(Period(weeks[0].monday, weeks[-1].sunday), width, em)
    entries = legend.place(_legend(weeks, across), across)
    down = Down(height, em, changes=0, legend=len(entries), asleep=False, disturbed=False)
    columns = [_Column(week, across, down, _rows_up(weeks)) for week in weeks]
    items = (
        *_scale(across, down, _rows_up(weeks)),
        *_ticks(weeks, across, down),
        *(item for column in columns for item in column.items()),
        *legend.draw(entries, down),
    )
    header = (text("Week"), text("Sessions"), text("Planned"), text("Note"))
    return Scene(width, height, items, summary(weeks), header, tuple(map(_row, weeks)))


def summary(weeks: Sequence[Week]) -> str:
    """24 sessions in 12 weeks. On target in 8 of 11 weeks. 1 week paused."""
    sessions = sum(week.sessions for week in weeks)
    parts = [_sessions(sessions, len(weeks))]
    counted = [week.on_target for week in weeks if week.on_target is not None]
    if counted:
        words = plural("On target in {n} of {m} week.", "On target in {n} of {m} weeks.", len(counted))
        parts.append(words.format(n=sum(counted), m=len(counted)))
    if paused := sum(map(_wholly_paused, weeks)):
        parts.append(plural("{n} week paused.", "{n} weeks paused.", paused).format(n=paused))
    return " ".join(parts)


def _sessions(sessions: int, weeks: int) -> str:
    if not sessions:
        return text("No session in these weeks yet.")
    done = plural("{n} session", "{n} sessions", sessions).format(n=sessions)
    return plural("{done} in {m} week.", "{done} in {m} weeks.", weeks).format(done=done, m=weeks)


def _rows_up(weeks: Sequence[Week]) -> int:
    return max(LEAST_ROWS, *(max(week.sessions, week.target or 0) for week in weeks))


def _wholly_paused(week: Week) -> bool:
    return len(week.paused_days) == 7


def _open(week: Week) -> bool:
    """Whether its target may still be reached."""
    return week.today <= week.sunday and not week.reached


class _Column:
    """One week: its boxes from the axis upwards, and its line."""

    def __init__(self, week: Week, across: Across, down: Down, rows: int) -> None:
        self._week, self._em = week, across.em
        self._x, self._wide = _place(week, across)
        self._foot, self._high = down.bottom, (down.bottom - down.top) / rows

    def items(self) -> Iterator[Box | Line | Label]:
        """What is drawn of it."""
        for number in range(1, self._week.sessions + 1):
            yield Box(self._x, self._y(number - 0.12), self._wide, 0.76 * self._high, Role.BAR)
        if self._week.target is not None:
            ends = (self._x - 0.1 * self._wide, self._x + 1.1 * self._wide)
            y = self._y(self._week.target)
            yield Line(((ends[0], y), (ends[1], y)), Role.NOTE if _open(self._week) else Role.FIRST)
        if _wholly_paused(self._week):
            above = self._y(self._week.sessions) - 0.5 * self._em
            yield Label(self._x + self._wide / 2, above, self._word(), "middle")

    def _y(self, sessions: float) -> float:
        return self._foot - sessions * self._high

    def _word(self) -> str:
        return text("paused") if _has_room(self._wide, self._em) else _SHORT


def _place(week: Week, across: Across) -> tuple[float, float]:
    """Where the boxes of a week begin, and their width."""
    middle, wide = across.x(week.monday + 3 * DAY), 7 * across.step * _PART
    return middle - wide / 2, wide


def _has_room(wide: float, em: float) -> bool:
    return length(text("paused")) * em <= wide / _PART


def _scale(across: Across, down: Down, rows: int) -> Iterator[Line | Label]:
    yield Line(((across.left, down.bottom), (across.right, down.bottom)), Role.AXIS)
    for sessions in range(rows + 1):
        y = down.bottom - sessions * (down.bottom - down.top) / rows
        yield Label(across.left - 0.9 * across.em, y + 0.35 * across.em, str(sessions), "end")


def _ticks(weeks: Sequence[Week], across: Across, down: Down) -> Iterator[Label]:
    """The Mondays below the columns, the last one's among them, as many as have room."""
    names = [phrases.short_day(week.monday) for week in weeks]
    wide = (max(map(length, names)) + 0.8) * across.em
    every = ceil(wide / (7 * across.step))
    for name, week in list(zip(names, weeks, strict=True))[::-every]:
        left, columns = _place(week, across)
        half = length(name) * across.em / 2
        x = min(max(left + columns / 2, half), across.width - half)
        yield Label(x, down.ticks_y, name, "middle")


def _legend(weeks: Sequence[Week], across: Across) -> Iterator[tuple[legend.Key, str]]:
    yield Role.BAR, text("a day with a session")
    lines = {_open(week) for week in weeks if week.target is not None}
    if False in lines:
        yield Role.FIRST, text("planned")
    if True in lines:
        yield Role.NOTE, text("planned, the week is not over")
    if any(map(_wholly_paused, weeks)) and not _has_room(_place(weeks[0], across)[1], across.em):
        yield None, text("{letter}: paused").format(letter=_SHORT)


def _row(week: Week) -> tuple[str, ...]:
    planned = "" if week.target is None else str(week.target)
    return (phrases.span(week.monday, week.sunday), str(week.sessions), planned, _note(week))


def _note(week: Week) -> str:
    if _wholly_paused(week):
        return text("paused")
    paused = len(week.paused_days)
    notes = [
        text("not over yet") if week.is_present else "",
        text("on target") if week.on_target else "",
        plural("{n} day paused", "{n} days paused", paused).format(n=paused) if paused else "",
    ]
    return ", ".join(note for note in notes if note)
