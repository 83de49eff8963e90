"""Medicines, with what each was over time, and the doses taken."""

from datetime import date, time, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hand_clock import EVENING, HandClock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from legjournal import phrases
from legjournal.errors import FutureDay
from legjournal.journal import Journal
from legjournal.models.medicines import Medicine, Regularity

TODAY = EVENING.date()
DAY = timedelta(days=1)
MARCH, MAY, JULY = date(2026, 3, 3), date(2026, 5, 2), date(2026, 7, 1)


def test_medicines_of_a_period_are_those_in_use_in_it(journal: Journal) -> None:
    """Begun before its end and not stopped before its beginning; without dates it is always in use."""
    first, last = TODAY - 10 * DAY, TODAY
    uses = {
        "always": (None, None),
        "stopped on the first day": (None, first),
        "begun on the last day": (last, None),
        "before": (first - 9 * DAY, first - DAY),
        "after": (last + DAY, None),
        "within": (first + DAY, last - DAY),
        "around": (first - DAY, last + DAY),
    }
    with journal.store.change() as change:
        for name, (started, stopped) in uses.items():
            change.session.add(Medicine(name=name, started=started, stopped=stopped, regularity="regular"))
    found = [row.name for row in journal.medicines.taken_between(first, last)]
    assert found == ["always", "stopped on the first day", "around", "within", "begun on the last day"]


# One medicine over time.


def add(journal: Journal, name: str = "Pregabalin", **answers: Any) -> str:
    """A medicine written down; its id."""
    changed = journal.medicines.add(name=name, **{"dose": "75 mg", "started": MARCH, **answers})
    assert changed.days == frozenset()
    return changed.rows[0]


def phases(journal: Journal, medicine_id: str) -> list[tuple[str | None, date | None, date | None]]:
    """Dose, first and last day of each row of a medicine."""
    return [(row.dose, row.started, row.stopped) for row in journal.medicines.history(medicine_id)]


def test_a_change_of_dose_keeps_what_was(journal: Journal) -> None:
    """The old dose ends on the eve, the new one begins and names it; on no day are there two."""
    first = add(journal, why="nerve pain", regularity=Regularity.REGULAR)
    changed = journal.medicines.change(first, MAY, dose="150 mg")
    journal.medicines.stop(changed.rows[0], JULY, why="nerve pain; made me dizzy")

    assert changed.tables == {"medicine"}
    assert phases(journal, first) == [("75 mg", MARCH, MAY - DAY), ("150 mg", MAY, JULY)]
    old, new = journal.medicines.history(first)
    assert (new.name, new.replaces, new.why) == ("Pregabalin", old.id, "nerve pain; made me dizzy")
    for day, doses in ((MAY - DAY, ["75 mg"]), (MAY, ["150 mg"]), (JULY, ["150 mg"]), (JULY + DAY, [])):
        assert [row.dose for row in journal.medicines.taken_between(day, day)] == doses
    assert journal.medicines.changes() == {old.id: new.id}


def test_current_is_what_was_not_stopped(journal: Journal) -> None:
    """On the last day it was still in use, but it is not among what is taken now."""
    medicine = add(journal)
    journal.medicines.stop(medicine, TODAY)

    assert journal.medicines.current(TODAY) == []
    assert len(journal.medicines.current(TODAY - DAY)) == 1
    assert len(journal.medicines.taken_between(TODAY, TODAY)) == 1


def test_changed_on_the_day_it_began(journal: Journal) -> None:
    """Both doses have that day: nothing can end before it began."""
    medicine = add(journal, started=MAY)
    journal.medicines.change(medicine, MAY, dose="150 mg")

    assert phases(journal, medicine) == [("75 mg", MAY, MAY), ("150 mg", MAY, None)]


def test_changed_when_nobody_knows_since_when(journal: Journal) -> None:
    """Without a beginning the old dose still ends on the eve."""
    medicine = add(journal, started=None)
    journal.medicines.change(medicine, MAY, dose="150 mg", regularity=Regularity.AS_NEEDED)

    assert phases(journal, medicine) == [("75 mg", None, MAY - DAY), ("150 mg", MAY, None)]
    assert journal.medicines.history(medicine)[1].regularity is Regularity.AS_NEEDED


def test_taken_again_after_a_break(journal: Journal) -> None:
    """A change of what was stopped long ago leaves the break as it was."""
    medicine = add(journal, stopped=MAY)
    journal.medicines.change(medicine, JULY)

    assert phases(journal, medicine) == [("75 mg", MARCH, MAY), ("75 mg", JULY, None)]
    assert journal.medicines.changes() == {}


def test_a_corrected_day_moves_the_end_before_it(journal: Journal) -> None:
    """The dose before goes on until the day that is now right; one that ended earlier stays as it was."""
    medicine = add(journal)
    change = journal.medicines.change(medicine, MAY, dose="150 mg").rows[0]
    journal.medicines.correct(change, started=JULY)
    assert phases(journal, medicine) == [("75 mg", MARCH, JULY - DAY), ("150 mg", JULY, None)]

    journal.medicines.correct(medicine, stopped=MAY)
    journal.medicines.correct(change, started=JULY + DAY)
    assert phases(journal, medicine) == [("75 mg", MARCH, MAY), ("150 mg", JULY + DAY, None)]


def test_a_slip_of_the_pen_is_the_same_row(journal: Journal) -> None:
    """Correcting a word changes it and leaves no second medicine; the word before is an earlier version."""
    medicine = add(journal, "Pregablin")
    journal.medicines.correct(medicine, name="Pregabalin")

    assert [row.name for row in journal.medicines.history(medicine)] == ["Pregabalin"]
    [entry] = journal.versions.elsewhere()
    assert [version.fields[0].other for version in entry.versions] == ["Pregabalin", "Pregablin"]


@pytest.mark.parametrize(
    "answers",
    [
        {"name": ""},
        {"name": "x" * 2001},
        {"dose": "x" * 2001},
        {"why": "x" * 2001},
        {"started": MAY, "stopped": MARCH},
        {"regularity": "now and then"},
        {"colour": "white"},
    ],
)
def test_what_cannot_be_true_is_refused(journal: Journal, answers: dict[str, Any]) -> None:
    """Whether it is new or a correction, and nothing is stored."""
    with pytest.raises(ValidationError):
        add(journal, **answers)
    medicine = add(journal)
    with pytest.raises(ValidationError):
        journal.medicines.correct(medicine, **answers)
    with pytest.raises(ValidationError):
        journal.medicines.change(medicine, MARCH - DAY)
    assert phases(journal, medicine) == [("75 mg", MARCH, None)]


def test_days_to_come_are_refused(journal: Journal) -> None:
    """A record says what was: nothing begins, changes or ends tomorrow."""
    medicine, tomorrow = add(journal), TODAY + DAY
    for refused in (
        partial(add, journal, started=tomorrow),
        partial(journal.medicines.change, medicine, tomorrow),
        partial(journal.medicines.stop, medicine, tomorrow),
    ):
        with pytest.raises(FutureDay):
            refused()


def test_removed_with_its_doses_and_back(journal: Journal, clock: HandClock) -> None:
    """A medicine written by mistake goes with its doses in one action, and one undo brings all of it back."""
    medicine = add(journal, "Codeine", regularity=Regularity.AS_NEEDED)
    journal.medicines.record_dose(medicine)
    journal.medicines.record_dose(medicine, clock.now() - DAY)
    removed = journal.medicines.remove(medicine)

    assert removed.tables == {"medicine", "dose"}
    assert removed.days == {TODAY, TODAY - DAY}
    assert journal.medicines.histories() == []
    assert journal.medicines.doses(TODAY) == []
    journal.history.undo()
    assert len(journal.medicines.doses(TODAY)) == len(journal.medicines.doses(TODAY - DAY)) == 1
    assert journal.problems() == []


def test_a_change_that_never_was(journal: Journal) -> None:
    """Removing the newest dose takes the change back; removing one in between joins its neighbours."""
    first = add(journal)
    second = journal.medicines.change(first, MAY, dose="150 mg").rows[0]
    third = journal.medicines.change(second, JULY, dose="300 mg").rows[0]
    journal.medicines.remove(second)
    assert phases(journal, first) == [("75 mg", MARCH, JULY - DAY), ("300 mg", JULY, None)]

    journal.medicines.remove(third)
    assert phases(journal, first) == [("75 mg", MARCH, None)]
    journal.history.undo()
    journal.history.undo()
    assert [dose for dose, _, _ in phases(journal, third)] == ["75 mg", "150 mg", "300 mg"]


def test_removing_the_first_dose_leaves_the_later(journal: Journal) -> None:
    """What took its place stands by itself then."""
    first = add(journal)
    second = journal.medicines.change(first, MAY, dose="150 mg").rows[0]
    journal.medicines.remove(first)

    assert phases(journal, second) == [("150 mg", MAY, None)]
    assert journal.medicines.changes() == {}


def test_the_latest_changed_is_at_the_top(journal: Journal) -> None:
    """Whatever happened to it: begun, changed or stopped."""
    for name, started in (("begun", MAY), ("changed", MARCH), ("stopped", MARCH)):
        medicine = add(journal, name, started=started)
        if name == "changed":
            journal.medicines.change(medicine, JULY)
        if name == "stopped":
            journal.medicines.stop(medicine, JULY + DAY)

    assert [thread[0].name for thread in journal.medicines.histories()] == ["stopped", "changed", "begun"]


def test_a_ring_in_a_merged_file_is_no_endless_road(journal: Journal) -> None:
    """Two rows that each claim to replace the other are both shown."""
    one, other = add(journal, "one"), add(journal, "other")
    journal.medicines.correct(one, replaces=other)
    journal.medicines.correct(other, replaces=one)

    shown = [row.name for thread in journal.medicines.histories() for row in thread]
    assert sorted(shown) == ["one", "other"]
    journal.medicines.remove(one)
    assert len(journal.medicines.histories()) == 1


@pytest.mark.parametrize("action", ["correct", "change", "stop", "remove", "record_dose"])
def test_a_medicine_that_is_gone_meanwhile(journal: Journal, action: str) -> None:
    """Changes nothing, and nobody is told otherwise."""
    medicine = add(journal)
    journal.medicines.remove(medicine)
    answers = {"correct": {"name": "x"}, "change": {"day": MAY}, "stop": {"day": MAY}}

    assert not getattr(journal.medicines, action)(medicine, **answers.get(action, {}))
    assert not journal.medicines.correct_dose("gone", amount="1")
    assert not journal.medicines.remove_dose("gone")


# Doses.


@pytest.fixture
def codeine(journal: Journal) -> str:
    """Codeine, as needed."""
    return add(journal, "Codeine", dose="30 mg", regularity=Regularity.AS_NEEDED)


def doses(journal: Journal, day: date = TODAY) -> list[tuple[str, str, str | None]]:
    """What was taken on a day: medicine, time and amount."""
    return [
        (row.name, phrases.clock(dose.taken_at), dose.amount) for dose, row in journal.medicines.doses(day)
    ]


def test_one_press_is_one_dose_with_its_time(journal: Journal, codeine: str) -> None:
    """Now, with the amount the medicine says; the page of the day learns of it."""
    changed = journal.medicines.record_dose(codeine)

    assert (changed.tables, changed.days) == ({"dose"}, {TODAY})
    assert doses(journal) == [("Codeine", "9.14pm", "30 mg")]


def test_a_second_press_in_the_minute_is_the_same_dose(
    journal: Journal, codeine: str, clock: HandClock
) -> None:
    """A shaky hand presses twice; a minute later it is another dose, and so is another medicine at once."""
    paracetamol = add(journal, "Paracetamol", dose="1 g", regularity=Regularity.AS_NEEDED)
    journal.medicines.record_dose(codeine)
    clock.set(EVENING.replace(second=40))
    assert not journal.medicines.record_dose(codeine)
    journal.medicines.record_dose(paracetamol)
    clock.set(EVENING.replace(minute=15))
    journal.medicines.record_dose(codeine)

    assert [(name, at) for name, at, _ in doses(journal)] == [
        ("Codeine", "9.14pm"),
        ("Paracetamol", "9.14pm"),
        ("Codeine", "9.15pm"),
    ]


def test_a_dose_in_the_night_belongs_to_the_evening(journal: Journal, codeine: str, clock: HandClock) -> None:
    """Before 4am it stands on the page of the evening before; undo and redo tell that day."""
    clock.set(EVENING.replace(day=23, hour=3, minute=59))
    assert journal.medicines.record_dose(codeine).days == {TODAY}
    clock.set(EVENING.replace(day=23, hour=4, minute=0))
    assert journal.medicines.record_dose(codeine).days == {TODAY + DAY}

    assert [at for _, at, _ in doses(journal)] == ["3.59am"]
    assert [at for _, at, _ in doses(journal, TODAY + DAY)] == ["4am"]
    assert journal.history.undo().days == {TODAY + DAY}
    assert journal.history.redo().days == {TODAY + DAY}


def test_doses_stand_in_the_order_of_their_instants(journal: Journal, codeine: str, clock: HandClock) -> None:
    """Also in the hour that comes twice in October."""
    night = date(2026, 10, 24)
    for wall, later in ((time(1, 10), True), (time(1, 50), False), (time(22), False)):
        at = clock.on_page(night, wall)
        journal.medicines.record_dose(codeine, clock.at(at.date(), wall, later=later))

    assert [at for _, at, _ in doses(journal, night)] == ["10pm", "1.50am", "1.10am"]


def test_a_dose_is_put_right(journal: Journal, codeine: str, clock: HandClock) -> None:
    """Its time and its amount; the dose of the medicine changed later leaves it alone."""
    dose = journal.medicines.record_dose(codeine).rows[0]
    journal.medicines.correct_dose(dose, taken_at=clock.on_page(TODAY, time(20)), amount="2 tablets")
    journal.medicines.correct(codeine, dose="60 mg")
    assert doses(journal) == [("Codeine", "8pm", "2 tablets")]

    journal.medicines.remove_dose(dose)
    assert doses(journal) == []
    journal.history.undo()
    assert doses(journal) == [("Codeine", "8pm", "2 tablets")]


def test_a_dose_to_come_is_refused(journal: Journal, codeine: str, clock: HandClock) -> None:
    """Nobody has taken tonight's yet."""
    with pytest.raises(FutureDay):
        journal.medicines.record_dose(codeine, EVENING.replace(minute=15))
    dose = journal.medicines.record_dose(codeine).rows[0]
    with pytest.raises(FutureDay):
        journal.medicines.correct_dose(dose, taken_at=EVENING.replace(hour=22))
    with pytest.raises(ValidationError):
        journal.medicines.correct_dose(dose, amount="x" * 2001)


def test_a_dose_erased_for_good_tells_its_day(journal: Journal, codeine: str) -> None:
    """The page it stood on is shown anew."""
    journal.medicines.record_dose(codeine)
    [entry] = [entry for entry in journal.versions.of_day(TODAY) if entry.table == "dose"]

    assert entry.title == "Dose of Codeine at 9.14pm"
    assert journal.versions.erase(entry).days == {TODAY}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(min_size=1, max_size=30).filter(lambda words: not words.startswith("\0")),
    dose=st.none() | st.text(max_size=30),
    changes=st.lists(st.integers(0, 200), max_size=4),
)
def test_whatever_the_days_no_two_doses_overlap(
    journal: Journal, name: str, dose: str | None, changes: list[int]
) -> None:
    """Changed in any order of days, each row ends before the next begins, or on the very day it began."""
    medicine = journal.medicines.add(name=name, dose=dose, started=MARCH).rows[0]
    newest, began = medicine, MARCH
    for days in sorted(changes):
        began = MARCH + days * DAY
        newest = journal.medicines.change(newest, began, dose=f"{days}").rows[0]
    thread = journal.medicines.history(newest)

    assert thread[0].name == name
    assert thread[-1].stopped is None
    for one, next_one in pairwise(thread):
        assert one.started is not None
        assert one.stopped == max(one.started, next_one.started - DAY)
    journal.medicines.remove(medicine)
