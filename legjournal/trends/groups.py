"""What a group of days comes to: how many, their mean, and where the middle half of them lies."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """The answers of a group of days.

    mean: None where there are none. low, high: the quarters, between which the middle half of the answers
    lies. They are the spread shown, rather than a standard deviation: "half of them were from 3 to 6" can be
    said in plain words, holds for lopsided scores, and never leaves the scale of 0 to 10.
    """

    n: int = 0
    mean: float | None = None
    low: float | None = None
    high: float | None = None


def group(values: Iterable[int | None]) -> Group:
    """The group of the answers that are there."""
    return group_of(Counter(value for value in values if value is not None))


def group_of(counts: Mapping[int, int]) -> Group:
    """The group in which each answer was given so many times.

    Quarters: the linear interpolation of order statistics, definition 7 of Hyndman and Fan, The American
    Statistician 1996;50:361, doi 10.2307/2684934, which spreadsheets and `statistics.quantiles` have too.
    """
    n = sum(counts.values())
    if not n:
        return Group()
    in_order = sorted(counts.items())
    mean = sum(value * times for value, times in in_order) / n
    return Group(n, mean, _quantile(in_order, n, 0.25), _quantile(in_order, n, 0.75))


def _quantile(in_order: list[tuple[int, int]], n: int, part: float) -> float:
    whole, rest = divmod((n - 1) * part, 1)
    lower, upper = _at(in_order, int(whole), min(int(whole) + 1, n - 1))
    return lower + rest * (upper - lower)


def _at(in_order: list[tuple[int, int]], *places: int) -> Iterator[int]:
    """The values at these places, lowest first, of all the values in their order."""
    passed, values = 0, iter(in_order)
    value = 0
    for place in places:
        while passed <= place:
            value, times = next(values)
            passed += times
        yield value
