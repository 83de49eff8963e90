"""Two journals become one: nothing lost, nothing asked that need not be, and one undo takes it back."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hand_clock import EVENING, HandClock
from hypothesis import given, settings
from hypothesis import strategies as st

from legjournal.entries.versions import unique_columns
from legjournal.errors import ImportRefused
from legjournal.exchange import whole
from legjournal.exchange.compare import TABLES, compare
from legjournal.exchange.comparison import Plan, Version
from legjournal.exchange.known import Known, content
from legjournal.exchange.merge import merge
from legjournal.journal import Journal
from legjournal.models.diary import Side
from legjournal.models.medicines import Medicine
from legjournal.models.record import RECORD
from legjournal.routine.boxes import SetToDo
from legjournal.storage.history import Changed
from legjournal.storage.states import references
from legjournal.storage.stored_rows import rows_of

TODAY = EVENING.date()
DAY = timedelta(days=1)
BOX = SetToDo("glute-bridge", 1)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Journal]:
    """The journal on the other laptop, with nothing in it yet."""
    with Journal.create(tmp_path / "other.legjournal", HandClock()) as made:
        yield made


@pytest.fixture
def copied(journal: Journal, tmp_path: Path) -> Iterator[Callable[[], Journal]]:
    """Makes the copy a sync program leaves, and opens it as the other laptop would, half an hour later."""
    opened: list[Journal] = []

    def copy() -> Journal:
        path = tmp_path / f"copy {len(opened)}.legjournal"
        shutil.copy(journal.path, path)
        opened.append(Journal.open(path, HandClock(EVENING + timedelta(minutes=30))))
        return opened[-1]

    yield copy
    for made in opened:
        made.close()


def _bring(journal: Journal, other: Journal, *, all_of: Version | None = None) -> Changed:
    plan = compare(journal, other.path)
    return merge(journal, plan, {found.id: all_of for found in plan.differing} if all_of else {})


def _counts(plan: Plan) -> tuple[int, int, int]:
    return len(plan.new), len(plan.newer), len(plan.differing)


def _entries(journal: Journal) -> dict[str, Any]:
    """What a person wrote in every entry, by table and id."""
    tables = json.loads(whole.as_text(journal))["tables"]
    return {f"{table} {row['id']}": content(_hashable(row)) for table, rows in tables.items() for row in rows}


def _hashable(row: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if isinstance(value, list) else value for name, value in row.items()}


def _versions(journal: Journal, row_id: str) -> set[Any]:
    """Every state of an entry the journal can tell of."""
    with journal.store.read() as session:
        return Known(session.connection(), [row_id]).contents([row_id])


def _version(journal: Journal, table: str, row_id: str) -> Any:
    [found] = [table_ for table_ in TABLES if table_.name == table]
    with journal.store.read() as session:
        [row] = rows_of(session.connection(), found, [row_id])
    return content(row)


def test_what_only_the_other_has_comes_in_and_nothing_goes(journal: Journal, other: Journal) -> None:
    """Both laptops' days stand side by side, children with their parents, and one undo takes it back."""
    journal.diary.record(TODAY, mood=5)
    other.diary.record(TODAY - DAY, mood=7, note="away")
    other.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6)
    other.sessions.tick(TODAY, BOX)
    before = _entries(journal)

    plan = compare(journal, other.path)
    assert _counts(plan) == (4, 0, 0)
    changed = merge(journal, plan, {})

    assert len(changed.rows) == 4
    assert changed.days == {TODAY, TODAY - DAY}
    assert changed.tables == {"diary_day", "symptom", "session", "set_done"}
    assert _entries(journal) == before | _entries(other)
    assert journal.problems() == []
    journal.history.undo()
    assert _entries(journal) == before
    journal.history.redo()
    assert _entries(journal) == before | _entries(other)
    assert journal.problems() == []


def test_a_copy_of_the_journal_brings_nothing(journal: Journal, copied: Callable[[], Journal]) -> None:
    """What is equal is not mentioned, and doing nothing makes no action to undo."""
    journal.diary.record(TODAY, mood=5)
    copy = copied()

    plan = compare(journal, copy.path)
    assert not plan
    assert plan.related
    assert not merge(journal, plan, {})
    journal.history.undo()
    assert journal.diary.day(TODAY) is None


def test_two_people_have_nothing_in_common(journal: Journal, other: Journal) -> None:
    """Journals that share no entry are not related, even if both have a page for the same day."""
    journal.diary.record(TODAY, mood=5)
    other.diary.record(TODAY, mood=5)
    assert not compare(journal, other.path).related


def test_what_was_changed_here_only_is_not_asked(journal: Journal, copied: Callable[[], Journal]) -> None:
    """The copy has an earlier wording of mine: mine is the later state."""
    journal.diary.record(TODAY, mood=5)
    copy = copied()
    journal.diary.record(TODAY, mood=3)
    assert not compare(journal, copy.path)


def test_what_was_changed_there_only_is_taken(journal: Journal, copied: Callable[[], Journal]) -> None:
    """The copy went on from what I have: its answers are taken without a question, mine can be read."""
    journal.diary.record(TODAY, mood=5, note="a")
    copy = copied()
    mine = _version(journal, "diary_day", journal.diary.day(TODAY).id)
    copy.diary.record(TODAY, mood=None, note="b")

    assert _counts(compare(journal, copy.path)) == (0, 1, 0)
    _bring(journal, copy)

    day = journal.diary.day(TODAY)
    assert (day.mood, day.note) == (None, "b")
    assert mine in _versions(journal, day.id)
    assert not compare(journal, copy.path)


def test_going_back_here_is_later_than_the_copy(journal: Journal, copied: Callable[[], Journal]) -> None:
    """A copy made before an undo is not the later one, though it has been both."""
    journal.diary.record(TODAY, mood=5)
    journal.diary.record(TODAY, mood=3)
    copy = copied()
    journal.history.undo()

    assert not compare(journal, copy.path)
    assert _counts(compare(copy, journal.path)) == (0, 1, 0)


def test_answers_that_do_not_contradict_are_joined(journal: Journal, other: Journal) -> None:
    """The same date on two laptops is one day: each answer only one of them has stands."""
    journal.diary.record(TODAY, mood=5, factors=["coffee"])
    other.diary.record(TODAY, tiredness=8, note="long walk")
    mine = journal.diary.day(TODAY).id

    assert _counts(compare(journal, other.path)) == (0, 1, 0)
    _bring(journal, other)

    day = journal.diary.day(TODAY)
    assert day.id == mine
    assert (day.mood, day.tiredness, day.note, day.factors) == (5, 8, "long walk", ["coffee"])
    journal.history.undo()
    assert journal.diary.day(TODAY).tiredness is None


def test_each_changed_another_answer(journal: Journal, copied: Callable[[], Journal]) -> None:
    """What only one of the two changed since they parted stands; also an answer taken back."""
    journal.diary.record(TODAY, mood=5, effect=5, tiredness=5)
    copy = copied()
    journal.diary.record(TODAY, mood=1)
    copy.diary.record(TODAY, effect=9, tiredness=None)

    assert _counts(compare(journal, copy.path)) == (0, 1, 0)
    _bring(journal, copy)
    day = journal.diary.day(TODAY)
    assert (day.mood, day.effect, day.tiredness) == (1, 9, None)


@pytest.mark.parametrize("chosen", Version)
def test_the_person_decides_and_both_versions_are_kept(
    journal: Journal, other: Journal, chosen: Version
) -> None:
    """Only the answer that differs is asked, once; the other version stays as an earlier one."""
    journal.diary.record(TODAY, mood=5, note="here")
    other.diary.record(TODAY, mood=2, effect=4)
    mine, theirs = journal.diary.day(TODAY).id, other.diary.day(TODAY).id
    versions = {_version(journal, "diary_day", mine), _version(other, "diary_day", theirs)}

    [found] = compare(journal, other.path).differing
    assert found.disputed == ("mood",)
    _bring(journal, other, all_of=chosen)

    day = journal.diary.day(TODAY)
    assert (day.mood, day.effect, day.note) == (5 if chosen is Version.MINE else 2, 4, "here")
    assert versions <= _versions(journal, mine)
    assert journal.problems() == []
    assert not compare(journal, other.path)
    assert _counts(compare(other, journal.path)) == (0, 1, 0)  # and there the decision is simply taken over
    journal.history.undo()
    assert (journal.diary.day(TODAY).mood, journal.diary.day(TODAY).effect) == (5, None)


def test_the_one_written_later_is_proposed(journal: Journal, copied: Callable[[], Journal]) -> None:
    """Where nothing is said, the later of the two stands."""
    journal.diary.record(TODAY, mood=5)
    copy = copied()
    journal.diary.record(TODAY, mood=1)
    copy.diary.record(TODAY, mood=9)

    [found] = compare(journal, copy.path).differing
    assert found.later is Version.THEIRS
    [found] = compare(copy, journal.path).differing
    assert found.later is Version.MINE
    _bring(journal, copy)
    assert journal.diary.day(TODAY).mood == 9


def test_answers_that_cannot_all_be_true_are_left_whole(journal: Journal, other: Journal) -> None:
    """Half of one night and half of another may be a night nobody had: then one whole version is chosen."""
    at = journal.clock.at
    journal.nights.record(TODAY, wakings=1, got_out_of_bed=at(TODAY, datetime(2026, 1, 1, 6, 0).time()))
    other.nights.record(TODAY, woken_by_legs=4, wakings=5)
    other.nights.record(TODAY, wakings=None)

    [found] = compare(journal, other.path).differing
    assert set(found.disputed) == {"wakings", "woken_by_legs", "got_out_of_bed"}
    _bring(journal, other, all_of=Version.THEIRS)
    night = journal.nights.ending_on(TODAY)
    assert (night.wakings, night.woken_by_legs, night.got_out_of_bed) == (None, 4, None)


def test_what_was_deleted_here_stays_deleted(journal: Journal, copied: Callable[[], Journal]) -> None:
    """An entry I took off its page after the copy was made does not come back with it."""
    symptom = journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6).rows[0]
    copy = copied()
    journal.symptoms.remove(symptom)
    assert not compare(journal, copy.path)


def test_what_was_deleted_there_stays_here(journal: Journal, copied: Callable[[], Journal]) -> None:
    """Bringing together never takes an entry away."""
    symptom = journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6).rows[0]
    copy = copied()
    copy.symptoms.remove(symptom)
    assert not compare(journal, copy.path)
    assert [row.id for row in journal.symptoms.on(TODAY)] == [symptom]


def test_what_was_deleted_here_and_changed_there_comes_back(
    journal: Journal, copied: Callable[[], Journal]
) -> None:
    """What the other laptop wrote after the copy was never seen here, so it was not deleted."""
    symptom = journal.symptoms.add(TODAY, kind="pain", side="left", site="calf", score=6).rows[0]
    copy = copied()
    journal.symptoms.remove(symptom)
    copy.symptoms.change(symptom, score=9)
    _bring(journal, copy)
    assert [row.score for row in journal.symptoms.on(TODAY)] == [9]


def test_a_day_brought_in_and_deleted_stays_deleted(journal: Journal, other: Journal) -> None:
    """Also where the two laptops had given the same day different names."""
    journal.diary.record(TODAY, mood=5)
    other.diary.record(TODAY, mood=2)
    _bring(journal, other, all_of=Version.THEIRS)
    journal.diary.record(TODAY, mood=None)
    assert journal.diary.day(TODAY) is None
    assert not compare(journal, other.path)


def test_a_new_set_brings_its_deleted_session_back(journal: Journal, copied: Callable[[], Journal]) -> None:
    """What belongs to an entry that is gone here needs that entry."""
    journal.sessions.tick(TODAY, BOX)
    copy = copied()
    journal.sessions.untick(TODAY, BOX)
    assert journal.sessions.on(TODAY) == []
    copy.sessions.tick(TODAY, SetToDo("clamshell", 1, Side.LEFT))

    _bring(journal, copy)
    assert list(journal.sessions.sets_done(TODAY)) == [SetToDo("clamshell", 1, Side.LEFT)]
    assert journal.problems() == []
    assert not compare(journal, copy.path)


def test_rows_that_name_each_other_come_in_any_order(journal: Journal, other: Journal) -> None:
    """A medicine may name one that comes after it: brought in, taken back and done again."""
    old, new = Medicine(id="f" * 32, name="old"), Medicine(id="0" * 32, name="new", replaces="f" * 32)
    other.store.add_all([old, new])
    _bring(journal, other)
    journal.history.undo()
    assert _entries(journal) == {}
    journal.history.redo()
    assert _entries(journal) == _entries(other)


def test_typing_and_choices_stay_where_they_are(journal: Journal, other: Journal) -> None:
    """Drafts and preferences belong to one computer."""
    other.drafts.keep("night/2026-11-22/wakings", "two or three?")
    other.preferences.choose("theme", "night")
    assert not compare(journal, other.path)


def test_a_merge_taken_back_can_be_done_again(journal: Journal, other: Journal) -> None:
    """Undo means: as if I had never looked at the other journal."""
    journal.diary.record(TODAY, mood=5)
    other.diary.record(TODAY, mood=2)
    other.diary.record(TODAY - DAY, mood=2)
    _bring(journal, other)
    journal.history.undo()
    assert _counts(compare(journal, other.path)) == (1, 0, 1)
    journal.history.redo()
    assert not compare(journal, other.path)


def test_typing_after_a_merge_is_an_action_of_its_own(journal: Journal, other: Journal) -> None:
    """Going on in a note that was just brought together does not become part of that."""
    journal.diary.record(TODAY, note="mine")
    other.diary.record(TODAY, note="theirs")
    _bring(journal, other, all_of=Version.MINE)
    journal.diary.record(TODAY, note="mine, and more")
    journal.history.undo()
    assert journal.diary.day(TODAY).note == "mine"
    assert not compare(journal, other.path)


def test_a_journal_that_went_on_meanwhile_is_not_written_over(journal: Journal, other: Journal) -> None:
    """What was typed after the comparison stands, and nothing at all is brought in."""
    journal.diary.record(TODAY, mood=5)
    other.diary.record(TODAY, mood=2)
    other.diary.record(TODAY - DAY, mood=2)
    plan = compare(journal, other.path)
    journal.diary.record(TODAY, mood=6)
    before = _entries(journal)
    with pytest.raises(ImportRefused, match="went on meanwhile"):
        merge(journal, plan, {})
    assert _entries(journal) == before

    plan = compare(journal, other.path)
    journal.diary.record(TODAY - DAY, mood=1)
    before = _entries(journal)
    with pytest.raises(ImportRefused, match="does not fit"):
        merge(journal, plan, {})
    assert _entries(journal) == before


DAYS = st.integers(0, 2).map(lambda days: TODAY - days * DAY)
SCORES = st.none() | st.integers(0, 3)
ACTS = st.one_of(
    st.tuples(st.just("record"), DAYS, SCORES, st.sampled_from([None, "a", "b"])),
    st.tuples(st.just("wakings"), DAYS, SCORES),
    st.tuples(st.just("symptom"), DAYS, SCORES),
    st.tuples(st.just("away"), DAYS, st.integers(0, 3)),
    st.tuples(st.just("tick"), DAYS, st.integers(1, 2)),
    st.tuples(st.just("untick"), DAYS, st.integers(1, 2)),
    st.tuples(st.just("undo")),
)


def _act(journal: Journal, act: str, *given: Any) -> None:
    """One thing a person may do."""
    match (act, *given):
        case "record", day, mood, note:
            journal.diary.record(day, mood=mood, note=note)
        case "wakings", day, wakings:
            journal.nights.record(day, wakings=wakings)
        case "symptom", day, score:
            journal.symptoms.add(day, kind="pain", score=score)
        case "away", day, number:
            for symptom in journal.symptoms.on(day)[number : number + 1]:
                journal.symptoms.remove(symptom.id)
        case "tick", day, number:
            journal.sessions.tick(day, SetToDo("clamshell", number))
        case "untick", day, number:
            journal.sessions.untick(day, SetToDo("clamshell", number))
        case _:
            journal.history.undo()


@settings(max_examples=12)
@given(
    shared=st.lists(ACTS, max_size=4),
    mine=st.lists(ACTS, max_size=5),
    theirs=st.lists(ACTS, max_size=5),
    chosen=st.sampled_from(Version),
)
def test_whatever_was_done_on_two_laptops(
    tmp_path_factory: pytest.TempPathFactory,
    blank: bytes,
    shared: list[Any],
    mine: list[Any],
    theirs: list[Any],
    chosen: Version,
) -> None:
    """No answer of either is lost, a second time finds nothing, and so does the other way round."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "a.legjournal").write_bytes(blank)
    with Journal.open(folder / "a.legjournal", HandClock()) as journal:
        for act in shared:
            _act(journal, *act)
        shutil.copy(journal.path, folder / "b.legjournal")
        with Journal.open(folder / "b.legjournal", HandClock()) as other:
            for act in mine:
                _act(journal, *act)
            for act in theirs:
                _act(other, *act)
            before, there = _entries(journal), _entries(other)

            _bring(journal, other, all_of=chosen)

            assert _entries(journal).keys() >= before.keys()
            assert not compare(journal, other.path)
            assert _answers(_all_versions(journal)) >= _answers({*before.values(), *there.values()})
            assert journal.problems() == []
            _bring(other, journal, all_of=chosen)
            assert not compare(other, journal.path)
            assert other.problems() == []


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new journal."""
    path = tmp_path_factory.mktemp("blank") / "blank.legjournal"
    Journal.create(path, HandClock()).close()
    return path.read_bytes()


def _all_versions(journal: Journal) -> set[Any]:
    """Every state of every entry the journal can tell of."""
    with journal.store.read() as session:
        ids = {row_id for (row_id,) in session.connection().exec_driver_sql("SELECT row_id FROM revision")}
        return Known(session.connection(), ids).contents(ids)


def _answers(contents: Iterable[Any]) -> set[Any]:
    """Every single answer, with the day it is of."""
    return {(dict(said).get("date"), *answer) for said in contents for answer in said}


def test_no_entry_that_has_a_place_is_referred_to() -> None:
    """Such an entry keeps its own name when another laptop's joins it, so nothing may go by that name."""
    named = {target for model in RECORD for _column, target in references(model)}
    assert named.isdisjoint(model for model in RECORD if unique_columns(model))
