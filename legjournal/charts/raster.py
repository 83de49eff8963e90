"""Nights one below the other, each from 6pm to 6pm: in bed, asleep, awake, and naps.

What has a clock time is drawn at it. What is known as minutes only, as the time awake in the night, stands in
figures at the end of its row and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from legjournal import phrases
from legjournal.charts import legend
from legjournal.charts.frame import Across, Down, length
from legjournal.charts.scene import Box, Fill, Item, Label, Line, Mark, Role, Scene, Shape
from legjournal.clock import Clock
from legjournal.trends.period import DAY, Period
from legjournal.words import plural, text

HOURS = 24
BEGINS = time(18)  # on the evening before; the row ends at the same hour
_STEPS = (3, 6, 12)  # hours from one named hour to the next
_BESIDE = 0.9  # heights of the text between columns of figures
_NONE = "–"


@dataclass(frozen=True, slots=True)
class NapTime:
    """A sleep in the daytime; `ended` is None where its length is not known."""

    started: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class NightRow:
    """The night that ended on `date`. Times carry their offset; None is not answered.

    recorded: whether anything at all is known of it. fell_asleep: trying to sleep and the minutes it took.
    noted_at: times noted while awake. naps: those of the same 24 hours.
    """

    date: date
    recorded: bool
    got_into_bed: datetime | None = None
    fell_asleep: datetime | None = None
    final_waking: datetime | None = None
    got_out_of_bed: datetime | None = None
    asleep_min: int | None = None
    awake_min: int | None = None
    woken_by_legs: int | None = None
    noted_at: tuple[datetime, ...] = ()
    naps: tuple[NapTime, ...] = ()


def draw(nights: Sequence[NightRow], width: float, height: float, em: float) -> Scene:
    """Lay `nights`, at least one and in their order, out in `width` by `height`, for text of height `em`."""
    frame = _Frame(nights, width, height, em)
    items = (
        *_hours(frame),
        *_heads(frame),
        *(item for number, night in enumerate(nights) for item in _row(night, number, frame)),
        *legend.draw(frame.entries, frame.down),
    )
    return Scene(width, height, items, summary(nights), _header(), tuple(map(in_words, nights)))


def hours_after_six(instant: datetime, night: date) -> float:
    """Where a time lies in the row of a night, by the clock on the wall: 6pm is 0, midnight is 6.

    The hour that October repeats has the room of one; the hour that March leaves out stays empty.
    """
    wall = instant.replace(tzinfo=None)
    hours = (wall - datetime.combine(night - DAY, BEGINS)) / timedelta(hours=1)
    both = Clock().instants(wall.date(), wall.time())
    if len(both) < 2:
        return hours
    return hours // 1 + (hours % 1 + (instant == both[1])) / 2


def summary(nights: Sequence[NightRow]) -> str:
    """12 of 14 nights recorded. Asleep 4 h 50 min to 7 h 10 min in 11 nights. Woken by the legs 17 times …"""
    recorded = sum(night.recorded for night in nights)
    parts = [
        plural("{n} of {m} night recorded.", "{n} of {m} nights recorded.", len(nights)).format(
            n=recorded, m=len(nights)
        )
    ]
    asleep = [night.asleep_min for night in nights if night.asleep_min is not None]
    if asleep:
        pattern = plural(
            "Asleep {least} to {most} in {n} night.", "Asleep {least} to {most} in {n} nights.", len(asleep)
        )
        least, most = phrases.length(min(asleep)), phrases.length(max(asleep))
        parts.append(pattern.format(least=least, most=most, n=len(asleep)))
    by_legs = [night.woken_by_legs for night in nights if night.woken_by_legs is not None]
    if by_legs:
        times = plural("{n} time", "{n} times", sum(by_legs)).format(n=sum(by_legs))
        pattern = plural(
            "Woken by the legs {times} in {n} night.",
            "Woken by the legs {times} in {n} nights.",
            len(by_legs),
        )
        parts.append(pattern.format(times=times, n=len(by_legs)))
    return " ".join(parts)


def in_words(night: NightRow) -> tuple[str, ...]:
    """The row of the table that has the numbers of the picture."""
    if not night.recorded:
        return (_name(night), text("not recorded"), "", "", "", "", "", _naps_in_words(night))
    return (
        _name(night),
        _from_to(night.got_into_bed, night.got_out_of_bed),
        _from_to(night.fell_asleep, night.final_waking),
        *_figures(night),
        "; ".join(phrases.clock_then(instant) for instant in night.noted_at),
        _naps_in_words(night),
    )


def _header() -> tuple[str, ...]:
    return (
        text("Night"),
        text("In bed"),
        text("From falling asleep to last waking"),
        text("Asleep"),
        text("Awake in the night"),
        text("Woken by the legs"),
        text("Noted while awake"),
        text("Naps"),
    )


def _from_to(first: datetime | None, last: datetime | None) -> str:
    if first is None and last is None:
        return ""
    ends = (phrases.clock_then(end) if end else text("not known") for end in (first, last))
    return text("{first} to {last}").format(**dict(zip(("first", "last"), ends, strict=True)))


def _naps_in_words(night: NightRow) -> str:
    return "; ".join(_from_to(nap.started, nap.ended) for nap in night.naps)


def _figures(night: NightRow) -> tuple[str, str, str]:
    return (
        _NONE if night.asleep_min is None else phrases.short_length(night.asleep_min),
        _NONE if night.awake_min is None else phrases.short_length(night.awake_min),
        _NONE if night.woken_by_legs is None else str(night.woken_by_legs),
    )


def _name(night: NightRow) -> str:
    """8 to 9 Nov: from the evening to the morning."""
    evening = night.date - DAY
    first = str(evening.day) if evening.month == night.date.month else phrases.short_day(evening)
    return text("{first} to {last}").format(first=first, last=phrases.short_day(night.date))


def _change(night: date) -> str:
    """What the clocks did in a night, if they were changed."""
    offsets = [Clock().at(day, BEGINS).utcoffset() for day in (night - DAY, night)]
    if offsets[0] == offsets[1]:
        return ""
    went_back = offsets[0] > offsets[1]  # type: ignore[operator]  # each carries its offset
    if went_back:
        return text("the clocks went back: the hour from 1am came twice")
    return text("the clocks went forward: there was no hour from 1am")


class _Frame:
    """Where things go: names at the left, hours in the middle, figures at the right, a legend below."""

    def __init__(self, nights: Sequence[NightRow], width: float, height: float, em: float) -> None:
        self.em = em
        self.changes = {night.date: words for night in nights if (words := _change(night.date))}
        names = max(length(_name(night)) for night in nights) + (0.8 if self.changes else 0)
        heads = _heads_of_figures()
        figures = [max(length(head), length("12 h 59 min")) for head in heads[:2]] + [length(heads[2])]
        self.left = (names + 0.8) * em
        self.ends = [width - em * sum(wide + _BESIDE for wide in figures[n + 1 :]) for n in range(3)]
        self.right = width - em * (sum(wide + _BESIDE for wide in figures) + 0.4)
        across = Across(Period(nights[0].date, nights[-1].date), width, em)
        across.left = 0.0
        self.entries = legend.place(_legend(nights, self.changes), across)
        self.down = Down(height, em, changes=0, legend=len(self.entries), asleep=False, disturbed=False)
        self.top, self.bottom = 1.6 * em, self.down.legend_top - 1.7 * em
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


def _legend(nights: Sequence[NightRow], changes: dict[date, str]) -> Iterator[tuple[legend.Key, str]]:
    yield Fill.EMPTY, text("in bed")
    yield Fill.SPARSE, text("from falling asleep to last waking")
    if any(night.noted_at for night in nights):
        yield Shape.DISC, text("noted while awake")
    if any(nap.ended for night in nights for nap in night.naps):
        yield Fill.SOLID, text("nap")
    if any(_lone_times(night) for night in nights):
        yield Role.FIRST, text("a time whose other end is not known")
    yield None, text("awake: all minutes awake in the night")
    yield None, text("by legs: times woken by the legs")
    for night in nights:
        if night.date in changes:
            yield None, f"* {_name(night)}: {changes[night.date]}"


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
    for end, head in zip(frame.ends, _heads_of_figures(), strict=True):
        yield Label(end, frame.top - 0.65 * frame.em, head, "end", bold=True)


def _row(night: NightRow, number: int, frame: _Frame) -> Iterator[Item]:
    middle = frame.middle(number)
    base = middle + 0.35 * frame.em
    yield Label(0.0, base, _name(night) + ("*" if night.date in frame.changes else ""))
    top, bottom = middle - frame.step / 2, middle + frame.step / 2
    yield Line(((frame.left, bottom), (frame.right, bottom)), Role.GRID)
    # Words cross no line: a night of which nothing is known has those of its edges only.
    for hour in range(0, HOURS + 1, frame.hours if night.recorded else HOURS):
        yield Line(((frame.hour(hour), top), (frame.hour(hour), bottom)), Role.GRID)
    if night.recorded:
        yield from _bars(night, middle, frame)
        for end, figure in zip(frame.ends, _figures(night), strict=True):
            yield Label(end, base, figure, "end")
    else:
        yield Label(frame.hour(6.2), base, text("not recorded"))
    yield from _naps(night, middle, frame)


def _bars(night: NightRow, middle: float, frame: _Frame) -> Iterator[Item]:
    high = 0.62 * frame.step
    if night.got_into_bed and night.got_out_of_bed:
        yield _bar(night, (night.got_into_bed, night.got_out_of_bed), middle, high, Fill.EMPTY, frame)
    if night.fell_asleep and night.final_waking:
        yield _bar(night, (night.fell_asleep, night.final_waking), middle, high, Fill.SPARSE, frame)
    for lone in _lone_times(night):
        x = frame.x(lone, night.date)
        yield Line(((x, middle - high / 2), (x, middle + high / 2)), Role.FIRST)
    for noted in night.noted_at:
        yield Mark(frame.x(noted, night.date), middle, 0.34 * frame.em, Shape.DISC, Role.AXIS)


def _lone_times(night: NightRow) -> list[datetime]:
    """Times that begin or end something whose other end is not known."""
    pairs = [(night.got_into_bed, night.got_out_of_bed), (night.fell_asleep, night.final_waking)]
    pairs += [(nap.started, nap.ended) for nap in night.naps]
    return [end for pair in pairs if None in pair for end in pair if end is not None]


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
