"""Two groups of days: the dots, the table and the sentence say the same."""

from datetime import date, timedelta

from legjournal.charts import with_and_without as chart
from legjournal.charts.scene import Label, Mark, Scene
from legjournal.trends.facts import DayFacts, Facts, Outcome
from legjournal.trends.one_question import Asked, look
from legjournal.trends.with_and_without import When

DAY = timedelta(days=1)
FIRST = date(2026, 6, 1)


def _drawn(days: int, outcome: Outcome = Outcome.PAIN, when: When = When.SAME_EVENING) -> Scene:
    """Every other day with a session: pain 3 and six hours asleep after it, else 5 and five hours."""
    known = {
        FIRST + n * DAY: DayFacts(
            pain=5 if n % 2 else 3, asleep=360 if n % 2 else 300, session=not n % 2, day_off=bool(n % 2)
        )
        for n in range(days)
    }
    looked = look(Facts(known), Asked("session", outcome, when))
    assert looked is not None
    high = 13 * chart.height(looked.comparison, looked.answers)
    return chart.draw(looked.comparison, looked.answers, 700, high, 13)


def test_the_table_has_the_numbers_of_the_sentence() -> None:
    """How many, the averages, the middle half, and the difference."""
    scene = _drawn(20)
    assert scene.rows == (
        ("10 evenings of a session day", "10", "3.0", "3 to 3"),
        ("10 other evenings", "10", "5.0", "5 to 5"),
        ("Difference of the averages", "", "2.0 points lower", ""),
    )
    assert scene.summary == (
        "On the 10 evenings of a session day the worst leg pain scored 3.0 on average; on the 10 other "
        "evenings 5.0. That is a difference in this diary, not proof of a cause."
    )
    assert len([item for item in scene.items if isinstance(item, Mark)]) == 20


def test_sleep_is_in_hours_and_minutes() -> None:
    """The night after the last day is not there yet: nine or ten of each."""
    scene = _drawn(20, Outcome.ASLEEP, When.NEXT_NIGHT)
    assert scene.rows[0] == ("10 nights after a session day", "10", "6 hours", "6 h to 6 h")
    assert scene.rows[1] == ("9 other nights", "9", "5 hours", "5 h to 5 h")
    assert scene.rows[2][2] == "1 hour more"


def test_of_too_few_days_there_is_a_sentence_and_no_dot() -> None:
    """Six on one side: how many there are of each, in words and in the table, and no average anywhere."""
    scene = _drawn(13)
    assert scene.summary == (
        "So far there are: 7 evenings of a session day, and 6 other evenings. From seven of each on they are "
        "compared here."
    )
    assert [type(item) for item in scene.items] == [Label]
    assert scene.rows == (("7 evenings of a session day", "7"), ("6 other evenings", "6"))
    assert scene.stops == ()
