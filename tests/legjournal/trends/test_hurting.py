"""Where it hurt, read from a journal: as the report counts it, each period by itself."""

from datetime import date

from legjournal.charts.bodies import Hurt
from legjournal.journal import Journal
from legjournal.models.diary import Kind, Side
from legjournal.trends.figures import Mean
from legjournal.trends.hurting import read_legs
from legjournal.trends.period import Period

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 22))


def _pain(journal: Journal, day: date, score: int | None, side: Side = Side.LEFT) -> None:
    journal.symptoms.add(day, kind=Kind.PAIN, side=side, site="calf", score=score)


def test_each_period_has_its_own_days(journal: Journal) -> None:
    """A 0 is no day that hurt, but is in the average; both sides count for each; the urge is no pain."""
    _pain(journal, date(2026, 10, 5), 4)
    _pain(journal, date(2026, 10, 6), 0)
    _pain(journal, date(2026, 11, 3), 6, Side.BOTH)
    journal.symptoms.add(date(2026, 11, 4), kind=Kind.URGE, side=Side.LEFT, score=9)
    october, november = read_legs(journal, [OCTOBER, NOVEMBER])
    assert october.places == {(Side.LEFT, "calf"): Hurt(1, Mean(2, 2.0))}
    assert november.places == {
        (Side.LEFT, "calf"): Hurt(1, Mean(1, 6.0)),
        (Side.RIGHT, "calf"): Hurt(1, Mean(1, 6.0)),
    }


def test_nothing_recorded(journal: Journal) -> None:
    """A period without pain has no places."""
    assert read_legs(journal, [OCTOBER])[0].places == {}
