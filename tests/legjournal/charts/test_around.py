"""Before, during and after: one outcome as dots, all in the table."""

import re
from datetime import date, timedelta

from legjournal.charts import around as chart
from legjournal.charts.scene import Label, Mark, Scene
from legjournal.trends.facts import DayFacts, Facts, Outcome, Stretch
from legjournal.trends.one_course import key_of, look_around

DAY = timedelta(days=1)
BEGAN, ENDED = date(2026, 6, 1), date(2026, 6, 10)
ROPINIROLE = Stretch("a", "Ropinirole", BEGAN, ENDED, "0.5 mg")


def _facts(*medicines: Stretch, plans: tuple[Stretch, ...] = ()) -> Facts:
    days = {
        BEGAN + n * DAY: DayFacts(pain=6 if n < 0 else 4 if n < 10 else 2, mood=5 if n < 0 else None)
        for n in range(-30, 30)
    }
    return Facts(days, medicines=medicines, plans=plans)


def _drawn(facts: Facts, outcome: Outcome = Outcome.PAIN, key: str = "") -> Scene:
    around = look_around(facts, key, outcome)
    assert around is not None
    return chart.draw(around, 700, 13 * chart.height(around), 13)


def test_three_groups_and_their_numbers() -> None:
    """A dot for each of 14, 10 and 14 days, and the same numbers in the table and the sentence."""
    scene = _drawn(_facts(ROPINIROLE))
    assert len([item for item in scene.items if isinstance(item, Mark)]) == 38
    assert scene.rows[:3] == (
        ("Worst leg pain, the two weeks before", "14", "6.0", "6 to 6"),
        ("Worst leg pain, during it", "10", "4.0", "4 to 4"),
        ("Worst leg pain, the two weeks after", "14", "2.0", "2 to 2"),
    )
    assert scene.summary == (
        "Ropinirole, 0.5 mg, 1 June to 10 June 2026. Worst leg pain on average: the two weeks before 6.0 (14 "
        "days); during it 4.0 (10 days); the two weeks after 2.0 (14 days). These are the averages of this "
        "diary, not proof of a cause."
    )


def test_the_table_has_the_other_outcomes_too_where_there_is_an_answer() -> None:
    """Mood was answered before only: a row of each group, and none of what was never answered."""
    rows = _drawn(_facts(ROPINIROLE)).rows
    assert rows[3:] == (
        ("Mood, the two weeks before", "14", "5.0", "5 to 5"),
        ("Mood, during it", "0", "", ""),
        ("Mood, the two weeks after", "0", "", ""),
    )


def test_what_goes_on_has_no_after_and_says_so() -> None:
    """Two groups, and a sentence in place of the third; a plan says that it is one."""
    scene = _drawn(_facts(plans=(Stretch("a", "Hips", BEGAN, None),)))
    assert len(scene.stops) == 2
    assert scene.summary.startswith("Hips: plan, since 1 June 2026. Worst leg pain on average:")
    assert "It goes on, so there is nothing after it yet." in scene.summary


def test_a_group_without_an_answer_says_so() -> None:
    """In the picture and in the sentence, and never as a 0."""
    scene = _drawn(_facts(ROPINIROLE), Outcome.MOOD)
    assert "during it no answer" in scene.summary
    words = [item.words for item in scene.items if isinstance(item, Label)]
    assert words.count("no answer") == 2


def test_a_course_is_kept_by_its_kind_and_days_and_not_by_its_name() -> None:
    """The one asked for, else the latest begun; none where none has a beginning."""
    early = Stretch("b", "Old", BEGAN - 9 * DAY, None)
    facts = _facts(ROPINIROLE, early)
    around = look_around(facts, "", Outcome.PAIN)
    assert around is not None
    assert around.course.name == "Ropinirole"
    keys = [key_of(course) for course in around.courses]
    assert keys == ["medicine 2026-06-01 2026-06-10", "medicine 2026-05-23"]
    assert "Old" in _drawn(facts, key=keys[1]).summary
    assert look_around(Facts({}), "", Outcome.PAIN) is None


def test_no_word_claims_a_cause() -> None:
    """Beside the sentence that there is none proven."""
    for outcome in Outcome:
        said = _drawn(_facts(ROPINIROLE), outcome).summary.replace("not proof of a cause", "")
        assert not re.search(r"cause|because|help|worse|better|reduc|improv|work", said, re.IGNORECASE)
