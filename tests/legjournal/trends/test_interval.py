"""The interval of a difference: its parts worked out the long way, its limits, and scipy where it can say."""

from datetime import date, timedelta
from itertools import islice
from math import sqrt
from random import Random

import pytest
from scipy import stats
from torture import noise

from legjournal.trends.interval import DRAWS, SEED, Interval, Unsure, interval
from legjournal.trends.with_and_without import Answers

MONDAY = date(2026, 1, 5)
DAY = timedelta(days=1)


def _answers(random: Random, days: int, step: int = 1) -> Answers:
    """Every so many days an answer, with or without by chance."""
    with_it: dict[date, int] = {}
    without: dict[date, int] = {}
    for n in range(0, days, step):
        side = with_it if random.random() < 0.4 else without
        side[MONDAY + n * DAY] = random.randint(0, 10)
    return Answers(with_it, without)


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)


def _by_block(answers: Answers, length: int) -> list[tuple[list[int], list[int]]]:
    blocks: dict[int, tuple[list[int], list[int]]] = {}
    for place, side in enumerate((answers.with_it, answers.without)):
        for day, value in side.items():
            blocks.setdefault((day - MONDAY).days // length, ([], []))[place].append(value)
    return [blocks[number] for number in sorted(blocks)]


def _the_long_way(answers: Answers, length: int) -> tuple[float, float]:
    """The same interval with every block left out and every draw worked out anew from its days."""
    blocks = _by_block(answers, length)
    means = [_mean([value for block in blocks for value in block[side]]) for side in (0, 1)]
    difference = means[0] - means[1]
    left_out = [
        _mean([value for block in blocks if block is not without for value in block[0]])
        - _mean([value for block in blocks if block is not without for value in block[1]])
        for without in blocks
    ]
    n = len(blocks)
    error = sqrt((n - 1) / n * sum((other - difference) ** 2 for other in left_out))
    random, drawn = Random(SEED), []
    for _ in range(DRAWS):
        bits = f"{random.getrandbits(n):0{n}b}"
        signs = [1 if bit == "1" else -1 for bit in bits]
        drawn.append(_draw(blocks, means, signs))
    reach = error * sorted(drawn)[1899]
    return difference - reach, difference + reach


def _draw(blocks: list[tuple[list[int], list[int]]], means: list[float], signs: list[int]) -> float:
    """How far the difference moves when each block's departures keep or change their sign, in its errors."""
    departures = [
        [[sign * (value - means[side]) for value in block[side]] for side in (0, 1)]
        for block, sign in zip(blocks, signs, strict=True)
    ]
    sizes = [sum(len(block[side]) for block in blocks) for side in (0, 1)]
    moved = [sum(sum(block[side]) for block in departures) / sizes[side] for side in (0, 1)]
    each = [
        sum(value - moved[0] for value in block[0]) / sizes[0]
        - sum(value - moved[1] for value in block[1]) / sizes[1]
        for block in departures
    ]
    return abs(moved[0] - moved[1]) / sqrt(sum(part * part for part in each))


@pytest.mark.parametrize(("days", "length"), [(62, 7), (150, 7), (400, 14)])
def test_the_quick_sums_are_those_of_the_long_way(days: int, length: int) -> None:
    """Blocks of one week, and of two for a year; every block left out, every draw made of its days."""
    answers = _answers(Random(days), days)
    found = interval(answers)
    assert isinstance(found, Interval)
    assert (found.low, found.high) == pytest.approx(_the_long_way(answers, length))


@pytest.mark.parametrize("seed", range(3))
def test_of_one_day_a_week_it_is_nearly_that_of_welch(seed: int) -> None:
    """Days in weeks of their own are independent, and scipy has the interval for those."""
    answers = _answers(Random(seed), 7 * 26, step=7)
    sides = [*answers.with_it.values()], [*answers.without.values()]
    expected = stats.ttest_ind(*sides, equal_var=False).confidence_interval(0.95)
    found = interval(answers)
    assert isinstance(found, Interval)
    width = expected.high - expected.low
    assert found.low == pytest.approx(expected.low, abs=0.1 * width)
    assert found.high == pytest.approx(expected.high, abs=0.1 * width)


def test_equal_days_have_an_equal_interval() -> None:
    """Chance is drawn from a fixed seed, and the order in which the days come makes no difference."""
    answers = _answers(Random(1), 90)
    again = Answers(dict(reversed(answers.with_it.items())), dict(answers.without))
    assert interval(answers) == interval(again)


def test_a_true_difference_is_found() -> None:
    """Three points apart on ninety days: no difference is far outside."""
    answers = _answers(Random(2), 90)
    apart = Answers({day: value + 3 for day, value in answers.with_it.items()}, answers.without)
    plain, found = interval(answers), interval(apart)
    assert isinstance(plain, Interval) and isinstance(found, Interval)
    assert (found.low, found.high) == pytest.approx((plain.low + 3, plain.high + 3))
    assert not found.holds_zero


def test_of_six_days_there_is_no_interval() -> None:
    """On either side."""
    few, many = ({MONDAY + 9 * n * DAY: n % 5 for n in range(days)} for days in (6, 40))
    assert interval(Answers(few, many)) is Unsure.TOO_FEW_DAYS
    assert interval(Answers(many, few)) is Unsure.TOO_FEW_DAYS


def test_of_days_close_together_there_is_no_interval() -> None:
    """Ten days in two weeks are two things that happened, not ten."""
    days = {MONDAY + n * DAY: n % 7 for n in range(90)}
    close = {day: value for day, value in days.items() if MONDAY + 35 * DAY <= day < MONDAY + 45 * DAY}
    rest = {day: value for day, value in days.items() if day not in close}
    assert interval(Answers(close, rest)) is Unsure.TOO_CLOSE_TOGETHER


def test_of_days_all_alike_there_is_no_interval() -> None:
    """Where nothing ever varies, chance cannot be told from it."""
    days = [MONDAY + n * DAY for n in range(90)]
    answers = Answers(dict.fromkeys(days[::3], 4), dict.fromkeys(days[1::3], 2))
    assert interval(answers) is Unsure.ALL_ALIKE


def test_noise_is_called_no_difference_in_95_of_100_journals() -> None:
    """Two hundred journals of all kinds of noise, alike from day to day and with a rhythm of the week."""
    kinds = [
        noise.intervals(Random(f"{kind.__name__} {pattern.__name__}"), kind, pattern, 90)
        for kind in noise.NOISES
        for pattern in noise.patterns_on(kind)
    ]
    found = [one for kind in kinds for one in islice(kind, 200 // len(kinds) + 1)][:200]
    assert 186 <= sum(one.holds_zero for one in found) <= 194
