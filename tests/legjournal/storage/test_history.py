"""What the journal keeps of every change by itself."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hand_clock import EVENING, HandClock
from sqlmodel import col, select

from legjournal.errors import ChangedElsewhere
from legjournal.journal import Journal
from legjournal.models.diary import DiaryDay, Symptom
from legjournal.models.revision import Revision
from legjournal.storage.digest import digest
from legjournal.storage.tables import stored_row

TODAY = EVENING.date()
YESTERDAY = TODAY - timedelta(days=1)


def _revisions(journal: Journal) -> list[Revision]:
    with journal.store.read() as session:
        return list(session.exec(select(Revision).order_by(col(Revision.seq))))


def test_when_it_was_typed_is_never_edited(journal: Journal, clock: HandClock) -> None:
    """recorded_at stays the first moment; changed_at moves with every change; rev counts them."""
    journal.diary.record(TODAY, mood=5)
    first = journal.diary.day(TODAY)
    clock.set(EVENING + timedelta(hours=1))
    journal.diary.record(TODAY, mood=6)
    clock.set(EVENING + timedelta(hours=2))
    journal.diary.record(TODAY, tiredness=2)
    last = journal.diary.day(TODAY)
    assert first.recorded_at == first.changed_at == EVENING
    assert last.recorded_at == EVENING
    assert last.changed_at == EVENING + timedelta(hours=2)
    assert (first.rev, last.rev) == (1, 3)
    assert first.id == last.id


def test_times_of_typing_are_kept_in_utc(journal: Journal, clock: HandClock) -> None:
    """In summer time 9.14pm in London is 8.14pm UTC, to the millisecond."""
    clock.set(datetime(2026, 7, 1, 21, 14, 5, 123_456))
    journal.diary.record(clock.today(), mood=5)
    row = journal.diary.day(clock.today())
    assert row.recorded_at == datetime(2026, 7, 1, 20, 14, 5, 123_000, tzinfo=UTC)
    assert stored_row(row)["recorded_at"] == "2026-07-01T20:14:05.123Z"


def test_a_clock_set_back_does_not_touch_when_it_was_typed(journal: Journal, clock: HandClock) -> None:
    """With the computer's clock an hour wrong, recorded_at is still the first moment and rev still counts."""
    journal.diary.record(TODAY, mood=5)
    clock.set(EVENING - timedelta(hours=1))
    journal.diary.record(TODAY, mood=6)
    row = journal.diary.day(TODAY)
    assert (row.recorded_at, row.changed_at, row.rev) == (EVENING, EVENING - timedelta(hours=1), 2)


def test_the_same_answer_again_is_no_change(journal: Journal) -> None:
    """Saying the same twice changes no row, counts no rev and keeps no revision."""
    assert journal.diary.record(TODAY, mood=5)
    assert not journal.diary.record(TODAY, mood=5)
    assert journal.diary.day(TODAY).rev == 1
    assert len(_revisions(journal)) == 1


def test_every_change_keeps_before_and_after(journal: Journal) -> None:
    """Three revisions: new without a before, changed with both, gone without an after."""
    journal.diary.record(TODAY, mood=3)
    journal.diary.record(TODAY, mood=4)
    journal.diary.record(TODAY, mood=None)
    new, changed, gone = _revisions(journal)
    assert new.before is None
    assert json.loads(new.after)["mood"] == 3
    assert json.loads(changed.before) == json.loads(new.after)
    assert json.loads(changed.after)["mood"] == 4
    assert json.loads(gone.before) == json.loads(changed.after)
    assert gone.after is None
    assert {revision.table_name for revision in (new, changed, gone)} == {"diary_day"}
    assert len({revision.row_id for revision in (new, changed, gone)}) == 1
    assert [revision.seq for revision in (new, changed, gone)] == [1, 2, 3]


def test_a_revision_holds_the_row_as_it_lies_in_the_file(journal: Journal) -> None:
    """What was before and after carries its own digest, so that either can be put back and checked."""
    journal.symptoms.add(TODAY, kind="urge to move", side="both", words=["tugging", "fizzing"], score=0)
    [revision] = _revisions(journal)
    kept = json.loads(revision.after)
    assert kept["kind"] == "urge to move"
    assert kept["words"] == '["tugging","fizzing"]'
    assert kept["score"] == 0
    assert kept["digest"] == digest(kept)


def test_changes_of_one_action_share_its_name(journal: Journal) -> None:
    """Two rows changed by one action can be undone as one; another action has another name."""
    with journal.store.change() as change:
        change.session.add(DiaryDay(date=TODAY, mood=1))
        change.session.add(DiaryDay(date=YESTERDAY, mood=2))
    journal.diary.record(TODAY, mood=3)
    first, second, third = _revisions(journal)
    assert first.action == second.action != third.action


def test_an_action_tells_what_it_changed(journal: Journal) -> None:
    """The window learns the tables, the days and the rows, and nothing when nothing changed."""
    added = journal.symptoms.add(TODAY, kind="pain", score=4)
    assert (added.tables, added.days, len(added.rows)) == ({"symptom"}, {TODAY}, 1)
    moved = journal.symptoms.change(added.rows[0], score=5)
    assert moved == added
    nothing = journal.symptoms.change("no such symptom", score=5)
    assert (nothing.tables, nothing.days, nothing.rows) == (frozenset(), frozenset(), ())
    assert not nothing


def test_an_action_that_fails_keeps_no_revision(journal: Journal) -> None:
    """Half an action leaves neither its rows nor a trace of them."""
    with pytest.raises(InterruptedError), journal.store.change() as change:
        change.session.add(DiaryDay(date=TODAY, mood=1))
        change.session.flush()
        raise InterruptedError
    assert journal.diary.day(TODAY) is None
    assert _revisions(journal) == []


def test_the_second_of_two_edits_is_told(journal: Journal, clock: HandClock) -> None:
    """Two windows edit the same entry: the second is refused, and the first one's words stay."""
    journal.diary.record(TODAY, note="both look at this")
    with Journal.open(journal.path, clock) as other:
        seen = other.diary.day(TODAY)
        journal.diary.record(TODAY, note="from the first window")
        other.reload()  # without it nothing at all would be saved here: the file is not as it was left
        with (
            pytest.raises(ChangedElsewhere, match="changed in another window"),
            other.store.change() as change,
        ):
            seen.note = "from the second window"
            change.session.add(seen)
    assert journal.diary.day(TODAY).note == "from the first window"
    assert [json.loads(revision.after)["note"] for revision in _revisions(journal)] == [
        "from the first window"
    ]
    assert journal.problems() == []


def test_removing_what_another_window_changed_is_told(journal: Journal, clock: HandClock) -> None:
    """An entry that was changed meanwhile is not removed unseen."""
    symptom = journal.symptoms.add(TODAY, kind="pain", score=4).rows[0]
    with Journal.open(journal.path, clock) as other:
        [seen] = other.symptoms.on(TODAY)
        journal.symptoms.change(symptom, score=9)
        other.reload()
        with pytest.raises(ChangedElsewhere), other.store.change() as change:
            change.session.delete(seen)
    assert [row.score for row in journal.symptoms.on(TODAY)] == [9]


def test_rows_brought_in_keep_their_own_times(tmp_path: Path, journal: Journal, clock: HandClock) -> None:
    """Rows of an import keep when they were typed and how often they changed; a new digest is made."""
    journal.diary.record(TODAY, mood=1)
    journal.diary.record(TODAY, mood=2)
    row = journal.diary.day(TODAY)
    clock.set(EVENING + timedelta(days=30))
    with Journal.create(tmp_path / "other.legjournal", clock) as other:
        other.store.add_all(
            [DiaryDay(**row.model_dump(exclude={"digest"})), Symptom(date=TODAY, kind="cramp")]
        )
        brought, new = other.diary.day(TODAY), other.symptoms.on(TODAY)[0]
        assert (brought.recorded_at, brought.changed_at, brought.rev) == (EVENING, EVENING, 2)
        assert (new.recorded_at, new.rev) == (EVENING + timedelta(days=30), 1)
        assert other.problems() == []
