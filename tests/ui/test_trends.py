"""Trends: a chart in words, as a table, and over several periods."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from statistics import mean

import pytest
from person import Person
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication

from legjournal import phrases
from ui.tabs import TRENDS

DAY = date(2026, 11, 22)


@pytest.fixture
def first_tab() -> int:
    """These tests begin on that tab."""
    return TRENDS


@pytest.fixture
def trends(sample: Person) -> Person:
    """A person with sixty days behind them who has turned to Trends."""
    sample.turns_to(3)
    drawn(sample)
    return sample


def drawn(person: Person) -> None:
    """Wait for the figures."""
    person.until(lambda: person.page._task is None)


def table(person: Person) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the table."""
    model = person.page.figure.table.model()
    header = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    rows = [
        [model.index(row, n).data() for n in range(model.columnCount())] for row in range(model.rowCount())
    ]
    return header, rows


def column(person: Person, name: str) -> list[str]:
    """The answers in one column of the table."""
    header, rows = table(person)
    place = header.index(name)
    return [row[place] for row in rows if row[place]]


def minutes(words: str) -> int:
    """“5 hours 45 minutes” as a number."""
    hours, rest = (re.search(rf"(\d+) {unit}", words) for unit in ("hour", "minute"))
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def test_nothing_recorded_yet(person: Person) -> None:
    """An empty journal has a sentence and no invented line; the chart says the same to a screen reader."""
    person.turns_to(3)
    drawn(person)

    sentence = "Nothing is recorded in these weeks yet. What you write in the diary is drawn here."
    assert person.page.figure.summary.text() == sentence
    assert person.page.figure.chart.accessibleDescription() == sentence
    assert table(person)[1] == []


def test_chart_and_table_have_the_same_numbers(trends: Person) -> None:
    """The words of the chart are the means of the table’s columns, over the days that have an answer."""
    pain = [float(cell) for cell in column(trends, "worst leg pain")]
    asleep = [minutes(cell) for cell in column(trends, "asleep")]
    said = trends.page.figure.chart.accessibleDescription()

    assert len(pain) > 30
    assert f"Worst leg pain of the day: {phrases.number(mean(pain))} on average, of {len(pain)} days." in said
    assert f"Asleep {phrases.length(mean(asleep))} a night on average, of {len(asleep)} nights." in said
    assert re.match(r"\d+ of 56 days recorded\.", said)
    assert trends.page.figure.summary.text() == said


def test_table_says_what_the_journal_holds(trends: Person) -> None:
    """Each row of the table is a day as it lies in the journal, the newest first."""
    header, rows = table(trends)
    assert header == ["Day", "worst leg pain", "urge to move", "asleep"]
    days = [row[0] for row in rows]
    newest = next(n for n in range(56) if phrases.day(DAY - timedelta(days=n)) == days[0])
    day = DAY - timedelta(days=newest)
    symptoms = trends.journal.symptoms.on(day)
    worst = [
        max((row.score for row in symptoms if row.kind == kind and row.score is not None), default="")
        for kind in ("pain", "urge to move")
    ]

    assert rows[0][1:3] == [str(score) for score in worst]
    calendar = [phrases.day(DAY - timedelta(days=n)) for n in range(56)]
    assert days == sorted(days, key=calendar.index)


def test_show_as_a_table(trends: Person) -> None:
    """A button puts the table in the chart's place and back."""
    trends.presses("Show as a table")
    assert trends.page.figure.table.isVisible()
    assert not trends.page.figure.chart.isVisible()
    trends.presses("Show as a table")
    assert trends.page.figure.chart.isVisible()


@pytest.mark.parametrize(
    ("words", "span", "days"),
    [
        ("4 weeks", "26 October to 22 November 2026", 28),
        ("6 months", "25 May to 22 November 2026", 182),
        ("A year", "24 November 2025 to 22 November 2026", 364),
        ("Everything", "24 September to 22 November 2026", 60),
    ],
)
def test_period_buttons(trends: Person, words: str, span: str, days: int) -> None:
    """Each button draws its own weeks, up to today, and says which."""
    trends.presses(words)
    drawn(trends)

    assert f" of {days} days recorded." in trends.page.figure.summary.text()
    assert span in trends.reads(trends.page)
    assert trends.button(words).isChecked()
    assert table(trends)[1][0][0] == "22 November 2026"


def test_periods_pressed_fast(trends: Person) -> None:
    """Of several periods pressed one after another the last is the one that is drawn."""
    for words in ("A year", "Everything", "4 weeks"):
        trends.button(words).click()
    drawn(trends)
    trends.qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    QApplication.processEvents()

    assert " of 28 days recorded." in trends.page.figure.summary.text()


def test_new_answers_are_drawn(trends: Person) -> None:
    """What is written in the diary is in the chart on turning back to it."""
    before = column(trends, "urge to move")
    days = [DAY - timedelta(days=n) for n in range(56)]
    scored = {row[0] for row in table(trends)[1] if row[2]}
    trends.turns_to(1)
    trends.goes_to(next(day for day in days if phrases.day(day) not in scored))
    trends.until(lambda: trends.page.legs.isVisible())
    trends.scores(trends.page.legs.urge.scores, 9)
    trends.turns_to(3)
    drawn(trends)

    assert len(column(trends, "urge to move")) == len(before) + 1


def test_gaps_stay_gaps(trends: Person) -> None:
    """A day without an answer is an empty cell, not a 0."""
    _, rows = table(trends)

    assert any("" in row[1:] for row in rows)
    assert all(any(row[1:]) for row in rows)


def test_every_theme_paints_the_chart(open_window: Callable[..., Person], sample: Person) -> None:
    """The picture is painted in the colours of the theme: four themes, four pictures."""
    sample.turns_to(3)
    drawn(sample)
    pictures = []
    for theme in ("light", "dark", "high-contrast", "night"):
        sample.window.menus.theme_chosen.emit(theme)
        pictures.append(sample.page.figure.chart.grab().toImage())

    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_closing_while_the_figures_are_worked_out(sample: Person) -> None:
    """Whoever leaves before the chart is there leaves without a fault."""
    sample.turns_to(3)
    assert sample.closes()
    sample.qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    QApplication.processEvents()
