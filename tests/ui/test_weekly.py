"""The weekly check: offered once a week, passed over without a word, and there whenever it is wanted."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from person import Person
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from legjournal.limits import NAME_LIMIT
from legjournal.weekly import Followed
from ui.diary.activity_row import ActivityRow
from ui.diary.weekly_card import WeeklyCard

DAY = date(2026, 11, 22)
ONE = timedelta(days=1)


@pytest.fixture
def page(person: Person) -> Person:
    """A person with the whole page in sight, and six days behind them."""
    person.until(lambda: person.page.day.isVisible())
    for back in range(1, 7):
        person.journal.diary.record(DAY - back * ONE, mood=5)
    return person


@pytest.fixture
def due(page: Person) -> Person:
    """A person whose first check is due."""
    page.journal.nights.record(DAY, quality=5)
    comes_back(page)
    assert card(page).isVisible()
    return page


def card(person: Person) -> WeeklyCard:
    """The card of the check."""
    found: WeeklyCard = person.page.weekly
    return found


def comes_back(person: Person) -> None:
    """Turn to the day before and back."""
    person.goes_to(DAY - ONE)
    person.goes_to(DAY)


def answers(person: Person, day: date = DAY) -> list[int | None]:
    """The three answers in the file."""
    return list(person.journal.weekly.sheet(day).answers.values())


def activity(person: Person, day: date = DAY) -> Followed:
    """The one activity of a day."""
    [found] = person.journal.weekly.sheet(day).activities
    return found


def row(person: Person) -> ActivityRow:
    """The row of the one activity in sight."""
    person.until(lambda: len(card(person).activities) == 1)
    return next(iter(card(person).activities.values()))


def follows(person: Person, name: str) -> None:
    """Add an activity of one's own."""
    person.clicks(card(person).adder.entry)
    person.types(name)
    person.keys(Qt.Key.Key_Return)
    person.waits()


def test_it_is_not_offered_before_the_seventh_day(page: Person) -> None:
    """Six written days are too few; the seventh brings it, but not into the middle of an entry."""
    comes_back(page)
    assert not card(page).isVisible()
    page.scores(page.page.day.rows["mood"], 5)
    assert not card(page).isVisible()
    comes_back(page)
    assert card(page).isVisible()
    page.goes_to(DAY - ONE)
    assert not card(page).isVisible()


def test_three_questions_by_three_digits(due: Person) -> None:
    """Each row stores its own answer; Tab goes from one to the next."""
    card(due).questions["average_pain"].scores.setFocus()
    for digit in "406":
        due.types(digit)
        due.keys(Qt.Key.Key_Tab)
    due.waits()
    assert answers(due) == [4, 0, 6]
    assert not card(due).skip.isVisible()
    comes_back(due)
    assert card(due).isVisible()
    assert card(due).questions["enjoyment"].scores.score == 0


def test_not_this_week_is_the_end_of_it(due: Person) -> None:
    """It is gone at once, stays away for a week, and nothing on the page says so; undo brings it back."""
    due.presses("Not this week")
    assert not card(due).isVisible()
    assert due.journal.weekly.latest(DAY).skipped is True
    comes_back(due)
    assert not card(due).isVisible()
    shown = " ".join(due.reads(due.page)).lower()
    assert "weekly" not in shown and "skip" not in shown
    due.window.menus.undo_requested.emit()
    due.until(card(due).isVisible)
    assert due.journal.weekly.latest(DAY) is None


def test_a_past_check_is_on_its_day(sample: Person) -> None:
    """Where it was filled in it is shown, with the activities of that day; on the days between it is not."""
    sample.until(lambda: sample.page.day.isVisible())
    assert card(sample).isVisible()
    sample.goes_to(DAY - ONE)
    assert not card(sample).isVisible()
    sample.goes_to(DAY - 7 * ONE)
    shown = {name: question.scores.score for name, question in card(sample).questions.items()}
    sheet = sample.journal.weekly.sheet(DAY - 7 * ONE)
    assert shown == sheet.answers
    assert [row.scores.score for row in card(sample).activities.values()] == [
        activity.score for activity in sheet.activities
    ]


def test_the_menu_asks_for_it_on_any_day(page: Person) -> None:
    """From another tab too; the keyboard is on its first question, and the next day it is gone again."""
    page.goes_to(DAY - 2 * ONE)
    page.turns_to(3)
    page.chooses_in_menu("Weekly check")
    page.until(lambda: page.window.header.current == 0 and card(page).isVisible())
    page.types("7")
    page.waits()
    assert answers(page, DAY - 2 * ONE) == [7, None, None]
    page.goes_to(DAY - ONE)
    assert not card(page).isVisible()
    page.goes_to(DAY - 2 * ONE)
    assert card(page).isVisible()


def test_an_activity_of_ones_own(due: Person) -> None:
    """Named, scored, renamed and ended; its numbers stay, and it can go on."""
    follows(due, "Sit through a film")
    due.scores(row(due).scores, 4)
    due.presses("Rename Sit through a film")
    assert row(due).name.entry.hasFocus()
    due.types_into(row(due).name.entry, "Sit through a long film")
    due.presses("Stop following", row(due))
    assert activity(due) == Followed(activity(due).id, "Sit through a long film", 4, ended=True)
    assert "You have stopped following this. Its numbers are kept." in due.reads(row(due))
    due.presses("Follow again", row(due))
    assert not activity(due).ended


def test_three_activities_at_a_time(due: Person) -> None:
    """With three the line to add one is gone, and comes back when one has ended."""
    for name in ("Film", "Stairs", "Garden"):
        follows(due, name)
    due.until(lambda: not card(due).adder.isVisible())
    assert len(card(due).activities) == 3
    due.presses("Stop following: Stairs")
    assert card(due).adder.isVisible()


def test_tab_goes_down_the_card(due: Person) -> None:
    """Also through an activity that was just added."""
    follows(due, "Film")
    row(due)
    stops = [card(due).skip, card(due).questions["average_pain"].scores]
    stops[0].setFocus()
    tops = []
    while card(due).isAncestorOf(due.focused):
        tops.append(due.focused.mapTo(card(due), due.focused.rect().topLeft()).y())
        due.keys(Qt.Key.Key_Tab)
    assert len(tops) == 1 + 3 + 3 + 2
    assert tops == sorted(tops)
    assert due.page.notes.isAncestorOf(due.focused)


def test_an_empty_name_is_explained(due: Person) -> None:
    """The old name stays, what was typed is kept, and the sentence says what to do."""
    follows(due, "Film")
    due.presses("Rename Film")
    due.types_into(row(due).name.entry, "")
    assert activity(due).name == "Film"
    assert row(due).name.message.text() == "Please give it a name, or stop following it."
    comes_back(due)
    assert row(due).name.entry.text() == ""
    due.types_into(row(due).name.entry, "Cinema")
    assert activity(due).name == "Cinema"
    assert due.journal.drafts.under("activity/") == {}


def test_hostile_names_are_only_names(due: Person, hostile: str) -> None:
    """What is pasted is a name letter for letter, or it is explained why not, within a second."""
    began = time.monotonic()
    due.clicks(card(due).adder.entry)
    due.pastes(hostile)
    due.keys(Qt.Key.Key_Return)
    due.waits()
    due.window.grab()
    assert time.monotonic() - began < 1
    fits = len(hostile) <= NAME_LIMIT
    if fits:
        assert activity(due).name == hostile
        assert hostile in due.reads(row(due))
    else:
        assert due.journal.weekly.sheet(DAY).activities == ()
        assert "Please use at most 2000 letters" in card(due).adder.message.text()
        due.clicks(card(due).adder.entry)
        due.pastes("Film")
        due.keys(Qt.Key.Key_Return)
        due.waits()
        due.presses("Rename Film")
        due.pastes(hostile)
        due.keys(Qt.Key.Key_Tab)
        due.waits()
        assert activity(due).name == "Film"
        assert row(due).name.entry.text() == hostile
        assert "Please use at most 2000 letters" in row(due).name.message.text()
    assert due.journal.problems() == []


def test_a_half_typed_activity_is_kept(due: Person, open_window: Callable[..., Person]) -> None:
    """It is there again after a restart, and is not followed yet."""
    due.clicks(card(due).adder.entry)
    due.types("Sit thr")
    path = due.journal.path
    assert due.closes()
    again = open_window(path)
    again.until(lambda: again.page.day.isVisible() and card(again).isVisible())
    assert card(again).adder.entry.text() == "Sit thr"
    assert again.journal.weekly.sheet(DAY).activities == ()


def test_left_out_it_is_only_there_when_asked_for(due: Person) -> None:
    """Whoever does not want to be asked can still answer."""
    due.journal.preferences.choose("hidden_parts", ["weekly"])
    comes_back(due)
    assert not card(due).isVisible()
    due.chooses_in_menu("Weekly check")
    due.until(card(due).isVisible)


def test_its_words_are_our_own(due: Person) -> None:
    """No phrase of the licensed scales: neither interference, nor general activity, nor average."""
    buttons = [button.accessibleName() for button in card(due).findChildren(QPushButton)]
    words = " ".join([*due.reads(card(due)), *buttons]).lower()
    assert "the last 7 days" in words
    assert not any(phrase in words for phrase in ("interfer", "general activity", "average", "enjoyment of"))
