"""A journal against a plain dictionary: whatever is done with it, in whatever order, both say the same."""

import copy
import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from faults import keyed
from faults.child import child
from hand_clock import EVENING, HandClock
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from torture.tally import Tally

from legjournal.clock import LONDON
from legjournal.exchange import whole
from legjournal.storage.thinning import Reason

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=40)
SCORES = st.integers(0, 10)
BACK = st.integers(0, 3)  # days before today
NOWS = (
    EVENING,
    EVENING - timedelta(hours=5),
    EVENING - timedelta(days=1),
    datetime(1999, 12, 31, 21, 0, tzinfo=LONDON),
    datetime(2099, 1, 1, 21, 0, tzinfo=LONDON),
)
# Longer than one sitting: each thing done is one version of its own.
STEP = timedelta(minutes=6)

Page = tuple[int | None, str | None]  # mood and note
Felt = tuple[date, int, str | None]  # a symptom's day, score and note


@dataclass
class Told:
    """What is in the journal, as a careful listener would put it down."""

    pages: dict[date, Page] = field(default_factory=dict)
    felt: dict[str, Felt] = field(default_factory=dict)  # by the row's id


@dataclass
class Memory:
    """What is told now, and what undo and redo would make of it."""

    now: Told = field(default_factory=Told)
    before: list[Told] = field(default_factory=list)
    after: list[Told] = field(default_factory=list)

    def acts(self) -> Told:
        """Something is done: what is told now can be changed, and gone back to."""
        self.before.append(copy.deepcopy(self.now))
        self.after.clear()
        return self.now


class JournalMachine(RuleBasedStateMachine):
    """Extends RuleBasedStateMachine with what a person, a clock and a power failure do."""

    key: bytes | None = None

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        os.environ["XDG_STATE_HOME"] = str(self.folder / "state")
        self.clock = HandClock()
        self.steps = 0
        self.start = EVENING
        self.memory = Memory()
        self.copies: dict[Path, Memory] = {}

    @initialize()
    def begin(self) -> None:
        self.journal = keyed.create(self.folder / "j.legjournal", self.key, self.clock)

    @property
    def today(self) -> date:
        return self.clock.today()

    @rule(back=BACK, mood=SCORES, note=TEXT)
    def writes(self, back: int, mood: int, note: str) -> None:
        day = self.today - timedelta(days=back)
        if self.memory.now.pages.get(day, (None, None))[0] != mood:  # else it is the same version still
            self.journal.diary.record(day, mood=mood, note=note)
            self.memory.acts().pages[day] = (mood, note)

    @rule(back=BACK)
    def takes_back_the_answers(self, back: int) -> None:
        day = self.today - timedelta(days=back)
        changed = self.journal.diary.record(day, mood=None, note=None)
        assert bool(changed) == (day in self.memory.now.pages)
        if changed:
            del self.memory.acts().pages[day]

    @rule(back=BACK, score=SCORES, note=st.none() | TEXT)
    def feels(self, back: int, score: int, note: str | None) -> None:
        day = self.today - timedelta(days=back)
        changed = self.journal.symptoms.add(day, kind="pain", score=score, note=note)
        self.memory.acts().felt[changed.rows[0]] = (day, score, note)

    @precondition(lambda self: self.memory.now.felt)
    @rule(data=st.data(), score=SCORES)
    def scores_again(self, data: st.DataObject, score: int) -> None:
        symptom = data.draw(st.sampled_from(sorted(self.memory.now.felt)))
        day, former, note = self.memory.now.felt[symptom]
        if score != former:
            self.journal.symptoms.change(symptom, score=score)
            self.memory.acts().felt[symptom] = (day, score, note)

    @precondition(lambda self: self.memory.now.felt)
    @rule(data=st.data())
    def removes(self, data: st.DataObject) -> None:
        symptom = data.draw(st.sampled_from(sorted(self.memory.now.felt)))
        self.journal.symptoms.remove(symptom)
        del self.memory.acts().felt[symptom]

    @rule()
    def undoes(self) -> None:
        assert bool(self.journal.history.undo()) == bool(self.memory.before)
        if self.memory.before:
            self.memory.after.append(self.memory.now)
            self.memory.now = self.memory.before.pop()

    @rule()
    def redoes(self) -> None:
        assert bool(self.journal.history.redo()) == bool(self.memory.after)
        if self.memory.after:
            self.memory.before.append(self.memory.now)
            self.memory.now = self.memory.after.pop()

    @rule(now=st.sampled_from(NOWS))
    def turns_the_clock(self, now: datetime) -> None:
        self.start, self.steps = now, self.steps + 1

    @rule()
    def closes_and_opens(self) -> None:
        self.journal.close()
        self._open()

    @rule(back=BACK, score=SCORES)
    def is_killed_after_a_save(self, back: int, score: int) -> None:
        day = self.today - timedelta(days=back)
        self.journal.close()
        with child(_feel, self.journal.path, self.key, self.clock.now(), day, score) as process:
            symptom = process.hears()
            process.process.kill()
        self.memory.acts().felt[symptom] = (day, score, None)
        self._open()

    @rule()
    def exports_and_brings_into_another(self) -> None:
        path = self.folder / "all.json"
        whole.export(self.journal, path)
        assert len(whole.read_export(self.journal, path)) == 0
        with keyed.create(self.folder / "other.legjournal", self.key, self.clock) as other:
            new = whole.read_export(other, path)
            whole.bring_in(other, new)
            assert whole.as_text(other) == whole.as_text(self.journal)
            other.history.undo()
            assert len(whole.read_export(other, path)) == len(new)
        (self.folder / "other.legjournal").unlink()

    @rule(reason=st.sampled_from((Reason.AUTO, Reason.ASKED, Reason.CLOSE)))
    def backs_up(self, reason: Reason) -> None:
        made = self.journal.backups.make(reason)
        if made.new:
            self.copies[made.path] = copy.deepcopy(self.memory)
        self._forget_thinned()
        assert self.copies[made.path].now == self.memory.now

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def goes_back(self, data: st.DataObject) -> None:
        backup = data.draw(st.sampled_from(sorted(self.copies)))
        self.journal.close()
        kept = self.journal.backups.restore(backup)
        assert kept is not None
        self.copies[kept] = self.memory
        self.memory = copy.deepcopy(self.copies[backup])
        self._open()

    @invariant()
    def says_the_same(self) -> None:
        if not hasattr(self, "journal"):
            return
        told = Told()
        with self.journal.store.read() as session:
            run = session.connection().exec_driver_sql
            for day, mood, note in run("SELECT date, mood, note FROM diary_day"):
                told.pages[date.fromisoformat(day)] = (mood, note)
            for row, day, score, note in run("SELECT id, date, score, note FROM symptom"):
                told.felt[row] = (date.fromisoformat(day), score, note)
        assert told == self.memory.now
        self.steps += 1
        self.clock.set(self.start + self.steps * STEP)

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
            with keyed.sound(self.folder / "j.legjournal", self.key):
                pass
        shutil.rmtree(self.folder)

    def _open(self) -> None:
        self.journal = keyed.reopen(self.journal.path, self.key, self.clock)

    def _forget_thinned(self) -> None:
        newest = max(self.copies, default=None)
        assert newest is None or newest.exists()
        self.copies = {path: memory for path, memory in self.copies.items() if path.exists()}


class LockedMachine(JournalMachine):
    """The same with a key."""

    key = keyed.KEY


def live(machine: type[JournalMachine], lives: int, steps: int) -> Tally:
    """So many journals, each with so many things done to it; the first that differs ends it."""
    plan = settings(
        max_examples=lives,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    try:
        run_state_machine_as_test(machine, settings=plan)
    except AssertionError as difference:
        return Tally(lives * steps, damaged=1, remarks=["\n".join([repr(difference), *_notes(difference)])])
    return Tally(lives * steps)


def _notes(error: BaseException) -> list[str]:
    return getattr(error, "__notes__", [])


def _feel(pipe: Connection, path: Path, key: bytes | None, now: datetime, day: date, score: int) -> None:
    with keyed.reopen(path, key, HandClock(now)) as journal:
        pipe.send(journal.symptoms.add(day, kind="pain", score=score).rows[0])
        pipe.recv()  # which never comes
