"""What a guided session says: which set this is, what to do, and what comes next."""

from PySide6.QtCore import QObject

from legjournal import phrases
from legjournal.models.diary import Side
from legjournal.models.routine import PlanItemFields
from legjournal.routine.boxes import SetToDo
from legjournal.routine.guide import Guide
from legjournal.routine.of_day import RoutineDay
from legjournal.routine.phases import PauseReason, Phase
from legjournal.routine.typed_doses import range_in_words
from legjournal.words import plural

LONGEST = 60  # letters of a name


class Sayings(QObject):
    """The sentences, in one place for whoever translates or rewords them."""

    def __init__(self, routine: RoutineDay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._routine = routine

    def name(self, box: SetToDo) -> str:
        """The exercise of a set; of a name without end, its beginning."""
        return phrases.cut(self._routine.exercises[box.exercise].name, LONGEST)

    def title(self, guide: Guide) -> str:
        """Clamshell; during a rest, Rest."""
        if guide.box is None:
            return ""
        return self.tr("Rest") if guide.phase is Phase.REST else self.name(guide.box)

    def place(self, guide: Guide) -> str:
        """Right side · set 2 of 3; during a rest, what is next."""
        if guide.box is None or guide.item is None:
            return ""
        if guide.phase is Phase.REST:
            return self.tr("Next: {set}").format(set=self.named_set(guide.box, guide.item))
        words = self._set(guide.box, guide.item)
        words = words[0].upper() + words[1:]
        return self.tr("{set} · easier version").format(set=words) if guide.is_easier else words

    def what(self, guide: Guide) -> str:
        """What to do, in a word or two: hold."""
        if guide.pause_reason is not None:
            return self.tr("paused")
        return {
            Phase.GET_READY: self.tr("change sides") if guide.changes_side else self.tr("get ready"),
            Phase.WORK: self.tr("at your own pace"),
            Phase.HOLD: self.tr("hold"),
            Phase.LOWER: self.tr("lower slowly"),
            Phase.REST: self.tr("rest"),
            Phase.FINISHED: "",
        }[guide.phase]

    def number(self, guide: Guide) -> str:
        """The very large number: the seconds left, or how many repetitions are meant."""
        seconds = guide.seconds_left
        if seconds is None:
            return self._span(guide.item) if guide.item else ""
        return f"{seconds // 60}:{seconds % 60:02}" if seconds >= 100 else str(seconds)

    def of_what(self, guide: Guide) -> str:
        """Which repetition this is: repetition 8 of 12 to 15; or what the number counts."""
        item = guide.item
        if item is None:
            return ""
        if guide.phase is Phase.WORK:
            return plural("repetition", "repetitions", item.repetitions_to)
        if guide.phase in (Phase.HOLD, Phase.LOWER) and item.repetitions_to > 1:
            number = guide.repetitions_done + 1
            words = (
                self.tr("repetition {number} of {count}")
                if guide.phase is Phase.HOLD
                else self.tr("then {number} of {count}")
            )
            return words.format(number=number, count=_repetitions(item))
        return self.tr("seconds") if (guide.seconds_left or 0) < 100 else self.tr("minutes")

    def coming(self, guide: Guide) -> str:
        """What comes after this set; before it, what is to be done in it."""
        if guide.item is None:
            return ""
        if guide.phase in (Phase.GET_READY, Phase.REST):
            return self.tr("Then {task}.").format(task=self._task(guide.item))
        if guide.next_box is None:
            return self.tr("This is the last set.")
        item = guide.item_of(guide.next_box)
        same = item.exercise == guide.item.exercise
        words = self._set(guide.next_box, item) if same else self.named_set(guide.next_box, item)
        return self.tr("Next: {set}").format(set=words)

    def cue(self, guide: Guide) -> str:
        """What to feel or keep still; after a pause, how to go on."""
        if guide.pause_reason is PauseReason.ASLEEP:
            return self.tr("Paused while the computer slept. Space goes on.")
        if guide.pause_reason is PauseReason.ASKED:
            return self.tr("Paused. Space goes on.")
        page = self._routine.exercises[guide.box.exercise].page if guide.box else None
        if page is None:
            return ""
        return (page.easier_cue or page.cue) if guide.is_easier else page.cue

    def next_thing(self, guide: Guide) -> str:
        """What Space does now."""
        if guide.pause_reason is not None:
            return self.tr("Go on")
        return {
            Phase.GET_READY: self.tr("Begin now"),
            Phase.REST: self.tr("End the rest"),
        }.get(guide.phase, self.tr("Set done"))

    def told(self, guide: Guide) -> str:
        """What a screen reader says when something new begins."""
        if guide.pause_reason is not None:
            return self.cue(guide)
        if guide.phase is Phase.HOLD and guide.repetitions_done:
            return f"{self.what(guide)}, {guide.repetitions_done + 1}"
        if guide.phase is Phase.LOWER:
            return self.what(guide)
        if guide.item is not None and guide.phase is Phase.WORK:
            task = self.tr("{count} repetitions").format(count=_repetitions(guide.item))
            return f"{self.what(guide)}: {task}. {self.cue(guide)}"
        lasts = f"{self.what(guide)}: {phrases.seconds(guide.seconds_left or 0)}."
        if guide.phase is Phase.HOLD:
            return f"{lasts} {self.cue(guide)}"
        return f"{self.title(guide)}. {self.place(guide)}. {lasts}"

    def minutes(self, guide: Guide) -> str:
        """11 minutes so far; nothing in the first."""
        if not guide.minutes:
            return ""
        return plural("{n} minute so far", "{n} minutes so far", guide.minutes).format(n=guide.minutes)

    def dose(self, item: PlanItemFields) -> str:
        """3 × 12 to 15 each side."""
        words = self.tr("{sets} × {count}").format(sets=item.sets, count=self._short_task(item))
        return self.tr("{dose} each side").format(dose=words) if item.each_side else words

    def _span(self, item: PlanItemFields) -> str:
        few, many = item.repetitions_from, item.repetitions_to
        return str(many) if few >= many else f"{few}–{many}"

    def side(self, side: Side | None) -> str:
        """left, right, or nothing."""
        return {Side.LEFT: self.tr("left"), Side.RIGHT: self.tr("right")}.get(side, "") if side else ""

    def named_set(self, box: SetToDo, item: PlanItemFields) -> str:
        """clamshell, right side, set 2 of 3."""
        return f"{self.name(box)}, {self._set(box, item)}"

    def _set(self, box: SetToDo, item: PlanItemFields) -> str:
        words = self.tr("set {number} of {sets}").format(number=box.number, sets=item.sets)
        if box.side is Side.LEFT:
            return self.tr("left side · {set}").format(set=words)
        if box.side is Side.RIGHT:
            return self.tr("right side · {set}").format(set=words)
        return words

    def _task(self, item: PlanItemFields) -> str:
        count = _repetitions(item)
        if not item.hold_seconds:
            return self.tr("{count} repetitions at your own pace").format(count=count)
        if item.repetitions_to == 1:
            return self.tr("hold for {time}").format(time=phrases.seconds(item.hold_seconds))
        time = phrases.seconds(item.hold_seconds)
        return self.tr("hold {time}, {count} times").format(time=time, count=count)

    def _short_task(self, item: PlanItemFields) -> str:
        if item.hold_seconds and item.repetitions_to == 1:
            return phrases.seconds(item.hold_seconds)
        return _repetitions(item)


def _repetitions(item: PlanItemFields) -> str:
    """12 to 15."""
    return range_in_words(min(item.repetitions_from, item.repetitions_to), item.repetitions_to)
