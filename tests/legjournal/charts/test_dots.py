"""Dots: one for each day, stacked by its answer, in no place by chance."""

from collections import Counter
from itertools import chain, combinations

import pytest

from legjournal.charts import dots
from legjournal.charts.dots import DOT, Dots, Strip
from legjournal.charts.scene import Label, Line, Mark, Role, Scene, Shape
from legjournal.charts.steps import steps_of
from legjournal.trends.facts import Outcome
from legjournal.trends.groups import group

HEADER = ("Group", "Answers")


def _dots(*groups: list[int], outcome: Outcome = Outcome.PAIN) -> Dots:
    strips = [Strip(f"group {n}", answers, group(answers), "average") for n, answers in enumerate(groups)]
    rows = tuple((strip.name, str(len(strip.answers))) for strip in strips)
    return Dots(steps_of(outcome, chain(*groups)), strips, "a sentence", HEADER, rows)


def _drawn(wished: Dots, width: float = 900, em: float = 13) -> Scene:
    return dots.draw(wished, width, dots.height(wished) * em, em)


def _marks(scene: Scene, shape: Shape) -> list[Mark]:
    return [item for item in scene.items if isinstance(item, Mark) and item.shape is shape]


def _words(scene: Scene) -> str:
    return " ".join(item.words for item in scene.items if isinstance(item, Label))


def test_there_is_a_dot_for_each_answer_in_the_shape_of_its_group() -> None:
    """Three groups: discs, squares and triangles, as many as there are answers."""
    scene = _drawn(_dots([3, 3, 4], [5] * 20, [0, 10]))
    assert [len(_marks(scene, shape)) for shape in (Shape.DISC, Shape.SQUARE, Shape.TRIANGLE)] == [3, 20, 2]
    assert "Each dot is 1 answer." in _words(scene)


def test_a_dot_stands_over_its_score() -> None:
    """Every dot of a score is nearer to the number of that score than to any other."""
    answers = [0] * 3 + [4] * 17 + [10] * 2
    scene = _drawn(_dots(answers, [5]))
    places = {item.words: item.x for item in scene.items if isinstance(item, Label) and item.words.isdigit()}
    nearest = (
        min(places, key=lambda words: abs(places[words] - mark.x)) for mark in _marks(scene, Shape.DISC)
    )
    assert Counter(map(int, nearest)) == Counter(answers)


@pytest.mark.parametrize("width", [330, 640, 1300])
@pytest.mark.parametrize("days", [5, 70, 3000])
def test_no_dot_hides_another_and_all_are_in_the_picture(width: float, days: int) -> None:
    """Of few days or many, narrow or wide: the middles are further apart than a dot is wide."""
    scene = _drawn(_dots([4] * days + [5] * days, [4, 5, 6]), width)
    marks = [item for item in scene.items if isinstance(item, Mark)]
    assert all(
        abs(one.x - other.x) > 2 * DOT * 13 - 0.01 or abs(one.y - other.y) > 2 * DOT * 13 - 0.01
        for one, other in combinations(marks, 2)
    )
    assert all(0 < mark.x < scene.width and 0 < mark.y < scene.height for mark in marks)


def test_of_very_many_days_a_dot_stands_for_several_and_says_so() -> None:
    """Fifty years: a few hundred dots, and even a score given once has one."""
    scene = _drawn(_dots([4] * 9000 + [9], [5] * 4000))
    marks = _marks(scene, Shape.DISC)
    assert len(marks) < 200
    assert len({round(mark.x) for mark in marks if mark.x > scene.width / 2}) == 1
    assert "Each dot stands for up to" in _words(scene)


def test_the_same_days_are_the_same_picture() -> None:
    """Nothing is left to chance."""
    assert _drawn(_dots([1, 2, 3], [4] * 30)) == _drawn(_dots([1, 2, 3], [4] * 30))


def test_the_mean_is_an_upright_line_between_its_scores() -> None:
    """A mean of 4.5 is halfway from 4 to 5, and the line below the dots goes from quarter to quarter."""
    scene = _drawn(_dots([4, 4, 5, 5], [7]))
    ticks = {item.words: item.x for item in scene.items if isinstance(item, Label) and item.words.isdigit()}
    bold = [item for item in scene.items if isinstance(item, Line) and item.role is Role.AXIS and item.bold]
    upright, half = bold[0].points, bold[1].points
    assert upright[0][0] == upright[1][0] == pytest.approx((ticks["4"] + ticks["5"]) / 2)
    assert (half[0][0], half[1][0]) == pytest.approx((ticks["4"], ticks["5"]))


def test_a_group_without_an_answer_says_so() -> None:
    """Its words, and no line at a mean that is not there."""
    scene = _drawn(_dots([], [4, 5]))
    assert _marks(scene, Shape.DISC) == []
    assert len([item for item in scene.items if isinstance(item, Line) and item.bold]) == 2


def test_the_cursor_goes_from_group_to_group() -> None:
    """Each stop has the row of its group, and they lie below each other."""
    scene = _drawn(_dots([1], [2], [3]))
    assert [(stop.name, stop.row) for stop in scene.stops] == [("group 0", 0), ("group 1", 1), ("group 2", 2)]
    assert [stop.y for stop in scene.stops] == sorted(stop.y for stop in scene.stops)
    assert scene.header == HEADER


@pytest.mark.parametrize(
    ("outcome", "answers", "stacks", "ticks"),
    [
        (Outcome.URGE, [0, 10], [0, 10], "0 1 2 3 4 5 6 7 8 9 10"),
        (Outcome.ASLEEP, [0, 29, 30, 345], [0, 0, 1, 11], "0 2 4 6 8 10 12"),
        (Outcome.ASLEEP, [900], [30], "0 2 4 6 8 10 12 14"),
        (Outcome.WOKEN_BY_LEGS, [3], [3], "0 1 2 3 4 5 6 7 8 9 10"),
        (Outcome.WOKEN_BY_LEGS, [20], [20], "0 2 4 6 8 10 12 14 16 18 20"),
    ],
)
def test_scale(outcome: Outcome, answers: list[int], stacks: list[int], ticks: str) -> None:
    """Scores a number each, sleep by the half hour; the scale is as long as the answers need it."""
    steps = steps_of(outcome, answers)
    assert [steps.stack(answer) for answer in answers] == stacks
    assert " ".join(words for _, words in steps.ticks()) == ticks
    assert max(stacks) < steps.count


def test_long_names_are_broken_into_lines() -> None:
    """In a narrow picture at large text every line of words has room."""
    strip = Strip("21 nights after a day with “Ferrous fumarate” in use", [4], group([4]), "average 4.0")
    scene = dots.draw(Dots(steps_of(Outcome.PAIN, [4]), [strip], "", HEADER, ()), 520, 700, 31)
    bold = [item for item in scene.items if isinstance(item, Label) and item.bold]
    assert " ".join(item.words for item in bold) == strip.name
    assert len(bold) > 1
