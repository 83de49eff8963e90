"""The sample journal: deterministic, believable, and a journal like any other once written."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from typing import TypeVar

import pytest

from legjournal.clock import Clock
from legjournal.demo import sample_rows, write_sample
from legjournal.demo.page import local
from legjournal.demo.story import Kept, tell
from legjournal.journal import Journal
from legjournal.library.pages import pages
from legjournal.models.appointments import Appointment
from legjournal.models.contacts import Contact
from legjournal.models.diary import DiaryDay, DiaryDayFields, Symptom, SymptomFields
from legjournal.models.medicines import Dose, Medicine
from legjournal.models.nights import Night, NightFields
from legjournal.models.routine import DayOff, PlanItem, Session, SetDone, SkipReason
from legjournal.models.row import Row
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.models.weekly import WeeklyCheck
from legjournal.sleep import figures

LAST = date(2026, 11, 22)
DAY = timedelta(days=1)
T = TypeVar("T", bound=Row)


@pytest.fixture(scope="module")
def year() -> list[Row]:
    return sample_rows(400, seed=1, last=LAST)


def of(rows: list[Row], model: type[T]) -> list[T]:
    return [row for row in rows if isinstance(row, model)]


def as_json(rows: list[Row]) -> str:
    return json.dumps([(type(row).__name__, row.model_dump(mode="json")) for row in rows])


def test_the_same_seed_gives_the_same_bytes() -> None:
    """A sample can be made again, byte for byte."""
    assert as_json(sample_rows(60, seed=7, last=LAST)) == as_json(sample_rows(60, seed=7, last=LAST))


def test_another_seed_is_another_journal() -> None:
    """Nothing but the seed makes two samples of one length differ, and it does."""
    assert as_json(sample_rows(60, seed=7, last=LAST)) != as_json(sample_rows(60, seed=8, last=LAST))


def test_every_row_has_its_own_id(year: list[Row]) -> None:
    """Ids from the seed are as unique as any."""
    assert len({row.id for row in year}) == len(year)


@pytest.mark.parametrize("seed", range(3))
def test_every_night_can_be_true(seed: int) -> None:
    """No night contradicts itself, whatever the seed."""
    for night in of(sample_rows(800, seed, LAST), Night):
        NightFields.model_validate(night.model_dump(include=set(NightFields.model_fields)))


def test_days_and_symptoms_pass_their_forms(year: list[Row]) -> None:
    """What the sample says a person could have typed."""
    for day in of(year, DiaryDay):
        DiaryDayFields.model_validate(day.model_dump(include=set(DiaryDayFields.model_fields)))
    for symptom in of(year, Symptom):
        SymptomFields.model_validate(symptom.model_dump(include=set(SymptomFields.model_fields)))


@pytest.mark.parametrize("days", [1, 7, 30, 120, 400])
def test_nothing_is_later_than_the_last_day(days: int) -> None:
    """All is typed by 10pm of the last day, and only the next appointment lies ahead."""
    end = Clock().at(LAST, time(22))
    for row in sample_rows(days, seed=2, last=LAST):
        ahead = isinstance(row, Appointment) and row.agreed is None
        moments = [value for value in row.model_dump().values() if isinstance(value, datetime)]
        assert ahead or max(moments) <= end
        assert row.recorded_at <= end
        assert getattr(row, "date", LAST) <= LAST


def test_nothing_is_typed_before_it_happened(year: list[Row]) -> None:
    """The time of typing comes after every time the entry tells of."""
    for row in of(year, Symptom):
        assert row.occurred_at is None or row.occurred_at < row.recorded_at
        assert row.eased_at is None or row.eased_at < row.recorded_at
    assert all(row.got_out_of_bed < row.recorded_at for row in of(year, Night) if row.got_out_of_bed)
    assert all(row.taken_at < row.recorded_at for row in of(year, Dose))


def test_a_symptom_belongs_to_the_day_it_was_felt_on(year: list[Row]) -> None:
    """A cramp at 2am is filed under the evening before, as the journal's clock has it."""
    for row in of(year, Symptom):
        assert row.occurred_at is None or Clock().day_of(row.occurred_at) == row.date


@pytest.mark.parametrize("seed", range(5))
def test_both_nights_of_the_clock_changes_are_written(seed: int) -> None:
    """Whatever the seed, a sample that spans them has the two nights people ask about."""
    mornings = {row.date for row in of(sample_rows(400, seed, LAST), Night)}
    assert {date(2026, 3, 29), date(2026, 10, 25)} <= mornings


@pytest.mark.parametrize(
    ("morning", "longer"), [(date(2026, 3, 29), -60), (date(2026, 10, 25), 60)], ids=["spring", "autumn"]
)
def test_nights_of_the_clock_changes_are_elapsed_time(year: list[Row], morning: date, longer: int) -> None:
    """In bed is an hour less than the clock says in spring, and an hour more in autumn."""
    [night] = [row for row in of(year, Night) if row.date == morning]
    assert night.got_into_bed is not None
    assert night.got_out_of_bed is not None
    on_the_clock = night.got_out_of_bed.replace(tzinfo=None) - night.got_into_bed.replace(tzinfo=None)
    assert figures(night).time_in_bed == on_the_clock.total_seconds() / 60 + longer


def test_a_time_the_clocks_leave_out_moves_by_an_hour() -> None:
    """1.15am does not exist on 29 March 2026; the sample takes 2.15am."""
    assert local(date(2026, 3, 29), 75).isoformat() == "2026-03-29T02:15:00+01:00"


def test_a_holiday_each_half_year_leaves_a_gap(year: list[Row]) -> None:
    """At least twice in 400 days nothing is there for 6 days or more."""
    written = sorted({row.date for row in year if isinstance(row, Night | DiaryDay | Session | DayOff)})
    gaps = [after - before for before, after in pairwise(written)]
    assert sum(gap >= 7 * DAY for gap in gaps) >= 2


def test_about_nine_days_in_ten_are_written_and_most_the_same_day(year: list[Row]) -> None:
    """Completeness is that of a willing but human person."""
    entries = [row for row in year if isinstance(row, Night | DiaryDay)]
    same_day = {row.date for row in entries if Clock().day_of(row.recorded_at) == row.date}
    assert 0.84 < len({row.date for row in entries}) / 400 < 0.95
    assert 0.78 < len(same_day) / len({row.date for row in entries}) < 0.92


def test_a_bad_day_is_one_press_and_nothing_else(year: list[Row]) -> None:
    """The mark of a bad day stands alone: no answer, no night, no symptom."""
    bad = [row for row in of(year, DiaryDay) if row.bad_day_at]
    answers = set(DiaryDayFields.model_fields) - {"bad_day_at"}
    assert bad
    assert all(getattr(row, answer) is None for row in bad for answer in answers)
    assert not {row.date for row in bad} & {row.date for row in year if isinstance(row, Night | Symptom)}


def test_answers_are_missing_here_and_there(year: list[Row]) -> None:
    """Not answered occurs in every field that a person leaves out."""
    for field in ("managed", "mood", "tiredness", "factors", "note"):
        assert any(getattr(row, field) is None for row in of(year, DiaryDay))
    for field in ("quality", "minutes_awake", "had_to_walk_about", "note"):
        assert any(getattr(row, field) is None for row in of(year, Night))


def test_flares_come_three_to_six_times_a_year() -> None:
    """A flare lasts 5 to 12 days, and ten years hold 30 to 60 of them."""
    flares = tell(3650, seed=3, last=LAST).flares
    lengths = [len(list(days)) for in_flare, days in groupby(flares, key=bool) if in_flare]
    assert 30 <= len(lengths) <= 60
    assert set(lengths) <= set(range(5, 13))


def test_a_session_is_skipped_for_a_reason() -> None:
    """Days off are rest, or skipped for a flare, for illness or for being away."""
    reasons = {row.reason for row in of(sample_rows(1500, seed=3, last=LAST), DayOff)}
    assert reasons == {None, SkipReason.FLARE, SkipReason.AWAY, SkipReason.ILL}


def test_the_legs_are_better_late_than_early() -> None:
    """The mean level falls after the night-time tablets stop and the iron tablets begin."""
    story = tell(400, seed=1, last=LAST)
    before, after = story.levels[: story.tablets_stopped], story.levels[story.iron_begun + 56 :]
    assert sum(after) / len(after) < sum(before) / len(before) - 0.5


def test_sessions_have_a_day_between_them(year: list[Row]) -> None:
    """No two sessions fall on neighbouring days, and some sessions are only partly done."""
    days = sorted(row.date for row in of(year, Session))
    assert all(after - before > DAY for before, after in pairwise(days))
    sets = [row.session_id for row in of(year, SetDone)]
    assert {sets.count(row.id) == 17 for row in of(year, Session)} == {True, False}


def test_medicines_tell_their_story(year: list[Row]) -> None:
    """One tablet stops, another begins soon after and changes its dose; paracetamol is taken dose by dose."""
    medicine = {row.name: row for row in reversed(of(year, Medicine))}
    iron, less = [row for row in of(year, Medicine) if row.name == "Ferrous fumarate"]
    stopped, begun = medicine["Diphenhydramine"].stopped, iron.started
    assert stopped is not None
    assert begun is not None
    assert stopped < begun <= LAST
    assert (less.replaces, less.stopped) == (iron.id, None)
    assert less.started - DAY == iron.stopped
    assert {row.medicine_id for row in of(year, Dose)} == {medicine["Paracetamol"].id}


def test_therapy_sessions_carry_the_price(year: list[Row]) -> None:
    """A course of shockwave is 3 to 6 sessions at 80 pounds each."""
    [course] = of(year, TherapyCourse)
    assert 3 <= len(of(year, TherapySession)) <= 6
    assert {row.cost_pence for row in of(year, TherapySession)} == {course.price_pence} == {8000}


def test_a_longer_journal_has_a_course_every_year() -> None:
    """Beyond two years the person tries another therapy each year."""
    names = {row.name for row in of(sample_rows(1500, seed=1, last=LAST), TherapyCourse)}
    assert names == {"Shockwave therapy", "Acupuncture", "Massage"}


def test_one_appointment_is_to_come(year: list[Row]) -> None:
    """The physio 4 days after the last day, with questions and nothing agreed yet."""
    [coming] = [row for row in of(year, Appointment) if row.agreed is None]
    assert coming.at == Clock().at(LAST + 4 * DAY, time(10, 20))
    assert coming.with_whom == "Physio"
    assert coming.questions


def test_the_weekly_check_is_of_sundays(year: list[Row]) -> None:
    """Checks are filled in for Sundays, and most Sundays have one."""
    checks = of(year, WeeklyCheck)
    assert {row.date.weekday() for row in checks} == {6}
    assert len(checks) > 400 / 7 * 0.7


def test_every_kind_of_day_turns_up() -> None:
    """In ten years there are whole days, half days, bad days, days left out and days away."""
    assert set(tell(3652, seed=1, last=LAST).kept) == set(Kept)


@pytest.mark.parametrize("days", [1, 7, 30, 400])
def test_a_written_sample_is_a_sound_journal(tmp_path: Path, days: int) -> None:
    """It opens again, a full check finds nothing wrong, and its entries are the sample's rows."""
    path = tmp_path / "sample.legjournal"
    write_sample(path, days, seed=1, last=LAST).close()
    with Journal.open(path) as journal:
        assert journal.problems() == []
        assert journal.nights.ending_on(LAST) is not None
        assert journal.diary.day(LAST) is not None


def test_what_is_written_is_what_was_made(tmp_path: Path) -> None:
    """Ids and times of typing in the file are those from the seed, at the first rev."""
    made = {row.date: row for row in of(sample_rows(30, seed=4, last=LAST), Night)}
    with write_sample(tmp_path / "sample.legjournal", 30, seed=4, last=LAST) as journal:
        stored = journal.nights.ending_on(LAST)
    assert stored is not None
    assert stored.rev == 1
    assert stored.id == made[LAST].id
    assert stored.recorded_at == stored.changed_at == made[LAST].recorded_at


def test_the_plan_of_the_sample_is_in_force(tmp_path: Path) -> None:
    """The routine's tab has its four exercises in order."""
    with write_sample(tmp_path / "sample.legjournal", 30, last=LAST) as journal:
        plan = journal.plans.on(LAST)
        assert plan is not None
        items: list[PlanItem] = journal.plans.items(plan)
    assert [item.exercise for item in items] == [
        "glute-bridge",
        "clamshell",
        "side-lying-leg-raise",
        "dead-bug",
    ]


def test_without_a_last_day_it_ends_today(tmp_path: Path) -> None:
    """The window shows a full page when it opens on a fresh sample."""
    with write_sample(tmp_path / "sample.legjournal", days=3) as journal:
        today = journal.clock.today()
        assert journal.diary.day(today) or journal.diary.day(today - DAY)


def test_progress_rises_to_one(tmp_path: Path) -> None:
    """Whoever waits for a long sample sees how far it is."""
    seen: list[float] = []
    write_sample(tmp_path / "sample.legjournal", 800, last=LAST, progress=seen.append).close()
    assert seen == sorted(seen)
    assert len(seen) == 3
    assert seen[-1] == 1


def test_stopping_half_way_leaves_no_file(tmp_path: Path) -> None:
    """A cancelled sample is gone, so that the same name can be used again."""

    def cancel(_done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_sample(tmp_path / "sample.legjournal", 400, last=LAST, progress=cancel)
    assert list(tmp_path.iterdir()) == []


def test_times_of_typing_are_in_utc(year: list[Row]) -> None:
    """`recorded_at` is an instant; local times keep the offset the person's clock had."""
    assert {row.recorded_at.tzinfo for row in year} == {UTC}
    summer = next(row for row in of(year, Night) if row.date.month == 7)
    assert summer.final_waking is not None
    assert summer.final_waking.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("days", [1, 400])
def test_the_contacts_are_fictional_and_ring_nobody(days: int) -> None:
    """Each says that it is made up, has a number from Ofcom's range for drama, and belongs to a page."""
    rows = of(sample_rows(days, seed=1, last=LAST), Contact)
    assert len(rows) == 3
    for row in rows:
        assert "(made up)" in row.name
        assert re.fullmatch(r"01632 960\d{3}", row.phone or "")
        assert row.page in pages().items
