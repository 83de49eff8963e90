"""What is said of a comparison: the numbers, how many days they are of, and no cause."""

import re
from itertools import product

import pytest

from legjournal.trends.facts import Outcome
from legjournal.trends.groups import Group
from legjournal.trends.interval import Interval, Unsure
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.sentences import (
    difference_in_words,
    in_words,
    sureness_in_words,
)
from legjournal.trends.with_and_without import Comparison, Question, When, times_of

SESSION = Factor(FactorKind.SESSION)
FACTORS = [SESSION, *(Factor(kind, "x") for kind in FactorKind if kind is not FactorKind.SESSION)]
CAUSES = (
    "because|due to|thanks to|leads? to|led to|makes|made you|helps?|helped|works|worked|reduc|improv|"
    "better|worse than|lowers|raises|results? in|effect|affect|benefit|prevent|treat|cure|trigger|proves|"
    "should"
)


def _comparison(
    outcome: Outcome = Outcome.PAIN,
    when: When = When.SAME_EVENING,
    factor: Factor = SESSION,
    with_it: tuple[int, float | None] = (34, 4.1),
    without: tuple[int, float | None] = (41, 5.0),
) -> Comparison:
    return Comparison(Question(factor, outcome, when), Group(*with_it), Group(*without))


def test_nights_after_a_session_day() -> None:
    """Both numbers with how many nights they are of."""
    asleep = _comparison(Outcome.ASLEEP, When.NEXT_NIGHT, with_it=(34, 330.2), without=(41, 300.0))
    assert in_words(asleep) == (
        "On the 34 nights after a session day sleep lasted 5 hours 30 minutes on average; on the 41 other "
        "nights 5 hours. That is a difference in this diary, not proof of a cause."
    )


def test_an_evening_with_a_word_of_ones_own() -> None:
    """In the word as it was typed; 5.0 keeps its point beside 4.1."""
    assert in_words(_comparison(factor=Factor(FactorKind.WORD, "Choir"))) == (
        "On the 34 evenings of a day with “Choir” the worst leg pain scored 4.1 on average; on the 41 other "
        "evenings 5.0. That is a difference in this diary, not proof of a cause."
    )


def test_a_name_is_shown_as_it_was_typed() -> None:
    """Whatever signs are in it."""
    odd = Factor(FactorKind.VISIT, "{n} “50 %” {value}")
    assert " of a day with a visit for “{n} “50 %” {value}” the worst " in in_words(_comparison(factor=odd))


def test_the_same_number_is_called_no_difference() -> None:
    """What is said is judged by what is shown."""
    assert in_words(_comparison(with_it=(34, 4.96))).endswith(
        "on the 41 other evenings 5.0. In this diary there is no difference between them."
    )


def test_of_too_few_days_it_is_said_how_many_there_are() -> None:
    """And no number that could be believed."""
    few = _comparison(when=When.NEXT_DAY, factor=Factor(FactorKind.TAKEN, "Paracetamol"), with_it=(1, 9.0))
    assert in_words(few) == (
        "So far there are: 1 day after a day with “Paracetamol” taken, and 41 other days. From seven of each "
        "on they are compared here."
    )
    assert sureness_in_words(few, Unsure.TOO_FEW_DAYS) == in_words(few)


def test_how_sure_a_difference_is() -> None:
    """From where to where, whether no difference is among it, and how that was worked out."""
    within = sureness_in_words(_comparison(), Interval(-1.9, 0.1))
    assert within == (
        "Days differ by chance too. In this diary: 0.9 points lower. With chance allowed for, it may "
        "be anything from 1.9 points lower to 0.1 points higher. Behind this are 34 evenings of a "
        "session day and 41 other evenings. No difference at all is within that range, so this may be chance "
        "alone. The range is made from whole weeks, since days near each other are alike. About 95 of 100 "
        "ranges made in this way hold the true difference."
    )
    assert "No difference at all is outside that range." in sureness_in_words(
        _comparison(), Interval(-1.4, -0.4)
    )


def test_the_difference_is_that_of_the_numbers_shown() -> None:
    """336.4 and 340.6 minutes are shown as 5 hours 36 and 5 hours 41, and those are 5 minutes apart."""
    asleep = _comparison(Outcome.ASLEEP, When.NEXT_NIGHT, with_it=(73, 336.4), without=(155, 340.6))
    assert "5 hours 36 minutes" in in_words(asleep) and "5 hours 41 minutes" in in_words(asleep)
    assert "In this diary: 5 minutes less." in sureness_in_words(asleep, Interval(-21.0, 12.0))


def test_a_medicine_in_use_is_less_sure_than_its_range() -> None:
    """It began once, and so may have much else: that is said."""
    iron = _comparison(factor=Factor(FactorKind.IN_USE, "Iron"))
    assert "Whatever else changed slowly in that time" in sureness_in_words(iron, Interval(-1.4, -0.4))
    assert "slowly" not in sureness_in_words(_comparison(), Interval(-1.4, -0.4))


def test_an_end_of_the_range_that_is_shown_as_no_difference_is_within_it() -> None:
    """What is said is judged by what is shown."""
    said = sureness_in_words(_comparison(), Interval(-0.9, -0.04))
    assert "from 0.9 points lower to no difference." in said
    assert "No difference at all is within that range" in said


def test_large_numbers_are_written_as_in_the_table() -> None:
    """4,383 evenings, with the comma of the table beside it."""
    assert in_words(_comparison(with_it=(4383, 4.1))).startswith("On the 4,383 evenings of a session day")


@pytest.mark.parametrize(
    ("outcome", "difference", "words"),
    [
        (Outcome.PAIN, -0.94, "0.9 points lower"),
        (Outcome.MOOD, 1.0, "1.0 points higher"),
        (Outcome.URGE, 0.04, "no difference"),
        (Outcome.ASLEEP, 35.2, "35 minutes more"),
        (Outcome.ASLEEP, -65.0, "1 hour 5 minutes less"),
        (Outcome.ASLEEP, 0.3, "no difference"),
        (Outcome.WOKEN_BY_LEGS, -0.5, "0.5 wakings fewer"),
        (Outcome.WOKEN_BY_LEGS, 2.0, "2.0 wakings more"),
    ],
)
def test_a_difference_in_its_own_unit(outcome: Outcome, difference: float, words: str) -> None:
    """Points of a score, minutes asleep, times woken; what rounds to nothing is nothing."""
    assert difference_in_words(outcome, difference) == words


def test_no_sentence_claims_a_cause() -> None:
    """Of any factor, outcome and time, with any interval or none: no word says one thing makes another."""
    said = set()
    for factor, outcome in product(FACTORS, Outcome):
        for when in times_of(outcome):
            one = _comparison(outcome, when, factor)
            said |= {in_words(one), in_words(_comparison(outcome, when, factor, with_it=(3, 1.0)))}
            said |= {sureness_in_words(one, why) for why in Unsure}
            said |= {sureness_in_words(one, Interval(*ends)) for ends in ((-1, 1), (1, 2), (-2, -1))}
    assert len(said) > 100
    for words in said:
        assert not re.search(rf"\b({CAUSES})", words, re.IGNORECASE), words
        assert "cause" not in words.replace("not proof of a cause", "")
        assert "{" not in words
