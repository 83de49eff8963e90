"""Everything the report says, against a fortnight worked out by hand."""

import json
from datetime import date, datetime, time, timedelta

import pytest
from hand_clock import EVENING, HandClock

from legjournal.journal import Journal
from legjournal.models.medicines import Medicine
from legjournal.models.routine import PlanFields
from legjournal.models.therapies import TherapyCourse, TherapySession
from legjournal.report.as_json import as_json
from legjournal.report.choices import Audience, preset
from legjournal.report.content import build, whole_period
from legjournal.routine.boxes import SetToDo
from legjournal.trends.period import Period

DAY = timedelta(days=1)
FORTNIGHT = Period(date(2026, 11, 9), date(2026, 11, 22))  # two whole weeks, Monday to Sunday
BOX = SetToDo("glute-bridge", 1)


def _nov(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def fortnight(journal: Journal, clock: HandClock) -> Journal:
    """Written evening by evening; the 15th and the 21st are left out, the 13th is typed a day late."""
    journal.plans.adopt(PlanFields(name="Mine", started=_nov(9), times_a_week=3), [])

    def evening(day: int) -> None:
        clock.set(datetime(2026, 11, day, 21))

    def pain(day: int, side: str, score: int | None, site: str = "calf") -> None:
        journal.symptoms.add(_nov(day), kind="pain", side=side, site=site, score=score)

    evening(9)
    pain(9, "left", 6)
    journal.sessions.tick(_nov(9), BOX)
    evening(10)
    pain(10, "left", 4)
    pain(10, "right", 2, "outer-hip")
    journal.symptoms.add(_nov(10), kind="urge to move", side="both", score=5)
    evening(11)
    journal.sessions.tick(_nov(11), BOX)
    clock.set(datetime(2026, 11, 13, 0, 30))  # half past midnight is still the evening of the 12th
    pain(12, "both", 0)
    clock.set(datetime(2026, 11, 14, 10))
    journal.sessions.tick(_nov(13), BOX)
    pain(14, "left", 8)
    evening(16)
    pain(16, "left", 3)
    journal.sessions.tick(_nov(16), BOX)
    clock.set(datetime(2026, 11, 17, 8))
    _night(journal, 17, "22:30", "23:00", 60, 45, "06:30", "07:00", wakings=3, woken_by_legs=2)
    clock.set(datetime(2026, 11, 18, 8))
    _night(journal, 18, "23:00", "23:00", 30, 0, "06:30", "07:00", wakings=1, woken_by_legs=0)
    evening(18)
    pain(18, "left", 5)
    journal.sessions.tick(_nov(18), BOX)
    evening(19)
    pain(19, "left", None)
    evening(20)
    pain(20, "right", 7, "outer-hip")
    journal.nights.record(_nov(20), wakings=5)
    clock.set(EVENING)
    journal.diary.record(_nov(22), mood=3)
    journal.symptoms.add(_nov(22), kind="urge to move", side="both", score=0)
    return journal


def _night(
    journal: Journal,
    morning: int,
    bed: str,
    tried: str,
    took: int,
    awake: int,
    woke: str,
    up: str,
    **more: int,
) -> None:
    times = {"got_into_bed": bed, "tried_to_sleep": tried, "final_waking": woke, "got_out_of_bed": up}
    instants = {
        name: journal.nights.time_of_night(_nov(morning), time.fromisoformat(wall))
        for name, wall in times.items()
    }
    journal.nights.record(_nov(morning), minutes_to_fall_asleep=took, minutes_awake=awake, **instants, **more)


def _report(journal: Journal, period: Period = FORTNIGHT) -> dict:
    """The report's JSON, having gone through its text."""
    return json.loads(json.dumps(as_json(build(journal, period, preset(Audience.GP))), allow_nan=False))


def test_completeness_counts_days_and_those_of_the_same_day(fortnight: Journal) -> None:
    """12 of 14 days have something; all but the 13th were typed on their own day, midnight included."""
    assert _report(fortnight)["completeness"] == {"days": 14, "recorded": 12, "same_day": 11}


def test_sleep_is_what_was_worked_out_by_hand(fortnight: Journal) -> None:
    """Three nights, two of them whole: 345 of 510 and 420 of 480 minutes."""
    assert _report(fortnight)["sleep"] == {
        "nights": 3,
        "time_in_bed_min": 495,
        "time_asleep_min": 382.5,
        "to_fall_asleep_min": 45,
        "awake_in_night_min": 22.5,
        "wakings": 3,
        "woken_by_legs": 1,
        "efficiency_pct": pytest.approx(100 * 765 / 990),
        "nights_with_efficiency": 2,
        "disturbed_nights": 1,
        "disturbed_nights_of": 2,
    }


def test_pain_is_of_the_days_that_have_a_score(fortnight: Journal) -> None:
    """The worst of each of 7 days; a pain in both legs counts for either; one without a score for none."""
    found = _report(fortnight)["pain"]
    assert (found["days"], found["worst"]) == (7, 8)
    assert found["mean"] == pytest.approx((6 + 4 + 0 + 8 + 3 + 5 + 7) / 7)
    assert found["left"] == pytest.approx((6 + 4 + 0 + 8 + 3 + 5) / 6)
    assert found["right"] == pytest.approx((2 + 0 + 7) / 3)


def test_places_are_told_the_most_often_first(fortnight: Journal) -> None:
    """Each place with the days it hurt and its mean; left and right are the person's own."""
    [calf, hip, both] = _report(fortnight)["places"]
    assert (calf["side"], calf["site"], calf["mean"]) == ("left", "calf", pytest.approx(26 / 5))
    assert hip == {"side": "right", "site": "outer-hip", "days": 2, "mean": 4.5}
    assert both == {"side": "both", "site": "calf", "days": 1, "mean": 0}


def test_the_urge_to_move_counts_a_0(fortnight: Journal) -> None:
    """An evening scored 0 is an evening."""
    assert _report(fortnight)["urge_to_move"] == {"evenings": 2, "mean": 2.5}


def test_the_routine_is_told_by_weeks_and_by_the_day_after(fortnight: Journal) -> None:
    """3 sessions in the first week and 2 in the second; after the gap of the 15th the 16th is in neither."""
    assert _report(fortnight)["routine"] == {
        "sessions": 5,
        "target_per_week": 3,
        "weeks": 2,
        "weeks_on_target": 1,
        "day_after_session": {"n": 3, "mean_pain": 4},  # the 10th, 12th and 14th: 4, 0 and 8
        "day_after_rest": {"n": 2, "mean_pain": 6},  # the 18th and 20th: 5 and 7
    }


def test_the_period_before_has_as_many_days(fortnight: Journal) -> None:
    """The week from the 16th beside the week from the 9th: the same figures, of seven days each."""
    found = _report(fortnight, Period(_nov(16), _nov(22)))
    first = _report(fortnight, Period(_nov(9), _nov(15)))
    assert found["before"] == {name: first[name] for name in found["before"]}
    assert found["before"]["pain"]["mean"] == pytest.approx((6 + 4 + 0 + 8) / 4)
    assert found["before"]["completeness"] == {"days": 7, "recorded": 6, "same_day": 5}


def test_effect_counts_the_days_that_have_it(fortnight: Journal) -> None:
    """Of 14 days two were answered, one of them with 0."""
    fortnight.diary.record(_nov(20), effect=7)
    fortnight.diary.record(_nov(21), effect=0)
    assert _report(fortnight)["effect"] == {"days": 2, "mean": 3.5}


def test_activities_are_told_then_and_now(fortnight: Journal) -> None:
    """The first and the last score of the period; one scored once is only now; one not scored is left out."""
    for name in ("Sit through a film", "Stairs", "Lie on my side"):
        fortnight.weekly.follow(_nov(9), name)
    ids = {followed.name: followed.id for followed in fortnight.weekly.sheet(_nov(9)).activities}
    for day, score in ((9, 2), (16, 5), (22, 4)):
        fortnight.weekly.score(_nov(day), ids["Sit through a film"], score)
    fortnight.weekly.score(_nov(22), ids["Stairs"], 7)
    assert _report(fortnight)["activities"] == [
        {
            "name": "Sit through a film",
            "then": 2,
            "then_on": "2026-11-09",
            "now": 4,
            "now_on": "2026-11-22",
        },
        {"name": "Stairs", "then": None, "then_on": None, "now": 7, "now_on": "2026-11-22"},
    ]


def test_days_are_the_numbers_of_the_chart(fortnight: Journal) -> None:
    """Each day that has a number, with None for what it has not."""
    days = {line["date"]: line for line in _report(fortnight)["days"]}
    assert days["2026-11-10"] == {
        "date": "2026-11-10",
        "pain": 4,
        "urge_to_move": 5,
        "asleep_min": None,
        "woken_by_legs": None,
    }
    assert (days["2026-11-17"]["asleep_min"], days["2026-11-17"]["woken_by_legs"]) == (345, 2)
    assert "2026-11-15" not in days
    assert "2026-11-19" not in days  # a pain without a score has no number


def test_an_empty_period_has_nulls_and_not_noughts(fortnight: Journal) -> None:
    """A month nobody wrote in: counts are 0, every mean is null, lists are empty."""
    period = Period(date(2026, 9, 1), date(2026, 9, 30))
    found = _report(fortnight, period)
    assert found["completeness"] == {"days": 30, "recorded": 0, "same_day": 0}
    counts = {"nights", "nights_with_efficiency", "disturbed_nights", "disturbed_nights_of"}
    assert {name for name, value in found["sleep"].items() if value == 0} == counts
    assert {value for name, value in found["sleep"].items() if name not in counts} == {None}
    assert found["pain"] == {
        "days": 0,
        "mean": None,
        "worst": None,
        "left": None,
        "right": None,
    }
    assert found["effect"] == {"days": 0, "mean": None}
    assert found["before"] is None
    assert found["activities"] == found["places"] == []
    assert found["urge_to_move"] == {"evenings": 0, "mean": None}
    assert found["routine"] == {
        "sessions": 0,
        "target_per_week": None,
        "weeks": 0,
        "weeks_on_target": None,
        "day_after_session": {"n": 0, "mean_pain": None},
        "day_after_rest": {"n": 0, "mean_pain": None},
    }
    assert found["medicines"] == found["therapies"] == found["appointments"] == found["days"] == []
    assert build(fortnight, period, preset(Audience.GP)).empty
    assert not build(fortnight, FORTNIGHT, preset(Audience.GP)).empty


PROMISED = {
    "period": {"from", "to"},
    "completeness": {"days", "recorded", "same_day"},
    "sleep": {
        "nights",
        "time_in_bed_min",
        "time_asleep_min",
        "to_fall_asleep_min",
        "awake_in_night_min",
        "wakings",
        "woken_by_legs",
        "efficiency_pct",
    },
    "pain": {"days", "mean", "worst", "left", "right"},
    "urge_to_move": {"evenings", "mean"},
    "routine": {
        "sessions",
        "target_per_week",
        "weeks",
        "weeks_on_target",
        "day_after_session",
        "day_after_rest",
    },
}


def test_what_was_promised_to_other_programs_is_there(journal: Journal) -> None:
    """The form's name, its version and at least the promised keys, in an empty journal too."""
    found = _report(journal, Period(EVENING.date(), EVENING.date()))
    assert (found["format"], found["version"]) == ("legjournal-report", 1)
    assert found["period"] == {"from": "2026-11-22", "to": "2026-11-22"}
    for part, keys in PROMISED.items():
        assert keys <= found[part].keys()
    for part in ("day_after_session", "day_after_rest"):
        assert found["routine"][part].keys() == {"n", "mean_pain"}
    assert all(isinstance(found[part], list) for part in ("medicines", "therapies", "appointments"))


def test_care_is_told_for_the_period(fortnight: Journal, clock: HandClock) -> None:
    """Medicines as typed, therapies with pounds, appointments of the period and the next one to come."""
    with fortnight.store.change() as change:
        change.session.add(
            Medicine(name="Ferrous fumarate", dose="210 mg", regularity="regular", started=_nov(1))
        )
        course = TherapyCourse(name="Shockwave", started=_nov(10))
        change.session.add(course)
        change.session.flush()
        for day in (10, 17):
            change.session.add(
                TherapySession(course_id=course.id, date=_nov(day), cost_pence=8050, before=6, after=5)
            )
    for day in (20, 26):
        fortnight.appointments.add(
            at=clock.at(_nov(day), time(10, 20)), with_whom=f"GP {day}", questions=["Why?"]
        )
    found = _report(fortnight)
    assert found["medicines"] == [
        {
            "name": "Ferrous fumarate",
            "dose": "210 mg",
            "regularity": "regular",
            "started": "2026-11-01",
            "stopped": None,
            "new_dose": False,
            "dose_changed": False,
        }
    ]
    assert found["therapies"] == [
        {
            "name": "Shockwave",
            "sessions": 2,
            "before": 6,
            "after": 5,
            "started": "2026-11-10",
            "stopped": None,
            "cost_gbp": 161.0,
        }
    ]
    assert found["appointments"] == [
        {"at": "2026-11-20T10:20:00+00:00", "with_whom": "GP 20", "questions": ["Why?"], "agreed": None}
    ]
    assert build(fortnight, FORTNIGHT, preset(Audience.GP)).next_appointment.with_whom == "GP 26"


def test_a_change_of_dose_is_no_end(journal: Journal) -> None:
    """The old dose is told as changed and the new one as new; one begun again after a break is neither."""
    first = journal.medicines.add(name="Pregabalin", dose="75 mg", started=_nov(1)).rows[0]
    second = journal.medicines.change(first, _nov(10), dose="150 mg").rows[0]
    journal.medicines.stop(second, _nov(12))
    journal.medicines.change(second, _nov(20), dose="50 mg")

    lines = build(journal, FORTNIGHT, preset(Audience.GP)).medicines
    assert [(line.dose, line.new_dose, line.dose_changed) for line in lines] == [
        ("75 mg", False, True),
        ("150 mg", True, False),
        ("50 mg", False, False),
    ]


def test_a_cost_that_was_not_written_is_null(journal: Journal) -> None:
    """A therapy without a price did not cost 0 pounds."""
    with journal.store.change() as change:
        course = TherapyCourse(name="Massage")
        change.session.add(course)
        change.session.flush()
        change.session.add(TherapySession(course_id=course.id, date=_nov(20)))
    [therapy] = _report(journal)["therapies"]
    assert (therapy["sessions"], therapy["cost_gbp"]) == (1, None)


def test_a_plan_by_weekdays_has_as_many_as_it_names(journal: Journal) -> None:
    """Monday and Thursday are a target of 2; weeks before the plan began are not counted."""
    journal.plans.adopt(PlanFields(name="Mine", started=_nov(16), weekdays=[0, 3]), [])
    for day in (9, 10, 16, 19):
        journal.sessions.tick(_nov(day), BOX)
    routine = _report(journal)["routine"]
    assert (routine["target_per_week"], routine["weeks"], routine["weeks_on_target"]) == (2, 1, 1)


def test_the_whole_period_begins_with_the_first_entry(journal: Journal) -> None:
    """From the first recorded day to today; of an empty journal it is today."""
    today = EVENING.date()
    assert whole_period(journal) == Period(today, today)
    journal.diary.record(today - 3 * DAY, mood=1)
    assert whole_period(journal) == Period(today - 3 * DAY, today)
    journal.nights.record(today - 90 * DAY, wakings=0)
    assert whole_period(journal) == Period(today - 90 * DAY, today)


def test_making_a_report_writes_nothing_and_leaves_nothing_open(fortnight: Journal) -> None:
    """Rows are loaded and let go of before a line is drawn."""
    before = fortnight.path.read_bytes()
    seen: list[float] = []
    build(fortnight, FORTNIGHT, preset(Audience.PHYSIO), seen.append)
    assert fortnight.path.read_bytes() == before
    assert fortnight.store.engine.pool.checkedout() == 0
    assert seen == sorted(seen)
    assert seen[0] > 0
    assert seen[-1] <= 1


def test_a_report_can_be_given_up(fortnight: Journal) -> None:
    """What the progress raises ends the work."""

    def cancel(_done: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        build(fortnight, FORTNIGHT, preset(Audience.GP), cancel)
    assert fortnight.store.engine.pool.checkedout() == 0


def test_the_report_is_for_the_appointment_named(journal: Journal, clock: HandClock) -> None:
    """The one named leads it, though another comes first; one that is gone leaves the next to come."""
    for days in (1, 9):
        at = clock.now() + timedelta(days=days)
        later = journal.appointments.add(at=at, with_whom=f"in {days}").rows[0]
    period = Period(clock.today(), clock.today())

    def led_by(appointment_id: str) -> str:
        return build(
            journal, period, preset(Audience.GP), appointment_id=appointment_id
        ).next_appointment.with_whom

    assert led_by(later) == "in 9"
    assert led_by("gone") == "in 1"
