"""What there is to ask about, and the answer to one question."""

from datetime import date, timedelta

from legjournal.trends.facts import DayFacts, Facts, Outcome, Stretch
from legjournal.trends.known_days import Factor, FactorKind
from legjournal.trends.one_question import Asked, all_factors, key_of, look
from legjournal.trends.outcome_words import factor_name, outcome_names
from legjournal.trends.period import Period
from legjournal.trends.with_and_without import When, compare_all

DAY = timedelta(days=1)
FIRST = date(2026, 6, 1)
FACTS = Facts(
    {
        FIRST + n * DAY: DayFacts(
            pain=n % 7,
            asleep=300 + n,
            pressed=["walk"] if n % 3 else ["Alcohol", "walk"],
            written=True,
            session=n % 2 == 0,
            taken=frozenset({"m"}) if n % 5 == 0 else frozenset(),
        )
        for n in range(60)
    },
    medicines=(Stretch("m", "Iron", FIRST + 9 * DAY, None),),
)


def test_every_comparison_of_the_journal_can_be_asked_for_and_is_the_same() -> None:
    """One by one or all at once."""
    for comparison in compare_all(FACTS):
        question = comparison.question
        looked = look(FACTS, Asked(key_of(question.factor), question.outcome, question.when))
        assert looked is not None
        assert looked.comparison == comparison
        assert len(looked.answers.with_it) == comparison.with_it.n


def test_only_the_days_asked_for_count() -> None:
    """Of two weeks there are seven evenings of each."""
    period = Period(FIRST, FIRST + 13 * DAY)
    looked = look(FACTS, Asked("session", Outcome.PAIN, When.SAME_EVENING, period))
    assert looked is not None
    assert (looked.comparison.with_it.n, looked.comparison.without.n) == (7, 7)


def test_the_order_is_that_of_kinds_and_of_the_alphabet() -> None:
    """Whatever their days were like."""
    assert list(map(factor_name, all_factors(FACTS))) == [
        "Session of the routine",
        "Alcohol",
        "walk",
        "Iron: taken",
        "Iron: in use",
    ]


def test_a_key_holds_no_word_that_a_person_wrote() -> None:
    """In capitals or not it is the same one; what is not there any more gives way to the first."""
    key = key_of(Factor(FactorKind.WORD, "Choir practice"))
    assert "choir" not in key.lower()
    assert (
        key
        == key_of(Factor(FactorKind.WORD, "choir Practice"))
        != key_of(Factor(FactorKind.VISIT, "Choir practice"))
    )
    looked = look(FACTS, Asked(key, Outcome.PAIN, When.SAME_EVENING))
    assert looked is not None
    assert looked.comparison.question.factor.kind is FactorKind.SESSION


def test_nothing_to_ask_about() -> None:
    """An empty journal, and one in which only scores are."""
    asked = Asked("", Outcome.PAIN, When.SAME_EVENING)
    assert look(Facts({}), asked) is None
    assert look(Facts({FIRST: DayFacts(pain=3)}), asked) is None


def test_every_outcome_has_a_name() -> None:
    """In the order of the choices."""
    assert list(outcome_names()) == list(Outcome)
