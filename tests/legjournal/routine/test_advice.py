"""What the plan maker says of a plan, and of which it says nothing."""

import pytest

from legjournal.models.routine import Area
from legjournal.routine.advice import Advice, advice_on, advice_words

WHOLE = [Area.HIP, Area.CORE]


@pytest.mark.parametrize(
    ("times", "weekdays", "said"),
    [
        (3, None, False),
        (4, None, False),
        (5, None, True),
        (7, None, True),
        (None, [0, 2, 4], False),
        (None, [1, 2], True),
        (None, [0, 6], True),  # Sunday, and then Monday
        (None, [0, 2, 4, 6], True),
        (None, [6], False),
        (None, None, False),
        (None, [], False),
    ],
)
def test_sessions_without_a_rest_day_between(
    times: int | None, weekdays: list[int] | None, said: bool
) -> None:
    """Days that follow each other, Sunday and Monday too, or more than four times a week."""
    assert advice_on(times, weekdays, WHOLE) == ([Advice.NO_REST] if said else [])


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        ([], False),  # nothing chosen yet
        ([Area.HIP], True),
        ([Area.LEGS, Area.OTHER], True),
        ([Area.HIP, Area.CORE], False),
        ([Area.WALK, Area.STRETCH], False),
    ],
)
def test_a_plan_without_the_core(areas: list[Area], said: bool) -> None:
    """Strengthening without one exercise for the core; not an empty plan, and not walks and stretches."""
    assert advice_on(3, None, areas) == ([Advice.NO_CORE] if said else [])


def test_a_walk_every_evening_is_left_in_peace() -> None:
    """Overtraining is about strengthening; of a plan with nothing in it yet, its days can be told."""
    assert advice_on(7, None, [Area.WALK, Area.STRETCH]) == []
    assert advice_on(7, None, []) == [Advice.NO_REST]
    assert advice_on(7, None, [Area.HIP, Area.WALK]) == [Advice.NO_REST, Advice.NO_CORE]


def test_the_words_name_who_says_so() -> None:
    """Each names its sources, calls the article what it is, and is honest where no study was found."""
    rest, core = (advice_words(advice) for advice in Advice)
    for words in (rest, core):
        assert "device seller" in words.sources[0]
        assert words.said.endswith(".")
    assert "physio" in rest.why
    assert len(rest.sources) == 4
    assert "article’s own advice" in core.why
    assert "no study" in core.why
    assert len(core.sources) == 1
