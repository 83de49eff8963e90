"""The chart over time in words: the rows of its table, and its summary."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import overload

from legjournal import phrases
from legjournal.charts.recorded import OF_THE_NIGHT, OverTime, Series, names
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period
from legjournal.words import plural, text

Means = Mapping[Series, Sequence[Mean]]  # of each point
Row = tuple[str, ...]


class Points(Sequence[Row]):
    """The numbers that are drawn: a row for each point of which anything is recorded.

    A row is put into words when it is asked for: while the chart is moved nobody reads the table.
    size: days to a point.
    """

    def __init__(self, chart: OverTime, buckets: Sequence[Period], means: Means, size: int) -> None:
        self._chart, self._buckets, self._means, self._size = chart, buckets, means, size
        self._shown = [series for series in Series if series in chart.shown]
        self._said = {series: self._said_at(series) for series in chart.marks}
        self._places = [place for place in range(len(buckets)) if self._is_recorded(place)]

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        if isinstance(number, slice):
            return [self._row(place) for place in self._places[number]]
        return self._row(self._places[number])

    @property
    def header(self) -> Row:
        """The heads of the columns."""
        first = text("Day") if self._size == 1 else text("Days")
        return (first, *(name_in_words(series) for series in self._shown))

    def numbers(self) -> list[int | None]:
        """For each point the number of its row."""
        rows = {place: number for number, place in enumerate(self._places)}
        return [rows.get(place) for place in range(len(self._buckets))]

    def _row(self, place: int) -> Row:
        bucket = self._buckets[place]
        cells = (self._cell(series, place) for series in self._shown)
        return (phrases.span(bucket.first, bucket.last), *cells)

    def _is_recorded(self, place: int) -> bool:
        return any(found[place].n for found in self._means.values()) or any(
            place in said for said in self._said.values()
        )

    def _said_at(self, series: Series) -> dict[int, list[str]]:
        """What is said at which point."""
        found: dict[int, list[str]] = {}
        firsts = [bucket.first for bucket in self._buckets]
        for day, words in self._chart.dated(series):
            place = bisect_right(firsts, day) - 1
            found.setdefault(place, []).append(words)
        return found

    def _cell(self, series: Series, place: int) -> str:
        if series in self._said:
            return "; ".join(self._said[series].get(place, ()))
        found = self._means[series][place]
        if found.value is None:
            return ""
        if series == Series.SESSIONS:
            return text("yes") if self._size == 1 else _counted(series, found.n)
        if self._size == 1:
            return value_in_words(series, found.value)
        return text("{average}, of {n}").format(
            average=value_in_words(series, found.value), n=_counted(series, found.n)
        )


def title(shown: Collection[Series]) -> str:
    """Left leg pain, urge to move; in fewer words where more than two are drawn: Legs, sleep, sessions."""
    chosen = [series for series in Series if series in shown]
    if not chosen:
        return text("Nothing is chosen")
    words = [names()[series] for series in chosen]
    if len(chosen) > 2:
        words = list(dict.fromkeys(_kind(series) for series in chosen))
    return phrases.begun_large(", ".join(words))


def _kind(series: Series) -> str:
    """What a line is about."""
    if series in (Series.PAIN_LEFT, Series.PAIN_RIGHT, Series.URGE):
        return text("legs")
    return text("sleep") if series in OF_THE_NIGHT else names()[series]


def summary(chart: OverTime) -> str:
    """Which days, and of each line the mean with the number of days it is of."""
    period = chart.period
    said = [said_of(series, chart.values[series].mean(period.first, period.last)) for series in chart.lines]
    said += [_marked(series, len(chart.dated(series))) for series in chart.marks]
    if not any(said):
        return text("Nothing of what is chosen is recorded in these days.")
    return " ".join([f"{phrases.span(period.first, period.last)}.", *filter(None, said)])


def said_of(series: Series, found: Mean) -> str:
    """Left leg pain: 4.1 on average, of 28 days. Nothing where no day has a value."""
    if found.value is None:
        return ""
    name = phrases.begun_large(name_in_words(series))
    if series == Series.SESSIONS:
        return text("{name}: on {n}.").format(name=name, n=_counted(series, found.n))
    return text("{name}: {mean} on average, of {n}.").format(
        name=name, mean=value_in_words(series, found.value), n=_counted(series, found.n)
    )


def _marked(series: Series, n: int) -> str:
    return f"{phrases.begun_large(names()[series])}: {n}." if n else ""


def value_in_words(series: Series, value: float) -> str:
    """5 hours 45 minutes asleep; any other number as it is."""
    return phrases.length(value) if series == Series.ASLEEP else phrases.number(value)


def _counted(series: Series, n: int) -> str:
    if series in OF_THE_NIGHT:
        return plural("{n} night", "{n} nights", n).format(n=n)
    return plural("{n} day", "{n} days", n).format(n=n)


def name_in_words(series: Series) -> str:
    """As in the picture, but the words have their unit with them."""
    return text("asleep") if series == Series.ASLEEP else names()[series]
