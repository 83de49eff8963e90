"""Medicines, doses, test results and therapies of a period, against a year worked out by hand."""

import sqlite3
from datetime import date, datetime, timedelta

from hand_clock import EVENING
from hypothesis import given
from hypothesis import strategies as st

from legjournal.clock import LONDON, with_offset
from legjournal.journal import Journal
from legjournal.models.medicines import Dose, Regularity
from legjournal.report.parts.courses import VisitLine, courses
from legjournal.report.parts.doses import DosesOfSpan, doses
from legjournal.report.parts.results import Result, results
from legjournal.report.parts.spans import Step
from legjournal.trends.figures import Mean
from legjournal.trends.medicine_changes import What, medicine_changes
from legjournal.trends.period import Period

TODAY = EVENING.date()
DAY = timedelta(days=1)
FOUR_WEEKS = Period(date(2026, 10, 26), TODAY)


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return with_offset(datetime(2026, month, day, hour, minute, tzinfo=LONDON))


# Medicines: what changed, and when.


def test_a_start_a_new_dose_and_a_stop_are_told_with_their_day(journal: Journal) -> None:
    """A new dose is told once, with the dose until then; what lies outside the period is not told."""
    iron = journal.medicines.add(name="Iron", dose="210 mg", started=date(2026, 11, 1), why="low").rows[0]
    journal.medicines.change(iron, date(2026, 11, 10), dose="105 mg", why="upset stomach")
    old = journal.medicines.add(name="Tablets", dose=None, started=date(2026, 1, 1)).rows[0]
    journal.medicines.stop(old, date(2026, 11, 5), why="they made it worse")
    found = [
        (change.date, change.what, change.name, change.dose, change.before, change.why)
        for change in medicine_changes(journal, FOUR_WEEKS)
    ]
    assert found == [
        (date(2026, 11, 1), What.STARTED, "Iron", "210 mg", None, "low"),
        (date(2026, 11, 5), What.STOPPED, "Tablets", None, None, "they made it worse"),
        (date(2026, 11, 10), What.CHANGED, "Iron", "105 mg", "210 mg", "upset stomach"),
    ]


def test_a_new_dose_on_the_first_day_says_what_was_before(journal: Journal) -> None:
    """The dose before ended on the eve, outside the period."""
    iron = journal.medicines.add(name="Iron", dose="210 mg", started=date(2026, 3, 1)).rows[0]
    journal.medicines.change(iron, FOUR_WEEKS.first, dose="105 mg")
    [change] = medicine_changes(journal, FOUR_WEEKS)
    assert (change.what, change.before) == (What.CHANGED, "210 mg")


# Doses.


def test_doses_are_counted_by_month_with_the_days_they_are_on(journal: Journal) -> None:
    """Three on two days of November, one after midnight of the evening before; October apart."""
    tablet = journal.medicines.add(name="Paracetamol", dose="1 g", regularity=Regularity.AS_NEEDED).rows[0]
    for at in (_at(10, 30, 9), _at(11, 3, 22), _at(11, 4, 0, 30), _at(11, 9, 8)):
        journal.medicines.record_dose(tablet, at)
    last = journal.medicines.doses(date(2026, 11, 9))[0][0]
    journal.medicines.correct_dose(last.id, amount="500 mg")
    [found] = doses(journal, FOUR_WEEKS)
    assert (found.name, found.regularity, found.step, found.doses) == (
        "Paracetamol",
        "as needed",
        Step.MONTH,
        4,
    )
    assert found.spans == (
        DosesOfSpan(date(2026, 10, 26), date(2026, 10, 31), 1, 1, (("1 g", 1),)),
        DosesOfSpan(date(2026, 11, 1), TODAY, 3, 2, (("1 g", 2), ("500 mg", 1))),
    )


def test_a_medicine_is_one_by_its_name(journal: Journal) -> None:
    """A new dose, or the same begun again, is the same medicine; what is taken as needed stands first."""
    iron = journal.medicines.add(name="Iron", dose="2", started=date(2026, 10, 1)).rows[0]
    journal.medicines.record_dose(iron, _at(11, 1, 9))
    new = journal.medicines.change(iron, date(2026, 11, 10), dose=None).rows
    for row in journal.medicines.current(TODAY):
        journal.medicines.record_dose(row.id, _at(11, 12, 9))
    gel = journal.medicines.add(name="Rub-on gel", regularity=Regularity.AS_NEEDED).rows[0]
    journal.medicines.record_dose(gel, _at(11, 12, 9))
    assert new
    found = doses(journal, FOUR_WEEKS)
    assert [(one.name, one.doses) for one in found] == [("Rub-on gel", 1), ("Iron", 2)]
    assert set(found[1].spans[0].amounts) == {("2", 1), (None, 1)}


@given(st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 27)))
def test_the_day_of_a_dose_is_the_page_it_stands_on(wall: datetime) -> None:
    """Counted in the file as `Dose.day` has it, to the second, also in the night the clocks go back."""
    at = with_offset(wall.replace(microsecond=0, tzinfo=LONDON))
    stored = at.isoformat(timespec="seconds")
    [[day]] = sqlite3.connect(":memory:").execute("SELECT date(substr(?, 1, 19), '-4 hours')", (stored,))
    assert day == Dose(medicine_id="", taken_at=at).day.isoformat()


# Test results.


def test_each_test_has_its_series_oldest_first(journal: Journal) -> None:
    """One test by its name whatever its capitals; older than the period too, never later than it."""
    for name, number, unit, day in (
        ("Ferritin", 24.0, "µg/L", date(2024, 3, 1)),
        ("ferritin ", 58.25, None, date(2026, 11, 1)),
        ("B12", 300.0, "ng/L", date(2026, 10, 1)),
        ("Ferritin", 99.0, "µg/L", TODAY),
    ):
        journal.results.add(name=name, number=number, unit=unit, date=day)
    found = results(journal, Period(FOUR_WEEKS.first, TODAY - DAY))
    assert [series.name for series in found] == ["ferritin ", "B12"]
    assert found[0].results == (
        Result(date(2024, 3, 1), 24.0, "µg/L"),
        Result(date(2026, 11, 1), 58.25, None),
    )


# Therapies.


def test_a_course_has_its_visits_of_the_period(journal: Journal) -> None:
    """Where, at what price, each visit; means of the scores that are there, and how many have a cost."""
    course = journal.therapies.add(
        name="Shockwave", place="Riverside", price_pence=8000, planned_sessions=4
    ).rows[0]
    visit = journal.therapies.add_visit
    visit(course, date=date(2026, 9, 1), cost_pence=9999)
    visit(course, date=date(2026, 11, 9), cost_pence=0, before=4)
    visit(course, date=date(2026, 11, 2), cost_pence=8000, before=6, after=3)
    visit(course, date=date(2026, 11, 16))
    journal.therapies.add(name="Never gone to")
    [found] = courses(journal, FOUR_WEEKS)
    assert (found.name, found.place, found.price_pence, found.planned) == ("Shockwave", "Riverside", 8000, 4)
    assert found.visits == (
        VisitLine(date(2026, 11, 2), 8000, 6, 3),
        VisitLine(date(2026, 11, 9), 0, 4, None),
        VisitLine(date(2026, 11, 16), None, None, None),
    )
    assert (found.priced, found.cost_pence) == (2, 8000)
    assert (found.before, found.after) == (Mean(2, 5), Mean(1, 3))


def test_a_journal_without_care_has_none(journal: Journal) -> None:
    """Nothing written, nothing told."""
    assert medicine_changes(journal, FOUR_WEEKS) == doses(journal, FOUR_WEEKS) == ()
    assert results(journal, FOUR_WEEKS) == courses(journal, FOUR_WEEKS) == ()
