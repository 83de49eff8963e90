"""How often each score was given."""

import pytest

from legjournal.charts import score_counts
from legjournal.charts.scene import Box, Label, Scene
from legjournal.trends.facts import Outcome

COUNTS = (0, 1, 0, 4, 2, 0, 0, 0, 0, 0, 0)


def _drawn(counts: tuple[int, ...] = COUNTS) -> Scene:
    return score_counts.draw(counts, Outcome.URGE, 600, 300, 13)


def test_a_bar_is_as_high_as_its_days() -> None:
    """Four days are twice as high as two, and all stand on one line; a score nobody gave has none."""
    bars = [item for item in _drawn().items if isinstance(item, Box)]
    assert [bar.height / bars[0].height for bar in bars] == pytest.approx([1, 4, 2])
    assert len({round(bar.y + bar.height, 6) for bar in bars}) == 1


def test_every_score_has_its_number_of_days_in_the_picture_and_in_the_table() -> None:
    """Also a 0, which is a number of days; the cursor reads the same rows."""
    scene = _drawn()
    assert scene.rows == tuple((str(score), str(days)) for score, days in enumerate(COUNTS))
    words = [item.words for item in scene.items if isinstance(item, Label)]
    assert words[0:22:2] == [str(days) for days in COUNTS]
    assert words[1:22:2] == [str(score) for score in range(11)]
    assert [stop.row for stop in scene.stops] == list(range(11))


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (COUNTS, "Urge to move: a score on 7 days, from 1 to 4. Most often 3, on 4 days."),
        ((1, 0, 1), "Urge to move: a score on 2 days, from 0 to 2. Most often 0 and 2, on 1 day each."),
        ((0, 3), "Urge to move: a score on 3 days, always 1."),
        ((), "Urge to move: nothing is scored in these days."),
    ],
)
def test_in_words(counts: tuple[int, ...], words: str) -> None:
    """From which score to which, and which most often."""
    assert score_counts.summary((*counts, *(0,) * (11 - len(counts))), Outcome.URGE) == words


def test_nothing_scored_draws_no_bar() -> None:
    """And does not divide by it."""
    assert not [item for item in _drawn((0,) * 11).items if isinstance(item, Box)]
