"""Trends: with and without, courses, and the spread of scores, asked for with keys and clicks."""

from datetime import date, timedelta
from typing import Any

import pytest
from person import Person
from PySide6.QtCore import Qt

from legjournal.models.diary import Kind, Side
from legjournal.trends.in_report import chosen_charts
from ui.tabs import TRENDS
from ui.trends.picks import Pick

DAYS = [date(2026, 11, 22) - timedelta(days=n) for n in range(60)]


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return TRENDS


def opens(person: Person, words: str) -> Any:
    """Choose a picture by its words, and wait until it is drawn."""
    person.turns_to(3)
    reading = person.page.reading
    person.until(lambda: reading.idle and reading.numbers is not None and reading.numbers.complete)
    person.presses(words)
    return drawn(person)


def drawn(person: Person) -> Any:
    """The picture in sight, once it is worked out."""
    person.until(
        lambda: person.page.reading.idle and not person.page.reading.behind and person.page.pane.idle
    )
    return person.page.pane


def picks(person: Person, pick: Pick, words: str) -> Any:
    """Go to a choice with the keyboard and through it with the arrows."""
    pick.setFocus()
    person.keys(Qt.Key.Key_Home)
    while pick.box.currentText() != words:
        before = pick.box.currentIndex()
        person.keys(Qt.Key.Key_Down)
        assert pick.box.currentIndex() > before, f"no choice says {words!r}"
    return drawn(person)


def table(person: Person) -> list[list[str]]:
    """The rows of the table, which is put in the picture's place."""
    frame = person.page.pane.frame
    if not frame.as_table.isChecked():
        frame.as_table.click()
    model = frame.table.model()
    return [
        [model.index(row, n).data() for n in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_nothing_recorded_yet(person: Person) -> None:
    """Each picture of an empty journal says what would be shown, to a screen reader too."""
    for words, sentence in (
        ("With and without", "Nothing is recorded yet that was there on some days and not on others."),
        ("Courses", "with the two weeks before it and after it."),
        ("Spread of scores", "Worst leg pain: nothing is scored in these days."),
    ):
        pane = opens(person, words)
        assert sentence in pane.frame.summary.text()
        assert pane.frame.chart.accessibleDescription() == pane.frame.summary.text()
    assert "In these days no urge to move has a time." in " ".join(
        picks(person, pane.what, "Time the urge to move came").frame.summary.text().split("\n")
    )


def test_days_with_a_session_beside_those_without(sample: Person) -> None:
    """The sentence, the table and what the cursor says have the same numbers."""
    pane = opens(sample, "With and without")
    assert pane.factor.box.currentText() == "Session of the routine"
    picks(sample, pane.outcome, "Time asleep")
    assert [pane.when.box.itemText(n) for n in range(pane.when.box.count())] == ["The next night"]

    assert pane.frame.title.text() == (
        "Time asleep. The next night, with and without: Session of the routine"
    )
    said = pane.frame.summary.text()
    scene = pane.frame.scene
    (with_it, n, average, _), (others, m, other, _), difference = scene.rows
    assert said.startswith(f"On the {with_it} sleep lasted {average} on average; on the {others} {other}.")
    assert said.endswith("not proof of a cause.")
    assert (with_it.split()[0], others.split()[0]) == (n, m)
    assert len(difference) == 4
    sample.presses("Over time")
    sample.presses("With and without")
    pane.frame.chart.setFocus()
    sample.keys(Qt.Key.Key_Home)
    assert pane.frame.said.text().startswith(f"{with_it}. Answers: {n}. Average: {average}.")
    assert table(sample)[0][0] == with_it


def test_how_sure_is_this(sample: Person) -> None:
    """A range in words when it is asked for, and anew when another question is asked."""
    pane = opens(sample, "With and without")
    assert not pane.sure.isVisible()
    sample.presses("How sure is this?")
    drawn(sample)
    first = pane.sure.text()
    assert first.startswith("Days differ by chance too.")
    assert "Behind this are" in first
    assert pane.sure.isVisible()
    picks(sample, pane.outcome, "Urge to move")
    assert pane.sure.text() != first


def test_too_few_days_are_counted_and_not_compared(sample: Person) -> None:
    """Of four weeks there are not seven days with a late meal: a sentence, and no range to ask for."""
    pane = opens(sample, "With and without")
    picks(sample, pane.factor, "late meal")
    picks(sample, pane.days, "The last 4 weeks")
    assert pane.frame.summary.text().startswith("So far there are: ")
    assert "26 October to 22 November 2026" in sample.reads(pane)
    assert not pane.how_sure.isVisible()
    assert all(len(row) == 2 for row in table(sample))


def test_a_new_answer_is_compared_at_once(sample: Person) -> None:
    """What is stored in the diary is among the days on turning back."""
    pane = opens(sample, "With and without")
    before = int(pane.frame.scene.rows[0][1]) + int(pane.frame.scene.rows[1][1])
    journal = sample.journal
    day = next(
        day
        for day in DAYS
        if journal.sessions.on(day) and not any(row.kind == Kind.PAIN for row in journal.symptoms.on(day))
    )
    sample.turns_to(1)
    sample.goes_to(day)
    sample.until(lambda: sample.page.legs.isVisible())
    sample.marks_place(Side.LEFT, "calf", "6")
    sample.turns_to(3)
    pane = drawn(sample)
    assert int(pane.frame.scene.rows[0][1]) + int(pane.frame.scene.rows[1][1]) == before + 1


def test_courses(sample: Person) -> None:
    """Each with what was before it and while it went on; the table has every outcome."""
    pane = opens(sample, "Courses")
    choices = [pane.course.box.itemText(n) for n in range(pane.course.box.count())]
    assert choices
    picks(sample, pane.outcome, "Urge to move")
    assert pane.frame.title.text().startswith("Urge to move before, during and after: ")
    assert "Urge to move on average: the two weeks before" in pane.frame.summary.text()
    rows = table(sample)
    assert rows[0][0] == "Urge to move, the two weeks before"
    assert any(row[0].startswith("Time asleep, ") for row in rows)
    picks(sample, pane.course, choices[-1])
    assert choices[-1].split(",")[0] in pane.frame.title.text()


def test_spread_of_scores(sample: Person) -> None:
    """The bars are the counts of the diary; the months of the evening times have a row each."""
    pane = opens(sample, "Spread of scores")
    rows = table(sample)
    symptoms = sample.journal.symptoms
    pain = [
        [row.score for row in symptoms.on(day) if row.kind == Kind.PAIN and row.score is not None]
        for day in DAYS
    ]
    worst = [max(scores) for scores in pain if scores]
    assert rows == [[str(score), str(worst.count(score))] for score in range(11)]
    picks(sample, pane.what, "Time the urge to move came")
    assert [row[0] for row in table(sample)] == ["November 2026", "October 2026", "September 2026"]


def test_what_was_chosen_is_remembered_but_no_word_of_ones_own(sample: Person) -> None:
    """Outcome and days are kept among the settings; “alcohol” is not."""
    pane = opens(sample, "With and without")
    picks(sample, pane.outcome, "Mood")
    picks(sample, pane.factor, "alcohol")
    sample.presses("Spread of scores")
    kept = sample.page.pane.settings.picture_choice
    assert kept("with-and-without/outcome") == "mood"
    assert kept("with-and-without/factor") == ""


def test_into_the_report(sample: Person) -> None:
    """One tick, and it is down for the report as it is set; another question goes there too after a pause."""
    pane = opens(sample, "With and without")
    sample.clicks(pane.frame.in_report)
    sample.waits()
    picks(sample, pane.outcome, "Mood")
    pane.flush()
    sample.waits()
    [chart] = chosen_charts(sample.journal.preferences)
    assert (chart.chart, chart.settings["outcome"]) == ("with-and-without", "mood")
    assert chart.settings["factor"] == "session"


def test_tab_goes_from_top_to_bottom(sample: Person) -> None:
    """The choices, the picture, how sure it is, and the ways to take it along."""
    pane = opens(sample, "With and without")
    pane.factor.setFocus()
    stops = []
    for _ in range(7):
        stops.append(sample.focused.accessibleName() or sample.focused.text())
        sample.keys(Qt.Key.Key_Tab)
    assert stops == [
        "With and without",
        "What is looked at",
        "When",
        "Which days",
        "Worst leg pain. The same evening, with and without: Session of the routine",
        "How sure is this?",
        "Show as a table",
    ]


@pytest.mark.parametrize("words", ["With and without", "Courses", "Spread of scores"])
def test_everything_has_a_name_and_fits_at_twice_the_size(
    open_window: Any, sample_file: Any, words: str
) -> None:
    """At 200 % text and 640 pixels nothing is wider than the window."""
    person = open_window(sample_file, text_size=200)
    person.window.resize(640, 900)
    pane = opens(person, words)
    area = person.page.scroller
    assert area.content.width() <= area.viewport().width()
    for pick in pane.findChildren(Pick):
        assert pick.box.accessibleName()
        assert pick.box.width() <= pane.width()
