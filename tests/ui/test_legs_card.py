"""The legs: the body chart, the rows beside it, and the 0 to 10 row."""

from datetime import date

import pytest
from person import Person
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from legjournal.models.diary import Kind, Side, Symptom
from ui.diary.symptom_row import SymptomRow
from ui.widgets.score_row import ScoreButton, ScoreRow

DAY = date(2026, 11, 22)


@pytest.fixture
def legs(person: Person) -> Person:
    """A person with the legs in sight."""
    person.until(lambda: person.page.legs.urge.isVisible())
    return person


def stored(person: Person) -> list[Symptom]:
    """The symptoms of the day as they lie in the file."""
    return person.journal.symptoms.on(DAY)


def facts(person: Person) -> list[tuple[Kind, Side | None, str | None, int | None]]:
    """What was felt, where, and how badly."""
    return [(row.kind, row.side, row.site, row.score) for row in stored(person)]


def rows(person: Person) -> list[SymptomRow]:
    """The rows beside the drawing, without the urge to move."""
    found = person.page.legs.findChildren(SymptomRow)
    return [row for row in found if row.isVisible() and row is not person.page.legs.urge]


def press_place(person: Person, side: Side, site: str) -> None:
    """Press the drawing, and do not wait."""
    chart = person.page.legs.chart
    person.clicks(chart, at=chart.region_centre(side, site).toPoint())


def urge(person: Person) -> ScoreRow:
    """The row of the urge to move, with the keyboard on it."""
    row: ScoreRow = person.page.legs.urge.scores
    row.setFocus()
    return row


def test_nothing_is_chosen_beforehand(legs: Person) -> None:
    """An untouched page shows no answer anywhere, says “not answered”, and stores nothing."""
    score_rows = legs.window.findChildren(ScoreRow)

    assert len(score_rows) >= 5
    assert {row.score for row in score_rows} == {None}
    assert {row.accessibleDescription() for row in score_rows} == {"not answered"}
    assert not any(button.isChecked() for button in legs.window.findChildren(ScoreButton))
    assert legs.page.legs.chart.accessibleDescription() == "nothing marked"
    assert (stored(legs), legs.journal.diary.day(DAY)) == ([], None)


def test_place_then_number(legs: Person) -> None:
    """Pressing a place and then a number records the pain there, and the chart says so."""
    legs.marks_place(Side.LEFT, "calf", "6")

    assert facts(legs) == [(Kind.PAIN, Side.LEFT, "calf", 6)]
    assert [row.scores.score for row in rows(legs)] == [6]
    assert legs.reads(rows(legs)[0])[:2] == ["Left calf", "pain"]
    assert legs.page.legs.chart.accessibleDescription() == "Left calf: 6"


def test_left_and_right_are_the_persons_own(legs: Person) -> None:
    """Seen from the front the person's right leg is on the left of the drawing."""
    chart = legs.page.legs.chart
    right, left = (chart.region_centre(side, "knee") for side in (Side.RIGHT, Side.LEFT))

    assert right.x() < left.x() < chart.width() / 2


def test_place_pressed_again_is_the_same_row(legs: Person) -> None:
    """A second press on a place brings the keyboard back to its row and adds nothing."""
    legs.marks_place(Side.LEFT, "calf", "6")
    legs.marks_place(Side.RIGHT, "knee", "2")
    legs.marks_place(Side.LEFT, "calf", "4")

    assert set(facts(legs)) == {(Kind.PAIN, Side.LEFT, "calf", 4), (Kind.PAIN, Side.RIGHT, "knee", 2)}
    calf = next(row for row in rows(legs) if row.is_at(Side.LEFT, "calf"))
    assert calf.isAncestorOf(legs.focused)


def test_double_click_is_one_place(legs: Person) -> None:
    """A shaky hand that presses twice before the first press is stored marks the place once."""
    press_place(legs, Side.LEFT, "calf")
    press_place(legs, Side.LEFT, "calf")
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.LEFT, "calf", None)]


def test_press_beside_the_legs_is_nothing(legs: Person) -> None:
    """Only a part of the drawing can be pressed."""
    chart = legs.page.legs.chart
    legs.clicks(chart, at=chart.rect().topLeft())
    legs.waits()

    assert stored(legs) == []


def test_place_from_the_lists_by_keyboard(legs: Person) -> None:
    """Whoever cannot use the drawing chooses what, side and place with the arrows, and presses Add."""
    kind, side, site = (
        box
        for box in legs.page.legs.findChildren(QComboBox)
        if box.accessibleName() in ("What", "Side", "Place")
    )
    kind.setFocus()
    legs.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert legs.focused is side
    legs.keys(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert legs.focused is site
    legs.types("knee")
    legs.keys(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    legs.until(lambda: [row for row in rows(legs) if row.isAncestorOf(legs.focused)])
    legs.types("3")
    legs.waits()

    assert facts(legs) == [(Kind.CRAMP, Side.RIGHT, "knee", 3)]
    assert legs.reads(rows(legs)[0])[:2] == ["Right knee", "cramp"]


def test_wheel_over_a_list_changes_nothing(legs: Person) -> None:
    """Scrolling the page with the mouse over a list does not choose something else in it."""
    box = next(box for box in legs.page.legs.findChildren(QComboBox) if box.accessibleName() == "Place")
    legs.brings_into_sight(box)
    box.clearFocus()
    legs.brings_into_sight(box)
    middle = box.mapTo(legs.window, box.rect().center())
    QTest.wheelEvent(legs.window.windowHandle(), middle, QPoint(0, -120))

    assert box.currentIndex() == 0


def test_remove(legs: Person) -> None:
    """A place can be taken off the page again; the others stay as they were."""
    legs.marks_place(Side.LEFT, "calf", "6")
    legs.marks_place(Side.RIGHT, "knee", "2")
    legs.presses("Remove Left calf", inside=legs.page.legs)

    assert facts(legs) == [(Kind.PAIN, Side.RIGHT, "knee", 2)]
    assert [legs.reads(row)[0] for row in rows(legs)] == ["Right knee"]
    assert legs.page.legs.chart.accessibleDescription() == "Right knee: 2"


def test_urge_to_move(legs: Person) -> None:
    """The urge to move has a row of its own, is stored once, and cannot be removed by mistake."""
    legs.scores(legs.page.legs.urge.scores, 7)
    legs.scores(legs.page.legs.urge.scores, 5)

    assert facts(legs) == [(Kind.URGE, Side.BOTH, None, 5)]
    assert rows(legs) == []
    assert legs.page.legs.urge.scores.score == 5


def test_number_keys(legs: Person) -> None:
    """Each of the keys 0 to 9 answers, the last one counts, and there is one urge to move."""
    row = urge(legs)
    for number in (2, 3, 4, 5, 6, 7, 8, 9, 0, 1):
        legs.types(str(number))
        assert row.score == number
        assert row.accessibleDescription() == str(number)
        assert legs.focused.text() == str(number)
    legs.waits()

    assert facts(legs) == [(Kind.URGE, Side.BOTH, None, 1)]


def test_one_and_nought_is_ten(legs: Person) -> None:
    """1 and then 0 means 10, however fast they are typed, and there is one urge to move."""
    row = urge(legs)
    legs.types("10")
    legs.waits()

    assert row.score == 10
    assert facts(legs) == [(Kind.URGE, Side.BOTH, None, 10)]


def test_other_keys_do_not_answer(legs: Person) -> None:
    """A letter or a sign in the row is no answer."""
    row = urge(legs)
    legs.types("x-+.")
    legs.waits()

    assert (row.score, stored(legs)) == (None, [])


def test_arrows(legs: Person) -> None:
    """Arrows go along the row; they begin to change the answer only once there is one."""
    row = urge(legs)
    legs.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert row.score is None
    legs.keys(Qt.Key.Key_Space)
    assert row.score == 2
    legs.keys(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    legs.waits()

    assert row.score == 3
    assert [row.score for row in stored(legs)] == [3]


def test_backspace_is_not_answered(legs: Person) -> None:
    """Backspace and Delete take an answer back: not answered, not 0."""
    row = urge(legs)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        legs.types("4")
        legs.keys(key)
        legs.waits()

        assert row.score is None
        assert row.accessibleDescription() == "not answered"
        assert {symptom.score for symptom in stored(legs)} <= {None}


def test_backspace_before_any_answer_is_nothing(legs: Person) -> None:
    """Taking back what was never answered leaves no trace in the journal."""
    urge(legs)
    legs.keys(Qt.Key.Key_Backspace)
    legs.waits()

    assert stored(legs) == []


def test_second_press_takes_back(legs: Person) -> None:
    """Pressing the chosen number again takes the answer back; a third press gives it again."""
    row = legs.page.day.rows["mood"]
    for score in (0, 4, 10):
        for expected in (score, None, score):
            legs.scores(row, score)
            assert row.score == expected
            assert getattr(legs.journal.diary.day(DAY), "mood", None) == expected


def test_zero_is_an_answer(legs: Person) -> None:
    """0 is stored as 0 and shown as chosen, apart from not answered."""
    legs.marks_place(Side.LEFT, "calf", "0")

    assert facts(legs) == [(Kind.PAIN, Side.LEFT, "calf", 0)]
    assert rows(legs)[0].scores.score == 0


def test_rows_belong_to_their_day(legs: Person) -> None:
    """Another day has its own places; coming back shows the first ones again."""
    legs.marks_place(Side.LEFT, "calf", "6")
    legs.goes_to(date(2026, 11, 21))
    assert rows(legs) == []
    assert legs.page.legs.chart.accessibleDescription() == "nothing marked"

    legs.goes_to(DAY)
    legs.until(lambda: [row.scores.score for row in rows(legs)] == [6])
