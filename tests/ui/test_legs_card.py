"""The legs: the body chart, the rows beside it, and the 0 to 10 row."""

import shutil
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from person import Person
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from legjournal.charts.body import body
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side, Symptom
from legjournal.typed_places import own_place
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


def test_the_first_number_after_a_place_is_its_own(legs: Person) -> None:
    """The row is there before the disk has answered: a number typed at once goes to it and to no other."""
    legs.marks_place(Side.LEFT, "calf", "6")
    press_place(legs, Side.RIGHT, "knee")
    legs.types("3")
    legs.waits()

    assert set(facts(legs)) == {(Kind.PAIN, Side.LEFT, "calf", 6), (Kind.PAIN, Side.RIGHT, "knee", 3)}


def test_a_new_row_is_in_sight(legs: Person) -> None:
    """However many rows there are, the one just pressed is scrolled into sight, in a small window too."""
    legs.window.resize(640, 600)
    for site in ("calf", "knee", "heel", "outer-hip"):
        press_place(legs, Side.LEFT, site)
        legs.until(lambda: rows(legs)[-1].visibleRegion().boundingRect().height() == rows(legs)[-1].height())
    legs.waits()

    assert len(facts(legs)) == 4


def test_two_places_and_their_numbers_are_four_actions(legs: Person) -> None:
    """Place, number, place, number; from there Tab comes to the urge, its time, and then the next card."""
    for site, number in (("calf", "6"), ("outer-hip", "3")):
        press_place(legs, Side.LEFT, site)
        legs.types(number)
    legs.keys(Qt.Key.Key_Tab)
    assert legs.page.legs.urge.scores.isAncestorOf(legs.focused)
    legs.types("7")
    legs.keys(Qt.Key.Key_Tab)
    assert legs.focused is legs.page.legs.urge.times.began.entry
    legs.types("8pm")
    legs.keys(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert legs.page.day.isAncestorOf(legs.focused)
    legs.waits()

    assert {row[3] for row in facts(legs)} == {6, 3, 7}
    began = {row.kind: row.occurred_at for row in stored(legs)}
    assert began == {Kind.PAIN: None, Kind.URGE: datetime(2026, 11, 22, 20, tzinfo=UTC)}


def types_place(person: Person, words: str) -> None:
    """Type into the field for places, from its beginning."""
    entry = person.page.legs.places.field.entry
    entry.setFocus()
    person.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    person.types(words)


def test_a_place_is_typed(legs: Person) -> None:
    """Whoever cannot use the drawing types the place, presses Enter, and types the number."""
    types_place(legs, "left calf")
    legs.keys(Qt.Key.Key_Return)
    legs.types("3")
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.LEFT, "calf", 3)]
    assert legs.page.legs.places.field.entry.text() == ""


def test_a_place_is_chosen_from_those_that_fit(legs: Person) -> None:
    """What may mean several places offers them in a list; Enter and the arrows choose."""
    types_place(legs, "calf")
    places = legs.page.legs.places
    assert places.list.item(0).text() == "Left calf"
    legs.keys(Qt.Key.Key_Return)
    assert legs.focused is places.list
    legs.keys(Qt.Key.Key_Down)
    assert legs.page.legs.caption.text() == "Right calf"
    legs.keys(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert legs.focused is places.field.entry
    legs.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    legs.types("2")
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.BOTH, "calf", 2)]
    assert not places.list.isVisible()
    assert legs.page.legs.chart.accessibleDescription() == "Left calf: 2; Right calf: 2"


def test_a_place_is_clicked_in_the_list(legs: Person) -> None:
    """The list is there for the mouse as well."""
    types_place(legs, "right foot")
    places = legs.page.legs.places.list
    item = next(places.item(row) for row in range(places.count()) if places.item(row).text().endswith("toes"))
    legs.clicks(places.viewport(), at=places.visualItemRect(item).center())
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.RIGHT, "toes", None)]


def test_a_place_in_own_words_is_asked_about_once(legs: Person) -> None:
    """What is not in the list is explained; a second Enter takes it as it stands."""
    types_place(legs, "left behind the kneecap bone")
    legs.keys(Qt.Key.Key_Return)
    field = legs.page.legs.places.field
    assert "Press Enter again" in field.message.text()
    assert stored(legs) == []
    legs.keys(Qt.Key.Key_Return)
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.LEFT, "behind the kneecap bone", None)]
    assert legs.reads(rows(legs)[0])[0] == "Left behind the kneecap bone"


def test_escape_empties_the_field_for_places(legs: Person) -> None:
    """A second thought leaves nothing behind, and nor does turning the page."""
    places = legs.page.legs.places
    types_place(legs, "calf")
    legs.keys(Qt.Key.Key_Escape)
    assert (places.field.entry.text(), places.list.isVisible()) == ("", False)

    types_place(legs, "calf")
    legs.goes_to(date(2026, 11, 21))
    assert places.field.entry.text() == ""
    assert stored(legs) == []


def test_hostile_text_is_no_place(legs: Person, hostile: str) -> None:
    """Whatever is pasted for a place is at once either a short place in own words or explained."""
    entry = legs.page.legs.places.field.entry
    legs.brings_into_sight(entry)
    entry.setFocus()
    began = time.monotonic()
    legs.pastes(hostile)
    legs.keys(Qt.Key.Key_Return)
    legs.window.grab()
    assert time.monotonic() - began < 1
    assert legs.page.legs.places.field.message.text()
    legs.keys(Qt.Key.Key_Return)
    legs.waits()

    place = own_place(hostile)
    assert [(row.side, row.site) for row in stored(legs)] == ([(place.side, place.site)] if place else [])
    assert legs.journal.problems() == []


def test_the_drawing_names_what_is_under_the_pointer(legs: Person) -> None:
    """In words beneath it, and as soon as the pointer is there."""
    chart, caption = legs.page.legs.chart, legs.page.legs.caption
    legs.brings_into_sight(chart)
    QTest.mouseMove(chart, chart.region_centre(Side.RIGHT, "outer-hip").toPoint())
    legs.until(lambda: caption.text() == "Right outer hip")
    QTest.mouseMove(legs.window, QPoint(5, 5))
    legs.until(lambda: caption.text() == "Point at a place to read its name.")


def test_a_press_just_beside_a_place_is_meant_for_it(legs: Person) -> None:
    """A hand that misses the leg by a few pixels still marks it; one that misses by far does not."""
    chart = legs.page.legs.chart
    middle = chart.region_centre(Side.RIGHT, "outer-shin").toPoint()
    edge = next(x for x in range(middle.x(), 0, -1) if chart.place_at(QPointF(x, middle.y())) is None) + 1
    legs.clicks(chart, at=QPoint(edge - 12, middle.y()))
    legs.waits()
    assert stored(legs) == []
    legs.clicks(chart, at=QPoint(edge, middle.y()))
    legs.waits()

    assert facts(legs) == [(Kind.PAIN, Side.RIGHT, "outer-shin", None)]
    assert edge <= middle.x() - 12


def test_each_place_can_be_hit(legs: Person) -> None:
    """Every region is, with what counts as beside it, 22 pixels or more across its middle, either way."""
    chart = legs.page.legs.chart
    for region in body().regions:
        x, y = (round(n) for n in chart.region_centre(region.side, region.site, region.view).toTuple())
        place = (region.side, region.site)
        across = sum(chart.place_at(QPointF(x + n, y)) == place for n in range(-60, 60))
        along = sum(chart.place_at(QPointF(x, y + n)) == place for n in range(-60, 60))
        assert min(across, along) >= 22, (region.view, place, across, along)


def test_the_places_of_last_time_are_offered(
    open_window: Callable[..., Person], empty_file: Path, tmp_path: Path
) -> None:
    """One press each has them today as well, without a score; what is there already is not offered."""
    path = Path(shutil.copy(empty_file, tmp_path / "journal.legjournal"))
    with Journal.open(path) as journal:
        for kind, side, site in (
            (Kind.CRAMP, Side.LEFT, "calf"),
            (Kind.PAIN, Side.RIGHT, "outer-hip"),
            (Kind.PAIN, None, "R&D <b>scar</b>"),
        ):
            journal.symptoms.add(date(2026, 11, 19), kind=kind, side=side, site=site, score=5)
    legs = open_window(path)
    legs.until(lambda: legs.page.legs.last.isVisible())
    legs.marks_place(Side.RIGHT, "outer-hip", "2")
    legs.until(lambda: legs.button("Add R&D <b>scar</b>, as last time"))
    assert legs.button("Add Right outer hip, as last time") is None

    legs.presses("Add Left calf, as last time")
    legs.until(lambda: len(facts(legs)) == 2)
    assert (Kind.CRAMP, Side.LEFT, "calf", None) in facts(legs)
    legs.types("4")
    legs.waits()
    assert (Kind.CRAMP, Side.LEFT, "calf", 4) in facts(legs)
    legs.goes_to(date(2026, 11, 19))
    assert not legs.page.legs.last.isVisible()


def test_remove(legs: Person) -> None:
    """A place can be taken off the page again; the others stay as they were."""
    legs.marks_place(Side.LEFT, "calf", "6")
    legs.marks_place(Side.RIGHT, "knee", "2")
    legs.presses("Remove Left calf, pain", inside=legs.page.legs)

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
