"""Sleep arithmetic, against nights worked out by hand."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from legjournal.clock import Clock
from legjournal.models.nights import NapFields, NightFields
from legjournal.sleep import (
    LONGEST_NIGHT,
    Fault,
    FaultKind,
    SleepFigures,
    all_awake,
    faults,
    figures,
    napping,
)

MORNING = date(2026, 11, 22)
EVENING = MORNING - timedelta(days=1)


def _at(clock_time: str, morning: date = MORNING) -> datetime:
    """A local instant of the night ending on `morning`; from midday on it is the evening before."""
    wall = time.fromisoformat(clock_time)
    return Clock().at(morning if wall < time(12) else morning - timedelta(days=1), wall)


def _night(
    bed=None, tried=None, took=None, awake=None, woke=None, up=None, morning=MORNING, **more
) -> NightFields:
    """A night from clock times and minutes, not checked: faults are what is tested here."""
    times = {"got_into_bed": bed, "tried_to_sleep": tried, "final_waking": woke, "got_out_of_bed": up}
    return NightFields.model_construct(
        **{name: value and _at(value, morning) for name, value in times.items()},
        minutes_to_fall_asleep=took,
        minutes_awake=awake,
        **more,
    )


# bed, tried to sleep, minutes to fall asleep, minutes awake, woke, up -> in bed, asleep, efficiency
WORKED = [
    # In bed 22.30 to 7.00 is 8 h 30. Tried 23.00, woke 6.30: 450 min, less 60 and 45.
    (("22:30", "23:00", 60, 45, "06:30", "07:00"), (510, 345, 67.6)),
    # Asleep at once, never awake, up at once: all of it.
    (("23:00", "23:00", 0, 0, "07:00", "07:00"), (480, 480, 100.0)),
    # Bed after midnight: everything on one date. 5 h 30 in bed; 1.15 to 6.00 is 285, less 15 and 30.
    (("01:00", "01:15", 15, 30, "06:00", "06:30"), (330, 240, 72.7)),
    # Awake for as long as it was tried: no sleep at all is 0, which is an answer.
    (("22:00", "22:30", 300, 150, "06:00", "07:00"), (540, 0, 0.0)),
    # Half an hour of reading in bed before and an hour of lying in after count in bed only.
    (("21:00", "22:00", 20, 10, "05:00", "06:30"), (570, 390, 68.4)),
]


@pytest.mark.parametrize(("answers", "worked"), WORKED)
def test_a_night_comes_to_what_was_worked_out_by_hand(answers: tuple, worked: tuple) -> None:
    """Time in bed, time asleep and efficiency are those worked out on paper."""
    night = _night(*answers)
    found = figures(night)
    assert faults(night) == []
    assert (found.time_in_bed, found.time_asleep, round(found.efficiency, 1)) == worked


@pytest.mark.parametrize(
    ("morning", "elapsed"),
    [
        (date(2026, 10, 25), 540),
        (date(2027, 3, 28), 420),
        (date(2026, 10, 24), 480),
        (date(2027, 3, 27), 480),
    ],
    ids=["October", "March", "the night before October's", "the night before March's"],
)
def test_the_nights_of_the_clock_changes_are_elapsed_time(morning: date, elapsed: int) -> None:
    """From 11pm to 7am is 9 hours in October's night and 7 in March's."""
    found = figures(_night("23:00", "23:00", 0, 0, "07:00", "07:00", morning))
    assert found == SleepFigures(time_in_bed=elapsed, time_asleep=elapsed)


def test_getting_up_in_the_hour_that_comes_twice() -> None:
    """Last awake at 1.30am before the change and up at 1.30am after it is an hour in bed awake."""
    morning = date(2026, 10, 25)
    night = _night("23:00", "23:00", 0, 0, "01:30", None, morning)
    night.got_out_of_bed = Clock().at(morning, time(1, 30), later=True)
    assert faults(night) == []
    assert figures(night) == SleepFigures(time_in_bed=210, time_asleep=150)


@pytest.mark.parametrize(
    "night",
    [
        # From trying to sleep until getting up awake: no sleep, and no last waking.
        _night("22:30", "23:00", 480, None, None, "07:00"),
        # Told the other way round, or up to a last waking.
        _night("22:30", "23:00", None, 480, None, "07:00"),
        _night("22:30", "23:00", 450, None, "06:30", "07:00"),
        _night("22:30", "23:00", 200, 250, "06:30", "07:00"),
    ],
)
def test_a_night_without_sleep_is_0_and_not_unknown(night: NightFields) -> None:
    """Awake from trying to sleep to the end: 0 minutes of 8 and a half hours in bed, which is an answer."""
    assert faults(night) == []
    assert figures(night) == SleepFigures(time_in_bed=510, time_asleep=0)
    assert figures(night).efficiency == 0


def test_how_long_a_night_without_sleep_was_awake() -> None:
    """From trying to sleep to getting up, elapsed: 9 hours in October's night; unknown without either."""
    assert all_awake(_night(tried="23:00", up="07:00")) == 480
    assert all_awake(_night(tried="23:00", up="07:00", morning=date(2026, 10, 25))) == 540
    assert all_awake(_night(tried="23:00")) is None
    assert all_awake(_night(up="07:00")) is None


def test_without_a_last_waking_the_rest_is_unknown() -> None:
    """Some sleep, but when it ended is not answered: how long it was is not answered either."""
    assert figures(_night("22:30", "23:00", 479, 0, None, "07:00")).time_asleep is None


def test_naps_are_a_sum_of_their_own() -> None:
    """Naps add up, across midday as at any time; one of unknown length leaves the sum unknown; none are 0."""
    late_morning = NapFields(started=_at("11:40"), minutes=45)
    afternoon = NapFields(started=_at("11:40") + timedelta(hours=3), minutes=30)
    assert napping([late_morning, afternoon]) == 75
    assert napping([late_morning, NapFields(started=_at("10:00"))]) is None
    assert napping([]) == 0


WHOLE = _night("22:30", "23:00", 60, 45, "06:30", "07:00")


@pytest.mark.parametrize(
    ("missing", "in_bed", "asleep"),
    [
        ("got_into_bed", None, 345),
        ("got_out_of_bed", None, 345),
        ("tried_to_sleep", 510, None),
        ("final_waking", 510, None),
        ("minutes_to_fall_asleep", 510, None),
        ("minutes_awake", 510, None),
    ],
)
def test_what_is_not_answered_is_not_taken_for_0(
    missing: str, in_bed: int | None, asleep: int | None
) -> None:
    """Without an answer its figure is None, the other figure stays, and there is no efficiency."""
    found = figures(WHOLE.model_copy(update={missing: None}))
    assert found == SleepFigures(in_bed, asleep)
    assert found.efficiency is None


def test_an_empty_night_has_no_figures_and_no_faults() -> None:
    """Where nothing is answered nothing is worked out and nothing contradicts."""
    assert figures(_night()) == SleepFigures(None, None)
    assert faults(_night()) == []


def test_no_time_in_bed_has_no_efficiency() -> None:
    """Nothing is divided by 0."""
    assert SleepFigures(time_in_bed=0, time_asleep=0).efficiency is None


FAULTY: list[tuple[NightFields, list[Fault]]] = [
    (
        _night(bed="23:00", tried="22:30"),
        [Fault(FaultKind.OUT_OF_ORDER, ("got_into_bed", "tried_to_sleep"))],
    ),
    (
        _night(woke="07:00", up="06:30"),
        [Fault(FaultKind.OUT_OF_ORDER, ("final_waking", "got_out_of_bed"))],
    ),
    # Waking in the minute of trying to sleep leaves no night between.
    (
        _night(tried="23:00", woke="23:00"),
        [Fault(FaultKind.OUT_OF_ORDER, ("tried_to_sleep", "final_waking"))],
    ),
    (
        _night(bed="07:00", tried="23:00", woke="06:30", up="06:00"),
        [
            Fault(FaultKind.OUT_OF_ORDER, ("got_into_bed", "tried_to_sleep")),
            Fault(FaultKind.OUT_OF_ORDER, ("got_into_bed", "final_waking")),
            Fault(FaultKind.OUT_OF_ORDER, ("got_into_bed", "got_out_of_bed")),
            Fault(FaultKind.OUT_OF_ORDER, ("final_waking", "got_out_of_bed")),
        ],
    ),
    (
        _night(bed="12:30", up="07:00"),
        [Fault(FaultKind.TOO_LONG, ("got_into_bed", "got_out_of_bed"))],
    ),
    (
        _night(tried="23:00", took=300, awake=151, woke="06:30"),
        [Fault(FaultKind.MORE_AWAKE_THAN_NIGHT, ("minutes_to_fall_asleep", "minutes_awake"))],
    ),
    (
        _night(tried="23:00", awake=451, woke="06:30"),
        [Fault(FaultKind.MORE_AWAKE_THAN_NIGHT, ("minutes_to_fall_asleep", "minutes_awake"))],
    ),
    # Without a last waking the night ends with getting up.
    (
        _night(tried="23:00", took=481, up="07:00"),
        [Fault(FaultKind.MORE_AWAKE_THAN_NIGHT, ("minutes_to_fall_asleep", "minutes_awake"))],
    ),
    (
        _night(wakings=2, woken_by_legs=3),
        [Fault(FaultKind.MORE_BY_LEGS_THAN_WAKINGS, ("wakings", "woken_by_legs"))],
    ),
    (
        _night(woke="06:30", up="07:00", minutes_trying_to_sleep_again=31),
        [Fault(FaultKind.TRYING_AFTER_GETTING_UP, ("minutes_trying_to_sleep_again",))],
    ),
    (
        _night("22:30", "23:00", 400, 100, "06:30", "07:00", wakings=0, woken_by_legs=1),
        [
            Fault(FaultKind.MORE_AWAKE_THAN_NIGHT, ("minutes_to_fall_asleep", "minutes_awake")),
            Fault(FaultKind.MORE_BY_LEGS_THAN_WAKINGS, ("wakings", "woken_by_legs")),
        ],
    ),
]


@pytest.mark.parametrize(("night", "found"), FAULTY)
def test_each_contradiction_is_named_with_its_answers(night: NightFields, found: list[Fault]) -> None:
    """A fault names its kind and the answers it is about, in the order in which they are lived."""
    assert faults(night) == found


def test_every_kind_of_fault_is_shown_above() -> None:
    """No kind of fault is without an example."""
    assert {fault.kind for _, found in FAULTY for fault in found} == set(FaultKind)


@pytest.mark.parametrize(("night", "_found"), FAULTY)
def test_what_cannot_be_true_is_not_taken(night: NightFields, _found: list[Fault]) -> None:
    """The fields of a night refuse what contradicts itself, without repeating what was typed."""
    answers = {name: getattr(night, name) for name in NightFields.model_fields}
    with pytest.raises(ValidationError, match="cannot all be true") as refused:
        NightFields.model_validate(answers)
    assert "2026" not in str(refused.value)


@pytest.mark.parametrize(
    "night",
    [
        _night(bed="15:00", up="07:00"),
        _night(tried="23:00", took=300, awake=150, woke="06:30"),
        _night(wakings=3, woken_by_legs=3),
        _night(woken_by_legs=3),
        _night(woke="06:30", up="07:00", minutes_trying_to_sleep_again=30),
        _night(woke="06:30", up="06:30"),
        _night(bed="23:00", tried="23:00"),
    ],
)
def test_the_limits_themselves_can_be_true(night: NightFields) -> None:
    """Exactly 16 hours in bed, exactly awake all night, every waking by the legs: no fault."""
    assert faults(night) == []


def test_the_longest_night_is_sixteen_hours() -> None:
    """Sixteen hours, by the clock in October's night too."""
    assert LONGEST_NIGHT == 16 * 60
    assert faults(_night(bed="15:00", up="07:00", morning=date(2026, 10, 25)))[0].kind is FaultKind.TOO_LONG


_instants = st.datetimes(datetime(2026, 10, 24, 12), datetime(2026, 10, 26, 12)) | st.datetimes(
    datetime(2027, 3, 27, 12), datetime(2027, 3, 28, 12)
)
_clock = Clock()
_maybe = st.none() | st.integers(0, 960)


@st.composite
def _nights(draw: st.DrawFn) -> NightFields:
    start = draw(_instants)
    steps = [draw(st.integers(0, 700)) for _ in range(4)]
    if not draw(st.integers(0, 3)):
        draw(st.randoms()).shuffle(steps)
    else:
        steps.sort()
    times = []
    for step in steps:
        naive = start + timedelta(minutes=step)
        missing = not draw(st.integers(0, 5))
        times.append(None if missing else naive.astimezone(_clock.zone).replace(microsecond=0))
    bed, tried, woke, up = (moment and Clock(lambda moment=moment: moment).now() for moment in times)
    return NightFields.model_construct(
        got_into_bed=bed,
        tried_to_sleep=tried,
        final_waking=woke,
        got_out_of_bed=up,
        minutes_to_fall_asleep=draw(_maybe),
        minutes_awake=draw(st.none() | st.integers(0, 200)),
        minutes_trying_to_sleep_again=draw(st.none() | st.integers(0, 100)),
        wakings=draw(st.none() | st.integers(0, 9)),
        woken_by_legs=draw(st.none() | st.integers(0, 9)),
    )


@given(_nights())
def test_without_a_fault_no_figure_is_negative(night: NightFields) -> None:
    """Whatever a night without contradictions is, its figures are from 0 up and at most the time in bed."""
    if faults(night):
        return
    found = figures(night)
    assert found.time_in_bed is None or 0 <= found.time_in_bed <= LONGEST_NIGHT
    assert found.time_asleep is None or found.time_asleep >= 0
    if found.efficiency is not None:
        assert 0 <= found.efficiency <= 100


def test_most_made_up_nights_are_without_fault() -> None:
    """The property above is asked of enough nights to mean something."""
    sound = []

    @given(_nights())
    def count(night: NightFields) -> None:
        sound.append(faults(night) == [])

    count()
    assert sum(sound) > len(sound) / 5
