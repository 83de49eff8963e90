"""The chart over time in words: the rows of its table, and its summary."""

from collections.abc import Mapping, Sequence

from legjournal import phrases
from legjournal.charts.recorded import OF_THE_NIGHT, OverTime, Series, names
from legjournal.trends.figures import Mean
from legjournal.trends.period import Period
from legjournal.words import plural, text

Means = Mapping[Series, Sequence[Mean]]  # of each point
Row = tuple[str, ...]


class Points:
    """The numbers that are drawn, a row a point. size: days to a point."""

    def __init__(self, chart: OverTime, buckets: Sequence[Period], means: Means, size: int) -> None:
        self._chart, self._buckets, self._means, self._size = chart, buckets, means, size
        self._shown = [series for series in Series if series in chart.shown]
        self._said = {series: self._said_at(series) for series in chart.marks}

    def header(self) -> Row:
        """The heads of the columns."""
        first = text("Day") if self._size == 1 else text("Days")
        return (first, *(_name_in_words(series) for series in self._shown))

    def rows(self) -> tuple[tuple[Row, ...], list[int | None]]:
        """The points of which anything is recorded, and for each point the number of its row."""
        rows: list[Row] = []
        numbers: list[int | None] = []
        for place, bucket in enumerate(self._buckets):
            cells = [self._cell(series, place) for series in self._shown]
            numbers.append(len(rows) if any(cells) else None)
            if any(cells):
                rows.append((phrases.span(bucket.first, bucket.last), *cells))
        return tuple(rows), numbers

    def _said_at(self, series: Series) -> dict[int, list[str]]:
        """What is said at which point."""
        found: dict[int, list[str]] = {}
        for day, words in self._chart.dated(series):
            place = (day - self._buckets[0].first).days // self._size
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
            return _value(series, found.value)
        return text("{average}, of {n}").format(
            average=_value(series, found.value), n=_counted(series, found.n)
        )


def stop_name(bucket: Period) -> str:
    """Sunday 22 November 2026; 16 to 22 November 2026 where a point stands for more."""
    if len(bucket) == 1:
        return phrases.day(bucket.first, weekday=True)
    return phrases.span(bucket.first, bucket.last)


def summary(chart: OverTime) -> str:
    """Which days, and of each line the mean with the number of days it is of."""
    period = chart.period
    said = [_said_of(series, chart.values[series].mean(period.first, period.last)) for series in chart.lines]
    said += [_marked(series, len(chart.dated(series))) for series in chart.marks]
    if not any(said):
        return text("Nothing of what is chosen is recorded in these days.")
    return " ".join([f"{phrases.span(period.first, period.last)}.", *filter(None, said)])


def _said_of(series: Series, found: Mean) -> str:
    if found.value is None:
        return ""
    name = _begun_large(_name_in_words(series))
    if series == Series.SESSIONS:
        return text("{name}: on {n}.").format(name=name, n=_counted(series, found.n))
    return text("{name}: {mean} on average, of {n}.").format(
        name=name, mean=_value(series, found.value), n=_counted(series, found.n)
    )


def _marked(series: Series, n: int) -> str:
    return f"{_begun_large(names()[series])}: {n}." if n else ""


def _value(series: Series, value: float) -> str:
    return phrases.length(value) if series == Series.ASLEEP else phrases.number(value)


def _counted(series: Series, n: int) -> str:
    if series in OF_THE_NIGHT:
        return plural("{n} night", "{n} nights", n).format(n=n)
    return plural("{n} day", "{n} days", n).format(n=n)


def _name_in_words(series: Series) -> str:
    """As in the picture, but the words have their unit with them."""
    return text("asleep") if series == Series.ASLEEP else names()[series]


def _begun_large(words: str) -> str:
    return words[:1].upper() + words[1:]
