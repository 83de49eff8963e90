"""Journals of pure noise, in which nothing differs: how often the interval of a difference says so.

An interval of 95 % is to hold no difference in 95 of 100 such journals, whatever the noise and however the
days with the factor lie. Three days a week are not tried on a weekly rhythm: they do differ from the others.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

from torture.tally import Tally

from legjournal.trends.facts import DayFacts, Facts, Outcome
from legjournal.trends.interval import Interval, interval
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.with_and_without import Question, When, answers

FIRST = date(2024, 1, 3)
WORD = "walk"
QUESTION = Question(Factor(FactorKind.WORD, WORD), Outcome.PAIN, When.SAME_EVENING)
LENGTHS = (60, 120, 365)  # days
MISSED = 0.15  # of the days are not written about
BOUNDS = (93.0, 97.0)  # of 100

Noise = Callable[[Random, int], list[float]]
Pattern = Callable[[Random, int], list[bool]]


def white(random: Random, days: int) -> list[float]:
    """Each day by itself."""
    return [random.gauss(0, 1) for _ in range(days)]


def like_the_day_before(random: Random, days: int) -> list[float]:
    """AR(1): half of each day's departure is that of the day before."""
    found = [random.gauss(0, 1)]
    while len(found) < days:
        found.append(0.5 * found[-1] + random.gauss(0, 0.75**0.5))
    return found


def weekly(random: Random, days: int) -> list[float]:
    """AR(1), and some weekdays worse than others in every week."""
    rhythm = [random.gauss(0, 0.7) for _ in range(7)]
    return [value + rhythm[day % 7] for day, value in enumerate(like_the_day_before(random, days))]


def any_day(random: Random, days: int) -> list[bool]:
    """One day in five to one in two, each by itself."""
    chance = random.uniform(0.2, 0.5)
    return [random.random() < chance for _ in range(days)]


def three_a_week(random: Random, days: int) -> list[bool]:
    """The same three days in every week, as a plan asks for."""
    chosen = random.sample(range(7), 3)
    return [day % 7 in chosen for day in range(days)]


def in_spells(random: Random, days: int) -> list[bool]:
    """For some days on end, then for some days not."""
    found = [random.random() < 0.4]
    while len(found) < days:
        found.append(found[-1] ^ (random.random() < (0.2 if found[-1] else 0.14)))
    return found


def from_one_day_on(random: Random, days: int) -> list[bool]:
    """Not until one day, and always from then on, as a medicine is."""
    began = days * random.uniform(0.4, 0.6)
    return [day >= began for day in range(days)]


NOISES: tuple[Noise, ...] = (white, like_the_day_before, weekly)
PATTERNS: tuple[Pattern, ...] = (any_day, three_a_week, in_spells, from_one_day_on)


def patterns_on(noise: Noise) -> tuple[Pattern, ...]:
    """Those in which nothing differs."""
    return tuple(pattern for pattern in PATTERNS if noise is not weekly or pattern is not three_a_week)


def journal(random: Random, noise: Noise, pattern: Pattern, days: int) -> Facts:
    """The days of one journal, with the worst pain as a score from 0 to 10."""
    scores = [min(10, max(0, round(4.5 + 2 * value))) for value in noise(random, days)]
    pressed = pattern(random, days)
    return Facts(
        {
            FIRST + timedelta(days=day): DayFacts(pain=score, pressed=[WORD] if with_it else [], written=True)
            for day, (score, with_it) in enumerate(zip(scores, pressed, strict=True))
            if random.random() >= MISSED
        },
        usual=frozenset({WORD}),
        words={WORD: True},
    )


def intervals(random: Random, noise: Noise, pattern: Pattern, days: int) -> Iterator[Interval]:
    """The intervals of one such journal after another; those with too few days are passed over."""
    for _ in count():
        found = interval(answers(journal(random, noise, pattern, days), QUESTION))
        if isinstance(found, Interval):
            yield found


def listen(noise: Noise, journals: int, _folder: Path, seed: int = 8) -> Tally:
    """So many journals of one noise; `damaged` if no difference is held in fewer or more than it should."""
    random, tally, held = Random(seed), Tally(), 0
    kinds = [intervals(random, noise, pattern, days) for pattern in patterns_on(noise) for days in LENGTHS]
    for tried in range(journals):
        found = next(kinds[tried % len(kinds)]).holds_zero
        held += found
        tally.seen["held" if found else "missed"] += 1
        tally.add()
    share = 100 * held / journals
    tally.add(damaged=not BOUNDS[0] <= share <= BOUNDS[1], remark=f"{noise.__name__}: {share:.1f} of 100")
    return tally
