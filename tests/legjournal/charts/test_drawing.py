"""The exercise pictures: there for every exercise, made alike, and moved as limbs move."""

import math
from itertools import pairwise

import pytest

from legjournal.charts.drawing import (
    FOLDER,
    HEIGHT,
    WIDTH,
    Drawing,
    Ink,
    between,
    drawing,
    extent,
    mirrored,
    pair,
    strokes,
)
from legjournal.library.exercises import exercises

KEYS = sorted(exercises().items)
PAIRS = [(key, easier) for key in KEYS for easier in (False, True)]


@pytest.mark.parametrize("key", KEYS)
def test_every_exercise_has_a_start_and_an_end(key: str) -> None:
    """No exercise is left to words alone."""
    assert drawing(key, "start")
    assert drawing(key, "end")


@pytest.mark.parametrize("key", KEYS)
def test_an_easier_way_in_words_is_there_in_the_picture(key: str) -> None:
    """Only the walk, which is merely shorter, looks the same."""
    assert (drawing(key, "easier") is None) == (key == "evening-walk")


def test_every_file_is_of_an_exercise_or_of_ones_own() -> None:
    """No picture lies about that nothing shows."""
    positions = ("-easier-start", "-start", "-easier", "-end")
    found = set()
    for path in FOLDER.glob("*.svg"):
        position = next(each for each in positions if path.stem.endswith(each))
        found.add(path.stem.removesuffix(position))
    assert found == {*KEYS, "own"}


def test_an_exercise_without_a_drawing_has_none() -> None:
    """Own exercises, for one."""
    assert drawing("juggling", "start") is None
    assert pair("juggling") is None


@pytest.mark.parametrize(("key", "easier"), PAIRS)
def test_both_positions_are_made_of_the_same_parts(key: str, easier: bool) -> None:
    """Limb by limb and point by point, so that one can become the other."""
    start, end = _pair(key, easier)
    assert _structure(start) == _structure(end)


@pytest.mark.parametrize(("key", "easier"), PAIRS)
def test_on_the_way_the_ends_are_the_drawings_themselves(key: str, easier: bool) -> None:
    """0 is the start, 1 is the end, and just beside them it looks nearly the same: nothing jumps."""
    start, end = _pair(key, easier)
    assert between(start, end, 0) is start
    assert between(start, end, 1) is end
    assert _farthest(between(start, end, 1e-6), start) < 0.01
    assert _farthest(between(start, end, 1 - 1e-6), end) < 0.01


@pytest.mark.parametrize(("key", "easier"), PAIRS)
def test_limbs_keep_their_length_on_the_way(key: str, easier: bool) -> None:
    """A thigh is as long half way as at the ends, or between the two where it turns towards the viewer."""
    start, end = _pair(key, easier)
    for share in (0.25, 0.5, 0.75):
        now = between(start, end, share)
        for bone in _bones(start):
            first, last = _length(start, bone), _length(end, bone)
            # A little less for limbs between two places that stay, such as a hand on a wall and its shoulder.
            assert min(first, last) * 0.85 <= _length(now, bone) <= max(first, last) * 1.1


@pytest.mark.parametrize(("key", "easier"), PAIRS)
def test_everything_lies_within_the_frame(key: str, easier: bool) -> None:
    """At the ends and on the way, as a pen paints it, outline and all."""
    start, end = _pair(key, easier)
    for share in (0, 0.3, 0.6, 1):
        for stroke in strokes(between(start, end, share)):
            for x, y in _points(stroke.path):
                half = stroke.width / 2
                assert half <= x <= WIDTH - half
                assert half <= y <= HEIGHT - half


@pytest.mark.parametrize("key", KEYS)
def test_the_extent_is_just_large_enough(key: str) -> None:
    """Both positions lie in it, and it is no larger than the frame."""
    ends = _pair(key, easier=False)
    left, top, width, height = extent(ends)
    xs = [x for end in ends for stroke in strokes(end) for x, _ in _points(stroke.path)]
    ys = [y for end in ends for stroke in strokes(end) for _, y in _points(stroke.path)]
    assert 0 <= left <= min(xs) and max(xs) <= left + width <= WIDTH
    assert 0 <= top <= min(ys) and max(ys) <= top + height <= HEIGHT
    assert extent(ends, arrows=False)[3] <= height


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_mirrored_twice_is_the_drawing_again(path) -> None:
    """The left leg's picture is the right leg's, turned over, and nothing else."""
    drawn = _by_stem(path.stem)
    assert _farthest(mirrored(mirrored(drawn)), drawn) < 1e-9
    assert _farthest(mirrored(drawn), drawn) > 10
    assert _structure(mirrored(drawn)) == _structure(drawn)


@pytest.mark.parametrize("key", KEYS)
def test_what_works_is_told_apart_and_an_arrow_says_which_way(key: str) -> None:
    """In every position, and the arrow can be left out while the picture moves."""
    for drawn in _pair(key, easier=False):
        inks = {stroke.ink for stroke in strokes(drawn)}
        assert {Ink.MOVING, Ink.ARROW} <= inks
        assert Ink.ARROW not in {stroke.ink for stroke in strokes(drawn, arrows=False)}


def test_a_limb_has_one_outline_under_all_its_parts() -> None:
    """So that no line crosses a knee: first every part's edge, then what lies within."""
    for key in KEYS:
        steps = list(strokes(drawing(key, "start")))
        for before, after in pairwise(steps):
            assert not (before.closed and not before.width)
            assert before.closed or not after.closed or after.ink in (Ink.INK, Ink.FAR_INK, Ink.PROP_INK)


def test_a_bridge_makes_a_straight_line_from_shoulder_to_knee() -> None:
    """As the exercise's own words ask."""
    for key in ("glute-bridge", "single-leg-bridge"):
        joints = drawing(key, "end").joints
        assert _bend(*(joints[name].at for name in ("shoulder", "hip", "near-knee"))) < 5


def test_a_plank_is_straight_with_elbows_under_the_shoulders() -> None:
    """From head to heels, or to the knees in the easier way."""
    joints = drawing("plank", "end").joints
    assert _bend(*(joints[name].at for name in ("head", "hip", "near-ankle"))) < 5
    easier = drawing("plank", "easier").joints
    assert _bend(*(easier[name].at for name in ("shoulder", "hip", "near-knee"))) < 5
    for each in (joints, easier):
        assert abs(each["near-elbow"].at[0] - each["near-shoulder"].at[0]) < 5


def test_a_clamshell_moves_nothing_but_the_knee() -> None:
    """Heels together, hips still."""
    for easier in (False, True):
        start, end = _pair("clamshell", easier)
        moved = {name for name in start.joints if start.joints[name].at != end.joints[name].at}
        assert moved == {"near-knee"}


def test_a_dead_bug_lowers_the_right_leg_and_the_left_arm() -> None:
    """Opposite sides, and the other two stay."""
    start, end = _pair("dead-bug", easier=False)
    moved = {name for name in start.joints if start.joints[name].at != end.joints[name].at}
    assert moved == {f"near-{name}" for name in ("knee", "ankle", "toe")} | {
        f"far-{name}" for name in ("elbow", "wrist", "finger")
    }


def test_the_back_heel_stays_down_in_the_calf_stretch() -> None:
    """With the knee of that leg straight."""
    start, end = _pair("calf-stretch", easier=False)
    assert start.joints["near-ankle"] == end.joints["near-ankle"]
    assert _bend(*(end.joints[name].at for name in ("near-hip", "near-knee", "near-ankle"))) < 12


def _pair(key: str, easier: bool) -> tuple[Drawing, Drawing]:
    found = pair(key, easier=easier)
    assert found is not None
    return found


def _by_stem(stem: str) -> Drawing:
    for position in ("easier-start", "start", "easier", "end"):
        if stem.endswith(f"-{position}"):
            found = drawing(stem.removesuffix(f"-{position}"), position)
            assert found is not None
            return found
    raise KeyError(stem)


def _structure(drawn: Drawing) -> list[object]:
    limbs = [
        (limb.outline, limb.width, part.ink, part.width, part.start, part.end, [c.command for c in part.path])
        for limb in drawn.limbs
        for part in limb.parts
    ]
    return [*limbs, [(name, joint.about) for name, joint in drawn.joints.items()]]


def _points(path) -> list[tuple[float, float]]:
    return [point for curve in path for point in curve.points]


def _farthest(one: Drawing, other: Drawing) -> float:
    pairs = zip(strokes(one), strokes(other), strict=True)
    return max(
        math.dist(a, b)
        for first, last in pairs
        for a, b in zip(_points(first.path), _points(last.path), strict=True)
    )


def _bones(drawn: Drawing) -> set[tuple[str, str]]:
    return {(part.start, part.end) for limb in drawn.limbs for part in limb.parts if part.start}


def _length(drawn: Drawing, bone: tuple[str, str]) -> float:
    return math.dist(drawn.joints[bone[0]].at, drawn.joints[bone[1]].at)


def _bend(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    """How far from straight the way a, b, c is, in degrees."""
    first, last = (math.atan2(q[1] - p[1], q[0] - p[0]) for p, q in ((a, b), (b, c)))
    return abs(math.degrees(math.remainder(last - first, math.tau)))
