"""The guide through a session: what comes when, what is stored, and that no time is lost or invented."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.routine.boxes import SetToDo
from legjournal.routine.guide import GRACE, LOWER, Guide
from legjournal.routine.phases import (
    EasierChosen,
    Event,
    PauseReason,
    Phase,
    PhaseBegan,
    SetFinished,
    SetTakenBack,
    Sounded,
    Tone,
)

LEFT, RIGHT = Side.LEFT, Side.RIGHT
SECOND = 1.0
TICK = 0.125  # seconds from one look of the window to the next


class Leader:
    """A guide with a clock that is moved by hand, and all that it told."""

    def __init__(self, items: Sequence[PlanItemFields], **options: Any) -> None:
        self.time = 1000.0
        self.guide = Guide(items, now=lambda: self.time, **options)
        self.told: list[Event] = []
        self.begun: list[tuple[float, Phase]] = [(0.0, self.guide.phase)]

    def waits(self, seconds: float, tick: float = TICK) -> "Leader":
        """Let time pass, with a look every `tick` seconds."""
        end = self.time + seconds
        while self.time < end:
            self.time = min(end, self.time + tick)
            self._hear(self.guide.look())
        return self

    def sleeps(self, seconds: float) -> "Leader":
        """Let time pass without a look, and look once."""
        self.time += seconds
        self._hear(self.guide.look())
        return self

    def does(self, *names: str) -> "Leader":
        """Call methods of the guide, a second apart."""
        for name in names:
            self.waits(SECOND)
            self._hear(getattr(self.guide, name)())
        return self

    def _hear(self, events: list[Event]) -> None:
        self.told += events
        self.begun += [(self.time - 1000, event.phase) for event in events if isinstance(event, PhaseBegan)]

    @property
    def stored(self) -> list[SetFinished | SetTakenBack]:
        """What is to be stored."""
        return [event for event in self.told if isinstance(event, SetFinished | SetTakenBack)]

    @property
    def tones(self) -> list[Tone]:
        """What was heard."""
        return [event.tone for event in self.told if isinstance(event, Sounded)]


def item(exercise: str, **dose: Any) -> PlanItemFields:
    """An exercise of a plan: two sets of 8 to 12 with a rest of 30 seconds, unless said otherwise."""
    usual = {"sets": 2, "repetitions_from": 8, "repetitions_to": 12, "rest_seconds": 30}
    return PlanItemFields(exercise=exercise, **{**usual, **dose})


BRIDGE = item("glute-bridge")
CLAM = item("clamshell", each_side=True)
HELD = item("side-lying-leg-raise", hold_seconds=5, repetitions_from=3, repetitions_to=4)
PLANK = item("plank", hold_seconds=20, repetitions_from=1, repetitions_to=1)


def test_own_pace_is_ended_by_the_person() -> None:
    """Five seconds to get ready, then the set lasts as long as it lasts; a rest follows, and the next set."""
    leader = Leader([BRIDGE])
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.GET_READY, 5)
    leader.waits(5)
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.WORK, None)
    leader.waits(600)
    assert leader.guide.phase is Phase.WORK

    leader.does("go_on")
    assert leader.stored == [SetFinished(SetToDo("glute-bridge", 1))]
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.REST, 30)
    leader.waits(30)
    assert leader.guide.phase is Phase.GET_READY
    assert leader.guide.box == SetToDo("glute-bridge", 2)


def test_one_key_ends_whatever_it_is() -> None:
    """Space alone, pressed again and again, does every set of the plan in its order, once."""
    leader = Leader([BRIDGE, CLAM, HELD, PLANK])
    for _ in range(100):
        leader.does("go_on")
    assert leader.guide.phase is Phase.FINISHED
    assert [event.box for event in leader.stored] == list(leader.guide.boxes)
    assert len(leader.guide.boxes) == 10


def test_holds_are_counted_by_themselves() -> None:
    """Hold five seconds, lower for three, up to the most repetitions; then the set is done by itself."""
    leader = Leader([HELD]).waits(5)
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.HOLD, 5)
    leader.waits(5)
    assert (leader.guide.phase, leader.guide.repetitions_done) == (Phase.LOWER, 1)
    leader.waits(3)
    assert leader.guide.phase is Phase.HOLD

    leader.waits(2 * (5 + LOWER) + 5)
    assert leader.stored == [SetFinished(SetToDo("side-lying-leg-raise", 1), repetitions=4)]
    assert leader.guide.phase is Phase.REST


@pytest.mark.parametrize(("seconds", "repetitions"), [(7, 1), (9, 1), (14, 2), (2, None)])
def test_a_set_called_done_early_keeps_what_was_done(seconds: float, repetitions: int | None) -> None:
    """In a hold or while lowering; where no repetition is complete yet, none is said."""
    leader = Leader([HELD]).waits(5 + seconds - 1).does("go_on")
    assert leader.stored == [SetFinished(SetToDo("side-lying-leg-raise", 1), repetitions=repetitions)]


def test_a_single_hold_keeps_its_seconds() -> None:
    """A plank of 20 seconds is one count-down; ended earlier, the seconds really held are kept."""
    whole = Leader([PLANK]).waits(25)
    assert whole.stored == [SetFinished(SetToDo("plank", 1), seconds=20)]
    early = Leader([PLANK]).waits(5 + 12).does("go_on")
    assert early.stored == [SetFinished(SetToDo("plank", 1), seconds=13)]


def test_the_other_side_has_longer_to_get_ready() -> None:
    """All sets of the first side, then the other; turning over takes ten seconds, and the guide knows why."""
    leader = Leader([CLAM], rests=False, first_side=RIGHT)
    sides = []
    while leader.guide.phase is not Phase.FINISHED:
        sides.append((leader.guide.box.side, leader.guide.seconds_left, leader.guide.changes_side))
        leader.does("go_on", "go_on")
    assert sides == [(RIGHT, 5, False), (RIGHT, 5, False), (LEFT, 10, True), (LEFT, 5, False)]


def test_sides_counted_as_one() -> None:
    """One box a set, which is done with both legs."""
    leader = Leader([CLAM], sides_as_one=True)
    assert leader.guide.boxes == (SetToDo("clamshell", 1), SetToDo("clamshell", 2))


def test_rests_can_be_off() -> None:
    """Without rests, or with an item that has none, the next set follows at once."""
    assert Leader([BRIDGE], rests=False).does("go_on", "go_on").guide.phase is Phase.GET_READY
    none = Leader([item("glute-bridge", rest_seconds=0)])
    assert none.does("go_on", "go_on").guide.phase is Phase.GET_READY


def test_no_rest_after_the_last_set() -> None:
    """The last set ends the session."""
    leader = Leader([item("glute-bridge", sets=1)]).does("go_on", "go_on")
    assert leader.guide.phase is Phase.FINISHED
    assert leader.guide.box is None and leader.guide.next_box is None


@pytest.mark.parametrize("phase", [Phase.GET_READY, Phase.WORK, Phase.HOLD, Phase.LOWER, Phase.REST])
def test_a_pause_stops_any_phase(phase: Phase) -> None:
    """However long it lasts, what was left is left, and Space goes on in the same phase."""
    leader = Leader([HELD if phase in (Phase.HOLD, Phase.LOWER) else BRIDGE])
    _reach(leader, phase)
    leader.does("pause")
    assert leader.guide.pause_reason is PauseReason.ASKED
    before = leader.guide.seconds_left
    leader.waits(700).sleeps(3600).does("go_on")
    assert leader.guide.pause_reason is None
    assert (leader.guide.phase, leader.guide.seconds_left) == (phase, before)
    assert leader.guide.minutes == 0 or phase is Phase.REST


@pytest.mark.parametrize("phase", list(Phase))
def test_back_takes_up_the_set_before(phase: Phase) -> None:
    """From any phase: the tick of the set before is taken back, and it begins with getting ready."""
    leader = Leader([HELD if phase in (Phase.HOLD, Phase.LOWER) else BRIDGE])
    if phase is not Phase.REST:
        leader.does("go_on", "go_on", "go_on")
    _reach(leader, phase)
    [*_, last] = leader.stored
    leader.does("back")
    assert leader.stored[-1] == SetTakenBack(last.box)
    assert (leader.guide.phase, leader.guide.box) == (Phase.GET_READY, last.box)
    assert last.box not in leader.guide.done


def test_back_at_the_first_set_begins_it_anew() -> None:
    """There is nothing to take back."""
    leader = Leader([HELD]).waits(20).does("back")
    assert leader.stored == []
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.GET_READY, 5)
    assert leader.guide.repetitions_done == 0


def test_a_skipped_set_stays_undone() -> None:
    """It is left out, not stored and not offered again; back takes it up after all."""
    leader = Leader([BRIDGE, PLANK]).does("skip")
    assert leader.guide.box == SetToDo("glute-bridge", 2)
    while leader.guide.phase is not Phase.FINISHED:
        leader.does("go_on")
    assert SetToDo("glute-bridge", 1) not in leader.guide.done
    assert len(leader.stored) == 3

    again = Leader([BRIDGE, PLANK]).does("skip", "back")
    assert again.guide.box == SetToDo("glute-bridge", 1)
    assert again.stored == [] and again.guide.skipped == set()


def test_skip_during_a_rest_leaves_the_next_set_out() -> None:
    """The rest goes on; where no set is left the session is over."""
    leader = Leader([BRIDGE, PLANK]).does("go_on", "go_on")
    left = leader.guide.seconds_left
    leader.does("skip")
    assert (leader.guide.phase, leader.guide.box) == (Phase.REST, SetToDo("plank", 1))
    assert leader.guide.seconds_left == left - 1
    leader.does("skip", "skip")
    assert leader.guide.phase is Phase.FINISHED


def test_the_easier_version_at_any_moment() -> None:
    """It belongs to the exercise, not to one set, and is told once."""
    leader = Leader([BRIDGE, PLANK])
    leader.told += leader.guide.choose_easier(True) + leader.guide.choose_easier(True)
    assert leader.told == [EasierChosen("glute-bridge", True)]
    assert leader.guide.is_easier
    leader.does("skip", "skip")
    assert not leader.guide.is_easier
    assert Leader([item("plank", easier=True)]).guide.is_easier


def test_a_session_taken_up_again_goes_on_behind_the_last_set() -> None:
    """What was left out before stays out, unless nothing else is left."""
    boxes = Leader([BRIDGE, CLAM]).guide.boxes
    assert Leader([BRIDGE, CLAM], done=boxes[1:3]).guide.box == boxes[3]
    assert Leader([BRIDGE, CLAM], done=boxes[1:]).guide.box == boxes[0]
    assert Leader([BRIDGE, CLAM], done=boxes).guide.phase is Phase.FINISHED
    assert Leader([BRIDGE], done=[SetToDo("gone", 1), boxes[0]]).guide.done == {boxes[0]}


def test_an_empty_plan_is_finished() -> None:
    """Nothing to do is not a fault, whatever is pressed."""
    leader = Leader([]).does("go_on", "skip", "back", "pause").waits(10)
    assert leader.guide.phase is Phase.FINISHED
    assert leader.told == []


def test_the_computer_slept_in_a_rest() -> None:
    """The rest is over, and the guide waits before getting ready until somebody is there."""
    leader = Leader([HELD]).does("go_on", "go_on").sleeps(8 * 3600)
    assert leader.guide.phase is Phase.GET_READY
    assert leader.guide.pause_reason is PauseReason.ASLEEP
    leader.waits(100)
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.GET_READY, 5)
    assert leader.guide.minutes == 0
    leader.does("go_on").waits(5)
    assert leader.guide.phase is Phase.HOLD


def test_a_silence_makes_no_ghost_repetitions() -> None:
    """Asleep for an hour in a hold: that hold is over, and no other."""
    leader = Leader([HELD]).waits(5).sleeps(3600)
    assert (leader.guide.phase, leader.guide.repetitions_done) == (Phase.LOWER, 1)
    assert leader.guide.pause_reason is PauseReason.ASLEEP
    assert leader.stored == []


def test_a_silence_within_a_phase_only_passes() -> None:
    """Stopped for twenty seconds of a rest of thirty, ten are left and nothing waits."""
    leader = Leader([BRIDGE]).does("go_on", "go_on").sleeps(20)
    assert (leader.guide.phase, leader.guide.seconds_left) == (Phase.REST, 10)
    assert leader.guide.pause_reason is None
    leader.waits(10)
    assert leader.guide.phase is Phase.GET_READY


def test_a_silence_at_ones_own_pace_changes_nothing() -> None:
    """The set is still in hand, and the sleep is not counted as exercise."""
    leader = Leader([BRIDGE]).waits(5).sleeps(7200)
    assert (leader.guide.phase, leader.guide.pause_reason) == (Phase.WORK, None)
    assert leader.guide.minutes == 0


def test_a_key_meant_for_what_was_there_before() -> None:
    """Space at the moment in which the last hold ends calls the set done once, and does not end the rest."""
    leader = Leader([HELD]).waits(5 + 4 * 5 + 3 * LOWER + GRACE / 2)
    assert leader.guide.phase is Phase.REST
    assert leader.guide.go_on() == []
    assert leader.guide.phase is Phase.REST
    assert leader.does("go_on").guide.phase is Phase.GET_READY


def test_what_is_heard() -> None:
    """Three, two, one and the start; each hold's end; three, two, one and the end of the rest."""
    leader = Leader([item("plank", hold_seconds=4, repetitions_from=2, repetitions_to=2)]).waits(5)
    count = [Tone.COUNT] * 3
    assert leader.tones == [*count, Tone.BEGIN]
    leader.told.clear()
    leader.waits(4 + LOWER + 4)
    assert leader.tones == [Tone.HOLD_OVER, Tone.HOLD_OVER]
    leader.told.clear()
    leader.waits(30)
    assert leader.tones == [*count, Tone.REST_OVER]


def test_a_long_hold_is_counted_down() -> None:
    """The last three seconds of a plank are heard."""
    leader = Leader([PLANK]).waits(5)
    leader.told.clear()
    leader.waits(20)
    assert leader.tones == [Tone.COUNT, Tone.COUNT, Tone.COUNT, Tone.HOLD_OVER]


def test_what_is_stored_elsewhere_is_learnt() -> None:
    """A set ticked in the list meanwhile is not offered again."""
    leader = Leader([BRIDGE, PLANK])
    leader.guide.follow({SetToDo("glute-bridge", 2)})
    leader.does("go_on", "go_on")
    assert leader.guide.box == SetToDo("plank", 1)


LATE = st.lists(st.floats(0.01, 1.9), min_size=400, max_size=700)


@settings(max_examples=40)
@given(LATE)
def test_ten_minutes_of_late_and_uneven_looks(gaps: list[float]) -> None:
    """Each phase is seen to begin at the look that follows its moment: lateness never adds up."""
    leader = Leader([item("held", hold_seconds=5, sets=9, repetitions_from=7, repetitions_to=9)])
    due = {0.0: Phase.GET_READY}
    moment = 0.0
    for _ in range(9):
        moment += 5
        for repetition in range(9):
            due[moment] = Phase.HOLD
            moment += 5
            due[moment] = Phase.LOWER if repetition < 8 else Phase.REST
            moment += LOWER if repetition < 8 else 30
        due[moment] = Phase.GET_READY
    looks = [0.0]
    for gap in gaps:
        looks.append(looks[-1] + gap)
        leader.sleeps(gap)
        if looks[-1] > 600:
            break
    for (seen, phase), (moment, meant) in zip(leader.begun, due.items(), strict=False):
        assert phase is meant
        assert seen == pytest.approx(next(look for look in looks if look >= moment - 1e-6), abs=1e-6)


@settings(max_examples=40)
@given(st.floats(0.02, 0.19), st.floats(5.1, 20_000), st.integers(0, 60))
def test_ten_minutes_with_a_sleep(tick: float, asleep: float, when: int) -> None:
    """With the window's looks the right phase is shown within 0.2 s, before and after any sleep."""
    leader = Leader([PLANK, HELD, CLAM]).waits(when, tick)
    box, phase, left = leader.guide.box, leader.guide.phase, leader.guide.seconds_left
    leader.sleeps(asleep)
    if left is not None and asleep >= left:
        assert leader.guide.pause_reason is PauseReason.ASLEEP
        leader._hear(leader.guide.go_on())
    else:
        assert (leader.guide.box, leader.guide.phase) == (box, phase)
    leader.begun.clear()
    started = leader.time - 1000
    length = leader.guide._countdown.left(leader.time)
    leader.waits(600, tick)
    if length is not None:
        assert leader.begun[0][0] - started - length <= tick + 1e-6


ACTIONS = ("go_on", "pause", "back", "skip", "easier", "look", "sleep")
DOSES = st.builds(
    item,
    st.sampled_from(["a", "b", "c"]),
    sets=st.integers(1, 3),
    each_side=st.booleans(),
    hold_seconds=st.sampled_from([0, 1, 5, 20]),
    rest_seconds=st.sampled_from([0, 30]),
    repetitions_to=st.integers(1, 3),
)


@given(
    st.lists(DOSES, max_size=3, unique_by=lambda item: item.exercise),
    st.lists(st.tuples(st.sampled_from(ACTIONS), st.floats(0.01, 40)), max_size=80),
    st.booleans(),
    st.sets(st.integers(0, 9)),
)
def test_whatever_is_pressed_the_record_is_that_of_the_plan(
    items: list[PlanItemFields], actions: list[tuple[str, float]], rests: bool, done: Collection[int]
) -> None:
    """No set is stored twice without having been taken back, none that is not in the plan, none too long."""
    boxes = Leader(items).guide.boxes
    stored = {box for place, box in enumerate(boxes) if place in done}
    leader = Leader(items, rests=rests, done=set(stored))
    for action, seconds in actions:
        leader.told.clear()
        if action == "easier":
            leader._hear(leader.guide.choose_easier(not leader.guide.is_easier))
        elif action == "sleep":
            leader.sleeps(seconds * 100)
        elif action == "look":
            leader.waits(seconds, 1.0)
        else:
            leader.does(action)
        for event in leader.stored:
            if isinstance(event, SetFinished):
                assert event.box in boxes and event.box not in stored
                assert (event.repetitions or 0) <= 3 and (event.seconds or 0) <= 20
                stored.add(event.box)
            else:
                stored.remove(event.box)
        assert leader.guide.done == stored
        assert (leader.guide.box is None) == (leader.guide.phase is Phase.FINISHED)
        assert leader.guide.box not in leader.guide.done | leader.guide.skipped
        assert 0 <= leader.guide.share_gone <= 1


def test_the_seconds_shown_go_down_one_by_one() -> None:
    """From the whole length to 1: 0 is never shown before the next begins."""
    leader = Leader([PLANK])
    shown = [leader.guide.seconds_left]
    for _ in range(199):
        leader.waits(TICK)
        shown.append(leader.guide.seconds_left)
    assert set(shown) == set(range(1, 21))
    assert all(before - after in (0, 1) or (before, after) == (1, 20) for before, after in pairwise(shown))


def _reach(leader: Leader, phase: Phase) -> None:
    for _ in range(2000):
        if leader.guide.phase is phase:
            return
        leader.waits(TICK)
        if leader.guide.phase is Phase.WORK and phase is not Phase.WORK:
            leader.does("go_on")
    assert phase is Phase.FINISHED, phase
    while leader.guide.phase is not Phase.FINISHED:
        leader.does("go_on")
