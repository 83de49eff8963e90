"""Two groups of days, against a table worked out by hand and against the days taken one by one."""

from datetime import date, timedelta
from random import Random

import pytest
from scipy import stats

from legjournal.trends.facts import DayFacts, Facts, Outcome, Stretch
from legjournal.trends.groups import Group, group
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.period import Period
from legjournal.trends.with_and_without import (
    Comparison,
    Question,
    When,
    answers,
    compare_all,
    times_of,
)

FIRST = date(2026, 10, 1)
DAY = timedelta(days=1)
SESSION = Factor(FactorKind.SESSION)


def _found(facts: Facts, question: Question, period: Period | None = None) -> Comparison:
    (found,) = [one for one in compare_all(facts, period) if one.question == question]
    return found


# Five days and the morning after them: session, rest, session, a gap, rest.
TABLE = Facts(
    {
        FIRST: DayFacts(pain=2, session=True, written=True),
        FIRST + DAY: DayFacts(pain=6, asleep=300, day_off=True, written=True),
        FIRST + 2 * DAY: DayFacts(pain=4, asleep=240, session=True, written=True),
        FIRST + 4 * DAY: DayFacts(pain=8, asleep=360, day_off=True, written=True),
        FIRST + 5 * DAY: DayFacts(asleep=200),
    }
)


def test_the_same_evening_by_hand() -> None:
    """Sessions on the 1st and 3rd: 2 and 4. Rest on the 2nd and 5th: 6 and 8."""
    found = _found(TABLE, Question(SESSION, Outcome.PAIN, When.SAME_EVENING))
    assert found.with_it == Group(2, 3.0, 2.5, 3.5)
    assert found.without == Group(2, 7.0, 6.5, 7.5)


def test_the_next_day_by_hand() -> None:
    """After the 1st: 6; after the 3rd nothing was written. After the 2nd: 4; after the 5th nothing."""
    found = _found(TABLE, Question(SESSION, Outcome.PAIN, When.NEXT_DAY))
    assert (found.with_it.n, found.with_it.mean) == (1, 6.0)
    assert (found.without.n, found.without.mean) == (1, 4.0)


def test_the_next_night_by_hand() -> None:
    """A night is that of the morning it ends on: after the 1st 300, after the others 240 and 200."""
    question = Question(SESSION, Outcome.ASLEEP, When.NEXT_NIGHT)
    found = _found(TABLE, question)
    assert (found.with_it.n, found.with_it.mean) == (1, 300.0)
    assert (found.without.n, found.without.mean) == (2, 220.0)
    dots = answers(TABLE, question)
    assert dots.with_it == {FIRST: 300}
    assert dots.without == {FIRST + DAY: 240, FIRST + 4 * DAY: 200}


def test_a_period_cuts_by_the_day_with_the_factor() -> None:
    """The night after its last day is still counted."""
    question = Question(SESSION, Outcome.ASLEEP, When.NEXT_NIGHT)
    period = Period(FIRST, FIRST + DAY)
    found = _found(TABLE, question, period)
    assert (found.with_it.mean, found.without.mean) == (300.0, 240.0)
    assert answers(TABLE, question, period).without == {FIRST + DAY: 240}


def test_nothing_is_compared_below_seven_days_on_a_side() -> None:
    """Six are too few, however many the others are; seven are enough."""
    for with_it, enough in ((6, False), (7, True)):
        days = {FIRST + n * DAY: DayFacts(pain=3, written=True, day_off=True) for n in range(40)}
        for n in range(with_it):
            days[FIRST + 2 * n * DAY] = DayFacts(pain=5, session=True)
        found = _found(Facts(days), Question(SESSION, Outcome.PAIN, When.SAME_EVENING))
        assert (found.with_it.n, found.is_enough) == (with_it, enough)
        assert found.difference == (2.0 if enough else None)


def test_an_empty_journal_has_nothing_to_compare() -> None:
    """Nor has a question about what was never there any answers."""
    assert compare_all(Facts({})) == []
    nothing = answers(Facts({}), Question(SESSION, Outcome.PAIN, When.NEXT_DAY))
    unknown = answers(TABLE, Question(Factor(FactorKind.WORD, "walk"), Outcome.PAIN, When.NEXT_DAY))
    assert (nothing.with_it, unknown.without) == ({}, {})


def test_a_comparison_stays_open_when_its_word_is_spelled_anew() -> None:
    """Its dots are found under the spelling of before."""
    days = {
        FIRST: DayFacts(pain=4, pressed=["choir"], written=True),
        FIRST + DAY: DayFacts(pressed=["Choir"]),
    }
    question = Question(Factor(FactorKind.WORD, "choir"), Outcome.PAIN, When.SAME_EVENING)
    assert answers(Facts(days), question).with_it == {FIRST: 4}


def _any_journal(seed: int) -> Facts:
    random = Random(seed)

    def answer(most: int) -> int | None:
        return random.randint(0, most) if random.random() < 0.8 else None

    def a_day() -> DayFacts:
        scores = {outcome.value: answer(10) for outcome in Outcome}
        words = ["walk", "late meal", "choir"]
        return DayFacts(
            **scores | {"asleep": answer(600)},  # type: ignore[arg-type]
            pressed=random.choice([None, [], random.sample(words, random.randint(1, 3))]),
            written=random.random() < 0.9,
            session=random.random() < 0.3,
            taken=frozenset({"m"} if random.random() < 0.2 else ()),
            visited=frozenset({"c"} if random.random() < 0.1 else ()),
        )

    return Facts(
        {FIRST + n * DAY: a_day() for n in range(300) if random.random() < 0.8},
        medicines=(Stretch("m", "Paracetamol", FIRST + 50 * DAY, FIRST + 200 * DAY),),
        courses=(Stretch("c", "Massage", None, None),),
        usual=frozenset({"walk"}),
        words={"walk": True, "choir": True},
    )


@pytest.mark.parametrize("seed", range(3))
def test_counting_bits_is_counting_days(seed: int) -> None:
    """Every comparison is what its own dots come to, and what scipy makes of them."""
    facts = _any_journal(seed)
    compared = compare_all(facts)
    assert len(compared) == 7 * sum(len(times_of(outcome)) for outcome in Outcome)
    for one in compared:
        dots = answers(facts, one.question)
        assert one.with_it == group(dots.with_it.values())
        assert one.without == group(dots.without.values())
        if one.difference is not None:
            sides = [*dots.with_it.values()], [*dots.without.values()]
            assert one.difference == pytest.approx(stats.tmean(sides[0]) - stats.tmean(sides[1]))
            assert not dots.with_it.keys() & dots.without.keys()
