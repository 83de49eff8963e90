"""Taking back and doing again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from looking_back import revisions

from legjournal.exchange.whole import bring_in, export, read_export
from legjournal.journal import Journal
from legjournal.library.exercises import plans, to_adopt
from legjournal.routine.boxes import SetToDo

DAY = date(2026, 11, 22)


def answers(journal: Journal) -> tuple[int | None, int | None, str | None]:
    """Mood, effect and note of the day."""
    page = journal.diary.day(DAY)
    return (page.mood, page.effect, page.note) if page else (None, None, None)


def test_undo_goes_back_step_by_step_and_redo_forth(journal: Journal) -> None:
    """Each undo takes back one action, each redo does it again, down to the empty journal and up again."""
    journal.diary.record(DAY, mood=3)
    journal.diary.record(DAY, mood=5)
    journal.diary.record(DAY, effect=7)

    seen = [answers(journal)]
    for _ in range(3):
        journal.history.undo()
        seen.append(answers(journal))
    assert [mood for mood, *_ in seen] == [5, 5, 3, None]
    assert not journal.history.undo()

    for _ in range(3):
        journal.history.redo()
    assert answers(journal) == (5, 7, None)
    assert not journal.history.redo()
    assert journal.problems() == []


def test_undo_works_after_a_restart(journal: Journal, clock) -> None:
    """What was done in an earlier sitting can be taken back in a later one."""
    journal.diary.record(DAY, mood=3)
    symptom = journal.symptoms.add(DAY, kind="pain", side="left", site="calf", score=6).rows[0]
    journal.symptoms.remove(symptom)
    path = journal.path
    journal.close()

    with Journal.open(path, clock) as later:
        assert later.history.undo().days == {DAY}
        [back] = later.symptoms.on(DAY)
        assert (back.id, back.site, back.score) == (symptom, "calf", 6)


def test_a_new_action_ends_redo(journal: Journal) -> None:
    """After something new was written, what was taken back stays taken back."""
    journal.diary.record(DAY, mood=3)
    journal.history.undo()
    journal.diary.record(DAY, effect=1)

    assert not journal.history.redo()
    journal.history.undo()
    assert answers(journal) == (None, None, None)


def test_a_plan_comes_back_with_its_exercises(journal: Journal) -> None:
    """Rows that refer to each other are undone and done again together."""
    plan, items = to_adopt(plans().items["hip-glute-and-core"], DAY)
    journal.plans.adopt(plan, items)
    journal.sessions.tick(DAY, SetToDo("glute-bridge", 1))
    journal.history.undo()
    journal.history.undo()
    assert journal.plans.on(DAY) is None
    assert journal.sessions.on(DAY) == []

    journal.history.redo()
    journal.history.redo()
    adopted = journal.plans.on(DAY)
    assert adopted is not None
    assert len(journal.plans.items(adopted)) == len(items)
    assert list(journal.sessions.sets_done(DAY)) == [SetToDo("glute-bridge", 1)]
    assert journal.problems() == []


def test_recorded_at_survives_undo_and_redo(journal: Journal, clock) -> None:
    """When it was first typed stays true, however often it goes and comes."""
    journal.diary.record(DAY, mood=3)
    first = journal.diary.day(DAY)
    clock.set(clock.now() + timedelta(hours=1))
    journal.history.undo()
    journal.history.redo()
    again = journal.diary.day(DAY)

    assert first is not None
    assert again is not None
    assert again.recorded_at == first.recorded_at


def test_typing_on_is_one_version(journal: Journal, clock) -> None:
    """The pauses of one sitting make one revision, and one undo takes the sentence back."""
    journal.diary.record(DAY, mood=3)
    for words in ("My", "My legs", "My legs ached"):
        journal.diary.record(DAY, note=words)
        clock.set(clock.now() + timedelta(seconds=2))
    assert revisions(journal) == 2

    clock.set(clock.now() + timedelta(minutes=10))
    journal.diary.record(DAY, note="My legs ached, then settled")
    assert revisions(journal) == 3
    journal.history.undo()
    assert answers(journal) == (3, None, "My legs ached")
    journal.history.undo()
    assert answers(journal) == (3, None, None)


@pytest.mark.parametrize("score", range(3))
def test_scores_are_never_run_together(journal: Journal, score: int) -> None:
    """Two answers of a score are two versions, however quickly they follow."""
    journal.diary.record(DAY, mood=score)
    journal.diary.record(DAY, mood=score + 1)

    journal.history.undo()
    assert answers(journal)[0] == score


def test_drafts_are_not_actions(journal: Journal) -> None:
    """Typing that is not an answer yet does not stand in the way of undo."""
    journal.diary.record(DAY, mood=3)
    journal.drafts.keep(f"night/{DAY}/got_out_of_bed", "half pas")

    journal.history.undo()
    assert answers(journal) == (None, None, None)
    assert journal.drafts.under(f"night/{DAY}/") == {"got_out_of_bed": "half pas"}


def test_one_undo_takes_a_whole_import_back(journal: Journal, tmp_path: Path, clock) -> None:
    """What was brought in together goes together, and comes back together."""
    with Journal.create(tmp_path / "other.legjournal", clock) as other:
        other.diary.record(DAY, mood=3)
        other.symptoms.add(DAY, kind="pain", side="left", site="calf", score=6)
        export(other, tmp_path / "other.json")
    journal.symptoms.add(DAY, kind="cramp", side="right", site="calf", score=2)
    bring_in(journal, read_export(journal, tmp_path / "other.json"))
    assert len(journal.symptoms.on(DAY)) == 2

    journal.history.undo()
    assert answers(journal) == (None, None, None)
    assert [row.score for row in journal.symptoms.on(DAY)] == [2]
    journal.history.redo()
    assert answers(journal) == (3, None, None)
    assert journal.problems() == []


def test_an_empty_journal_has_nothing_to_undo(tmp_path: Path, clock) -> None:
    """Undo and redo on a new journal change nothing and raise nothing."""
    with Journal.create(tmp_path / "new.legjournal", clock) as journal:
        assert not journal.history.undo()
        assert not journal.history.redo()


def test_undoing_the_same_action_twice_leads_on_to_the_one_before(journal: Journal) -> None:
    """Taken back, done again and taken back once more, it stays so, and the next undo goes further."""
    journal.diary.record(DAY, mood=3)
    journal.diary.record(DAY, mood=5)
    journal.history.undo()
    journal.history.redo()
    journal.history.undo()
    assert answers(journal)[0] == 3

    journal.history.undo()
    assert answers(journal)[0] is None
    journal.history.redo()
    journal.history.redo()
    assert answers(journal)[0] == 5
