"""Weeks of the routine, worked out by hand, and what holds for any of them."""

import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hand_clock import EVENING, HandClock
from hypothesis import given
from hypothesis import strategies as st

from legjournal.journal import Journal
from legjournal.models.routine import DayOffKind, PlanFields, Session, SkipReason
from legjournal.routine.adherence import DayStatus, Week, monday_of, per_week, weeks
from legjournal.routine.boxes import SetToDo

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + 6 * DAY
LATER = date(2027, 6, 1)
BOX = SetToDo("glute-bridge", 1)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@dataclass(frozen=True)
class Aim:
    """A plan with what the weeks need of it."""

    started: date
    stopped: date | None = None
    times_a_week: int | None = None
    weekdays: tuple[int, ...] | None = None
    recorded_at: datetime = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Away:
    """A pause with what the weeks need of it."""

    started: date
    ended: date | None = None
    reason: SkipReason | None = SkipReason.AWAY


def _on(*weekdays: int, monday: date = MONDAY) -> set[date]:
    return {monday + weekday * DAY for weekday in weekdays}


def _week(
    *plans: Aim,
    sessions: Collection[date] = (),
    off: dict[date, DayOffKind] | None = None,
    pauses: Collection[Away] = (),
    today: date = LATER,
) -> Week:
    [week] = weeks(MONDAY, MONDAY, plans, sessions, off or {}, pauses, today)
    return week


THREE_TIMES = Aim(date(2026, 1, 1), times_a_week=3)
MON_WED_FRI = Aim(date(2026, 1, 1), weekdays=(MON, WED, FRI))


def test_days_with_a_session_are_counted_and_not_goes() -> None:
    """A list that names Monday twice has one session on Monday; the days around the week are not in it."""
    outside = [MONDAY - DAY, SUNDAY + DAY]
    week = _week(THREE_TIMES, sessions=[MONDAY, MONDAY, SUNDAY, *outside])
    assert (week.sessions, week.target, week.on_target) == (2, 3, False)


def test_a_plan_asks_for_its_fixed_days_or_for_a_number() -> None:
    """Fixed days are named, and come first where both were given; a plan with neither asks for nothing."""
    fixed = _week(MON_WED_FRI)
    assert (fixed.target, fixed.planned) == (3, {MON, WED, FRI})
    assert (_week(THREE_TIMES).target, _week(THREE_TIMES).planned) == (3, frozenset())
    both = Aim(MONDAY, weekdays=(TUE, TUE, SAT), times_a_week=4)
    assert (per_week(both), _week(both).target, _week(both).planned) == (2, 2, {TUE, SAT})
    neither = _week(Aim(MONDAY))
    assert (neither.target, neither.counts, neither.on_target) == (None, False, None)


def test_a_week_without_a_plan_only_tells_what_was_done() -> None:
    """Sessions are counted; nothing was asked for, so it is neither on target nor off it."""
    week = _week(sessions=_on(TUE, THU))
    assert (week.sessions, week.target, week.reached, week.on_target) == (2, None, False, None)


@pytest.mark.parametrize(
    ("begun", "target"), [(MON, 3), (TUE, 3), (WED, 2), (THU, 2), (FRI, 1), (SAT, 1), (SUN, None)]
)
def test_a_first_week_asks_for_its_share_and_does_not_count(begun: int, target: int | None) -> None:
    """3 times a week, begun within it: 18, 15, 12, 9, 6 and 3 sevenths; from Monday on it is whole."""
    week = _week(Aim(MONDAY + begun * DAY, times_a_week=3))
    assert (week.target, week.counts) == (target, begun == MON)


def test_a_plan_that_ends_in_the_week_asks_for_its_days_until_then() -> None:
    """Monday, Wednesday and Friday, stopped on Wednesday: two; the week after it asks for nothing."""
    ended = replace(MON_WED_FRI, stopped=MONDAY + WED * DAY)
    this, after = weeks(MONDAY, SUNDAY + DAY, [ended], [], {}, [], LATER)
    assert (this.target, this.planned, this.counts) == (2, {MON, WED}, False)
    assert (after.target, after.counts) == (None, False)


@pytest.mark.parametrize(
    ("old", "new", "changed_on", "target"),
    [
        ({"times_a_week": 3}, {"times_a_week": 3}, THU, 3),  # other exercises, the same number
        ({"times_a_week": 2}, {"times_a_week": 4}, THU, 3),  # 6 + 16 sevenths
        ({"weekdays": (MON, WED, FRI)}, {"weekdays": (TUE, THU)}, WED, 2),  # Monday and Thursday
        ({"weekdays": (MON, WED, FRI)}, {"times_a_week": 3}, THU, 4),  # 2 days and 12 sevenths
        ({"times_a_week": 3}, {"weekdays": (MON, WED, FRI)}, THU, 2),  # 9 sevenths and Friday
    ],
)
def test_a_plan_changed_within_the_week_counts_for_its_days(
    old: dict[str, object], new: dict[str, object], changed_on: int, target: int
) -> None:
    """Each plan asks on the days it was in force; the week counts, since there was a plan all along."""
    day = MONDAY + changed_on * DAY
    week = _week(Aim(date(2026, 1, 1), day - DAY, **old), Aim(day, **new))
    assert (week.target, week.counts) == (target, True)


def test_of_two_plans_on_one_day_the_later_one_asks() -> None:
    """Second thoughts on the day itself: the one written last, whichever way round they are given."""
    first = Aim(MONDAY, MONDAY, times_a_week=7)
    second = Aim(MONDAY, times_a_week=2, recorded_at=datetime(2026, 1, 2, tzinfo=UTC))
    assert _week(first, second).target == _week(second, first).target == 2


def test_a_week_paused_from_end_to_end_counts_neither_way() -> None:
    """There is no target in it, also where a session was done all the same."""
    for pause in (Away(MONDAY, SUNDAY), Away(date(2026, 11, 1)), Away(date(2026, 11, 1), LATER)):
        week = _week(MON_WED_FRI, sessions=_on(TUE), pauses=[pause])
        assert (week.sessions, week.target, week.planned, week.on_target) == (1, None, frozenset(), None)
        assert week.paused_days == set(range(7))
        assert week.days[TUE] is DayStatus.SESSION
        assert week.days[MON] is DayStatus.PAUSED


def test_a_pause_over_part_of_a_week_takes_its_days_away() -> None:
    """Away from Thursday: Friday is not asked for, and 3 times a week becomes 9 sevenths, which is 1."""
    away = Away(MONDAY + THU * DAY, LATER)
    fixed = _week(MON_WED_FRI, pauses=[away])
    assert (fixed.target, fixed.planned, fixed.counts) == (2, {MON, WED}, True)
    assert _week(THREE_TIMES, pauses=[away]).target == 1
    one_day = Away(MONDAY + THU * DAY, MONDAY + THU * DAY)
    assert _week(THREE_TIMES, pauses=[one_day]).target == 3
    assert _week(THREE_TIMES, pauses=[one_day, one_day, away]).paused_days == {THU, FRI, SAT, SUN}


def test_a_day_is_the_most_that_happened_on_it() -> None:
    """A session before anything; rest or a skip, which were said of that day, before a pause of many."""
    off = {MONDAY: DayOffKind.REST, MONDAY + DAY: DayOffKind.SKIPPED, MONDAY + 2 * DAY: DayOffKind.REST}
    week = _week(sessions=[MONDAY], off=off, pauses=[Away(MONDAY, MONDAY + 3 * DAY)])
    assert week.days == (
        DayStatus.SESSION,
        DayStatus.SKIPPED,
        DayStatus.REST,
        DayStatus.PAUSED,
        *[DayStatus.NOTHING] * 3,
    )


def test_the_present_week_is_not_off_target_before_it_is_over() -> None:
    """On its Sunday it may still be reached; on the Monday after it was not; once reached it is at once."""
    for today, sessions, on_target in (
        (MONDAY, _on(), None),
        (SUNDAY, _on(MON, WED), None),
        (SUNDAY + DAY, _on(MON, WED), False),
        (MONDAY + FRI * DAY, _on(MON, WED, FRI), True),
    ):
        assert _week(THREE_TIMES, sessions=sessions, today=today).on_target is on_target


@pytest.mark.parametrize(
    "day", [date(2026, 3, 29), date(2026, 10, 25), date(2025, 12, 31), date(2026, 1, 1), date(2024, 2, 29)]
)
def test_clock_changes_and_year_ends_are_days_like_others(day: date) -> None:
    """The week around such a day has seven days, its target, and its session."""
    [week] = weeks(day, day, [Aim(date(2020, 1, 1), times_a_week=1)], [day], {}, [], LATER)
    assert (len(week.days), week.sessions, week.target, week.on_target) == (7, 1, 1, True)
    assert week.monday <= day <= week.sunday
    assert week.monday.weekday() == MON


DAYS = st.dates(date(2025, 9, 1), date(2027, 2, 28))  # two year ends, three changes of clocks
SESSIONS = st.sets(DAYS, max_size=60)
OFF = st.dictionaries(DAYS, st.sampled_from(DayOffKind), max_size=20)


@st.composite
def _aims(draw: st.DrawFn) -> list[Aim]:
    """Plans as the journal keeps them: each ends the day before the next, the last goes on or has an end."""
    begun = sorted(draw(st.sets(DAYS, max_size=5)))
    ended = [*(day - DAY for day in begun[1:]), draw(st.none() | st.just(date(2027, 3, 1)))]
    fixed = st.none() | st.lists(st.integers(0, 6), unique=True).map(tuple)
    times = st.none() | st.integers(1, 7)
    return [Aim(first, last, draw(times), draw(fixed)) for first, last in zip(begun, ended, strict=False)]


@st.composite
def _pauses(draw: st.DrawFn) -> list[Away]:
    begun = draw(st.lists(DAYS, max_size=4))
    lengths = st.none() | st.integers(0, 40).map(lambda n: n * DAY)
    return [Away(day, None if (long := draw(lengths)) is None else day + long) for day in begun]


@given(_aims(), SESSIONS, OFF, _pauses(), DAYS)
def test_what_holds_for_all_weeks(
    plans: list[Aim], sessions: set[date], off: dict[date, DayOffKind], pauses: list[Away], today: date
) -> None:
    """Every session is in one week; what is asked for fits into the days there are to do it."""
    found = weeks(date(2025, 9, 1), date(2027, 2, 28), plans, sessions, off, pauses, today)
    assert sum(week.sessions for week in found) == len(sessions)
    assert [week.monday for week in found] == [found[0].monday + n * 7 * DAY for n in range(len(found))]
    for week in found:
        assert len(week.days) == 7
        assert week.target is None or 1 <= week.target <= 7 - len(week.paused_days)
        assert not week.planned & week.paused_days
        assert not (len(week.paused_days) == 7 and week.counts)
        assert week.on_target is not False or week.sunday < today


@given(_aims(), SESSIONS, OFF, _pauses(), DAYS, DAYS, st.randoms())
def test_the_order_of_entries_and_the_rest_of_the_period_do_not_matter(
    plans: list[Aim],
    sessions: set[date],
    off: dict[date, DayOffKind],
    pauses: list[Away],
    today: date,
    day: date,
    random,
) -> None:
    """A week is the same by itself and among others, whatever order its entries are read in."""
    many = weeks(day - 9 * DAY, day + 9 * DAY, plans, sessions, off, pauses, today)
    shuffled = [random.sample(entries, len(entries)) for entries in (plans, sorted(sessions), list(off))]
    off_again = {when: off[when] for when in shuffled[2]}
    [one] = weeks(day, day, shuffled[0], shuffled[1], off_again, pauses[::-1], today)
    assert one == next(week for week in many if week.monday == one.monday)


@given(_aims(), SESSIONS, OFF, _pauses(), DAYS, st.integers(1, 7))
def test_a_later_plan_leaves_the_weeks_before_it(
    plans: list[Aim],
    sessions: set[date],
    off: dict[date, DayOffKind],
    pauses: list[Away],
    changed_on: date,
    times: int,
) -> None:
    """A plan adopted as the journal does it changes no week that ended before it began."""
    old = next((plan for plan in reversed(plans) if plan.started <= changed_on), None)
    ended = [
        replace(plan, stopped=max(plan.started, changed_on - DAY)) if plan is old else plan for plan in plans
    ]
    now = [*ended, Aim(changed_on, times_a_week=times, recorded_at=datetime(2027, 1, 1, tzinfo=UTC))]
    last = monday_of(changed_on) - DAY
    first = last - 100 * DAY
    before = weeks(first, last, plans, sessions, off, pauses, LATER)
    assert before == weeks(first, last, now, sessions, off, pauses, LATER)


@given(_aims(), SESSIONS, _pauses(), DAYS, st.sets(DAYS, max_size=30))
def test_skipping_brings_no_week_on_target(
    plans: list[Aim], sessions: set[date], pauses: list[Away], today: date, skipped: set[date]
) -> None:
    """However many days are skipped or called rest, targets and sessions stay what they were."""
    period = (date(2025, 9, 1), date(2027, 2, 28))
    without = weeks(*period, plans, sessions, {}, pauses, today)
    off = dict.fromkeys(skipped, DayOffKind.SKIPPED)
    having = weeks(*period, plans, sessions, off, pauses, today)
    assert [(week.target, week.sessions, week.on_target) for week in having] == [
        (week.target, week.sessions, week.on_target) for week in without
    ]


def test_the_journals_weeks_are_these(journal: Journal, clock: HandClock) -> None:
    """Plans, sessions, days off and a pause as the journal keeps them, over a change of plan."""
    journal.plans.adopt(PlanFields(name="Old", started=date(2026, 11, 2), weekdays=[0, 2, 4]), [])
    for day in (2, 4, 6, 9, 9, 16):
        journal.sessions.tick(date(2026, 11, day), BOX, session_id=f"s{day}")
    journal.days_off.rest(date(2026, 11, 10))
    journal.days_off.record_pause("p", started=date(2026, 11, 12), ended=date(2026, 11, 15), reason="away")
    journal.plans.adopt(PlanFields(name="New", started=date(2026, 11, 16), times_a_week=2), [])
    first, second, third = journal.weeks.between(date(2026, 11, 4), EVENING.date())
    assert (first.sessions, first.target, first.planned, first.on_target) == (3, 3, {0, 2, 4}, True)
    assert (second.sessions, second.target, second.on_target) == (1, 2, False)
    assert second.paused_days == {3, 4, 5, 6}
    assert second.pauses[0].reason is SkipReason.AWAY
    assert (third.sessions, third.target, third.on_target) == (1, 2, None)
    assert journal.weeks.week(date(2026, 11, 9)) == second
    assert journal.weeks.days(date(2026, 11, 9)) == list(second.days)


def test_fifty_years_of_sessions_are_no_burden(journal: Journal) -> None:
    """With a session on every second day of fifty years, one week and a year of them are read at once."""
    journal.plans.adopt(PlanFields(name="Mine", started=date(1976, 11, 22), times_a_week=3), [])
    today = EVENING.date()
    journal.store.add_all(Session(date=today - n * 2 * DAY) for n in range(9_125))
    took = []
    for first in (today, today - 364 * DAY):
        journal.weeks.between(first, today)  # its statements are compiled once
        began = time.perf_counter()
        found = journal.weeks.between(first, today)
        took.append(time.perf_counter() - began)
        assert sum(week.sessions for week in found) >= 3 * len(found)
    assert took[0] < 0.025  # 5 ms on a quiet machine, a year of weeks 20
    assert took[1] < 0.1
