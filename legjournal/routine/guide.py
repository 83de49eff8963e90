"""A session guided set by set: what is in hand, how long it lasts, and what of it is to be stored.

Knows neither the window nor a clock of its own: it is given one, and asked again and again with `look`.
"""

from collections.abc import Callable, Collection, Sequence

from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.routine.boxes import SetToDo, is_done, sets_of
from legjournal.routine.countdown import Countdown
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

LOWER = 3.0  # seconds between one hold and the next
SILENCE = 5.0  # seconds without a look: the computer slept, or the program was stopped
GRACE = 0.4  # seconds: a key that comes so soon after a change was meant for what was there before
LONG_HOLD = 10  # seconds: shorter ones are not counted down aloud


class Guide:
    """Leads through the sets of a session in their order; sets that are done already are passed over.

    items: the plan's exercises. done: sets of this session stored before: it goes on behind the last of them,
    and only where nothing is left there with what was left out. now: seconds since any moment, which go on
    while the computer sleeps. Each call that moves something returns what happened, in its order.
    """

    def __init__(
        self,
        items: Sequence[PlanItemFields],
        *,
        done: Collection[SetToDo] = (),
        easier: Collection[str] = (),
        first_side: Side = Side.LEFT,
        sides_as_one: bool = False,
        rests: bool = True,
        ready_seconds: int = 5,
        now: Callable[[], float],
    ) -> None:
        self._items = {
            box: item for item in items for box in sets_of(item, first_side, sides_as_one=sides_as_one)
        }
        self.boxes = tuple(self._items)
        self.done = {box for box in self.boxes if is_done(box, done)}
        self.skipped: set[SetToDo] = set()
        self.easier = {item.exercise for item in items if item.easier} | {*easier}
        self._rests = rests
        self._ready_seconds = ready_seconds
        self._now = now
        self._looked = now()
        self._spent = 0.0
        self.pause_reason: PauseReason | None = None
        self.repetitions_done = 0
        self._rest_seconds = 0
        last = max((place for place, box in enumerate(self.boxes) if box in self.done), default=-1)
        self._place = self._open_place(last + 1)
        if self.box is None:
            self._place = self._open_place(0)
        self._begin(Phase.GET_READY if self.box else Phase.FINISHED, self._looked)

    @property
    def box(self) -> SetToDo | None:
        """The set in hand, or during a rest the next; None once there is none left."""
        return self.boxes[self._place] if self._place < len(self.boxes) else None

    @property
    def item(self) -> PlanItemFields | None:
        """The exercise of that set, with its dose."""
        return self._items[self.box] if self.box else None

    def item_of(self, box: SetToDo) -> PlanItemFields:
        """The exercise of a set of this session, with its dose."""
        return self._items[box]

    @property
    def next_box(self) -> SetToDo | None:
        """The set after the one in hand."""
        place = self._open_place(self._place + 1)
        return self.boxes[place] if place < len(self.boxes) else None

    @property
    def is_easier(self) -> bool:
        """Whether the exercise in hand is done in its easier version."""
        return self.box is not None and self.box.exercise in self.easier

    @property
    def changes_side(self) -> bool:
        """Whether the set in hand is for the other side than the one before it."""
        if self.box is None or not self._place:
            return False
        before = self.boxes[self._place - 1]
        return before.exercise == self.box.exercise and before.side is not self.box.side

    @property
    def seconds_left(self) -> int | None:
        """Whole seconds until the phase ends; None where the person ends it."""
        return self._countdown.whole_seconds_left(self._looked)

    @property
    def share_gone(self) -> float:
        """How much of the phase is over, 0 to 1; 0 where the person ends it."""
        return self._countdown.share_gone(self._looked)

    @property
    def minutes(self) -> int:
        """Whole minutes so far, without pauses and sleep."""
        return int(self._spent // 60)

    def look(self) -> list[Event]:
        """Follow the clock."""
        now = self._now()
        asleep = now - self._looked > SILENCE
        self._count_time(now, asleep=asleep)
        self._looked = now
        events = self._count_aloud(now)
        while (left := self._countdown.left(now)) is not None and left <= 0 and self.pause_reason is None:
            # The next begins when this one was over, not when that was seen: no lateness adds up.
            events += self._end(now if asleep else now + left, asked=False)
            if asleep and self.phase is not Phase.FINISHED:
                self._wait(now, PauseReason.ASLEEP)
        return events

    def go_on(self) -> list[Event]:
        """Do the next thing: begin, call the set done, end the rest, or go on after a pause."""
        waited = self.pause_reason is not None
        events = self.look()
        if waited:
            self._resume()
            return [*events, PhaseBegan(self.phase)]
        hasty = self._by_itself and self._countdown.gone(self._looked) < GRACE
        if self.pause_reason is not None or hasty or self.phase is Phase.FINISHED:
            return events
        return events + self._end(self._looked, asked=True)

    def pause(self) -> list[Event]:
        """Wait, until `go_on`."""
        events = self.look()
        if self.pause_reason is None and self.phase is not Phase.FINISHED:
            self._wait(self._looked, PauseReason.ASKED)
        return events

    def back(self) -> list[Event]:
        """Take up the set before this one again; it is not done then. At the first, begin it anew."""
        events = self.look()
        if not self.boxes:
            return events
        self._place = max(0, self._place - 1)
        return events + self._take_up()

    def skip(self) -> list[Event]:
        """Leave this set out and turn to the next; a rest goes on."""
        events = self.look()
        if self.box is None:
            return events
        self.skipped.add(self.box)
        self._place = self._open_place(self._place + 1)
        if self.box is None or self.phase is not Phase.REST:
            return events + self._turn_to(Phase.GET_READY if self.box else Phase.FINISHED, self._looked)
        return [*events, PhaseBegan(Phase.REST)]

    def choose_easier(self, easier: bool) -> list[Event]:
        """Do the exercise in hand in its easier version from here on, or no more."""
        events = self.look()
        if self.box is None or easier == self.is_easier:
            return events
        (self.easier.add if easier else self.easier.discard)(self.box.exercise)
        return [*events, EasierChosen(self.box.exercise, easier)]

    def follow(self, done: Collection[SetToDo]) -> None:
        """Learn what is stored: somebody may have ticked elsewhere, or taken something back."""
        self.done = {box for box in self.boxes if is_done(box, done)}

    def _open_place(self, place: int) -> int:
        """The first place from `place` on whose set is neither done nor left out."""
        closed = self.done | self.skipped
        while place < len(self.boxes) and self.boxes[place] in closed:
            place += 1
        return place

    def _take_up(self) -> list[Event]:
        box = self.boxes[self._place]
        self.skipped.discard(box)
        taken_back: list[Event] = [SetTakenBack(box)] if box in self.done else []
        self.done.discard(box)
        return [*taken_back, *self._turn_to(Phase.GET_READY, self._looked)]

    def _begin(self, phase: Phase, at: float, *, by_itself: bool = False) -> None:
        """Begin a phase. at: when, by the clock; earlier than now where a look came late."""
        self.phase = phase
        self.pause_reason = None
        self._by_itself = by_itself
        self._countdown = Countdown(self._length_of(phase), at)
        if phase is Phase.GET_READY:
            self.repetitions_done = 0

    def _turn_to(self, phase: Phase, at: float, *, by_itself: bool = False) -> list[Event]:
        self._begin(phase, at, by_itself=by_itself)
        return [PhaseBegan(phase)]

    def _length_of(self, phase: Phase) -> float | None:
        """Seconds; None for what the person ends."""
        match phase:
            case Phase.GET_READY:
                return self._ready_seconds * (2 if self.changes_side else 1)
            case Phase.HOLD:
                return self.item.hold_seconds if self.item else None
            case Phase.LOWER:
                return LOWER
            case Phase.REST:
                return self._rest_seconds
        return None

    def _end(self, at: float, *, asked: bool) -> list[Event]:
        """End the phase: the clock says so, or the person does. Returns what happened."""
        match self.phase:
            case Phase.GET_READY:
                phase = Phase.HOLD if self.item and self.item.hold_seconds else Phase.WORK
                return [Sounded(Tone.BEGIN), *self._turn_to(phase, at, by_itself=not asked)]
            case Phase.REST:
                return [Sounded(Tone.REST_OVER), *self._turn_to(Phase.GET_READY, at, by_itself=not asked)]
            case Phase.HOLD if not asked:
                self.repetitions_done += 1
                return [Sounded(Tone.HOLD_OVER), *self._after_hold(at)]
            case Phase.LOWER if not asked:
                return self._turn_to(Phase.HOLD, at, by_itself=True)
        return self._finish_set(at, by_itself=False)

    def _after_hold(self, at: float) -> list[Event]:
        if self.item and self.repetitions_done < self.item.repetitions_to:
            return self._turn_to(Phase.LOWER, at, by_itself=True)
        return self._finish_set(at, by_itself=True)

    def _finish_set(self, at: float, *, by_itself: bool) -> list[Event]:
        assert self.box is not None and self.item is not None
        finished = self._finished(at)
        self.done.add(self.box)
        self._rest_seconds = self.item.rest_seconds if self._rests else 0
        self._place = self._open_place(self._place + 1)
        more = Phase.REST if self._rest_seconds else Phase.GET_READY
        phase = more if self.box else Phase.FINISHED
        return [finished, *self._turn_to(phase, at, by_itself=by_itself)]

    def _finished(self, at: float) -> SetFinished:
        assert self.box is not None and self.item is not None
        if not self.item.hold_seconds:
            return SetFinished(self.box)
        if self.item.repetitions_to > 1:
            return SetFinished(self.box, repetitions=self.repetitions_done or None)
        held = round(min(self._countdown.gone(at), self.item.hold_seconds))
        return SetFinished(self.box, seconds=held or None)

    def _wait(self, now: float, reason: PauseReason) -> None:
        self.pause_reason = reason
        self._countdown.hold(now)

    def _resume(self) -> None:
        self.pause_reason = None
        self._countdown.go_on(self._looked)
        self._by_itself = False

    def _count_time(self, now: float, *, asleep: bool) -> None:
        """Add to the time so far: of a sleep only what was left of the phase."""
        if self.pause_reason is None and self.phase is not Phase.FINISHED:
            left = self._countdown.left(self._looked) or 0.0
            gone = now - self._looked
            self._spent += min(gone, max(0.0, left)) if asleep else gone

    def _count_aloud(self, now: float) -> list[Event]:
        """The tone of one of the last seconds, where it has just begun."""
        short = self.phase is Phase.HOLD and (self._countdown.length or 0) < LONG_HOLD
        if short or self.phase is Phase.LOWER or not self._countdown.strikes(now):
            return []
        return [Sounded(Tone.COUNT)]
