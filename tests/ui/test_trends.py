"""Trends: pictures to choose from, each in words, as a table, over several periods, and with the keyboard."""

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
from ui.trends.chart_frame import ChartFrame

DAY = date(2026, 11, 22)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    """Wait until all of the journal is drawn."""
    reading = person.page.reading
    person.until(lambda: reading.idle and reading.numbers is not None and reading.numbers.complete)


def frame(person: Person) -> ChartFrame:
    """What stands around the chart over time."""
    found: ChartFrame = person.page.pane.frame
    return found


def table(person: Person) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the table."""
    if not frame(person).as_table.isChecked():
        frame(person).as_table.click()
    model = frame(person).table.model()
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

    sentence = "Nothing of what is chosen is recorded in these days."
    assert frame(person).summary.text() == sentence
    assert frame(person).chart.accessibleDescription() == sentence
    assert table(person)[1] == []


def test_chart_and_table_have_the_same_numbers(trends: Person) -> None:
    """The words of the chart are the means of the table’s columns, over the days that have an answer."""
    pain = [float(cell) for cell in column(trends, "left leg pain")]
    asleep = [minutes(cell) for cell in column(trends, "asleep")]
    said = frame(trends).chart.accessibleDescription()

    assert len(pain) > 30
    assert f"Left leg pain: {phrases.number(mean(pain))} on average, of {len(pain)} days." in said
    assert f"Asleep: {phrases.length(mean(asleep))} on average, of {len(asleep)} nights." in said
    assert f"Sessions: on {len(column(trends, 'sessions'))} days." in said
    assert frame(trends).summary.text() == said


def test_table_says_what_the_journal_holds(trends: Person) -> None:
    """Each row of the table is a day as it lies in the journal, the newest first."""
    header, rows = table(trends)
    assert header[:5] == ["Day", "left leg pain", "right leg pain", "urge to move", "asleep"]
    days = [row[0] for row in rows]
    newest = next(n for n in range(56) if phrases.day(DAY - timedelta(days=n)) == days[0])
    symptoms = trends.journal.symptoms.on(DAY - timedelta(days=newest))
    worst = [
        max(
            (
                row.score
                for row in symptoms
                if row.kind == kind and row.side in sides and row.score is not None
            ),
            default="",
        )
        for kind, sides in (
            ("pain", ("left", "both")),
            ("pain", ("right", "both")),
            ("urge to move", ("left", "right", "both", None)),
        )
    ]

    assert rows[0][1:4] == [str(score) for score in worst]
    calendar = [phrases.day(DAY - timedelta(days=n)) for n in range(56)]
    assert days == sorted(days, key=calendar.index)


def test_show_as_a_table(trends: Person) -> None:
    """A button puts the table in the chart's place and back, and it is remembered."""
    trends.presses("Table")
    assert frame(trends).table.isVisible()
    assert not frame(trends).chart.isVisible()
    assert trends.window._settings.picture_choice("over-time/table") == "yes"
    trends.presses("Table")
    assert frame(trends).chart.isVisible()


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("2 weeks", "9 November to 22 November 2026"),
        ("8 weeks", "28 September to 22 November 2026"),
        ("Everything", "24 September to 22 November 2026"),
    ],
)
def test_period_buttons(trends: Person, words: str, span: str) -> None:
    """Each button draws its own weeks, up to today, and says which."""
    trends.presses(words)

    assert frame(trends).summary.text().startswith(f"{span}.")
    assert span in trends.reads(trends.page)
    assert trends.button(words).isChecked()
    assert table(trends)[1][0][0] == "22 November 2026"


def test_new_answers_are_drawn(trends: Person) -> None:
    """What is written in the diary is in the chart on turning back to it."""
    before = column(trends, "urge to move")
    days = [DAY - timedelta(days=n) for n in range(56)]
    scored = {row[0] for row in table(trends)[1] if row[3]}
    trends.turns_to(1)
    trends.goes_to(next(day for day in days if phrases.day(day) not in scored))
    trends.until(lambda: trends.page.legs.isVisible())
    trends.scores(trends.page.legs.urge.scores, 9)
    trends.turns_to(3)
    trends.until(lambda: trends.page.reading.idle and not trends.page.reading.behind)

    assert len(column(trends, "urge to move")) == len(before) + 1


def test_gaps_stay_gaps(trends: Person) -> None:
    """A day without an answer is an empty cell, not a 0."""
    _, rows = table(trends)

    assert any("" in row[1:5] for row in rows)
    assert all(any(row[1:]) for row in rows)


def test_every_theme_paints_the_chart(open_window: Callable[..., Person], sample: Person) -> None:
    """The picture is painted in the colours of the theme: four themes, four pictures."""
    sample.turns_to(3)
    drawn(sample)
    pictures = []
    for theme in ("light", "dark", "high-contrast", "night"):
        sample.window.menus.theme_chosen.emit(theme)
        pictures.append(frame(sample).chart.grab().toImage())

    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_closing_while_the_figures_are_worked_out(sample: Person) -> None:
    """Whoever leaves before the chart is there leaves without a fault."""
    sample.turns_to(3)
    assert sample.closes()
    sample.qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    QApplication.processEvents()
