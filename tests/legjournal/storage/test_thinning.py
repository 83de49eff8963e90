"""Which backups stay, whatever the clock did while they were made."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.storage.thinning import Reason, Stamp, superfluous

NOW = datetime(2026, 11, 22, 21, 14)
DAY = timedelta(days=1)
MOMENTS = st.datetimes(NOW - 800 * DAY, NOW + 40 * DAY).map(lambda at: at.replace(second=0, microsecond=0))
JUMPS = st.sampled_from([datetime(1999, 12, 31, 23, 59), datetime(2099, 1, 1)])


@st.composite
def schedules(draw: st.DrawFn) -> set[Stamp]:
    """Backups of any times in any order, as a clock that was set back and forth would date them."""
    moments = draw(st.lists(st.one_of(MOMENTS, MOMENTS, JUMPS), max_size=80))
    reasons = st.sampled_from([Reason.AUTO, Reason.AUTO, Reason.CLOSE, *Reason])
    return {Stamp(seq, moment, draw(reasons)) for seq, moment in enumerate(moments, start=1)}


def _ordinary(stamps: set[Stamp]) -> list[Stamp]:
    """Those that the scheme of days, weeks and months is about."""
    return [
        stamp
        for stamp in stamps
        if stamp != max(stamps)
        and stamp.made_at <= NOW
        and NOW.date() - stamp.made_at.date() > 2 * DAY
        and not (stamp.reason.is_before and NOW - stamp.made_at <= 90 * DAY)
    ]


@given(stamps=schedules())
def test_the_newest_always_stays(stamps: set[Stamp]) -> None:
    """The last one made is never removed, whatever its date says."""
    assert not stamps or max(stamps) not in superfluous(stamps, NOW)


@given(stamps=schedules())
def test_everything_of_the_last_two_days_stays(stamps: set[Stamp]) -> None:
    """48 hours and more are kept whole."""
    assert not [stamp for stamp in superfluous(stamps, NOW) if NOW - stamp.made_at <= 2 * DAY]


@given(stamps=schedules())
def test_what_is_dated_in_the_future_stays_and_does_not_count(stamps: set[Stamp]) -> None:
    """Backups of a clock that ran ahead are left alone, and take no other one's place."""
    future = {stamp for stamp in stamps if stamp.made_at > NOW and stamp != max(stamps)}
    assert not superfluous(stamps, NOW) & future
    assert superfluous(stamps, NOW) == superfluous(stamps - future, NOW)


@given(stamps=schedules())
def test_the_way_back_stays_ninety_days(stamps: set[Stamp]) -> None:
    """Backups made before a restore, a migration or an import are kept at least 90 days."""
    gone = superfluous(stamps, NOW)
    assert not [stamp for stamp in gone if stamp.reason.is_before and NOW - stamp.made_at <= 90 * DAY]


@given(stamps=schedules())
def test_no_more_than_twelve_days_ten_weeks_and_nine_months_stay(stamps: set[Stamp]) -> None:
    """Of the older ones at most 31 stay, at most one of a day, and as many days as there are up to twelve."""
    ordinary = _ordinary(stamps)
    kept = [stamp for stamp in ordinary if stamp not in superfluous(stamps, NOW)]
    days = [stamp.made_at.date() for stamp in kept]
    assert len(days) == len(set(days)) <= 12 + 10 + 9
    assert set(sorted({stamp.made_at.date() for stamp in ordinary})[-12:]) <= set(days)


@given(stamps=schedules())
def test_of_a_day_its_last_stays(stamps: set[Stamp]) -> None:
    """The one that stays of a day is the last made, by count and not by clock."""
    ordinary = _ordinary(stamps)
    for stamp in set(ordinary) - superfluous(stamps, NOW):
        assert stamp == max(other for other in ordinary if other.made_at.date() == stamp.made_at.date())


@given(stamps=schedules())
def test_thinning_twice_is_thinning_once(stamps: set[Stamp]) -> None:
    """What stayed stays when nothing else happens."""
    assert superfluous(stamps - superfluous(stamps, NOW), NOW) == set()


@settings(max_examples=20)
@given(gaps=st.lists(st.integers(1, 48), min_size=300, max_size=400))
def test_thinned_day_after_day_months_stay(gaps: list[int]) -> None:
    """Thinned after each of hundreds of backups, few are left, and they still reach far back."""
    kept: set[Stamp] = set()
    now = NOW
    for seq, hours in enumerate(gaps, start=1):
        now += timedelta(hours=hours)
        kept.add(Stamp(seq, now, Reason.AUTO))
        kept -= superfluous(kept, now)
    reach = min(timedelta(days=7 * 30), now - NOW - 31 * DAY)
    assert now - min(stamp.made_at for stamp in kept) >= reach
    assert len([stamp for stamp in kept if now.date() - stamp.made_at.date() > 2 * DAY]) <= 31


def test_two_years_of_evenings_leave_the_promised_numbers() -> None:
    """One backup an evening for two years: three of the last days, 12 daily, 10 weekly and 9 monthly."""
    kept: set[Stamp] = set()
    for seq in range(730):
        now = NOW + seq * DAY
        kept.add(Stamp(seq, now, Reason.CLOSE))
        kept -= superfluous(kept, now)
    ages = sorted((now - stamp.made_at).days for stamp in kept)
    assert ages[: 3 + 12] == list(range(15))
    assert len(ages) == 3 + 12 + 10 + 9
    assert ages[-1] > 300


@given(seq=st.integers(1, 10**8), moment=MOMENTS, reason=st.sampled_from(Reason))
def test_a_name_says_what_it_was_made_from(seq: int, moment: datetime, reason: Reason) -> None:
    """Count, time and reason are read back from the name."""
    stamp = Stamp(seq, moment, reason)
    assert Stamp.read(stamp.name) == stamp


def test_a_name_is_as_promised() -> None:
    """Six digits, the minute and the reason."""
    assert Stamp(7, NOW, Reason.BEFORE_IMPORT).name == "000007-2026-11-22-2114-before-import.legjournal"
    assert Stamp(7, NOW, Reason.AUTO, "7KQ2").name == "000007-2026-11-22-2114-auto-7KQ2.legjournal"
    assert Stamp.read("000007-2026-11-22-2114-before-import-1234.legjournal") == Stamp(
        7, NOW, Reason.BEFORE_IMPORT, "1234"
    )


@pytest.mark.parametrize(
    "name",
    [
        "journal.legjournal",
        "00007-2026-11-22-2114-auto.legjournal",
        "000007-2026-13-22-2114-auto.legjournal",
        "000007-2026-11-22-2460-auto.legjournal",
        "000007-2026-11-22-2114-whim.legjournal",
        "000007-2026-11-22-2114-auto.legjournal-journal",
        ".000007-2026-11-22-2114-auto-x1y2.legjournal",
        "٠٠٠٠٠٧-2026-11-22-2114-auto.legjournal",
    ],
)
def test_other_names_are_no_backups(name: str) -> None:
    """Whatever else lies in the folder is not taken for one, so it is never thinned."""
    assert Stamp.read(name) is None
