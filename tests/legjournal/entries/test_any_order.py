"""Versions, erasing, undo and redo in any order."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from hand_clock import HandClock
from hypothesis import given, settings
from hypothesis import strategies as st
from looking_back import adopt_plan

from legjournal.errors import BeforeLatestPlan
from legjournal.exchange.whole import as_text
from legjournal.journal import Journal
from legjournal.routine.boxes import SetToDo
from legjournal.versions import Entry

DAYS = [date(2026, 11, 22), date(2026, 11, 21)]
BOXES = [SetToDo("glute-bridge", number) for number in (1, 2)]
MOST = 200  # steps of undo or redo: more than anybody did


def entries(journal: Journal) -> list[Entry]:
    """Every entry of the journal."""
    return [entry for day in DAYS for entry in journal.versions.of_day(day)] + journal.versions.elsewhere()


def bring_back(journal: Journal, n: int) -> None:
    """Bring back some version of some entry."""
    versions = [version for entry in entries(journal) for version in entry.versions]
    if versions:
        journal.versions.bring_back(versions[n % len(versions)])


def erase(journal: Journal, n: int) -> None:
    """Erase some entry for good."""
    if found := entries(journal):
        entry = found[n % len(found)]
        journal.versions.erase(entry)
        assert entry.rows not in [other.rows for other in entries(journal)]


def adopt_a_plan(journal: Journal, n: int) -> None:
    """A plan from one of the days, where that is not before the latest one."""
    with suppress(BeforeLatestPlan):
        adopt_plan(journal, DAYS[n % 2])


def remove_symptom(journal: Journal, n: int) -> None:
    """Take a symptom off its page."""
    if there := journal.symptoms.on(DAYS[n % 2]):
        journal.symptoms.remove(there[n % len(there)].id)


OPERATIONS: list[Callable[[Journal, int], object]] = [
    lambda journal, n: journal.diary.record(DAYS[n % 2], mood=n % 3 or None),
    lambda journal, n: journal.nights.record(DAYS[n % 2], wakings=n % 3 or None),
    lambda journal, n: journal.symptoms.add(DAYS[n % 2], kind="pain", side="left", site="calf"),
    remove_symptom,
    adopt_a_plan,
    lambda journal, n: journal.sessions.tick(DAYS[n % 2], BOXES[n % 2]),
    lambda journal, n: journal.sessions.untick(DAYS[n % 2], BOXES[n % 2]),
    lambda journal, _n: journal.history.undo(),
    lambda journal, _n: journal.history.redo(),
    bring_back,
]
steps = st.lists(st.tuples(st.sampled_from([*OPERATIONS, erase]), st.integers(0, 11)), max_size=25)
harmless = st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 11)), max_size=25)


def taken(step: Callable[[], object]) -> int:
    """How often a step can be taken until it changes nothing."""
    return next(n for n in range(MOST) if not step())


def carry_out(journal: Journal, clock: HandClock, wanted: list) -> None:
    """Do one thing after another, a minute apart."""
    for operation, n in wanted:
        clock.set(clock.now() + timedelta(minutes=1))
        operation(journal, n)


@settings(max_examples=12)
@given(steps)
def test_undo_and_redo_come_to_an_end_and_leave_a_sound_file(tmp_path_factory, wanted) -> None:
    """Whatever was erased in between: every undo is an undo, every redo a redo, and no row is left alone."""
    clock = HandClock()
    with Journal.create(tmp_path_factory.mktemp("any") / "j.legjournal", clock) as journal:
        carry_out(journal, clock, wanted)
        taken(journal.history.redo)
        undone = taken(journal.history.undo)
        assert journal.problems() == []
        assert taken(journal.history.redo) == undone
        assert journal.problems() == []


@settings(max_examples=12)
@given(harmless)
def test_all_that_was_done_can_be_undone_and_done_again(tmp_path_factory, wanted) -> None:
    """Where nothing was erased, undo leads back to the empty journal, and redo to what it was."""
    clock = HandClock()
    with Journal.create(tmp_path_factory.mktemp("any") / "j.legjournal", clock) as journal:
        carry_out(journal, clock, wanted)
        taken(journal.history.redo)
        before = answers(journal)
        undone = taken(journal.history.undo)
        assert answers(journal) == []
        assert taken(journal.history.redo) == undone
        assert answers(journal) == before


def answers(journal: Journal) -> list[dict[str, object]]:
    """All there is, but how often and when it was changed."""
    rows = [row for table in json.loads(as_text(journal))["tables"].values() for row in table]
    return [{name: row[name] for name in row if name not in ("rev", "changed_at")} for row in rows]
