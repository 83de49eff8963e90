"""The 0 to 10 row by itself: what each key and press does to the answer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.score_row import TARGET, ScoreButton, ScoreRow

NONE = Qt.KeyboardModifier.NoModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def row(qtbot) -> Iterator[ScoreRow]:
    """A row with the keyboard on it, above a field."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = ScoreRow("Pain", "none", "worst")
    for widget in (made, QLineEdit()):
        column.addWidget(widget)
    window.resize(700, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made


def focused() -> QWidget:
    """Where the keyboard is."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key, held)


def hold(key: Qt.Key, text: str, times: int) -> None:
    """A finger that rests on a key: one press, then its repeats."""
    for number in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, autorep=number > 0)
        QApplication.sendEvent(focused(), event)


def digits(typed: str, held: Qt.KeyboardModifier = NONE) -> None:
    """Type digits where the keyboard is."""
    for digit in typed:
        press(getattr(Qt.Key, f"Key_{digit}"), held=held)


@pytest.mark.parametrize("held", [NONE, KEYPAD], ids=["top row", "number pad"])
def test_every_digit_on_either_pad(row: ScoreRow, held: Qt.KeyboardModifier) -> None:
    """0 to 9 answer, wherever on the keyboard they are pressed."""
    for digit in "2345678901":
        digits(digit, held)
        assert row.score == int(digit)
        assert focused().text() == digit


@pytest.mark.parametrize("key", ["t", "T"])
def test_one_key_for_ten(row: ScoreRow, key: str) -> None:
    """T is 10, in one press."""
    QTest.keyClicks(focused(), key)

    assert row.score == 10
    assert focused().text() == "10"


def test_one_then_nought_is_ten_and_a_late_nought_is_nought(row: ScoreRow) -> None:
    """Only the 0 that comes right after the 1, in the same row, makes it 10."""
    digits("10")
    assert row.score == 10

    digits("1")
    press(Qt.Key.Key_Right, Qt.Key.Key_Left)
    digits("0")
    assert row.score == 0


def test_nought_for_an_old_one_is_nought(row: ScoreRow) -> None:
    """Who comes back to a row that says 1 and types 0 means 0."""
    row.show_score(1)
    row.setFocus()
    digits("0")
    assert row.score == 0

    digits("1")
    press(Qt.Key.Key_Tab)
    row.setFocus()
    digits("0")
    assert row.score == 0


def test_nought_after_a_press_of_one_is_nought(row: ScoreRow) -> None:
    """A 1 that was clicked is a whole answer."""
    QTest.mouseClick(row.findChildren(ScoreButton)[1], Qt.MouseButton.LeftButton)
    digits("0")

    assert row.score == 0


def test_a_resting_finger_answers_once(row: ScoreRow) -> None:
    """A key that repeats by itself is one press: 10 does not become 0, and Backspace tells once."""
    told: list[int | None] = []
    row.answered.connect(told.append)
    hold(Qt.Key.Key_1, "1", times=5)
    hold(Qt.Key.Key_0, "0", times=5)
    hold(Qt.Key.Key_Backspace, "\b", times=5)

    assert told == [1, 10, None]


def test_keys_that_mean_something_else_are_left_alone(row: ScoreRow) -> None:
    """A number with Ctrl or Alt is the window's, and several letters at once are no number."""
    for held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        digits("05", held)
    for typed in ("12", "012", "⁵", "x", "", "ten"):
        QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, typed))

    assert row.score is None


def test_arrows_move_and_then_choose(row: ScoreRow) -> None:
    """Before there is an answer they only move; with one they take it along, and stop at the ends."""
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert (row.score, focused().text()) == (None, "2")
    press(Qt.Key.Key_End)
    assert (row.score, focused().text()) == (None, "10")
    press(Qt.Key.Key_Space)
    assert row.score == 10
    press(Qt.Key.Key_Right)
    assert row.score == 10
    press(Qt.Key.Key_Home)
    assert (row.score, focused().text()) == (0, "0")
    press(Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert (row.score, focused().text()) == (1, "1")


def test_up_and_down_scroll_the_page(row: ScoreRow, qtbot) -> None:
    """Where all numbers stand side by side, Up and Down never change an answer: they are the page's."""
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(row)
    column.addSpacing(2000)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(700, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    row.show_score(4)
    row.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)

    assert row.score == 4
    assert area.verticalScrollBar().value() > 0


def test_in_two_rows_up_and_down_go_between_them(row: ScoreRow) -> None:
    """In a narrow window 5 stands above 11 places on; all numbers are still reached with Right alone."""
    row.window().resize(330, 300)
    QApplication.processEvents()
    buttons = row.findChildren(ScoreButton)
    across = sum(button.y() == buttons[0].y() for button in buttons)
    assert across < 11

    press(Qt.Key.Key_Down)
    assert focused().text() == str(across)
    press(Qt.Key.Key_Up)
    assert focused().text() == "0"
    press(*[Qt.Key.Key_Right] * 10)
    assert focused().text() == "10"


def test_backspace_takes_back(row: ScoreRow) -> None:
    """Not answered, not 0; the keyboard stays where it is, and the next digit answers again."""
    digits("6")
    press(Qt.Key.Key_Backspace)
    assert row.score is None
    assert row.accessibleDescription() == "not answered"
    assert focused().text() == "6"

    digits("3")
    press(Qt.Key.Key_Delete)
    assert row.score is None


def test_each_number_can_be_pressed_by_a_shaky_hand(row: ScoreRow) -> None:
    """Every number is at least 44 pixels wide and high, also where they stand in two rows."""
    for wide in (700, 330):
        row.window().resize(wide, 300)
        QApplication.processEvents()
        for button in row.findChildren(ScoreButton):
            assert min(button.width(), button.height()) >= TARGET
            assert row.rect().contains(button.geometry())


def test_the_keys_are_told(row: ScoreRow) -> None:
    """Whoever rests the mouse on the row reads which keys it takes."""
    assert "T for 10" in row.toolTip()


def test_renamed_it_says_so(row: ScoreRow) -> None:
    """A row that asks something else is read aloud with the new words, and keeps its answer."""
    digits("4")
    row.rename("Cramp", "none", "")

    assert row.accessibleName() == "Cramp"
    assert [button.accessibleName() for button in row.findChildren(ScoreButton)][4] == "Cramp: 4 of 10"
    assert row.score == 4
