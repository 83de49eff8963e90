"""Which days are in sight: never beyond what there is, whatever is pressed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from legjournal.charts.view import FEWEST, View
from legjournal.trends.period import Period

TODAY = date(2026, 11, 22)
YEAR = Period(date(2025, 11, 23), TODAY)
presses = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(-900, 900)),
        st.tuples(st.just("zoom"), st.floats(0.1, 9), st.floats(0, 1)),
        st.tuples(st.just("days"), st.integers(1, 2000)),
    )
)


@given(st.integers(1, 800), presses)
def test_never_beyond_what_there_is(length: int, pressed: list[tuple[float, ...]]) -> None:
    """However it is moved and drawn closer, it ends by today and shows at least two weeks."""
    whole = Period(TODAY - timedelta(days=length - 1), TODAY)
    view = View(whole, TODAY, 56)
    for press in pressed:
        match press:
            case ("move", days):
                view = view.moved(days)
            case ("zoom", factor, at):
                view = view.zoomed(factor, at)
            case ("days", days):
                view = view.of_days(days)
        assert view.last <= TODAY
        assert FEWEST <= len(view.period) <= max(FEWEST, length)
        assert length < FEWEST or view.period.first >= whole.first


def test_the_day_under_the_pointer_stays_there() -> None:
    """Drawn closer around the middle, the middle day stays the middle day."""
    view = View(YEAR, date(2026, 8, 1), 200)
    middle = view.period.first + timedelta(days=100)
    closer = view.zoomed(0.5, 0.5)
    assert abs((closer.period.first + timedelta(days=50) - middle).days) <= 1


def test_a_new_day_is_followed_from_the_end_only() -> None:
    """Who looks at the last days sees the new one; who looks at last spring stays there."""
    tomorrow = Period(YEAR.first, TODAY + timedelta(days=1))
    assert View(YEAR, TODAY, 56).within(tomorrow).last == tomorrow.last
    spring = date(2026, 4, 1)
    assert View(YEAR, spring, 56).within(tomorrow).last == spring


def test_a_stretch_is_shown_with_days_around_it() -> None:
    """A week looked at more closely has the days beside it, a month has none but its own."""
    week = View(YEAR, TODAY, 365).showing(date(2026, 6, 1), date(2026, 6, 7))
    assert week.days == FEWEST
    assert week.period.first <= date(2026, 6, 1) and date(2026, 6, 7) <= week.period.last
    month = View(YEAR, TODAY, 365).showing(date(2026, 6, 1), date(2026, 6, 28))
    assert month.period == Period(date(2026, 6, 1), date(2026, 6, 28))
