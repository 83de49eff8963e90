"""Trends: pictures to choose from, each in words, as a table, over several periods, and with the keyboard."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import mean

import pytest
from person import Person
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication
from trends_steps import column, drawn, frame, table

from legjournal import phrases
from legjournal.errors import DamagedInside
from ui.tabs import DIARY, TRENDS

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


@pytest.mark.parametrize("first_tab", [DIARY])
def test_only_the_last_weeks_are_waited_for(sample: Person) -> None:
    """Who cancels has the last weeks drawn, is told so, and can have the rest read after all."""
    reading = sample.sitting.tabs.page(TRENDS).reading
    reading.came.connect(reading.cancel)
    sample.turns_to(3)
    sample.until(lambda: reading.idle and reading.cut_short)
    reading.came.disconnect(reading.cancel)
    assert "Only your last weeks are drawn here." in sample.reads(sample.page)
    assert frame(sample).summary.text().startswith("24 September to 22 November 2026.")

    sample.presses("Read the earlier days")
    drawn(sample)
    assert not sample.page.waiting.isVisible()
    assert frame(sample).summary.text().startswith("28 September to 22 November 2026.")


def test_a_damaged_row_is_said(open_window: Callable[..., Person], sample_file: Path, tmp_path: Path) -> None:
    """What cannot be read is told in a sentence, with a way to try again; the program goes on."""
    path = Path(shutil.copy(sample_file, tmp_path / "journal.legjournal"))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE night SET date = '2026-1x-22' WHERE id = (SELECT id FROM night LIMIT 1)")
    person = open_window(path)
    person.turns_to(3)
    person.until(person.page.waiting.isVisible)
    assert str(DamagedInside()) in person.reads(person.page)
    person.presses("Read the earlier days")
    person.until(person.page.waiting.isVisible)
    person.turns_to(4)
