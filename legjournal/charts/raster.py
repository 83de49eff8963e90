"""Nights one below the other, each from 6pm to 6pm: in bed, asleep, awake, and naps.

What has a clock time is drawn at it. What is known as minutes only, as the time awake in the night, stands in
figures at the end of its row and nowhere else. Where rows are lower than a line of text, or the picture is
narrow, the figures are in the table only; of low rows the first of each week has its name.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import pairwise

from legjournal import phrases
from legjournal.charts import legend, nights_in_words
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.night_row import BEGINS, HOURS, NightRow, goes_beyond, hours_after_six, lone_times
from legjournal.charts.scene import Box, Fill, Item, Label, Line, Mark, Role, Scene, Shape, Stop
from legjournal.trends.period import Period
from legjournal.words import text

_STEPS = (3, 6, 12)  # hours from one named hour to the next
_BESIDE = 0.9  # heights of the text between columns of figures
_ROW = 1.12  # a row with words in a picture as high as `height` says, in heights of the text
_LOW = 1.0  # below that a row has no room for words
_LEAST = 10.0  # the hours between the columns, where there are figures
_ABOVE, _BELOW = 1.6, 1.7  # the rows


def draw(nights: Sequence[NightRow], width: float, height: float, em: float) -> Scene:
    """Lay `nights`, at least one and in their order, out in `width` by `height`, for text of height `em`."""
    frame = _Frame(nights, width, height, em)
    items = (
        *_hours(frame),
        *_heads(frame),
        *(item for number, night in enumerate(nights) for item in _row(night, number, frame)),
        *legend.draw(frame.entries, frame.down),
    )
    return Scene(
        width,
        height,
        items,
        nights_in_words.summary(nights),
        nights_in_words.header(),
        tuple(map(nights_in_words.in_words, nights)),
        tuple(_stop(night, number, frame) for number, night in enumerate(nights)),
    )


def height(nights: Sequence[NightRow], width: float) -> float:
    """What rows with words need at this `width`; both in heights of the text."""
    frame = _Frame(nights, width, _ROW * len(nights) * 2, 1.0)
    return _ABOVE + _ROW * len(nights) + _BELOW + 1.4 * (len(frame.entries) - 1) + 0.45


class _Frame:
    """Where things go: names at the left, hours in the middle, figures at the right, a legend below."""

    def __init__(self, nights: Sequence[NightRow], width: float, height: float, em: float) -> None:
        self.em, self._width = em, width
        self.changes = {
            night.date: words
            for night in nights
            if (words := nights_in_words.change(night.date)) and length(_note(night, words)) * em <= width
        }
        names = max(length(nights_in_words.name(night)) for night in nights) + (0.8 if self.changes else 0)
        self.left = (names + 0.8) * em
        self.figures = True
        self._lay_out(nights, height)
        if self.is_low or self.right - self.left < _LEAST * em:
            self.figures = False
            self._lay_out(nights, height)

    @property
    def is_low(self) -> bool:
        """Whether there is no room for words in every row."""
        return self.step < _LOW * self.em

    def _lay_out(self, nights: Sequence[NightRow], height: float) -> None:
        em, heads = self.em, _heads_of_figures()
        columns = [max(length(head), length("12 h 59 min")) for head in heads[:2]] + [length(heads[2])]
        self.ends = [self._width - em * sum(wide + _BESIDE for wide in columns[n + 1 :]) for n in range(3)]
        beside = sum(wide + _BESIDE for wide in columns) + 0.4 if self.figures else 1.6
        self.right = self._width - em * beside
        across = Across(Period(nights[0].date, nights[-1].date), self._width, em)
        across.left = 0.0
        self.entries = legend.place(_legend(nights, self), across)
        self.down = Down(height, em, changes=0, legend=len(self.entries), asleep=False, disturbed=False)
        self.top, self.bottom = _ABOVE * em, self.down.legend_top - _BELOW * em
        self.step = (self.bottom - self.top) / len(nights)
        self.hours = next((step for step in _STEPS if _fits(self, step)), _STEPS[-1])  # between names

    def x(self, instant: datetime, night: date) -> float:
        """Where a time lies; one outside the 24 hours lies at the edge."""
        return self.hour(min(max(hours_after_six(instant, night), 0.0), float(HOURS)))

    def hour(self, hours: float) -> float:
        """Where an hour after 6pm lies."""
        return self.left + (self.right - self.left) * hours / HOURS

    def middle(self, number: int) -> float:
        """The middle of a row, counted downwards from 0."""
        return self.top + self.step * (number + 0.5)


def _heads_of_figures() -> tuple[str, str, str]:
    return text("asleep"), text("awake"), text("by legs")


def _legend(nights: Sequence[NightRow], frame: _Frame) -> Iterator[tuple[legend.Key, str]]:
    yield Fill.EMPTY, text("in bed")
    yield Fill.SPARSE, text("from falling asleep to last waking")
    if any(night.noted_at for night in nights):
        yield Shape.DISC, text("noted while awake")
    if any(nap.ended for night in nights for nap in night.naps):
        yield Fill.SOLID, text("nap")
    if any(lone_times(night) for night in nights):
        yield Role.FIRST, text("a time whose other end is not known")
    if any(goes_beyond(night) for night in nights):
        yield None, text("a bar at the edge goes on beyond it")
    if frame.figures:
        yield None, text("awake: all minutes awake in the night")
        yield None, text("by legs: times woken by the legs")
    for night in nights:
        if night.date in frame.changes:
            yield None, _note(night, frame.changes[night.date])


def _note(night: NightRow, change: str) -> str:
    return f"* {nights_in_words.name(night)}: {change}"


def _hours(frame: _Frame) -> Iterator[Item]:
    """The hours by name, and a short line for each."""
    yield Line(((frame.left, frame.top), (frame.right, frame.top)), Role.GRID)
    for hour in range(HOURS + 1):
        x, named = frame.hour(hour), hour % frame.hours == 0
        yield Line(((x, frame.top - (0.4 if named else 0.2) * frame.em), (x, frame.top)), Role.GRID)
        if named:
            yield Label(x, frame.top - 0.65 * frame.em, _hour(hour), "middle")


def _hour(hour: int) -> str:
    return phrases.clock(time((BEGINS.hour + hour) % HOURS))


def _fits(frame: _Frame, step: int) -> bool:
    names = [length(_hour(hour)) * frame.em for hour in range(0, HOURS + 1, step)]
    room = frame.hour(step) - frame.hour(0)
    return all((one + other) / 2 + 0.25 * frame.em <= room for one, other in pairwise(names))


def _heads(frame: _Frame) -> Iterator[Label]:
    if not frame.figures:
        return
    for end, head in zip(frame.ends, _heads_of_figures(), strict=True):
        yield Label(end, frame.top - 0.65 * frame.em, head, "end", bold=True)


def _row(night: NightRow, number: int, frame: _Frame) -> Iterator[Item]:
    middle = frame.middle(number)
    base = middle + 0.35 * frame.em
    if named := not frame.is_low or _is_named(night, number, frame):
        yield Label(0.0, base, nights_in_words.name(night) + ("*" if night.date in frame.changes else ""))
    top, bottom = middle - frame.step / 2, middle + frame.step / 2
    if named:
        edge = top if frame.is_low else bottom
        yield Line(((frame.left, edge), (frame.right, edge)), Role.GRID)
    # Words cross no line: a night of which nothing is known has those of its edges only.
    for hour in range(0, HOURS + 1, frame.hours if night.recorded else HOURS):
        yield Line(((frame.hour(hour), top), (frame.hour(hour), bottom)), Role.GRID)
    if night.recorded:
        yield from _bars(night, middle, frame)
    if night.recorded and frame.figures:
        for end, figure in zip(frame.ends, nights_in_words.figures(night), strict=True):
            yield Label(end, base, figure, "end")
    elif not night.recorded and not frame.is_low:
        yield Label(frame.hour(6.2), base, text("not recorded"))
    yield from _naps(night, middle, frame)


def _is_named(night: NightRow, number: int, frame: _Frame) -> bool:
    """Of low rows the Mondays; of very low ones the first night of each month; always the uppermost."""
    weekly = 7 * frame.step >= _LOW * frame.em
    begins = night.date.weekday() == 0 if weekly else night.date.day == 1
    return number == 0 or (begins and number * frame.step >= _LOW * frame.em)


def _stop(night: NightRow, number: int, frame: _Frame) -> Stop:
    top = frame.middle(number) - frame.step / 2
    day, row = night.date, number if night.recorded or night.naps else None
    return Stop(0.0, top, frame.right, frame.step, row, day, day, nights_in_words.full_name(night))


def _bars(night: NightRow, middle: float, frame: _Frame) -> Iterator[Item]:
    high = 0.62 * frame.step
    if night.got_into_bed and night.got_out_of_bed:
        yield _bar(night, (night.got_into_bed, night.got_out_of_bed), middle, high, Fill.EMPTY, frame)
    if night.fell_asleep and night.final_waking:
        yield _bar(night, (night.fell_asleep, night.final_waking), middle, high, Fill.SPARSE, frame)
    for lone in lone_times(night):
        x = frame.x(lone, night.date)
        yield Line(((x, middle - high / 2), (x, middle + high / 2)), Role.FIRST)
    for noted in night.noted_at:
        size = min(0.34 * frame.em, 0.4 * frame.step)
        yield Mark(frame.x(noted, night.date), middle, size, Shape.DISC, Role.AXIS)


def _naps(night: NightRow, middle: float, frame: _Frame) -> Iterator[Item]:
    for nap in night.naps:
        if nap.ended:
            yield _bar(night, (nap.started, nap.ended), middle, 0.34 * frame.step, Fill.SOLID, frame)


def _bar(
    night: NightRow,
    ends: tuple[datetime, datetime],
    middle: float,
    high: float,
    fill: Fill,
    frame: _Frame,
) -> Box:
    left, right = (frame.x(end, night.date) for end in ends)
    return Box(left, middle - high / 2, max(right - left, 0.5), high, Role.AXIS, fill)
